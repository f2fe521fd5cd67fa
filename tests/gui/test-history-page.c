/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-history-page"

#include "config.h"

#include "mull-history-page.h"

#include "mull-deal-ops.h"
#include "mull-gui-test.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static void
rename_deal (OpsFixture *fixture, const char *title)
{
  g_autoptr (MullDeal) deal = ops_fixture_get_deal (fixture);
  g_autoptr (MullDeal) changed = mull_deal_copy (deal);
  g_autoptr (GError) error = NULL;

  mull_set_text (&changed->title, title);
  mull_deal_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
}

static gboolean
is_called (OpsFixture *fixture, const char *title)
{
  g_autoptr (MullDeal) deal = ops_fixture_get_deal (fixture);

  return g_str_equal (deal->title, title);
}

static guint
count_buttons (GtkWidget *widget, const char *label)
{
  guint n = GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
            g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child, label);
  return n;
}

/* Back to a step and forth again, each with one action; the present is marked. */
static void
test_go (OpsFixture *fixture, gconstpointer data)
{
  MullHistoryPage *page;
  GtkWindow *window;
  gint64 first;

  rename_deal (fixture, "One & <b>");
  first = fixture_query (fixture->db, "SELECT max (seq) FROM undo_step");
  rename_deal (fixture, "Two");
  rename_deal (fixture, "Three");
  page = mull_history_page_new (fixture->workspace);
  window = mull_gui_test_present (GTK_WIDGET (page), 360, 600);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Edit “One & <b>”"));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "The present"));
  g_assert_cmpuint (count_buttons (GTK_WIDGET (page), "Redo to Here"), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (page), "history.go", "(xb)", first, FALSE);
  mull_gui_test_wait_for (count_buttons (GTK_WIDGET (page), "Redo to Here") == 2);
  g_assert_true (is_called (fixture, "One & <b>"));
  gtk_widget_activate_action (GTK_WIDGET (page), "history.go", "(xb)", first + 1, TRUE);
  mull_gui_test_wait_for (count_buttons (GTK_WIDGET (page), "Redo to Here") == 1);
  g_assert_true (is_called (fixture, "Two"));
  gtk_widget_activate_action (GTK_WIDGET (page), "history.go", "(xb)", (gint64) 0, FALSE);
  mull_gui_test_wait_for (count_buttons (GTK_WIDGET (page), "Undo to Here") == 0);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal"), ==, 0);
  gtk_window_destroy (window);
}

/* What is in the way is said, and gone from the list. */
static void
test_conflict (OpsFixture *fixture, gconstpointer data)
{
  MullHistoryPage *page;
  GtkWindow *window;
  g_autoptr (GError) error = NULL;

  rename_deal (fixture, "One");
  page = mull_history_page_new (fixture->workspace);
  window = mull_gui_test_present (GTK_WIDGET (page), 700, 500);
  mull_database_begin (fixture->db, &error);
  mull_database_exec (fixture->db, "UPDATE deal SET title = 'Another'", &error);
  mull_database_commit (fixture->db, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (page), "history.go", "(xb)", (gint64) 0, FALSE);
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (page), "Edit “One”") == NULL);
  g_assert_true (is_called (fixture, "Another"));
  mull_gui_test_drain ();
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
  /* Derived anew with the next step. */
  rename_deal (fixture, "Last");
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/history-page/go", test_go);
  OPS_ADD ("/history-page/conflict", test_conflict);
  return g_test_run ();
}
