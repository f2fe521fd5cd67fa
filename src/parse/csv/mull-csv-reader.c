/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-csv-reader"

#include "config.h"

#include "mull-csv-reader.h"

#include "mull-error.h"
#include "mull-parse-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define QUOTE '"'
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _MullCsvReader
{
  /* Owned */
  GBytes *bytes;
  GArray *fields;       /* MullCsvField */
  GArray *doubled;      /* guint: fields that contain doubled quotation marks */
  GByteArray *unfolded; /* their text */
  /* Borrowed from bytes */
  const char *end;
  const char *at;
  const char *record_start;
  /* State */
  MullCsvRecord record;
  char delimiter;
  guint line;
  guint n_columns;
  guint n_rows_left;
  /* 1 for each byte that ends an unquoted field. */
  guint8 ends_field[256];
};

/* Within the record. */
static gsize
offset_of (MullCsvReader *self, const char *place)
{
  return (gsize) (place - self->record_start);
}

/* Where a place is for people; the record may not be whole yet. */
static void
locate (MullCsvReader *self, const char *place, guint *line, guint *column)
{
  MullCsvRecord record = { .line = self->record.line,
                           .raw = self->record_start,
                           .raw_length = (gsize) (self->end - self->record_start) };

  mull_csv_record_locate (&record, offset_of (self, place), line, column);
}

static const char *
skip_line_end (const char *at, const char *end)
{
  return at + (at[0] == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1);
}

static guint
count_line_ends (const char *at, const char *end)
{
  guint n = 0;

  while (at < end)
    {
      if (*at == '\n' || *at == '\r')
        {
          n++;
          at = skip_line_end (at, end);
        }
      else
        at++;
    }
  return n;
}

static gboolean
fail_unclosed (MullCsvReader *self, const char *quote, GError **error)
{
  guint line, column;

  locate (self, quote, &line, &column);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("The quotation mark that opens at line %u, column %u is never closed. Close it, "
                  "or remove it, and import the file again."),
               line, column);
  return FALSE;
}

static gboolean
fail_long_field (MullCsvReader *self, const char *field, GError **error)
{
  guint line, column;

  locate (self, field, &line, &column);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("The field that begins at line %u, column %u is longer than %d KiB. Leave its "
                  "column out of the export or shorten the text; if a quotation mark opens "
                  "there, check that it is closed."),
               line, column, MULL_IMPORT_FIELD_MAX / 1024);
  return FALSE;
}

static gboolean
fail_many_columns (MullCsvReader *self, const char *field, GError **error)
{
  guint line, column;

  /* Whoever tries several delimiters sees that this one divides the line. */
  if (self->n_columns == 0)
    self->n_columns = MULL_IMPORT_COLUMNS_MAX + 1;
  locate (self, field, &line, &column);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("Line %u has more than %d columns (the next one begins at column %u). Export "
                  "only the columns that you need."),
               line, MULL_IMPORT_COLUMNS_MAX, column);
  return FALSE;
}

static gboolean
fail_many_rows (MullCsvReader *self, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("The file has more than %d rows (the next one begins at line %u, column 1). "
                  "Split it and import the parts one after the other."),
               MULL_IMPORT_ROWS_MAX, self->record.line);
  return FALSE;
}

static void
note_problem (MullCsvReader *self, MullCsvRecordState state, const char *place)
{
  if (self->record.state != MULL_CSV_RECORD_GOOD)
    return;
  self->record.state = state;
  self->record.problem = offset_of (self, place);
}

static const char *
find_field_end (MullCsvReader *self, const char *at)
{
  while (at < self->end && !self->ends_field[(guint8) *at])
    at++;
  return at;
}

/* Returns where the content ends (its closing quotation mark), or %NULL if it never does. */
static const char *
find_closing_quote (MullCsvReader *self, const char *at, gsize *n_doubled)
{
  *n_doubled = 0;
  while ((at = memchr (at, QUOTE, (gsize) (self->end - at))) != NULL)
    {
      if (at + 1 == self->end || at[1] != QUOTE)
        return at;
      (*n_doubled)++;
      at += 2;
    }
  return NULL;
}

static const char *
read_quoted (MullCsvReader *self, const char *quote, MullCsvField *field, GError **error)
{
  gsize n_doubled;
  const char *closing = find_closing_quote (self, quote + 1, &n_doubled);
  const char *after, *at;

  if (closing == NULL)
    {
      fail_unclosed (self, quote, error);
      return NULL;
    }
  field->text = quote + 1;
  field->length = (gsize) (closing - field->text);
  if (field->length - n_doubled > MULL_IMPORT_FIELD_MAX)
    {
      fail_long_field (self, quote, error);
      return NULL;
    }
  if (n_doubled > 0)
    {
      guint index = self->fields->len;
      g_array_append_val (self->doubled, index);
    }
  self->line += count_line_ends (quote + 1, closing);

  for (after = closing + 1; after < self->end && *after == ' '; after++)
    ;
  at = find_field_end (self, after);
  if (at > after)
    note_problem (self, MULL_CSV_RECORD_STRAY_TEXT, after);
  return at;
}

static const char *
read_field (MullCsvReader *self, const char *at, GError **error)
{
  MullCsvField field = { .text = at, .offset = offset_of (self, at) };
  const char *first = at;

  if (self->fields->len == MULL_IMPORT_COLUMNS_MAX)
    {
      fail_many_columns (self, at, error);
      return NULL;
    }
  while (first < self->end && *first == ' ')
    first++;
  if (first < self->end && *first == QUOTE)
    {
      field.offset = offset_of (self, first);
      at = read_quoted (self, first, &field, error);
      if (at == NULL)
        return NULL;
    }
  else
    {
      at = find_field_end (self, first);
      field.length = (gsize) (at - field.text);
      if (field.length > MULL_IMPORT_FIELD_MAX)
        {
          fail_long_field (self, field.text, error);
          return NULL;
        }
    }
  g_array_append_val (self->fields, field);
  return at;
}

/* Done once the record is whole: the buffer must not move under fields that point into it. */
static void
unfold_doubled_quotes (MullCsvReader *self)
{
  MullCsvField *fields = (MullCsvField *) (gpointer) self->fields->data;
  gsize size = 0;
  char *to;

  for (guint i = 0; i < self->doubled->len; i++)
    size += fields[g_array_index (self->doubled, guint, i)].length;
  if (size > self->unfolded->len)
    g_byte_array_set_size (self->unfolded, (guint) size);

  to = (char *) self->unfolded->data;
  for (guint i = 0; i < self->doubled->len; i++)
    {
      MullCsvField *field = &fields[g_array_index (self->doubled, guint, i)];
      const char *from = field->text;
      const char *end = from + field->length;

      field->text = to;
      while (from < end)
        {
          *to++ = *from;
          from += *from == QUOTE ? 2 : 1;
        }
      field->length = (gsize) (to - field->text);
    }
}

static void
compare_with_columns (MullCsvReader *self)
{
  guint n = self->fields->len;

  if (self->n_columns == 0)
    self->n_columns = n;
  if (n < self->n_columns)
    note_problem (self, MULL_CSV_RECORD_TOO_FEW, self->record_start);
  else if (n > self->n_columns)
    {
      const MullCsvField *extra = &g_array_index (self->fields, MullCsvField, self->n_columns);
      note_problem (self, MULL_CSV_RECORD_TOO_MANY, self->record_start + extra->offset);
    }
}

static gboolean
read_record (MullCsvReader *self, GError **error)
{
  const char *at = self->at;

  for (;;)
    {
      at = read_field (self, at, error);
      if (at == NULL)
        return FALSE;
      if (at == self->end || *at != self->delimiter)
        break;
      at++;
    }
  self->record.raw = self->record_start;
  self->record.raw_length = (gsize) (at - self->record_start);
  if (at < self->end)
    {
      at = skip_line_end (at, self->end);
      self->line++;
    }
  self->at = at;
  return TRUE;
}

/**
 * mull_csv_reader_new:
 * @utf8: the file, as valid UTF-8; kept, not copied
 * @delimiter: an ASCII character other than the quotation mark and the line ends
 * @has_header: whether the first record names the columns and is no row
 *
 * Returns: (transfer full): a reader before the first record
 */
MullCsvReader *
mull_csv_reader_new (GBytes *utf8, char delimiter, gboolean has_header)
{
  MullCsvReader *self;
  gsize size;

  g_return_val_if_fail (utf8 != NULL, NULL);
  g_return_val_if_fail (delimiter > 0 && strchr ("\"\r\n ", delimiter) == NULL, NULL);

  self = g_new0 (MullCsvReader, 1);
  self->bytes = g_bytes_ref (utf8);
  self->fields = g_array_new (FALSE, FALSE, sizeof (MullCsvField));
  self->doubled = g_array_new (FALSE, FALSE, sizeof (guint));
  self->unfolded = g_byte_array_new ();
  self->at = g_bytes_get_data (utf8, &size);
  if (self->at == NULL)
    self->at = "";
  self->end = self->at + size;
  if (size >= 3 && memcmp (self->at, BYTE_ORDER_MARK, 3) == 0)
    self->at += 3;
  self->record_start = self->at;
  self->record.line = 1;
  self->delimiter = delimiter;
  self->line = 1;
  self->n_rows_left = MULL_IMPORT_ROWS_MAX + (has_header ? 1 : 0);
  self->ends_field[(guint8) delimiter] = 1;
  self->ends_field['\r'] = 1;
  self->ends_field['\n'] = 1;
  return self;
}

/**
 * mull_csv_reader_free:
 * @self: (transfer full): a reader
 */
void
mull_csv_reader_free (MullCsvReader *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->fields);
  g_array_unref (self->doubled);
  g_byte_array_unref (self->unfolded);
  g_free (self);
}

/**
 * mull_csv_reader_next:
 * @self: a reader
 * @record: (out) (transfer none): the record, until the next call
 * @error: return location
 *
 * Reads the next record. The first one says how many columns there are. After a failure the reader
 * fails again in the same way.
 *
 * Returns: whether there is a record; %MULL_ERROR_INVALID for a quotation mark that is never closed
 *   and for what is beyond a limit
 */
MullCsvStep
mull_csv_reader_next (MullCsvReader *self, const MullCsvRecord **record, GError **error)
{
  g_return_val_if_fail (self != NULL && record != NULL, MULL_CSV_STEP_FAILED);

  while (self->at < self->end && (*self->at == '\n' || *self->at == '\r'))
    {
      self->at = skip_line_end (self->at, self->end);
      self->line++;
    }
  if (self->at == self->end)
    return MULL_CSV_STEP_END;

  g_array_set_size (self->fields, 0);
  g_array_set_size (self->doubled, 0);
  self->record_start = self->at;
  self->record.line = self->line;
  self->record.state = MULL_CSV_RECORD_GOOD;
  self->record.problem = 0;
  if (self->n_rows_left == 0)
    {
      fail_many_rows (self, error);
      return MULL_CSV_STEP_FAILED;
    }
  if (!read_record (self, error))
    {
      self->line = self->record.line;
      return MULL_CSV_STEP_FAILED;
    }
  self->n_rows_left--;
  if (self->doubled->len > 0)
    unfold_doubled_quotes (self);
  compare_with_columns (self);
  self->record.fields = (const MullCsvField *) (gpointer) self->fields->data;
  self->record.n_fields = self->fields->len;
  self->record.n_columns = self->n_columns;
  *record = &self->record;
  return MULL_CSV_STEP_RECORD;
}

/**
 * mull_csv_reader_get_n_columns:
 * @self: a reader
 *
 * Returns: how many columns the first record has; one more than there may be if it has too many; 0
 *   before it was read
 */
guint
mull_csv_reader_get_n_columns (MullCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}
