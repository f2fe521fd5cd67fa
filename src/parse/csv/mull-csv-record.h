/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullCsvField:
 * @text: the text without quotation marks; not terminated by NUL
 * @length: bytes of @text
 * @offset: where the field begins in its record, for mull_csv_record_locate()
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
 * @n_columns: how many the first record of the file has
 * @line: the physical line of the file on which it begins, from 1
 * @state: whether it can be used
 * @problem: where in it something is wrong; 0 if nothing is
 * @raw: the record as it stands in the file, without the end of its last line
 * @raw_length: bytes of @raw
 *
 * One record. It lives until the reader goes on to the next one.
 */
typedef struct
{
  const MullCsvField *fields;
  guint n_fields;
  guint n_columns;
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
 * What a reader of records found.
 */
typedef enum
{
  MULL_CSV_STEP_RECORD,
  MULL_CSV_STEP_END,
  MULL_CSV_STEP_FAILED,
} MullCsvStep;

void mull_csv_record_locate (const MullCsvRecord *self, gsize offset, guint *line, guint *column);
char *mull_csv_record_describe_problem (const MullCsvRecord *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
