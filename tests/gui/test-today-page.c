/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-today-page"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-gui-test.h"
#include "mull-timeline-ops.h"
#include "mull-today-button.h"
#include "mull-today-page.h"
#include "mull-today-row-widget.h"
#include "ops-fixture.h"

static void
plan (OpsFixture *fixture, const char *text)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (GError) error = NULL;

  touch->deal_id = fixture->deal_id;
  touch->kind = MULL_ENTRY_CALL;
  touch->due_on = mull_workspace_get_today (fixture->workspace);
  mull_set_text (&touch->text, text);
  mull_touch_ops_plan (fixture->workspace, touch, NULL, &error);
  g_assert_no_error (error);
}

static void
promise (OpsFixture *fixture)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;

  commitment->deal_id = fixture->deal_id;
  commitment->side = MULL_SIDE_US;
  commitment->due_on = mull_workspace_get_today (fixture->workspace);
  mull_set_text (&commitment->words, "The figures");
  mull_commitment_ops_promise (fixture->workspace, commitment, NULL, &error);
  g_assert_no_error (error);
}

static GtkWindow *
present (OpsFixture *fixture, MullTodayPage **page, int width)
{
  GtkWindow *window;

  *page = mull_today_page_new (fixture->workspace);
  window = mull_gui_test_present (GTK_WIDGET (*page), width, 700);
  mull_today_page_open (*page);
  mull_gui_test_drain ();
  return window;
}

static GtkWidget *
find_row (MullTodayPage *page)
{
  return mull_gui_test_find (GTK_WIDGET (page), MULL_TYPE_TODAY_ROW_WIDGET, NULL, NULL);
}

/* Kind words, and a way on, while nothing is due. */
static void
test_empty (OpsFixture *fixture, gconstpointer data)
{
  MullTodayPage *page;
  GtkWindow *window = present (fixture, &page, 800);

  g_assert_null (find_row (page));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Nothing is due"));
  gtk_window_destroy (window);
}

/* The number under the title says of what. */
static void
assert_subtitle (OpsFixture *fixture, MullTodayPage *page, const char *things)
{
  g_autofree char *day = mull_day_format_long (mull_workspace_get_today (fixture->workspace));
  g_autofree char *text = g_strdup_printf ("%s · %s", day, things);

  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), text));
}

/* The first row, one key, and it is gone; Undo brings it back, and the focus stays in the list. */
static void
test_one_key (OpsFixture *fixture, gconstpointer data)
{
  MullTodayPage *page;
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  plan (fixture, "Ring them");
  plan (fixture, "Ring again");
  window = present (fixture, &page, 360);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Planned for today"));
  assert_subtitle (fixture, page, "2 things");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (page)));
  g_assert_true (gtk_window_get_focus (window) == find_row (page));
  g_assert_true (gtk_widget_activate_action (find_row (page), "row.done", NULL));
  mull_gui_test_drain ();
  g_assert_null (mull_gui_test_find_label (GTK_WIDGET (page), "Ring them"));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Ring again"));
  assert_subtitle (fixture, page, "1 thing");
  g_assert_true (gtk_window_get_focus (window) == find_row (page));
  g_assert_true (gtk_widget_activate_action (find_row (page), "row.done", NULL));
  g_assert_null (find_row (page));
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_nonnull (find_row (page));
  gtk_window_destroy (window);
}

static gboolean
is_why (GtkWidget *widget, gpointer user_data)
{
  return gtk_widget_get_mapped (widget) &&
         GTK_IS_SCROLLED_WINDOW (gtk_popover_get_child (GTK_POPOVER (widget)));
}

/* A row is asked why, by the key that asks a card, and answers with the same words. */
static void
test_why (OpsFixture *fixture, gconstpointer data)
{
  MullTodayPage *page;
  GtkWidget *why;
  GtkWindow *window;
  GtkEventController *keys;
  gboolean handled = FALSE;

  plan (fixture, "Ring them");
  window = present (fixture, &page, 360);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (page)));
  keys = mull_gui_test_find_controller (gtk_widget_get_parent (find_row (page)),
                                        GTK_TYPE_EVENT_CONTROLLER_KEY);
  g_assert_null (mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_POPOVER, is_why, NULL));
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_x, 0, 0, &handled);
  g_assert_false (handled);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_w, 0, 0, &handled);
  g_assert_true (handled);
  mull_gui_test_wait_for (
      (why = mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_POPOVER, is_why, NULL)) != NULL);
  g_assert_nonnull (mull_gui_test_find_label (
      why, "Nobody of theirs was ever heard, so nobody can have gone dark."));
  gtk_popover_popdown (GTK_POPOVER (why));
  mull_gui_test_drain ();
  gtk_window_destroy (window);
}

static gboolean
is_menu (GtkWidget *widget, gpointer user_data)
{
  return gtk_widget_get_mapped (widget);
}

/* And from its menu. */
static void
test_why_in_menu (OpsFixture *fixture, gconstpointer data)
{
  MullTodayPage *page;
  GtkWidget *menu, *why;
  GtkWindow *window;
  gboolean handled = FALSE;

  plan (fixture, "Ring them");
  window = present (fixture, &page, 800);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (page)));
  g_signal_emit_by_name (mull_gui_test_find_controller (gtk_widget_get_parent (find_row (page)),
                                                        GTK_TYPE_EVENT_CONTROLLER_KEY),
                         "key-pressed", GDK_KEY_F10, 0, GDK_SHIFT_MASK, &handled);
  g_assert_true (handled);
  mull_gui_test_wait_for ((menu = mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_POPOVER_MENU,
                                                      is_menu, NULL)) != NULL);
  g_assert_nonnull (mull_gui_test_find_label (menu, "Why?"));
  g_assert_true (gtk_widget_activate_action (menu, "rows.why", "x", fixture->deal_id));
  gtk_popover_popdown (GTK_POPOVER (menu));
  mull_gui_test_wait_for (
      (why = mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_POPOVER, is_why, NULL)) != NULL);
  gtk_popover_popdown (GTK_POPOVER (why));
  mull_gui_test_drain ();
  gtk_window_destroy (window);
}

/* A promise whose verb is "Own it" can be marked as kept just so. */
static void
test_promise (OpsFixture *fixture, gconstpointer data)
{
  MullTodayPage *page;
  GtkWindow *window;

  promise (fixture);
  window = present (fixture, &page, 800);
  g_assert_cmpint (mull_today_row_widget_get_item (MULL_TODAY_ROW_WIDGET (find_row (page)))->verb,
                   ==, MULL_TODAY_OWN_IT);
  g_assert_true (gtk_widget_activate_action (find_row (page), "row.done", NULL));
  g_assert_null (find_row (page));
  gtk_window_destroy (window);
}

/* A night passes while the page is not looked at. */
static void
test_new_day (OpsFixture *fixture, gconstpointer data)
{
  MullTodayPage *page;
  g_autoptr (GError) error = NULL;
  GtkWindow *window;
  guint n_done;

  promise (fixture);
  window = present (fixture, &page, 800);
  mull_clock_advance_days (fixture->clock, 1);
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (window), TRUE);
  mull_gui_test_wait_for (
      mull_gui_test_find_label (GTK_WIDGET (page),
                                "It was due yesterday, and nobody has called.") != NULL);
  mull_workspace_recheck (fixture->workspace, 100, &n_done, &error);
  g_assert_no_error (error);
  gtk_window_destroy (window);
}

/* The button on the board counts by itself. */
static void
test_button (OpsFixture *fixture, gconstpointer data)
{
  GtkWidget *button = g_object_new (MULL_TYPE_TODAY_BUTTON, NULL);
  GtkWindow *window = mull_gui_test_present (button, 200, 100);

  mull_today_button_set_workspace (MULL_TODAY_BUTTON (button), fixture->workspace);
  plan (fixture, "Ring them");
  mull_gui_test_wait_for (mull_gui_test_find_label (button, "Today 1") != NULL);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/today-page/empty", test_empty);
  OPS_ADD ("/today-page/one-key", test_one_key);
  OPS_ADD ("/today-page/why", test_why);
  OPS_ADD ("/today-page/why-in-menu", test_why_in_menu);
  OPS_ADD ("/today-page/promise", test_promise);
  OPS_ADD ("/today-page/new-day", test_new_day);
  OPS_ADD ("/today-page/button", test_button);
  return g_test_run ();
}
