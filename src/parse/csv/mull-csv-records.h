/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-dialect.h"
#include "mull-csv-record.h"

G_BEGIN_DECLS

/**
 * MullCsvRecords:
 *
 * The records of a CSV file as the sandboxed parser wrote them; every one of them is checked as if
 * an enemy had. They can be gone through as often as needed, each time by a reader of its own,
 * which may be used by any one thread at a time, and left and taken up again between two records.
 */
typedef struct _MullCsvRecords MullCsvRecords;

MullCsvRecords *mull_csv_records_new (GBytes *frames) G_GNUC_WARN_UNUSED_RESULT;
void mull_csv_records_free (MullCsvRecords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCsvRecords, mull_csv_records_free)

gboolean
mull_csv_records_read_dialect (MullCsvRecords *self, MullCsvDialect *dialect, GError **error);
MullCsvStep
mull_csv_records_next (MullCsvRecords *self, const MullCsvRecord **record, GError **error);
double mull_csv_records_get_progress (const MullCsvRecords *self);

G_END_DECLS
