/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-close-rules.h"

#include "deal-fixture.h"
#include "mull-error.h"
#include "mull-hard-question.h"

static void
test_gone_dark_needs_a_hard_question (void)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (mull_record_unref);
  MullHardQuestion *question = mull_hard_question_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mull_close_get_dark_gate (questions, D (9)), ==, MULL_DARK_GATE_UNASKED);
  g_ptr_array_add (questions, question);
  g_assert_cmpint (mull_close_get_dark_gate (questions, D (9)), ==, MULL_DARK_GATE_UNASKED);
  g_assert_false (mull_close_check (MULL_OUTCOME_WENT_DARK, questions, D (9), &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "Walked away"));
  question->asked_on = D (4);
  question->answer_by_on = D (8);
  g_assert_cmpint (mull_close_get_dark_gate (questions, D (8)), ==, MULL_DARK_GATE_WAITING);
  g_assert_false (mull_close_check (MULL_OUTCOME_WENT_DARK, questions, D (8), NULL));
  g_assert_cmpint (mull_close_get_dark_gate (questions, D (9)), ==, MULL_DARK_GATE_OPEN);
  g_assert_true (mull_close_check (MULL_OUTCOME_WENT_DARK, questions, D (9), NULL));
  question->outcome = MULL_HARD_OUTCOME_SILENCE;
  g_assert_true (mull_close_check (MULL_OUTCOME_WENT_DARK, questions, D (9), NULL));
  question->outcome = MULL_HARD_OUTCOME_NO;
  g_assert_cmpint (mull_close_get_dark_gate (questions, D (9)), ==, MULL_DARK_GATE_ANSWERED);
  g_assert_false (mull_close_check (MULL_OUTCOME_WENT_DARK, questions, D (9), NULL));
}

/* There is always a way out: every other outcome is open, asked or not. */
static void
test_every_other_outcome_is_open (void)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();

  for (int i = MULL_OUTCOME_WON; i <= MULL_OUTCOME_CHOSE_ANOTHER; i++)
    {
      if (i != MULL_OUTCOME_WENT_DARK)
        g_assert_true (mull_close_check ((MullOutcome) i, questions, D (9), NULL));
      g_assert_cmpstr (mull_close_get_words ((MullOutcome) i), !=, "");
    }
}

static void
test_did_somebody_say_no (void)
{
  g_assert_false (mull_close_asks_heard_no (MULL_OUTCOME_WON, MULL_TERNARY_UNKNOWN));
  g_assert_false (mull_close_asks_heard_no (MULL_OUTCOME_SAID_NO, MULL_TERNARY_UNKNOWN));
  g_assert_true (mull_close_asks_heard_no (MULL_OUTCOME_WALKED_AWAY, MULL_TERNARY_UNKNOWN));
  g_assert_true (mull_close_asks_heard_no (MULL_OUTCOME_WENT_DARK, MULL_TERNARY_UNKNOWN));
  g_assert_true (mull_close_asks_heard_no (MULL_OUTCOME_STOPPED, MULL_TERNARY_UNKNOWN));
  g_assert_true (mull_close_asks_heard_no (MULL_OUTCOME_CHOSE_ANOTHER, MULL_TERNARY_UNKNOWN));
  g_assert_false (mull_close_asks_heard_no (MULL_OUTCOME_WENT_DARK, MULL_TERNARY_NO));
  g_assert_false (mull_close_asks_heard_no (MULL_OUTCOME_STOPPED, MULL_TERNARY_YES));
}

/* Nothing in it counts how often one tried, and nothing is asked. */
static void
test_last_message_is_no_reproach (void)
{
  g_assert_null (mull_close_draft_message (MULL_OUTCOME_WON, "Ann", "Boiler", "Tom"));
  for (int i = MULL_OUTCOME_SAID_NO; i <= MULL_OUTCOME_CHOSE_ANOTHER; i++)
    {
      g_autofree char *text = mull_close_draft_message ((MullOutcome) i, "Ann", "Boiler", "Tom");

      g_assert_true (g_str_has_prefix (text, "Hello Ann,"));
      g_assert_true (g_str_has_suffix (text, "Tom"));
      g_assert_nonnull (strstr (text, "“Boiler”"));
      g_assert_null (strstr (text, "tried"));
      g_assert_null (strchr (text, '?'));
    }
}

static void
test_measures (void)
{
  static const MullCloseCase cases[] = {
    { MULL_OUTCOME_WON, MULL_TERNARY_UNKNOWN, 1, 1000, 1000 },
    { MULL_OUTCOME_SAID_NO, MULL_TERNARY_YES, 10, 60, 0 },
    { MULL_OUTCOME_STOPPED, MULL_TERNARY_YES, 30, 180, 30 },
    { MULL_OUTCOME_WENT_DARK, MULL_TERNARY_UNKNOWN, 90, 600, 300 },
    { MULL_OUTCOME_CHOSE_ANOTHER, MULL_TERNARY_NO, 50, 240, 10 },
    { MULL_OUTCOME_SAID_NO, MULL_TERNARY_YES, 20, 100, 0 },
  };
  MullCloseMeasures measures;

  mull_close_measures_count (&measures, cases, 0);
  g_assert_cmpint (measures.median_days, ==, -1);
  g_assert_cmpint (measures.median_minutes, ==, -1);
  mull_close_measures_count (&measures, cases, G_N_ELEMENTS (cases));
  g_assert_cmpuint (measures.n_lost, ==, 5);
  g_assert_cmpuint (measures.n_heard, ==, 4);
  g_assert_cmpuint (measures.n_no, ==, 3);
  g_assert_cmpint (measures.median_days, ==, 20);
  g_assert_cmpint (measures.median_minutes, ==, 100);
  g_assert_cmpint (measures.minutes_after_heard, ==, 340);
  /* Of two, the mean. */
  mull_close_measures_count (&measures, cases, 3);
  g_assert_cmpint (measures.median_days, ==, 20);
  g_assert_cmpint (measures.median_minutes, ==, 120);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closing/gone-dark-needs-a-hard-question",
                   test_gone_dark_needs_a_hard_question);
  g_test_add_func ("/closing/every-other-outcome-is-open", test_every_other_outcome_is_open);
  g_test_add_func ("/closing/did-somebody-say-no", test_did_somebody_say_no);
  g_test_add_func ("/closing/last-message-is-no-reproach", test_last_message_is_no_reproach);
  g_test_add_func ("/closing/measures", test_measures);
  return g_test_run ();
}
