/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-four-questions"

#include "config.h"

#include "mull-four-questions.h"

#include "mull-error.h"
#include "mull-reason.h"

#include <glib/gi18n-lib.h>

/* ── How an answer stands ─────────────────────────────────────────────── */

static gboolean
is_shown (const MullQualification *answer)
{
  g_autofree char *evidence = g_strstrip (g_strdup (answer->evidence));

  return *evidence != '\0' || answer->entry_id != 0;
}

static int
age_of (const MullQualification *answer, MullDay today, GTimeZone *zone)
{
  return today - mull_day_from_instant (answer->answered_at, zone);
}

/**
 * mull_four_questions_mark:
 * @answer: (nullable): the last answer to a question
 * @thresholds: the age at which a yes is hollow again
 * @today: the present day
 * @zone: the rep's time zone
 *
 * A yes counts while something shows it: words or an entry, not older than the threshold. A no and
 * a "don't know" do not fade.
 *
 * Returns: how the answer stands
 */
MullAnswerMark
mull_four_questions_mark (const MullQualification *answer,
                          const MullThresholds *thresholds,
                          MullDay today,
                          GTimeZone *zone)
{
  g_return_val_if_fail (thresholds != NULL && zone != NULL, MULL_ANSWER_UNASKED);

  if (answer == NULL)
    return MULL_ANSWER_UNASKED;
  switch (answer->answer)
    {
    case MULL_TERNARY_UNKNOWN:
      return MULL_ANSWER_UNKNOWN;
    case MULL_TERNARY_NO:
      return MULL_ANSWER_NO;
    case MULL_TERNARY_YES:
      break;
    }
  if (!is_shown (answer))
    return MULL_ANSWER_UNSHOWN;
  return age_of (answer, today, zone) > thresholds->question_age_days ? MULL_ANSWER_OLD
                                                                      : MULL_ANSWER_YES;
}

/**
 * mull_answer_mark_is_hollow:
 *
 * Returns: whether @mark is a yes that does not count
 */
gboolean
mull_answer_mark_is_hollow (MullAnswerMark mark)
{
  return mark == MULL_ANSWER_UNSHOWN || mark == MULL_ANSWER_OLD;
}

static gboolean
any_is (MullQualification *const *answers, MullTernary wanted)
{
  for (int i = 0; i < MULL_N_QUESTIONS; i++)
    if (answers[i] != NULL && answers[i]->answer == wanted)
      return TRUE;
  return FALSE;
}

/**
 * mull_four_questions_any_no:
 * @answers: (array fixed-size=4): the last answer to each question, or %NULL
 *
 * Returns: whether one of them is a no: fix it, leave them alone, or walk away
 */
gboolean
mull_four_questions_any_no (MullQualification *const *answers)
{
  g_return_val_if_fail (answers != NULL, FALSE);

  return any_is (answers, MULL_TERNARY_NO);
}

/**
 * mull_four_questions_is_unqualified:
 * @answers: (array fixed-size=4): the last answer to each question, or %NULL
 *
 * A deal of which nothing was asked is not called so: the questions are a way of working, and not
 * a duty.
 *
 * Returns: whether a question was answered with no or "don't know"
 */
gboolean
mull_four_questions_is_unqualified (MullQualification *const *answers)
{
  g_return_val_if_fail (answers != NULL, FALSE);

  return any_is (answers, MULL_TERNARY_NO) || any_is (answers, MULL_TERNARY_UNKNOWN);
}

/* ── Stages ───────────────────────────────────────────────────────────── */

static gboolean
is_first (GPtrArray *stages, const MullStage *stage)
{
  return stages->len > 0 &&
         ((MullStage *) g_ptr_array_index (stages, 0))->record.id == stage->record.id;
}

/**
 * mull_four_questions_needs_reason:
 * @answers: (array fixed-size=4): the last answer to each question, or %NULL
 * @stages: (element-type MullStage): of the pipeline that the deal is in, in order
 * @from: where it is
 * @to: where it goes, of that or another pipeline
 *
 * The first stage is the one in which a deal is qualified. Past it with a no is a decision.
 *
 * Returns: whether that move needs a written reason
 */
gboolean
mull_four_questions_needs_reason (MullQualification *const *answers,
                                  GPtrArray *stages,
                                  const MullStage *from,
                                  const MullStage *to)
{
  g_return_val_if_fail (answers != NULL && stages != NULL, FALSE);

  return from->record.id != to->record.id && is_first (stages, from) &&
         mull_four_questions_any_no (answers);
}

/**
 * mull_four_questions_count_stale:
 * @answers: (array fixed-size=4): the last answer to each question, or %NULL
 * @stages: (element-type MullStage): of the pipeline that the deal is in, in order
 * @stage: where it is
 * @since_at: since when, microseconds UTC
 *
 * The questions are asked again in every later stage.
 *
 * Returns: how many of those that were answered before have not been asked again in @stage
 */
int
mull_four_questions_count_stale (MullQualification *const *answers,
                                 GPtrArray *stages,
                                 const MullStage *stage,
                                 gint64 since_at)
{
  int n = 0;

  g_return_val_if_fail (answers != NULL && stages != NULL && stage != NULL, 0);

  for (int i = 0; i < MULL_N_QUESTIONS && !is_first (stages, stage); i++)
    n += answers[i] != NULL && answers[i]->answered_at < since_at;
  return n;
}

/* ── What may be stored ───────────────────────────────────────────────── */

/**
 * mull_four_questions_check:
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if there is no such question
 */
gboolean
mull_four_questions_check (const MullQualification *answer, GError **error)
{
  g_return_val_if_fail (answer != NULL, FALSE);

  if (answer->question >= 1 && answer->question <= MULL_N_QUESTIONS)
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("There are four questions. Choose one from 1 to %d, not %d."), MULL_N_QUESTIONS,
               answer->question);
  return FALSE;
}

/**
 * mull_four_questions_fill_hole:
 * @hole: a new hole
 * @question: 1 to 4
 *
 * Writes down that we do not know the answer: "don't know" is not a yes.
 */
void
mull_four_questions_fill_hole (MullHole *hole, int question)
{
  g_return_if_fail (hole != NULL && question >= 1 && question <= MULL_N_QUESTIONS);

  hole->kind = MULL_HOLE_QUESTION;
  hole->source = MULL_HOLE_SOURCE_FOUR_QUESTIONS;
  hole->question = question;
  mull_set_text (&hole->text, mull_question_text (question));
  mull_set_text (&hole->why, _ ("We do not know, and that is not a yes."));
}

/* ── Words ────────────────────────────────────────────────────────────── */

static const char *const names[MULL_N_QUESTIONS] = {
  /* Translators: the four questions, as short as can be */
  N_ ("The right customer for us?"),
  N_ ("A real problem, and urgent?"),
  N_ ("Is ours the better answer?"),
  N_ ("Do they take us seriously?"),
};

static const char *const texts[MULL_N_QUESTIONS] = {
  N_ ("Are they the right kind of customer for us?"),
  N_ ("Is their problem real, and urgent to them?"),
  N_ ("Is our answer clearly better for them?"),
  N_ ("Do they take us seriously as a choice?"),
};

static const char *const prompts[MULL_N_QUESTIONS] = {
  /* Translators: what to write down as evidence for each of the four questions */
  N_ ("Which trait shows it, and which deal that we won was like this one?"),
  N_ ("In their words: what happens if they do nothing, and by when?"),
  N_ ("Which difference have they named themselves?"),
  N_ ("What did they do that shows it? A promise they kept counts most."),
};

/**
 * mull_question_name:
 * @question: 1 to 4
 *
 * Returns: (transfer none): the question, as short as can be
 */
const char *
mull_question_name (int question)
{
  g_return_val_if_fail (question >= 1 && question <= MULL_N_QUESTIONS, "");

  return _ (names[question - 1]);
}

/**
 * mull_question_text:
 * @question: 1 to 4
 *
 * Returns: (transfer none): the question
 */
const char *
mull_question_text (int question)
{
  g_return_val_if_fail (question >= 1 && question <= MULL_N_QUESTIONS, "");

  return _ (texts[question - 1]);
}

/**
 * mull_question_prompt:
 * @question: 1 to 4
 *
 * Returns: (transfer none): what shows a yes
 */
const char *
mull_question_prompt (int question)
{
  g_return_val_if_fail (question >= 1 && question <= MULL_N_QUESTIONS, "");

  return _ (prompts[question - 1]);
}

static const char *const mark_labels[] = {
  [MULL_ANSWER_UNASKED] = NC_ ("answer mark", "not asked"),
  [MULL_ANSWER_UNKNOWN] = NC_ ("answer mark", "not known"),
  [MULL_ANSWER_NO] = NC_ ("answer mark", "no"),
  [MULL_ANSWER_UNSHOWN] = NC_ ("answer mark", "yes, but nothing shows it"),
  [MULL_ANSWER_OLD] = NC_ ("answer mark", "yes, but it is old"),
  [MULL_ANSWER_YES] = NC_ ("answer mark", "yes"),
};

/**
 * mull_answer_mark_label:
 *
 * Returns: (transfer none): how an answer stands, in words
 */
const char *
mull_answer_mark_label (MullAnswerMark mark)
{
  g_return_val_if_fail ((guint) mark < G_N_ELEMENTS (mark_labels), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "answer mark", mark_labels[mark]);
}

static void
take_rule (GPtrArray *reasons, char *text)
{
  g_ptr_array_add (reasons, mull_reason_new (MULL_REASON_RULE, 0, text));
}

static void
explain_age (GPtrArray *reasons, const MullThresholds *thresholds, int age)
{
  g_autofree char *limit =
      mull_threshold_unit_format (MULL_THRESHOLD_DAYS, thresholds->question_age_days);

  take_rule (reasons,
             /* Translators: %2$s is a number of days with its unit. */
             g_strdup_printf (ngettext ("The answer is %1$d day old; a yes counts for %2$s.",
                                        "The answer is %1$d days old; a yes counts for %2$s.",
                                        (gulong) age),
                              age, limit));
}

/**
 * mull_four_questions_explain:
 * @answer: (nullable): the last answer to the question
 * @question: 1 to 4
 *
 * Returns: (transfer full) (element-type MullReason): why its mark is what it is
 */
GPtrArray *
mull_four_questions_explain (const MullQualification *answer,
                             int question,
                             const MullThresholds *thresholds,
                             MullDay today,
                             GTimeZone *zone)
{
  GPtrArray *reasons = mull_reasons_new ();
  MullAnswerMark mark = mull_four_questions_mark (answer, thresholds, today, zone);
  g_autofree char *day = NULL;

  if (answer == NULL)
    {
      take_rule (reasons, g_strdup (_ ("Nobody has answered it yet.")));
      return reasons;
    }
  day = mull_day_format (mull_day_from_instant (answer->answered_at, zone));
  /* Translators: %1$s is a question, %2$s "yes" or "no", %3$s a date. */
  take_rule (reasons,
             g_strdup_printf (_ ("“%1$s” was answered on %3$s: %2$s."),
                              mull_question_text (question), mull_answer_mark_label (mark), day));
  if (answer->evidence[0] != '\0' || answer->entry_id != 0)
    g_ptr_array_add (
        reasons, mull_reason_new (answer->entry_id != 0 ? MULL_REASON_ENTRY : MULL_REASON_RULE,
                                  answer->entry_id,
                                  answer->evidence[0] != '\0'
                                      /* Translators: %s is what the user wrote as evidence. */
                                      ? g_strdup_printf (_ ("What shows it: %s"), answer->evidence)
                                      : g_strdup (_ ("An entry of the timeline shows it."))));
  else if (answer->answer == MULL_TERNARY_YES)
    take_rule (reasons, g_strdup (_ ("Nothing is written down that shows it.")));
  if (answer->answer == MULL_TERNARY_YES)
    explain_age (reasons, thresholds, age_of (answer, today, zone));
  return reasons;
}
