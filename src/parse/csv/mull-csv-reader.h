/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-record.h"

G_BEGIN_DECLS

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
guint mull_csv_reader_get_n_columns (MullCsvReader *self);

G_END_DECLS
