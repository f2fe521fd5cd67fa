/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-wait-window"

#include "config.h"

#include "mull-gui-test.h"
#include "mull-wait-window.h"

static void
test_progress (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWindow *over = GTK_WINDOW (adw_window_new ());
  GtkWindow *window;
  GtkProgressBar *bar;

  window = mull_wait_window_new (GTK_WIDGET (over), "Undoing: <Smith & Sons>", cancellable);
  bar = GTK_PROGRESS_BAR (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (window)));
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (window)), ==,
                   "Undoing: <Smith & Sons>");
  g_assert_false (adw_message_dialog_get_heading_use_markup (ADW_MESSAGE_DIALOG (window)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Undoing: <Smith & Sons>");
  mull_wait_window_set_progress (window, -1);
  mull_wait_window_set_progress (window, 0.25);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (bar), ==, 0.25);
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  gtk_window_destroy (window);
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  gtk_window_destroy (over);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWindow *over = GTK_WINDOW (adw_window_new ());
  GtkWindow *window = mull_wait_window_new (GTK_WIDGET (over), "Undoing", cancellable);

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), "cancel");
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  gtk_window_destroy (window);
  gtk_window_destroy (over);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/wait-window/progress", test_progress);
  g_test_add_func ("/wait-window/cancel", test_cancel);
  return g_test_run ();
}
