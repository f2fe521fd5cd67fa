/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-csv-records"

#include "config.h"

#include "mull-csv-records.h"

#include "mull-frame-reader.h"
#include "mull-parse-limits.h"

#include <string.h>

/* Characters become at most this many times as many bytes when they are decoded. */
#define GROWTH_MAX 3

struct _MullCsvRecords
{
  MullFrameReader frames;
  gsize size;
  /* The record read last */
  MullCsvRecord record;
  MullCsvField fields[MULL_IMPORT_COLUMNS_MAX];
  guint n_records;
  GError *error; /* sticks */
  gboolean is_begun;
  gboolean is_ended;
};

/**
 * mull_csv_records_new:
 * @frames: what the parser wrote; kept, not copied
 *
 * Returns: (transfer full): a reader before the first record
 */
MullCsvRecords *
mull_csv_records_new (GBytes *frames)
{
  MullCsvRecords *self = g_new0 (MullCsvRecords, 1);

  mull_frame_reader_init (&self->frames, frames);
  self->size = g_bytes_get_size (frames);
  return self;
}

/**
 * mull_csv_records_free:
 * @self: (transfer full): a reader
 */
void
mull_csv_records_free (MullCsvRecords *self)
{
  mull_frame_reader_clear (&self->frames);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
take_flag (MullCsvRecords *self)
{
  return mull_frame_reader_take_number (&self->frames, 1) == 1;
}

/* The last frame; a reader that stands behind it stays there. */
static MullCsvStep
finish (MullCsvRecords *self, int kind, GError **error)
{
  if (mull_frame_reader_finish (&self->frames, kind, &self->error))
    return MULL_CSV_STEP_END;
  if (error != NULL)
    *error = g_error_copy (self->error);
  return MULL_CSV_STEP_FAILED;
}

/**
 * mull_csv_records_read_dialect:
 * @self: a reader before the first record
 * @dialect: (out): how the file is written
 * @error: return location
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if the file cannot be read
 */
gboolean
mull_csv_records_read_dialect (MullCsvRecords *self, MullCsvDialect *dialect, GError **error)
{
  int kind = mull_frame_reader_next (&self->frames);

  self->is_begun = TRUE;
  if (kind != MULL_FRAME_DIALECT)
    return finish (self, kind == MULL_FRAME_FAULT ? kind : 0, error) == MULL_CSV_STEP_END;
  dialect->encoding = mull_frame_reader_take_number (&self->frames, MULL_CSV_ENCODING_WINDOWS_1252);
  dialect->encoding_certain = take_flag (self);
  dialect->delimiter = (char) mull_frame_reader_take_number (&self->frames, G_MAXINT8);
  dialect->delimiter_certain = take_flag (self);
  dialect->has_header = take_flag (self);
  dialect->header_certain = take_flag (self);
  if (!mull_csv_dialect_is_delimiter (dialect->delimiter))
    mull_frame_reader_refuse (&self->frames);
  return mull_frame_reader_end (&self->frames) || finish (self, 0, error) == MULL_CSV_STEP_END;
}

static gboolean
is_inside_character (const MullCsvRecord *record, gsize offset)
{
  return offset < record->raw_length && (record->raw[offset] & 0xc0) == 0x80;
}

/* A number between nothing and the end of the record, where a character begins or the record ends.
 */
static gsize
take_place (MullCsvRecords *self, gsize from)
{
  const MullCsvRecord *record = &self->record;
  gsize place = from + mull_frame_reader_take_number (&self->frames, record->raw_length - from);

  if (is_inside_character (record, place))
    mull_frame_reader_refuse (&self->frames);
  return place;
}

static void
take_field (MullCsvRecords *self, MullCsvField *field, gsize *last)
{
  const MullCsvRecord *record = &self->record;

  field->offset = *last = take_place (self, *last);
  if (take_flag (self))
    {
      gsize start = take_place (self, field->offset);
      gsize end = take_place (self, start);

      field->text = record->raw + start;
      field->length = end - start;
      if (field->length > MULL_IMPORT_FIELD_MAX)
        mull_frame_reader_refuse (&self->frames);
    }
  else
    field->text =
        mull_frame_reader_take_text (&self->frames, MULL_IMPORT_FIELD_MAX, &field->length);
}

/* Good records have as many fields as there are columns: others rely on that. */
static gboolean
has_fitting_state (const MullCsvRecord *record)
{
  switch (record->state)
    {
    case MULL_CSV_RECORD_GOOD:
      return record->n_fields == record->n_columns;
    case MULL_CSV_RECORD_TOO_FEW:
      return record->n_fields < record->n_columns;
    case MULL_CSV_RECORD_TOO_MANY:
      return record->n_fields > record->n_columns;
    case MULL_CSV_RECORD_STRAY_TEXT:
      return TRUE;
    }
  return FALSE;
}

static void
take_record (MullCsvRecords *self)
{
  MullCsvRecord *record = &self->record;
  guint line = mull_frame_reader_take_number (&self->frames, MULL_IMPORT_FILE_MAX);
  gsize problem, last = 0;

  if (line <= record->line || self->n_records++ > MULL_IMPORT_ROWS_MAX)
    mull_frame_reader_refuse (&self->frames);
  record->line = line;
  record->state = mull_frame_reader_take_number (&self->frames, MULL_CSV_RECORD_STRAY_TEXT);
  problem = mull_frame_reader_take_number (&self->frames, G_MAXUINT32);
  record->raw = mull_frame_reader_take_text (
      &self->frames, (gsize) GROWTH_MAX * MULL_IMPORT_FILE_MAX, &record->raw_length);
  record->n_fields = mull_frame_reader_take_number (&self->frames, MULL_IMPORT_COLUMNS_MAX);
  if (problem > record->raw_length || is_inside_character (record, problem) ||
      record->n_fields == 0)
    mull_frame_reader_refuse (&self->frames);
  record->problem = MIN (problem, record->raw_length);
  for (guint i = 0; i < record->n_fields && !self->frames.is_bad; i++)
    take_field (self, &self->fields[i], &last);
  record->fields = self->fields;
  if (record->n_columns == 0)
    record->n_columns = record->n_fields;
  if (!has_fitting_state (record))
    mull_frame_reader_refuse (&self->frames);
}

/**
 * mull_csv_records_next:
 * @self: a reader
 * @record: (out) (transfer none): the record, until the next call
 * @error: return location
 *
 * Goes to the next record. After a failure it fails again in the same way.
 *
 * Returns: whether there is a record; %MULL_ERROR_INVALID if the file cannot be read further
 */
MullCsvStep
mull_csv_records_next (MullCsvRecords *self, const MullCsvRecord **record, GError **error)
{
  MullCsvDialect dialect;
  int kind;

  if (self->error != NULL)
    {
      if (error != NULL)
        *error = g_error_copy (self->error);
      return MULL_CSV_STEP_FAILED;
    }
  if (!self->is_begun && !mull_csv_records_read_dialect (self, &dialect, error))
    return MULL_CSV_STEP_FAILED;
  if (self->is_ended)
    return MULL_CSV_STEP_END;
  kind = mull_frame_reader_next (&self->frames);
  if (kind == MULL_FRAME_RECORD)
    {
      take_record (self);
      if (mull_frame_reader_end (&self->frames))
        {
          *record = &self->record;
          return MULL_CSV_STEP_RECORD;
        }
    }
  self->is_ended = TRUE;
  return finish (self, kind == MULL_FRAME_RECORD ? 0 : kind, error);
}

/**
 * mull_csv_records_get_progress:
 * @self: a reader
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
mull_csv_records_get_progress (const MullCsvRecords *self)
{
  return self->size == 0 ? 1.0
                         : 1.0 - mull_frame_reader_get_left (&self->frames) / (double) self->size;
}
