/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mull_sandbox_enter (gsize n_bytes);

G_END_DECLS
