/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-erase-page"

#include "config.h"

#include "mull-erase-page.h"

#include "mull-contact-page.h"
#include "mull-custody.h"
#include "mull-gui-test.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gint64
count_people (OpsFixture *fixture)
{
  return fixture_query (fixture->db, "SELECT count(*) FROM person");
}

/* Nothing happens before the button that names them; then the copies are offered. */
static void
test_erase (OpsFixture *fixture, gconstpointer data)
{
  MullErasePage *page = mull_erase_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 360, 700);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_false (mull_erase_page_open (page, 4711, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (mull_erase_page_open (page, fixture->person_id, &error));
  g_assert_no_error (error);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Erase “Ann Ruiz” for good?"));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Erase “Ann Ruiz”"));
  g_assert_cmpint (count_people (fixture), ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (page), "erase.erase", NULL);
  g_assert_cmpint (count_people (fixture), ==, 0);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "“Ann Ruiz” is erased"));
  g_assert_null (mull_workspace_dup_undo_label (fixture->workspace));
  backups = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (backups->len, ==, 2);
  g_clear_pointer (&backups, g_ptr_array_unref);
  gtk_widget_activate_action (GTK_WIDGET (page), "erase.remove-all", NULL);
  backups = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page),
                                              "No backup and no other copy holds them any more."));
  gtk_window_destroy (window);
}

/* Deleting is not erasing. */
static void
test_delete (OpsFixture *fixture, gconstpointer data)
{
  MullContactPage *page = mull_contact_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 500, 500);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_contact_page_open_person (page, fixture->person_id, &error));
  ops_fixture_before (fixture);
  gtk_widget_activate_action (GTK_WIDGET (page), "contact.delete", NULL);
  g_assert_cmpint (
      fixture_query (fixture->db, "SELECT count(*) FROM person WHERE trashed_at IS NOT NULL"), ==,
      1);
  ops_fixture_assert_one_step (fixture);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/erase-page/erase", test_erase);
  OPS_ADD ("/erase-page/delete", test_delete);
  return g_test_run ();
}
