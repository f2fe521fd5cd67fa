/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-decision-ops"

#include "config.h"

#include "mull-decision-ops.h"

#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-promise-store.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static void
spend (OpsFixture *fixture, MullEntryKind kind, int minutes, gint64 minor)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  entry->deal_id = fixture->deal_id;
  entry->kind = kind;
  entry->direction = kind == MULL_ENTRY_NOTE ? MULL_DIRECTION_NONE : MULL_DIRECTION_OUT;
  entry->effort_min = minutes;
  entry->cost_minor = minor;
  g_strlcpy (entry->cost_currency, "EUR", sizeof entry->cost_currency);
  mull_set_text (&entry->text, "work");
  mull_timeline_ops_log (fixture->workspace, entry, NULL, NULL, &error);
  g_assert_no_error (error);
}

static MullDecision *
new_decision (OpsFixture *fixture, MullDecisionChoice choice)
{
  MullDecision *decision = mull_decision_new ();

  decision->deal_id = fixture->deal_id;
  decision->cause = MULL_DECISION_CAUSE_REP;
  decision->choice = choice;
  mull_set_text (&decision->reason, "They answer");
  return decision;
}

/* Notes count as much as calls: what was prepared was spent. */
static void
test_decision_keeps_the_effort (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDecision) decision = new_decision (fixture, MULL_DECISION_CHOICE_CONTINUE);
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;
  const MullDecision *made;

  spend (fixture, MULL_ENTRY_NOTE, 90, 0);
  spend (fixture, MULL_ENTRY_CALL, 15, 4000);
  ops_fixture_before (fixture);
  mull_decision_ops_decide (fixture->workspace, decision, MULL_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  decisions = mull_decision_store_list (fixture->db, fixture->deal_id, &error);
  g_assert_cmpuint (decisions->len, ==, 1);
  made = decisions->pdata[0];
  g_assert_cmpint (made->minutes, ==, 105);
  g_assert_cmpint (made->cost_minor, ==, 4000);
  g_assert_cmpstr (made->currency, ==, "EUR");
}

static void
test_quiet_begins_with_it (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDecision) decision = new_decision (fixture, MULL_DECISION_CHOICE_QUIET);
  MullDay today = mull_clock_get_today (fixture->clock);
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  g_assert_false (
      mull_decision_ops_decide (fixture->workspace, decision, today, "Not this year.", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  /* A quiet is what they asked for: our reason is not their words. */
  g_assert_false (mull_decision_ops_decide (fixture->workspace, decision, today + 30, " ", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);
  mull_decision_ops_decide (fixture->workspace, decision, today + 30, "Not this year.", &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      fixture_query (fixture->db, "SELECT count(*) FROM quiet WHERE words = 'Not this year.'"), ==,
      1);
  g_assert_cmpint (
      fixture_query (fixture->db, "SELECT count(*) FROM quiet WHERE state = 'in-force'"), ==, 1);
  ops_fixture_assert_one_step (fixture);
}

static void
test_limit_asks_and_is_asked_once (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDecision) decision = new_decision (fixture, MULL_DECISION_CHOICE_CONTINUE);
  g_autoptr (MullDossier) before = NULL;
  g_autoptr (MullDossier) after = NULL;
  g_autoptr (MullDecisionProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  spend (fixture, MULL_ENTRY_NOTE, 60, 0);
  ops_fixture_before (fixture);
  mull_decision_ops_set_stop (fixture->workspace, fixture->deal_id, 60, MULL_NUMBER_NONE, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  before = mull_dossier_load (fixture->workspace, fixture->deal_id, &error);
  proposal = mull_dossier_propose_decision (before, fixture->clock);
  g_assert_nonnull (proposal);
  g_assert_cmpint (proposal->cause, ==, MULL_DECISION_CAUSE_STOP_LOSS);
  mull_decision_ops_decide (fixture->workspace, decision, MULL_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  after = mull_dossier_load (fixture->workspace, fixture->deal_id, &error);
  g_assert_null (mull_dossier_propose_decision (after, fixture->clock));
}

static void
test_limits_that_are_none (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  g_assert_false (mull_decision_ops_set_stop (fixture->workspace, fixture->deal_id, 0,
                                              MULL_NUMBER_NONE, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

static void
test_measures (OpsFixture *fixture, gconstpointer data)
{
  const MullClosing no = MULL_CLOSING_INIT (MULL_OUTCOME_SAID_NO);
  MullCloseMeasures measures;
  g_autoptr (GError) error = NULL;

  spend (fixture, MULL_ENTRY_NOTE, 60, 0);
  mull_clock_advance_days (fixture->clock, 12);
  mull_deal_ops_close (fixture->workspace, fixture->deal_id, &no, &error);
  g_assert_no_error (error);
  mull_close_measure (fixture->workspace, &measures, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (measures.n_lost, ==, 1);
  g_assert_cmpuint (measures.n_heard, ==, 1);
  g_assert_cmpint (measures.median_days, ==, 12);
  g_assert_cmpint (measures.median_minutes, ==, 60);
  /* They were never heard: all of it came after. */
  g_assert_cmpint (measures.minutes_after_heard, ==, 60);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/missed-promise/decision/ops/keeps-the-effort", test_decision_keeps_the_effort);
  OPS_ADD ("/missed-promise/decision/ops/quiet-begins-with-it", test_quiet_begins_with_it);
  OPS_ADD ("/investment/ops/limit-asks-and-is-asked-once", test_limit_asks_and_is_asked_once);
  OPS_ADD ("/investment/ops/limits-that-are-none", test_limits_that_are_none);
  OPS_ADD ("/missed-promise/decision/ops/measures", test_measures);
  return g_test_run ();
}
