/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-board-query.h"
#include "mull-stage.h"
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

MullBoardModel *mull_board_model_new (MullWorkspace *workspace, gint64 pipeline_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_board_model_set_pipeline (MullBoardModel *self, gint64 pipeline_id);
gint64 mull_board_model_get_pipeline (MullBoardModel *self);
/* What is shown and in which order; an unindexable text is matched in idle slices of at most 8 ms. */
void mull_board_model_set_query (MullBoardModel *self, const MullBoardQuery *query);
const MullBoardQuery *mull_board_model_get_query (MullBoardModel *self);
/* How many deals each chip would show; the same predicate as the lists. */
guint mull_board_model_get_chip_count (MullBoardModel *self, MullBoardChip chip);
gboolean mull_board_model_find (MullBoardModel *self, gint64 deal_id, guint *column, guint *position);

/**
 * MullStageModel:
 *
 * A column: a #GListModel of #MullDealRef (a deal's id and nothing else) that keeps 8 bytes a deal.
 * Totals are over all matching deals. ::totals-changed when they are other ones.
 */
#define MULL_TYPE_STAGE_MODEL (mull_stage_model_get_type ())
/* lint: allow one-type-per-file, what the model hands out and nothing else makes */
G_DECLARE_FINAL_TYPE (MullStageModel, mull_stage_model, MULL, STAGE_MODEL, GObject)
#define MULL_TYPE_DEAL_REF (mull_deal_ref_get_type ())
/* lint: allow one-type-per-file, what the model hands out and nothing else makes */
G_DECLARE_FINAL_TYPE (MullDealRef, mull_deal_ref, MULL, DEAL_REF, GObject)

/**
 * MullStageTotal:
 *
 * Sums of a column in one currency; quiet and dark are the parts of @value in these states.
 */
typedef struct
{
  guint n;
  MullMoney value;
  MullMoney weighted;
  MullMoney quiet;
  MullMoney dark;
} MullStageTotal;

const MullStage *mull_stage_model_get_stage (MullStageModel *self);
guint mull_stage_model_get_n_deals (MullStageModel *self);
/* (element-type MullStageTotal), the currency with the most deals first */
GArray *mull_stage_model_get_totals (MullStageModel *self);
gint64 mull_stage_model_get_deal_id (MullStageModel *self, guint position);
gint64 mull_deal_ref_get_id (MullDealRef *self);

G_END_DECLS
