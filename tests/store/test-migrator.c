/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-migrator"

#include "config.h"

#include "mull-migrator.h"

#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-database-error.h"
#include "mull-database-plan.h"
#include "mull-error.h"
#include "store-fixture.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

static const MullMigration good_step[] = {
  { 2, NULL, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT" }
};
static const MullMigration bad_steps[] = {
  { 2, NULL, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT" },
  { 3, NULL,
    "CREATE TABLE never (id INTEGER PRIMARY KEY) STRICT; INSERT INTO stage_total (n) VALUES (1)" },
};
/* Leaves a reference without its target, which only the check at the end sees. */
static const MullMigration dangling_step[] = {
  { 2, NULL,
    "INSERT INTO deal (uuid, title, stage_id, rank, created_at, stage_since_at)"
    " VALUES ('u', 't', 4711, 0, 0, 0)" },
};

static gboolean
add_deal_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  g_autoptr (MullStage) stage = fixture_insert_stage (db);
  g_autoptr (MullDeal) deal = fixture_insert_deal (db, stage->record.id, "Boiler");

  return TRUE;
}

static MullWorkspace *
open_with_deal (const char *folder)
{
  MullWorkspace *workspace = fixture_open (folder);
  g_autoptr (GError) error = NULL;

  mull_workspace_transact (workspace, MULL_OP_ADD_DEAL, "Add", 0, add_deal_cb, NULL, &error);
  g_assert_no_error (error);
  return workspace;
}

static void
test_step (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = open_with_deal (folder);
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autofree char *before = fixture_digest (db);
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *place = g_build_filename (folder, "backups", NULL);
  const MullBackupManifest *made;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (MullDatabase) backup = NULL;
  g_autoptr (GError) error = NULL;

  mull_migrator_run_steps (db, good_step, 1, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mull_database_get_version (db), ==, 2);
  g_assert_cmpint (fixture_query (db, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM later"), ==, 0);
  g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM undo_step"), ==, 0);
  g_assert_cmpint (fixture_query (db, "PRAGMA foreign_keys"), ==, 1);
  after = fixture_digest (db);
  g_assert_cmpstr (before, ==, after);

  backups = mull_backup_file_list (place);
  g_assert_cmpuint (backups->len, ==, 1);
  made = backups->pdata[0];
  g_assert_cmpint (made->reason, ==, MULL_BACKUP_UPDATE);
  backup = mull_database_open (made->path, MULL_DATABASE_LOOK, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mull_database_get_version (backup), ==, 1);
  kept = fixture_digest (backup);
  g_assert_cmpstr (before, ==, kept);
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

static void
test_failures (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = open_with_deal (folder);
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autofree char *before = fixture_digest (db);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_migrator_run_steps (db, dangling_step, 1, FALSE, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_cmpint (fixture_query (db, "PRAGMA user_version"), ==, 1);

  /* The first step holds, the second one never was. */
  g_assert_false (mull_migrator_run_steps (db, bad_steps, 2, FALSE, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_assert_cmpint (fixture_query (db, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (
      fixture_query (db, "SELECT count(*) FROM sqlite_schema WHERE name IN ('later', 'never')"), ==,
      1);
  after = fixture_digest (db);
  g_assert_cmpstr (before, ==, after);
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

static void
test_error_kinds (void)
{
  const struct
  {
    int code;
    int system_error;
    MullError kind;
  } cases[] = {
    { SQLITE_FULL, 0, MULL_ERROR_NO_SPACE },
    { SQLITE_IOERR_WRITE, ENOSPC, MULL_ERROR_NO_SPACE },
    { SQLITE_IOERR_WRITE, EIO, MULL_ERROR_IO },
    { SQLITE_IOERR_FSYNC, EIO, MULL_ERROR_IO },
    { SQLITE_BUSY, 0, MULL_ERROR_BUSY },
    { SQLITE_READONLY_DIRECTORY, 0, MULL_ERROR_READ_ONLY },
    { SQLITE_CANTOPEN, EACCES, MULL_ERROR_READ_ONLY },
    { SQLITE_CORRUPT_VTAB, 0, MULL_ERROR_CORRUPT },
    { SQLITE_NOTADB, 0, MULL_ERROR_CORRUPT },
    { SQLITE_CONSTRAINT_UNIQUE, 0, MULL_ERROR_CONSTRAINT },
    { SQLITE_TOOBIG, 0, MULL_ERROR_INVALID },
    { SQLITE_MISUSE, 0, MULL_ERROR_INTERNAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      mull_database_error_set (&error, cases[i].code, cases[i].system_error, "deal.secret");
      g_assert_error (error, MULL_ERROR, (int) cases[i].kind);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_null (strstr (error->message, "secret"));
    }
  g_assert_true (mull_database_error_is_sync (SQLITE_IOERR_FSYNC));
  g_assert_false (mull_database_error_is_sync (SQLITE_IOERR_WRITE));
}

static void
test_plans (void)
{
  const struct
  {
    const char *plan;
    gboolean slow;
  } cases[] = {
    { "SEARCH deal USING INTEGER PRIMARY KEY (rowid=?)", FALSE },
    { "SCAN deal", TRUE },
    { "SCAN d", TRUE },
    { "SCAN entry USING COVERING INDEX entry_deal", TRUE },
    { "SCAN stage_total", FALSE },
    { "SCAN pipeline\nUSE TEMP B-TREE FOR ORDER BY", FALSE },
    { "SEARCH deal_card USING INDEX x\nUSE TEMP B-TREE FOR ORDER BY", TRUE },
    { "SCAN f VIRTUAL TABLE INDEX 0:M1", FALSE },
    { "SEARCH m USING AUTOMATIC COVERING INDEX (a=?)", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem = mull_database_plan_find_problem (cases[i].plan);

      g_assert_cmpint (problem != NULL, ==, cases[i].slow);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migrator/step", test_step);
  g_test_add_func ("/migrator/failures", test_failures);
  g_test_add_func ("/database-error/kinds", test_error_kinds);
  g_test_add_func ("/database-plan/problems", test_plans);
  return g_test_run ();
}
