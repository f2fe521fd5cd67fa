/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-commitment-ops"

#include "config.h"

#include "mull-commitment-ops.h"

#include "mull-error.h"
#include "mull-plan-store.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static MullCommitment *
new_promise (OpsFixture *fixture, MullSide side, int in_days)
{
  MullCommitment *promise = mull_commitment_new ();

  promise->deal_id = fixture->deal_id;
  promise->side = side;
  promise->due_on = mull_clock_get_today (fixture->clock) + in_days;
  mull_set_text (&promise->words, "send the drawings");
  return promise;
}

static gint64
make_promise (OpsFixture *fixture, MullSide side, int in_days)
{
  g_autoptr (MullCommitment) promise = new_promise (fixture, side, in_days);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_commitment_ops_promise (fixture->workspace, promise, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
assert_state (OpsFixture *fixture, gint64 id, MullCommitmentState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullCommitment) promise = mull_commitment_store_get (fixture->db, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (promise->state, ==, state);
}

static void
test_promise (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  ops_fixture_before (fixture);
  make_promise (fixture, MULL_SIDE_THEM, 5);
  text = ops_fixture_dup_last_entry (fixture);
  g_assert_true (g_str_has_prefix (text, "They promised: send the drawings"));
  ops_fixture_assert_one_step (fixture);
}

static void
test_promise_refuses (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullCommitment) wordless = new_promise (fixture, MULL_SIDE_US, 1);
  g_autoptr (MullCommitment) dateless = new_promise (fixture, MULL_SIDE_US, 1);
  g_autoptr (MullCommitment) early = new_promise (fixture, MULL_SIDE_US, -1);
  MullCommitment *bad[] = { wordless, dateless, early };

  mull_set_text (&wordless->words, " ");
  dateless->due_on = MULL_DAY_NONE;
  ops_fixture_before (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mull_commitment_ops_promise (fixture->workspace, bad[i], NULL, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
  ops_fixture_assert_nothing (fixture);
}

static void
test_kept_and_kept_late (OpsFixture *fixture, gconstpointer data)
{
  gint64 in_time = make_promise (fixture, MULL_SIDE_US, 2);
  gint64 late = make_promise (fixture, MULL_SIDE_US, 2);
  g_autoptr (GError) error = NULL;

  mull_clock_advance_days (fixture->clock, 2);
  ops_fixture_before (fixture);
  mull_commitment_ops_settle (fixture->workspace, in_time, MULL_COMMITMENT_KEPT, 0, &error);
  g_assert_no_error (error);
  assert_state (fixture, in_time, MULL_COMMITMENT_KEPT);
  ops_fixture_assert_one_step (fixture);

  mull_clock_advance_days (fixture->clock, 1);
  mull_commitment_ops_settle (fixture->workspace, late, MULL_COMMITMENT_KEPT, 0, &error);
  g_assert_no_error (error);
  assert_state (fixture, late, MULL_COMMITMENT_KEPT_LATE);
}

static void
test_owning_needs_a_call (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = make_promise (fixture, MULL_SIDE_US, 5);
  g_autoptr (MullEntry) call = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  g_assert_false (
      mull_commitment_ops_settle (fixture->workspace, id, MULL_COMMITMENT_OWNED, 0, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);

  call->deal_id = fixture->deal_id;
  call->kind = MULL_ENTRY_CALL;
  call->direction = MULL_DIRECTION_OUT;
  call->reached = TRUE;
  mull_timeline_ops_log (fixture->workspace, call, NULL, NULL, &error);
  g_assert_no_error (error);
  mull_commitment_ops_settle (fixture->workspace, id, MULL_COMMITMENT_OWNED, 0, &error);
  g_assert_no_error (error);
  assert_state (fixture, id, MULL_COMMITMENT_OWNED);
}

static void
test_edit_and_remove (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = make_promise (fixture, MULL_SIDE_THEM, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullCommitment) promise = mull_commitment_store_get (fixture->db, id, &error);
  g_autoptr (MullCommitment) changed = mull_commitment_copy (promise);

  mull_set_text (&changed->words, "send the plans");
  ops_fixture_before (fixture);
  mull_commitment_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_commitment_ops_remove (fixture->workspace, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM commitment"), ==, 0);
  ops_fixture_assert_one_step (fixture);
}

/* The day after it is in no calendar: it must not make the deal due for ever. */
static void
test_last_day_of_all (OpsFixture *fixture, gconstpointer data)
{
  static const MullSide sides[] = { MULL_SIDE_THEM, MULL_SIDE_BOTH, MULL_SIDE_US };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (MullCommitment) promise = new_promise (fixture, sides[i], 0);
      g_autoptr (GError) error = NULL;
      guint n_done = 0;

      promise->due_on = mull_day_from_ymd (9999, 12, 31);
      mull_commitment_ops_promise (fixture->workspace, promise, NULL, &error);
      g_assert_no_error (error);
      mull_workspace_recheck (fixture->workspace, 100, &n_done, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n_done, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/commitments/ops/promise", test_promise);
  OPS_ADD ("/commitments/ops/promise-refuses", test_promise_refuses);
  OPS_ADD ("/commitments/ops/kept-and-kept-late", test_kept_and_kept_late);
  OPS_ADD ("/commitments/ops/owning-needs-a-call", test_owning_needs_a_call);
  OPS_ADD ("/commitments/ops/edit-and-remove", test_edit_and_remove);
  OPS_ADD ("/commitments/ops/last-day-of-all", test_last_day_of_all);
  return g_test_run ();
}
