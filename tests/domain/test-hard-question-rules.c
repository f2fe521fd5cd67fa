/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-hard-question-rules.h"

#include "deal-fixture.h"
#include "mull-error.h"

static MullHardQuestion *
new_question (int asked, int answer_by)
{
  MullHardQuestion *question = mull_hard_question_new ();

  question->record.id = 1;
  question->reading = MULL_HARD_READING_UNSURE;
  mull_set_text (&question->text, "Do you still want it?");
  question->asked_on = asked >= 0 ? D (asked) : MULL_DAY_NONE;
  question->answer_by_on = answer_by >= 0 ? D (answer_by) : MULL_DAY_NONE;
  return question;
}

static void
test_state_on_a_day (void)
{
  g_autoptr (MullHardQuestion) draft = new_question (-1, -1);
  g_autoptr (MullHardQuestion) asked = new_question (4, 8);
  g_autoptr (MullHardQuestion) challenge = new_question (-1, -1);

  challenge->reading = MULL_HARD_READING_CHALLENGE;
  g_assert_cmpint (mull_hard_question_get_state (draft, D (9)), ==, MULL_HARD_STATE_DRAFT);
  g_assert_cmpint (mull_hard_question_get_state (challenge, D (9)), ==, MULL_HARD_STATE_CHALLENGE);
  g_assert_cmpint (mull_hard_question_get_state (asked, D (4)), ==, MULL_HARD_STATE_WAITING);
  g_assert_cmpint (mull_hard_question_get_state (asked, D (8)), ==, MULL_HARD_STATE_WAITING);
  g_assert_cmpint (mull_hard_question_get_state (asked, D (9)), ==, MULL_HARD_STATE_PASSED);
  /* The day alone answers nothing, however long ago it is. */
  g_assert_cmpint (mull_hard_question_get_state (asked, D (900)), ==, MULL_HARD_STATE_PASSED);
  asked->outcome = MULL_HARD_OUTCOME_SILENCE;
  g_assert_cmpint (mull_hard_question_get_state (asked, D (9)), ==, MULL_HARD_STATE_SILENCE);
  asked->outcome = MULL_HARD_OUTCOME_NO;
  g_assert_cmpint (mull_hard_question_get_state (asked, D (9)), ==, MULL_HARD_STATE_ANSWERED);
}

static void
test_answer_by_is_five_working_days (void)
{
  MullThresholds thresholds = *mull_thresholds_get_default ();

  g_assert_cmpint (mull_hard_question_answer_by (D (0), &thresholds), ==, D (7));
  thresholds.answer_by_days = 1;
  g_assert_cmpint (mull_hard_question_answer_by (D (1), &thresholds), ==, D (4));
}

/* Due on Friday, day 1: missed two working days later, on Tuesday, day 5. */
static void
test_reading_is_wanted_when_theirs_is_missed (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new ("", "", "t1 u1", "");
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (mull_record_unref);
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  MullCommitment *theirs = fixture->commitments->pdata[0];
  MullCommitment *ours = fixture->commitments->pdata[1];
  MullHardQuestion *question;

  g_assert_false (mull_commitment_wants_reading (theirs, questions, thresholds, D (4)));
  g_assert_true (mull_commitment_wants_reading (theirs, questions, thresholds, D (5)));
  g_assert_false (mull_commitment_wants_reading (ours, questions, thresholds, D (50)));
  theirs->state = MULL_COMMITMENT_BROKEN;
  g_assert_true (mull_commitment_wants_reading (theirs, questions, thresholds, D (2)));
  theirs->state = MULL_COMMITMENT_RELEASED;
  g_assert_false (mull_commitment_wants_reading (theirs, questions, thresholds, D (50)));

  theirs->state = MULL_COMMITMENT_OPEN;
  question = new_question (-1, -1);
  question->commitment_id = theirs->record.id;
  g_ptr_array_add (questions, question);
  g_assert_false (mull_commitment_wants_reading (theirs, questions, thresholds, D (50)));
}

static void
test_asking_needs_words_and_days (void)
{
  g_autoptr (MullHardQuestion) question = new_question (5, 9);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_hard_question_check_asking (question, D (5), &error));
  g_assert_no_error (error);
  g_assert_false (mull_hard_question_check_asking (question, D (4), &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  question->answer_by_on = D (5);
  g_assert_true (mull_hard_question_check_asking (question, D (5), NULL));
  question->answer_by_on = D (4);
  g_assert_false (mull_hard_question_check_asking (question, D (5), NULL));
  question->answer_by_on = D (9);
  mull_set_text (&question->text, "");
  g_assert_false (mull_hard_question_check_asking (question, D (5), NULL));
}

/* What is silence is said by the rep, and not before the day has passed. */
static void
test_outcome_and_silence (void)
{
  g_autoptr (MullHardQuestion) question = new_question (4, 8);
  g_autoptr (MullHardQuestion) draft = new_question (-1, -1);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_hard_question_check_outcome (question, MULL_HARD_OUTCOME_NO, D (4), NULL));
  g_assert_false (
      mull_hard_question_check_outcome (question, MULL_HARD_OUTCOME_SILENCE, D (8), &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_assert_true (
      mull_hard_question_check_outcome (question, MULL_HARD_OUTCOME_SILENCE, D (9), NULL));
  g_assert_false (mull_hard_question_check_outcome (question, MULL_HARD_OUTCOME_NONE, D (9), NULL));
  g_assert_false (mull_hard_question_check_outcome (draft, MULL_HARD_OUTCOME_NO, D (9), NULL));
  question->outcome = MULL_HARD_OUTCOME_NO;
  g_assert_false (
      mull_hard_question_check_outcome (question, MULL_HARD_OUTCOME_SILENCE, D (9), NULL));
}

static void
test_find (void)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (mull_record_unref);
  MullHardQuestion *old = new_question (1, 2);
  MullHardQuestion *open = new_question (-1, -1);

  g_assert_null (mull_hard_question_find_open (questions, D (5)));
  g_assert_null (mull_hard_question_find_last_asked (questions));
  old->outcome = MULL_HARD_OUTCOME_NO;
  g_ptr_array_add (questions, old);
  g_assert_null (mull_hard_question_find_open (questions, D (5)));
  g_ptr_array_add (questions, open);
  g_assert_true (mull_hard_question_find_open (questions, D (5)) == open);
  g_assert_true (mull_hard_question_find_last_asked (questions) == old);
}

static void
test_every_state_says_why (void)
{
  g_autoptr (MullHardQuestion) question = new_question (4, 8);

  question->commitment_id = 3;
  for (int day = 4; day <= 9; day++)
    {
      g_autoptr (GPtrArray) reasons =
          mull_hard_question_explain (question, mull_thresholds_get_default (), D (day));

      g_assert_cmpuint (reasons->len, ==, 3);
      g_assert_cmpint (((const MullReason *) reasons->pdata[0])->id, ==, 3);
    }
  for (const char *const *model = mull_hard_question_list_models (); *model != NULL; model++)
    g_assert_true (g_str_has_suffix (*model, "?"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/missed-promise/state-on-a-day", test_state_on_a_day);
  g_test_add_func ("/missed-promise/answer-by-is-five-working-days",
                   test_answer_by_is_five_working_days);
  g_test_add_func ("/missed-promise/reading-is-wanted-when-theirs-is-missed",
                   test_reading_is_wanted_when_theirs_is_missed);
  g_test_add_func ("/missed-promise/asking-needs-words-and-days", test_asking_needs_words_and_days);
  g_test_add_func ("/missed-promise/outcome-and-silence", test_outcome_and_silence);
  g_test_add_func ("/missed-promise/find", test_find);
  g_test_add_func ("/missed-promise/every-state-says-why", test_every_state_says_why);
  return g_test_run ();
}
