/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-board-store.h"
#include "mull-stage-model.h"

G_BEGIN_DECLS

/* For #MullBoardModel, which is the only one to change a column. */
MullStageModel *mull_stage_model_new (MullStage *stage) G_GNUC_WARN_UNUSED_RESULT;
void mull_stage_model_set_stage (MullStageModel *self, MullStage *stage);
/* (transfer none): @slots must be sorted; one splice turns the old column into the new one. */
void mull_stage_model_set_slots (MullStageModel *self, const MullBoardSlot *slots, guint n_slots);
/* (transfer full) (element-type MullStageTotal) */
void mull_stage_model_take_totals (MullStageModel *self, GArray *totals);
gboolean mull_stage_model_find (MullStageModel *self, gint64 deal_id, guint *position);
/* Announces every card anew, for what it says may be different. */
void mull_stage_model_announce (MullStageModel *self);
/* Puts a card where its key belongs, wherever it was; a card that stays is only announced anew. */
void mull_stage_model_put (MullStageModel *self, const MullBoardSlot *slot);
void mull_stage_model_remove (MullStageModel *self, gint64 deal_id);

G_END_DECLS
