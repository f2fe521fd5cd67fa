/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-erasure-holders"

#include "config.h"

#include "mull-attachment-files.h"
#include "mull-contact-ops.h"
#include "mull-custodian.h"
#include "mull-custody.h"
#include "mull-erasure.h"
#include "mull-error.h"
#include "mull-timeline-ops.h"
#include "mull-vault.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <utime.h>

#define DEADLINE (20 * G_TIME_SPAN_SECOND)
#define LONG_AGO 1000000000

static MullAttachment *
take (OpsFixture *fixture, const char *content)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MullAttachment *attachment;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  attachment = mull_attachment_files_take (fixture->workspace, file, &error);
  g_assert_no_error (error);
  fixture_remove_folder (folder);
  return attachment;
}

static void
set_old (OpsFixture *fixture, const MullAttachment *attachment)
{
  const struct utimbuf times = { LONG_AGO, LONG_AGO };
  g_autofree char *folder = mull_attachment_files_dup_folder (fixture->workspace);
  g_autofree char *path = mull_vault_dup_path (folder, attachment->sha256);

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static gboolean
has (OpsFixture *fixture, const MullAttachment *attachment)
{
  g_autofree char *folder = mull_attachment_files_dup_folder (fixture->workspace);

  return mull_vault_has (folder, attachment->sha256, attachment->size);
}

static void
log_note (OpsFixture *fixture, MullAttachment *file, gint64 person_id)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (files, file);
  entry->deal_id = fixture->deal_id;
  entry->person_id = person_id;
  entry->kind = MULL_ENTRY_NOTE;
  mull_set_text (&entry->text, "The offer");
  mull_timeline_ops_log_with_pass (fixture->workspace, entry, NULL, NULL, files, NULL, &error);
  g_assert_no_error (error);
}

static void
back_up (OpsFixture *fixture)
{
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);
  gint64 end = g_get_monotonic_time () + DEADLINE;

  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  while (mull_custodian_is_busy (custodian))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static MullErasure *
erase (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MullErasure *erasure = mull_erasure_new (fixture->workspace, fixture->person_id, &error);

  g_assert_no_error (error);
  mull_erasure_run (fixture->workspace, erasure, &error);
  g_assert_no_error (error);
  return erasure;
}

static void
remove_all (OpsFixture *fixture, const MullErasure *erasure)
{
  g_autoptr (GPtrArray) holders = mull_erasure_find_holders (fixture->workspace, erasure);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < holders->len; i++)
    {
      mull_erasure_remove_holder (fixture->workspace, erasure, holders->pdata[i], &error);
      g_assert_no_error (error);
    }
  none = mull_erasure_find_holders (fixture->workspace, erasure);
  g_assert_cmpuint (none->len, ==, 0);
}

static gboolean
lists (OpsFixture *fixture, const MullErasure *erasure, const char *path)
{
  g_autoptr (GPtrArray) holders = mull_erasure_find_holders (fixture->workspace, erasure);

  for (guint i = 0; i < holders->len; i++)
    if (g_str_equal (((MullErasureHolder *) holders->pdata[i])->path, path))
      return TRUE;
  return FALSE;
}

/* Their files go with the last copy that names them; what anybody else refers to stays, and so does
 * what is only just being attached. */
static void
test_files (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullAttachment) live = take (fixture, "live");
  g_autoptr (MullAttachment) drafted = take (fixture, "drafted");
  g_autoptr (MullAttachment) undone = take (fixture, "undone");
  g_autoptr (MullAttachment) copied = take (fixture, "copied just now");
  g_autoptr (MullAttachment) erased = take (fixture, "erased");
  g_autofree char *draft = g_strdup_printf ("files=%s offer.pdf", drafted->sha256);
  g_autofree char *vault = mull_attachment_files_dup_folder (fixture->workspace);
  g_autofree char *begun = g_build_filename (vault, ".tmp-begun", NULL);
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (begun, "half", -1, NULL));
  log_note (fixture, live, 0);
  log_note (fixture, erased, fixture->person_id);
  log_note (fixture, undone, 0);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  mull_workspace_set_draft (fixture->workspace, "composer:4711", draft, &error);
  g_assert_no_error (error);
  set_old (fixture, live);
  set_old (fixture, drafted);
  set_old (fixture, undone);

  erasure = erase (fixture);
  /* The backup of before has it. */
  g_assert_true (has (fixture, erased));
  g_assert_true (has (fixture, live));
  g_assert_true (has (fixture, drafted));
  /* There is nothing left that could be done again. */
  g_assert_false (has (fixture, undone));
  remove_all (fixture, erasure);
  g_assert_false (has (fixture, erased));
  g_assert_true (has (fixture, live));
  g_assert_true (has (fixture, drafted));
  g_assert_true (has (fixture, copied));
  g_assert_true (g_file_test (begun, G_FILE_TEST_EXISTS));
}

/* The copies of files on the stick go with the copies of the data; that a file of somebody else
 * mentions them is no reason. */
static void
test_outside_files (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullAttachment) erased = take (fixture, "of theirs");
  g_autoptr (MullAttachment) mention = take (fixture, "Ann Ruiz is mentioned");
  char *stick = fixture_make_folder ();
  g_autofree char *place = NULL;
  g_autofree char *vault = NULL;
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  log_note (fixture, erased, fixture->person_id);
  log_note (fixture, mention, 0);
  mull_custody_set_outside (fixture->workspace, stick, &error);
  g_assert_no_error (error);
  back_up (fixture);
  place = mull_custody_dup_outside_place (fixture->workspace);
  vault = g_build_filename (place, MULL_VAULT_FOLDER, NULL);
  g_assert_true (mull_vault_has (vault, erased->sha256, erased->size));

  erasure = erase (fixture);
  g_assert_true (mull_vault_has (vault, erased->sha256, erased->size));
  remove_all (fixture, erasure);
  g_assert_false (mull_vault_has (vault, erased->sha256, erased->size));
  g_assert_true (mull_vault_has (vault, mention->sha256, mention->size));
  g_assert_true (has (fixture, mention));
  fixture_remove_folder (stick);
}

static void
add_short_address (OpsFixture *fixture)
{
  g_autoptr (MullStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = mull_database_prepare_scan (
      fixture->db,
      "INSERT INTO person_address (person_id, kind, label, value, value_key, rank)"
      " VALUES (?1, 'phone', '', '1', '1', 1)",
      &error);
  g_assert_no_error (error);
  mull_statement_bind_int64 (statement, 1, fixture->person_id);
  mull_statement_run (statement, &error);
  g_assert_no_error (error);
}

/* A number of one digit is in every file. */
static void
test_short_text (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.txt", NULL);
  g_autofree char *lock = g_build_filename (fixture->folder, "mulligan.lock", NULL);
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autofree char *manifest = NULL;
  g_autoptr (GError) error = NULL;

  add_short_address (fixture);
  g_assert_true (g_file_set_contents (other, "1111", -1, NULL));
  backup = mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  manifest = mull_backup_manifest_dup_path (backup->path);
  erasure = mull_erasure_new (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  g_assert_false (lists (fixture, erasure, other));
  g_assert_false (lists (fixture, erasure, manifest));
  g_assert_true (lists (fixture, erasure, backup->path));
  /* Who has the data folder is said in it. */
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_false (lists (fixture, erasure, lock));
  g_clear_pointer (&erasure, mull_erasure_free);
  erasure = erase (fixture);
  remove_all (fixture, erasure);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* What only begins as the data file does is a copy like any other. */
static void
test_names_beside (OpsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean holds;
  } cases[] = {
    { "mulligan.db.bak", TRUE },
    { "mulligan.db-journal", FALSE },
    { "mulligan.db-old", TRUE },
  };
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  erasure = mull_erasure_new (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);

      g_assert_true (g_file_set_contents (path, "Ann Ruiz", -1, NULL));
      g_assert_cmpint (lists (fixture, erasure, path), ==, cases[i].holds);
      g_unlink (path);
    }
}

/* What was looked at is gone with its entry. */
static void
test_opened (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullAttachment) file = take (fixture, "looked at");
  g_autofree char *place = g_build_filename (fixture->folder, ".opened", "1", NULL);
  g_autofree char *copy = g_build_filename (place, "x.txt", NULL);
  g_autoptr (MullErasure) erasure = NULL;

  log_note (fixture, file, fixture->person_id);
  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_assert_true (g_file_set_contents (copy, "looked at", -1, NULL));
  erasure = erase (fixture);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* Backups go on being made after somebody was erased. */
static void
test_custodian_goes_on (OpsFixture *fixture, gconstpointer data)
{
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  /* One is being made meanwhile. */
  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  g_assert_true (mull_custodian_is_busy (custodian));
  erasure = erase (fixture);
  before = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (before->len, ==, 2);
  back_up (fixture);
  after = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_true (custodian == mull_custodian_get (fixture->workspace));
}

static gboolean
change_uuid_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  return mull_database_exec (db, "UPDATE person SET uuid = 'somebody-else'", error);
}

/* Whoever has the id by now is somebody else. */
static void
test_other_person (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  erasure = mull_erasure_new (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  mull_workspace_transact (fixture->workspace, MULL_OP_EDIT_PERSON, "-", 0, change_uuid_cb, NULL,
                           &error);
  g_assert_no_error (error);
  g_assert_false (mull_erasure_run (fixture->workspace, erasure, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM person"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/erasure-holders/files", test_files);
  OPS_ADD ("/erasure-holders/outside-files", test_outside_files);
  OPS_ADD ("/erasure-holders/short-text", test_short_text);
  OPS_ADD ("/erasure-holders/names-beside", test_names_beside);
  OPS_ADD ("/erasure-holders/opened", test_opened);
  OPS_ADD ("/erasure-holders/custodian-goes-on", test_custodian_goes_on);
  OPS_ADD ("/erasure-holders/other-person", test_other_person);
  return g_test_run ();
}
