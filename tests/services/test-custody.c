/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-custody"

#include "config.h"

#include "mull-custody.h"

#include "mull-backup-file.h"
#include "mull-contact-ops.h"
#include "mull-contact-store.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-sync-notice.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static MullBackupManifest *
back_up (OpsFixture *fixture, MullBackupReason reason)
{
  g_autoptr (GError) error = NULL;
  MullBackupManifest *backup = mull_custody_back_up (fixture->workspace, reason, &error);

  g_assert_no_error (error);
  return backup;
}

static void
add_deal (OpsFixture *fixture, const char *title)
{
  MullNewDeal spec = { .title = title, .expected_on = MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;

  mull_deal_ops_add (fixture->workspace, &spec, NULL, &error);
  g_assert_no_error (error);
}

static void
test_due (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullBackupManifest) first = NULL;
  g_autoptr (MullBackupManifest) second = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (mull_custody_is_due (fixture->workspace, G_TIME_SPAN_DAY));
  first = back_up (fixture, MULL_BACKUP_START);
  g_assert_false (mull_custody_is_due (fixture->workspace, -1));
  add_deal (fixture, "Pump");
  g_assert_true (mull_custody_is_due (fixture->workspace, -1));
  g_assert_false (mull_custody_is_due (fixture->workspace, 0));
  second = back_up (fixture, MULL_BACKUP_MANUAL);
  g_assert_false (mull_custody_is_due (fixture->workspace, -1));
  list = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (list->len, ==, 2);
  /* A backup that is of no use is none. */
  g_assert_cmpint (truncate (second->path, 100), ==, 0);
  g_assert_true (mull_custody_is_due (fixture->workspace, -1));
}

static void
test_thin (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  g_autoptr (MullBackupManifest) newest = back_up (fixture, MULL_BACKUP_MANUAL);
  g_autoptr (GPtrArray) list = NULL;

  /* Three of a day a month ago. */
  for (int i = 1; i <= 3; i++)
    {
      g_autoptr (MullBackupManifest) old = back_up (fixture, MULL_BACKUP_WORK);
      g_autoptr (GError) error = NULL;

      old->at -= 30 * G_TIME_SPAN_DAY + i;
      mull_backup_manifest_save (old, &error);
      g_assert_no_error (error);
    }
  /* The first went when the third was made. */
  g_assert_cmpuint (
      mull_backup_file_thin (folder, FIXTURE_NOW, mull_clock_get_zone (fixture->clock)), ==, 1);
  list = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((MullBackupManifest *) list->pdata[0])->path, ==, newest->path);
}

static MullBackupManifest *
back_up_ago (OpsFixture *fixture, GTimeSpan ago)
{
  MullBackupManifest *backup = back_up (fixture, MULL_BACKUP_WORK);
  g_autoptr (GError) error = NULL;

  backup->at -= ago;
  mull_backup_manifest_save (backup, &error);
  g_assert_no_error (error);
  return backup;
}

/* The one that is chosen is among those that the rule no longer keeps. */
static void
test_restore_oldest (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *safety = NULL;
  g_autoptr (MullBackupManifest) oldest = back_up (fixture, MULL_BACKUP_WORK);
  g_autoptr (MullBackupManifest) older = NULL;
  g_autoptr (MullBackupManifest) old = NULL;
  g_autoptr (GError) error = NULL;

  add_deal (fixture, "Pump");
  older = back_up_ago (fixture, 2 * G_TIME_SPAN_DAY + 2);
  old = back_up_ago (fixture, 2 * G_TIME_SPAN_DAY + 1);
  oldest->at -= 2 * G_TIME_SPAN_DAY + 3;
  mull_backup_manifest_save (oldest, &error);
  g_assert_no_error (error);
  mull_custody_restore (fixture->workspace, oldest->path, &safety, &error);
  g_assert_no_error (error);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, after);
  /* Now they may go. */
  g_assert_false (g_file_test (older->path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (safety, G_FILE_TEST_EXISTS));
}

/* On a medium that cannot be written. */
static void
test_restore_read_only (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *manifest = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (MullBackupManifest) backup = back_up (fixture, MULL_BACKUP_MANUAL);
  g_autoptr (GError) error = NULL;

  add_deal (fixture, "Pump");
  manifest = mull_backup_manifest_dup_path (backup->path);
  aside = fixture_hash_file (manifest);
  mull_custody_restore (fixture->workspace, backup->path, NULL, &error);
  g_assert_no_error (error);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, after);
  /* Nothing was written beside it. */
  g_free (after);
  after = fixture_hash_file (manifest);
  g_assert_cmpstr (aside, ==, after);
}

static guint n_told;

static void
on_changed_cb (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  g_assert_true (mull_changes_is_bulk (changes));
  g_assert_true (mull_changes_touches_table (changes, "deal"));
  n_told++;
}

static void
test_restore (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *safety = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (MullBackupManifest) backup = back_up (fixture, MULL_BACKUP_MANUAL);
  g_autoptr (GError) error = NULL;
  MullRestoreLoss loss;

  add_deal (fixture, "Pump");
  add_deal (fixture, "Valve");
  after = fixture_digest (fixture->db);
  g_assert_true (mull_custody_compare (fixture->workspace, backup->path, &loss, &error));
  g_assert_cmpuint (loss.n_deals, ==, 2);
  g_assert_cmpuint (loss.n_deals_back, ==, 0);
  sentence = mull_restore_loss_describe (&loss);
  g_assert_nonnull (strstr (sentence, "2 deals"));

  n_told = 0;
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_changed_cb), NULL);
  g_assert_true (mull_custody_restore (fixture->workspace, backup->path, &safety, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_told, ==, 1);
  restored = fixture_digest (fixture->db);
  g_assert_cmpstr (restored, ==, before);
  /* No step is left that would undo what is no longer there. */
  g_assert_null (mull_workspace_dup_undo_label (fixture->workspace));
  fixture_check_derived (fixture->workspace);

  g_assert_true (mull_custody_undo_restore (fixture->workspace, safety, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_told, ==, 2);
  undone = fixture_digest (fixture->db);
  g_assert_cmpstr (undone, ==, after);
  label = mull_workspace_dup_undo_label (fixture->workspace);
  g_assert_nonnull (strstr (label, "Valve"));
  g_signal_handlers_disconnect_by_func (fixture->workspace, on_changed_cb, NULL);
  /* What records steps still does. */
  ops_fixture_before (fixture);
  add_deal (fixture, "Boiler");
  ops_fixture_assert_one_step (fixture);
}

static guint
count_with_digests (OpsFixture *fixture, const char *digests)
{
  g_autoptr (GPtrArray) list = mull_custody_list (fixture->workspace);
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    n += g_str_equal (((MullBackupManifest *) list->pdata[i])->digests, digests);
  return n;
}

/* What was done after a restore is in a backup when it is taken back. */
static void
test_undo_after_work (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *safety = NULL;
  g_autofree char *worked = NULL;
  g_autofree char *again = NULL;
  g_autoptr (MullBackupManifest) backup = back_up (fixture, MULL_BACKUP_MANUAL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  add_deal (fixture, "Pump");
  mull_custody_restore (fixture->workspace, backup->path, &safety, &error);
  g_assert_no_error (error);
  add_deal (fixture, "Boiler");
  worked = fixture_digest (fixture->db);
  g_assert_cmpuint (count_with_digests (fixture, worked), ==, 0);
  mull_custody_undo_restore (fixture->workspace, safety, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_with_digests (fixture, worked), ==, 1);

  /* Nothing was done: nothing is to be kept. */
  mull_custody_restore (fixture->workspace, backup->path, &again, &error);
  g_assert_no_error (error);
  before = mull_custody_list (fixture->workspace);
  mull_custody_undo_restore (fixture->workspace, again, &error);
  g_assert_no_error (error);
  after = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (before->len, ==, after->len);
}

/* A backup from before there was a stick does not make it forgotten. */
static void
test_settings_stay (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *safety = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (MullBackupManifest) backup = back_up (fixture, MULL_BACKUP_MANUAL);
  g_autoptr (GError) error = NULL;

  add_deal (fixture, "Pump");
  mull_custody_set_outside (fixture->workspace, "/media/stick", &error);
  g_assert_no_error (error);
  mull_custody_note_outside (fixture->workspace, FIXTURE_NOW, &error);
  g_assert_no_error (error);
  mull_custody_restore (fixture->workspace, backup->path, &safety, &error);
  g_assert_no_error (error);
  restored = mull_custody_dup_outside (fixture->workspace);
  g_assert_cmpstr (restored, ==, "/media/stick");
  g_assert_cmpint (mull_custody_get_outside_at (fixture->workspace), ==, FIXTURE_NOW);
  /* Nowhere is something to be kept, too. */
  mull_custody_set_outside (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  mull_custody_undo_restore (fixture->workspace, safety, &error);
  g_assert_no_error (error);
  undone = mull_custody_dup_outside (fixture->workspace);
  g_assert_null (undone);
}

static void
assert_loss (OpsFixture *fixture, const MullBackupManifest *backup, const char *sentence)
{
  g_autofree char *described = NULL;
  g_autoptr (GError) error = NULL;
  MullRestoreLoss loss;

  mull_custody_compare (fixture->workspace, backup->path, &loss, &error);
  g_assert_no_error (error);
  described = mull_restore_loss_describe (&loss);
  g_assert_cmpstr (described, ==, sentence);
}

static void
test_loss (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (MullPerson) person = mull_person_new ();
  g_autoptr (MullPerson) renamed = NULL;
  g_autoptr (MullBackupManifest) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 person_id = 0;

  backup = back_up (fixture, MULL_BACKUP_MANUAL);
  assert_loss (fixture, backup, "Nothing has changed since this backup.");
  g_free (person->name);
  person->name = g_strdup ("Anna Berg");
  mull_person_ops_add (fixture->workspace, person, NULL, NULL, NULL, &person_id, &error);
  g_assert_no_error (error);
  assert_loss (fixture, backup, "Newer than this backup: 1 person.");

  second = back_up (fixture, MULL_BACKUP_MANUAL);
  renamed = mull_person_store_get (fixture->db, person_id, &error);
  g_assert_no_error (error);
  g_free (renamed->name);
  renamed->name = g_strdup ("Anna Bergman");
  mull_person_ops_update (fixture->workspace, renamed, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_loss (fixture, second,
               "Something was changed since this backup, but no deal, entry, person or commitment "
               "is newer.");
  add_deal (fixture, "Pump");
  assert_loss (fixture, backup, "Newer than this backup: 1 deal, 1 person.");
}

/* Only the newest one says whether the present state is in a backup: marks can be the same again.
 */
static void
test_due_newest (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullBackupManifest) first = back_up (fixture, MULL_BACKUP_START);
  g_autoptr (MullBackupManifest) second = NULL;
  g_autoptr (GError) error = NULL;

  add_deal (fixture, "Pump");
  second = back_up (fixture, MULL_BACKUP_START);
  g_free (first->mark);
  first->mark = g_steal_pointer (&second->mark);
  second->mark = g_strdup ("none-0");
  first->at -= G_TIME_SPAN_SECOND;
  mull_backup_manifest_save (first, &error);
  g_assert_no_error (error);
  mull_backup_manifest_save (second, &error);
  g_assert_no_error (error);
  g_assert_true (mull_custody_is_due (fixture->workspace, -1));
}

/* What is no good backup is refused, and nothing is done. */
static void
test_refused (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *text = g_build_filename (fixture->folder, "text.db", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.db", NULL);
  g_autoptr (MullBackupManifest) backup = back_up (fixture, MULL_BACKUP_MANUAL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_set_contents (text, "Not a database", -1, &error);
  g_assert_no_error (error);
  g_assert_false (mull_custody_restore (fixture->workspace, text, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (mull_custody_restore (fixture->workspace, missing, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_file_get_contents (backup->path, &bytes, &size, &error);
  g_assert_no_error (error);
  bytes[size / 2] ^= 1;
  g_file_set_contents (backup->path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  g_assert_false (mull_custody_restore (fixture->workspace, backup->path, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_clear_error (&error);

  mull_workspace_begin_bulk (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_null (mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
  mull_workspace_rollback_bulk (fixture->workspace);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, after);
}

/* ── While the main loop goes on ──────────────────────────────────────── */

typedef struct
{
  GCancellable *cancellable;
  double progress;
  gboolean is_over;
  char *safety;
  GError *error;
} Run;

static void
on_progress_cb (double progress, gpointer user_data)
{
  Run *run = user_data;

  g_assert_cmpfloat (progress, >=, run->progress);
  run->progress = progress;
}

static void
on_restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  gboolean done =
      mull_custody_restore_finish (MULL_WORKSPACE (source), result, &run->safety, &run->error);

  g_assert_cmpint (done, ==, run->error == NULL);
  run->is_over = TRUE;
}

static void
run_aside (OpsFixture *fixture, const char *path, gboolean is_undo, Run *run)
{
  g_autoptr (OpsTurns) turns = ops_turns_new (fixture->workspace);

  mull_custody_restore_async (fixture->workspace, path, is_undo, run->cancellable, on_progress_cb,
                              run, on_restored_cb, run);
  while (!run->is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (ops_turns_get (turns), >, 0);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
}

static void
test_aside (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullBackupManifest) backup = back_up (fixture, MULL_BACKUP_MANUAL);
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Run stopped = { .cancellable = cancellable }, run = { 0 }, undo = { 0 };

  add_deal (fixture, "Pump");
  after = fixture_digest (fixture->db);
  g_cancellable_cancel (cancellable);
  run_aside (fixture, backup->path, FALSE, &stopped);
  g_assert_error (stopped.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&stopped.error);
  g_assert_null (stopped.safety);
  now = fixture_digest (fixture->db);
  g_assert_cmpstr (now, ==, after);

  n_told = 0;
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_changed_cb), NULL);
  run_aside (fixture, backup->path, FALSE, &run);
  g_assert_no_error (run.error);
  g_assert_nonnull (run.safety);
  g_assert_cmpuint (n_told, ==, 1);
  g_free (now);
  now = fixture_digest (fixture->db);
  g_assert_cmpstr (now, ==, before);
  fixture_check_derived (fixture->workspace);

  run_aside (fixture, run.safety, TRUE, &undo);
  g_assert_no_error (undo.error);
  g_assert_cmpuint (n_told, ==, 2);
  g_free (now);
  now = fixture_digest (fixture->db);
  g_assert_cmpstr (now, ==, after);
  g_signal_handlers_disconnect_by_func (fixture->workspace, on_changed_cb, NULL);
  g_free (run.safety);
  g_free (undo.safety);
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullRestoreLoss *loss = user_data;
  g_autoptr (GError) error = NULL;

  mull_custody_compare_finish (MULL_WORKSPACE (source), result, loss, &error);
  g_assert_no_error (error);
}

static void
test_compare_aside (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullBackupManifest) backup = back_up (fixture, MULL_BACKUP_MANUAL);
  MullRestoreLoss loss = { 0 };

  add_deal (fixture, "Pump");
  mull_custody_compare_async (fixture->workspace, backup->path, NULL, on_compared_cb, &loss);
  while (loss.n_deals == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (loss.n_deals, ==, 1);
}

/* It is said that another program keeps the folder, and news once for each such folder. */
static void
test_sync (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *mark = g_build_filename (fixture->folder, ".stfolder", NULL);
  g_autofree char *sentence = NULL, *advice = NULL, *safety = NULL;
  g_autoptr (MullBackupManifest) backup = back_up (fixture, MULL_BACKUP_MANUAL);
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_sync_notice_dup_sentence (fixture->workspace));
  g_assert_null (mull_sync_notice_dup_advice (fixture->workspace));
  g_assert_false (mull_sync_notice_is_new (fixture->workspace));
  g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
  sentence = mull_sync_notice_dup_sentence (fixture->workspace);
  g_assert_nonnull (strstr (sentence, "a folder that Syncthing keeps"));
  advice = mull_sync_notice_dup_advice (fixture->workspace);
  g_assert_nonnull (strstr (advice, "Syncthing may copy"));
  g_assert_nonnull (strstr (advice, fixture->folder));
  g_assert_true (mull_sync_notice_is_new (fixture->workspace));
  g_assert_false (mull_sync_notice_is_new (fixture->workspace));
  /* Moved here, with what was said elsewhere. */
  g_assert_true (
      mull_workspace_set_setting (fixture->workspace, "sync.told-of", "/elsewhere/Dropbox", NULL));
  g_assert_true (mull_sync_notice_is_new (fixture->workspace));
  g_assert_false (mull_sync_notice_is_new (fixture->workspace));
  /* A backup of before does not make it news again. */
  mull_custody_restore (fixture->workspace, backup->path, &safety, &error);
  g_assert_no_error (error);
  g_assert_false (mull_sync_notice_is_new (fixture->workspace));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/custody/due", test_due);
  OPS_ADD ("/custody/thin", test_thin);
  OPS_ADD ("/custody/restore", test_restore);
  OPS_ADD ("/custody/restore-oldest", test_restore_oldest);
  OPS_ADD ("/custody/restore-read-only", test_restore_read_only);
  OPS_ADD ("/custody/undo-after-work", test_undo_after_work);
  OPS_ADD ("/custody/settings-stay", test_settings_stay);
  OPS_ADD ("/custody/aside", test_aside);
  OPS_ADD ("/custody/compare-aside", test_compare_aside);
  OPS_ADD ("/custody/loss", test_loss);
  OPS_ADD ("/custody/due-newest", test_due_newest);
  OPS_ADD ("/custody/refused", test_refused);
  OPS_ADD ("/custody/sync", test_sync);
  return g_test_run ();
}
