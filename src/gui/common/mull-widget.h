/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mull_widget_dispose_template (GtkWidget *widget, GType type);
gboolean mull_widget_focus_children (GtkWidget *widget, GtkDirectionType direction);
void mull_widget_forget_state (GtkWidget *widget);
void mull_widget_make_ready (GtkWidget *widget);
void mull_widget_fit_width (GtkWindow *window, int width);
void mull_widget_fit_height (GtkWindow *window, GtkScrolledWindow *scrolled);
gboolean mull_widget_can_do (GtkWidget *widget, const char *action, GVariant *target);
gboolean mull_widget_leave_text (GtkWidget *widget, GtkWidget *button);
void mull_widget_stop_search (GtkSearchEntry *entry);
int mull_widget_measure_letters (GtkWidget *widget, int n);

G_END_DECLS
