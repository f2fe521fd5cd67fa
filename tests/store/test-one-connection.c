/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SQLite of Debian 12 can corrupt a file that two connections write the log of: there is one.
 */
#define G_LOG_DOMAIN "test-one-connection"

#include "config.h"

#include "gestures.h"
#include "mull-custody.h"
#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

static guint n_live;

int __real_sqlite3_open_v2 (const char *name, sqlite3 **db, int flags, const char *vfs);
int __wrap_sqlite3_open_v2 (const char *name, sqlite3 **db, int flags, const char *vfs);
int __wrap_sqlite3_open (const char *name, sqlite3 **db);
int __wrap_sqlite3_open16 (const void *name, sqlite3 **db);

int
__wrap_sqlite3_open_v2 (const char *name, sqlite3 **db, int flags, const char *vfs)
{
  n_live += strstr (name, "/mulligan.db") != NULL;
  return __real_sqlite3_open_v2 (name, db, flags, vfs);
}

/* Nothing of ours may go by another door. */
int
__wrap_sqlite3_open (const char *name, sqlite3 **db)
{
  g_assert_not_reached ();
}

int
__wrap_sqlite3_open16 (const void *name, sqlite3 **db)
{
  g_assert_not_reached ();
}

static void
assert_text (MullDatabase *db, const char *sql, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, sql, &error);

  g_assert_true (mull_statement_step_row (statement, &error));
  g_assert_cmpstr (mull_statement_get_text (statement, 0), ==, wanted);
}

static void
test_day (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  MullWorkspace *workspace;
  MullDatabase *db;
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autofree char *safety = NULL;
  g_autofree char *shared = g_build_filename (folder, "mulligan.db-shm", NULL);
  g_autoptr (GError) error = NULL;

  n_live = 0;
  workspace = fixture_open (folder);
  db = mull_workspace_get_database (workspace);
  for (guint i = 0; i < 20; i++)
    g_assert_true (gesture_run (workspace, rand, &error));
  g_assert_true (mull_workspace_undo (workspace, &error));
  backup = mull_custody_back_up (workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  g_assert_true (mull_custody_restore (workspace, backup->path, &safety, &error));
  g_assert_true (mull_custody_undo_restore (workspace, safety, &error));
  g_assert_true (mull_database_checkpoint (db, &error));
  g_assert_cmpuint (n_live, ==, 1);
  assert_text (db, "PRAGMA locking_mode", "exclusive");
  assert_text (db, "PRAGMA journal_mode", "wal");
  assert_text (db, "PRAGMA synchronous", "2");
  g_assert_false (g_file_test (shared, G_FILE_TEST_EXISTS));
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/one-connection/day", test_day);
  return g_test_run ();
}
