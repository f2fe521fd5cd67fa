/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-commitment-ops-agree"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-contact-ops.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-plan-store.h"
#include "mull-proof-of-concept.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static MullCommitment *
new_promise (OpsFixture *fixture, const char *words, int in_days)
{
  MullCommitment *promise = mull_commitment_new ();

  promise->deal_id = fixture->deal_id;
  promise->side = MULL_SIDE_THEM;
  promise->due_on = mull_clock_get_today (fixture->clock) + in_days;
  mull_set_text (&promise->words, words);
  return promise;
}

static void
test_renegotiate (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullCommitment) promise = new_promise (fixture, "the list", 2);
  g_autoptr (MullCommitment) instead = new_promise (fixture, "", 9);
  g_autoptr (MullCommitment) old = NULL;
  g_autoptr (MullCommitment) made = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, new_id;

  promise->by_person_id = fixture->person_id;
  mull_commitment_ops_promise (fixture->workspace, promise, &id, &error);
  g_assert_no_error (error);
  instead->firmness = MULL_FIRMNESS_HOPE;
  ops_fixture_before (fixture);
  g_assert_false (
      mull_commitment_ops_renegotiate (fixture->workspace, id, instead, &new_id, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);
  instead->firmness = MULL_FIRMNESS_THINK;
  mull_commitment_ops_renegotiate (fixture->workspace, id, instead, &new_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  old = mull_commitment_store_get (fixture->db, id, &error);
  made = mull_commitment_store_get (fixture->db, new_id, &error);
  g_assert_cmpint (old->state, ==, MULL_COMMITMENT_RENEGOTIATED);
  g_assert_cmpint (old->replaced_by_id, ==, new_id);
  g_assert_cmpstr (made->words, ==, "the list");
  g_assert_cmpint (made->by_person_id, ==, fixture->person_id);

  /* Opened again, it is replaced by nothing. */
  mull_commitment_ops_settle (fixture->workspace, id, MULL_COMMITMENT_OPEN, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      fixture_query (fixture->db, "SELECT count(*) FROM commitment WHERE replaced_by_id > 0"), ==,
      0);
}

static void
test_a_stranger_promises_nothing (OpsFixture *fixture, gconstpointer data)
{
  MullNewDeal spec = { "Pump", "Mill", "Eve Hill", 0, MULL_MONEY_NONE, MULL_DAY_NONE };
  g_autoptr (MullCommitment) promise = new_promise (fixture, "the list", 2);
  g_autoptr (GError) error = NULL;
  gint64 other;

  mull_deal_ops_add (fixture->workspace, &spec, &other, &error);
  g_assert_no_error (error);
  promise->by_person_id =
      fixture_query (fixture->db, "SELECT id FROM person WHERE name = 'Eve Hill'");
  ops_fixture_before (fixture);
  g_assert_false (mull_commitment_ops_promise (fixture->workspace, promise, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Eve Hill"));
  ops_fixture_assert_nothing (fixture);
}

static void
test_proof_of_concept_is_one_step (OpsFixture *fixture, gconstpointer data)
{
  MullDay today = mull_clock_get_today (fixture->clock);
  g_autoptr (GPtrArray) promises =
      mull_proof_of_concept_new (fixture->deal_id, fixture->person_id, today, today + 20);
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  mull_commitment_ops_promise_all (fixture->workspace, promises, "Agree", &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM commitment"), ==, 8);
  ops_fixture_assert_one_step (fixture);

  /* One that is none keeps all of them out. */
  ops_fixture_before (fixture);
  mull_set_text (&((MullCommitment *) promises->pdata[7])->words, " ");
  g_assert_false (mull_commitment_ops_promise_all (fixture->workspace, promises, "Agree", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

static void
test_proof_of_keeping (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullCommitment) promise = new_promise (fixture, "the list", 2);
  g_autoptr (MullCommitment) kept = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, entry_id;

  mull_commitment_ops_promise (fixture->workspace, promise, &id, &error);
  entry_id = fixture_query (fixture->db, "SELECT max(id) FROM entry");
  mull_clock_advance_days (fixture->clock, 9);
  ops_fixture_before (fixture);
  mull_commitment_ops_settle (fixture->workspace, id, MULL_COMMITMENT_KEPT, entry_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  kept = mull_commitment_store_get (fixture->db, id, &error);
  /* It is the day of the entry that counts, not the day on which it is written down. */
  g_assert_cmpint (kept->state, ==, MULL_COMMITMENT_KEPT);
  g_assert_cmpint (kept->proof_entry_id, ==, entry_id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/commitments/ops/agree/renegotiate", test_renegotiate);
  OPS_ADD ("/commitments/ops/agree/a-stranger-promises-nothing", test_a_stranger_promises_nothing);
  OPS_ADD ("/commitments/ops/agree/proof-of-concept-is-one-step",
           test_proof_of_concept_is_one_step);
  OPS_ADD ("/commitments/ops/agree/proof-of-keeping", test_proof_of_keeping);
  return g_test_run ();
}
