/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sample"

#include "config.h"

#include "mull-decision.h"
#include "mull-hard-question.h"
#include "mull-own-it.h"
#include "mull-plan-store.h"
#include "mull-promise-store.h"
#include "mull-record-store.h"
#include "mull-sample-private.h"
#include "mull-text.h"
#include "mull-way-out.h"

#include <glib/gi18n-lib.h>

/* ── Hard questions ───────────────────────────────────────────────────── */

/* What is asked on @asked is waited for until @answer_by. */
static gboolean
write_question (MullSample *self,
                int deal,
                int person,
                gint64 commitment_id,
                int asked,
                int answer_by,
                MullHardOutcome outcome,
                const char *text,
                gint64 *question_id,
                GError **error)
{
  g_autoptr (MullHardQuestion) question = mull_hard_question_new ();

  mull_take_text (&question->uuid, mull_uuid_new ());
  question->deal_id = self->deals[deal];
  question->commitment_id = commitment_id;
  question->person_id = self->people[person];
  question->reading = MULL_HARD_READING_UNSURE;
  mull_set_text (&question->text, text);
  question->channel = MULL_ENTRY_MAIL;
  question->asked_on = mull_sample_day (self, asked);
  question->answer_by_on = mull_sample_day (self, answer_by);
  question->entry_id = mull_sample_find_touch (self, deal, asked);
  question->outcome = outcome;
  if (outcome != MULL_HARD_OUTCOME_NONE)
    question->outcome_on = question->answer_by_on + 1;
  question->created_at = mull_sample_instant (self, asked, 1020);
  if (!mull_record_store_insert (self->db, question, error))
    return FALSE;
  if (question_id != NULL)
    *question_id = question->record.id;
  return TRUE;
}

/* Asked, and nobody answered: the deal was left and closed as gone dark. */
static gboolean
write_silence (MullSample *self, GError **error)
{
  g_autoptr (MullDecision) decision = mull_decision_new ();

  if (!write_question (self, D_BEACON_BATHS, P_TANYA, 0, -31, -24, MULL_HARD_OUTCOME_SILENCE,
                       _ ("Is there still money for the baths?"), &decision->question_id, error))
    return FALSE;
  mull_take_text (&decision->uuid, mull_uuid_new ());
  decision->deal_id = self->deals[D_BEACON_BATHS];
  decision->cause = MULL_DECISION_CAUSE_HARD_QUESTION;
  decision->choice = MULL_DECISION_CHOICE_WALK_AWAY;
  mull_set_text (&decision->reason,
                 _ ("Nobody answered by the day we named. The time goes to the deals that talk."));
  decision->created_at = mull_sample_instant (self, -20, 1600);
  return mull_record_store_insert (self->db, decision, error);
}

/* Asked, and their day has passed: what came of it is for the rep to say. */
static gboolean
write_passed (MullSample *self, GError **error)
{
  g_autoptr (GPtrArray) commitments =
      mull_commitment_store_list (self->db, self->deals[D_ARKWELL_CONDENSATE], error);
  gint64 missed_id = 0;

  if (commitments == NULL)
    return FALSE;
  for (guint i = 0; i < commitments->len; i++)
    {
      const MullCommitment *commitment = commitments->pdata[i];

      if (commitment->side == MULL_SIDE_THEM && commitment->state == MULL_COMMITMENT_OPEN)
        missed_id = commitment->record.id;
    }
  return write_question (self, D_ARKWELL_CONDENSATE, P_GARETH, missed_id, -6, -1,
                         MULL_HARD_OUTCOME_NONE, _ ("Do you still want to meter line 2?"), NULL,
                         error);
}

/* ── Owning it ────────────────────────────────────────────────────────── */

/* The promise that was owned before its day, with what was offered and what was learnt. */
static gboolean
write_owned (MullSample *self, GError **error)
{
  g_autoptr (GPtrArray) commitments =
      mull_commitment_store_list (self->db, self->deals[D_MILLRACE_BOILER], error);

  if (commitments == NULL)
    return FALSE;
  for (guint i = 0; i < commitments->len; i++)
    {
      const MullCommitment *commitment = commitments->pdata[i];
      g_autoptr (MullOwnIt) own = mull_own_it_new ();
      g_autoptr (MullWayOut) way = mull_way_out_new ();

      if (commitment->state != MULL_COMMITMENT_OWNED)
        continue;
      mull_take_text (&own->uuid, mull_uuid_new ());
      own->commitment_id = commitment->record.id;
      mull_set_text (&own->cannot, _ ("Nine weeks: the works is full until the spring"));
      mull_set_text (&own->can, _ ("Eleven weeks, with the works’ own word"));
      mull_set_text (&own->effort, _ ("Asked for a slot of another order; rang the second works"));
      own->outcome = MULL_OWN_OUTCOME_WORK_AROUND;
      own->entry_id = commitment->proof_entry_id;
      mull_set_text (&own->lesson, _ ("Ask the works before naming a week"));
      own->created_at = mull_sample_instant (self, -27, 840);
      if (!mull_record_store_insert (self->db, own, error))
        return FALSE;
      way->own_it_id = own->record.id;
      mull_set_text (&way->text, _ ("The works’ own word on eleven weeks"));
      way->due_on = mull_sample_day (self, -20);
      way->chosen = TRUE;
      way->rank = 1;
      return mull_record_store_insert (self->db, way, error);
    }
  return TRUE;
}

/**
 * mull_sample_write_promises:
 *
 * Puts in what followed from promises: hard questions, a decision, a promise that was owned.
 */
gboolean
mull_sample_write_promises (MullSample *self, GError **error)
{
  return write_silence (self, error) && write_passed (self, error) && write_owned (self, error);
}
