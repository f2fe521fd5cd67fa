/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mull_drag_escape_attach (GtkDragSource *source);

G_END_DECLS
