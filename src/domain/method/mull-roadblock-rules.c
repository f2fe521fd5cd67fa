/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-rules"

#include "config.h"

#include "mull-roadblock-rules.h"

#include "mull-error.h"
#include "mull-reason.h"

#include <glib/gi18n-lib.h>

/* ── Flags ────────────────────────────────────────────────────────────── */

/**
 * mull_roadblock_count_top:
 * @n_deals: how many deals compare by their value
 * @share: #MullThresholds.top_share
 *
 * Returns: how many of them are among the largest @share per cent; none where one alone would be
 *   more than that: the only deal is not a large one
 */
gint64
mull_roadblock_count_top (gint64 n_deals, int share)
{
  return n_deals / 100 * share + n_deals % 100 * share / 100;
}

/**
 * mull_roadblock_get_age:
 *
 * Returns: how many days ago they said it, never less than 0; counted to its end once it has one
 */
int
mull_roadblock_get_age (const MullRoadblock *roadblock, MullDay today)
{
  MullDay end = roadblock->outcome_on != MULL_DAY_NONE ? roadblock->outcome_on : today;

  return MAX (end - roadblock->symptom_on, 0);
}

/**
 * mull_roadblock_is_struck:
 *
 * Returns: whether the symptom no longer counts, because they confirmed the reason underneath
 */
gboolean
mull_roadblock_is_struck (const MullRoadblock *roadblock)
{
  return roadblock->truth == MULL_TRUTH_CONFIRMED && *roadblock->underlying != '\0';
}

/**
 * mull_roadblock_is_symptom_only:
 *
 * Returns: whether the reason has been a guess of ours for more working days than it may be
 */
gboolean
mull_roadblock_is_symptom_only (const MullRoadblock *roadblock,
                                const MullThresholds *thresholds,
                                MullDay today)
{
  return roadblock->outcome == MULL_ROADBLOCK_OPEN && roadblock->truth == MULL_TRUTH_GUESS &&
         roadblock->symptom_on < today &&
         mull_day_working_between (roadblock->symptom_on, today) > thresholds->symptom_days;
}

/**
 * mull_roadblock_is_held_alone:
 * @n_helps: how many people were asked for help
 * @top_share: whether the deal is among the largest
 *
 * Returns: whether the rep holds it alone, and should not
 */
gboolean
mull_roadblock_is_held_alone (const MullRoadblock *roadblock,
                              guint n_helps,
                              gboolean top_share,
                              const MullThresholds *thresholds,
                              MullDay today)
{
  return roadblock->outcome == MULL_ROADBLOCK_OPEN && n_helps == 0 &&
         (top_share || mull_roadblock_get_age (roadblock, today) > thresholds->alone_days);
}

/**
 * mull_roadblock_is_second_hand:
 * @answers: (element-type MullRoadblockAnswer): the ladder of questions
 *
 * Returns: whether there are answers, and every one of them was relayed
 */
gboolean
mull_roadblock_is_second_hand (GPtrArray *answers)
{
  guint n = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      const MullRoadblockAnswer *answer = g_ptr_array_index (answers, i);

      if (*answer->answer == '\0')
        continue;
      if (answer->source != MULL_ANSWER_RELAYED)
        return FALSE;
      n++;
    }
  return n > 0;
}

/**
 * mull_roadblock_offers_walk_away:
 * @problem: the last answer to the second question
 * @serious: the last answer to the fourth question
 *
 * Returns: whether walking away is offered: the rep does not believe in it, or they have no
 *   urgent problem, or we are no serious alternative to them
 */
gboolean
mull_roadblock_offers_walk_away (const MullRoadblock *roadblock,
                                 MullTernary problem,
                                 MullTernary serious)
{
  return roadblock->outcome == MULL_ROADBLOCK_OPEN &&
         (roadblock->believe == MULL_TERNARY_NO || problem == MULL_TERNARY_NO ||
          serious == MULL_TERNARY_NO);
}

/**
 * mull_roadblock_judge:
 * @thresholds: the rep's
 * @today: the present day
 *
 * Returns: all that is worth saying about a roadblock; nothing once it has an outcome
 */
MullRoadblockFlags
mull_roadblock_judge (const MullRoadblockFacts *facts,
                      const MullThresholds *thresholds,
                      MullDay today)
{
  const MullRoadblock *roadblock = facts->roadblock;
  MullRoadblockFlags flags = MULL_ROADBLOCK_NO_FLAGS;

  if (roadblock->outcome != MULL_ROADBLOCK_OPEN)
    return flags;
  if (mull_roadblock_is_symptom_only (roadblock, thresholds, today))
    flags |= MULL_ROADBLOCK_SYMPTOM_ONLY;
  if (mull_roadblock_is_held_alone (roadblock, facts->helps->len, facts->top_share, thresholds,
                                    today))
    flags |= MULL_ROADBLOCK_ALONE;
  if (mull_roadblock_is_second_hand (facts->answers))
    flags |= MULL_ROADBLOCK_SECOND_HAND;
  if (mull_roadblock_offers_walk_away (roadblock, facts->problem, facts->serious))
    flags |= MULL_ROADBLOCK_WALK_AWAY;
  return flags;
}

/**
 * mull_roadblock_flag_label:
 * @flag: one of the flags
 *
 * Returns: (transfer none): what a badge says
 */
const char *
mull_roadblock_flag_label (MullRoadblockFlags flag)
{
  switch (flag)
    {
    case MULL_ROADBLOCK_SYMPTOM_ONLY:
      /* Translators: a badge on a roadblock: only their words are known, not the reason underneath
       */
      return _ ("Symptom only");
    case MULL_ROADBLOCK_ALONE:
      return _ ("You are holding this alone");
    case MULL_ROADBLOCK_SECOND_HAND:
      return _ ("Second-hand only");
    case MULL_ROADBLOCK_WALK_AWAY:
      return _ ("Worth walking away?");
    case MULL_ROADBLOCK_NO_FLAGS:
      return "";
    }
  return "";
}

static void
add_reason (GPtrArray *reasons, const MullRoadblock *roadblock, char *text)
{
  g_ptr_array_add (reasons, mull_reason_new (MULL_REASON_ROADBLOCK, roadblock->record.id, text));
}

static void
explain_alone (const MullRoadblockFacts *facts,
               const MullThresholds *thresholds,
               MullDay today,
               GPtrArray *reasons)
{
  int age = mull_roadblock_get_age (facts->roadblock, today);

  if (age > thresholds->alone_days)
    add_reason (
        reasons, facts->roadblock,
        g_strdup_printf (ngettext ("Nobody was asked for help in %d day. Do not hold this alone.",
                                   "Nobody was asked for help in %d days. Do not hold this alone.",
                                   (gulong) age),
                         age));
  else
    add_reason (reasons, facts->roadblock,
                g_strdup_printf (_ ("The deal is among the largest %d %%, and nobody was asked for "
                                    "help. Do not hold this alone."),
                                 thresholds->top_share));
}

static void
explain_walk_away (const MullRoadblockFacts *facts, GPtrArray *reasons)
{
  if (facts->roadblock->believe == MULL_TERNARY_NO)
    add_reason (reasons, facts->roadblock,
                g_strdup (_ ("You do not believe in this. Walking away is a decision, too.")));
  if (facts->problem == MULL_TERNARY_NO)
    g_ptr_array_add (
        reasons,
        mull_reason_new (MULL_REASON_QUALIFICATION, 2,
                         g_strdup (_ ("They have no real problem that is urgent to them (question "
                                      "2). No roadblock is worth removing for that."))));
  if (facts->serious == MULL_TERNARY_NO)
    g_ptr_array_add (
        reasons,
        mull_reason_new (MULL_REASON_QUALIFICATION, 4,
                         g_strdup (_ ("We are no serious alternative to them (question 4). "
                                      "The roadblock is not what stops them."))));
}

/**
 * mull_roadblock_explain:
 * @thresholds: the rep's
 * @today: the present day
 *
 * Returns: (transfer full) (element-type MullReason): why each flag of mull_roadblock_judge() is
 *   set, in their order, with what to do about it
 */
GPtrArray *
mull_roadblock_explain (const MullRoadblockFacts *facts,
                        const MullThresholds *thresholds,
                        MullDay today)
{
  GPtrArray *reasons = mull_reasons_new ();
  MullRoadblockFlags flags = mull_roadblock_judge (facts, thresholds, today);
  const MullRoadblock *roadblock = facts->roadblock;

  if (flags & MULL_ROADBLOCK_SYMPTOM_ONLY)
    {
      int days = mull_day_working_between (roadblock->symptom_on, today);

      add_reason (reasons, roadblock,
                  g_strdup_printf (ngettext ("The reason has been a guess for %d working day. Ask "
                                             "the person who holds it.",
                                             "The reason has been a guess for %d working days. Ask "
                                             "the person who holds it.",
                                             (gulong) days),
                                   days));
    }
  if (flags & MULL_ROADBLOCK_ALONE)
    explain_alone (facts, thresholds, today, reasons);
  if (flags & MULL_ROADBLOCK_SECOND_HAND)
    add_reason (reasons, roadblock,
                g_strdup (_ ("Every answer was passed on by somebody else. Get on the phone with "
                             "them together.")));
  if (flags & MULL_ROADBLOCK_WALK_AWAY)
    explain_walk_away (facts, reasons);
  return reasons;
}

/* ── Steps ────────────────────────────────────────────────────────────── */

/**
 * mull_roadblock_step_is_done:
 *
 * Returns: whether a step has what it asks for
 */
gboolean
mull_roadblock_step_is_done (const MullRoadblockFacts *facts, MullRoadblockStep step)
{
  const MullRoadblock *roadblock = facts->roadblock;

  switch (step)
    {
    case MULL_ROADBLOCK_STEP_SYMPTOM:
      return *roadblock->symptom != '\0';
    case MULL_ROADBLOCK_STEP_NO:
      return roadblock->said_no != MULL_SAID_NO_UNASKED;
    case MULL_ROADBLOCK_STEP_ASK:
      for (guint i = 0; i < facts->answers->len; i++)
        {
          const MullRoadblockAnswer *answer = g_ptr_array_index (facts->answers, i);

          if (*answer->answer != '\0' && answer->source == MULL_ANSWER_HEARD)
            return TRUE;
        }
      return FALSE;
    case MULL_ROADBLOCK_STEP_CAUSE:
      return mull_roadblock_is_struck (roadblock);
    case MULL_ROADBLOCK_STEP_TAKES:
      return *roadblock->takes != '\0';
    case MULL_ROADBLOCK_STEP_HELP:
      return facts->helps->len > 0;
    case MULL_ROADBLOCK_STEP_BRING_BACK:
      return facts->brought_back;
    case MULL_ROADBLOCK_STEP_OUTCOME:
      return roadblock->outcome != MULL_ROADBLOCK_OPEN;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_roadblock_get_step:
 *
 * Returns: the first step that is not done. A no that was said needs no reason: it leads straight
 *   to the outcome
 */
MullRoadblockStep
mull_roadblock_get_step (const MullRoadblockFacts *facts)
{
  if (facts->roadblock->said_no == MULL_SAID_NO_NO)
    return MULL_ROADBLOCK_STEP_OUTCOME;
  for (guint step = 0; step < MULL_ROADBLOCK_N_STEPS; step++)
    if (!mull_roadblock_step_is_done (facts, (MullRoadblockStep) step))
      return (MullRoadblockStep) step;
  return MULL_ROADBLOCK_STEP_OUTCOME;
}

/**
 * mull_roadblock_step_label:
 *
 * Returns: (transfer none): what a step is called
 */
const char *
mull_roadblock_step_label (MullRoadblockStep step)
{
  static const char *const labels[] = {
    /* Translators: the steps of removing a roadblock */
    N_ ("What they said"), N_ ("Was it a no?"), N_ ("Ask"),           N_ ("The reason underneath"),
    N_ ("What it takes"),  N_ ("Help"),         N_ ("Bring it back"), N_ ("Outcome"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == MULL_ROADBLOCK_N_STEPS);
  g_return_val_if_fail (step < G_N_ELEMENTS (labels), "");
  return _ (labels[step]);
}

/**
 * mull_roadblock_step_prompt:
 *
 * Returns: (transfer none): the one question that a step asks
 */
const char *
mull_roadblock_step_prompt (MullRoadblockStep step)
{
  static const char *const prompts[] = {
    N_ ("What exactly did they say? Write their words."),
    N_ ("Did they say no, or did they say it is not happening because of something?"),
    N_ ("Whose reason is it? Ask until you reach the person who holds it."),
    N_ ("They cannot go forward because they do not know how to…"),
    N_ ("What would remove it, and who on our side can?"),
    N_ ("Who else knows? Do not hold this alone."),
    N_ ("Call them with it."),
    N_ ("What became of it?"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (prompts) == MULL_ROADBLOCK_N_STEPS);
  g_return_val_if_fail (step < G_N_ELEMENTS (prompts), "");
  return _ (prompts[step]);
}

/**
 * mull_roadblock_next_prompt:
 *
 * Returns: (transfer none): what to do next: the question of the step that it waits at, or what is
 *   still to be heard about an answer
 */
const char *
mull_roadblock_next_prompt (const MullRoadblockFacts *facts)
{
  MullRoadblockStep step = mull_roadblock_get_step (facts);

  if (step == MULL_ROADBLOCK_STEP_CAUSE && *facts->roadblock->underlying != '\0')
    return _ ("Ask them whether that is the reason, and write down that they confirmed it.");
  return mull_roadblock_step_prompt (step);
}

/* ── Changes ──────────────────────────────────────────────────────────── */

/**
 * mull_roadblock_set_truth:
 * @roadblock: under construction
 * @truth: how well the reason is known now
 * @today: the present day
 *
 * Says how well the reason is known; remembers when they confirmed it.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if there is no reason that they could have confirmed
 */
gboolean
mull_roadblock_set_truth (MullRoadblock *roadblock, MullTruth truth, MullDay today, GError **error)
{
  if (truth != MULL_TRUTH_GUESS && *roadblock->underlying == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Write the reason underneath in one sentence first."));
      return FALSE;
    }
  roadblock->truth = truth;
  if (truth != MULL_TRUTH_CONFIRMED)
    roadblock->confirmed_on = MULL_DAY_NONE;
  else if (roadblock->confirmed_on == MULL_DAY_NONE)
    roadblock->confirmed_on = today;
  return TRUE;
}

/**
 * mull_roadblock_settle:
 * @roadblock: under construction
 * @outcome: what became of it; %MULL_ROADBLOCK_OPEN opens it again
 * @lesson: (nullable): what was learnt; %NULL leaves it as it is
 * @today: the present day
 *
 * Gives a roadblock its outcome.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID for a real no while nobody asked whether it was one
 */
gboolean
mull_roadblock_settle (MullRoadblock *roadblock,
                       MullRoadblockOutcome outcome,
                       const char *lesson,
                       MullDay today,
                       GError **error)
{
  if (outcome == MULL_ROADBLOCK_REAL_NO && roadblock->said_no != MULL_SAID_NO_NO)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Nobody is on record with a no. If they said it, say so under “Was "
                              "it a no?” first."));
      return FALSE;
    }
  roadblock->outcome = outcome;
  roadblock->outcome_on = outcome == MULL_ROADBLOCK_OPEN ? MULL_DAY_NONE : today;
  if (lesson != NULL)
    mull_set_text (&roadblock->lesson, lesson);
  return TRUE;
}

/* ── Measures ─────────────────────────────────────────────────────────── */

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * mull_roadblock_measure:
 * @measures: (out caller-allocates): the figures; those about deals are left 0
 * @roadblocks: (element-type MullRoadblock): all of them
 *
 * Counts what became of the roadblocks, and how long it took to learn the reason.
 */
void
mull_roadblock_measure (MullRoadblockMeasures *measures, GPtrArray *roadblocks)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  *measures = (MullRoadblockMeasures){ .n = roadblocks->len, .median_days = -1 };
  for (guint i = 0; i < roadblocks->len; i++)
    {
      const MullRoadblock *roadblock = g_ptr_array_index (roadblocks, i);
      gboolean confirmed = roadblock->confirmed_on != MULL_DAY_NONE;

      switch (roadblock->outcome)
        {
        case MULL_ROADBLOCK_OPEN:
          measures->n_open++;
          break;
        case MULL_ROADBLOCK_REMOVED:
        case MULL_ROADBLOCK_WORKED_AROUND:
          measures->n_removed++;
          break;
        case MULL_ROADBLOCK_REAL_NO:
          measures->n_real_no++;
          break;
        case MULL_ROADBLOCK_ANOTHER_BEHIND:
          break;
        }
      if (confirmed)
        {
          int took = MAX (roadblock->confirmed_on - roadblock->symptom_on, 0);

          measures->n_confirmed++;
          g_array_append_val (days, took);
        }
    }
  if (days->len == 0)
    return;
  g_array_sort (days, compare_ints);
  measures->median_days = g_array_index (days, int, (days->len - 1) / 2);
}
