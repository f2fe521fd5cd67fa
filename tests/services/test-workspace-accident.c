/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that had much data open was killed: all of it is checked while the main loop goes on.
 */
#define G_LOG_DOMAIN "test-workspace-accident"

#include "config.h"

#include "mull-workspace.h"

#include "mull-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define FILE_NAME "mulligan.db"
#define LOG_NAME "mulligan.db-wal"
#define SOME 1000
#define MUCH 40000000

/* Returns: (transfer full): as a program leaves it that is killed */
static char *
make_killed_folder (guint n_letters, char **digest)
{
  char *from = fixture_make_quick_folder ();
  char *to = fixture_make_quick_folder ();
  MullWorkspace *workspace = fixture_open (from);
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO draft VALUES ('x', printf ('%%.*c', %u, 'x'), 0)", n_letters);
  g_autoptr (GError) error = NULL;

  mull_database_exec (db, sql, &error);
  g_assert_no_error (error);
  /* Some of it is in the file, and the rest in the log. */
  mull_database_checkpoint (db, &error);
  g_assert_no_error (error);
  mull_database_exec (db, "INSERT INTO draft VALUES ('y', 'y', 0)", &error);
  g_assert_no_error (error);
  fixture_copy_file (from, to, FILE_NAME);
  fixture_copy_file (from, to, LOG_NAME);
  if (digest != NULL)
    *digest = fixture_digest (db);
  fixture_close (workspace);
  fixture_remove_folder (from);
  return to;
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static gboolean
check (const char *folder, GError **error)
{
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GAsyncResult) result = NULL;

  mull_workspace_check_async (folder, clock, on_checked_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return mull_workspace_check_finish (result, error);
}

static void
test_waits (void)
{
  char *folder = make_killed_folder (SOME, NULL);
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *log = g_build_filename (folder, LOG_NAME, NULL);

  /* Little is checked at once, and nothing need not be. */
  g_assert_false (mull_workspace_waits_for_check (folder));
  g_unlink (path);
  g_unlink (log);
  g_assert_false (mull_workspace_waits_for_check (folder));
  fixture_close (fixture_open (folder));
  g_assert_false (mull_workspace_waits_for_check (folder));
  fixture_remove_folder (folder);
}

static void
test_good (void)
{
  g_autofree char *before = NULL;
  char *folder = make_killed_folder (MUCH, &before);
  MullWorkspace *workspace;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_workspace_waits_for_check (folder));
  g_assert_true (check (folder, &error));
  g_assert_no_error (error);
  /* Once is enough. */
  g_assert_false (mull_workspace_waits_for_check (folder));
  workspace = fixture_open (folder);
  after = fixture_digest (mull_workspace_get_database (workspace));
  g_assert_cmpstr (after, ==, before);
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

/* What is damaged stays as it is, and is said as when it is opened. */
static void
test_damaged (void)
{
  char *folder = make_killed_folder (MUCH, NULL);
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *log = g_build_filename (folder, LOG_NAME, NULL);
  g_autofree char *data = NULL;
  g_autofree char *file_before = NULL;
  g_autofree char *log_before = fixture_hash_file (log);
  g_autofree char *file_after = NULL;
  g_autofree char *log_after = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  data[size / 2] ^= 1;
  g_assert_true (
      g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  file_before = fixture_hash_file (path);
  g_assert_true (mull_workspace_waits_for_check (folder));
  g_assert_false (check (folder, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, path));
  file_after = fixture_hash_file (path);
  log_after = fixture_hash_file (log);
  g_assert_cmpstr (file_after, ==, file_before);
  g_assert_cmpstr (log_after, ==, log_before);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace-accident/waits", test_waits);
  g_test_add_func ("/workspace-accident/good", test_good);
  g_test_add_func ("/workspace-accident/damaged", test_damaged);
  return g_test_run ();
}
