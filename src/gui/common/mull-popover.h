/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Popovers that are made for one use and gone when they are closed, and the menus in them. */

void mull_popover_show_once (GtkPopover *popover, GtkWidget *parent, const GdkRectangle *area);
void mull_popover_show_at (GtkPopover *popover,
                           GtkWidget *parent,
                           GtkWidget *inside,
                           const GdkRectangle *area);
GtkWidget *mull_popover_menu_new (GMenu **kept, GMenu *menu) G_GNUC_WARN_UNUSED_RESULT;
char *mull_popover_dup_menu_text (const char *text);

G_END_DECLS
