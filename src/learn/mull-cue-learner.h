/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mull_learn_cues (const GPtrArray *examples, guint categories) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
