/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-content-table.h"

G_BEGIN_DECLS

/**
 * MullMergeOutcome:
 * @MULL_MERGE_NEW: the row was not there and is now
 * @MULL_MERGE_CHANGED: the row was there and says now what was merged
 * @MULL_MERGE_IDENTICAL: the row was there and says the same
 *
 * What became of a row.
 */
typedef enum
{
  MULL_MERGE_NEW,
  MULL_MERGE_CHANGED,
  MULL_MERGE_IDENTICAL,
} MullMergeOutcome;

#define MULL_N_MERGE_OUTCOMES (MULL_MERGE_IDENTICAL + 1)

/**
 * MullContentMerge:
 *
 * Brings rows of another database into this one, inside a transaction of the caller's. A row is the
 * same row when it has the same uuid or, where it has none, when it belongs to the same thing and
 * has the same natural key. Nothing is ever taken away. Rows come table by table in the order of
 * mull_store_content_tables().
 */
typedef struct _MullContentMerge MullContentMerge;

MullContentMerge *
mull_content_merge_new (MullDatabase *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_content_merge_free (MullContentMerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullContentMerge, mull_content_merge_free)

guint mull_content_merge_get_n_tables (MullContentMerge *self);
const MullContentTable *mull_content_merge_get_table (MullContentMerge *self, guint index);
gboolean mull_content_merge_row (MullContentMerge *self,
                                 guint table,
                                 const char *const *values,
                                 MullMergeOutcome *outcome,
                                 GError **error);
gboolean mull_content_merge_finish (MullContentMerge *self, GError **error);

G_END_DECLS
