/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-table"

#include "config.h"

#include "mull-cli-table.h"

#include "mull-csv-writer.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

#define GAP 2

struct _MullCliTable
{
  const MullCliColumn *columns;
  guint n_columns;
  guint *widths;
  /* For people: the texts of all cells, row by row. */
  GStringChunk *texts;
  GPtrArray *cells;
  /* For programs: what has been written. */
  GString *csv;
  MullCsvWriter *writer;
  guint at;
  guint n_rows;
};

/* How many places a letter takes; most are ASCII, for which no table has to be searched. */
static guint
width_of (gunichar c)
{
  if (c < 0x80)
    return 1;
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/**
 * mull_cli_text_width:
 *
 * Returns: how many places @text takes on a terminal
 */
guint
mull_cli_text_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += width_of (g_utf8_get_char (at));
  return width;
}

/* The first places of @text, with "…" in the last of them if there is more. */
static char *
cut (const char *text, guint max)
{
  guint width = 0;
  const char *at = text;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint next = width + width_of (c);

      if (next > max - 1)
        break;
      width = next;
    }
  return g_strdup_printf ("%.*s…", (int) (at - text), text);
}

/**
 * mull_cli_table_new:
 * @columns: what it consists of; must outlive the table
 * @csv: whether it is for programs
 *
 * Returns: (transfer full): a table without rows
 */
MullCliTable *
mull_cli_table_new (const MullCliColumn *columns, guint n_columns, gboolean csv)
{
  MullCliTable *self = g_new0 (MullCliTable, 1);

  self->columns = columns;
  self->n_columns = n_columns;
  if (csv)
    {
      self->csv = g_string_new (NULL);
      self->writer = mull_csv_writer_new (self->csv, "\n", TRUE);
    }
  else
    {
      self->widths = g_new0 (guint, n_columns);
      self->texts = g_string_chunk_new (64 * 1024);
      self->cells = g_ptr_array_new ();
    }
  for (guint i = 0; i < n_columns; i++)
    {
      const MullCliColumn *column = &columns[i];

      if (csv && column->word != NULL)
        mull_csv_writer_add (self->writer, column->word);
      else if (!csv && column->title != NULL)
        self->widths[i] = mull_cli_text_width (_ (column->title));
    }
  if (csv)
    mull_csv_writer_end_row (self->writer);
  return self;
}

void
mull_cli_table_free (MullCliTable *self)
{
  g_clear_pointer (&self->widths, g_free);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->writer, mull_csv_writer_free);
  if (self->csv != NULL)
    g_string_free (self->csv, TRUE);
  g_free (self);
}

static void
add_for_people (MullCliTable *self, const MullCliColumn *column, const char *cell)
{
  g_autofree char *plain = g_str_is_ascii (cell) ? g_strdup (cell) : mull_text_strip_bidi (cell);
  guint width;
  const char *shown;

  /* A cell is one line, whatever it holds. */
  g_strdelimit (plain, "\r\n\t", ' ');
  width = mull_cli_text_width (plain);
  if (column->max > 0 && width > column->max)
    {
      g_autofree char *first = cut (plain, column->max);

      width = mull_cli_text_width (first);
      shown = g_string_chunk_insert (self->texts, first);
    }
  else
    shown = g_string_chunk_insert (self->texts, plain);
  self->widths[self->at] = MAX (self->widths[self->at], width);
  g_ptr_array_add (self->cells, (char *) shown);
}

/**
 * mull_cli_table_add:
 * @cell: the text of the next cell; the last one of a row ends it
 */
void
mull_cli_table_add (MullCliTable *self, const char *cell)
{
  const MullCliColumn *column = &self->columns[self->at];

  if (self->csv != NULL && column->word != NULL)
    mull_csv_writer_add (self->writer, cell);
  else if (self->csv == NULL && column->title != NULL)
    add_for_people (self, column, cell);
  else if (self->csv == NULL)
    g_ptr_array_add (self->cells, (char *) "");
  self->at++;
  if (self->at < self->n_columns)
    return;
  if (self->csv != NULL)
    mull_csv_writer_end_row (self->writer);
  self->at = 0;
  self->n_rows++;
}

/**
 * mull_cli_table_take:
 * @cell: (transfer full) (nullable): the text of the next cell
 */
void
mull_cli_table_take (MullCliTable *self, char *cell)
{
  mull_cli_table_add (self, cell != NULL ? cell : "");
  g_free (cell);
}

/**
 * mull_cli_table_add_number:
 * @number: the next cell
 */
void
mull_cli_table_add_number (MullCliTable *self, gint64 number)
{
  mull_cli_table_take (self, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

/**
 * mull_cli_table_add_day:
 * @day: a day, or %MULL_DAY_NONE for an empty cell
 */
void
mull_cli_table_add_day (MullCliTable *self, MullDay day)
{
  mull_cli_table_take (self, day != MULL_DAY_NONE ? mull_day_to_iso (day) : NULL);
}

/**
 * mull_cli_table_get_n_rows:
 *
 * Returns: how many rows are complete
 */
guint
mull_cli_table_get_n_rows (MullCliTable *self)
{
  return self->n_rows;
}

static void
pad (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

static void
trim_end (GString *out)
{
  gsize length = out->len;

  while (length > 0 && out->str[length - 1] == ' ')
    length--;
  g_string_truncate (out, length);
}

static void
write_row (MullCliTable *self, const char *const *cells, GString *out)
{
  gboolean first = TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const MullCliColumn *column = &self->columns[i];
      guint space;

      if (column->title == NULL)
        continue;
      space = self->widths[i] - mull_cli_text_width (cells[i]);
      pad (out, first ? 0 : GAP);
      first = FALSE;
      if (column->right)
        pad (out, space);
      g_string_append (out, cells[i]);
      if (!column->right)
        pad (out, space);
    }
  trim_end (out);
  g_string_append_c (out, '\n');
}

/**
 * mull_cli_table_write:
 * @out: header and rows are appended to it
 */
void
mull_cli_table_write (MullCliTable *self, GString *out)
{
  g_autofree const char **titles = NULL;

  if (self->csv != NULL)
    {
      g_string_append_len (out, self->csv->str, (gssize) self->csv->len);
      return;
    }
  titles = g_new0 (const char *, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    titles[i] = self->columns[i].title != NULL ? _ (self->columns[i].title) : "";
  write_row (self, titles, out);
  for (guint row = 0; row < self->n_rows; row++)
    write_row (self, (const char *const *) self->cells->pdata + row * self->n_columns, out);
}
