/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-csv-record.h"
#include "mull-date.h"

G_BEGIN_DECLS

/**
 * MullCsvFlags:
 * @MULL_CSV_PLAIN: for spreadsheets: what looks like a formula is guarded
 * @MULL_CSV_EXACT: every text as it is, for programs that take no text for a formula
 * @MULL_CSV_BOM: begins with a mark that tells some spreadsheets of UTF-8
 *
 * How a table is written.
 */
typedef enum
{
  MULL_CSV_PLAIN = 0,
  MULL_CSV_EXACT = 1 << 0,
  MULL_CSV_BOM = 1 << 1,
} MullCsvFlags;

/**
 * MullCsvWriter:
 *
 * Writes rows of comma separated values (RFC 4180) to the end of a text. Guarded, it puts an
 * apostrophe before what a spreadsheet would take for a formula.
 */
typedef struct _MullCsvWriter MullCsvWriter;

/* The header of a column, last and empty, that says: the fields of this file are guarded. */
#define MULL_CSV_GUARD_HEADER "formulas guarded"

/* The headers of columns by which our own import knows a row again, whatever else was changed in
 * it: the identity of what the row is, of its company and of its person. */
#define MULL_CSV_ID_HEADER "mulligan id"
#define MULL_CSV_COMPANY_ID_HEADER "mulligan company id"
#define MULL_CSV_PERSON_ID_HEADER "mulligan person id"

MullCsvWriter *mull_csv_writer_new (GString *text,
                                    const char *line_end,
                                    gboolean guarded) G_GNUC_WARN_UNUSED_RESULT;
void mull_csv_writer_free (MullCsvWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCsvWriter, mull_csv_writer_free)

void mull_csv_writer_add (MullCsvWriter *self, const char *field);
void mull_csv_writer_add_number (MullCsvWriter *self, gint64 number);
void mull_csv_writer_add_day (MullCsvWriter *self, MullDay day);
void mull_csv_writer_end_row (MullCsvWriter *self);

MullCsvWriter *mull_csv_writer_new_table (MullCsvFlags flags,
                                          const char *const *headers,
                                          guint n_headers) G_GNUC_WARN_UNUSED_RESULT;
void mull_csv_writer_end_table_row (MullCsvWriter *self);
GString *mull_csv_writer_free_to_text (MullCsvWriter *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean mull_csv_wants_guard (const char *field);
const char *mull_csv_strip_guard (const char *field);
void mull_csv_strip_guard_of_field (MullCsvField *field);

G_END_DECLS
