/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-csv-records.h"

#include "mull-csv-reader.h"
#include "mull-csv-sender.h"
#include "mull-error.h"
#include "mull-frame-writer.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char sample[] = "name;value;note\r\n"
                             "\"Müller; Söhne\";1,5;\"a \"\"b\"\"\r\nc\"\r\n"
                             " x ; \"y\" ;\n"
                             "few;1\n"
                             "\"stray\"!;2;3\n"
                             "a;b;c;d;e\n"
                             "last;;\"\"\"\"";

/* The frames of a file, as the program that parses writes them. */
static GBytes *
frames_of (const char *text, const MullCsvDialect *dialect)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) fault = NULL;
  FILE *file = tmpfile ();
  g_autoptr (MullFrameWriter) writer = mull_frame_writer_new (fileno (file));
  gsize size;
  g_autofree char *written = NULL;

  mull_csv_sender_send (bytes, dialect, writer, &fault);
  mull_frame_writer_finish (writer, fault);
  size = (gsize) lseek (fileno (file), 0, SEEK_END);
  written = g_malloc (size);
  g_assert_cmpint (pread (fileno (file), written, size, 0), ==, size);
  fclose (file);
  return g_bytes_new (written, size);
}

static void
describe (const MullCsvRecord *record, GString *out)
{
  guint line, column;

  mull_csv_record_locate (record, record->problem, &line, &column);
  g_string_append_printf (out, "%u %d %u:%u <%.*s>", record->line, record->state, line, column,
                          (int) record->raw_length, record->raw);
  for (guint i = 0; i < record->n_fields; i++)
    {
      mull_csv_record_locate (record, record->fields[i].offset, &line, &column);
      g_string_append_printf (out, " %u:%u[%.*s]", line, column, (int) record->fields[i].length,
                              record->fields[i].text);
    }
  g_string_append_c (out, '\n');
}

/* What comes out of the pipe is what the reader read. */
static void
test_same (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (sample, strlen (sample));
  g_autoptr (MullCsvReader) reader = mull_csv_reader_new (bytes, ';', TRUE);
  g_autoptr (GBytes) frames = frames_of (sample, NULL);
  g_autoptr (MullCsvRecords) records = mull_csv_records_new (frames);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GString) got = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const MullCsvRecord *record;
  MullCsvDialect dialect;

  g_assert_true (mull_csv_records_read_dialect (records, &dialect, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dialect.delimiter, ==, ';');
  g_assert_true (dialect.has_header);
  while (mull_csv_reader_next (reader, &record, NULL) == MULL_CSV_STEP_RECORD)
    describe (record, read);
  while (mull_csv_records_next (records, &record, &error) == MULL_CSV_STEP_RECORD)
    describe (record, got);
  g_assert_no_error (error);
  g_assert_cmpstr (got->str, ==, read->str);
  g_assert_cmpint (mull_csv_records_next (records, &record, &error), ==, MULL_CSV_STEP_END);
  g_assert_cmpfloat (mull_csv_records_get_progress (records), ==, 1.0);
}

/* The parser's reason comes through, after the records before it. */
static void
test_fault (void)
{
  g_autoptr (GBytes) frames = frames_of ("a,b\nc,d\ne,\"f\n", NULL);
  g_autoptr (MullCsvRecords) records = mull_csv_records_new (frames);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  const MullCsvRecord *record;

  g_assert_cmpint (mull_csv_records_next (records, &record, NULL), ==, MULL_CSV_STEP_RECORD);
  g_assert_cmpint (mull_csv_records_next (records, &record, NULL), ==, MULL_CSV_STEP_RECORD);
  g_assert_cmpint (mull_csv_records_next (records, &record, &error), ==, MULL_CSV_STEP_FAILED);
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "line 3, column 3 is never closed"));
  g_assert_cmpint (mull_csv_records_next (records, &record, &again), ==, MULL_CSV_STEP_FAILED);
  g_assert_cmpstr (again->message, ==, error->message);
}

/* Reads whatever it is to the end, and looks at every byte it is given. */
static MullCsvStep
read_through (GBytes *frames)
{
  g_autoptr (MullCsvRecords) records = mull_csv_records_new (frames);
  const MullCsvRecord *record;
  MullCsvStep step;
  guint line = 0, n_columns = 0;

  while ((step = mull_csv_records_next (records, &record, NULL)) == MULL_CSV_STEP_RECORD)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      describe (record, text);
      g_assert_true (g_utf8_validate (text->str, (gssize) text->len, NULL));
      g_assert_cmpuint (record->line, >, line);
      line = record->line;
      n_columns = n_columns != 0 ? n_columns : record->n_fields;
      if (record->state == MULL_CSV_RECORD_GOOD)
        g_assert_cmpuint (record->n_fields, ==, n_columns);
    }
  return step;
}

/* One byte after the other is replaced, and the rest is cut off at every place. Nothing that comes
 * of it breaks what others rely on, and what is cut off is noticed. */
static void
test_hostile (void)
{
  static const guint8 values[] = { 0, 1, 2, 0x7f, 0x80, 0xc3, 0xff, 'D', 'R', 'F', 'E' };
  g_autoptr (GBytes) frames = frames_of (sample, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (frames, &size);
  guint n_refused = 0;

  g_assert_cmpint (read_through (frames), ==, MULL_CSV_STEP_END);
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (data, size);
      g_autoptr (GBytes) cut = g_bytes_new (data, i);

      g_assert_cmpint (read_through (cut), ==, MULL_CSV_STEP_FAILED);
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          g_autoptr (GBytes) bytes = NULL;

          changed[i] = values[j];
          bytes = g_bytes_new (changed, size);
          n_refused += read_through (bytes) == MULL_CSV_STEP_FAILED;
        }
    }
  g_assert_cmpuint (n_refused, >, size);
}

/* More than whole files can hold. */
static void
test_behind_the_end (void)
{
  g_autoptr (GBytes) frames = frames_of ("a,b\n", NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (frames, &size);
  g_autoptr (GByteArray) twice = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_byte_array_append (twice, data, (guint) size);
  g_byte_array_append (twice, data, (guint) size);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&twice));
  g_assert_cmpint (read_through (bytes), ==, MULL_CSV_STEP_FAILED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-records/same", test_same);
  g_test_add_func ("/csv-records/fault", test_fault);
  g_test_add_func ("/csv-records/hostile", test_hostile);
  g_test_add_func ("/csv-records/behind-the-end", test_behind_the_end);
  return g_test_run ();
}
