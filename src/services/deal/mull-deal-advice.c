/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-advice"

#include "config.h"

#include "mull-deal-advice.h"

#include "mull-commitment-rules.h"
#include "mull-hard-question-rules.h"

/**
 * mull_deal_advice_free:
 * @self: (transfer full): an advice
 */
void
mull_deal_advice_free (MullDealAdvice *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->reasons, g_ptr_array_unref);
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
 * mull_deal_advice_new:
 * @dossier: the deal
 *
 * Returns: (transfer full): how to go on with it
 */
MullDealAdvice *
mull_deal_advice_new (MullDossier *dossier)
{
  MullDealAdvice *self = g_new0 (MullDealAdvice, 1);
  const MullHardQuestion *question = mull_hard_question_find_last_asked (dossier->questions);
  MullTensionFacts facts = { .state = dossier->verdict.state,
                             .roadblock = mull_dossier_get_roadblock (dossier),
                             .question = question,
                             .problem = answer_to (dossier, 2),
                             .serious = answer_to (dossier, 4) };

  for (guint i = 0; i < dossier->commitments->len; i++)
    {
      const MullCommitment *commitment = dossier->commitments->pdata[i];

      /* The soonest due comes first. */
      if (self->commitment_id == 0 && commitment->side != MULL_SIDE_THEM &&
          mull_commitment_is_overdue (commitment, dossier->today))
        self->commitment_id = commitment->record.id;
      if (!they_failed (dossier, commitment))
        continue;
      facts.theirs_missed++;
      facts.theirs_missed_since_question +=
          question != NULL && commitment->due_on > question->asked_on;
    }
  self->advice = mull_tension_decide (&facts, dossier->today);
  self->reasons = mull_tension_explain (&facts, dossier->today);
  return self;
}
