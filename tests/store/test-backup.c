/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-backup"

#include "config.h"

#include "mull-backup.h"

#include "gestures.h"
#include "mull-backup-file.h"
#include "mull-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define AT G_GINT64_CONSTANT (1715767200000000)

typedef struct
{
  char *folder;
  char *backups;
  MullWorkspace *workspace;
  MullDatabase *db;
  GRand *rand;
} Fixture;

static void
gestures (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      gesture_run (fixture->workspace, fixture->rand, &error);
      g_assert_no_error (error);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->backups = g_build_filename (fixture->folder, "backups", NULL);
  fixture->workspace = fixture_open (fixture->folder);
  fixture->db = mull_workspace_get_database (fixture->workspace);
  fixture->rand = g_rand_new_with_seed (7);
  gestures (fixture, 60);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->workspace);
  g_rand_free (fixture->rand);
  g_free (fixture->backups);
  fixture_remove_folder (fixture->folder);
}

/* The content of a file, whatever it is called. */
static char *
digest_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDatabase) look = mull_database_open (path, MULL_DATABASE_LOOK, &error);

  g_assert_no_error (error);
  return fixture_digest (look);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_make (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ours = fixture_digest (fixture->db);
  g_autofree char *mark = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *beside = NULL;
  g_autoptr (MullBackupManifest) made = NULL;
  g_autoptr (MullBackupManifest) loaded = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  made = mull_backup_make (fixture->db, fixture->backups, "a.db", MULL_BACKUP_MANUAL, AT, &error);
  g_assert_no_error (error);
  theirs = digest_of (made->path);
  g_assert_cmpstr (ours, ==, theirs);
  hash = fixture_hash_file (made->path);
  mark = mull_backup_dup_mark (fixture->db, &error);
  g_assert_no_error (error);

  loaded = mull_backup_manifest_load (made->path);
  g_assert_true (loaded->is_good);
  g_assert_cmpint (loaded->reason, ==, MULL_BACKUP_MANUAL);
  g_assert_cmpint (loaded->at, ==, AT);
  g_assert_cmpint (loaded->version, ==, mull_database_get_version (fixture->db));
  g_assert_cmpstr (loaded->sha256, ==, hash);
  g_assert_cmpstr (loaded->mark, ==, mark);
  g_assert_cmpstr (loaded->digests, ==, ours);
  g_assert_cmpint (
      loaded->n_deals, ==,
      fixture_query (fixture->db, "SELECT count(*) FROM deal WHERE trashed_at IS NULL"));

  /* For the rep alone, one file and what is said of it. */
  beside = mull_backup_manifest_dup_path (made->path);
  g_assert_cmpint (g_stat (made->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (beside, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->backups, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpuint (count_files (fixture->backups), ==, 2);
}

/* The rep goes on working while it is copied. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullBackup) backup = NULL;
  g_autoptr (MullBackupManifest) made = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *mark = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  guint n_steps = 0;

  gestures (fixture, 400);
  backup = mull_backup_new (fixture->db, fixture->backups, "a.db", MULL_BACKUP_WORK, AT, &error);
  g_assert_no_error (error);
  while (!done)
    {
      mull_backup_step (backup, 0, &done, &error);
      g_assert_no_error (error);
      n_steps++;
      if (!done)
        gestures (fixture, 5);
    }
  g_assert_cmpuint (n_steps, >, 2);
  ours = fixture_digest (fixture->db);
  mark = mull_backup_dup_mark (fixture->db, &error);
  g_assert_no_error (error);
  /* From here on it is on its own. */
  gestures (fixture, 5);
  made = mull_backup_complete (backup, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made->digests, ==, ours);
  g_assert_cmpstr (made->mark, ==, mark);
}

/* An open step is waited for, and one that is taken back is not in the copy. */
static void
test_open_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ours = fixture_digest (fixture->db);
  g_autoptr (MullBackup) backup = NULL;
  g_autoptr (MullBackupManifest) made = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  backup = mull_backup_new (fixture->db, fixture->backups, "a.db", MULL_BACKUP_WORK, AT, &error);
  g_assert_no_error (error);
  mull_workspace_begin_bulk (fixture->workspace, &error);
  g_assert_no_error (error);
  mull_database_exec (fixture->db, "UPDATE deal SET title = 'other'", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (mull_backup_step (backup, 1000, &done, &error));
      g_assert_false (done);
    }
  mull_workspace_rollback_bulk (fixture->workspace);
  while (!done)
    g_assert_true (mull_backup_step (backup, 1000, &done, &error));
  made = mull_backup_complete (backup, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made->digests, ==, ours);
}

static void
flip (const char *path, gsize offset)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  data[offset % size] ^= 0x10;
  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static char *
find_temporary (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, MULL_BACKUP_TEMPORARY))
      return g_build_filename (folder, name, NULL);
  return NULL;
}

/* One bit that the disk has otherwise, anywhere, and there is no backup. */
static void
test_flipped (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullBackup) backup =
          mull_backup_new (fixture->db, fixture->backups, "a.db", MULL_BACKUP_MANUAL, AT, &error);
      g_autofree char *temporary = NULL;
      gboolean done = FALSE;

      g_assert_no_error (error);
      while (!done)
        g_assert_true (mull_backup_step (backup, 1000, &done, &error));
      temporary = find_temporary (fixture->backups);
      flip (temporary, g_rand_int (fixture->rand));
      g_assert_null (mull_backup_complete (backup, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, "a.db"));
    }
  g_assert_cmpuint (count_files (fixture->backups), ==, 0);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullBackup) backup =
      mull_backup_new (fixture->db, fixture->backups, "a.db", MULL_BACKUP_MANUAL, AT, &error);
  g_autofree char *temporary = NULL;
  gboolean done = FALSE;

  g_assert_no_error (error);
  while (!done)
    g_assert_true (mull_backup_step (backup, 1000, &done, &error));
  temporary = find_temporary (fixture->backups);
  g_assert_cmpint (truncate (temporary, 8192), ==, 0);
  g_assert_null (mull_backup_complete (backup, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
}

/* Given up in the middle, nothing of it stays. */
static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MullBackup *backup =
      mull_backup_new (fixture->db, fixture->backups, "a.db", MULL_BACKUP_WORK, AT, &error);
  gboolean done = FALSE;

  g_assert_no_error (error);
  gestures (fixture, 400);
  g_assert_true (mull_backup_step (backup, 0, &done, &error));
  g_assert_false (done);
  mull_backup_free (backup);
  g_assert_cmpuint (count_files (fixture->backups), ==, 0);
  gestures (fixture, 3);
}

/* Nobody waits for one who cannot go on meanwhile. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullBackup) backup =
      mull_backup_new (fixture->db, fixture->backups, "a.db", MULL_BACKUP_WORK, AT, &error);
  g_autoptr (MullBackupManifest) made = NULL;

  g_assert_no_error (error);
  mull_database_begin (fixture->db, &error);
  g_assert_no_error (error);
  mull_stage_unref (fixture_insert_stage (fixture->db));
  g_assert_false (mull_backup_run (backup, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
  g_clear_error (&error);
  mull_database_rollback (fixture->db);
  g_assert_true (mull_backup_run (backup, &error));
  g_assert_no_error (error);
  made = mull_backup_complete (backup, &error);
  g_assert_no_error (error);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "mulligan.lock", NULL);
  g_autofree char *below = g_build_filename (file, "backups", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_backup_make (fixture->db, below, "a.db", MULL_BACKUP_MANUAL, AT, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_IO);
}

/* Every step moves the mark, and nothing else does. */
static void
test_mark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = mull_backup_dup_mark (fixture->db, &error);
  g_autofree char *after = NULL;

  g_hash_table_add (marks, g_strdup (before));
  gestures (fixture, 1);
  g_assert_true (g_hash_table_add (marks, mull_backup_dup_mark (fixture->db, &error)));
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_true (g_hash_table_add (marks, mull_backup_dup_mark (fixture->db, &error)));
  mull_workspace_set_setting (fixture->workspace, "a", "b", &error);
  g_assert_no_error (error);
  after = mull_backup_dup_mark (fixture->db, &error);
  g_assert_true (g_hash_table_contains (marks, after));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  umask (077);
  g_test_init (&argc, &argv, NULL);
  ADD ("/backup/make", test_make);
  ADD ("/backup/steps", test_steps);
  ADD ("/backup/open-step", test_open_step);
  ADD ("/backup/flipped", test_flipped);
  ADD ("/backup/truncated", test_truncated);
  ADD ("/backup/given-up", test_given_up);
  ADD ("/backup/held", test_held);
  ADD ("/backup/no-folder", test_no_folder);
  ADD ("/backup/mark", test_mark);
  return g_test_run ();
}
