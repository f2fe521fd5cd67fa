/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-hard-question-plan.h"

#include "deal-fixture.h"
#include "mull-error.h"

typedef struct
{
  DealFixture *deal;
  MullHardQuestion *question;
  MullCommitment *promise;
  MullScript *script;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->deal = deal_fixture_new ("", "", "t1", "");
  self->promise = self->deal->commitments->pdata[0];
  self->promise->deal_id = 1;
  mull_set_text (&self->promise->words, "the list");
  self->question = mull_hard_question_new ();
  self->question->deal_id = 1;
  self->question->commitment_id = self->promise->record.id;
  self->question->person_id = 2;
  mull_set_text (&self->question->text, "Do you still want it?");
  self->script = mull_script_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  mull_script_unref (self->script);
  mull_hard_question_unref (self->question);
  deal_fixture_free (self->deal);
}

static MullHardCall
new_call (MullHardAnswer answer, int due)
{
  return (MullHardCall){ .call = { .due_on = due >= 0 ? D (due) : MULL_DAY_NONE,
                                   .now = NOON (D (5)),
                                   .today = D (5),
                                   .words = "their words" },
                         .answer = answer };
}

static MullHardEffects *
plan (Fixture *self, MullHardAnswer answer, int due, GError **error)
{
  MullHardCall call = new_call (answer, due);

  return mull_hard_question_plan_call (self->question, self->promise, self->script, &call,
                                       mull_thresholds_get_default (), error);
}

static void
test_promise_replaces_the_broken_one (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullHardEffects) effects = plan (self, MULL_HARD_ANSWER_PROMISE, 12, &error);

  g_assert_no_error (error);
  g_assert_cmpint (effects->question->outcome, ==, MULL_HARD_OUTCOME_NEW_PROMISE);
  g_assert_cmpint (effects->question->asked_on, ==, D (5));
  g_assert_cmpint (effects->question->answer_by_on, ==, D (12));
  g_assert_cmpint (effects->promise->side, ==, MULL_SIDE_THEM);
  g_assert_cmpint (effects->promise->due_on, ==, D (12));
  g_assert_cmpstr (effects->promise->words, ==, "the list");
  g_assert_cmpint (effects->commitment->state, ==, MULL_COMMITMENT_BROKEN);
  g_assert_cmpint (effects->script->state, ==, MULL_SCRIPT_CALLED);
  g_assert_cmpint (effects->entry->direction, ==, MULL_DIRECTION_BOTH);
  g_assert_cmpstr (effects->words->words, ==, "their words");
}

static void
test_every_answer (Fixture *self, gconstpointer data)
{
  static const struct
  {
    MullHardAnswer answer;
    MullHardOutcome outcome;
    gboolean asked, broken, again, in_the_way;
  } cases[] = {
    { MULL_HARD_ANSWER_NO, MULL_HARD_OUTCOME_NO, TRUE, TRUE, FALSE, FALSE },
    { MULL_HARD_ANSWER_BUDGET_GONE, MULL_HARD_OUTCOME_BUDGET_GONE, TRUE, TRUE, FALSE, FALSE },
    { MULL_HARD_ANSWER_LATER, MULL_HARD_OUTCOME_NONE, TRUE, FALSE, FALSE, FALSE },
    { MULL_HARD_ANSWER_IN_THE_WAY, MULL_HARD_OUTCOME_NONE, TRUE, FALSE, FALSE, TRUE },
    { MULL_HARD_ANSWER_NOT_REACHED, MULL_HARD_OUTCOME_NONE, FALSE, FALSE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullHardEffects) effects = plan (self, cases[i].answer, 8, &error);

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpint (effects->question->outcome, ==, cases[i].outcome);
      g_assert_cmpint (effects->question->asked_on != MULL_DAY_NONE, ==, cases[i].asked);
      g_assert_cmpint (effects->commitment != NULL, ==, cases[i].broken);
      g_assert_cmpint (effects->touch != NULL, ==, cases[i].again);
      g_assert_cmpint (effects->in_the_way, ==, cases[i].in_the_way);
      g_assert_null (effects->promise);
      g_assert_cmpint (effects->entry->reached, ==, !cases[i].again);
    }
}

static void
test_a_message_on_the_machine_asks (Fixture *self, gconstpointer data)
{
  MullHardCall call = new_call (MULL_HARD_ANSWER_NOT_REACHED, -1);
  g_autoptr (MullHardEffects) effects = NULL;

  call.left_message = TRUE;
  effects = mull_hard_question_plan_call (self->question, NULL, NULL, &call,
                                          mull_thresholds_get_default (), NULL);
  g_assert_cmpint (effects->question->asked_on, ==, D (5));
  g_assert_cmpint (effects->question->reading, ==, MULL_HARD_READING_UNSURE);
  g_assert_false (effects->entry->reached);
  g_assert_null (effects->script);
}

static void
test_refused_without_a_day (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plan (self, MULL_HARD_ANSWER_PROMISE, -1, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_null (plan (self, MULL_HARD_ANSWER_PROMISE, 4, NULL));
  g_assert_null (plan (self, MULL_HARD_ANSWER_NOT_REACHED, 4, NULL));
}

static void
test_answer_that_came_later (Fixture *self, gconstpointer data)
{
  MullDoOverCall answer = { .due_on = MULL_DAY_NONE, .now = NOON (D (9)), .today = D (9) };
  g_autoptr (MullHardEffects) silence = NULL;
  g_autoptr (MullHardEffects) no = NULL;

  g_assert_null (mull_hard_question_plan_outcome (self->question, self->promise,
                                                  MULL_HARD_OUTCOME_NO, &answer, NULL));
  self->question->asked_on = D (4);
  self->question->answer_by_on = D (8);
  self->question->channel = MULL_ENTRY_MAIL;
  no = mull_hard_question_plan_outcome (self->question, self->promise, MULL_HARD_OUTCOME_NO,
                                        &answer, NULL);
  g_assert_cmpint (no->entry->kind, ==, MULL_ENTRY_MAIL);
  g_assert_cmpint (no->entry->direction, ==, MULL_DIRECTION_IN);
  silence = mull_hard_question_plan_outcome (self->question, self->promise,
                                             MULL_HARD_OUTCOME_SILENCE, &answer, NULL);
  /* Silence is no touch of theirs. */
  g_assert_cmpint (silence->entry->direction, ==, MULL_DIRECTION_NONE);
  g_assert_cmpint (silence->question->outcome_on, ==, D (9));
  g_assert_cmpint (silence->commitment->state, ==, MULL_COMMITMENT_BROKEN);
  g_assert_null (mull_hard_question_plan_outcome (self->question, self->promise,
                                                  MULL_HARD_OUTCOME_NEW_PROMISE, &answer, NULL));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/missed-promise/answer/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("promise-replaces-the-broken-one", test_promise_replaces_the_broken_one);
  ADD ("every-answer", test_every_answer);
  ADD ("a-message-on-the-machine-asks", test_a_message_on_the_machine_asks);
  ADD ("refused-without-a-day", test_refused_without_a_day);
  ADD ("answer-that-came-later", test_answer_that_came_later);
  return g_test_run ();
}
