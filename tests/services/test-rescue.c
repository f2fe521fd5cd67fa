/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-rescue"

#include "config.h"

#include "mull-rescue.h"

#include "mull-attachment-files.h"
#include "mull-attachment-ops.h"
#include "mull-backup-file.h"
#include "mull-custodian-job.h"
#include "mull-custody.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-rescue-private.h"
#include "mull-text.h"
#include "mull-timeline-ops.h"
#include "mull-vault.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *file;
  char *backup;
  char *digest;
} Fixture;

/* A deal, a backup of it, and nobody has it open. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  MullNewDeal spec = { .title = "Boiler", .expected_on = MULL_DAY_NONE };
  MullWorkspace *workspace;
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->file = g_build_filename (fixture->folder, "mulligan.db", NULL);
  workspace = fixture_open (fixture->folder);
  mull_deal_ops_add (workspace, &spec, NULL, &error);
  g_assert_no_error (error);
  backup = mull_custody_back_up (workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  fixture->backup = g_strdup (backup->path);
  fixture->digest = g_strdup (backup->digests);
  fixture_close (workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->file);
  g_free (fixture->backup);
  g_free (fixture->digest);
  fixture_remove_folder (fixture->folder);
}

static void
assert_refused (Fixture *fixture, int code)
{
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_workspace_open (fixture->folder, clock, &error));
  g_assert_error (error, MULL_ERROR, code);
}

static void
assert_put_back (Fixture *fixture, char **kept)
{
  MullWorkspace *workspace;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;

  mull_rescue_put_back (fixture->folder, fixture->backup, FIXTURE_NOW, kept, &error);
  g_assert_no_error (error);
  workspace = fixture_open (fixture->folder);
  digest = fixture_digest (mull_workspace_get_database (workspace));
  g_assert_cmpstr (digest, ==, fixture->digest);
  fixture_close (workspace);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_file = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (fixture->file, &bytes, &size, &error);
  g_assert_no_error (error);
  memset (bytes, 'x', 100);
  g_file_set_contents (fixture->file, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  before = fixture_hash_file (fixture->file);
  assert_refused (fixture, MULL_ERROR_CORRUPT);
  assert_put_back (fixture, &kept);
  /* What was there is kept, to the last bit. */
  kept_file = g_build_filename (kept, "mulligan.db", NULL);
  after = fixture_hash_file (kept_file);
  g_assert_cmpstr (before, ==, after);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;

  g_assert_false (mull_rescue_is_missing (fixture->folder));
  g_assert_cmpint (g_unlink (fixture->file), ==, 0);
  g_assert_true (mull_rescue_is_missing (fixture->folder));
  /* Nothing is begun anew as if there had never been anything. */
  assert_refused (fixture, MULL_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
  assert_put_back (fixture, &kept);
  g_assert_null (kept);
}

/* A file with nothing in it is as good as none. */
static void
test_emptied (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  GStatBuf info;

  g_assert_cmpint (truncate (fixture->file, 0), ==, 0);
  g_assert_true (mull_rescue_is_missing (fixture->folder));
  assert_refused (fixture, MULL_ERROR_NOT_FOUND);
  g_assert_cmpint (g_stat (fixture->file, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, 0);
  assert_put_back (fixture, &kept);
  g_assert_nonnull (kept);
}

/* A backup that changed is not put back, and nothing is put aside for it. */
static void
test_bad_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *before = fixture_hash_file (fixture->file);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (fixture->backup, &bytes, &size, &error);
  g_assert_no_error (error);
  bytes[size / 2] ^= 1;
  g_file_set_contents (fixture->backup, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  g_assert_false (
      mull_rescue_put_back (fixture->folder, fixture->backup, FIXTURE_NOW, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  after = fixture_hash_file (fixture->file);
  g_assert_cmpstr (before, ==, after);
  list = mull_rescue_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 1);
}

/* A backup may be called as the data file is: what is there is put aside all the same. */
static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullBackupManifest) manifest = mull_backup_manifest_load (fixture->backup);
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *manifest_path = mull_backup_manifest_dup_path (fixture->backup);
  g_autofree char *kept = NULL;
  g_autofree char *kept_file = NULL;
  g_autofree char *kept_hash = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->backup, path), ==, 0);
  g_assert_cmpint (g_unlink (manifest_path), ==, 0);
  g_free (manifest->path);
  manifest->path = g_strdup (path);
  mull_backup_manifest_save (manifest, &error);
  g_assert_no_error (error);
  g_free (fixture->backup);
  fixture->backup = g_steal_pointer (&path);
  g_file_set_contents (fixture->file, "What is left of it", -1, &error);
  g_assert_no_error (error);
  before = fixture_hash_file (fixture->file);
  assert_put_back (fixture, &kept);
  kept_file = g_build_filename (kept, "mulligan.db", NULL);
  kept_hash = fixture_hash_file (kept_file);
  g_assert_cmpstr (kept_hash, ==, before);
}

/* ── A look at what is left ───────────────────────────────────────────── */

static void
on_progress_cb (double progress, gpointer user_data)
{
  g_assert_cmpfloat (progress, >=, 0);
  g_assert_cmpfloat (progress, <=, 1);
}

static void
on_examined_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullDamageReport **report = user_data;
  g_autoptr (GError) error = NULL;

  *report = mull_rescue_examine_finish (result, &error);
  g_assert_no_error (error);
}

static MullDamageReport *
examine (Fixture *fixture, gboolean only_backups)
{
  g_autoptr (MullClock) clock = fixture_make_clock ();
  MullDamageReport *report = NULL;

  mull_rescue_examine_async (fixture->folder, clock, only_backups, NULL, on_progress_cb, NULL,
                             on_examined_cb, &report);
  while (report == NULL)
    g_main_context_iteration (NULL, TRUE);
  return report;
}

static void
spoil_header (Fixture *fixture)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (fixture->file, &bytes, &size, &error);
  g_assert_no_error (error);
  memset (bytes, 'x', 60);
  g_file_set_contents (fixture->file, bytes, (gssize) size, &error);
  g_assert_no_error (error);
}

/* Each way out of damage is gone, from the same file. */
static void
test_ways_out (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    MullRepairKind kind;
    const char *title;
    gboolean is_empty;
  } rows[] = { { MULL_REPAIR_SALVAGED, "Repaired copy: 9 rows, complete", FALSE },
               { MULL_REPAIR_BACKUP, "Backup of Wednesday, 15 May 2024, 10:00, complete", FALSE },
               { MULL_REPAIR_EMPTY, "Start empty", TRUE } };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *before = NULL;

  spoil_header (fixture);
  before = fixture_hash_file (fixture->file);
  assert_refused (fixture, MULL_ERROR_CORRUPT);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MullDamageReport) report = examine (fixture, FALSE);
      const MullRepairOption *option = mull_damage_report_get_option (report, i);
      g_autofree char *title = mull_rescue_dup_title (option, zone);
      g_autofree char *subtitle = mull_rescue_dup_subtitle (report, option);
      g_autofree char *kept = NULL;
      g_autofree char *digest = NULL;
      g_autofree char *work = g_build_filename (report->place, "work", NULL);
      g_autofree char *bytes = NULL;
      g_autoptr (GError) error = NULL;
      MullWorkspace *workspace;
      gsize size;

      g_assert_cmpuint (report->options->len, ==, G_N_ELEMENTS (rows));
      g_assert_cmpint (option->kind, ==, rows[i].kind);
      g_assert_true (g_str_has_prefix (rows[i].title, "Repaired") ||
                     g_str_equal (title, rows[i].title));
      g_assert_cmpstr (subtitle, !=, "");
      mull_rescue_carry_out (fixture->folder, report, option, FIXTURE_NOW, &error);
      g_assert_no_error (error);
      workspace = fixture_open (fixture->folder);
      digest = fixture_digest (mull_workspace_get_database (workspace));
      g_assert_cmpint (mull_workspace_is_empty (workspace), ==, rows[i].is_empty);
      g_assert_cmpint (g_str_equal (digest, fixture->digest), ==, !rows[i].is_empty);
      fixture_close (workspace);
      /* The damaged one is kept to the last bit, and nothing that was only prepared is. */
      kept = fixture_hash_file (report->copy);
      g_assert_cmpstr (kept, ==, before);
      g_assert_false (g_file_test (work, G_FILE_TEST_EXISTS));
      g_file_get_contents (report->copy, &bytes, &size, &error);
      g_assert_no_error (error);
      g_file_set_contents (fixture->file, bytes, (gssize) size, &error);
      g_assert_no_error (error);
    }
}

/* A file that was put aside and not replaced is asked about again, and is not lost. */
static void
test_killed_between (Fixture *fixture, gconstpointer data)
{
  g_autofree char *place = g_build_filename (fixture->folder, "damaged", "20240515-100000-a", NULL);
  g_autofree char *aside = g_build_filename (place, "mulligan.db", NULL);
  g_autoptr (MullDamageReport) report = NULL;

  g_assert_cmpint (mull_backup_file_remove (fixture->backup, NULL), ==, TRUE);
  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_assert_cmpint (g_rename (fixture->file, aside), ==, 0);
  g_assert_true (mull_rescue_is_missing (fixture->folder));
  assert_refused (fixture, MULL_ERROR_NOT_FOUND);
  report = examine (fixture, FALSE);
  g_assert_cmpint (mull_damage_report_find_complete (report), ==, 0);
  g_assert_cmpstr (mull_damage_report_get_option (report, 0)->digests, ==, fixture->digest);
  mull_rescue_forget (report);
}

static void
test_only_backups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullDamageReport) report = examine (fixture, TRUE);
  g_autofree char *damaged = g_build_filename (fixture->folder, "damaged", NULL);

  g_assert_cmpuint (report->options->len, ==, 1);
  g_assert_cmpint (mull_damage_report_get_option (report, 0)->kind, ==, MULL_REPAIR_BACKUP);
  g_assert_false (g_file_test (damaged, G_FILE_TEST_EXISTS));
  mull_rescue_forget (report);
}

static void
test_save_damaged (Fixture *fixture, gconstpointer data)
{
  char *elsewhere = fixture_make_folder ();
  g_autoptr (MullDamageReport) report = NULL;
  g_autofree char *place = NULL;
  g_autofree char *file = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  spoil_header (fixture);
  before = fixture_hash_file (fixture->file);
  report = examine (fixture, FALSE);
  place = mull_rescue_save_damaged (report, elsewhere, &error);
  g_assert_no_error (error);
  file = g_build_filename (place, "mulligan.db", NULL);
  after = fixture_hash_file (file);
  g_assert_cmpstr (after, ==, before);
  mull_rescue_forget (report);
  fixture_remove_folder (elsewhere);
}

/* A file on an entry, a backup of that, and both on a stick.
 * Returns: (transfer full): what the file is known by */
static MullAttachment *
put_on_stick (Fixture *fixture, const char *stick)
{
  MullWorkspace *workspace = fixture_open (fixture->folder);
  g_autofree char *path = g_build_filename (stick, "plan.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_attachment_unref);
  g_autofree char *here = mull_attachment_files_dup_folder (workspace);
  g_autofree char *place = NULL;
  g_autofree char *there = NULL;
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullEntry) entry = mull_entry_new ();
  gint64 entry_id = 0;

  g_assert_true (g_file_set_contents (path, "Of the boiler", -1, NULL));
  g_ptr_array_add (files, mull_attachment_files_take (workspace, file, &error));
  g_assert_no_error (error);
  entry->deal_id = 1;
  entry->kind = MULL_ENTRY_NOTE;
  mull_set_text (&entry->text, "The plan");
  mull_timeline_ops_log (workspace, entry, NULL, &entry_id, &error);
  g_assert_no_error (error);
  mull_attachment_ops_add (workspace, entry_id, files, &error);
  g_assert_no_error (error);
  mull_custody_set_outside (workspace, stick, &error);
  g_assert_no_error (error);
  backup = mull_custody_back_up (workspace, MULL_BACKUP_START, &error);
  g_assert_no_error (error);
  place = mull_custody_dup_outside_place (workspace);
  there = g_build_filename (place, MULL_VAULT_FOLDER, NULL);
  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  mull_custodian_job_bring_files (backup->path, here, there, &error);
  g_assert_no_error (error);
  g_free (fixture->backup);
  fixture->backup = g_strdup (backup->path);
  fixture_close (workspace);
  return mull_attachment_ref (files->pdata[0]);
}

/* What was attached comes from where the copies are that were to survive this computer. */
static void
test_files (Fixture *fixture, gconstpointer data)
{
  char *stick = fixture_make_folder ();
  g_autoptr (MullAttachment) attachment = put_on_stick (fixture, stick);
  g_autofree char *vault = g_build_filename (fixture->folder, MULL_VAULT_FOLDER, NULL);
  g_autoptr (MullClock) clock = fixture_make_clock ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MullDamageReport) report = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (mull_vault_has (vault, attachment->sha256, attachment->size));
      fixture_remove_folder (g_strdup (vault));
      g_assert_cmpint (g_unlink (fixture->file), ==, 0);
      g_assert_false (mull_vault_has (vault, attachment->sha256, attachment->size));
      if (i == 0)
        {
          mull_rescue_put_back (fixture->folder, fixture->backup, FIXTURE_NOW, NULL, &error);
          g_assert_no_error (error);
          continue;
        }
      report = mull_rescue_examine (fixture->folder, clock, &error);
      g_assert_no_error (error);
      g_assert_cmpint (mull_damage_report_get_option (report, 0)->kind, ==, MULL_REPAIR_BACKUP);
      mull_rescue_carry_out (fixture->folder, report, mull_damage_report_get_option (report, 0),
                             FIXTURE_NOW, &error);
      g_assert_no_error (error);
    }
  g_assert_true (mull_vault_has (vault, attachment->sha256, attachment->size));
  /* A stick that is not there is no failure. */
  fixture_remove_folder (stick);
  fixture_remove_folder (g_strdup (vault));
  mull_rescue_bring_files (fixture->folder, fixture->file, NULL);
  g_assert_false (mull_vault_has (vault, attachment->sha256, attachment->size));
}

/* Not while somebody works on it. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  MullWorkspace *workspace = fixture_open (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      mull_rescue_put_back (fixture->folder, fixture->backup, FIXTURE_NOW, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
  fixture_close (workspace);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/rescue/damaged", test_damaged);
  ADD ("/rescue/missing", test_missing);
  ADD ("/rescue/emptied", test_emptied);
  ADD ("/rescue/bad-backup", test_bad_backup);
  ADD ("/rescue/same-name", test_same_name);
  ADD ("/rescue/files", test_files);
  ADD ("/rescue/open", test_open);
  ADD ("/rescue/ways-out", test_ways_out);
  ADD ("/rescue/killed-between", test_killed_between);
  ADD ("/rescue/only-backups", test_only_backups);
  ADD ("/rescue/save-damaged", test_save_damaged);
  return g_test_run ();
}
