/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-wait-window"

#include "config.h"

#include "mull-wait-window.h"

#include <glib/gi18n-lib.h>

/* What cannot be stopped is not closed either. */
static gboolean
on_window_close_request_cb (GtkWindow *window, gpointer user_data)
{
  return !adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (window), "cancel");
}

/**
 * mull_wait_window_new:
 * @over: a widget of the window that has to wait
 * @heading: what is going on, as plain text
 * @cancellable: cancelled when the rep does not want to wait for it
 *
 * A window for work that takes long: it shows how far that is and has a button to stop it. Whoever
 * does the work destroys it at the end.
 *
 * Returns: (transfer none): the window, which is not shown yet
 */
GtkWindow *
mull_wait_window_new (GtkWidget *over, const char *heading, GCancellable *cancellable)
{
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (over)), heading, NULL);
  AdwMessageDialog *self = ADW_MESSAGE_DIALOG (dialog);

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  adw_message_dialog_set_extra_child (self, bar);
  adw_message_dialog_add_response (self, "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (self, "cancel");
  g_signal_connect_object (self, "response::cancel", G_CALLBACK (g_cancellable_cancel), cancellable,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "close-request", G_CALLBACK (on_window_close_request_cb), NULL);
  return GTK_WINDOW (dialog);
}

/**
 * mull_wait_window_set_progress:
 * @self: a window from mull_wait_window_new()
 * @progress: from 0 to 1; less than 0 if nobody knows
 */
void
mull_wait_window_set_progress (GtkWindow *self, double progress)
{
  GtkWidget *bar = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (self));

  if (progress < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (bar));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), progress);
}

/**
 * mull_wait_window_set_final:
 * @self: a window from mull_wait_window_new()
 *
 * From now on the work cannot be stopped any more.
 */
void
mull_wait_window_set_final (GtkWindow *self)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "cancel", FALSE);
}
