/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-board-base.h"
#include "mull-board-store.h"
#include "mull-stage-model.h"

G_BEGIN_DECLS

/**
 * MullBoardLoader:
 *
 * Reads the columns of a board for one query, a slice at a time: first enough of each column to
 * fill a screen, then the rest. Sums come from the kept totals where a chip can be answered by
 * them, and are added up on the way otherwise.
 */
typedef struct _MullBoardLoader MullBoardLoader;

MullBoardLoader *mull_board_loader_new (MullDatabase *db,
                                        MullBoardBase *base,
                                        const MullBoardQuery *query,
                                        const gint64 *stage_ids,
                                        guint n_stages) G_GNUC_WARN_UNUSED_RESULT;
void mull_board_loader_free (MullBoardLoader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullBoardLoader, mull_board_loader_free)

/* Works until @deadline (monotonic, microseconds); @done when everything has been read. */
gboolean
mull_board_loader_run (MullBoardLoader *self, gint64 deadline, gboolean *done, GError **error);
gboolean mull_board_loader_has_screenful (MullBoardLoader *self, guint stage);
guint mull_board_loader_get_n_slots (MullBoardLoader *self, guint stage);
/* What has been read so far, sorted; (element-type MullBoardSlot) (transfer none) */
GArray *mull_board_loader_get_slots (MullBoardLoader *self, guint stage);
gboolean mull_board_loader_has_totals (MullBoardLoader *self);
/* (element-type MullStageTotal) (transfer full) */
GArray *mull_board_loader_dup_totals (MullBoardLoader *self, guint stage, GError **error);

G_END_DECLS
