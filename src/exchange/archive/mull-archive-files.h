/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullArchiveFiles:
 *
 * The attached files of an archive on their way in: those in it come in parts, those of a large one
 * are in a folder beside it.
 */
typedef struct _MullArchiveFiles MullArchiveFiles;

/* @beside (nullable): the folder; @is_dry: nothing is kept. */
MullArchiveFiles *mull_archive_files_new (MullWorkspace *workspace,
                                          const char *beside,
                                          gboolean is_dry) G_GNUC_WARN_UNUSED_RESULT;
void mull_archive_files_free (MullArchiveFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullArchiveFiles, mull_archive_files_free)

/* A row refers to a file. */
void mull_archive_files_want (MullArchiveFiles *self, const char *sha256, gint64 size);
/* A part of a file, as mull_archive_reader_get_values() has it. */
gboolean mull_archive_files_add (MullArchiveFiles *self, const char *const *values, GError **error);
/* After all rows and parts: how many files came, and how many are nowhere. */
gboolean
mull_archive_files_finish (MullArchiveFiles *self, guint *n_new, guint *n_missing, GError **error);

G_END_DECLS
