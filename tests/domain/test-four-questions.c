/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-four-questions"

#include "config.h"

#include "mull-four-questions.h"

#include <string.h>

#include "mull-error.h"
#include "mull-reason.h"

#define TODAY 20454
#define NOON(day) (((gint64) (day) *24 + 12) * 60 * 60 * G_USEC_PER_SEC)

static MullQualification *
new_answer (int question, MullTernary answer, const char *evidence, int age)
{
  MullQualification *self = mull_qualification_new ();

  self->deal_id = 1;
  self->question = question;
  self->answer = answer;
  self->answered_at = NOON (TODAY - age);
  mull_set_text (&self->evidence, evidence);
  return self;
}

static void
test_mark (void)
{
  static const struct
  {
    MullTernary answer;
    const char *evidence;
    gint64 entry_id;
    int age;
    int limit;
    MullAnswerMark mark;
  } cases[] = {
    { MULL_TERNARY_YES, "They said so", 0, 0, 60, MULL_ANSWER_YES },
    { MULL_TERNARY_YES, "They said so", 0, 60, 60, MULL_ANSWER_YES },
    { MULL_TERNARY_YES, "They said so", 0, 61, 60, MULL_ANSWER_OLD },
    { MULL_TERNARY_YES, "They said so", 0, 61, 61, MULL_ANSWER_YES },
    { MULL_TERNARY_YES, "", 0, 0, 60, MULL_ANSWER_UNSHOWN },
    { MULL_TERNARY_YES, "  ", 0, 0, 60, MULL_ANSWER_UNSHOWN },
    { MULL_TERNARY_YES, "", 7, 0, 60, MULL_ANSWER_YES },
    { MULL_TERNARY_NO, "", 0, 0, 60, MULL_ANSWER_NO },
    { MULL_TERNARY_NO, "They said so", 0, 999, 60, MULL_ANSWER_NO },
    { MULL_TERNARY_UNKNOWN, "They said so", 0, 0, 60, MULL_ANSWER_UNKNOWN },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  MullThresholds thresholds = *mull_thresholds_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullQualification) answer =
          new_answer (1, cases[i].answer, cases[i].evidence, cases[i].age);

      answer->entry_id = cases[i].entry_id;
      thresholds.question_age_days = cases[i].limit;
      g_assert_cmpint (mull_four_questions_mark (answer, &thresholds, TODAY, utc), ==,
                       cases[i].mark);
    }
  g_assert_cmpint (mull_four_questions_mark (NULL, &thresholds, TODAY, utc), ==,
                   MULL_ANSWER_UNASKED);
  g_assert_true (mull_answer_mark_is_hollow (MULL_ANSWER_OLD));
  g_assert_true (mull_answer_mark_is_hollow (MULL_ANSWER_UNSHOWN));
  g_assert_false (mull_answer_mark_is_hollow (MULL_ANSWER_YES));
  g_assert_false (mull_answer_mark_is_hollow (MULL_ANSWER_NO));
}

static void
test_unqualified (void)
{
  MullQualification *answers[MULL_N_QUESTIONS] = { NULL };

  g_assert_false (mull_four_questions_is_unqualified (answers));
  answers[0] = new_answer (1, MULL_TERNARY_YES, "", 0);
  g_assert_false (mull_four_questions_is_unqualified (answers));
  answers[3] = new_answer (4, MULL_TERNARY_UNKNOWN, "", 0);
  g_assert_true (mull_four_questions_is_unqualified (answers));
  g_assert_false (mull_four_questions_any_no (answers));
  answers[3]->answer = MULL_TERNARY_NO;
  g_assert_true (mull_four_questions_is_unqualified (answers));
  g_assert_true (mull_four_questions_any_no (answers));
  mull_qualification_unref (answers[0]);
  mull_qualification_unref (answers[3]);
}

static MullStage *
new_stage (gint64 id)
{
  MullStage *stage = mull_stage_new ();

  stage->record.id = id;
  return stage;
}

static void
test_needs_reason_past_the_first_stage (void)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullQualification) answer = new_answer (2, MULL_TERNARY_NO, "", 0);
  g_autoptr (MullStage) elsewhere = new_stage (9);
  MullQualification *answers[MULL_N_QUESTIONS] = { NULL, answer };
  MullStage *first = new_stage (1), *second = new_stage (2), *third = new_stage (3);

  g_ptr_array_add (stages, first);
  g_ptr_array_add (stages, second);
  g_ptr_array_add (stages, third);
  g_assert_true (mull_four_questions_needs_reason (answers, stages, first, second));
  g_assert_true (mull_four_questions_needs_reason (answers, stages, first, third));
  g_assert_true (mull_four_questions_needs_reason (answers, stages, first, elsewhere));
  g_assert_false (mull_four_questions_needs_reason (answers, stages, first, first));
  g_assert_false (mull_four_questions_needs_reason (answers, stages, second, third));
  g_assert_false (mull_four_questions_needs_reason (answers, stages, second, first));
  answer->answer = MULL_TERNARY_UNKNOWN;
  g_assert_false (mull_four_questions_needs_reason (answers, stages, first, second));
}

static void
test_asked_again_in_later_stages (void)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullQualification) old = new_answer (1, MULL_TERNARY_YES, "a", 10);
  g_autoptr (MullQualification) fresh = new_answer (2, MULL_TERNARY_YES, "a", 5);
  MullQualification *answers[MULL_N_QUESTIONS] = { old, fresh };
  MullStage *first = new_stage (1), *second = new_stage (2);

  g_ptr_array_add (stages, first);
  g_ptr_array_add (stages, second);
  g_assert_cmpint (mull_four_questions_count_stale (answers, stages, second, NOON (TODAY - 5)), ==,
                   1);
  g_assert_cmpint (mull_four_questions_count_stale (answers, stages, second, NOON (TODAY - 4)), ==,
                   2);
  g_assert_cmpint (mull_four_questions_count_stale (answers, stages, second, NOON (TODAY - 10)), ==,
                   0);
  g_assert_cmpint (mull_four_questions_count_stale (answers, stages, first, NOON (TODAY)), ==, 0);
}

static void
test_check (void)
{
  for (int question = 0; question <= 5; question++)
    {
      g_autoptr (MullQualification) answer = new_answer (question, MULL_TERNARY_YES, "", 0);
      g_autoptr (GError) error = NULL;
      gboolean fine = question >= 1 && question <= 4;

      g_assert_cmpint (mull_four_questions_check (answer, &error), ==, fine);
      if (!fine)
        g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
}

static void
test_dont_know_is_a_hole (void)
{
  g_autoptr (MullHole) hole = mull_hole_new ();

  mull_four_questions_fill_hole (hole, 3);
  g_assert_cmpint (hole->source, ==, MULL_HOLE_SOURCE_FOUR_QUESTIONS);
  g_assert_cmpint (hole->question, ==, 3);
  g_assert_cmpstr (hole->text, ==, mull_question_text (3));
}

static void
test_explain (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (MullQualification) answer = new_answer (1, MULL_TERNARY_YES, "Like Kiln & Sons", 61);
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GPtrArray) unasked = NULL;

  answer->entry_id = 12;
  reasons = mull_four_questions_explain (answer, 1, mull_thresholds_get_default (), TODAY, utc);
  g_assert_cmpuint (reasons->len, ==, 3);
  g_assert_cmpint (((MullReason *) reasons->pdata[1])->source, ==, MULL_REASON_ENTRY);
  g_assert_cmpint (((MullReason *) reasons->pdata[1])->id, ==, 12);
  g_assert_cmpstr (((MullReason *) reasons->pdata[2])->text, ==,
                   "The answer is 61 days old; a yes counts for 60 days.");
  unasked = mull_four_questions_explain (NULL, 1, mull_thresholds_get_default (), TODAY, utc);
  g_assert_cmpuint (unasked->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/four-questions/mark", test_mark);
  g_test_add_func ("/four-questions/unqualified", test_unqualified);
  g_test_add_func ("/four-questions/needs-reason-past-the-first-stage",
                   test_needs_reason_past_the_first_stage);
  g_test_add_func ("/four-questions/asked-again-in-later-stages", test_asked_again_in_later_stages);
  g_test_add_func ("/four-questions/check", test_check);
  g_test_add_func ("/four-questions/dont-know-is-a-hole", test_dont_know_is_a_hole);
  g_test_add_func ("/four-questions/explain", test_explain);
  return g_test_run ();
}
