/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-decision-rules"

#include "config.h"

#include "mull-decision-rules.h"

#include "mull-commitment-rules.h"
#include "mull-error.h"
#include "mull-promise-words.h"

#include <glib/gi18n-lib.h>

/* From which broken promise on the decision is asked for. */
#define BROKEN_BEFORE_DECISION 2

static MullDecisionProposal *
proposal_new (MullDecisionCause cause)
{
  MullDecisionProposal *self = g_new0 (MullDecisionProposal, 1);

  self->cause = cause;
  self->reasons = mull_reasons_new ();
  return self;
}

/**
 * mull_decision_proposal_free:
 * @self: (transfer full): a proposal
 */
void
mull_decision_proposal_free (MullDecisionProposal *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->reasons);
  g_free (self);
}

static void
add_reason (MullDecisionProposal *self, MullReasonSource source, gint64 id, char *text)
{
  g_ptr_array_add (self->reasons, mull_reason_new (source, id, text));
}

/* ── The answer to a hard question ────────────────────────────────────── */

static gboolean
is_decided (GPtrArray *decisions, gint64 question_id)
{
  for (guint i = 0; i < decisions->len; i++)
    if (((const MullDecision *) decisions->pdata[i])->question_id == question_id)
      return TRUE;
  return FALSE;
}

/* A new promise with a day is an answer that one waits for; every other one is to be decided on. */
static MullDecisionProposal *
propose_for_question (const MullDecisionFacts *facts)
{
  for (guint i = facts->questions->len; i > 0; i--)
    {
      const MullHardQuestion *question = facts->questions->pdata[i - 1];
      MullDecisionProposal *self;
      g_autofree char *day = NULL;

      if (question->outcome == MULL_HARD_OUTCOME_NONE ||
          question->outcome == MULL_HARD_OUTCOME_NEW_PROMISE ||
          is_decided (facts->decisions, question->record.id))
        continue;
      self = proposal_new (MULL_DECISION_CAUSE_HARD_QUESTION);
      self->question_id = question->record.id;
      day = mull_day_format (question->outcome_on);
      add_reason (self, question->entry_id != 0 ? MULL_REASON_ENTRY : MULL_REASON_RULE,
                  question->entry_id,
                  /* Translators: a question, what came of it ("Silence") and a date */
                  g_strdup_printf (_ ("“%1$s” – %2$s, on %3$s."), question->text,
                                   mull_hard_outcome_label (question->outcome), day));
      return self;
    }
  return NULL;
}

/* ── The limit of effort ──────────────────────────────────────────────── */

/* Whether it was decided with that much effort on the table; a limit that was raised since asks
 * again when it is reached. */
static gboolean
covers_stop (const MullDecision *decision, const MullDeal *deal)
{
  gboolean minutes =
      deal->stop_minutes != MULL_NUMBER_NONE && decision->minutes >= deal->stop_minutes;
  gboolean money = deal->stop_minor != MULL_NUMBER_NONE &&
                   g_str_equal (decision->currency, deal->currency) &&
                   decision->cost_minor >= deal->stop_minor;

  return minutes || money;
}

static MullDecisionProposal *
propose_for_stop (const MullDecisionFacts *facts)
{
  MullDecisionProposal *self;

  if (!mull_investment_reaches_stop (facts->investment, facts->deal))
    return NULL;
  for (guint i = 0; i < facts->decisions->len; i++)
    if (covers_stop (facts->decisions->pdata[i], facts->deal))
      return NULL;
  self = proposal_new (MULL_DECISION_CAUSE_STOP_LOSS);
  if (facts->deal->stop_minutes != MULL_NUMBER_NONE)
    add_reason (
        self, MULL_REASON_DEAL, facts->deal->record.id,
        /* Translators: hours and minutes spent on a deal, and the limit: "3:20 h of 3:00 h" */
        g_strdup_printf (_ ("Spent: %d:%02d h. Your limit for this deal: %d:%02d h."),
                         (int) (facts->investment->total.minutes / 60),
                         (int) (facts->investment->total.minutes % 60),
                         (int) (facts->deal->stop_minutes / 60),
                         (int) (facts->deal->stop_minutes % 60)));
  if (facts->deal->stop_minor != MULL_NUMBER_NONE)
    {
      MullMoney limit = { facts->deal->stop_minor, "" };
      g_autofree char *text = NULL;

      g_strlcpy (limit.currency, facts->deal->currency, sizeof limit.currency);
      text = mull_money_format (&limit);
      add_reason (self, MULL_REASON_DEAL, facts->deal->record.id,
                  /* Translators: an amount of money */
                  g_strdup_printf (_ ("Your limit of money for this deal: %s."), text));
    }
  return self;
}

/* ── Broken promises ──────────────────────────────────────────────────── */

/* The day from which a promise of theirs counts as failed, or none. */
static MullDay
failed_on (const MullCommitment *commitment, const MullThresholds *thresholds, MullDay today)
{
  MullDay from;

  if (commitment->side != MULL_SIDE_THEM)
    return MULL_DAY_NONE;
  from = mull_commitment_failed_from (commitment, thresholds);
  if (commitment->state == MULL_COMMITMENT_BROKEN)
    return commitment->settled_on != MULL_DAY_NONE ? MIN (from, commitment->settled_on) : from;
  return mull_commitment_get_standing (commitment, thresholds, today) == MULL_STANDING_MISSED
             ? from
             : MULL_DAY_NONE;
}

/**
 * mull_decision_count_broken:
 * @last_on: (out) (optional): the day from which the last of them counts as broken
 *
 * Returns: how many promises they broke or missed on this deal
 */
guint
mull_decision_count_broken (const MullDecisionFacts *facts, MullDay *last_on)
{
  guint n = 0;

  g_return_val_if_fail (facts != NULL, 0);

  if (last_on != NULL)
    *last_on = MULL_DAY_NONE;
  for (guint i = 0; i < facts->commitments->len; i++)
    {
      MullDay day = failed_on (facts->commitments->pdata[i], facts->thresholds, facts->today);

      if (day == MULL_DAY_NONE)
        continue;
      n++;
      if (last_on != NULL)
        *last_on = MAX (*last_on, day);
    }
  return n;
}

static MullDecisionProposal *
propose_for_broken (const MullDecisionFacts *facts)
{
  MullDecisionProposal *self;
  MullDay last_on;

  if (mull_decision_count_broken (facts, &last_on) < BROKEN_BEFORE_DECISION)
    return NULL;
  for (guint i = 0; i < facts->decisions->len; i++)
    {
      const MullDecision *decision = facts->decisions->pdata[i];

      if (mull_day_from_instant (decision->created_at, facts->zone) >= last_on)
        return NULL;
    }
  self = proposal_new (MULL_DECISION_CAUSE_SECOND_BROKEN);
  for (guint i = 0; i < facts->commitments->len; i++)
    {
      const MullCommitment *commitment = facts->commitments->pdata[i];
      MullDay day = failed_on (commitment, facts->thresholds, facts->today);
      g_autofree char *due = mull_day_format (commitment->due_on);

      if (day != MULL_DAY_NONE)
        add_reason (
            self, MULL_REASON_COMMITMENT, commitment->record.id,
            /* Translators: what they promised and the date it was due */
            g_strdup_printf (_ ("Promised and not done: %1$s, due %2$s."), commitment->words, due));
    }
  return self;
}

/**
 * mull_decision_propose:
 * @facts: of one deal
 *
 * A decision is due when a hard question has its answer, when the effort has come to the limit that
 * was set, and when they broke a second promise or a later one; each until it has been decided.
 *
 * Returns: (transfer full) (nullable): the decision to propose; %NULL if none is due
 */
MullDecisionProposal *
mull_decision_propose (const MullDecisionFacts *facts)
{
  MullDecisionProposal *self;

  g_return_val_if_fail (facts != NULL, NULL);

  if (facts->deal->outcome != MULL_OUTCOME_OPEN)
    return NULL;
  self = propose_for_question (facts);
  if (self == NULL)
    self = propose_for_stop (facts);
  if (self == NULL)
    self = propose_for_broken (facts);
  return self;
}

/**
 * mull_decision_check:
 * @quiet_until_on: until when they are left alone, if that is the choice
 * @today: the present day
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if a reason is missing, or the day of a quiet
 */
gboolean
mull_decision_check (const MullDecision *decision,
                     MullDay quiet_until_on,
                     MullDay today,
                     GError **error)
{
  const char *sentence = NULL;

  g_return_val_if_fail (decision != NULL, FALSE);

  if (decision->reason[0] == '\0')
    sentence = _ ("A decision needs a reason. Write down yours in a few words.");
  else if (decision->choice == MULL_DECISION_CHOICE_QUIET &&
           (quiet_until_on == MULL_DAY_NONE || quiet_until_on <= today))
    sentence = _ ("Say until when you leave them alone: a day after today.");
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}
