/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-erase-page"

#include "config.h"

#include "mull-erase-page.h"

#include "mull-backup-file.h"
#include "mull-contact-page.h"
#include "mull-custody.h"
#include "mull-gui-test.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

static GtkWidget *
find_mapped (MullErasePage *page, const char *text)
{
  GtkWidget *label = mull_gui_test_find_label (GTK_WIDGET (page), text);

  return label != NULL && gtk_widget_get_mapped (label) ? label : NULL;
}

static void
erase (OpsFixture *fixture, MullErasePage *page)
{
  g_autoptr (OpsTurns) turns = ops_turns_new (fixture->workspace);

  mull_gui_test_wait_for (find_mapped (page, "Erase “Ann Ruiz”") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "erase.erase", NULL);
  g_assert_true (mull_workspace_is_bulk (fixture->workspace));
  mull_gui_test_wait_for (find_mapped (page, "“Ann Ruiz” is erased") != NULL);
  g_assert_cmpuint (ops_turns_get (turns), >, 0);
}

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
  /* Whoever needs the data goes first, and it is looked again. */
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Looking at what would go…"));
  g_assert_true (mull_workspace_set_setting (fixture->workspace, "a", "b", NULL));
  mull_gui_test_wait_for (find_mapped (page, "Erase “Ann Ruiz” for good?") != NULL);
  g_assert_nonnull (find_mapped (page, "Erase “Ann Ruiz”"));
  g_assert_cmpint (count_people (fixture), ==, 1);

  erase (fixture, page);
  g_assert_cmpint (count_people (fixture), ==, 0);
  g_assert_null (mull_workspace_dup_undo_label (fixture->workspace));
  backups = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (backups->len, ==, 2);
  g_clear_pointer (&backups, g_ptr_array_unref);
  mull_gui_test_wait_for (find_mapped (page, "Delete All of These") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "erase.remove-all", NULL);
  mull_gui_test_wait_for (find_mapped (page, "No backup and no other copy holds them any more.") !=
                          NULL);
  backups = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (backups->len, ==, 1);
  gtk_window_destroy (window);
}

/* Something is where the backup of afterwards is written first. */
static void
block_second_backup (OpsFixture *fixture)
{
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  g_autofree char *name = mull_backup_file_dup_name (folder, MULL_BACKUP_WORK,
                                                     mull_workspace_get_now (fixture->workspace));
  g_autofree char *path =
      g_strdup_printf ("%s/" MULL_BACKUP_TEMPORARY "%d-%s", folder, (int) getpid (), name);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
}

/* What holds them may be the only backup: it is not taken away with all the others. */
static void
test_no_clean_backup (OpsFixture *fixture, gconstpointer data)
{
  MullErasePage *page = mull_erase_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 360, 700);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  block_second_backup (fixture);
  g_assert_true (mull_erase_page_open (page, fixture->person_id, &error));
  g_test_expect_message ("mull-erasure", G_LOG_LEVEL_WARNING, "*");
  erase (fixture, page);
  g_test_assert_expected_messages ();
  g_assert_cmpint (count_people (fixture), ==, 0);
  mull_gui_test_wait_for (find_mapped (page, "Delete") != NULL);
  g_assert_null (find_mapped (page, "Delete All of These"));
  gtk_widget_activate_action (GTK_WIDGET (page), "erase.remove-all", NULL);
  mull_gui_test_drain ();
  backups = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (backups->len, ==, 1);
  gtk_window_destroy (window);
}

static gboolean
scramble_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  return mull_database_exec (db, "UPDATE person SET name = 'Ann \u202eRuiz'", error);
}

/* A name cannot scramble the question. */
static void
test_scrambling_name (OpsFixture *fixture, gconstpointer data)
{
  MullErasePage *page = mull_erase_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 360, 700);
  g_autoptr (GError) error = NULL;

  mull_workspace_transact (fixture->workspace, MULL_OP_EDIT_PERSON, "-", 0, scramble_cb, NULL,
                           &error);
  g_assert_no_error (error);
  g_assert_true (mull_erase_page_open (page, fixture->person_id, &error));
  mull_gui_test_wait_for (find_mapped (page, "Erase “Ann Ruiz” for good?") != NULL);
  g_assert_nonnull (find_mapped (page, "Erase “Ann Ruiz”"));
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
  /* Once is enough: there is no step that could be taken back instead of another. */
  g_assert_true (mull_contact_page_open_person (page, fixture->person_id, &error));
  ops_fixture_before (fixture);
  gtk_widget_activate_action (GTK_WIDGET (page), "contact.delete", NULL);
  ops_fixture_assert_nothing (fixture);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/erase-page/erase", test_erase);
  OPS_ADD ("/erase-page/no-clean-backup", test_no_clean_backup);
  OPS_ADD ("/erase-page/scrambling-name", test_scrambling_name);
  OPS_ADD ("/erase-page/delete", test_delete);
  return g_test_run ();
}
