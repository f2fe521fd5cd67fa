/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-advice"

#include "config.h"

#include "mull-deal-advice.h"

#include "mull-commitment-rules.h"
#include "mull-method-store.h"

/**
 * mull_deal_advice_free:
 * @self: (transfer full): an advice
 */
void
mull_deal_advice_free (MullDealAdvice *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->question, mull_hard_question_unref);
  g_free (self);
}

/* A promise of theirs that broke, or that is overdue for so long that it counts as missed. */
static gboolean
they_failed (const MullDossier *dossier, const MullCommitment *commitment)
{
  return commitment->side != MULL_SIDE_US &&
         (commitment->state == MULL_COMMITMENT_BROKEN ||
          mull_commitment_get_standing (commitment, &dossier->thresholds, dossier->today) ==
              MULL_STANDING_MISSED);
}

static MullTernary
answer_to (const MullDossier *dossier, guint question)
{
  const MullQualification *answer = dossier->answers[question - 1];

  return answer != NULL ? answer->answer : MULL_TERNARY_UNKNOWN;
}

/**
 * mull_deal_advice_load:
 * @dossier: the deal
 *
 * Returns: (transfer full) (nullable): how to go on with it
 */
MullDealAdvice *
mull_deal_advice_load (MullWorkspace *workspace, MullDossier *dossier, GError **error)
{
  g_autoptr (MullDealAdvice) self = g_new0 (MullDealAdvice, 1);
  const MullRoadblock *roadblock = mull_dossier_get_roadblock (dossier);
  MullTensionFacts facts = { .state = dossier->verdict.state,
                             .roadblock = roadblock,
                             .problem = answer_to (dossier, 2),
                             .serious = answer_to (dossier, 4) };

  if (!mull_hard_question_store_find_last (mull_workspace_get_database (workspace),
                                           dossier->deal->record.id, &self->question, error))
    return NULL;
  facts.question = self->question;
  for (guint i = 0; i < dossier->commitments->len; i++)
    {
      const MullCommitment *commitment = dossier->commitments->pdata[i];

      if (!they_failed (dossier, commitment))
        continue;
      facts.theirs_missed++;
      facts.theirs_missed_since_question +=
          self->question != NULL && commitment->due_on > self->question->asked_on;
    }
  self->theirs_missed = facts.theirs_missed;
  self->roadblock_id = roadblock != NULL ? roadblock->record.id : 0;
  self->advice = mull_tension_decide (&facts, dossier->today);
  self->reasons = mull_tension_explain (&facts, dossier->today);
  return g_steal_pointer (&self);
}
