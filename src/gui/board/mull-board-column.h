/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-board-list.h"
#include "mull-density.h"
#include "mull-stage-model.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullBoardColumn:
 *
 * A stage on the board: its head, and the cards under it, which scroll by themselves. Folded it is
 * a narrow strip that still takes what is dropped on it.
 *
 * It offers the actions of the stage (`stage.rename`, `stage.numbers`, `stage.add-before`,
 * `stage.add-after`, `stage.move-left`, `stage.move-right`, `stage.fold`, `stage.remove`). What
 * happens to cards is left to the board, which knows their order.
 */
#define MULL_TYPE_BOARD_COLUMN (mull_board_column_get_type ())
G_DECLARE_FINAL_TYPE (MullBoardColumn, mull_board_column, MULL, BOARD_COLUMN, AdwBin)

MullBoardColumn *
mull_board_column_new (MullWorkspace *workspace, MullStageModel *stage) G_GNUC_WARN_UNUSED_RESULT;

MullStageModel *mull_board_column_get_stage (MullBoardColumn *self);
gint64 mull_board_column_get_stage_id (MullBoardColumn *self);
MullBoardList *mull_board_column_get_list (MullBoardColumn *self);
GtkWidget *mull_board_column_get_head (MullBoardColumn *self);
guint mull_board_column_get_n_deals (MullBoardColumn *self);
/* The deal of the card that has or had the focus, or 0. */
gint64 mull_board_column_get_current_deal (MullBoardColumn *self);

void mull_board_column_set_density (MullBoardColumn *self, MullDensity density);
/* Whether a card may be dropped between two others, or only into the column. */
void mull_board_column_set_manual (MullBoardColumn *self, gboolean manual);
/* Whether the board shows some of its deals only. */
void mull_board_column_set_filtered (MullBoardColumn *self, gboolean filtered);
/* As wide as the board makes it, instead of its own width. */
void mull_board_column_set_alone (MullBoardColumn *self, gboolean alone);
gboolean mull_board_column_get_folded (MullBoardColumn *self);
void mull_board_column_set_folded (MullBoardColumn *self, gboolean folded);
/* The deal that is being dragged, wherever from; 0 for none. */
void mull_board_column_set_dragged (MullBoardColumn *self, gint64 deal_id);

G_END_DECLS
