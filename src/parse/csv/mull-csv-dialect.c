/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-csv-dialect"

#include "config.h"

#include "mull-csv-dialect.h"

#include "mull-column-kind.h"
#include "mull-csv-reader.h"
#include "mull-parse-limits.h"

#include <string.h>

/* Records that are looked at to tell delimiters apart. */
#define N_RECORDS 500

static const char delimiters[] = { ',', ';', '\t', '|' };

typedef struct
{
  guint n_records;
  guint n_equal; /* records with as many fields as the first one */
  guint n_columns;
  gboolean readable;
} Trial;

static Trial
try_delimiter (GBytes *utf8, char delimiter)
{
  g_autoptr (MullCsvReader) reader = mull_csv_reader_new (utf8, delimiter, TRUE);
  Trial trial = { 0 };
  const MullCsvRecord *record;
  MullCsvStep step = MULL_CSV_STEP_END;

  while (trial.n_records < N_RECORDS &&
         (step = mull_csv_reader_next (reader, &record, NULL)) == MULL_CSV_STEP_RECORD)
    {
      trial.n_records++;
      trial.n_equal += record->state == MULL_CSV_RECORD_GOOD;
    }
  trial.n_columns = mull_csv_reader_get_n_columns (reader);
  trial.readable = step != MULL_CSV_STEP_FAILED;
  return trial;
}

/* Positive if @a is the better reading. */
static int
compare_trials (const Trial *a, const Trial *b)
{
  guint64 fits_a = (guint64) a->n_equal * b->n_records;
  guint64 fits_b = (guint64) b->n_equal * a->n_records;

  if ((a->n_columns > 1) != (b->n_columns > 1))
    return a->n_columns > 1 ? 1 : -1;
  if (a->readable != b->readable)
    return a->readable ? 1 : -1;
  if (fits_a != fits_b)
    return fits_a > fits_b ? 1 : -1;
  return (int) a->n_columns - (int) b->n_columns;
}

static gboolean
fits_whole (const Trial *trial)
{
  return trial->readable && trial->n_columns > 1 && trial->n_equal == trial->n_records;
}

static void
sniff_delimiter (MullCsvDialect *self, GBytes *utf8)
{
  Trial best = try_delimiter (utf8, delimiters[0]);
  guint n_whole = fits_whole (&best);

  self->delimiter = delimiters[0];
  for (guint i = 1; i < G_N_ELEMENTS (delimiters); i++)
    {
      Trial trial = try_delimiter (utf8, delimiters[i]);

      n_whole += fits_whole (&trial);
      if (compare_trials (&trial, &best) > 0)
        {
          best = trial;
          self->delimiter = delimiters[i];
        }
    }
  self->delimiter_certain = n_whole <= 1;
}

static gboolean
is_name (const MullCsvField *field)
{
  MullColumnKind kind = mull_column_kind_of_value (field->text, field->length);

  return kind == MULL_COLUMN_TEXT || kind == MULL_COLUMN_BOOLEAN;
}

/* What the columns of the rows hold, as one bit per kind and column. */
static guint *
gather_kinds (MullCsvReader *reader, guint n_columns)
{
  guint *kinds = g_new0 (guint, n_columns);
  const MullCsvRecord *record;

  for (guint n = 0;
       n < N_RECORDS && mull_csv_reader_next (reader, &record, NULL) == MULL_CSV_STEP_RECORD; n++)
    for (guint i = 0; i < MIN (n_columns, record->n_fields); i++)
      kinds[i] |=
          1u << mull_column_kind_of_value (record->fields[i].text, record->fields[i].length);
  return kinds;
}

/* A header names its columns by texts; that some column then holds something else than text is the
 * proof. */
static void
sniff_header (MullCsvDialect *self, GBytes *utf8)
{
  const guint plain = 1u << MULL_COLUMN_TEXT | 1u << MULL_COLUMN_EMPTY | 1u << MULL_COLUMN_BOOLEAN;
  g_autoptr (MullCsvReader) reader = mull_csv_reader_new (utf8, self->delimiter, TRUE);
  const MullCsvRecord *first;
  g_autofree guint *kinds = NULL;
  guint n_columns, n_names = 0, n_empty = 0;

  self->has_header = self->header_certain = FALSE;
  if (mull_csv_reader_next (reader, &first, NULL) != MULL_CSV_STEP_RECORD)
    return;
  n_columns = first->n_fields;
  for (guint i = 0; i < n_columns; i++)
    {
      n_empty += first->fields[i].length == 0;
      n_names += is_name (&first->fields[i]);
    }
  if (n_names + n_empty < n_columns || n_names == 0)
    {
      self->header_certain = TRUE;
      return;
    }
  self->has_header = TRUE;
  kinds = gather_kinds (reader, n_columns);
  for (guint i = 0; i < n_columns && !self->header_certain; i++)
    self->header_certain = (kinds[i] & ~plain) != 0;
}

/**
 * mull_csv_dialect_is_delimiter:
 * @c: a byte
 *
 * Returns: whether it is one of those that separate fields
 */
gboolean
mull_csv_dialect_is_delimiter (char c)
{
  return memchr (delimiters, c, sizeof delimiters) != NULL;
}

/**
 * mull_csv_dialect_skip_hint:
 * @utf8: the text of a file
 * @delimiter: (out): the delimiter that its first line states, or NUL
 *
 * Spreadsheets read a first line such as `sep=;` as a statement about the file and not as its
 * header.
 *
 * Returns: (transfer full): the text after that line, or all of it. Lines count from the whole
 *   file, so the skipped line is replaced by an empty one.
 */
GBytes *
mull_csv_dialect_skip_hint (GBytes *utf8, char *delimiter)
{
  gsize size;
  const char *data = g_bytes_get_data (utf8, &size);
  gsize at = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  *delimiter = '\0';
  if (size < at + 6 || g_ascii_strncasecmp (data + at, "sep=", 4) != 0 ||
      !mull_csv_dialect_is_delimiter (data[at + 4]) ||
      (data[at + 5] != '\n' && data[at + 5] != '\r'))
    return g_bytes_ref (utf8);
  *delimiter = data[at + 4];
  return g_bytes_new_from_bytes (utf8, at + 5, size - at - 5);
}

/**
 * mull_csv_dialect_sniff:
 * @self: (inout): the encoding is left alone, everything else is filled in
 * @utf8: the text of a file
 * @hint: the delimiter that the file states, or NUL
 *
 * Finds the delimiter that cuts the records into equally many fields, and whether the first record
 * is a header.
 */
void
mull_csv_dialect_sniff (MullCsvDialect *self, GBytes *utf8, char hint)
{
  g_return_if_fail (self != NULL && utf8 != NULL);

  if (hint != '\0')
    {
      self->delimiter = hint;
      self->delimiter_certain = TRUE;
    }
  else
    sniff_delimiter (self, utf8);
  sniff_header (self, utf8);
}
