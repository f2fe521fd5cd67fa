/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-money.h"
#include "mull-stage.h"

G_BEGIN_DECLS

/**
 * MullStageModel:
 *
 * A column: a #GListModel of #MullDealRef (a deal's id and nothing else) that keeps 8 bytes a deal.
 * Totals are over all matching deals. ::totals-changed when they are other ones.
 */
#define MULL_TYPE_STAGE_MODEL (mull_stage_model_get_type ())
G_DECLARE_FINAL_TYPE (MullStageModel, mull_stage_model, MULL, STAGE_MODEL, GObject)

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

G_END_DECLS
