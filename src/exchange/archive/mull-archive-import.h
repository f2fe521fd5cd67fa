/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-content-merge.h"
#include "mull-import-report.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullArchiveImportMode:
 * @MULL_ARCHIVE_DRY_RUN: find out what would happen
 * @MULL_ARCHIVE_IN_EARNEST: do it, as one step that can be undone
 *
 * What a run is for.
 */
typedef enum
{
  MULL_ARCHIVE_DRY_RUN,
  MULL_ARCHIVE_IN_EARNEST,
} MullArchiveImportMode;

/**
 * MullArchiveReport:
 * @things: what it does to deals, people and so on
 * @n_rows: rows of every kind, by what became of them
 * @n_files: attached files that come with it
 * @n_files_missing: those that are neither in it nor beside it nor here
 *
 * What merging an archive did, or would do.
 */
typedef struct
{
  MullImportReport *things;
  guint n_rows[MULL_N_MERGE_OUTCOMES];
  guint n_files;
  guint n_files_missing;
} MullArchiveReport;

void mull_archive_report_free (MullArchiveReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullArchiveReport, mull_archive_report_free)

/* How far into a file the name of its first element has to be. */
#define MULL_ARCHIVE_HEAD_BYTES 1024

gboolean mull_archive_is_archive (GBytes *bytes);
MullArchiveReport *mull_archive_import (MullWorkspace *workspace,
                                        GBytes *bytes,
                                        const char *name,
                                        const char *beside,
                                        MullArchiveImportMode mode,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* In earnest, while the main loop goes on. */
void mull_archive_import_async (MullWorkspace *workspace,
                                GBytes *bytes,
                                const char *name,
                                const char *beside,
                                guint n_rows,
                                GCancellable *cancellable,
                                MullWorkspaceProgressFunc progress_func,
                                gpointer progress_data,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
MullArchiveReport *mull_archive_import_finish (MullWorkspace *workspace,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
