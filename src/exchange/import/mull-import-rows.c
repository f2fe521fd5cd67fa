/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-rows"

#include "config.h"

#include "mull-import-rows.h"

#include "mull-csv-value.h"
#include "mull-csv-writer.h"
#include "mull-import-row-private.h"
#include "mull-import-rows-private.h"
#include "mull-parse-limits.h"
#include "mull-text.h"
#include "mull-vcard-row.h"

static void
clear_column (gpointer data)
{
  MullImportRowsColumn *column = data;

  g_free (column->name);
  g_free (column->label);
}

static MullImportRowsColumn *
get_column (MullImportRows *self, guint index)
{
  return &g_array_index (self->columns, MullImportRowsColumn, index);
}

/**
 * mull_import_rows_refuse:
 * @self: a reader of rows
 * @row: a row
 * @record: what it is read from
 * @reason: a sentence
 *
 * Notes that the row cannot be imported as a whole.
 */
void
mull_import_rows_refuse (MullImportRows *self,
                         MullImportRow *row,
                         const MullCsvRecord *record,
                         const char *reason)
{
  MullImportRefusal *refusal = g_new0 (MullImportRefusal, 1);
  g_autofree char *raw = g_strndup (record->raw, record->raw_length);

  refusal->row = row->number;
  mull_csv_record_locate (record, record->problem, &refusal->line, &refusal->character);
  refusal->field = g_strdup ("");
  refusal->reason = g_strdup (reason);
  refusal->excerpt = mull_text_excerpt (raw, MULL_IMPORT_EXCERPT_CHARS);
  g_ptr_array_add (row->refusals, refusal);
}

static const MullCsvField *
get_field (MullImportRows *self, const MullCsvRecord *record, guint index)
{
  return self->is_guarded ? &g_array_index (self->unguarded, MullCsvField, index)
                          : &record->fields[index];
}

/* Takes the apostrophes off that our export put before what looks like a formula. */
static void
take_guards_off (MullImportRows *self, const MullCsvRecord *record)
{
  g_array_set_size (self->unguarded, 0);
  for (guint i = 0; i < record->n_fields; i++)
    {
      MullCsvField field = record->fields[i];

      mull_csv_strip_guard_of_field (&field);
      g_array_append_val (self->unguarded, field);
    }
}

/**
 * mull_import_rows_get_reading:
 * @self: a reader of rows
 * @row: a row that is being read
 * @record: what it is read from
 * @index: of a field
 *
 * Returns: what is needed to read the field
 */
MullImportReading
mull_import_rows_get_reading (MullImportRows *self,
                              MullImportRow *row,
                              const MullCsvRecord *record,
                              guint index)
{
  return (MullImportReading){
    self, row, get_column (self, index), record, get_field (self, record, index), index
  };
}

static void
read_fields (MullImportRows *self, MullImportRow *row, const MullCsvRecord *record)
{
  gboolean currency_is_refused = FALSE;

  if (self->currency_column != MULL_IMPORT_NO_COLUMN)
    {
      MullImportReading reading =
          mull_import_rows_get_reading (self, row, record, self->currency_column);

      mull_import_reading_read (&reading);
      currency_is_refused = row->refusals->len > 0;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      MullImportReading reading = mull_import_rows_get_reading (self, row, record, i);

      /* One reason is enough for an amount in a currency that nobody knows. */
      if (i != self->currency_column &&
          !(currency_is_refused && reading.column->kind == MULL_IMPORT_VALUE_AMOUNT))
        mull_import_reading_read (&reading);
    }
}

/**
 * mull_import_rows_is_blank:
 * @record: a record of a file
 *
 * Returns: whether it is no row, since all of its fields are empty
 */
gboolean
mull_import_rows_is_blank (const MullCsvRecord *record)
{
  for (guint i = 0; i < record->n_fields; i++)
    {
      const char *text = record->fields[i].text;
      gsize length = record->fields[i].length;

      mull_csv_value_trim (&text, &length);
      if (length > 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * mull_import_rows_find_column:
 * @self: a reader of rows
 * @target: a target
 *
 * Returns: the index of the first column that becomes it, or %MULL_IMPORT_NO_COLUMN
 */
guint
mull_import_rows_find_column (MullImportRows *self, MullImportTarget target)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->target == target)
      return i;
  return MULL_IMPORT_NO_COLUMN;
}

static MullImportRows *
new_for_cards (MullImportFile *file)
{
  MullImportRows *self = g_new0 (MullImportRows, 1);

  self->frames = g_bytes_ref (mull_import_file_get_frames (file));
  self->cards = mull_vcard_cards_new (self->frames);
  self->card = mull_vcard_new ();
  return self;
}

/**
 * mull_import_rows_new:
 * @file: a file
 * @error: return location
 *
 * Returns: (transfer full): a reader before the first row, or %NULL with %MULL_ERROR_INVALID if the
 *   mapping of the file cannot be used
 */
MullImportRows *
mull_import_rows_new (MullImportFile *file, GError **error)
{
  const MullImportMapping *mapping = mull_import_file_get_mapping (file);
  const MullCsvDialect *dialect = mull_import_file_get_dialect (file);
  MullImportRows *self;

  if (mull_import_file_get_source (file) == MULL_IMPORT_SOURCE_VCARD)
    return new_for_cards (file);
  if (!mull_import_mapping_check (mapping, error))
    return NULL;
  self = g_new0 (MullImportRows, 1);
  self->frames = g_bytes_ref (mull_import_file_get_frames (file));
  self->records = mull_csv_records_new (self->frames);
  self->mapping = mull_import_mapping_copy (mapping);
  self->columns = g_array_new (FALSE, FALSE, sizeof (MullImportRowsColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->scratch = g_string_new (NULL);
  self->unguarded = g_array_new (FALSE, FALSE, sizeof (MullCsvField));
  self->is_guarded = mull_import_file_is_guarded (file);
  self->source = mull_import_file_get_source (file);
  self->header_is_due = dialect->has_header;
  for (guint i = 0; i < mull_import_file_get_n_columns (file); i++)
    {
      const MullCsvColumn *found = mull_import_file_get_column (file, i);
      const MullImportColumn *mapped = mull_import_mapping_get_column (mapping, i);
      MullImportRowsColumn column = {
        .name = g_strdup (mapped->name),
        .label = g_strdup (mapped->label),
        .target = mapped->target,
        .kind = mull_import_target_get_value_kind (mapped->target),
        .order = mapped->date_order != MULL_DATE_ORDER_UNKNOWN
                     ? mapped->date_order
                     : mull_csv_column_get_date_order (found, NULL),
        .decimal =
            mapped->decimal != '\0' ? mapped->decimal : mull_csv_column_get_decimal (found, NULL),
      };

      g_array_append_val (self->columns, column);
    }
  self->currency_column = mull_import_rows_find_column (self, MULL_IMPORT_CURRENCY);
  return self;
}

/**
 * mull_import_rows_free:
 * @self: (transfer full): a reader of rows
 */
void
mull_import_rows_free (MullImportRows *self)
{
  g_bytes_unref (self->frames);
  g_clear_pointer (&self->records, mull_csv_records_free);
  g_clear_pointer (&self->cards, mull_vcard_cards_free);
  g_clear_pointer (&self->card, mull_vcard_free);
  g_clear_pointer (&self->mapping, mull_import_mapping_free);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->unguarded, g_array_unref);
  if (self->scratch != NULL)
    g_string_free (self->scratch, TRUE);
  g_free (self);
}

static MullImportStep
next_card (MullImportRows *self, MullImportRow *row, GError **error)
{
  MullVcardStep step = mull_vcard_cards_next (self->cards, self->card, error);

  mull_import_row_reset (row);
  if (step == MULL_VCARD_STEP_END)
    return MULL_IMPORT_STEP_END;
  if (step == MULL_VCARD_STEP_FAILED)
    return MULL_IMPORT_STEP_FAILED;
  row->bytes = g_bytes_ref (self->frames);
  mull_vcard_row_fill (row, self->card);
  return row->refusals->len == 0 ? MULL_IMPORT_STEP_ROW : MULL_IMPORT_STEP_REFUSED;
}

/**
 * mull_import_rows_next:
 * @self: a reader of rows
 * @row: filled in; what it held before is gone
 * @error: return location
 *
 * Reads the next row that is not blank.
 *
 * Returns: whether there is a row and whether it can be imported; after
 *   %MULL_IMPORT_STEP_REFUSED the reader goes on with the next row
 */
MullImportStep
mull_import_rows_next (MullImportRows *self, MullImportRow *row, GError **error)
{
  const MullCsvRecord *record;
  MullCsvStep step;

  g_return_val_if_fail (self != NULL && row != NULL, MULL_IMPORT_STEP_FAILED);

  if (self->cards != NULL)
    return next_card (self, row, error);
  do
    {
      step = mull_csv_records_next (self->records, &record, error);
      if (step == MULL_CSV_STEP_RECORD && self->header_is_due)
        {
          self->header_is_due = FALSE;
          step = mull_csv_records_next (self->records, &record, error);
        }
    }
  while (step == MULL_CSV_STEP_RECORD && mull_import_rows_is_blank (record));
  mull_import_row_reset (row);
  if (step != MULL_CSV_STEP_RECORD)
    return step == MULL_CSV_STEP_END ? MULL_IMPORT_STEP_END : MULL_IMPORT_STEP_FAILED;

  row->kind = mull_import_mapping_get_kind (self->mapping);
  row->number = ++self->n_rows;
  row->line = record->line;
  row->bytes = g_bytes_ref (self->frames);
  row->raw = record->raw;
  row->raw_length = record->raw_length;
  if (record->state == MULL_CSV_RECORD_GOOD)
    {
      if (self->is_guarded)
        take_guards_off (self, record);
      read_fields (self, row, record);
      mull_import_rows_settle (self, row, record);
    }
  else
    {
      g_autofree char *problem = mull_csv_record_describe_problem (record);

      mull_import_rows_refuse (self, row, record, problem);
    }
  return row->refusals->len == 0 ? MULL_IMPORT_STEP_ROW : MULL_IMPORT_STEP_REFUSED;
}

/**
 * mull_import_rows_get_progress:
 * @self: a reader of rows
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
mull_import_rows_get_progress (const MullImportRows *self)
{
  return self->cards != NULL ? mull_vcard_cards_get_progress (self->cards)
                             : mull_csv_records_get_progress (self->records);
}
