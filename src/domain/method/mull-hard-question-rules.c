/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-hard-question-rules"

#include "config.h"

#include "mull-hard-question-rules.h"

#include "mull-commitment-rules.h"
#include "mull-error.h"
#include "mull-promise-words.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* Tries to ring after which a letter may ask instead. */

/* To pick from and to make one's own; each may be answered with no. */
static const char *const models[] = {
  N_ ("Do you still want to do this?"),
  N_ ("Is there still money for this?"),
  N_ ("What has changed since we agreed on that day?"),
  N_ ("Shall I stop working on this?"),
  NULL,
};

static gboolean
refuse (GError **error, int code, const char *sentence)
{
  g_set_error_literal (error, MULL_ERROR, code, sentence);
  return FALSE;
}

/**
 * mull_hard_question_get_state:
 * @today: the present day
 *
 * Returns: where the question stands; a day that passes answers nothing, it only raises the
 *   question what came of it
 */
MullHardState
mull_hard_question_get_state (const MullHardQuestion *question, MullDay today)
{
  g_return_val_if_fail (question != NULL, MULL_HARD_STATE_DRAFT);

  if (question->outcome == MULL_HARD_OUTCOME_SILENCE)
    return MULL_HARD_STATE_SILENCE;
  if (question->outcome != MULL_HARD_OUTCOME_NONE)
    return MULL_HARD_STATE_ANSWERED;
  if (question->reading == MULL_HARD_READING_CHALLENGE)
    return MULL_HARD_STATE_CHALLENGE;
  if (question->asked_on == MULL_DAY_NONE)
    return MULL_HARD_STATE_DRAFT;
  return question->answer_by_on != MULL_DAY_NONE && question->answer_by_on < today
             ? MULL_HARD_STATE_PASSED
             : MULL_HARD_STATE_WAITING;
}

/**
 * mull_hard_question_answer_by:
 * @asked_on: when it is asked
 *
 * Returns: until when we wait for an answer unless the rep says otherwise
 */
MullDay
mull_hard_question_answer_by (MullDay asked_on, const MullThresholds *thresholds)
{
  g_return_val_if_fail (thresholds != NULL, MULL_DAY_NONE);

  return mull_day_add_working (asked_on, thresholds->answer_by_days);
}

/**
 * mull_commitment_wants_reading:
 * @questions: (element-type MullHardQuestion): the hard questions of the deal
 * @today: the present day
 *
 * Returns: whether it is time to read a promise of theirs: it is missed or was marked as broken,
 *   and no hard question is about it
 */
gboolean
mull_commitment_wants_reading (const MullCommitment *commitment,
                               GPtrArray *questions,
                               const MullThresholds *thresholds,
                               MullDay today)
{
  g_return_val_if_fail (commitment != NULL && questions != NULL, FALSE);

  if (commitment->side != MULL_SIDE_THEM)
    return FALSE;
  if (commitment->state != MULL_COMMITMENT_BROKEN &&
      mull_commitment_get_standing (commitment, thresholds, today) != MULL_STANDING_MISSED)
    return FALSE;
  for (guint i = 0; i < questions->len; i++)
    if (((const MullHardQuestion *) questions->pdata[i])->commitment_id == commitment->record.id)
      return FALSE;
  return TRUE;
}

/**
 * mull_hard_question_find_open:
 * @questions: (element-type MullHardQuestion): the hard questions of a deal, oldest first
 * @today: the present day
 *
 * Returns: (transfer none) (nullable): the newest one that is to be asked or waits for its answer
 */
const MullHardQuestion *
mull_hard_question_find_open (GPtrArray *questions, MullDay today)
{
  g_return_val_if_fail (questions != NULL, NULL);

  for (guint i = questions->len; i > 0; i--)
    switch (mull_hard_question_get_state (questions->pdata[i - 1], today))
      {
      case MULL_HARD_STATE_DRAFT:
      case MULL_HARD_STATE_WAITING:
      case MULL_HARD_STATE_PASSED:
        return questions->pdata[i - 1];
      case MULL_HARD_STATE_CHALLENGE:
      case MULL_HARD_STATE_ANSWERED:
      case MULL_HARD_STATE_SILENCE:
        break;
      }
  return NULL;
}

/**
 * mull_hard_question_find_last_asked:
 * @questions: (element-type MullHardQuestion): the hard questions of a deal, oldest first
 *
 * Returns: (transfer none) (nullable): the newest one that was put to them
 */
const MullHardQuestion *
mull_hard_question_find_last_asked (GPtrArray *questions)
{
  g_return_val_if_fail (questions != NULL, NULL);

  for (guint i = questions->len; i > 0; i--)
    if (((const MullHardQuestion *) questions->pdata[i - 1])->asked_on != MULL_DAY_NONE)
      return questions->pdata[i - 1];
  return NULL;
}

/**
 * mull_hard_question_check_asking:
 * @question: as it was asked
 * @today: the present day
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if that is no question, or one without a day
 */
gboolean
mull_hard_question_check_asking (const MullHardQuestion *question, MullDay today, GError **error)
{
  g_return_val_if_fail (question != NULL, FALSE);

  if (question->text[0] == '\0')
    return refuse (error, MULL_ERROR_INVALID,
                   _ ("A question needs words. Pick one and make it yours."));
  if (question->asked_on == MULL_DAY_NONE || question->asked_on > today)
    return refuse (error, MULL_ERROR_INVALID,
                   _ ("Write the question down when it has been asked: today or before."));
  if (question->answer_by_on == MULL_DAY_NONE || question->answer_by_on < question->asked_on)
    return refuse (error, MULL_ERROR_INVALID,
                   _ ("Say until when you wait for the answer: a day that is not before the "
                      "question."));
  return TRUE;
}

/**
 * mull_hard_question_check_outcome:
 * @outcome: what came of it
 * @today: the present day
 *
 * Returns: %FALSE with %MULL_ERROR_CONSTRAINT if that cannot be: nobody asked, it has its answer,
 *   or it is too soon to call it silence
 */
gboolean
mull_hard_question_check_outcome (const MullHardQuestion *question,
                                  MullHardOutcome outcome,
                                  MullDay today,
                                  GError **error)
{
  MullHardState state = mull_hard_question_get_state (question, today);
  g_autofree char *day = NULL;

  if (outcome == MULL_HARD_OUTCOME_NONE)
    return refuse (error, MULL_ERROR_INVALID, _ ("Say what came of the question."));
  switch (state)
    {
    case MULL_HARD_STATE_DRAFT:
      return refuse (error, MULL_ERROR_CONSTRAINT,
                     _ ("The question has not been asked yet. Ask it first."));
    case MULL_HARD_STATE_CHALLENGE:
      return refuse (error, MULL_ERROR_CONSTRAINT,
                     _ ("This promise was read as a real problem of theirs. Go on with the "
                        "roadblock, or ask a question of its own."));
    case MULL_HARD_STATE_ANSWERED:
    case MULL_HARD_STATE_SILENCE:
      g_set_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                   /* Translators: %s is what came of a question ("A no") */
                   _ ("The question has its answer: %s. Ask a new one."),
                   mull_hard_outcome_label (question->outcome));
      return FALSE;
    case MULL_HARD_STATE_WAITING:
      if (outcome != MULL_HARD_OUTCOME_SILENCE)
        return TRUE;
      day = mull_day_format (question->answer_by_on);
      g_set_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                   /* Translators: %s is a date */
                   _ ("They have time to answer until %s. It is silence when that day has passed."),
                   day);
      return FALSE;
    case MULL_HARD_STATE_PASSED:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_hard_question_list_models:
 *
 * Returns: (transfer none) (array zero-terminated=1): questions to pick from, not translated; each
 *   goes through gettext()
 */
const char *const *
mull_hard_question_list_models (void)
{
  return models;
}

/* ── Why ──────────────────────────────────────────────────────────────── */

static void
add (GPtrArray *reasons, MullReasonSource source, gint64 id, char *text)
{
  g_ptr_array_add (reasons, mull_reason_new (source, id, text));
}

static void
add_asked (GPtrArray *reasons, const MullHardQuestion *question)
{
  g_autofree char *asked = mull_day_format (question->asked_on);
  g_autofree char *by = mull_day_format (question->answer_by_on);

  /* Translators: two dates and a channel ("Call") */
  add (reasons, question->entry_id != 0 ? MULL_REASON_ENTRY : MULL_REASON_RULE, question->entry_id,
       g_strdup_printf (_ ("Asked on %1$s (%2$s), with time to answer until %3$s."), asked,
                        mull_entry_kind_label (question->channel), by));
}

/**
 * mull_hard_question_explain:
 * @today: the present day
 *
 * Returns: (transfer full) (element-type MullReason): why the question stands as it does
 */
GPtrArray *
mull_hard_question_explain (const MullHardQuestion *question,
                            const MullThresholds *thresholds,
                            MullDay today)
{
  GPtrArray *reasons = mull_reasons_new ();
  g_autofree char *day = NULL;

  g_return_val_if_fail (question != NULL && thresholds != NULL, reasons);

  if (question->commitment_id != 0)
    add (reasons, MULL_REASON_COMMITMENT, question->commitment_id,
         /* Translators: %s is how a missed promise is read: "They have a real problem" */
         g_strdup_printf (_ ("It is about a promise of theirs. Your reading: %s."),
                          mull_hard_reading_label (question->reading)));
  if (question->asked_on != MULL_DAY_NONE)
    add_asked (reasons, question);
  switch (mull_hard_question_get_state (question, today))
    {
    case MULL_HARD_STATE_DRAFT:
      add (reasons, MULL_REASON_RULE, 0, g_strdup (_ ("It has not been asked yet.")));
      break;
    case MULL_HARD_STATE_CHALLENGE:
      add (reasons, MULL_REASON_RULE, 0,
           g_strdup (_ ("A real problem is solved with them: that is a roadblock.")));
      break;
    case MULL_HARD_STATE_WAITING:
      add (reasons, MULL_REASON_RULE, 0,
           g_strdup_printf (
               ngettext ("They have %d working day to answer unless you say otherwise.",
                         "They have %d working days to answer unless you say otherwise.",
                         (gulong) thresholds->answer_by_days),
               thresholds->answer_by_days));
      break;
    case MULL_HARD_STATE_PASSED:
      add (
          reasons, MULL_REASON_RULE, 0,
          g_strdup (_ ("That day has passed. Nothing is concluded from it by itself: say what came "
                       "of it.")));
      break;
    case MULL_HARD_STATE_ANSWERED:
    case MULL_HARD_STATE_SILENCE:
      day = mull_day_format (question->outcome_on);
      add (
          reasons, MULL_REASON_RULE, 0,
          /* Translators: what came of a question ("A no") and a date */
          g_strdup_printf (_ ("%1$s, on %2$s."), mull_hard_outcome_label (question->outcome), day));
      break;
    }
  return reasons;
}
