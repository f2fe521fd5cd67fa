/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-own-it-plan.h"

#include "deal-fixture.h"
#include "mull-commitment-rules.h"
#include "mull-error.h"
#include "mull-way-out.h"

typedef struct
{
  DealFixture *deal;
  MullCommitment *promise;
  MullOwnIt *own;
  GPtrArray *ways;
  MullScript *script;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  MullWayOut *way = mull_way_out_new ();

  self->deal = deal_fixture_new ("", "", "u7", "");
  self->promise = self->deal->commitments->pdata[0];
  self->promise->to_person_id = 5;
  mull_set_text (&self->promise->words, "forty valves");
  self->own = mull_own_it_new ();
  self->ways = g_ptr_array_new_with_free_func (mull_record_unref);
  mull_set_text (&way->text, "twenty now");
  g_ptr_array_add (self->ways, way);
  self->script = mull_script_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  mull_script_unref (self->script);
  g_ptr_array_unref (self->ways);
  mull_own_it_unref (self->own);
  deal_fixture_free (self->deal);
}

static MullOwnItEffects *
plan (Fixture *self, MullOwnOutcome outcome, int today, int due, GError **error)
{
  MullOwnItCall call = { .call = { .today = D (today),
                                   .now = NOON (D (today)),
                                   .words = "their words",
                                   .due_on = due >= 0 ? D (due) : MULL_DAY_NONE },
                         .outcome = outcome,
                         .lesson = "ask the stock first" };

  return mull_own_it_plan (self->own, self->ways, self->promise, self->script, &call,
                           self->deal->zone, error);
}

static void
test_every_outcome (Fixture *self, gconstpointer data)
{
  static const struct
  {
    MullOwnOutcome outcome;
    MullCommitmentState state;
    const char *instead;
    gboolean touch, left;
  } cases[] = {
    { MULL_OWN_OUTCOME_WORK_AROUND, MULL_COMMITMENT_OWNED, "twenty now", TRUE, FALSE },
    { MULL_OWN_OUTCOME_MORE_TIME, MULL_COMMITMENT_OWNED, "forty valves", TRUE, FALSE },
    { MULL_OWN_OUTCOME_RELEASED, MULL_COMMITMENT_RELEASED, NULL, FALSE, FALSE },
    { MULL_OWN_OUTCOME_ANGRY, MULL_COMMITMENT_OWNED, NULL, FALSE, FALSE },
    { MULL_OWN_OUTCOME_LEFT, MULL_COMMITMENT_OWNED, NULL, FALSE, TRUE },
    { MULL_OWN_OUTCOME_NOT_REACHED, MULL_COMMITMENT_OPEN, NULL, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullOwnItEffects) effects = plan (self, cases[i].outcome, 5, 12, &error);
      gboolean reached = cases[i].outcome != MULL_OWN_OUTCOME_NOT_REACHED;

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpint (effects->commitment->state, ==, cases[i].state);
      g_assert_cmpstr (effects->replacement != NULL ? effects->replacement->words : NULL, ==,
                       cases[i].instead);
      g_assert_cmpint (effects->touch != NULL, ==, cases[i].touch);
      g_assert_cmpint (effects->left, ==, cases[i].left);
      g_assert_cmpint (effects->own->outcome, ==, cases[i].outcome);
      g_assert_cmpstr (effects->own->lesson, ==, "ask the stock first");
      g_assert_cmpint (effects->entry->reached, ==, reached);
      g_assert_cmpint (effects->script->tries, ==, 1);
      g_assert_cmpint (effects->script->state, ==,
                       reached ? MULL_SCRIPT_CALLED : MULL_SCRIPT_DRAFT);
    }
}

/* Owned by a call dated up to the due day; owned late by one after it. */
static void
test_owned_by_the_day_and_late (Fixture *self, gconstpointer data)
{
  g_autoptr (MullOwnItEffects) in_time = plan (self, MULL_OWN_OUTCOME_ANGRY, 7, -1, NULL);
  g_autoptr (MullOwnItEffects) late = plan (self, MULL_OWN_OUTCOME_ANGRY, 8, -1, NULL);

  g_assert_false (mull_commitment_is_owned_late (in_time->commitment));
  g_assert_true (mull_commitment_is_owned_late (late->commitment));
}

static void
test_a_hope_is_refused (Fixture *self, gconstpointer data)
{
  MullOwnItCall call = { .call = { .today = D (5), .now = NOON (D (5)), .due_on = D (12) },
                         .outcome = MULL_OWN_OUTCOME_MORE_TIME,
                         .firmness = MULL_FIRMNESS_HOPE };
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_own_it_plan (self->own, self->ways, self->promise, NULL, &call,
                                   self->deal->zone, &error));
  g_assert_nonnull (strstr (error->message, "I will find out by"));
}

static void
test_a_new_promise_needs_a_day (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plan (self, MULL_OWN_OUTCOME_WORK_AROUND, 5, -1, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_null (plan (self, MULL_OWN_OUTCOME_MORE_TIME, 5, 4, NULL));
  g_assert_null (plan (self, MULL_OWN_OUTCOME_NONE, 5, 8, NULL));
}

#define ADD(name, func) g_test_add ("/own-it/outcome/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-outcome", test_every_outcome);
  ADD ("owned-by-the-day-and-late", test_owned_by_the_day_and_late);
  ADD ("a-hope-is-refused", test_a_hope_is_refused);
  ADD ("a-new-promise-needs-a-day", test_a_new_promise_needs_a_day);
  return g_test_run ();
}
