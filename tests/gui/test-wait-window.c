/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-wait-window"

#include "config.h"

#include "mull-gui-test.h"
#include "mull-wait-window.h"
#include "mull-waiting.h"

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

/* What has gone too far is neither stopped nor out of sight. */
static void
test_final (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWindow *over = GTK_WINDOW (adw_window_new ());
  GtkWindow *window = mull_wait_window_new (GTK_WIDGET (over), "Restoring", cancellable);

  gtk_window_present (over);
  gtk_window_present (window);
  mull_wait_window_set_final (window);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (window), "cancel"));
  gtk_window_close (window);
  mull_gui_test_drain ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  gtk_window_destroy (window);
  gtk_window_destroy (over);
}

/* Nothing is seen of what is over in a moment, nor of what was stopped. */
static void
test_waiting (void)
{
  GtkWindow *over = mull_gui_test_present (gtk_label_new (""), 300, 200);
  MullWaiting *waiting = mull_waiting_new (GTK_WIDGET (over), "Restoring", 0.5);
  guint n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());

  mull_waiting_on_progress (1, waiting);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
  mull_waiting_on_progress (0, waiting);
  mull_waiting_on_progress (0.4, waiting);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows + 1);
  mull_waiting_free (waiting);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);

  waiting = mull_waiting_new (GTK_WIDGET (over), "Restoring", 0.5);
  g_cancellable_cancel (mull_waiting_get_cancellable (waiting));
  mull_waiting_on_progress (0.4, waiting);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
  mull_waiting_free (waiting);
  gtk_window_destroy (over);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/wait-window/progress", test_progress);
  g_test_add_func ("/wait-window/cancel", test_cancel);
  g_test_add_func ("/wait-window/final", test_final);
  g_test_add_func ("/wait-window/waiting", test_waiting);
  return g_test_run ();
}
