/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-hard-question-plan"

#include "config.h"

#include "mull-hard-question-plan.h"

#include "mull-commitment-rules.h"
#include "mull-error.h"
#include "mull-hard-question-rules.h"
#include "mull-promise-words.h"

#include <glib/gi18n-lib.h>

static const char *const answer_labels[MULL_HARD_ANSWER_N] = {
  [MULL_HARD_ANSWER_PROMISE] = NC_ ("hard question", "A new promise with a day"),
  [MULL_HARD_ANSWER_NO] = NC_ ("hard question", "A no"),
  [MULL_HARD_ANSWER_BUDGET_GONE] = NC_ ("hard question", "The money is gone"),
  [MULL_HARD_ANSWER_LATER] = NC_ ("hard question", "They will answer by a day"),
  [MULL_HARD_ANSWER_IN_THE_WAY] = NC_ ("hard question", "Something is in their way"),
  [MULL_HARD_ANSWER_NOT_REACHED] = NC_ ("hard question", "Not reached"),
};

/**
 * mull_hard_answer_label:
 *
 * Returns: (transfer none): how a call with a hard question ended, in the words of the user
 */
const char *
mull_hard_answer_label (MullHardAnswer answer)
{
  g_return_val_if_fail (answer < MULL_HARD_ANSWER_N, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "hard question", answer_labels[answer]);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

/* ── Pieces ───────────────────────────────────────────────────────────── */

static void
plan_words (MullHardEffects *self, const MullDoOverCall *call)
{
  if (!has_text (call->words))
    return;
  mull_set_text (&self->question->words, call->words);
  self->words = mull_entry_words_new ();
  self->words->person_id = self->question->person_id;
  mull_set_text (&self->words->words, call->words);
}

static MullEntry *
new_entry (const MullHardQuestion *question, const MullDoOverCall *call)
{
  MullEntry *entry = mull_entry_new ();

  entry->deal_id = question->deal_id;
  entry->person_id = question->person_id;
  entry->happened_at = call->now;
  entry->happened_offset = call->offset;
  entry->written_at = call->now;
  entry->effort_min = call->minutes;
  return entry;
}

/* The missed promise: agreed anew when they promise again, broken by any other answer. */
static void
plan_commitment (MullHardEffects *self,
                 const MullCommitment *commitment,
                 const MullDoOverCall *call,
                 gboolean anew)
{
  if (anew)
    {
      self->promise = mull_commitment_new ();
      self->promise->deal_id = self->question->deal_id;
      self->promise->side = MULL_SIDE_THEM;
      self->promise->by_person_id =
          call->person_id != 0 ? call->person_id : self->question->person_id;
      self->promise->made_on = call->today;
      self->promise->due_on = call->due_on;
      mull_set_text (&self->promise->words, has_text (call->answer) ? call->answer
                                            : commitment != NULL    ? commitment->words
                                                                    : self->question->text);
    }
  if (commitment == NULL || !mull_commitment_is_open (commitment) ||
      commitment->due_on >= call->today)
    return;
  self->commitment = mull_commitment_copy (commitment);
  self->commitment->state = MULL_COMMITMENT_BROKEN;
  self->commitment->settled_on = call->today;
}

static void
set_outcome (MullHardEffects *self, MullHardOutcome outcome, const MullDoOverCall *call)
{
  self->question->outcome = outcome;
  self->question->outcome_on = call->today;
}

/* ── A call ───────────────────────────────────────────────────────────── */

static gboolean
check_call (const MullHardCall *call, GError **error)
{
  MullDay due = call->call.due_on;

  if (call->answer == MULL_HARD_ANSWER_PROMISE && due == MULL_DAY_NONE)
    return refuse (error, _ ("A promise needs a day. Say by when they promised it."));
  if (due != MULL_DAY_NONE && due < call->call.today)
    return refuse (error,
                   _ ("What comes of a call lies ahead of it. Choose today or a later day."));
  return TRUE;
}

static void
plan_call_entry (MullHardEffects *self, const MullHardCall *call)
{
  g_autoptr (GString) text = g_string_new (NULL);

  self->entry = new_entry (self->question, &call->call);
  self->entry->kind = MULL_ENTRY_CALL;
  self->entry->reached = call->answer != MULL_HARD_ANSWER_NOT_REACHED;
  self->entry->direction = self->entry->reached ? MULL_DIRECTION_BOTH : MULL_DIRECTION_OUT;
  /* Translators: first line of a call on the timeline: the question, and how the call ended */
  g_string_printf (text, _ ("Hard question: %1$s (%2$s)"), self->question->text,
                   mull_hard_answer_label (call->answer));
  mull_do_over_call_append (&call->call, text);
  mull_set_text (&self->entry->text, text->str);
}

static void
plan_script (MullHardEffects *self, const MullScript *script, const MullHardCall *call)
{
  gboolean reached = call->answer != MULL_HARD_ANSWER_NOT_REACHED;

  if (script == NULL)
    return;
  self->script = mull_script_copy (script);
  self->script->outcome = !reached ? MULL_SCRIPT_OUTCOME_NOT_REACHED
                          : call->answer == MULL_HARD_ANSWER_PROMISE ? MULL_SCRIPT_OUTCOME_PROMISED
                                                                     : MULL_SCRIPT_OUTCOME_GOT_IT;
  self->script->state = reached ? MULL_SCRIPT_CALLED : MULL_SCRIPT_DRAFT;
  self->script->tries++;
  self->script->called_at = call->call.now;
}

static void
plan_next_try (MullHardEffects *self, const MullHardCall *call)
{
  self->touch = mull_planned_touch_new ();
  self->touch->deal_id = self->question->deal_id;
  self->touch->person_id = self->question->person_id;
  self->touch->kind = MULL_ENTRY_CALL;
  self->touch->due_on = call->call.due_on != MULL_DAY_NONE
                            ? call->call.due_on
                            : mull_day_add_working (call->call.today, 1);
  mull_set_text (&self->touch->text, self->question->text);
}

static void
plan_answer (MullHardEffects *self, const MullCommitment *commitment, const MullHardCall *call)
{
  switch (call->answer)
    {
    case MULL_HARD_ANSWER_PROMISE:
      set_outcome (self, MULL_HARD_OUTCOME_NEW_PROMISE, &call->call);
      plan_commitment (self, commitment, &call->call, TRUE);
      break;
    case MULL_HARD_ANSWER_NO:
      set_outcome (self, MULL_HARD_OUTCOME_NO, &call->call);
      plan_commitment (self, commitment, &call->call, FALSE);
      break;
    case MULL_HARD_ANSWER_BUDGET_GONE:
      set_outcome (self, MULL_HARD_OUTCOME_BUDGET_GONE, &call->call);
      plan_commitment (self, commitment, &call->call, FALSE);
      break;
    case MULL_HARD_ANSWER_LATER:
      if (call->call.due_on != MULL_DAY_NONE)
        self->question->answer_by_on = call->call.due_on;
      break;
    case MULL_HARD_ANSWER_IN_THE_WAY:
      self->question->reading = MULL_HARD_READING_CHALLENGE;
      self->in_the_way = TRUE;
      break;
    case MULL_HARD_ANSWER_NOT_REACHED:
      plan_next_try (self, call);
      break;
    }
}

/**
 * mull_hard_question_plan_call:
 * @question: the question; it has not been answered
 * @commitment: (nullable): their promise that it is about
 * @script: (nullable): what was said
 * @call: how the call ended
 *
 * Works out what a call with the hard question changes. A promise of theirs whose day has passed is
 * broken by it, also when they promise anew: the new one replaces it.
 *
 * Returns: (transfer full) (nullable): the effects; %NULL with %MULL_ERROR_INVALID if the call
 *   cannot have ended so
 */
MullHardEffects *
mull_hard_question_plan_call (const MullHardQuestion *question,
                              const MullCommitment *commitment,
                              const MullScript *script,
                              const MullHardCall *call,
                              const MullThresholds *thresholds,
                              GError **error)
{
  g_autoptr (MullHardEffects) self = NULL;
  gboolean asked;

  g_return_val_if_fail (question != NULL && call != NULL && thresholds != NULL, NULL);

  if (!check_call (call, error))
    return NULL;
  self = g_new0 (MullHardEffects, 1);
  self->question = mull_hard_question_copy (question);
  asked = call->answer != MULL_HARD_ANSWER_NOT_REACHED || call->left_message;
  if (asked)
    {
      if (self->question->reading == MULL_HARD_READING_UNREAD)
        self->question->reading = MULL_HARD_READING_UNSURE;
      self->question->channel = MULL_ENTRY_CALL;
      self->question->asked_on = call->call.today;
      self->question->answer_by_on = mull_hard_question_answer_by (call->call.today, thresholds);
    }
  plan_call_entry (self, call);
  plan_words (self, &call->call);
  plan_script (self, script, call);
  plan_answer (self, commitment, call);
  if (asked && !mull_hard_question_check_asking (self->question, call->call.today, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* ── An answer that came later, or none ───────────────────────────────── */

static void
plan_outcome_entry (MullHardEffects *self, MullHardOutcome outcome, const MullDoOverCall *answer)
{
  gboolean silence = outcome == MULL_HARD_OUTCOME_SILENCE;

  self->entry = new_entry (self->question, answer);
  self->entry->kind = silence ? MULL_ENTRY_NOTE : self->question->channel;
  self->entry->direction = silence ? MULL_DIRECTION_NONE : MULL_DIRECTION_IN;
  self->entry->reached = !silence;
  mull_take_text (&self->entry->text,
                  /* Translators: an entry of the timeline: a question, and what came of it */
                  g_strdup_printf (_ ("Answer to “%1$s”: %2$s"), self->question->text,
                                   mull_hard_outcome_label (outcome)));
}

/**
 * mull_hard_question_plan_outcome:
 * @question: the question, which was asked
 * @commitment: (nullable): their promise that it is about
 * @outcome: what came of it
 * @answer: when, and what they said; @due_on and @answer of a new promise
 *
 * Works out what the answer changes. Silence is no touch of theirs; every answer is.
 *
 * Returns: (transfer full) (nullable): the effects; %NULL with an error if that cannot be
 */
MullHardEffects *
mull_hard_question_plan_outcome (const MullHardQuestion *question,
                                 const MullCommitment *commitment,
                                 MullHardOutcome outcome,
                                 const MullDoOverCall *answer,
                                 GError **error)
{
  g_autoptr (MullHardEffects) self = NULL;
  gboolean anew = outcome == MULL_HARD_OUTCOME_NEW_PROMISE;

  g_return_val_if_fail (question != NULL && answer != NULL, NULL);

  if (!mull_hard_question_check_outcome (question, outcome, answer->today, error))
    return NULL;
  if (anew && (answer->due_on == MULL_DAY_NONE || answer->due_on < answer->today))
    {
      refuse (error, _ ("A new promise needs a day that lies ahead. Say by when."));
      return NULL;
    }
  self = g_new0 (MullHardEffects, 1);
  self->question = mull_hard_question_copy (question);
  set_outcome (self, outcome, answer);
  plan_outcome_entry (self, outcome, answer);
  if (outcome != MULL_HARD_OUTCOME_SILENCE)
    plan_words (self, answer);
  plan_commitment (self, commitment, answer, anew);
  return g_steal_pointer (&self);
}

/**
 * mull_hard_effects_free:
 * @self: (transfer full): effects
 */
void
mull_hard_effects_free (MullHardEffects *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->question, mull_hard_question_unref);
  g_clear_pointer (&self->script, mull_script_unref);
  g_clear_pointer (&self->entry, mull_entry_unref);
  g_clear_pointer (&self->words, mull_entry_words_unref);
  g_clear_pointer (&self->commitment, mull_commitment_unref);
  g_clear_pointer (&self->promise, mull_commitment_unref);
  g_clear_pointer (&self->touch, mull_planned_touch_unref);
  g_free (self);
}
