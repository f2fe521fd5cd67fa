/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-csv-record"

#include "config.h"

#include "mull-csv-record.h"

#include <glib/gi18n-lib.h>

/**
 * mull_csv_record_locate:
 * @self: a record
 * @offset: a place within it
 * @line: (out): the physical line of the file, from 1
 * @column: (out): the character within that line, from 1
 *
 * Says where a place is for people. It is only worked out for what is reported, so that reading
 * itself counts no characters.
 */
void
mull_csv_record_locate (const MullCsvRecord *self, gsize offset, guint *line, guint *column)
{
  const char *place, *end;

  g_return_if_fail (self != NULL && line != NULL && column != NULL);
  g_return_if_fail (offset <= self->raw_length);

  place = self->raw + offset;
  end = self->raw + self->raw_length;
  *line = self->line;
  *column = 1;
  for (const char *at = self->raw; at < place; at++)
    {
      gboolean crlf = at[0] == '\r' && at + 1 < end && at[1] == '\n';

      if (*at == '\n' || (*at == '\r' && !crlf))
        {
          (*line)++;
          *column = 1;
        }
      else if (!crlf && (*at & 0xc0) != 0x80)
        (*column)++;
    }
}

/**
 * mull_csv_record_describe_problem:
 * @self: a record that is not %MULL_CSV_RECORD_GOOD
 *
 * Returns: (transfer full): a sentence for the user that says why the record cannot be used
 */
char *
mull_csv_record_describe_problem (const MullCsvRecord *self)
{
  guint line, column;

  g_return_val_if_fail (self != NULL, NULL);

  mull_csv_record_locate (self, self->problem, &line, &column);
  switch (self->state)
    {
    case MULL_CSV_RECORD_TOO_FEW:
      return g_strdup_printf (ngettext ("The row has only %u field; the header has %u columns.",
                                        "The row has only %u fields; the header has %u columns.",
                                        self->n_fields),
                              self->n_fields, self->n_columns);
    case MULL_CSV_RECORD_TOO_MANY:
      return g_strdup_printf (ngettext ("The row has %u field, but the header has %u columns. The "
                                        "first one too many begins at line %u, column %u.",
                                        "The row has %u fields, but the header has %u columns. The "
                                        "first one too many begins at line %u, column %u.",
                                        self->n_fields),
                              self->n_fields, self->n_columns, line, column);
    case MULL_CSV_RECORD_STRAY_TEXT:
      return g_strdup_printf (_ ("Text follows a closing quotation mark at line %u, column %u. A "
                                 "quotation mark inside a field must be doubled."),
                              line, column);
    case MULL_CSV_RECORD_GOOD:
      break;
    }
  return g_strdup ("");
}
