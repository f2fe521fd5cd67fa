/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-custodian"
#define _GNU_SOURCE /* memmem() */

#include "config.h"

#include "mull-custodian-private.h"

#include "mull-backup-file.h"
#include "mull-custody.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define DEADLINE (20 * G_TIME_SPAN_SECOND)

typedef struct
{
  guint n_made;
  guint n_failed;
  char *path;
  GError *error;
} Told;

static void
on_made_cb (MullCustodian *custodian, const char *path, gpointer user_data)
{
  Told *told = user_data;

  told->n_made++;
  g_free (told->path);
  told->path = g_strdup (path);
}

static void
on_failed_cb (MullCustodian *custodian, const GError *error, gpointer user_data)
{
  Told *told = user_data;

  told->n_failed++;
  g_clear_error (&told->error);
  told->error = g_error_copy (error);
}

static void
told_clear (Told *told)
{
  g_free (told->path);
  g_clear_error (&told->error);
}

static MullCustodian *
listen (OpsFixture *fixture, Told *told)
{
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);

  g_assert_true (custodian == mull_custodian_get (fixture->workspace));
  g_signal_connect (custodian, "made", G_CALLBACK (on_made_cb), told);
  g_signal_connect (custodian, "failed", G_CALLBACK (on_failed_cb), told);
  return custodian;
}

static void
wait_until_done (MullCustodian *custodian)
{
  gint64 end = g_get_monotonic_time () + DEADLINE;

  while (mull_custodian_is_busy (custodian))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_made (OpsFixture *fixture, gconstpointer data)
{
  Told told = { 0 };
  MullCustodian *custodian = listen (fixture, &told);
  char *stick = fixture_make_folder ();
  g_autofree char *ours = fixture_digest (fixture->db);
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  g_autofree char *outside = NULL;
  g_autoptr (MullBackupManifest) copy = NULL;
  g_autoptr (GError) error = NULL;

  mull_custody_set_outside (fixture->workspace, stick, &error);
  g_assert_no_error (error);
  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  /* One at a time. */
  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  wait_until_done (custodian);
  g_assert_no_error (told.error);
  g_assert_cmpuint (told.n_made, ==, 1);
  name = g_path_get_basename (told.path);
  place = mull_custody_dup_outside_place (fixture->workspace);
  g_assert_true (g_str_has_prefix (place, stick));
  outside = g_build_filename (place, name, NULL);
  copy = mull_backup_manifest_load (outside);
  g_assert_true (copy->is_good);
  g_assert_cmpstr (copy->digests, ==, ours);
  g_assert_cmpint (mull_custody_get_outside_at (fixture->workspace), ==, FIXTURE_NOW);

  /* The stick is pulled: that is no failure. */
  fixture_remove_folder (stick);
  mull_custodian_back_up (custodian, MULL_BACKUP_WORK);
  wait_until_done (custodian);
  g_assert_cmpuint (told.n_made, ==, 2);
  g_assert_cmpuint (told.n_failed, ==, 0);
  g_signal_handlers_disconnect_by_data (custodian, &told);
  told_clear (&told);
}

/* What others have on the stick stays, and so do the copies of another data folder. */
static void
test_stick_shared (OpsFixture *fixture, gconstpointer data)
{
  const gint64 old = FIXTURE_NOW - 100 * G_TIME_SPAN_DAY;
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);
  char *stick = fixture_make_folder ();
  char *folder = fixture_make_folder ();
  MullWorkspace *other = fixture_open (folder);
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *photos = g_build_filename (stick, "photos.db", NULL);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (photos, "theirs", -1, &error);
  g_assert_no_error (error);
  mull_custody_set_outside (fixture->workspace, stick, &error);
  g_assert_no_error (error);
  mull_custody_set_outside (other, stick, &error);
  g_assert_no_error (error);
  ours = mull_custody_dup_outside_place (fixture->workspace);
  theirs = mull_custody_dup_outside_place (other);
  g_assert_cmpstr (ours, !=, theirs);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MullBackupManifest) backup =
          mull_custody_back_up (other, MULL_BACKUP_WORK, &error);

      g_assert_no_error (error);
      backup->at = old + i;
      g_assert_cmpint (g_mkdir_with_parents (theirs, 0700), ==, 0);
      mull_backup_file_copy (backup, theirs, &error);
      g_assert_no_error (error);
    }
  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  wait_until_done (custodian);
  copies = mull_backup_file_list (ours);
  g_assert_cmpuint (copies->len, ==, 1);
  g_clear_pointer (&copies, g_ptr_array_unref);
  copies = mull_backup_file_list (theirs);
  g_assert_cmpuint (copies->len, ==, 3);
  g_assert_true (g_file_test (photos, G_FILE_TEST_EXISTS));
  fixture_close (other);
  fixture_remove_folder (folder);
  fixture_remove_folder (stick);
}

static void
test_failed (OpsFixture *fixture, gconstpointer data)
{
  Told told = { 0 };
  MullCustodian *custodian = listen (fixture, &told);
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (folder, "in the way", -1, &error);
  g_assert_no_error (error);
  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  wait_until_done (custodian);
  g_assert_cmpuint (told.n_made, ==, 0);
  g_assert_cmpuint (told.n_failed, ==, 1);
  g_assert_error (told.error, MULL_ERROR, MULL_ERROR_IO);
  g_signal_handlers_disconnect_by_data (custodian, &told);
  told_clear (&told);
}

static void
test_finish (OpsFixture *fixture, gconstpointer data)
{
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;

  mull_custodian_finish (custodian);
  first = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpint (((MullBackupManifest *) first->pdata[0])->reason, ==, MULL_BACKUP_QUIT);
  /* Nothing changed. */
  mull_custodian_finish (custodian);
  second = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (second->len, ==, 1);
}

/* What was being made at the end counts, although nobody comes back to say so. */
static void
test_finish_in_middle (OpsFixture *fixture, gconstpointer data)
{
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);
  char *stick = fixture_make_folder ();
  g_autofree char *place = NULL;
  g_autofree char *leftover = NULL;
  g_autoptr (GError) error = NULL;

  mull_custody_set_outside (fixture->workspace, stick, &error);
  g_assert_no_error (error);
  place = mull_custody_dup_outside_place (fixture->workspace);
  leftover = g_build_filename (place, MULL_BACKUP_TEMPORARY "mulligan.db", NULL);
  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_file_set_contents (leftover, "half", -1, &error);
  g_assert_no_error (error);
  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  g_main_context_iteration (NULL, TRUE);
  mull_custodian_finish (custodian);
  g_assert_cmpint (mull_custody_get_outside_at (fixture->workspace), ==, FIXTURE_NOW);
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
  wait_until_done (custodian);
  fixture_remove_folder (stick);
}

/* A rescue that was killed leaves half a copy in the data folder. */
static void
test_swept (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *leftover =
      g_build_filename (fixture->folder, MULL_BACKUP_TEMPORARY "mulligan.db", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (leftover, "half", -1, &error);
  g_assert_no_error (error);
  mull_custodian_watch (mull_custodian_get (fixture->workspace));
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
}

/* The data is closed while it is being copied. */
static void
test_closed (OpsFixture *fixture, gconstpointer data)
{
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  g_autoptr (GDir) dir = NULL;

  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  g_assert_true (mull_custodian_is_busy (custodian));
  fixture_close (fixture->workspace);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  fixture->workspace = fixture_open (fixture->folder);
}

static char *
dup_data_path (OpsFixture *fixture)
{
  return g_build_filename (fixture->folder, "mulligan.db", NULL);
}

static void
spoil_free_page (OpsFixture *fixture)
{
  g_autofree char *path = dup_data_path (fixture);

  fixture_close (fixture->workspace);
  fixture_spoil_free_page (path);
  fixture->workspace = fixture_open (fixture->folder);
  fixture->db = mull_workspace_get_database (fixture->workspace);
}

/* A wrong page that nobody has is found out by a check of everything, beside the main loop. */
static void
test_free_page (OpsFixture *fixture, gconstpointer data)
{
  Told told = { 0 };
  g_autoptr (OpsTurns) turns = NULL;
  g_autoptr (MullBackupManifest) backup = NULL;
  MullCustodian *custodian;

  spoil_free_page (fixture);
  turns = ops_turns_new (fixture->workspace);
  custodian = listen (fixture, &told);
  for (guint i = 1; i <= 2; i++)
    {
      mull_custodian_back_up (custodian, MULL_BACKUP_WORK);
      wait_until_done (custodian);
      g_assert_no_error (told.error);
      g_assert_cmpuint (told.n_made, ==, i);
    }
  g_assert_cmpuint (ops_turns_get (turns), ==, 1);
  backup = mull_backup_manifest_load (told.path);
  g_assert_true (backup->is_good);
  g_assert_cmpint (mull_workspace_get_freeze (fixture->workspace), ==, MULL_FREEZE_NONE);
  g_signal_handlers_disconnect_by_data (custodian, &told);
  told_clear (&told);
}

/* Whoever quits does not lose the backup to a check that is not over. */
static void
test_finish_in_check (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (OpsTurns) turns = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  MullCustodian *custodian;

  spoil_free_page (fixture);
  turns = ops_turns_new (fixture->workspace);
  custodian = mull_custodian_get (fixture->workspace);
  mull_custodian_back_up (custodian, MULL_BACKUP_WORK);
  while (ops_turns_get (turns) == 0)
    g_main_context_iteration (NULL, TRUE);
  mull_custodian_finish (custodian);
  backups = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (((MullBackupManifest *) backups->pdata[0])->is_good);
  g_assert_false (mull_custodian_is_busy (custodian));
  /* The end of the check is still to come, and concerns nobody. */
  while (G_OBJECT (fixture->workspace)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (mull_custodian_is_busy (custodian));
}

#define WORDS "nobody reads this at the start"

/* One bit of the words, which can be turned back. */
static void
turn_bit (OpsFixture *fixture)
{
  g_autofree char *path = dup_data_path (fixture);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  char *place;

  fixture_close (fixture->workspace);
  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  place = memmem (bytes, size, &WORDS[1], strlen (&WORDS[1]));
  g_assert_nonnull (place);
  place[-1] ^= 0x20;
  g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  fixture->workspace = fixture_open (fixture->folder);
  fixture->db = mull_workspace_get_database (fixture->workspace);
}

/* Any other wrong page is damage: there is no backup of it, and nothing more is written. */
static void
test_damaged (OpsFixture *fixture, gconstpointer data)
{
  Told told = { 0 };
  g_autoptr (GError) error = NULL;
  MullCustodian *custodian;

  mull_workspace_set_draft (fixture->workspace, "entry", WORDS, &error);
  g_assert_no_error (error);
  turn_bit (fixture);
  custodian = listen (fixture, &told);
  mull_custodian_back_up (custodian, MULL_BACKUP_WORK);
  wait_until_done (custodian);
  g_assert_cmpuint (told.n_made, ==, 0);
  g_assert_cmpuint (told.n_failed, ==, 1);
  g_assert_error (told.error, MULL_ERROR, MULL_ERROR_CORRUPT);
  while (mull_workspace_get_freeze (fixture->workspace) == MULL_FREEZE_NONE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (mull_workspace_get_freeze (fixture->workspace), ==, MULL_FREEZE_DAMAGED);
  g_signal_handlers_disconnect_by_data (custodian, &told);
  told_clear (&told);
  turn_bit (fixture);
}

/* A file without sums, which are not added by opening it. */
static void
open_plain (OpsFixture *fixture)
{
  g_autofree char *path = dup_data_path (fixture);
  g_autofree char *backups = mull_custody_dup_folder (fixture->workspace);
  g_autoptr (GError) error = NULL;

  fixture_close (fixture->workspace);
  fixture_strip_sums (path);
  g_file_set_contents_full (backups, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  fixture->workspace = fixture_open (fixture->folder);
  fixture->db = mull_workspace_get_database (fixture->workspace);
  g_assert_cmpint (g_unlink (backups), ==, 0);
  g_assert_false (mull_database_has_sums (fixture->db));
}

/* Where it would keep the start waiting, the file is given its sums later. */
static void
test_convert (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  char *stick = fixture_make_folder ();
  MullCustodian *custodian;

  open_plain (fixture);
  custodian = mull_custodian_get (fixture->workspace);
  mull_custody_set_outside (fixture->workspace, stick, &error);
  g_assert_no_error (error);
  g_assert_true (mull_custodian_convert (custodian));
  g_assert_false (mull_custodian_convert (custodian));
  wait_until_done (custodian);
  g_assert_true (mull_database_has_sums (fixture->db));
  g_assert_false (mull_custodian_convert (custodian));
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, before);
  backups = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (backups->len, ==, 1);
  /* It is worked with as before. */
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  g_assert_true (mull_workspace_redo (fixture->workspace, &error));
  g_assert_no_error (error);
  fixture_remove_folder (stick);
}

/* What is done meanwhile is not lost to what was copied before. */
static void
test_convert_changed (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *setting = NULL;
  g_autoptr (GError) error = NULL;
  MullCustodian *custodian;

  open_plain (fixture);
  custodian = mull_custodian_get (fixture->workspace);
  g_assert_true (mull_custodian_convert (custodian));
  while (!custodian->in_thread)
    g_main_context_iteration (NULL, TRUE);
  mull_workspace_set_setting (fixture->workspace, "a", "b", &error);
  g_assert_no_error (error);
  wait_until_done (custodian);
  g_assert_false (mull_database_has_sums (fixture->db));
  setting = mull_workspace_dup_setting (fixture->workspace, "a");
  g_assert_cmpstr (setting, ==, "b");
  g_assert_true (mull_custodian_convert (custodian));
  wait_until_done (custodian);
  g_assert_true (mull_database_has_sums (fixture->db));
  g_free (setting);
  setting = mull_workspace_dup_setting (fixture->workspace, "a");
  g_assert_cmpstr (setting, ==, "b");
}

/* Whoever quits does not wait for it. */
static void
test_convert_finish (OpsFixture *fixture, gconstpointer data)
{
  MullCustodian *custodian;

  open_plain (fixture);
  custodian = mull_custodian_get (fixture->workspace);
  g_assert_true (mull_custodian_convert (custodian));
  while (custodian->stop == NULL)
    g_main_context_iteration (NULL, TRUE);
  mull_custodian_finish (custodian);
  g_assert_false (mull_custodian_is_busy (custodian));
  while (G_OBJECT (custodian)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (mull_database_has_sums (fixture->db));
}

static void
test_reminder (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_custody_wants_reminder (fixture->workspace));
  backup = mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  g_assert_false (mull_custody_wants_reminder (fixture->workspace));
  backup->at -= 31 * G_TIME_SPAN_DAY;
  mull_backup_manifest_save (backup, &error);
  g_assert_no_error (error);
  g_assert_true (mull_custody_wants_reminder (fixture->workspace));
  g_assert_false (mull_custody_wants_reminder (fixture->workspace));
  mull_workspace_set_setting (fixture->workspace, "backup.reminded-at", "0", &error);
  g_assert_no_error (error);
  mull_custody_note_outside (fixture->workspace, FIXTURE_NOW, &error);
  g_assert_no_error (error);
  g_assert_false (mull_custody_wants_reminder (fixture->workspace));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/custodian/made", test_made);
  OPS_ADD ("/custodian/stick-shared", test_stick_shared);
  OPS_ADD ("/custodian/failed", test_failed);
  OPS_ADD ("/custodian/finish", test_finish);
  OPS_ADD ("/custodian/finish-in-middle", test_finish_in_middle);
  OPS_ADD ("/custodian/swept", test_swept);
  OPS_ADD ("/custodian/closed", test_closed);
  OPS_ADD ("/custodian/free-page", test_free_page);
  OPS_ADD ("/custodian/finish-in-check", test_finish_in_check);
  OPS_ADD ("/custodian/damaged", test_damaged);
  OPS_ADD ("/custodian/convert", test_convert);
  OPS_ADD ("/custodian/convert-changed", test_convert_changed);
  OPS_ADD ("/custodian/convert-finish", test_convert_finish);
  OPS_ADD ("/custodian/reminder", test_reminder);
  return g_test_run ();
}
