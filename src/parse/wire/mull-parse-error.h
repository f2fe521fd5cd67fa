/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mull_parse_refuse (GError **error, const char *reason);

G_END_DECLS
