/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-drill"

#include "config.h"

#include "mull-drill.h"

#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-script-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static void
test_draw (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (MullDrill) drill = NULL;
  g_autoptr (MullDrill) none = NULL;
  g_autoptr (GError) error = NULL;

  drill = mull_drill_load (fixture->workspace, 0, rand, &error);
  g_assert_no_error (error);
  g_assert_cmpint (drill->dossier->deal->record.id, ==, fixture->deal_id);
  g_assert_cmpstr (drill->missing[0], ==, "Nobody there was ever heard.");
  mull_deal_ops_close (
      fixture->workspace, fixture->deal_id,
      &(MullClosing){ .outcome = MULL_OUTCOME_WON, .look_again_on = MULL_DAY_NONE }, &error);
  g_assert_no_error (error);
  none = mull_drill_load (fixture->workspace, 0, rand, &error);
  g_assert_no_error (error);
  g_assert_null (none);
}

static void
test_find (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *entry = NULL;
  gint64 hole_id = 0;

  ops_fixture_before (fixture);
  mull_drill_ops_find_hole (fixture->workspace, fixture->deal_id, MULL_HOLE_ACCESS, " who  signs ",
                            &hole_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT count(*) FROM hole AS h JOIN entry AS e"
                                  "    ON e.id = h.entry_id AND e.kind = 'drill'"
                                  " WHERE h.source = 'drill' AND h.text = 'who signs'"),
                   ==, 1);
  entry = ops_fixture_dup_last_entry (fixture);
  g_assert_cmpstr (entry, ==, "Drill: who signs");

  ops_fixture_before (fixture);
  g_assert_false (mull_drill_ops_find_hole (fixture->workspace, fixture->deal_id, MULL_HOLE_ACCESS,
                                            " ", NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

static void
test_figures (OpsFixture *fixture, gconstpointer data)
{
  MullDay today = mull_clock_get_today (fixture->clock);
  MullDoOverCall call = { .outcome = MULL_SCRIPT_OUTCOME_GOT_IT, .due_on = MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  MullHoleFigures figures;
  gint64 hole_id = 0, script_id = 0;

  mull_drill_ops_find_hole (fixture->workspace, fixture->deal_id, MULL_HOLE_QUESTION, "the budget",
                            &hole_id, &error);
  g_assert_no_error (error);
  mull_script_ops_open_do_over (fixture->workspace, hole_id, &script_id, &error);
  g_assert_no_error (error);
  mull_clock_advance_days (fixture->clock, 2);
  mull_script_ops_finish_call (fixture->workspace, script_id, &call, NULL, &error);
  g_assert_no_error (error);
  mull_clock_advance_days (fixture->clock, 3);
  mull_deal_ops_move (fixture->workspace, fixture->deal_id, fixture->stages[1], MULL_PLACE_START,
                      &error);
  g_assert_no_error (error);
  mull_hole_figures_load (fixture->workspace, today, today, &figures, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures.n_found, ==, 1);
  g_assert_cmpuint (figures.n_filled, ==, 1);
  g_assert_cmpuint (figures.n_called, ==, 1);
  g_assert_cmpuint (figures.n_moved, ==, 1);
  g_assert_cmpint (figures.median_hours, ==, 48);
  mull_hole_figures_load (fixture->workspace, today + 1, today + 9, &figures, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures.n_found, ==, 0);
}

/* The deal moves @wait after the call: how many moves count. */
static guint
count_moves_after (OpsFixture *fixture, gint64 wait)
{
  MullDay today = mull_clock_get_today (fixture->clock);
  MullDoOverCall call = { .outcome = MULL_SCRIPT_OUTCOME_GOT_IT, .due_on = MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  MullHoleFigures figures;
  gint64 hole_id = 0, script_id = 0;

  mull_drill_ops_find_hole (fixture->workspace, fixture->deal_id, MULL_HOLE_QUESTION, "the budget",
                            &hole_id, &error);
  g_assert_no_error (error);
  mull_script_ops_open_do_over (fixture->workspace, hole_id, &script_id, &error);
  g_assert_no_error (error);
  mull_script_ops_finish_call (fixture->workspace, script_id, &call, NULL, &error);
  g_assert_no_error (error);
  mull_clock_set_now (fixture->clock, mull_clock_get_now (fixture->clock) + wait);
  mull_deal_ops_move (fixture->workspace, fixture->deal_id, fixture->stages[1], MULL_PLACE_START,
                      &error);
  g_assert_no_error (error);
  mull_hole_figures_load (fixture->workspace, today, today, &figures, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures.n_called, ==, 1);
  return figures.n_moved;
}

/* A move counts for the call until two weeks have passed. */
static void
test_moved_within_two_weeks (OpsFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_moves_after (fixture, 14 * G_TIME_SPAN_DAY - G_TIME_SPAN_SECOND), ==, 1);
}

static void
test_moved_after_two_weeks (OpsFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_moves_after (fixture, 14 * G_TIME_SPAN_DAY), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/do-over/drill/ops/draw", test_draw);
  OPS_ADD ("/do-over/drill/ops/find", test_find);
  OPS_ADD ("/do-over/drill/ops/figures", test_figures);
  OPS_ADD ("/do-over/figures/moved-within-two-weeks", test_moved_within_two_weeks);
  OPS_ADD ("/do-over/figures/moved-after-two-weeks", test_moved_after_two_weeks);
  return g_test_run ();
}
