/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullRecorder:
 *
 * Records what transactions do to the content tables, as the undo steps that are stored in the same
 * transactions. Derived tables, drafts, settings and the undo log itself are not recorded. One
 * serves a connection for as long as it is open.
 */
typedef struct _MullRecorder MullRecorder;

MullRecorder *mull_recorder_new (MullDatabase *db) G_GNUC_WARN_UNUSED_RESULT;
void mull_recorder_free (MullRecorder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullRecorder, mull_recorder_free)

gboolean mull_recorder_begin (MullRecorder *self, GError **error);
/* For steps of any size: rows that come are only named. What becomes of the others may take
 * @max_bytes; past that nothing is recorded and the step cannot be undone. */
gboolean mull_recorder_begin_bulk (MullRecorder *self, gsize max_bytes, GError **error);
gboolean mull_recorder_has_overflowed (MullRecorder *self);
/* (nullable) without an error: nothing was changed */
gboolean mull_recorder_finish (MullRecorder *self, GBytes **record, GError **error);
void mull_recorder_cancel (MullRecorder *self);

/* From a record to a changeset. */
gboolean
mull_recorder_read (MullRecorder *self, GBytes *record, GBytes **changeset, GError **error);
gboolean mull_recorder_names_rows (GBytes *record);
gboolean
mull_recorder_delete_rows (MullRecorder *self, GBytes *record, GBytes **rest, GError **error);

G_END_DECLS
