/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-record.h"
#include "mull-import-file.h"
#include "mull-import-row.h"

G_BEGIN_DECLS

/**
 * MullImportStep:
 * @MULL_IMPORT_STEP_ROW: the row can be imported
 * @MULL_IMPORT_STEP_REFUSED: the row cannot be imported; its refusals say why
 * @MULL_IMPORT_STEP_END: there are no more rows
 * @MULL_IMPORT_STEP_FAILED: the file cannot be read further
 *
 * What mull_import_rows_next() found.
 */
typedef enum
{
  MULL_IMPORT_STEP_ROW,
  MULL_IMPORT_STEP_REFUSED,
  MULL_IMPORT_STEP_END,
  MULL_IMPORT_STEP_FAILED,
} MullImportStep;

/**
 * MullImportRows:
 *
 * Reads the rows of a file one by one, with the mapping that the file had at the start. It can be
 * left after any row and taken up again, and used by any one thread at a time.
 */
typedef struct _MullImportRows MullImportRows;

MullImportRows *
mull_import_rows_new (MullImportFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_import_rows_free (MullImportRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullImportRows, mull_import_rows_free)

MullImportStep mull_import_rows_next (MullImportRows *self, MullImportRow *row, GError **error);
double mull_import_rows_get_progress (const MullImportRows *self);
gboolean mull_import_rows_is_blank (const MullCsvRecord *record);

G_END_DECLS
