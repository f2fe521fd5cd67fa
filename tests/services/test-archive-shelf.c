/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-archive-shelf"

#include "config.h"

#include "mull-archive-shelf.h"

#include "mull-custodian.h"
#include "mull-custody.h"
#include "mull-error.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define DEADLINE (20 * G_TIME_SPAN_SECOND)

static gboolean
write_something (MullDatabase *db, const char *path, GError **error)
{
  g_autofree char *digest = mull_database_digest (db, error);

  return digest != NULL &&
         g_file_set_contents_full (path, digest, -1, G_FILE_SET_CONTENTS_NONE, 0600, error);
}

static gboolean
fail (MullDatabase *db, const char *path, GError **error)
{
  g_file_set_contents (path, "half", -1, NULL);
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CORRUPT, "It cannot be read back.");
  return FALSE;
}

static void
set_up (OpsFixture *fixture, gconstpointer data)
{
  ops_fixture_set_up (fixture, data);
  mull_archive_shelf_set_archiver (write_something);
}

static void
tear_down (OpsFixture *fixture, gconstpointer data)
{
  mull_archive_shelf_set_archiver (NULL);
  ops_fixture_tear_down (fixture, data);
}

static void
back_up (OpsFixture *fixture, MullBackupReason reason)
{
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);
  gint64 end = g_get_monotonic_time () + DEADLINE;

  mull_custodian_back_up (custodian, reason);
  while (mull_custodian_is_busy (custodian))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static guint
count (const char *folder)
{
  g_autoptr (GPtrArray) list = mull_archive_shelf_list (folder);

  return list->len;
}

/* With the first backup, with every one that the rep makes, and once a week; on the stick, too. */
static void
test_when (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  char *stick = fixture_make_folder ();
  g_autofree char *place = NULL;
  g_autofree char *content = NULL;
  g_autofree char *ours = fixture_digest (fixture->db);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;

  mull_custody_set_outside (fixture->workspace, stick, &error);
  back_up (fixture, MULL_BACKUP_WORK);
  g_assert_cmpuint (count (folder), ==, 1);
  place = mull_custody_dup_outside_place (fixture->workspace);
  g_assert_cmpuint (count (place), ==, 1);
  list = mull_archive_shelf_list (folder);
  g_assert_true (
      g_file_get_contents (((MullShelvedArchive *) list->pdata[0])->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, ours);

  mull_clock_set_now (fixture->clock, FIXTURE_NOW + 6 * G_TIME_SPAN_DAY);
  back_up (fixture, MULL_BACKUP_WORK);
  g_assert_cmpuint (count (folder), ==, 1);
  mull_clock_set_now (fixture->clock, FIXTURE_NOW + 7 * G_TIME_SPAN_DAY);
  back_up (fixture, MULL_BACKUP_WORK);
  g_assert_cmpuint (count (folder), ==, 2);
  mull_clock_set_now (fixture->clock, FIXTURE_NOW + 8 * G_TIME_SPAN_DAY);
  backup = mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (folder), ==, 3);
  fixture_remove_folder (stick);
}

static void
on_failed_cb (MullCustodian *custodian, const GError *error, gpointer user_data)
{
  *(guint *) user_data += 1;
}

/* The backup is good without it; what is no good has no name. */
static void
test_failed (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_failed = 0;

  mull_archive_shelf_set_archiver (fail);
  g_signal_connect (mull_custodian_get (fixture->workspace), "failed", G_CALLBACK (on_failed_cb),
                    &n_failed);
  back_up (fixture, MULL_BACKUP_WORK);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpuint (count (folder), ==, 0);
  backups = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (backups->len, ==, 1);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_suffix (name, ".xml"));
}

/* Two years of weeks: the newest five, and the first of twelve months. */
static void
test_thinning (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  g_autofree char *mine = g_build_filename (folder, "mine.xml", NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;

  backup = mull_custody_back_up (fixture->workspace, MULL_BACKUP_WORK, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
  for (int i = 0; i < 104; i++)
    {
      backup->at = FIXTURE_NOW + i * 7 * G_TIME_SPAN_DAY;
      g_assert_true (mull_archive_shelf_make (folder, backup, &error));
    }
  list = mull_archive_shelf_list (folder);
  g_assert_cmpint (((MullShelvedArchive *) list->pdata[0])->at, ==,
                   FIXTURE_NOW + 103 * 7 * G_TIME_SPAN_DAY);
  g_assert_cmpuint (list->len, >=, 15);
  g_assert_cmpuint (list->len, <=, 17);
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
}

/* What leaves the data folder is the same, and for nobody else to read. */
static void
test_copy (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  g_autofree char *outside = g_build_filename (fixture->folder, "outside", NULL);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  g_autofree char *our_hash = NULL;
  g_autofree char *their_hash = NULL;
  g_autoptr (GError) error = NULL;
  const MullShelvedArchive *copy;
  GStatBuf info;

  g_assert_cmpint (g_mkdir (outside, 0755), ==, 0);
  backup = mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 2; i++)
    {
      mull_archive_shelf_copy (folder, outside, &error);
      g_assert_no_error (error);
    }
  ours = mull_archive_shelf_list (folder);
  theirs = mull_archive_shelf_list (outside);
  g_assert_cmpuint (theirs->len, ==, 1);
  copy = theirs->pdata[0];
  our_hash = fixture_hash_file (((MullShelvedArchive *) ours->pdata[0])->path);
  their_hash = fixture_hash_file (copy->path);
  g_assert_cmpstr (their_hash, ==, our_hash);
  g_assert_cmpint (g_stat (copy->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

#define ADD(path, func) g_test_add (path, OpsFixture, NULL, set_up, func, tear_down)

/* Those of the folder outside are listed once, and none is restored. */
static void
test_listed (OpsFixture *fixture, gconstpointer data)
{
  char *stick = fixture_make_folder ();
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  g_autofree char *place = NULL;
  g_autofree char *older = NULL;
  g_autoptr (GPtrArray) archives = NULL;
  g_autoptr (GPtrArray) here = NULL;
  g_autoptr (GError) error = NULL;
  MullRestoreLoss loss;

  g_assert_true (mull_custody_set_outside (fixture->workspace, stick, &error));
  place = mull_custody_dup_outside_place (fixture->workspace);
  back_up (fixture, MULL_BACKUP_MANUAL);
  older = g_build_filename (place, "mulligan-20240101-080000.xml", NULL);
  g_assert_true (g_file_set_contents (older, "<?xml version=\"1.0\"?>", -1, NULL));
  here = mull_archive_shelf_list (folder);
  archives = mull_custody_list_archives (fixture->workspace);
  g_assert_cmpuint (here->len, ==, 1);
  g_assert_cmpuint (archives->len, ==, 2);
  g_assert_cmpstr (((MullShelvedArchive *) archives->pdata[0])->path, ==,
                   ((MullShelvedArchive *) here->pdata[0])->path);
  g_assert_cmpstr (((MullShelvedArchive *) archives->pdata[1])->path, ==, older);
  g_assert_true (mull_archive_shelf_is_archive (older));
  g_assert_false (mull_archive_shelf_is_archive (place));
  g_assert_false (mull_archive_shelf_is_archive (mull_database_get_path (fixture->db)));
  ops_fixture_before (fixture);
  g_assert_false (mull_custody_compare (fixture->workspace, older, &loss, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mull_custody_restore (fixture->workspace, older, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "imported"));
  ops_fixture_assert_nothing (fixture);
  fixture_remove_folder (stick);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/archive-shelf/when", test_when);
  ADD ("/archive-shelf/failed", test_failed);
  ADD ("/archive-shelf/thinning", test_thinning);
  ADD ("/archive-shelf/copy", test_copy);
  ADD ("/archive-shelf/listed", test_listed);
  return g_test_run ();
}
