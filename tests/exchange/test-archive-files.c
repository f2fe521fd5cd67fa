/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-archive-files"

#include "config.h"

#include "mull-archive-files.h"

#include "mull-archive-form.h"
#include "mull-archive-import.h"
#include "mull-archive-writer.h"
#include "mull-attachment-files.h"
#include "mull-error.h"
#include "mull-timeline-ops.h"
#include "mull-vault.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* More than two parts, and not a multiple of anything. */
#define LONG_SIZE (2 * MULL_ARCHIVE_PART_BYTES + 4321)

static MullAttachment *
take (OpsFixture *fixture, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, "x.bin", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MullAttachment *attachment;

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  attachment = mull_attachment_files_take (fixture->workspace, file, &error);
  g_assert_no_error (error);
  return attachment;
}

/* An empty file, a short one that two entries have, and one of several parts. */
static void
attach_some (OpsFixture *fixture)
{
  g_autofree char *content = g_malloc (LONG_SIZE);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LONG_SIZE; i++)
    content[i] = (char) (i * 7 + i / 251);
  g_ptr_array_add (files, take (fixture, "", 0));
  g_ptr_array_add (files, take (fixture, "hello", -1));
  g_ptr_array_add (files, take (fixture, content, LONG_SIZE));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (MullEntry) entry = mull_entry_new ();

      entry->deal_id = fixture->deal_id;
      entry->kind = MULL_ENTRY_NOTE;
      entry->private = i == 1;
      mull_set_text (&entry->text, "The offer");
      mull_timeline_ops_log_with_pass (fixture->workspace, entry, NULL, NULL, files, NULL, &error);
      g_assert_no_error (error);
    }
}

static char *
write_file (OpsFixture *fixture, const char *name, MullArchiveTally *tally)
{
  g_autofree char *vault = mull_attachment_files_dup_folder (fixture->workspace);
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  mull_archive_write_file (fixture->db, vault, path, NULL, NULL, NULL, tally, &error);
  g_assert_no_error (error);
  return path;
}

static GBytes *
load (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

static MullArchiveReport *
import (MullWorkspace *workspace, GBytes *bytes, const char *beside, MullArchiveImportMode mode)
{
  g_autoptr (GError) error = NULL;
  MullArchiveReport *report =
      mull_archive_import (workspace, bytes, "a.xml", beside, mode, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static char *
dup_vault_digest (MullWorkspace *workspace)
{
  g_autofree char *folder = mull_attachment_files_dup_folder (workspace);
  g_autoptr (GPtrArray) files = mull_vault_list (folder, G_MAXINT64);
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (files, compare_texts);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = mull_vault_dup_path (folder, files->pdata[i]);
      g_autofree char *hash = fixture_hash_file (path);

      /* Each is what its name says. */
      g_assert_cmpstr (hash, ==, files->pdata[i]);
      g_string_append_printf (text, "%s\n", hash);
    }
  return g_string_free (text, FALSE);
}

/* Into an empty database: the same content, and the same files. */
static void
test_round_trip (OpsFixture *fixture, gconstpointer data)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *other = fixture_open (folder);
  MullArchiveTally tally;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MullArchiveReport) trial = NULL;
  g_autoptr (MullArchiveReport) report = NULL;
  g_autoptr (MullArchiveReport) again = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *our_files = NULL;
  g_autofree char *no_files = NULL;
  g_autofree char *their_files = NULL;

  attach_some (fixture);
  path = write_file (fixture, "all.xml", &tally);
  g_assert_cmpuint (tally.n_files, ==, 3);
  g_assert_cmpuint (tally.n_missing, ==, 0);
  g_assert_false (tally.is_beside);
  bytes = load (path);
  trial = import (other, bytes, NULL, MULL_ARCHIVE_DRY_RUN);
  g_assert_cmpuint (trial->n_files, ==, 3);
  no_files = dup_vault_digest (other);
  g_assert_cmpstr (no_files, ==, "");
  report = import (other, bytes, NULL, MULL_ARCHIVE_IN_EARNEST);
  g_assert_cmpuint (report->n_files, ==, 3);
  g_assert_cmpuint (report->n_files_missing, ==, 0);
  ours = fixture_digest (fixture->db);
  theirs = fixture_digest (mull_workspace_get_database (other));
  g_assert_cmpstr (theirs, ==, ours);
  our_files = dup_vault_digest (fixture->workspace);
  their_files = dup_vault_digest (other);
  g_assert_cmpstr (their_files, ==, our_files);
  again = import (other, bytes, NULL, MULL_ARCHIVE_IN_EARNEST);
  g_assert_cmpuint (again->n_rows[MULL_MERGE_NEW] + again->n_rows[MULL_MERGE_CHANGED], ==, 0);
  fixture_close (other);
  fixture_remove_folder (folder);
}

/* Without the files the rows come all the same, and it is said how many are nowhere; beside the
 * archive they are found. */
static void
test_beside (OpsFixture *fixture, gconstpointer data)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *other = fixture_open (folder);
  g_autofree char *vault = mull_attachment_files_dup_folder (fixture->workspace);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MullArchiveReport) alone = NULL;
  g_autoptr (MullArchiveReport) beside = NULL;
  g_autofree char *our_files = NULL;
  g_autofree char *their_files = NULL;
  g_autoptr (GError) error = NULL;
  MullArchiveTally tally;

  attach_some (fixture);
  mull_archive_write (fixture->db, NULL, stream, NULL, NULL, NULL, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_files, ==, 0);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  alone = import (other, bytes, NULL, MULL_ARCHIVE_DRY_RUN);
  g_assert_cmpuint (alone->n_files, ==, 0);
  g_assert_cmpuint (alone->n_files_missing, ==, 3);
  beside = import (other, bytes, vault, MULL_ARCHIVE_IN_EARNEST);
  g_assert_cmpuint (beside->n_files, ==, 3);
  g_assert_cmpuint (beside->n_files_missing, ==, 0);
  our_files = dup_vault_digest (fixture->workspace);
  their_files = dup_vault_digest (other);
  g_assert_cmpstr (their_files, ==, our_files);
  fixture_close (other);
  fixture_remove_folder (folder);
}

/* As if there were more than a document can hold. */
static void
attach_too_much (OpsFixture *fixture)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  attach_some (fixture);
  for (char digit = '1'; digit <= '9'; digit++)
    {
      MullAttachment *missing = mull_attachment_new ();
      g_autofree char *sha256 = g_strnfill (64, digit);

      mull_set_text (&missing->name, "missing.bin");
      mull_set_text (&missing->sha256, sha256);
      missing->size = MULL_ATTACHMENT_MAX;
      g_ptr_array_add (files, missing);
    }
  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_NOTE;
  mull_set_text (&entry->text, "Plans");
  mull_timeline_ops_log_with_pass (fixture->workspace, entry, NULL, NULL, files, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_names (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);
  return n;
}

/* The folder beside it holds what the archive needs, of the files of the program; what else lies
 * in it stays. */
static void
test_folder_again (OpsFixture *fixture, gconstpointer data)
{
  MullArchiveTally tally;
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *beside = NULL;
  g_autofree char *old_shelf = NULL;
  g_autofree char *old = NULL;
  g_autofree char *own = NULL;
  g_autofree char *old_sha256 = g_strnfill (64, 'a');
  g_autoptr (GPtrArray) files = NULL;

  attach_too_much (fixture);
  path = write_file (fixture, "all.xml", &tally);
  g_assert_true (tally.is_beside);
  g_assert_cmpuint (tally.n_files, ==, 3);
  beside = mull_archive_form_dup_beside (path);
  old = mull_vault_dup_path (beside, old_sha256);
  old_shelf = g_path_get_dirname (old);
  own = g_build_filename (beside, "notes.txt", NULL);
  g_assert_cmpint (g_mkdir_with_parents (old_shelf, 0700), ==, 0);
  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  g_assert_true (g_file_set_contents (own, "own", -1, NULL));
  again = write_file (fixture, "all.xml", &tally);
  files = mull_vault_list (beside, G_MAXINT64);
  g_assert_cmpuint (files->len, ==, 3);
  g_assert_false (g_file_test (old_shelf, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_names (fixture->folder, "all.xml"), ==, 2);
}

/* An archive that does not get there leaves nothing, and what was there before as it was. */
static void
test_folder_failed (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *vault = mull_attachment_files_dup_folder (fixture->workspace);
  g_autofree char *path = g_build_filename (fixture->folder, "all.xml", NULL);
  g_autofree char *beside = mull_archive_form_dup_beside (path);
  g_autofree char *own = g_build_filename (beside, "notes.txt", NULL);

  attach_too_much (fixture);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  for (int has_one = 0; has_one < 2; has_one++)
    {
      MullArchiveTally tally;
      g_autoptr (GError) error = NULL;

      if (has_one)
        {
          g_assert_cmpint (g_mkdir (beside, 0700), ==, 0);
          g_assert_true (g_file_set_contents (own, "own", -1, NULL));
        }
      g_assert_false (
          mull_archive_write_file (fixture->db, vault, path, NULL, NULL, NULL, &tally, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (count_names (fixture->folder, "all.xml"), ==, has_one ? 2 : 1);
    }
  g_assert_cmpuint (count_names (beside, ""), ==, 1);
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
}

/* One that is damaged is told of, and keeps nothing else back. */
static void
test_damaged (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = mull_attachment_files_dup_folder (fixture->workspace);
  g_autoptr (MullAttachment) file = NULL;
  g_autofree char *place = NULL;
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  MullArchiveTally tally;

  attach_some (fixture);
  file = take (fixture, "hello", -1);
  place = mull_vault_dup_path (folder, file->sha256);
  g_assert_true (g_file_set_contents (place, "jello", -1, NULL));
  path = write_file (fixture, "all.xml", &tally);
  g_assert_cmpuint (tally.n_files, ==, 2);
  g_assert_cmpuint (tally.n_missing, ==, 1);
  said = mull_archive_tally_describe (&tally, path);
  g_assert_nonnull (strstr (said, "1 attached file is missing or damaged and is not in it."));
}

static GBytes *
edit (GBytes *bytes, const char *from, const char *to)
{
  g_autoptr (GString) text =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  if (g_string_replace (text, from, to, 0) == 0)
    g_error ("Nothing to replace: %s", from);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
test_refused (OpsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *says;
  } cases[] = {
    { "<data>aGVsbG8=", "<data>amVsbG8=", "not what its SHA-256 says" },
    { "<data>aGVsbG8=", "<data>aGVs bG8=", "not base64" },
    { "<data>aGVsbG8=", "<data>aGVs*bG8=", "not base64" },
    { "<data>aGVsbG8=", "<data>aGVsbG8", "not base64" },
    { "<data>aGVsbG8=", "<data>aGVsbG8hIQ==", "longer than it says" },
    { "<data>aGVsbG8=", "<data>", "this part is empty" },
    { "size=\"5\" at=\"0\"", "size=\"6\" at=\"0\"", "not whole" },
    { "size=\"5\" at=\"0\"", "size=\"5\" at=\"1\"", "missing before this one" },
    { "size=\"5\" at=\"0\"", "size=\"68719476736\" at=\"0\"", "no such file" },
    { "at=\"491520\"", "at=\"491521\"", "missing before this one" },
    { "<sha256>2cf24dba5fb0a30e", "<sha256>../24dba5fb0a30e", "line" },
  };
  MullArchiveTally tally;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  attach_some (fixture);
  path = write_file (fixture, "all.xml", &tally);
  bytes = load (path);
  ops_fixture_before (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int mode = MULL_ARCHIVE_DRY_RUN; mode <= MULL_ARCHIVE_IN_EARNEST; mode++)
      {
        g_autoptr (GBytes) bad = edit (bytes, cases[i].from, cases[i].to);
        g_autoptr (GError) error = NULL;

        g_assert_null (mull_archive_import (fixture->workspace, bad, "a.xml", NULL,
                                            (MullArchiveImportMode) mode, NULL, &error));
        g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
        if (strstr (error->message, cases[i].says) == NULL)
          g_error ("%s: %s", cases[i].to, error->message);
      }
  ops_fixture_assert_nothing (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/archive-files/round-trip", test_round_trip);
  OPS_ADD ("/archive-files/beside", test_beside);
  OPS_ADD ("/archive-files/folder-again", test_folder_again);
  OPS_ADD ("/archive-files/folder-failed", test_folder_failed);
  OPS_ADD ("/archive-files/damaged", test_damaged);
  OPS_ADD ("/archive-files/refused", test_refused);
  return g_test_run ();
}
