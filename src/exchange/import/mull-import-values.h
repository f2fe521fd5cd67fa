/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-column.h"
#include "mull-import-row.h"

G_BEGIN_DECLS

const char *mull_import_values_name_target (MullImportTarget target, gboolean is_in_title);
char *mull_import_values_describe (const MullImportRow *row, MullImportKind kind);
char *mull_import_values_name (const MullImportRow *row, MullImportKind kind);
char *mull_import_values_join_examples (const MullCsvColumn *column);
char *mull_import_values_join (GPtrArray *preview, guint column, MullImportTarget target);
char *mull_import_values_describe_column (const MullCsvColumn *column,
                                          GPtrArray *preview,
                                          guint index,
                                          MullImportTarget target);
char *mull_import_values_confront (const char *raw, const char *parsed);

G_END_DECLS
