/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-backup-file"

#include "config.h"

#include "mull-backup-file.h"

#include "mull-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HOUR G_TIME_SPAN_HOUR

static MullBackupManifest *
write_backup (const char *folder, const char *name, const char *text, gint64 at)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  MullBackupManifest *manifest = mull_backup_manifest_new (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_free (manifest->sha256);
  manifest->sha256 = mull_backup_file_hash (path, &manifest->size, &error);
  g_assert_no_error (error);
  manifest->at = at;
  manifest->is_good = TRUE;
  mull_backup_manifest_save (manifest, &error);
  g_assert_no_error (error);
  return manifest;
}

static void
test_names (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *name = mull_backup_file_dup_name (folder, MULL_BACKUP_IMPORT, FIXTURE_NOW);
  g_autofree char *next = NULL;
  g_autoptr (MullBackupManifest) first = NULL;

  g_assert_cmpstr (name, ==, "mulligan-20240515-100000-import.db");
  first = write_backup (folder, name, "first", FIXTURE_NOW);
  next = mull_backup_file_dup_name (folder, MULL_BACKUP_IMPORT, FIXTURE_NOW);
  g_assert_cmpstr (next, ==, "mulligan-20240515-100000-import-2.db");
  fixture_remove_folder (folder);
}

static void
test_list (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *stray = g_build_filename (folder, "stray.db", NULL);
  g_autofree char *temporary = g_build_filename (folder, MULL_BACKUP_TEMPORARY "1-a.db", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_autoptr (MullBackupManifest) older = write_backup (folder, "b.db", "older", FIXTURE_NOW - HOUR);
  g_autoptr (MullBackupManifest) newer = write_backup (folder, "a.db", "newer", FIXTURE_NOW);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (stray, "stray", -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (temporary, "half", -1, &error);
  g_assert_no_error (error);
  list = mull_backup_file_list (folder);
  g_assert_cmpuint (list->len, ==, 3);
  /* The stray one is of today. */
  g_assert_cmpstr (((MullBackupManifest *) list->pdata[0])->path, ==, stray);
  g_assert_false (((MullBackupManifest *) list->pdata[0])->is_good);
  g_assert_cmpstr (((MullBackupManifest *) list->pdata[1])->path, ==, newer->path);
  g_assert_cmpstr (((MullBackupManifest *) list->pdata[2])->path, ==, older->path);

  mull_backup_file_sweep (folder);
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
  g_assert_true (mull_backup_file_remove (older->path, &error));
  g_clear_pointer (&list, g_ptr_array_unref);
  list = mull_backup_file_list (folder);
  g_assert_cmpuint (list->len, ==, 2);
  none = mull_backup_file_list (missing);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_remove_folder (folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Whatever has not both a name and a manifest of ours is somebody else's. */
static void
test_thin (void)
{
  static const char *const others[] = { "photos.db", "mulligan-notes.db",
                                        "mulligan-20200101-000000-work.db" };
  static const char *const named[] = { "before-trip.db", "mulligan-20200101-000000-work.db.db" };
  char *folder = fixture_make_folder ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const gint64 old = FIXTURE_NOW - 800 * G_TIME_SPAN_DAY;
  guint n_before;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (folder, others[i], NULL);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, "theirs", -1, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    mull_backup_manifest_free (write_backup (folder, named[i], "by name", old));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = mull_backup_file_dup_name (folder, MULL_BACKUP_WORK, old);

      mull_backup_manifest_free (write_backup (folder, name, "ours", old + i));
    }
  n_before = count_files (folder);
  /* Three of one day, of which one stays. */
  g_assert_cmpuint (mull_backup_file_thin (folder, FIXTURE_NOW, utc), ==, 2);
  g_assert_cmpuint (count_files (folder), ==, n_before - 4);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (folder, others[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  fixture_remove_folder (folder);
}

static void
test_free (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autofree char *manifest = mull_backup_manifest_dup_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_backup_file_check_free (path, &error));
  /* It would be replaced, too. */
  g_file_set_contents (manifest, "theirs", -1, &error);
  g_assert_no_error (error);
  g_assert_false (mull_backup_file_check_free (path, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  g_unlink (manifest);
  /* A link to nowhere is something. */
  g_assert_cmpint (symlink ("nowhere", path), ==, 0);
  g_assert_false (mull_backup_file_check_free (path, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  fixture_remove_folder (folder);
}

static void
test_recheck (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (MullBackupManifest) backup = write_backup (folder, "a.db", "good", FIXTURE_NOW);
  g_autoptr (MullBackupManifest) after = NULL;
  g_autoptr (MullBackupManifest) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_backup_file_recheck (backup, FIXTURE_NOW + HOUR, &error));
  g_assert_no_error (error);
  after = mull_backup_manifest_load (backup->path);
  g_assert_cmpint (after->checked_at, ==, FIXTURE_NOW + HOUR);
  g_assert_true (after->is_good);

  g_file_set_contents (backup->path, "goot", -1, &error);
  g_assert_no_error (error);
  g_assert_false (mull_backup_file_recheck (backup, FIXTURE_NOW + 2 * HOUR, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, backup->path));
  changed = mull_backup_manifest_load (backup->path);
  g_assert_false (changed->is_good);
  g_assert_cmpint (changed->checked_at, ==, FIXTURE_NOW + HOUR);
  fixture_remove_folder (folder);
}

static void
test_copy (void)
{
  char *folder = fixture_make_folder ();
  char *stick = fixture_make_folder ();
  g_autofree char *missing = g_build_filename (stick, "missing", NULL);
  g_autofree char *path = g_build_filename (stick, "a.db", NULL);
  g_autoptr (MullBackupManifest) backup = write_backup (folder, "a.db", "good", FIXTURE_NOW);
  g_autoptr (MullBackupManifest) copy = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  mull_backup_file_copy (backup, stick, &error);
  g_assert_no_error (error);
  copy = mull_backup_manifest_load (path);
  g_assert_true (copy->is_good);
  g_assert_cmpstr (copy->sha256, ==, backup->sha256);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  g_assert_false (mull_backup_file_copy (backup, missing, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_IO);
  g_clear_error (&error);
  /* One that is no longer good is not spread. */
  g_file_set_contents (backup->path, "goot", -1, &error);
  g_assert_no_error (error);
  g_assert_false (mull_backup_file_copy (backup, stick, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  fixture_remove_folder (folder);
  fixture_remove_folder (stick);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-file/names", test_names);
  g_test_add_func ("/backup-file/list", test_list);
  g_test_add_func ("/backup-file/thin", test_thin);
  g_test_add_func ("/backup-file/free", test_free);
  g_test_add_func ("/backup-file/recheck", test_recheck);
  g_test_add_func ("/backup-file/copy", test_copy);
  return g_test_run ();
}
