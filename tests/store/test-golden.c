/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-golden"

#include "config.h"

#include "mull-error.h"
#include "mull-store.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* Databases as released versions left them, in golden/, open in this one: argument 1 is that
 * folder. A dump is made with golden/make.sh once for each version of the schema. */

static const char *golden_folder;

static char *
read_golden (int version, const char *extension)
{
  g_autofree char *name = g_strdup_printf ("version-%d.%s", version, extension);
  g_autofree char *path = g_build_filename (golden_folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return g_strchomp (content);
}

/* As the sqlite3 program would read it. */
static void
restore (const char *folder, int version)
{
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *sql = read_golden (version, "sql");
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("version %d: %s", version, sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static guint
undo_all (MullWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (mull_workspace_undo (workspace, &error))
    n++;
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  return n;
}

static void
check (MullWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  mull_database_check (mull_workspace_get_database (workspace), &error);
  g_assert_no_error (error);
  fixture_check_derived (workspace);
}

static void
test_version (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace;
  MullDatabase *db;
  guint n_steps;

  restore (folder, version);
  g_test_message (
      "If it is refused: was this version changed before its release? Run make.sh anew.");
  workspace = fixture_open (folder);
  db = mull_workspace_get_database (workspace);
  g_assert_cmpint (mull_database_get_version (db), ==, MULL_STORE_VERSION);
  check (workspace);
  if (version == MULL_STORE_VERSION)
    {
      g_autofree char *expected = read_golden (version, "digest");
      g_autofree char *before = fixture_digest (db);
      g_autofree char *after = NULL;
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, before, -1);

      g_assert_cmpstr (sum, ==, expected);
      n_steps = undo_all (workspace);
      g_assert_cmpuint (n_steps, >, 20);
      g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM deal"), ==, 0);
      check (workspace);
      for (guint i = 0; i < n_steps; i++)
        g_assert_true (mull_workspace_redo (workspace, NULL));
      after = fixture_digest (db);
      g_assert_cmpstr (after, ==, before);
    }
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  golden_folder = argv[1];
  for (int version = 1; version <= MULL_STORE_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("/golden/version-%d", version);

      g_test_add_data_func (path, GINT_TO_POINTER (version), test_version);
    }
  return g_test_run ();
}
