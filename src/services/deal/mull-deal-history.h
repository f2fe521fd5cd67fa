/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-stage-time.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullDealHistory:
 * @stage_times: (element-type MullStageTime): where the time of the deal went, one per stage that
 *   it was in
 * @slips: how often the customer's own date moved to a later day
 *
 * What a deal has been through.
 */
typedef struct
{
  GArray *stage_times;
  MullSlips slips;
} MullDealHistory;

MullDealHistory *mull_deal_history_load (MullWorkspace *workspace,
                                         const MullDeal *deal,
                                         GPtrArray *stages,
                                         GPtrArray *entries,
                                         GPtrArray *quiets,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_deal_history_free (MullDealHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDealHistory, mull_deal_history_free)

const MullStageTime *mull_deal_history_get_stage (const MullDealHistory *self, gint64 stage_id);

G_END_DECLS
