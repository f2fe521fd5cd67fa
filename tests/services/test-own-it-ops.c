/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-own-it-ops"

#include "config.h"

#include "mull-own-it-ops.h"

#include "mull-commitment-ops.h"
#include "mull-error.h"
#include "mull-plan-store.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gint64
make_promise (OpsFixture *fixture, int in_days)
{
  g_autoptr (MullCommitment) promise = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  promise->deal_id = fixture->deal_id;
  promise->side = MULL_SIDE_US;
  promise->to_person_id = fixture->person_id;
  promise->due_on = mull_clock_get_today (fixture->clock) + in_days;
  mull_set_text (&promise->words, "forty valves");
  mull_commitment_ops_promise (fixture->workspace, promise, &id, &error);
  g_assert_no_error (error);
  return id;
}

static MullOwnItCase *
load (OpsFixture *fixture, gint64 promise_id)
{
  g_autoptr (GError) error = NULL;
  MullOwnItCase *own = mull_own_it_case_load_for_promise (fixture->workspace, promise_id, &error);

  g_assert_no_error (error);
  return own;
}

/* Says what cannot be done and offers one way out, due in @in_days. */
static gint64
write_it (OpsFixture *fixture, gint64 promise_id, int in_days)
{
  g_autoptr (MullOwnItCase) known = load (fixture, promise_id);
  g_autoptr (MullOwnIt) own = mull_own_it_copy (known->own);
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func (mull_record_unref);
  MullWayOut *way = mull_way_out_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_set_text (&own->cannot, "all forty");
  g_ptr_array_add (ways, way);
  mull_set_text (&way->text, "twenty now");
  way->due_on = mull_clock_get_today (fixture->clock) + in_days;
  mull_own_it_ops_save (fixture->workspace, own, ways, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_write (OpsFixture *fixture, gconstpointer data)
{
  gint64 promise = make_promise (fixture, 7);
  g_autoptr (MullOwnItCase) begun = NULL;
  g_autoptr (MullOwnItCase) again = NULL;
  gint64 id;

  mull_clock_advance_days (fixture->clock, 1);
  begun = load (fixture, promise);
  g_assert_cmpint (begun->own->record.id, ==, 0);
  ops_fixture_before (fixture);
  id = write_it (fixture, promise, 5);
  ops_fixture_assert_one_step (fixture);
  again = load (fixture, promise);
  g_assert_cmpint (again->own->record.id, ==, id);
  g_assert_cmpuint (again->ways->len, ==, 1);
  g_assert_cmpstr (mull_own_it_case_get_way (again)->text, ==, "twenty now");
  ops_fixture_before (fixture);
  write_it (fixture, promise, 6);
  ops_fixture_assert_one_step (fixture);
}

static void
test_effort_is_filled_in (OpsFixture *fixture, gconstpointer data)
{
  gint64 promise = make_promise (fixture, 7);
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (MullOwnItCase) own = NULL;
  g_autoptr (GError) error = NULL;

  mull_clock_advance_days (fixture->clock, 1);
  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_NOTE;
  entry->effort_min = 20;
  mull_set_text (&entry->text, "Rang two suppliers");
  mull_timeline_ops_log (fixture->workspace, entry, NULL, NULL, &error);
  g_assert_no_error (error);
  own = load (fixture, promise);
  g_assert_true (g_str_has_suffix (own->own->effort, ": Rang two suppliers"));
}

static void
test_what_is_not_true_is_refused (OpsFixture *fixture, gconstpointer data)
{
  gint64 broken = make_promise (fixture, 1);
  gint64 promise = make_promise (fixture, 30);
  g_autoptr (MullOwnItCase) known = NULL;
  g_autoptr (MullOwnIt) own = NULL;
  g_autoptr (GPtrArray) ways = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  mull_clock_advance_days (fixture->clock, 5);
  known = load (fixture, promise);
  own = mull_own_it_copy (known->own);
  own->say_first_time = TRUE;
  ops_fixture_before (fixture);
  g_assert_false (mull_own_it_ops_save (fixture->workspace, own, ways, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);
  mull_commitment_ops_settle (fixture->workspace, broken, MULL_COMMITMENT_RELEASED, 0, &error);
  g_assert_no_error (error);
  mull_own_it_ops_save (fixture->workspace, own, ways, NULL, &error);
  g_assert_no_error (error);
}

static void
test_script_needs_a_way_out (OpsFixture *fixture, gconstpointer data)
{
  gint64 promise = make_promise (fixture, 7);
  g_autoptr (MullOwnItCase) known = load (fixture, promise);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (MullOwnItCase) shown = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, script_id;

  mull_own_it_ops_save (fixture->workspace, known->own, none, &id, &error);
  g_assert_no_error (error);
  g_assert_false (mull_own_it_ops_open_script (fixture->workspace, id, &script_id, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  write_it (fixture, promise, 5);
  ops_fixture_before (fixture);
  mull_own_it_ops_open_script (fixture->workspace, id, &script_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  shown = mull_own_it_case_load_for_script (fixture->workspace, script_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shown->own->record.id, ==, id);
}

static void
test_work_around (OpsFixture *fixture, gconstpointer data)
{
  gint64 promise = make_promise (fixture, 7);
  gint64 id = write_it (fixture, promise, 5);
  MullOwnItCall call = { .call = { .due_on = mull_clock_get_today (fixture->clock) + 5,
                                   .words = "Thank you for calling" },
                         .outcome = MULL_OWN_OUTCOME_WORK_AROUND };
  g_autoptr (MullCommitment) owned = NULL;
  g_autoptr (MullCommitment) instead = NULL;
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  mull_own_it_ops_finish_call (fixture->workspace, id, &call, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  owned = mull_commitment_store_get (fixture->db, promise, &error);
  g_assert_cmpint (owned->state, ==, MULL_COMMITMENT_OWNED);
  g_assert_cmpint (owned->proof_entry_id, !=, 0);
  instead = mull_commitment_store_get (fixture->db, owned->replaced_by_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (instead->words, ==, "twenty now");
  g_assert_cmpint (instead->to_person_id, ==, fixture->person_id);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM planned_touch"), ==, 1);

  ops_fixture_before (fixture);
  mull_own_it_ops_set_lesson (fixture->workspace, id, "Ask the stock before the customer", &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
}

static void
test_not_reached_changes_nothing_but_the_tries (OpsFixture *fixture, gconstpointer data)
{
  gint64 promise = make_promise (fixture, 7);
  gint64 id = write_it (fixture, promise, 5);
  MullOwnItCall call = { .call = { .due_on = MULL_DAY_NONE },
                         .outcome = MULL_OWN_OUTCOME_NOT_REACHED };
  g_autoptr (MullCommitment) same = NULL;
  g_autoptr (MullOwnItCase) again = NULL;
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  mull_own_it_ops_finish_call (fixture->workspace, id, &call, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  same = mull_commitment_store_get (fixture->db, promise, &error);
  g_assert_cmpint (same->state, ==, MULL_COMMITMENT_OPEN);
  again = load (fixture, promise);
  g_assert_cmpint (again->own->record.id, ==, id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/own-it/ops/write", test_write);
  OPS_ADD ("/own-it/ops/effort-is-filled-in", test_effort_is_filled_in);
  OPS_ADD ("/own-it/ops/what-is-not-true-is-refused", test_what_is_not_true_is_refused);
  OPS_ADD ("/own-it/ops/script-needs-a-way-out", test_script_needs_a_way_out);
  OPS_ADD ("/own-it/ops/work-around", test_work_around);
  OPS_ADD ("/own-it/ops/not-reached-changes-nothing-but-the-tries",
           test_not_reached_changes_nothing_but_the_tries);
  return g_test_run ();
}
