/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-decision.h"
#include "mull-hard-question.h"
#include "mull-investment.h"
#include "mull-reason.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullDecisionFacts:
 * @deal: the deal
 * @commitments: (element-type MullCommitment): its promises
 * @questions: (element-type MullHardQuestion): its hard questions, oldest first
 * @decisions: (element-type MullDecision): what was decided before, oldest first
 * @investment: what it has cost
 * @thresholds: the rep's
 * @today: the present day
 * @zone: the rep's time zone
 *
 * What a decision is asked from.
 */
typedef struct
{
  const MullDeal *deal;
  GPtrArray *commitments;
  GPtrArray *questions;
  GPtrArray *decisions;
  const MullInvestment *investment;
  const MullThresholds *thresholds;
  MullDay today;
  GTimeZone *zone;
} MullDecisionFacts;

/**
 * MullDecisionProposal:
 * @cause: what asks for it
 * @question_id: the hard question whose answer asks for it, or 0
 * @reasons: (element-type MullReason): why
 *
 * A decision that is due: to go on, to walk away, or to leave them alone. Nothing is decided by it.
 */
typedef struct
{
  MullDecisionCause cause;
  gint64 question_id;
  GPtrArray *reasons;
} MullDecisionProposal;

MullDecisionProposal *
mull_decision_propose (const MullDecisionFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void mull_decision_proposal_free (MullDecisionProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDecisionProposal, mull_decision_proposal_free)

guint mull_decision_count_broken (const MullDecisionFacts *facts, MullDay *last_on);

gboolean mull_decision_check (const MullDecision *decision,
                              MullDay quiet_until_on,
                              MullDay today,
                              GError **error);

G_END_DECLS
