/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-salvage-list.h"

G_BEGIN_DECLS

/**
 * MullSalvageDoubts:
 *
 * What the indexes of a damaged file say about its rows: where a row and an index that can be read
 * disagree, one of them is damaged, and nobody can know which.
 */
typedef struct _MullSalvageDoubts MullSalvageDoubts;

/* Reads the indexes of @db, as far as they can be read. */
MullSalvageDoubts *mull_salvage_doubts_new (MullDatabase *db) G_GNUC_WARN_UNUSED_RESULT;
void mull_salvage_doubts_free (MullSalvageDoubts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullSalvageDoubts, mull_salvage_doubts_free)

/* Writes down the rows of @db, of which the indexes are new, that the old ones contradict.
 * @n: (inout): grows by their number */
gboolean mull_salvage_doubts_list (MullSalvageDoubts *self,
                                   MullDatabase *db,
                                   MullSalvageList *list,
                                   guint *n,
                                   GError **error);

G_END_DECLS
