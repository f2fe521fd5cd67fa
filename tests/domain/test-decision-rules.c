/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-decision-rules.h"

#include "deal-fixture.h"
#include "mull-error.h"

typedef struct
{
  DealFixture *deal;
  GPtrArray *questions;
  GPtrArray *decisions;
  MullInvestment *investment;
  MullDecisionFacts facts;
} Fixture;

/* Two promises of theirs, of Friday (day 1) and Monday (day 4): missed from days 5 and 6 on. */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->deal = deal_fixture_new ("om1", "", data, "");
  ((MullEntry *) self->deal->entries->pdata[0])->effort_min = 120;
  self->questions = g_ptr_array_new_with_free_func (mull_record_unref);
  self->decisions = g_ptr_array_new_with_free_func (mull_record_unref);
  self->investment = mull_investment_new (self->deal->entries, NULL, D (10), self->deal->zone);
  self->facts = (MullDecisionFacts){ .deal = self->deal->deal,
                                     .commitments = self->deal->commitments,
                                     .questions = self->questions,
                                     .decisions = self->decisions,
                                     .investment = self->investment,
                                     .thresholds = mull_thresholds_get_default (),
                                     .today = D (10),
                                     .zone = self->deal->zone };
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  mull_investment_free (self->investment);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->questions);
  deal_fixture_free (self->deal);
}

static MullDecision *
decide (Fixture *self, int day)
{
  MullDecision *decision = mull_decision_new ();

  decision->created_at = NOON (D (day));
  g_ptr_array_add (self->decisions, decision);
  return decision;
}

/* -1: nothing is proposed */
static int
propose (Fixture *self)
{
  g_autoptr (MullDecisionProposal) proposal = mull_decision_propose (&self->facts);

  if (proposal == NULL)
    return -1;
  g_assert_cmpuint (proposal->reasons->len, >, 0);
  return (int) proposal->cause;
}

static void
test_second_broken_promise (Fixture *self, gconstpointer data)
{
  self->facts.today = D (5);
  g_assert_cmpint (propose (self), ==, -1);
  self->facts.today = D (6);
  g_assert_cmpint (propose (self), ==, MULL_DECISION_CAUSE_SECOND_BROKEN);
  /* Decided before the second one broke: it is asked again; decided since: it is not. */
  decide (self, 5);
  g_assert_cmpint (propose (self), ==, MULL_DECISION_CAUSE_SECOND_BROKEN);
  decide (self, 6);
  g_assert_cmpint (propose (self), ==, -1);
  self->facts.today = D (60);
  g_assert_cmpint (propose (self), ==, -1);
}

static void
test_a_promise_marked_as_broken_counts (Fixture *self, gconstpointer data)
{
  MullCommitment *one = self->deal->commitments->pdata[0];
  MullDay last_on;

  one->state = MULL_COMMITMENT_BROKEN;
  one->settled_on = D (2);
  self->facts.today = D (6);
  g_assert_cmpuint (mull_decision_count_broken (&self->facts, &last_on), ==, 2);
  g_assert_cmpint (last_on, ==, D (6));
  one->state = MULL_COMMITMENT_RENEGOTIATED;
  g_assert_cmpuint (mull_decision_count_broken (&self->facts, NULL), ==, 1);
}

static void
test_answer_to_a_hard_question (Fixture *self, gconstpointer data)
{
  MullHardQuestion *question = mull_hard_question_new ();

  g_ptr_array_add (self->questions, question);
  question->record.id = 4;
  question->outcome_on = D (9);
  g_assert_cmpint (propose (self), ==, -1);
  question->outcome = MULL_HARD_OUTCOME_NEW_PROMISE;
  g_assert_cmpint (propose (self), ==, -1);
  question->outcome = MULL_HARD_OUTCOME_SILENCE;
  g_assert_cmpint (propose (self), ==, MULL_DECISION_CAUSE_HARD_QUESTION);
  decide (self, 9);
  g_assert_cmpint (propose (self), ==, MULL_DECISION_CAUSE_HARD_QUESTION);
  decide (self, 9)->question_id = 4;
  g_assert_cmpint (propose (self), ==, -1);
}

static void
test_limit_of_effort (Fixture *self, gconstpointer data)
{
  MullDecision *decision;

  self->deal->deal->stop_minutes = 121;
  g_assert_cmpint (propose (self), ==, -1);
  self->deal->deal->stop_minutes = 120;
  g_assert_cmpint (propose (self), ==, MULL_DECISION_CAUSE_STOP_LOSS);
  decision = decide (self, 9);
  decision->minutes = 119;
  g_assert_cmpint (propose (self), ==, MULL_DECISION_CAUSE_STOP_LOSS);
  decision->minutes = 120;
  g_assert_cmpint (propose (self), ==, -1);
}

static void
test_closed_deals_need_no_decision (Fixture *self, gconstpointer data)
{
  self->deal->deal->stop_minutes = 1;
  g_assert_cmpint (propose (self), !=, -1);
  self->deal->deal->outcome = MULL_OUTCOME_WALKED_AWAY;
  g_assert_cmpint (propose (self), ==, -1);
}

static void
test_decision_needs_a_reason (void)
{
  g_autoptr (MullDecision) decision = mull_decision_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_decision_check (decision, MULL_DAY_NONE, D (5), &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  mull_set_text (&decision->reason, "They answer");
  g_assert_true (mull_decision_check (decision, MULL_DAY_NONE, D (5), NULL));
  decision->choice = MULL_DECISION_CHOICE_QUIET;
  g_assert_false (mull_decision_check (decision, MULL_DAY_NONE, D (5), NULL));
  g_assert_false (mull_decision_check (decision, D (5), D (5), NULL));
  g_assert_true (mull_decision_check (decision, D (6), D (5), NULL));
}

#define ADD(name, promises, func)                                                                  \
  g_test_add ("/missed-promise/decision/" name, Fixture, promises, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("second-broken-promise", "t1 t4 u1", test_second_broken_promise);
  ADD ("a-promise-marked-as-broken-counts", "t1 t4 u1", test_a_promise_marked_as_broken_counts);
  ADD ("answer-to-a-hard-question", "", test_answer_to_a_hard_question);
  ADD ("limit-of-effort", "", test_limit_of_effort);
  ADD ("closed-deals-need-no-decision", "", test_closed_deals_need_no_decision);
  g_test_add_func ("/missed-promise/decision/needs-a-reason", test_decision_needs_a_reason);
  return g_test_run ();
}
