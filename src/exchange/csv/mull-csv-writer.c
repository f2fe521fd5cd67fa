/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-csv-writer"

#include "config.h"

#include "mull-csv-writer.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _MullCsvWriter
{
  GString *text;
  GString *owned; /* @text, if it is ours */
  const char *line_end;
  gboolean guarded;
  gboolean in_row;
};

/**
 * mull_csv_writer_new:
 * @text: (transfer none): rows are appended to it; must outlive the writer
 * @line_end: "\r\n" for files, "\n" for a terminal; static
 * @guarded: whether to guard against formulas
 *
 * Returns: (transfer full): the writer
 */
MullCsvWriter *
mull_csv_writer_new (GString *text, const char *line_end, gboolean guarded)
{
  MullCsvWriter *self;

  g_return_val_if_fail (text != NULL && line_end != NULL, NULL);

  self = g_new0 (MullCsvWriter, 1);
  self->text = text;
  self->line_end = line_end;
  self->guarded = guarded;
  return self;
}

void
mull_csv_writer_free (MullCsvWriter *self)
{
  if (self->owned != NULL)
    g_string_free (self->owned, TRUE);
  g_free (self);
}

/**
 * mull_csv_writer_new_table:
 * @flags: how
 * @headers: (array length=n_headers): the names of its columns
 * @n_headers: how many
 *
 * Begins a file with a header, by which our own import knows it again.
 *
 * Returns: (transfer full): a writer before the first row, with a text of its own
 */
MullCsvWriter *
mull_csv_writer_new_table (MullCsvFlags flags, const char *const *headers, guint n_headers)
{
  GString *text = g_string_new ((flags & MULL_CSV_BOM) != 0 ? BYTE_ORDER_MARK : "");
  MullCsvWriter *self = mull_csv_writer_new (text, "\r\n", (flags & MULL_CSV_EXACT) == 0);

  self->owned = text;
  for (guint i = 0; i < n_headers; i++)
    mull_csv_writer_add (self, headers[i]);
  if (self->guarded)
    mull_csv_writer_add (self, MULL_CSV_GUARD_HEADER);
  mull_csv_writer_end_row (self);
  return self;
}

/**
 * mull_csv_writer_end_table_row:
 * @self: the writer of a table
 *
 * Ends a row with the column that says that the file is guarded, if it is.
 */
void
mull_csv_writer_end_table_row (MullCsvWriter *self)
{
  if (self->guarded)
    mull_csv_writer_add (self, "");
  mull_csv_writer_end_row (self);
}

/**
 * mull_csv_writer_free_to_text:
 * @self: (transfer full): the writer of a table
 *
 * Returns: (transfer full): the table
 */
GString *
mull_csv_writer_free_to_text (MullCsvWriter *self)
{
  GString *text = g_steal_pointer (&self->owned);

  mull_csv_writer_free (self);
  return text;
}

/* ── The guard ────────────────────────────────────────────────────────── */

/* A plain number or a telephone number: at most one sign in front, and something to dial. A tool
 * that put an apostrophe before "+49 30 1234" would break every telephone list. */
static gboolean
is_number (const char *field)
{
  const char *at = field + (*field == '+' || *field == '-');

  if (*at == '+' || *at == '-')
    return FALSE;
  return *at != '\0' && strspn (at, "0123456789 ()./-") == strlen (at) &&
         strpbrk (at, "0123456789") != NULL;
}

static gboolean
starts_formula (gunichar c)
{
  static const gunichar signs[] = { '=', '+', '-', '@', 0xff1d, 0xff0b, 0xff0d, 0xff20 };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i] == c)
      return TRUE;
  return FALSE;
}

/**
 * mull_csv_wants_guard:
 * @field: a text to be written, in UTF-8
 *
 * An apostrophe counts as nothing here, so that one that stands before a formula is guarded too and
 * comes back when the guard is taken off.
 *
 * Returns: whether a spreadsheet could take @field for a formula
 */
gboolean
mull_csv_wants_guard (const char *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  field += strspn (field, "'");
  if (*field == '\t' || *field == '\r' || *field == '\n')
    return TRUE;
  while (*field != '\0' && g_unichar_isspace (g_utf8_get_char (field)))
    field = g_utf8_next_char (field);
  return starts_formula (g_utf8_get_char (field)) && !is_number (field);
}

/**
 * mull_csv_strip_guard:
 * @field: a field of a file with a column %MULL_CSV_GUARD_HEADER
 *
 * Returns: (transfer none): the text that was written
 */
const char *
mull_csv_strip_guard (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return *field == '\'' && mull_csv_wants_guard (field) ? field + 1 : field;
}

/**
 * mull_csv_strip_guard_of_field:
 * @field: (inout): a field as it was read of a file with a column %MULL_CSV_GUARD_HEADER
 *
 * As mull_csv_strip_guard().
 */
void
mull_csv_strip_guard_of_field (MullCsvField *field)
{
  g_autofree char *text = NULL;

  if (field->length == 0 || *field->text != '\'')
    return;
  text = g_strndup (field->text, field->length);
  if (!mull_csv_wants_guard (text))
    return;
  field->text++;
  field->length--;
}

/* ── Writing ──────────────────────────────────────────────────────────── */

static gboolean
wants_quotes (const char *field)
{
  gsize length = strlen (field);

  return strpbrk (field, ",;\"\r\n\t") != NULL ||
         (length > 0 && (field[0] == ' ' || field[length - 1] == ' '));
}

/**
 * mull_csv_writer_add:
 * @field: the text of the next field of the row
 */
void
mull_csv_writer_add (MullCsvWriter *self, const char *field)
{
  gboolean quotes;

  g_return_if_fail (self != NULL && field != NULL);

  if (self->in_row)
    g_string_append_c (self->text, ',');
  self->in_row = TRUE;
  quotes = wants_quotes (field);
  if (quotes)
    g_string_append_c (self->text, '"');
  if (self->guarded && mull_csv_wants_guard (field))
    g_string_append_c (self->text, '\'');
  for (const char *at = field; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *at);
    }
  if (quotes)
    g_string_append_c (self->text, '"');
}

/**
 * mull_csv_writer_add_number:
 * @number: the next field of the row
 */
void
mull_csv_writer_add_number (MullCsvWriter *self, gint64 number)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  mull_csv_writer_add (self, text);
}

/**
 * mull_csv_writer_add_day:
 * @day: a day, or %MULL_DAY_NONE for an empty field
 */
void
mull_csv_writer_add_day (MullCsvWriter *self, MullDay day)
{
  g_autofree char *text = day != MULL_DAY_NONE ? mull_day_to_iso (day) : g_strdup ("");

  mull_csv_writer_add (self, text);
}

/**
 * mull_csv_writer_end_row:
 *
 * What is added next begins another row.
 */
void
mull_csv_writer_end_row (MullCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  g_string_append (self->text, self->line_end);
  self->in_row = FALSE;
}
