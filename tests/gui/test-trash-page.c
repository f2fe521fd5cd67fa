/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-trash-page"

#include "config.h"

#include "mull-trash-page.h"

#include "mull-database-private.h"
#include "mull-deal-ops.h"
#include "mull-gui-test.h"
#include "mull-trash.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static GtkListBox *
get_rows (MullTrashPage *page)
{
  return GTK_LIST_BOX (mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_LIST_BOX, NULL, NULL));
}

static guint
count_rows (MullTrashPage *page)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (get_rows (page), (int) n) != NULL)
    n++;
  return n;
}

static void
add_deals (OpsFixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Pump & <b>%u</b>", i);
      MullNewDeal spec = { title, "Hartwell Mills", NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };
      g_autoptr (GError) error = NULL;
      gint64 id = 0;

      mull_deal_ops_add (fixture->workspace, &spec, &id, &error);
      mull_deal_ops_trash (fixture->workspace, id, &error);
      g_assert_no_error (error);
    }
}

static void
test_restore (OpsFixture *fixture, gconstpointer data)
{
  MullTrashPage *page = mull_trash_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 360, 600);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "The Trash Is Empty"));
  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (count_rows (page) == 1);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "1 deal"));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Boiler service"));
  ops_fixture_before (fixture);
  gtk_widget_activate_action (GTK_WIDGET (page), "trash.restore", "(ix)", MULL_TRASH_DEAL,
                              fixture->deal_id);
  ops_fixture_assert_one_step (fixture);
  mull_gui_test_wait_for (count_rows (page) == 0);
  gtk_window_destroy (window);
}

/* It comes in pages, and what is typed is looked for in all of them. */
static void
test_many (OpsFixture *fixture, gconstpointer data)
{
  MullTrashPage *page;
  GtkWindow *window;
  GtkWidget *search;

  add_deals (fixture, 120);
  page = mull_trash_page_new (fixture->workspace);
  window = mull_gui_test_present (GTK_WIDGET (page), 700, 500);
  g_assert_cmpuint (count_rows (page), ==, 50);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Pump & <b>119</b>"));
  gtk_widget_activate_action (GTK_WIDGET (page), "trash.more", NULL);
  g_assert_cmpuint (count_rows (page), ==, 100);
  gtk_widget_activate_action (GTK_WIDGET (page), "trash.more", NULL);
  g_assert_cmpuint (count_rows (page), ==, 120);
  search = mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "b>7<");
  mull_gui_test_wait_for (count_rows (page) == 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody");
  mull_gui_test_wait_for (count_rows (page) == 0);
  g_assert_true (gtk_widget_get_mapped (search));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  mull_gui_test_wait_for (count_rows (page) == 50);
  gtk_window_destroy (window);
}

/* Emptied and brought back by one step. */
static void
test_empty (OpsFixture *fixture, gconstpointer data)
{
  MullTrashPage *page = mull_trash_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 700, 500);
  g_autoptr (GError) error = NULL;

  add_deals (fixture, 3);
  mull_gui_test_wait_for (count_rows (page) == 3);
  gtk_widget_activate_action (GTK_WIDGET (page), "trash.empty", NULL);
  mull_gui_test_wait_for (count_rows (page) == 0 && !mull_workspace_is_bulk (fixture->workspace));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "The Trash Is Empty"));
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal"), ==, 1);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (count_rows (page) == 3);
  gtk_window_destroy (window);
}

/* Holds whatever works in another thread. */
typedef struct
{
  GThread *home;
  GMutex closed;
} Gate;

static int
on_statement_cb (guint what, gpointer user_data, gpointer statement, gpointer sql)
{
  Gate *gate = user_data;

  if (g_thread_self () == gate->home)
    return 0;
  g_mutex_lock (&gate->closed);
  g_mutex_unlock (&gate->closed);
  return 0;
}

static AdwMessageDialog *
find_wait_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

/* What takes long says how far it is, and can be stopped: then everything is where it was. */
static void
test_stop (OpsFixture *fixture, gconstpointer data)
{
  MullTrashPage *page = mull_trash_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 700, 500);
  sqlite3 *handle = mull_database_get_handle (fixture->db);
  Gate gate = { .home = g_thread_self () };
  AdwMessageDialog *wait;

  add_deals (fixture, 3);
  mull_gui_test_wait_for (count_rows (page) == 3);
  g_mutex_init (&gate.closed);
  g_mutex_lock (&gate.closed);
  sqlite3_trace_v2 (handle, SQLITE_TRACE_STMT, on_statement_cb, &gate);
  gtk_widget_activate_action (GTK_WIDGET (page), "trash.empty", NULL);
  mull_gui_test_wait_for (find_wait_window () != NULL);
  wait = find_wait_window ();
  g_assert_cmpstr (adw_message_dialog_get_heading (wait), ==, "Emptying the Trash");
  g_assert_true (GTK_IS_PROGRESS_BAR (adw_message_dialog_get_extra_child (wait)));
  adw_message_dialog_response (wait, "cancel");
  g_mutex_unlock (&gate.closed);
  mull_gui_test_wait_for (!mull_workspace_is_bulk (fixture->workspace));
  sqlite3_trace_v2 (handle, 0, NULL, NULL);
  mull_gui_test_wait_for (find_wait_window () == NULL);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal"), ==, 4);
  g_assert_cmpuint (count_rows (page), ==, 3);
  gtk_window_destroy (window);
  g_mutex_clear (&gate.closed);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/trash-page/restore", test_restore);
  OPS_ADD ("/trash-page/many", test_many);
  OPS_ADD ("/trash-page/empty", test_empty);
  OPS_ADD ("/trash-page/stop", test_stop);
  return g_test_run ();
}
