/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-file.h"
#include "mull-import-report.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullImporter:
 *
 * Brings one file, as it is mapped at present, into a workspace: first as a dry run, which leaves
 * nothing behind but a report, then in earnest, as one step that can be undone. Both run the same
 * code in one transaction; what is done in earnest must count the same as the dry run, or none of
 * it is kept. While either runs, the workspace takes no other change.
 */
#define MULL_TYPE_IMPORTER (mull_importer_get_type ())
G_DECLARE_FINAL_TYPE (MullImporter, mull_importer, MULL, IMPORTER, GObject)

/**
 * MullImporterMode:
 * @MULL_IMPORTER_DRY_RUN: find out what would happen
 * @MULL_IMPORTER_IN_EARNEST: do it; only after a dry run
 *
 * What a run is for.
 */
typedef enum
{
  MULL_IMPORTER_DRY_RUN,
  MULL_IMPORTER_IN_EARNEST,
} MullImporterMode;

/**
 * MullImporterProgressFunc:
 * @progress: from 0 to 1
 *
 * Told how far a run is.
 */
typedef void (*MullImporterProgressFunc) (double progress, gpointer user_data);

MullImporter *
mull_importer_new (MullWorkspace *workspace, MullImportFile *file) G_GNUC_WARN_UNUSED_RESULT;

void mull_importer_set_skips_bad_rows (MullImporter *self, gboolean skips);
void mull_importer_set_choices (MullImporter *self, GHashTable *choices);

gboolean mull_importer_run (MullImporter *self,
                            MullImporterMode mode,
                            GCancellable *cancellable,
                            MullImporterProgressFunc progress_func,
                            gpointer progress_data,
                            GError **error);
void mull_importer_run_async (MullImporter *self,
                              MullImporterMode mode,
                              GCancellable *cancellable,
                              MullImporterProgressFunc progress_func,
                              gpointer progress_data,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean mull_importer_run_finish (MullImporter *self, GAsyncResult *result, GError **error);

const MullImportReport *mull_importer_get_report (MullImporter *self);
GBytes *mull_importer_dup_refused_rows (MullImporter *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
