/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullCsvField:
 * @text: the text without quotation marks; not terminated by NUL
 * @length: bytes of @text
 * @offset: where the field begins in the file, for mull_csv_reader_locate()
 *
 * One field of a record. It lives until the reader goes on to the next record.
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize offset;
} MullCsvField;

/**
 * MullCsvRecordState:
 * @MULL_CSV_RECORD_GOOD: as many fields as there are columns
 * @MULL_CSV_RECORD_TOO_FEW: fewer fields than columns
 * @MULL_CSV_RECORD_TOO_MANY: more fields than columns
 * @MULL_CSV_RECORD_STRAY_TEXT: text stands between a closing quotation mark and the delimiter
 *
 * Whether a record can be used. One that cannot does not stop the reader.
 */
typedef enum
{
  MULL_CSV_RECORD_GOOD,
  MULL_CSV_RECORD_TOO_FEW,
  MULL_CSV_RECORD_TOO_MANY,
  MULL_CSV_RECORD_STRAY_TEXT,
} MullCsvRecordState;

/**
 * MullCsvRecord:
 * @fields: the fields
 * @n_fields: how many
 * @line: the physical line of the file on which it begins, from 1
 * @state: whether it can be used
 * @problem: offset of what is wrong; the start of the record if nothing is
 * @raw: the record as it stands in the file, without the end of its last line
 * @raw_length: bytes of @raw
 *
 * One record. It lives until the reader goes on to the next one.
 */
typedef struct
{
  const MullCsvField *fields;
  guint n_fields;
  guint line;
  MullCsvRecordState state;
  gsize problem;
  const char *raw;
  gsize raw_length;
} MullCsvRecord;

/**
 * MullCsvStep:
 * @MULL_CSV_STEP_RECORD: there is a record
 * @MULL_CSV_STEP_END: the file is at its end
 * @MULL_CSV_STEP_FAILED: the file cannot be read further; the error says where and why
 *
 * What mull_csv_reader_next() found.
 */
typedef enum
{
  MULL_CSV_STEP_RECORD,
  MULL_CSV_STEP_END,
  MULL_CSV_STEP_FAILED,
} MullCsvStep;

/**
 * MullCsvReader:
 *
 * Reads RFC 4180 from memory, record by record. Beyond the RFC it takes any of CR LF, LF and CR as
 * the end of a line, a byte order mark, empty lines, and spaces around a quoted field.
 *
 * It copies nothing but fields with doubled quotation marks. It may be used by any one thread at a
 * time, and left and taken up again between two records.
 */
typedef struct _MullCsvReader MullCsvReader;

MullCsvReader *
mull_csv_reader_new (GBytes *utf8, char delimiter, gboolean has_header) G_GNUC_WARN_UNUSED_RESULT;
void mull_csv_reader_free (MullCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCsvReader, mull_csv_reader_free)

MullCsvStep
mull_csv_reader_next (MullCsvReader *self, const MullCsvRecord **record, GError **error);
void mull_csv_reader_locate (MullCsvReader *self, gsize offset, guint *line, guint *column);
char *mull_csv_reader_describe_problem (MullCsvReader *self, const MullCsvRecord *record);
guint mull_csv_reader_get_n_columns (MullCsvReader *self);
double mull_csv_reader_get_progress (MullCsvReader *self);

G_END_DECLS
