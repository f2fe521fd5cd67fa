/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-files"

#include "config.h"

#include "mull-backup.h"
#include "mull-custody.h"
#include "mull-error.h"
#include "mull-lock.h"
#include "mull-private-files.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What is done to a file of ours, and how it is then refused. */
static const struct
{
  const char *name;
  const char *sql;
  MullError code;
} hostile[] = {
  { "newer", "PRAGMA user_version = 2", MULL_ERROR_NEWER_FILE },
  { "far-newer", "PRAGMA user_version = 4000", MULL_ERROR_NEWER_FILE },
  { "other-application", "PRAGMA application_id = 7", MULL_ERROR_CORRUPT },
  { "no-application", "PRAGMA application_id = 0", MULL_ERROR_CORRUPT },
  { "no-version", "PRAGMA user_version = 0", MULL_ERROR_CORRUPT },
  { "trigger", "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM deal; END",
    MULL_ERROR_CORRUPT },
  { "view", "CREATE VIEW v AS SELECT id FROM deal", MULL_ERROR_CORRUPT },
  { "table", "CREATE TABLE extra (a)", MULL_ERROR_CORRUPT },
  { "index", "CREATE INDEX extra ON deal (title)", MULL_ERROR_CORRUPT },
  { "lost-index", "DROP INDEX deal_stage", MULL_ERROR_CORRUPT },
  { "column", "ALTER TABLE deal ADD COLUMN extra TEXT", MULL_ERROR_CORRUPT },
  { "lost-table", "DROP TABLE draft", MULL_ERROR_CORRUPT },
};

static void
assert_refused (const char *folder, MullError code)
{
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (path, "-shm", NULL);
  g_autofree char *before = fixture_hash_file (path);
  g_autofree char *after = NULL;
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_workspace_open (folder, clock, &error));
  g_assert_error (error, MULL_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_str_has_suffix (error->message, "."));
  after = fixture_hash_file (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shared, G_FILE_TEST_EXISTS));
}

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      char *folder = fixture_make_folder ();
      g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);

      g_test_message ("%s", hostile[i].name);
      fixture_close (fixture_open (folder));
      run_sql (path, hostile[i].sql);
      assert_refused (folder, hostile[i].code);
      fixture_remove_folder (folder);
    }
}

static void
test_foreign (void)
{
  static const char *const contents[] = { "Dear diary", "SQLite format 3", "\x01", NULL };
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);

  for (guint i = 0; contents[i] != NULL; i++)
    {
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      assert_refused (folder, MULL_ERROR_CORRUPT);
    }
  g_remove (path);
  run_sql (path, "CREATE TABLE other (a)");
  assert_refused (folder, MULL_ERROR_CORRUPT);
  fixture_remove_folder (folder);
}

/* Killed after the file was made: it is empty and ours. */
static void
test_empty_file (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  fixture_close (fixture_open (folder));
  fixture_close (fixture_open (folder));
  fixture_remove_folder (folder);
}

/* The power went while the first page was written: without its first sector nothing is in it. */
static void
test_torn_page (void)
{
  static const struct
  {
    gsize size;
    gsize other; /* where there is something else than zeros; 0: nowhere */
    gboolean is_ours;
  } cases[] = {
    { 512, 0, TRUE },     { 2560, 0, TRUE },     { 4096, 0, TRUE },     { 4096, 4090, TRUE },
    { 4096, 600, FALSE }, { 4096, 4087, FALSE }, { 4096, 100, FALSE },  { 4097, 0, FALSE },
    { 8192, 0, FALSE },   { 100, 0, FALSE },     { 2560, 2559, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *folder = fixture_make_folder ();
      g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
      g_autofree char *bytes = g_malloc0 (cases[i].size);

      if (cases[i].other != 0)
        bytes[cases[i].other] = 'x';
      g_assert_true (g_file_set_contents_full (path, bytes, (gssize) cases[i].size,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      if (cases[i].is_ours)
        {
          fixture_close (fixture_open (folder));
          fixture_close (fixture_open (folder));
        }
      else
        {
          assert_refused (folder, MULL_ERROR_CORRUPT);
        }
      fixture_remove_folder (folder);
    }
}

static guint
mode_of (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
test_modes (void)
{
  char *base = fixture_make_folder ();
  g_autofree char *folder = g_build_filename (base, "a", "b", NULL);
  mode_t before = umask (022);
  MullWorkspace *workspace = fixture_open (folder);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;

  mull_workspace_set_setting (workspace, "a", "b", &error);
  g_assert_no_error (error);
  backup = mull_backup_make (mull_workspace_get_database (workspace), folder, "copy.db",
                             MULL_BACKUP_MANUAL, FIXTURE_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mode_of (base, "a"), ==, 0700);
  g_assert_cmpint (mode_of (base, "a/b"), ==, 0700);
  g_assert_cmpint (mode_of (folder, "mulligan.db"), ==, 0600);
  g_assert_cmpint (mode_of (folder, "mulligan.db-wal"), ==, 0600);
  g_assert_cmpint (mode_of (folder, "mulligan.lock"), ==, 0600);
  g_assert_cmpint (mode_of (folder, "copy.db"), ==, 0600);
  fixture_close (workspace);
  umask (before);
  fixture_remove_folder (base);
}

/* What was put back by hand, or by a program that does not care. */
static void
test_modes_repaired (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *backup = g_build_filename (backups, "mulligan-20240101-000000-work.db", NULL);
  g_autofree char *data = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *other = g_build_filename (folder, "letter.txt", NULL);

  fixture_close (fixture_open (folder));
  g_assert_cmpint (g_mkdir (backups, 0755), ==, 0);
  g_assert_true (g_file_set_contents (backup, "x", -1, NULL));
  g_assert_cmpint (g_chmod (backups, 0755), ==, 0);
  g_assert_cmpint (g_chmod (backup, 0644), ==, 0);
  g_assert_cmpint (g_chmod (data, 0664), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_test_expect_message ("mull-private-files", G_LOG_LEVEL_MESSAGE, "4 files and folders*");
  fixture_close (fixture_open (folder));
  g_test_assert_expected_messages ();
  g_assert_cmpint (mode_of (folder, "."), ==, 0700);
  g_assert_cmpint (mode_of (folder, "mulligan.db"), ==, 0600);
  g_assert_cmpint (mode_of (folder, "backups"), ==, 0700);
  g_assert_cmpint (mode_of (backups, "mulligan-20240101-000000-work.db"), ==, 0600);

  /* A folder with something else in it is somebody else's, too. */
  g_assert_true (g_file_set_contents (other, "x", -1, NULL));
  g_assert_cmpint (g_chmod (other, 0644), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpuint (mull_private_files_repair (folder), ==, 0);
  g_assert_cmpint (mode_of (folder, "."), ==, 0755);
  g_assert_cmpint (mode_of (folder, "letter.txt"), ==, 0644);
  fixture_remove_folder (folder);
}

static void
test_linked_folder (void)
{
  char *base = fixture_make_folder ();
  g_autofree char *real = g_build_filename (base, "real", NULL);
  g_autofree char *link = g_build_filename (base, "link", NULL);
  g_autofree char *file = g_build_filename (real, "mulligan.db", NULL);
  MullWorkspace *workspace;

  g_assert_cmpint (g_mkdir (real, 0700), ==, 0);
  g_assert_cmpint (symlink (real, link), ==, 0);
  workspace = fixture_open (link);
  g_assert_cmpstr (mull_workspace_get_folder (workspace), ==, real);
  fixture_close (workspace);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  fixture_remove_folder (base);
}

/* Letters of four bytes, and what a shell or a query would stumble over. */
static void
test_odd_names (void)
{
  static const char *const names[] = { "\xf0\x9f\x8f\x8c golf \xf0\xa0\x9c\x8e",
                                       "a'b\"c;--",
                                       "100%s?mode=ro#x",
                                       "-rf *",
                                       "new\nline",
                                       " " };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *base = fixture_make_folder ();
      g_autofree char *folder = g_build_filename (base, names[i], NULL);
      g_autofree char *file = g_build_filename (folder, "mulligan.db", NULL);
      MullWorkspace *workspace = fixture_open (folder);
      g_autoptr (MullBackupManifest) backup = NULL;
      g_autofree char *safety = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (mull_workspace_set_setting (workspace, "a", "b", &error));
      backup = mull_custody_back_up (workspace, MULL_BACKUP_MANUAL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (backup->path, folder));
      g_assert_true (mull_custody_restore (workspace, backup->path, &safety, &error));
      fixture_close (workspace);
      g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
      fixture_close (fixture_open (folder));
      fixture_remove_folder (base);
    }
}

static void
test_unusable_folder (void)
{
  char *base = fixture_make_folder ();
  g_autofree char *file = g_build_filename (base, "file", NULL);
  g_autofree char *below = g_build_filename (file, "folder", NULL);
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_null (mull_workspace_open (below, clock, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, below));
  g_clear_error (&error);

  /* Nobody can make a file here, not even root. */
  g_assert_null (mull_workspace_open ("/proc/self/mulligan", clock, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY);
  fixture_remove_folder (base);
}

static void
test_lock (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *owner = g_strdup_printf ("%d on ", (int) getpid ());
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;
  guint n_opened;
  MullWorkspace *workspace = fixture_open (folder);

  n_opened = mull_database_count_opened ();
  g_assert_null (mull_workspace_open (folder, clock, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, owner));
  g_assert_cmpuint (mull_database_count_opened (), ==, n_opened);
  fixture_close (workspace);
  fixture_close (fixture_open (folder));
  fixture_remove_folder (folder);
}

/* A program that knows nothing of our lock file is kept out by SQLite. */
static void
test_other_program (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  g_autofree char *program = g_find_program_in_path ("sqlite3");
  MullWorkspace *workspace = fixture_open (folder);

  if (program != NULL)
    {
      process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
                                  NULL, program, path, "SELECT count(*) FROM deal", NULL);
      g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
      g_assert_nonnull (strstr (output, "locked"));
    }
  else
    g_test_skip ("There is no sqlite3 program.");
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

static void
test_network (void)
{
  g_assert_true (mull_lock_is_network (0x6969));
  g_assert_true (mull_lock_is_network (0x65735546));
  g_assert_false (mull_lock_is_network (0xEF53));
}

static void
test_second_name (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *other = g_build_filename (folder, "other.db", NULL);

  fixture_close (fixture_open (folder));
  g_assert_cmpint (link (path, other), ==, 0);
  assert_refused (folder, MULL_ERROR_READ_ONLY);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/hostile", test_hostile);
  g_test_add_func ("/files/foreign", test_foreign);
  g_test_add_func ("/files/empty-file", test_empty_file);
  g_test_add_func ("/files/torn-page", test_torn_page);
  g_test_add_func ("/files/modes", test_modes);
  g_test_add_func ("/files/modes-repaired", test_modes_repaired);
  g_test_add_func ("/files/linked-folder", test_linked_folder);
  g_test_add_func ("/files/odd-names", test_odd_names);
  g_test_add_func ("/files/unusable-folder", test_unusable_folder);
  g_test_add_func ("/files/lock", test_lock);
  g_test_add_func ("/files/other-program", test_other_program);
  g_test_add_func ("/files/network", test_network);
  g_test_add_func ("/files/second-name", test_second_name);
  return g_test_run ();
}
