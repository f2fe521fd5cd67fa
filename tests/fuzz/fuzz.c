/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create() */

#include "config.h"

#include "fuzz.h"

#include "mull-archive-reader.h"
#include "mull-error.h"
#include "mull-exchange.h"
#include "mull-import-rows.h"
#include "mull-parse-limits.h"
#include "store-fixture.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Rows of a file that are read; more of them are more of the same. */
#define ROWS_MAX 2000

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  mull_exchange_init ();
  /* What is made only once, a database or a grammar, is no matter of any input. */
  return LLVMFuzzerTestOneInput ((const uint8_t *) "a", 1);
}

GBytes *
fuzz_send (FuzzSendFunc send, GBytes *bytes)
{
  static int file = -1;
  g_autoptr (MullFrameWriter) writer = NULL;
  g_autoptr (GError) fault = NULL;
  gsize size;
  char *written;

  if (file < 0)
    file = memfd_create ("frames", MFD_CLOEXEC);
  g_assert_cmpint (ftruncate (file, 0), ==, 0);
  g_assert_cmpint (lseek (file, 0, SEEK_SET), ==, 0);
  writer = mull_frame_writer_new (file);
  g_assert_cmpint (send (bytes, writer, &fault), ==, fault == NULL);
  fuzz_check_error (fault);
  mull_frame_writer_finish (writer, fault);
  size = (gsize) lseek (file, 0, SEEK_CUR);
  written = g_malloc (size);
  g_assert_cmpint (pread (file, written, size, 0), ==, size);
  return g_bytes_new_take (written, size);
}

char *
fuzz_dup_text (const uint8_t *data, size_t size)
{
  char *text = g_malloc (size + 1);

  memcpy (text, data, size);
  text[size] = '\0';
  return text;
}

void
fuzz_check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* What people are told is one text that can be shown. */
void
fuzz_check_error (const GError *error)
{
  if (error == NULL)
    return;
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  fuzz_check_text (error->message);
  g_assert_cmpuint (strlen (error->message), >, 0);
  g_assert_cmpuint (strlen (error->message), <, 2048);
}

static void
check_refusals (const MullImportRow *row)
{
  for (guint i = 0; i < mull_import_row_get_n_refusals (row); i++)
    {
      const MullImportRefusal *refusal = mull_import_row_get_refusal (row, i);
      g_autofree char *text = mull_import_refusal_to_text (refusal);

      fuzz_check_text (text);
      fuzz_check_text (refusal->excerpt);
      g_assert_cmpuint (refusal->line, >, 0);
      g_assert_cmpint (g_utf8_strlen (refusal->excerpt, -1), <=, MULL_IMPORT_EXCERPT_CHARS + 1);
    }
}

/* @n_rows: how many rows the file says that it has */
static void
read_rows (MullImportFile *file, guint n_rows)
{
  g_autoptr (MullImportRow) row = mull_import_row_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MullImportRows) rows = mull_import_rows_new (file, &error);
  MullImportStep step = rows != NULL ? MULL_IMPORT_STEP_ROW : MULL_IMPORT_STEP_FAILED;
  guint n = 0;

  fuzz_check_error (error);
  while (n < ROWS_MAX && step != MULL_IMPORT_STEP_FAILED &&
         (step = mull_import_rows_next (rows, row, &error)) != MULL_IMPORT_STEP_END)
    {
      fuzz_check_error (error);
      if (step == MULL_IMPORT_STEP_FAILED)
        break;
      n++;
      g_assert_cmpint (mull_import_row_get_n_refusals (row) > 0, ==,
                       step == MULL_IMPORT_STEP_REFUSED);
      check_refusals (row);
      for (guint i = 0; i < mull_import_row_get_n_kept (row); i++)
        fuzz_check_text (mull_import_row_get_kept (row, i));
    }
  if (step == MULL_IMPORT_STEP_END)
    g_assert_cmpuint (n, ==, n_rows);
}

void
fuzz_import (GBytes *bytes, GBytes *frames)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullImportFile) file = mull_import_file_new (bytes, "a", frames, &error);
  g_autoptr (GPtrArray) questions = NULL;

  g_assert_cmpint (file == NULL, ==, error != NULL);
  fuzz_check_error (error);
  if (file == NULL)
    return;
  for (guint i = 0; i < mull_import_file_get_n_columns (file); i++)
    fuzz_check_text (mull_csv_column_get_name (mull_import_file_get_column (file, i)));
  questions = mull_import_file_dup_questions (file);
  read_rows (file, mull_import_file_get_n_rows (file));
}

/* ── Archives ─────────────────────────────────────────────────────────── */

static char *folder;

static void
remove_folder (void)
{
  fixture_remove_folder (folder);
}

/* The tables of a database that is empty. */
static MullContentMerge *
get_merge (void)
{
  static MullContentMerge *merge = NULL;
  static MullDatabase *db = NULL;
  g_autoptr (GError) error = NULL;

  if (merge != NULL)
    return merge;
  folder = fixture_make_folder ();
  atexit (remove_folder);
  db = fixture_open_copy (folder);
  merge = mull_content_merge_new (db, &error);
  g_assert_no_error (error);
  return merge;
}

void
fuzz_read_archive (GBytes *frames)
{
  MullContentMerge *merge = get_merge ();
  g_autoptr (MullArchiveReader) reader =
      mull_archive_reader_new_for_frames (frames, "a.xml", merge);
  g_autoptr (GError) error = NULL;
  guint n_tables = mull_content_merge_get_n_tables (merge);

  while (mull_archive_reader_next (reader))
    {
      guint index = mull_archive_reader_get_table (reader);
      const char *const *values = mull_archive_reader_get_values (reader);
      const MullContentTable *table;

      g_assert_cmpuint (index, <=, n_tables);
      if (index == n_tables)
        continue;
      table = mull_content_merge_get_table (merge, index);
      for (guint i = 0; i < table->columns->len; i++)
        if (values[i] != NULL)
          fuzz_check_text (values[i]);
        else
          g_assert_false (mull_content_table_get_column (table, i)->kind == MULL_CONTENT_TEXT);
    }
  g_assert_cmpint (mull_archive_reader_finish (reader, &error), ==, error == NULL);
  fuzz_check_error (error);
}
