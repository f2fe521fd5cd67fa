/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean pointer_is_there (void);
void pointer_move (GtkWidget *widget, double x, double y);
void pointer_step (GtkWidget *widget, double x, double y);
void pointer_press (guint button);
void pointer_release (guint button);
void pointer_key (const char *name, gboolean down);
void pointer_settle (void);

G_END_DECLS
