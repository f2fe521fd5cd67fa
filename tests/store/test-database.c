/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-database"

#include "config.h"

#include "mull-database.h"

#include "mull-error.h"
#include "store-fixture.h"

static void
test_settings (void)
{
  const struct
  {
    const char *sql;
    gint64 value;
  } expected[] = {
    { "PRAGMA synchronous", 2 },
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA temp_store", 2 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA wal_autocheckpoint", 1000 },
    { "PRAGMA mmap_size", 0 },
    { "PRAGMA application_id", 0x4D554C47 },
    { "PRAGMA user_version", 1 },
    { "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'", 1 },
    { "SELECT count(*) FROM pragma_locking_mode WHERE locking_mode = 'exclusive'", 1 },
  };
  char *folder = fixture_make_folder ();
  guint n_opened = mull_database_count_opened ();
  MullWorkspace *workspace = fixture_open (folder);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (fixture_query (mull_workspace_get_database (workspace), expected[i].sql), ==,
                     expected[i].value);
  g_assert_cmpuint (mull_database_count_opened (), ==, n_opened + 1);
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

/* SQLite takes a transaction back by itself after some failures: what follows in it may not be
 * stored piece by piece. */
static void
test_adrift (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (MullDatabase) db = fixture_open_copy (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_database_begin (db, &error));
  g_assert_true (
      mull_database_exec (db, "INSERT INTO setting (key, value) VALUES ('a', '1')", &error));
  g_assert_false (mull_database_exec (
      db, "INSERT OR ROLLBACK INTO setting (key, value) VALUES ('a', '2')", NULL));
  g_assert_false (mull_database_in_transaction (db));
  g_assert_false (
      mull_database_exec (db, "INSERT INTO setting (key, value) VALUES ('b', '1')", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (mull_database_commit (db, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_IO);
  g_clear_error (&error);
  mull_database_rollback (db);
  g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM setting"), ==, 0);

  /* It can be worked with afterwards. */
  g_assert_true (mull_database_begin (db, &error));
  g_assert_true (
      mull_database_exec (db, "INSERT INTO setting (key, value) VALUES ('c', '1')", &error));
  g_assert_true (mull_database_commit (db, &error));
  g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM setting"), ==, 1);
  g_assert_true (mull_database_close (db, NULL));
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/database/settings", test_settings);
  g_test_add_func ("/database/adrift", test_adrift);
  return g_test_run ();
}
