/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-advice"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-deal-advice.h"
#include "mull-qualification-ops.h"
#include "mull-record-store.h"
#include "mull-roadblock-ops.h"
#include "mull-text.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static MullAdvice
advise (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier =
      mull_dossier_load (fixture->workspace, fixture->deal_id, &error);
  g_autoptr (MullDealAdvice) advice = NULL;

  g_assert_no_error (error);
  advice = mull_deal_advice_new (dossier);
  g_assert_cmpint (advice->reasons->len > 0, ==, advice->advice != MULL_ADVICE_NONE);
  return advice->advice;
}

static void
promise (OpsFixture *fixture, MullSide side, int due)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;

  commitment->deal_id = fixture->deal_id;
  commitment->side = side;
  commitment->due_on = mull_workspace_get_today (fixture->workspace) + due;
  mull_set_text (&commitment->words, "The figures");
  mull_commitment_ops_promise (fixture->workspace, commitment, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
insert (MullDatabase *db, gpointer record, GError **error)
{
  return mull_record_store_insert (db, record, error);
}

static void
ask_hard_question (OpsFixture *fixture, int answer_by)
{
  g_autoptr (MullHardQuestion) question = mull_hard_question_new ();
  g_autoptr (GError) error = NULL;

  mull_take_text (&question->uuid, mull_uuid_new ());
  question->deal_id = fixture->deal_id;
  question->created_at = mull_workspace_get_now (fixture->workspace);
  question->asked_on = mull_workspace_get_today (fixture->workspace);
  question->answer_by_on = question->asked_on + answer_by;
  mull_workspace_transact (fixture->workspace, MULL_OP_HARD_QUESTION, "x", fixture->deal_id, insert,
                           question, &error);
  g_assert_no_error (error);
}

/* Days have passed: the cards follow. */
static void
catch_up (OpsFixture *fixture)
{
  guint n_done;
  g_autoptr (GError) error = NULL;

  mull_workspace_recheck (fixture->workspace, 100, &n_done, &error);
  g_assert_no_error (error);
}

/* Broken promises without a reason: the hard question, then out. */
static void
test_out (OpsFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (advise (fixture), ==, MULL_ADVICE_NONE);
  promise (fixture, MULL_SIDE_THEM, 1);
  g_assert_cmpint (advise (fixture), ==, MULL_ADVICE_NONE);
  mull_clock_advance_days (fixture->clock, 9);
  g_assert_cmpint (advise (fixture), ==, MULL_ADVICE_HARD_QUESTION);
  ask_hard_question (fixture, 5);
  g_assert_cmpint (advise (fixture), ==, MULL_ADVICE_WAIT);
  mull_clock_advance_days (fixture->clock, 5);
  g_assert_cmpint (advise (fixture), ==, MULL_ADVICE_WAIT);
  mull_clock_advance_days (fixture->clock, 1);
  g_assert_cmpint (advise (fixture), ==, MULL_ADVICE_DECIDE);
  /* Our own overdue promise comes before all of it. */
  promise (fixture, MULL_SIDE_US, 1);
  mull_clock_advance_days (fixture->clock, 2);
  g_assert_cmpint (advise (fixture), ==, MULL_ADVICE_OWN_IT);
  catch_up (fixture);
}

/* Somebody answers and there is a reason; but not if it is not worth it. */
static void
test_in (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  mull_take_text (&entry->uuid, mull_uuid_new ());
  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = MULL_DIRECTION_IN;
  entry->reached = TRUE;
  entry->happened_at = entry->written_at = mull_workspace_get_now (fixture->workspace);
  mull_workspace_transact (fixture->workspace, MULL_OP_LOG, "x", fixture->deal_id, insert, entry,
                           &error);
  g_assert_no_error (error);
  promise (fixture, MULL_SIDE_THEM, 1);
  roadblock->deal_id = fixture->deal_id;
  roadblock->said_no = MULL_SAID_NO_BECAUSE;
  mull_set_text (&roadblock->symptom, "Not this year.");
  mull_roadblock_ops_open (fixture->workspace, roadblock, NULL, &error);
  g_assert_no_error (error);
  mull_clock_advance_days (fixture->clock, 9);
  g_assert_cmpint (advise (fixture), ==, MULL_ADVICE_ROADBLOCK);
  mull_qualification_ops_answer (fixture->workspace, fixture->deal_id, 4, MULL_TERNARY_NO, "",
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpint (advise (fixture), ==, MULL_ADVICE_WALK_AWAY);
  catch_up (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/tensions/advice/out", test_out);
  OPS_ADD ("/tensions/advice/in", test_in);
  return g_test_run ();
}
