/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-error.h"
#include "mull-reason.h"
#include "mull-roadblock-rules.h"

#include "deal-fixture.h"

/* Day 1 is a Friday. */
#define FRIDAY 1

static MullRoadblock *
roadblock_new (int said)
{
  MullRoadblock *roadblock = mull_roadblock_new ();

  roadblock->record.id = 1;
  roadblock->symptom_on = D (said);
  mull_set_text (&roadblock->symptom, "It is not happening.");
  return roadblock;
}

static void
add_answer (GPtrArray *answers, const char *text, MullAnswerSource source)
{
  MullRoadblockAnswer *answer = mull_roadblock_answer_new ();

  mull_set_text (&answer->question, "Whose reason is it?");
  mull_set_text (&answer->answer, text);
  answer->source = source;
  g_ptr_array_add (answers, answer);
}

static GPtrArray *
list_new (void)
{
  return g_ptr_array_new_with_free_func (mull_record_unref);
}

/* A guess may be one for five working days; a weekend is none. */
static void
test_guess_becomes_symptom_only (void)
{
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  g_autoptr (MullRoadblock) roadblock = roadblock_new (FRIDAY);

  g_assert_false (mull_roadblock_is_symptom_only (roadblock, thresholds, D (FRIDAY)));
  g_assert_false (mull_roadblock_is_symptom_only (roadblock, thresholds, D (FRIDAY - 3)));
  g_assert_false (mull_roadblock_is_symptom_only (roadblock, thresholds, D (FRIDAY + 7)));
  g_assert_false (mull_roadblock_is_symptom_only (roadblock, thresholds, D (FRIDAY + 9)));
  g_assert_true (mull_roadblock_is_symptom_only (roadblock, thresholds, D (FRIDAY + 10)));
  roadblock->truth = MULL_TRUTH_TOLD;
  g_assert_false (mull_roadblock_is_symptom_only (roadblock, thresholds, D (FRIDAY + 90)));
  roadblock->truth = MULL_TRUTH_GUESS;
  roadblock->outcome = MULL_ROADBLOCK_REMOVED;
  g_assert_false (mull_roadblock_is_symptom_only (roadblock, thresholds, D (FRIDAY + 90)));
}

/* A fifth of four deals is less than one of them. */
static void
test_count_top (void)
{
  static const struct
  {
    gint64 n_deals;
    int share;
    gint64 n_top;
  } cases[] = {
    { 0, 20, 0 },  { 1, 20, 0 },    { 4, 20, 0 },        { 5, 20, 1 },
    { 9, 20, 1 },  { 10, 20, 2 },   { 11, 20, 2 },       { 1, 100, 1 },
    { 7, 100, 7 }, { 99, 1, 0 },    { 100, 1, 1 },       { 1000, 0, 0 },
    { 1, 99, 0 },  { 199, 50, 99 }, { 12345, 20, 2469 }, { G_MAXINT64, 100, G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mull_roadblock_count_top (cases[i].n_deals, cases[i].share), ==,
                     cases[i].n_top);
}

/* Nobody was asked, and it is old or large. */
static void
test_held_alone (void)
{
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  g_autoptr (MullRoadblock) roadblock = roadblock_new (0);

  g_assert_false (mull_roadblock_is_held_alone (roadblock, 0, FALSE, thresholds, D (7)));
  g_assert_true (mull_roadblock_is_held_alone (roadblock, 0, FALSE, thresholds, D (8)));
  g_assert_true (mull_roadblock_is_held_alone (roadblock, 0, TRUE, thresholds, D (0)));
  g_assert_false (mull_roadblock_is_held_alone (roadblock, 1, TRUE, thresholds, D (90)));
  roadblock->outcome = MULL_ROADBLOCK_WORKED_AROUND;
  g_assert_false (mull_roadblock_is_held_alone (roadblock, 0, TRUE, thresholds, D (90)));
}

/* All answers were relayed; a question without an answer says nothing. */
static void
test_second_hand (void)
{
  g_autoptr (GPtrArray) answers = list_new ();

  g_assert_false (mull_roadblock_is_second_hand (answers));
  add_answer (answers, "", MULL_ANSWER_RELAYED);
  g_assert_false (mull_roadblock_is_second_hand (answers));
  add_answer (answers, "The insurer’s", MULL_ANSWER_RELAYED);
  g_assert_true (mull_roadblock_is_second_hand (answers));
  add_answer (answers, "", MULL_ANSWER_HEARD);
  g_assert_true (mull_roadblock_is_second_hand (answers));
  add_answer (answers, "Perhaps", MULL_ANSWER_GUESS);
  g_assert_false (mull_roadblock_is_second_hand (answers));
}

static void
test_walk_away (void)
{
  static const struct
  {
    MullTernary believe, problem, serious;
    MullRoadblockOutcome outcome;
    gboolean offers;
  } cases[] = {
    { MULL_TERNARY_UNKNOWN, MULL_TERNARY_UNKNOWN, MULL_TERNARY_UNKNOWN, MULL_ROADBLOCK_OPEN,
      FALSE },
    { MULL_TERNARY_YES, MULL_TERNARY_YES, MULL_TERNARY_YES, MULL_ROADBLOCK_OPEN, FALSE },
    { MULL_TERNARY_NO, MULL_TERNARY_YES, MULL_TERNARY_YES, MULL_ROADBLOCK_OPEN, TRUE },
    { MULL_TERNARY_YES, MULL_TERNARY_NO, MULL_TERNARY_YES, MULL_ROADBLOCK_OPEN, TRUE },
    { MULL_TERNARY_YES, MULL_TERNARY_YES, MULL_TERNARY_NO, MULL_ROADBLOCK_OPEN, TRUE },
    { MULL_TERNARY_NO, MULL_TERNARY_NO, MULL_TERNARY_NO, MULL_ROADBLOCK_REMOVED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullRoadblock) roadblock = roadblock_new (0);

      roadblock->believe = cases[i].believe;
      roadblock->outcome = cases[i].outcome;
      g_assert_cmpint (
          mull_roadblock_offers_walk_away (roadblock, cases[i].problem, cases[i].serious), ==,
          cases[i].offers);
    }
}

/* Every flag has a label and at least one reason; without a flag there is none. */
static void
test_every_flag_says_why (void)
{
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  g_autoptr (MullRoadblock) roadblock = roadblock_new (0);
  g_autoptr (GPtrArray) answers = list_new ();
  g_autoptr (GPtrArray) helps = list_new ();
  MullRoadblockFacts facts = { roadblock, answers, helps, FALSE, FALSE, 0, 0 };
  g_autoptr (GPtrArray) none = mull_roadblock_explain (&facts, thresholds, D (1));
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) settled = NULL;

  g_assert_cmpint (mull_roadblock_judge (&facts, thresholds, D (1)), ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
  add_answer (answers, "His", MULL_ANSWER_RELAYED);
  facts.problem = facts.serious = MULL_TERNARY_NO;
  roadblock->believe = MULL_TERNARY_NO;
  g_assert_cmpint (mull_roadblock_judge (&facts, thresholds, D (30)), ==,
                   MULL_ROADBLOCK_SYMPTOM_ONLY | MULL_ROADBLOCK_ALONE | MULL_ROADBLOCK_SECOND_HAND |
                       MULL_ROADBLOCK_WALK_AWAY);
  all = mull_roadblock_explain (&facts, thresholds, D (30));
  g_assert_cmpuint (all->len, ==, 6);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpint (*((MullReason *) all->pdata[i])->text, !=, '\0');
  for (guint i = 0; i < MULL_ROADBLOCK_N_FLAGS; i++)
    g_assert_cmpint (*mull_roadblock_flag_label ((MullRoadblockFlags) (1u << i)), !=, '\0');
  roadblock->outcome = MULL_ROADBLOCK_REMOVED;
  settled = mull_roadblock_explain (&facts, thresholds, D (30));
  g_assert_cmpuint (settled->len, ==, 0);
}

static void
test_steps (void)
{
  g_autoptr (MullRoadblock) roadblock = roadblock_new (0);
  g_autoptr (GPtrArray) answers = list_new ();
  g_autoptr (GPtrArray) helps = list_new ();
  MullRoadblockFacts facts = { roadblock, answers, helps, FALSE, FALSE, 0, 0 };

  mull_set_text (&roadblock->symptom, "");
  g_assert_cmpint (mull_roadblock_get_step (&facts), ==, MULL_ROADBLOCK_STEP_SYMPTOM);
  mull_set_text (&roadblock->symptom, "No.");
  g_assert_cmpint (mull_roadblock_get_step (&facts), ==, MULL_ROADBLOCK_STEP_NO);
  roadblock->said_no = MULL_SAID_NO_NO;
  g_assert_cmpint (mull_roadblock_get_step (&facts), ==, MULL_ROADBLOCK_STEP_OUTCOME);
  roadblock->said_no = MULL_SAID_NO_BECAUSE;
  add_answer (answers, "Hers", MULL_ANSWER_RELAYED);
  g_assert_cmpint (mull_roadblock_get_step (&facts), ==, MULL_ROADBLOCK_STEP_ASK);
  add_answer (answers, "Mine", MULL_ANSWER_HEARD);
  g_assert_cmpint (mull_roadblock_get_step (&facts), ==, MULL_ROADBLOCK_STEP_CAUSE);
  g_assert_cmpstr (mull_roadblock_next_prompt (&facts), ==,
                   mull_roadblock_step_prompt (MULL_ROADBLOCK_STEP_CAUSE));
  mull_set_text (&roadblock->underlying, "They do not know how to prove it");
  roadblock->truth = MULL_TRUTH_TOLD;
  g_assert_cmpint (mull_roadblock_get_step (&facts), ==, MULL_ROADBLOCK_STEP_CAUSE);
  g_assert_cmpstr (mull_roadblock_next_prompt (&facts), !=,
                   mull_roadblock_step_prompt (MULL_ROADBLOCK_STEP_CAUSE));
  g_assert_false (mull_roadblock_is_struck (roadblock));
  roadblock->truth = MULL_TRUTH_CONFIRMED;
  g_assert_true (mull_roadblock_is_struck (roadblock));
  g_assert_cmpint (mull_roadblock_get_step (&facts), ==, MULL_ROADBLOCK_STEP_TAKES);
  mull_set_text (&roadblock->takes, "A certificate");
  g_assert_cmpint (mull_roadblock_get_step (&facts), ==, MULL_ROADBLOCK_STEP_HELP);
  g_ptr_array_add (helps, mull_roadblock_help_new ());
  g_assert_cmpint (mull_roadblock_get_step (&facts), ==, MULL_ROADBLOCK_STEP_BRING_BACK);
  facts.brought_back = TRUE;
  g_assert_cmpint (mull_roadblock_get_step (&facts), ==, MULL_ROADBLOCK_STEP_OUTCOME);
  for (guint step = 0; step < MULL_ROADBLOCK_N_STEPS; step++)
    {
      g_assert_cmpint (*mull_roadblock_step_label ((MullRoadblockStep) step), !=, '\0');
      g_assert_cmpint (*mull_roadblock_step_prompt ((MullRoadblockStep) step), !=, '\0');
    }
}

/* The day of the confirmation is the first one, and goes when it is taken back. */
static void
test_confirmed_on (void)
{
  g_autoptr (MullRoadblock) roadblock = roadblock_new (0);
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_roadblock_set_truth (roadblock, MULL_TRUTH_CONFIRMED, D (4), &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  mull_set_text (&roadblock->underlying, "They do not know how to prove it");
  g_assert_true (mull_roadblock_set_truth (roadblock, MULL_TRUTH_CONFIRMED, D (4), &error));
  g_assert_cmpint (roadblock->confirmed_on, ==, D (4));
  g_assert_true (mull_roadblock_set_truth (roadblock, MULL_TRUTH_CONFIRMED, D (9), &error));
  g_assert_cmpint (roadblock->confirmed_on, ==, D (4));
  g_assert_true (mull_roadblock_set_truth (roadblock, MULL_TRUTH_TOLD, D (9), &error));
  g_assert_cmpint (roadblock->confirmed_on, ==, MULL_DAY_NONE);
}

static void
test_settle (void)
{
  g_autoptr (MullRoadblock) roadblock = roadblock_new (0);
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_roadblock_settle (roadblock, MULL_ROADBLOCK_REAL_NO, NULL, D (3), &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mull_roadblock_settle (roadblock, MULL_ROADBLOCK_REMOVED, "Ask", D (3), &error));
  g_assert_cmpint (roadblock->outcome_on, ==, D (3));
  g_assert_cmpstr (roadblock->lesson, ==, "Ask");
  g_assert_cmpint (mull_roadblock_get_age (roadblock, D (90)), ==, 3);
  g_assert_true (mull_roadblock_settle (roadblock, MULL_ROADBLOCK_OPEN, NULL, D (5), &error));
  g_assert_cmpint (roadblock->outcome_on, ==, MULL_DAY_NONE);
  g_assert_cmpstr (roadblock->lesson, ==, "Ask");
  roadblock->said_no = MULL_SAID_NO_NO;
  g_assert_true (mull_roadblock_settle (roadblock, MULL_ROADBLOCK_REAL_NO, NULL, D (6), &error));
}

static void
test_measures (void)
{
  g_autoptr (GPtrArray) all = list_new ();
  MullRoadblockMeasures measures;

  mull_roadblock_measure (&measures, all);
  g_assert_cmpint (measures.median_days, ==, -1);
  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (all, roadblock_new (0));
  ((MullRoadblock *) all->pdata[0])->outcome = MULL_ROADBLOCK_REMOVED;
  ((MullRoadblock *) all->pdata[1])->outcome = MULL_ROADBLOCK_WORKED_AROUND;
  ((MullRoadblock *) all->pdata[2])->outcome = MULL_ROADBLOCK_REAL_NO;
  ((MullRoadblock *) all->pdata[3])->outcome = MULL_ROADBLOCK_ANOTHER_BEHIND;
  ((MullRoadblock *) all->pdata[0])->confirmed_on = D (9);
  ((MullRoadblock *) all->pdata[1])->confirmed_on = D (2);
  ((MullRoadblock *) all->pdata[4])->confirmed_on = D (4);
  mull_roadblock_measure (&measures, all);
  g_assert_cmpuint (measures.n, ==, 5);
  g_assert_cmpuint (measures.n_open, ==, 1);
  g_assert_cmpuint (measures.n_removed, ==, 2);
  g_assert_cmpuint (measures.n_real_no, ==, 1);
  g_assert_cmpuint (measures.n_confirmed, ==, 3);
  g_assert_cmpint (measures.median_days, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roadblock/guess-becomes-symptom-only", test_guess_becomes_symptom_only);
  g_test_add_func ("/roadblock/count-top", test_count_top);
  g_test_add_func ("/roadblock/held-alone", test_held_alone);
  g_test_add_func ("/roadblock/second-hand", test_second_hand);
  g_test_add_func ("/roadblock/walk-away", test_walk_away);
  g_test_add_func ("/roadblock/every-flag-says-why", test_every_flag_says_why);
  g_test_add_func ("/roadblock/steps", test_steps);
  g_test_add_func ("/roadblock/confirmed-on", test_confirmed_on);
  g_test_add_func ("/roadblock/settle", test_settle);
  g_test_add_func ("/roadblock/measures", test_measures);
  return g_test_run ();
}
