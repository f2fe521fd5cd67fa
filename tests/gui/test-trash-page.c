/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-trash-page"

#include "config.h"

#include "mull-trash-page.h"

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

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/trash-page/restore", test_restore);
  OPS_ADD ("/trash-page/many", test_many);
  OPS_ADD ("/trash-page/empty", test_empty);
  return g_test_run ();
}
