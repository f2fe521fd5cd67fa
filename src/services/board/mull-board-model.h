/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-board-query.h"
#include "mull-stage-model.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullBoardModel:
 *
 * The board of one pipeline: a #GListModel of #MullStageModel, one per stage in order. Follows the
 * workspace: after a step that touched a deal only the splices it needs are emitted.
 */
#define MULL_TYPE_BOARD_MODEL (mull_board_model_get_type ())
G_DECLARE_FINAL_TYPE (MullBoardModel, mull_board_model, MULL, BOARD_MODEL, GObject)

MullBoardModel *mull_board_model_new (MullWorkspace *workspace,
                                      gint64 pipeline_id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_board_model_set_pipeline (MullBoardModel *self, gint64 pipeline_id);
gint64 mull_board_model_get_pipeline (MullBoardModel *self);
/* What is shown and in which order; an unindexable text is matched in idle slices of at most 8 ms.
 */
void mull_board_model_set_query (MullBoardModel *self, const MullBoardQuery *query);
/* Typed text is found within a frame from a moment later on. */
void mull_board_model_expect_text (MullBoardModel *self);
const MullBoardQuery *mull_board_model_get_query (MullBoardModel *self);
/* FALSE while a large result is still being collected. */
gboolean mull_board_model_is_complete (MullBoardModel *self);
/* Follows the workspace's clock into a new day. */
void mull_board_model_reload (MullBoardModel *self);
MullStageModel *mull_board_model_get_stage (MullBoardModel *self, guint column);
/* How many deals each chip would show; the same predicate as the lists. */
guint mull_board_model_get_chip_count (MullBoardModel *self, MullBoardChip chip);
gboolean
mull_board_model_find (MullBoardModel *self, gint64 deal_id, guint *column, guint *position);

G_END_DECLS
