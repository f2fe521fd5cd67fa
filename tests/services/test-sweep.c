/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-sweep"

#include "config.h"

#include "mull-sweep.h"

#include "mull-attachment-files.h"
#include "mull-attachment-ops.h"
#include "mull-backup-file.h"
#include "mull-custodian.h"
#include "mull-custody.h"
#include "mull-deal-ops.h"
#include "mull-timeline-ops.h"
#include "mull-undo-store.h"
#include "mull-vault.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

#define DEADLINE (20 * G_TIME_SPAN_SECOND)
/* Younger than nothing: the files of a test are of this second. */
#define ANY_AGE (-10 * G_TIME_SPAN_SECOND)

static MullAttachment *
take (OpsFixture *fixture, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, "x.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MullAttachment *attachment;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  attachment = mull_attachment_files_take (fixture->workspace, file, &error);
  g_assert_no_error (error);
  return attachment;
}

static gboolean
has (OpsFixture *fixture, const MullAttachment *attachment)
{
  g_autofree char *folder = mull_attachment_files_dup_folder (fixture->workspace);

  return mull_vault_has (folder, attachment->sha256, attachment->size);
}

static gint64
log_note (OpsFixture *fixture, MullAttachment *file)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_ptr_array_add (files, file);
  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_NOTE;
  mull_set_text (&entry->text, "The offer");
  mull_timeline_ops_log_with_pass (fixture->workspace, entry, NULL, NULL, files, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
sweep (OpsFixture *fixture, GTimeSpan min_age)
{
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);
  gint64 end = g_get_monotonic_time () + DEADLINE;

  mull_custodian_sweep (custodian, min_age);
  while (mull_custodian_is_busy (custodian))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
forget_steps (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_database_begin (fixture->db, &error));
  g_assert_true (mull_undo_store_clear (fixture->db, &error));
  g_assert_true (mull_database_commit (fixture->db, &error));
}

static void
test_orphan (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullAttachment) orphan = take (fixture, "nobody’s");
  g_autoptr (MullAttachment) owned = take (fixture, "somebody’s");
  g_autofree char *ours = NULL;
  g_autofree char *after = NULL;

  log_note (fixture, owned);
  forget_steps (fixture);
  ours = fixture_digest (fixture->db);
  /* Somebody may just be about to refer to it. */
  sweep (fixture, G_TIME_SPAN_HOUR);
  g_assert_true (has (fixture, orphan));
  sweep (fixture, ANY_AGE);
  g_assert_false (has (fixture, orphan));
  g_assert_true (has (fixture, owned));
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, ours);
}

static void
reopen (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  mull_workspace_close (fixture->workspace, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->workspace);
  fixture->workspace = fixture_open (fixture->folder);
  fixture->clock = mull_workspace_get_clock (fixture->workspace);
  fixture->db = mull_workspace_get_database (fixture->workspace);
}

/* Deleted, swept, started anew, swept, and undone: the file is still there. */
static void
test_undo_after_restart (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullAttachment) removed = take (fixture, "removed");
  g_autoptr (MullAttachment) undone = take (fixture, "undone");
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  log_note (fixture, removed);
  files = mull_attachment_ops_list (fixture->workspace, fixture->deal_id, &error);
  mull_attachment_ops_remove (fixture->workspace, ((MullAttachment *) files->pdata[0])->record.id,
                              &error);
  g_assert_no_error (error);
  /* Only redo knows of this one. */
  log_note (fixture, undone);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 2; i++)
    {
      sweep (fixture, ANY_AGE);
      g_assert_true (has (fixture, removed));
      g_assert_true (has (fixture, undone));
      reopen (fixture);
    }
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  g_clear_pointer (&files, g_ptr_array_unref);
  files = mull_attachment_ops_list (fixture->workspace, fixture->deal_id, &error);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_true (has (fixture, files->pdata[0]));

  /* What no step knows any longer goes. */
  mull_workspace_redo (fixture->workspace, &error);
  g_assert_no_error (error);
  forget_steps (fixture);
  sweep (fixture, ANY_AGE);
  g_assert_false (has (fixture, removed));
  g_assert_false (has (fixture, undone));
}

static void
test_trash (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullAttachment) file = take (fixture, "in the trash");
  g_autoptr (MullAttachment) of_deal = take (fixture, "of a deal in the trash");
  g_autoptr (GError) error = NULL;

  mull_timeline_ops_trash (fixture->workspace, log_note (fixture, file), &error);
  g_assert_no_error (error);
  log_note (fixture, of_deal);
  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  forget_steps (fixture);
  sweep (fixture, ANY_AGE);
  g_assert_true (has (fixture, file));
  g_assert_true (has (fixture, of_deal));
}

static void
test_draft (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullAttachment) file = take (fixture, "not logged yet");
  g_autofree char *draft = g_strdup_printf ("files=%s offer.pdf", file->sha256);
  g_autoptr (GError) error = NULL;

  mull_workspace_set_draft (fixture->workspace, "composer:1", draft, &error);
  sweep (fixture, ANY_AGE);
  g_assert_true (has (fixture, file));
  mull_workspace_set_draft (fixture->workspace, "composer:1", NULL, &error);
  sweep (fixture, ANY_AGE);
  g_assert_false (has (fixture, file));
}

/* A backup holds the names, the folder the files: they stay as long as it does. */
static void
test_backup (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullAttachment) file = take (fixture, "only in a backup");
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  log_note (fixture, file);
  backup = mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  files = mull_attachment_ops_list (fixture->workspace, fixture->deal_id, &error);
  mull_attachment_ops_remove (fixture->workspace, ((MullAttachment *) files->pdata[0])->record.id,
                              &error);
  forget_steps (fixture);
  sweep (fixture, ANY_AGE);
  g_assert_true (has (fixture, file));

  mull_custody_restore (fixture->workspace, backup->path, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&files, g_ptr_array_unref);
  files = mull_attachment_ops_list (fixture->workspace, fixture->deal_id, &error);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_true (has (fixture, files->pdata[0]));

  mull_attachment_ops_remove (fixture->workspace, ((MullAttachment *) files->pdata[0])->record.id,
                              &error);
  forget_steps (fixture);
  backups = mull_custody_list (fixture->workspace);
  for (guint i = 0; i < backups->len; i++)
    mull_backup_file_remove (((MullBackupManifest *) backups->pdata[i])->path, &error);
  g_assert_no_error (error);
  sweep (fixture, ANY_AGE);
  g_assert_false (has (fixture, file));
}

/* Where anything cannot be read, everything stays. */
static void
test_unreadable (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullAttachment) file = take (fixture, "who knows");
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  g_autofree char *backup = g_build_filename (folder, "mine.db", NULL);
  g_autofree char *damaged = g_build_filename (fixture->folder, "damaged", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (backup, "not a database", -1, NULL));
  sweep (fixture, ANY_AGE);
  g_assert_true (has (fixture, file));
  g_unlink (backup);
  g_assert_cmpint (g_mkdir (damaged, 0700), ==, 0);
  sweep (fixture, ANY_AGE);
  g_assert_true (has (fixture, file));
  g_rmdir (damaged);
  sweep (fixture, ANY_AGE);
  g_assert_false (has (fixture, file));
}

/* The stick has the files, too, and brings them back. */
static void
test_outside (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullAttachment) file = take (fixture, "far away");
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);
  char *stick = fixture_make_folder ();
  g_autofree char *folder = mull_attachment_files_dup_folder (fixture->workspace);
  g_autofree char *path = mull_vault_dup_path (folder, file->sha256);
  g_autofree char *place = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  gint64 end = g_get_monotonic_time () + DEADLINE;

  log_note (fixture, file);
  mull_custody_set_outside (fixture->workspace, stick, &error);
  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  while (mull_custodian_is_busy (custodian))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  place = mull_custody_dup_outside_place (fixture->workspace);
  copies = mull_backup_file_list (place);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
  mull_custody_restore (fixture->workspace, ((MullBackupManifest *) copies->pdata[0])->path, NULL,
                        &error);
  g_assert_no_error (error);
  files = mull_attachment_ops_list (fixture->workspace, fixture->deal_id, &error);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_true (has (fixture, files->pdata[0]));
  fixture_remove_folder (stick);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/sweep/orphan", test_orphan);
  OPS_ADD ("/sweep/undo-after-restart", test_undo_after_restart);
  OPS_ADD ("/sweep/trash", test_trash);
  OPS_ADD ("/sweep/draft", test_draft);
  OPS_ADD ("/sweep/backup", test_backup);
  OPS_ADD ("/sweep/unreadable", test_unreadable);
  OPS_ADD ("/sweep/outside", test_outside);
  return g_test_run ();
}
