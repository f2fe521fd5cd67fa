/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullRecorder:
 *
 * Records what a transaction does to the content tables (SQLite's session extension), as the undo
 * step that is stored in the same transaction. Derived tables, drafts, settings and the undo log
 * itself are not recorded.
 */
typedef struct _MullRecorder MullRecorder;

MullRecorder *mull_recorder_start (MullDatabase *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* For steps of any size: past @bytes of memory nothing is recorded and the step cannot be undone.
 */
void mull_recorder_limit_memory (MullRecorder *self, gint64 bytes);
gboolean mull_recorder_has_overflowed (MullRecorder *self);
/* (nullable) without an error: nothing was changed */
gboolean mull_recorder_finish (MullRecorder *self, GBytes **changeset, GError **error);
void mull_recorder_free (MullRecorder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullRecorder, mull_recorder_free)

/* Applies @changeset, or its inverse, inside the open transaction; foreign keys must be off. Any
 * conflict refuses the whole step with MULL_ERROR_CONSTRAINT. */
gboolean
mull_changeset_apply (MullDatabase *db, GBytes *changeset, gboolean inverted, GError **error);
/* Calls @func for every changed row: table name, primary key, whether the row is new or gone. */
typedef void (*MullChangeFunc) (const char *table,
                                gint64 id,
                                gboolean inserted,
                                gboolean deleted,
                                gpointer user_data);
gboolean
mull_changeset_foreach (GBytes *changeset, MullChangeFunc func, gpointer user_data, GError **error);

G_END_DECLS
