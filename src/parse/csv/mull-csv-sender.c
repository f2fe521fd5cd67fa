/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-csv-sender"

#include "config.h"

#include "mull-csv-sender.h"

#include "mull-csv-reader.h"

static void
send_dialect (MullFrameWriter *writer, const MullCsvDialect *dialect)
{
  mull_frame_writer_begin (writer, MULL_FRAME_DIALECT);
  mull_frame_writer_put_number (writer, dialect->encoding);
  mull_frame_writer_put_number (writer, dialect->encoding_certain);
  mull_frame_writer_put_number (writer, (guint8) dialect->delimiter);
  mull_frame_writer_put_number (writer, dialect->delimiter_certain);
  mull_frame_writer_put_number (writer, dialect->has_header);
  mull_frame_writer_put_number (writer, dialect->header_certain);
  mull_frame_writer_end (writer);
}

/* Most fields are slices of the record: said by where they are. What had doubled quotation marks
 * is written out. */
static void
send_field (MullFrameWriter *writer,
            const MullCsvRecord *record,
            const MullCsvField *field,
            gsize *last)
{
  const char *raw_end = record->raw + record->raw_length;
  gboolean is_slice = field->text >= record->raw && field->text <= raw_end;

  mull_frame_writer_put_number (writer, field->offset - *last);
  *last = field->offset;
  mull_frame_writer_put_number (writer, is_slice);
  if (is_slice)
    {
      mull_frame_writer_put_number (writer, (gsize) (field->text - record->raw) - field->offset);
      mull_frame_writer_put_number (writer, field->length);
    }
  else
    mull_frame_writer_put_text (writer, field->text, field->length);
}

static void
send_record (MullFrameWriter *writer, const MullCsvRecord *record)
{
  gsize last = 0;

  mull_frame_writer_begin (writer, MULL_FRAME_RECORD);
  mull_frame_writer_put_number (writer, record->line);
  mull_frame_writer_put_number (writer, record->state);
  mull_frame_writer_put_number (writer, record->problem);
  mull_frame_writer_put_text (writer, record->raw, record->raw_length);
  mull_frame_writer_put_number (writer, record->n_fields);
  for (guint i = 0; i < record->n_fields; i++)
    send_field (writer, record, &record->fields[i], &last);
  mull_frame_writer_end (writer);
}

/**
 * mull_csv_sender_send:
 * @bytes: a file
 * @dialect: (nullable): how it is written, if somebody said so
 * @writer: where to
 * @error: return location
 *
 * Reads a CSV file to its end and writes how it is written, and its records.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it cannot be read
 */
gboolean
mull_csv_sender_send (GBytes *bytes,
                      const MullCsvDialect *dialect,
                      MullFrameWriter *writer,
                      GError **error)
{
  MullCsvDialect found = dialect != NULL ? *dialect : (MullCsvDialect){ 0 };
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (MullCsvReader) reader = NULL;
  const MullCsvRecord *record;
  MullCsvStep step;
  char hint;

  if (dialect == NULL &&
      !mull_csv_encoding_sniff (bytes, &found.encoding, &found.encoding_certain, error))
    return FALSE;
  decoded = mull_csv_encoding_decode (found.encoding, bytes, error);
  if (decoded == NULL)
    return FALSE;
  text = mull_csv_dialect_skip_hint (decoded, &hint);
  if (dialect == NULL)
    mull_csv_dialect_sniff (&found, text, hint);
  send_dialect (writer, &found);
  reader = mull_csv_reader_new (text, found.delimiter, found.has_header);
  while ((step = mull_csv_reader_next (reader, &record, error)) == MULL_CSV_STEP_RECORD)
    send_record (writer, record);
  return step == MULL_CSV_STEP_END;
}
