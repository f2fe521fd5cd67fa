/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-clock.h"

G_BEGIN_DECLS

/* When something happened, from what was typed: a day and a time that may be missing. */
gboolean mull_typed_time_parse (const char *text, int *minute, GError **error);
gboolean mull_typed_moment (MullClock *clock,
                            MullDay day,
                            const char *time,
                            gint64 *instant,
                            GError **error);

G_END_DECLS
