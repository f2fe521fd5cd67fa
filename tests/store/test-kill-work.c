/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Killed in the middle of a migration, and of a backup. */
#define G_LOG_DOMAIN "test-kill-work"

#include "config.h"

#include "gestures.h"
#include "mull-backup-file.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* More with MULLIGAN_TEST_KILLS. */
#define N_MIGRATIONS 400
#define N_BACKUPS 100
#define N_GESTURES 150

static const char *driver;

static char *
make_data (char **digest)
{
  char *folder = fixture_make_quick_folder ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  MullWorkspace *workspace = fixture_open (folder);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_GESTURES; i++)
    {
      gesture_run (workspace, rand, &error);
      g_assert_no_error (error);
    }
  *digest = fixture_digest (mull_workspace_get_database (workspace));
  fixture_close (workspace);
  return folder;
}

/* @after: microseconds after it began, or -1 to let it end. Returns: how long it took. */
static gint64
run (const char *folder, const char *option, gint64 after)
{
  const char *argv[] = { driver, folder, option, NULL };
  g_autoptr (GError) error = NULL;
  int output, status;
  gint64 start;
  char c = '\0';
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &output, NULL, &error);
  g_assert_no_error (error);
  while (c != '\n')
    g_assert_cmpint (read (output, &c, 1), ==, 1);
  start = g_get_monotonic_time ();
  while (after >= 0 && g_get_monotonic_time () < start + after)
    g_thread_yield ();
  if (after >= 0)
    kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (after >= 0 || status == 0);
  close (output);
  g_spawn_close_pid (pid);
  return g_get_monotonic_time () - start;
}

/* ── Migration ────────────────────────────────────────────────────────── */

static gint64
ask (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 answer;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return answer;
}

/* Returns: whether it is at the later version; then wholly so */
static gboolean
is_migrated (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  sqlite3 *db = NULL;
  gint64 version;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  /* As we open it: without a file of shared memory beside it. */
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE", 0, 0, 0), ==, SQLITE_OK);
  version = ask (db, "PRAGMA user_version");
  g_assert_true (version == 1 || version == 2);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM pragma_integrity_check WHERE"
                            " integrity_check != 'ok'"),
                   ==, 0);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'later'"), ==,
                   version - 1);
  if (version == 2)
    g_assert_cmpint (ask (db, "SELECT (SELECT count(*) FROM deal WHERE later IS NOT title) +"
                              "       (SELECT count(*) FROM deal) - (SELECT count(*) FROM later)"),
                     ==, 0);
  sqlite3_close (db);
  return version == 2;
}

/* Before the first step there is a backup, and it is whole. */
static void
assert_backed_up (const char *folder, const char *digest)
{
  g_autofree char *place = g_build_filename (folder, "backups", NULL);
  g_autoptr (GPtrArray) backups = mull_backup_file_list (place);
  const MullBackupManifest *backup;
  g_autoptr (MullDatabase) look = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (backups->len, ==, 1);
  backup = backups->pdata[0];
  look = mull_database_open (backup->path, MULL_DATABASE_LOOK, &error);
  g_assert_no_error (error);
  kept = fixture_digest (look);
  g_assert_cmpstr (kept, ==, digest);
}

static void
assert_old (const char *folder, const char *digest)
{
  MullWorkspace *workspace = fixture_open (folder);
  g_autofree char *now = fixture_digest (mull_workspace_get_database (workspace));

  g_assert_cmpstr (now, ==, digest);
  fixture_close (workspace);
}

static void
test_migration (void)
{
  guint n_kills = fixture_get_size ("MULLIGAN_TEST_KILLS", N_MIGRATIONS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *digest = NULL;
  char *data = make_data (&digest);
  guint n_old = 0, n_new = 0;
  gint64 span = 0;

  for (guint i = 0; i <= n_kills; i++)
    {
      char *folder = fixture_make_quick_folder ();

      fixture_copy_file (data, folder, "mulligan.db");
      /* The first one shows how long it takes. */
      if (i == 0)
        span = run (folder, "--migrate", -1);
      else
        run (folder, "--migrate", g_rand_int_range (rand, 0, (gint32) span));
      if (is_migrated (folder))
        {
          assert_backed_up (folder, digest);
          n_new++;
        }
      else
        {
          assert_old (folder, digest);
          n_old++;
        }
      fixture_remove_folder (folder);
    }
  g_test_message ("%u kills of a migration: %u left the old version, %u the new, 0 half", n_kills,
                  n_old, n_new);
  g_assert_cmpuint (n_old, >, n_kills / 20);
  g_assert_cmpuint (n_new, >, 1);
  fixture_remove_folder (data);
}

/* ── Backup ───────────────────────────────────────────────────────────── */

/* Whatever is called a backup is one. Returns: how many there are */
static guint
assert_backups (const char *folder, const char *digest)
{
  g_autofree char *place = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);
      g_autoptr (MullDatabase) look = NULL;
      g_autofree char *kept = NULL;
      g_autoptr (GError) error = NULL;

      if (name[0] == '.' || !g_str_has_suffix (name, ".db"))
        continue;
      look = mull_database_open (path, MULL_DATABASE_LOOK, &error);
      g_assert_no_error (error);
      g_assert_true (mull_database_check (look, &error));
      kept = fixture_digest (look);
      g_assert_cmpstr (kept, ==, digest);
      n++;
    }
  return n;
}

static void
test_backup (void)
{
  guint n_kills = fixture_get_size ("MULLIGAN_TEST_KILLS", N_BACKUPS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autofree char *digest = NULL;
  char *data = make_data (&digest);
  guint n_made = 0;
  gint64 span = 0;

  for (guint i = 0; i <= n_kills; i++)
    {
      char *folder = fixture_make_quick_folder ();

      fixture_copy_file (data, folder, "mulligan.db");
      if (i == 0)
        span = run (folder, "--back-up", -1);
      else
        run (folder, "--back-up", g_rand_int_range (rand, 0, (gint32) span));
      n_made += assert_backups (folder, digest);
      fixture_remove_folder (folder);
    }
  g_test_message ("%u kills of a backup: %u were there, each one whole", n_kills, n_made);
  g_assert_cmpuint (n_made, <=, n_kills);
  fixture_remove_folder (data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  driver = argv[1];
  g_test_add_func ("/kill-work/migration", test_migration);
  g_test_add_func ("/kill-work/backup", test_backup);
  return g_test_run ();
}
