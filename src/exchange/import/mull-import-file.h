/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-csv-column.h"
#include "mull-csv-dialect.h"
#include "mull-import-mapping.h"
#include "mull-import-question.h"
#include "mull-recogniser.h"

G_BEGIN_DECLS

/**
 * MullImportFile:
 *
 * A CSV or vCard file that was looked through: how it is written, what wrote it, what its columns
 * hold and what they become. Cards have no columns: each is a row. Its rows are read by a
 * #MullImportRows, as often as needed.
 *
 * It may be opened on any thread. While nobody changes it, several threads may read it.
 */
typedef struct _MullImportFile MullImportFile;

MullImportFile *mull_import_file_open (GBytes *bytes,
                                       const char *name,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullImportFile *mull_import_file_new (GBytes *bytes,
                                      const char *name,
                                      GBytes *frames,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullImportFile *mull_import_file_ref (MullImportFile *self);
void mull_import_file_unref (MullImportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullImportFile, mull_import_file_unref)

const char *mull_import_file_get_name (const MullImportFile *self);
const char *mull_import_file_get_digest (const MullImportFile *self);
GBytes *mull_import_file_get_frames (const MullImportFile *self);
const MullCsvDialect *mull_import_file_get_dialect (const MullImportFile *self);
MullImportSource mull_import_file_get_source (const MullImportFile *self);
gboolean mull_import_file_is_guarded (const MullImportFile *self);
guint mull_import_file_get_n_rows (const MullImportFile *self);
guint mull_import_file_get_n_columns (const MullImportFile *self);
const MullCsvColumn *mull_import_file_get_column (const MullImportFile *self, guint index);
const MullImportMapping *mull_import_file_get_mapping (const MullImportFile *self);
GPtrArray *mull_import_file_dup_questions (const MullImportFile *self);
void mull_import_file_set_usual_currency (MullImportFile *self, const char *currency);
GPtrArray *mull_import_file_preview (MullImportFile *self, guint n_rows, GError **error);

gboolean
mull_import_file_set_dialect (MullImportFile *self, const MullCsvDialect *dialect, GError **error);
void mull_import_file_set_certain (MullImportFile *self, const MullCsvDialect *dialect);
gboolean mull_import_file_set_mapping (MullImportFile *self,
                                       const MullImportMapping *mapping,
                                       GError **error);

G_END_DECLS
