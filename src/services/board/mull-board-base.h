/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-board-store.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullBoardBase:
 *
 * What typed text is looked up in: the cards of a board without text, in order, with what their
 * columns add up. So that a key that half of the deals match is answered without reading a row.
 * Takes 40 bytes a deal; reads itself in idle slices.
 */
typedef struct _MullBoardBase MullBoardBase;

/* Called once, when everything has been read, or with the @error that prevented it. */
typedef void (*MullBoardBaseFunc) (MullBoardBase *self, const GError *error, gpointer user_data);

MullBoardBase *mull_board_base_new (MullWorkspace *workspace,
                                    const MullBoardQuery *query,
                                    const gint64 *stage_ids,
                                    guint n_stages,
                                    MullBoardBaseFunc ready,
                                    gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void mull_board_base_free (MullBoardBase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullBoardBase, mull_board_base_free)

gboolean mull_board_base_serves (MullBoardBase *self, const MullBoardQuery *query);
gboolean mull_board_base_is_complete (MullBoardBase *self);
void mull_board_base_follow (MullBoardBase *self, gint64 deal_id, const MullCard *card);
void mull_board_base_find (MullBoardBase *self,
                           GArray *matches,
                           guint stage,
                           GArray *slots,
                           GArray *totals);

G_END_DECLS
