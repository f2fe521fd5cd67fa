/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-sqlite.h"

G_BEGIN_DECLS

/**
 * MullSalvageRowFunc:
 * @row: a statement on the row; its first column is the key, or 0 for a table without one
 *
 * Takes a row that could be read.
 *
 * Returns: %FALSE with @error set to give up
 */
typedef gboolean (*MullSalvageRowFunc) (sqlite3_stmt *row, gpointer user_data, GError **error);

/**
 * MullSalvageWalk:
 *
 * Reads the rows of one table of a damaged file, around what cannot be read: upwards, downwards,
 * and then one by one in between.
 */
typedef struct _MullSalvageWalk MullSalvageWalk;

/* @columns: names, separated by ", ". */
MullSalvageWalk *mull_salvage_walk_new (MullDatabase *source,
                                        const char *table,
                                        const char *columns,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_salvage_walk_free (MullSalvageWalk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullSalvageWalk, mull_salvage_walk_free)

gboolean mull_salvage_walk_run (MullSalvageWalk *self,
                                MullSalvageRowFunc func,
                                gpointer user_data,
                                GError **error);
/* What the rows are reached by is damaged, although it can be read. */
void mull_salvage_walk_note_damage (MullSalvageWalk *self);
/* The first column of the primary key. */
const char *mull_salvage_walk_get_key (MullSalvageWalk *self);
/* Whether rows have numbers of their own. */
gboolean mull_salvage_walk_has_ids (MullSalvageWalk *self);
/* (element-type gint64): the rows that an index knows of and that were not read, sorted. */
GArray *mull_salvage_walk_list_lost (MullSalvageWalk *self) G_GNUC_WARN_UNUSED_RESULT;
/* After both: whether there may have been rows of which nothing knows any longer. */
gboolean mull_salvage_walk_may_lack (MullSalvageWalk *self);

G_END_DECLS
