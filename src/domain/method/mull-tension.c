/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-tension"

#include "config.h"

#include "mull-tension.h"

#include "mull-reason.h"
#include "mull-roadblock-rules.h"

#include <glib/gi18n-lib.h>

/**
 * mull_tension_somebody_answers:
 *
 * Returns: whether a living person is there: not silent, and heard at all
 */
gboolean
mull_tension_somebody_answers (MullMoveState state)
{
  switch (state)
    {
    case MULL_MOVE_MEETING_SET:
    case MULL_MOVE_WE_OWE:
    case MULL_MOVE_OURS:
    case MULL_MOVE_THEIRS:
    case MULL_MOVE_AWAY:
    case MULL_MOVE_QUIET:
      return TRUE;
    case MULL_MOVE_CLOSED:
    case MULL_MOVE_NEVER_HEARD:
    case MULL_MOVE_DARK:
    case MULL_MOVE_FADING:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_tension_has_reason:
 * @roadblock: (nullable): the open roadblock
 *
 * Returns: whether there is a reason that could be removed: they said "because", or we know or at
 *   least guess what is underneath
 */
gboolean
mull_tension_has_reason (const MullRoadblock *roadblock)
{
  return roadblock != NULL && roadblock->outcome == MULL_ROADBLOCK_OPEN &&
         roadblock->said_no != MULL_SAID_NO_NO &&
         (roadblock->said_no == MULL_SAID_NO_BECAUSE || *roadblock->underlying != '\0');
}

/* The hard question was asked; what now? */
static MullAdvice
decide_after_question (const MullTensionFacts *facts, gboolean silent, MullDay today)
{
  const MullHardQuestion *question = facts->question;

  switch (question->outcome)
    {
    case MULL_HARD_OUTCOME_NO:
      return MULL_ADVICE_CLOSE;
    case MULL_HARD_OUTCOME_BUDGET_GONE:
    case MULL_HARD_OUTCOME_SILENCE:
      return MULL_ADVICE_DECIDE;
    case MULL_HARD_OUTCOME_NEW_PROMISE:
      /* Older promises were asked about; this one holds so far. */
      return silent || facts->theirs_missed_since_question > 0 ? MULL_ADVICE_DECIDE
                                                               : MULL_ADVICE_NONE;
    case MULL_HARD_OUTCOME_NONE:
      break;
    }
  return question->answer_by_on != MULL_DAY_NONE && question->answer_by_on < today
             ? MULL_ADVICE_DECIDE
             : MULL_ADVICE_WAIT;
}

/* Silence, or promises that broke, and nobody gave a reason. */
static MullAdvice
decide_without_reason (const MullTensionFacts *facts, MullDay today)
{
  gboolean silent = facts->state == MULL_MOVE_DARK || facts->state == MULL_MOVE_FADING;
  gboolean asked = facts->question != NULL && facts->question->asked_on != MULL_DAY_NONE;

  if (asked &&
      (silent || facts->theirs_missed > 0 || facts->question->outcome == MULL_HARD_OUTCOME_NO))
    return decide_after_question (facts, silent, today);
  return silent || facts->theirs_missed > 0 ? MULL_ADVICE_HARD_QUESTION : MULL_ADVICE_NONE;
}

/**
 * mull_tension_decide:
 * @today: the present day
 *
 * Decides how to go on. In this order: whoever asked for quiet is left alone; our own overdue
 * promise comes before anything that they owe; a roadblock is worth the effort while somebody
 * answers, there is a reason that can be removed, and neither the rep's own belief nor the second
 * or fourth of the four questions says no; silence, or promises that break without a reason, get
 * one hard question, and then a decision.
 *
 * Returns: what to do
 */
MullAdvice
mull_tension_decide (const MullTensionFacts *facts, MullDay today)
{
  const MullRoadblock *roadblock = facts->roadblock;

  switch (facts->state)
    {
    case MULL_MOVE_CLOSED:
      return MULL_ADVICE_NONE;
    case MULL_MOVE_QUIET:
    case MULL_MOVE_AWAY:
      return MULL_ADVICE_LEAVE_ALONE;
    case MULL_MOVE_WE_OWE:
      return MULL_ADVICE_OWN_IT;
    case MULL_MOVE_MEETING_SET:
    case MULL_MOVE_NEVER_HEARD:
    case MULL_MOVE_DARK:
    case MULL_MOVE_FADING:
    case MULL_MOVE_OURS:
    case MULL_MOVE_THEIRS:
      break;
    }
  if (roadblock != NULL && roadblock->outcome == MULL_ROADBLOCK_OPEN)
    {
      if (roadblock->said_no == MULL_SAID_NO_NO)
        return MULL_ADVICE_CLOSE;
      if (mull_roadblock_offers_walk_away (roadblock, facts->problem, facts->serious))
        return MULL_ADVICE_WALK_AWAY;
      if (mull_tension_somebody_answers (facts->state) &&
          (mull_tension_has_reason (roadblock) || facts->theirs_missed == 0))
        return MULL_ADVICE_ROADBLOCK;
    }
  return decide_without_reason (facts, today);
}

static void
add (GPtrArray *reasons, MullReasonSource source, gint64 id, const char *text)
{
  g_ptr_array_add (reasons, mull_reason_new (source, id, g_strdup (text)));
}

static void
explain_roadblock (const MullTensionFacts *facts, GPtrArray *reasons)
{
  gint64 id = facts->roadblock->record.id;

  if (mull_tension_has_reason (facts->roadblock))
    add (reasons, MULL_REASON_ROADBLOCK, id,
         _ ("Somebody answers, and there is a reason that can be removed. Go to great lengths."));
  else
    add (reasons, MULL_REASON_ROADBLOCK, id,
         _ ("Somebody answers, but the reason is not known yet. Ask for it."));
}

static void
explain_walk_away (const MullTensionFacts *facts, GPtrArray *reasons)
{
  if (facts->roadblock->believe == MULL_TERNARY_NO)
    add (reasons, MULL_REASON_ROADBLOCK, facts->roadblock->record.id,
         _ ("You do not believe in this. Walking away is a decision, too."));
  if (facts->problem == MULL_TERNARY_NO)
    add (reasons, MULL_REASON_QUALIFICATION, 2, _ ("They have no real problem that is urgent."));
  if (facts->serious == MULL_TERNARY_NO)
    add (reasons, MULL_REASON_QUALIFICATION, 4, _ ("We are no serious alternative to them."));
}

static void
explain_silence (const MullTensionFacts *facts, GPtrArray *reasons)
{
  if (facts->theirs_missed > 0)
    g_ptr_array_add (
        reasons, mull_reason_new (
                     MULL_REASON_RULE, 0,
                     g_strdup_printf (
                         ngettext ("%d promise of theirs was missed, and no reason was given.",
                                   "%d promises of theirs were missed, and no reason was given.",
                                   (gulong) facts->theirs_missed),
                         facts->theirs_missed)));
  if (!mull_tension_somebody_answers (facts->state))
    add (reasons, MULL_REASON_RULE, 0,
         _ ("Nobody answers. Only a hard question, asked once, brings an answer or an end."));
  if (facts->question != NULL && facts->question->asked_on != MULL_DAY_NONE)
    {
      g_autofree char *day = mull_day_format (facts->question->asked_on);

      g_ptr_array_add (
          reasons,
          mull_reason_new (MULL_REASON_HARD_QUESTION, facts->question->record.id,
                           /* Translators: the argument is a date */
                           g_strdup_printf (_ ("The hard question was asked on %s."), day)));
    }
}

/**
 * mull_tension_explain:
 * @today: the present day
 *
 * Returns: (transfer full) (element-type MullReason): why mull_tension_decide() says what it says
 */
GPtrArray *
mull_tension_explain (const MullTensionFacts *facts, MullDay today)
{
  GPtrArray *reasons = mull_reasons_new ();

  switch (mull_tension_decide (facts, today))
    {
    case MULL_ADVICE_NONE:
      break;
    case MULL_ADVICE_LEAVE_ALONE:
      add (reasons, MULL_REASON_RULE, 0, _ ("They asked to be left alone, or are away."));
      break;
    case MULL_ADVICE_OWN_IT:
      add (reasons, MULL_REASON_RULE, 0,
           _ ("A promise of ours is overdue. It comes before anything that they owe us."));
      break;
    case MULL_ADVICE_WALK_AWAY:
      explain_walk_away (facts, reasons);
      break;
    case MULL_ADVICE_CLOSE:
      add (reasons, MULL_REASON_RULE, 0, _ ("They said no. That is an answer."));
      break;
    case MULL_ADVICE_ROADBLOCK:
      explain_roadblock (facts, reasons);
      break;
    case MULL_ADVICE_HARD_QUESTION:
    case MULL_ADVICE_WAIT:
    case MULL_ADVICE_DECIDE:
      explain_silence (facts, reasons);
      break;
    }
  return reasons;
}

/**
 * mull_advice_label:
 *
 * Returns: (transfer none): what to do, as a short sentence
 */
const char *
mull_advice_label (MullAdvice advice)
{
  static const char *const labels[] = {
    [MULL_ADVICE_NONE] = "",
    [MULL_ADVICE_LEAVE_ALONE] = N_ ("Leave them alone."),
    [MULL_ADVICE_OWN_IT] = N_ ("Own our promise first."),
    [MULL_ADVICE_WALK_AWAY] = N_ ("Think about walking away."),
    [MULL_ADVICE_CLOSE] = N_ ("Close it with what they said."),
    [MULL_ADVICE_ROADBLOCK] = N_ ("Remove the roadblock."),
    [MULL_ADVICE_HARD_QUESTION] = N_ ("Ask the hard question."),
    [MULL_ADVICE_WAIT] = N_ ("Give them the time to answer."),
    [MULL_ADVICE_DECIDE] = N_ ("Decide: go on, walk away, or quiet."),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == MULL_ADVICE_N);
  g_return_val_if_fail (advice < G_N_ELEMENTS (labels), "");
  return *labels[advice] != '\0' ? _ (labels[advice]) : "";
}
