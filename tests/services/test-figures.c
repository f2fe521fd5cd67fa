/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-figures"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-figures.h"
#include "mull-own-it-ops.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"

static gint64
promise (OpsFixture *fixture, MullSide side, int days)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  commitment->deal_id = fixture->deal_id;
  commitment->side = side;
  commitment->to_person_id = fixture->person_id;
  commitment->due_on = mull_workspace_get_today (fixture->workspace) + days;
  mull_set_text (&commitment->words, "The figures");
  mull_commitment_ops_promise (fixture->workspace, commitment, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
settle (OpsFixture *fixture, gint64 id, MullCommitmentState state)
{
  g_autoptr (GError) error = NULL;

  mull_commitment_ops_settle (fixture->workspace, id, state, 0, &error);
  g_assert_no_error (error);
}

static MullPromiseFigures
count (OpsFixture *fixture)
{
  MullPromiseFigures figures;
  g_autoptr (GError) error = NULL;

  mull_figures_count_promises (fixture->workspace, &figures, &error);
  g_assert_no_error (error);
  return figures;
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

/* Ours only; one that is open breaks after its day and a working day. */
static void
test_promises (OpsFixture *fixture, gconstpointer data)
{
  MullPromiseFigures figures;

  settle (fixture, promise (fixture, MULL_SIDE_US, 1), MULL_COMMITMENT_KEPT);
  settle (fixture, promise (fixture, MULL_SIDE_THEM, 1), MULL_COMMITMENT_KEPT);
  promise (fixture, MULL_SIDE_US, 0);
  figures = count (fixture);
  g_assert_cmpuint (figures.n_kept, ==, 1);
  g_assert_cmpuint (figures.n_silent, ==, 0);
  for (guint i = 0; i < 10 && count (fixture).n_silent == 0; i++)
    mull_clock_advance_days (fixture->clock, 1);
  figures = count (fixture);
  g_assert_cmpuint (figures.n_silent, ==, 1);
  g_assert_cmpuint (figures.n_kept, ==, 1);
  catch_up (fixture);
}

static void
log_call (OpsFixture *fixture)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  entry->deal_id = fixture->deal_id;
  entry->person_id = fixture->person_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = MULL_DIRECTION_IN;
  entry->reached = TRUE;
  mull_timeline_ops_log (fixture->workspace, entry, "", NULL, &error);
  g_assert_no_error (error);
}

/* Whoever was owned up to is still there half a year later, or not. */
static void
test_active_after_owning (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullOwnIt) own = mull_own_it_new ();
  g_autoptr (GPtrArray) ways = g_ptr_array_new ();
  MullOwnItCall call = { .call = { .due_on = MULL_DAY_NONE, .words = "Never mind" },
                         .outcome = MULL_OWN_OUTCOME_RELEASED };
  MullPromiseFigures figures;
  g_autoptr (GError) error = NULL;
  gint64 own_id;

  own->commitment_id = promise (fixture, MULL_SIDE_US, 5);
  mull_set_text (&own->cannot, "all of it");
  mull_own_it_ops_save (fixture->workspace, own, ways, &own_id, &error);
  g_assert_no_error (error);
  mull_own_it_ops_finish_call (fixture->workspace, own_id, &call, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture).n_after, ==, 0);
  /* Half a year has to pass first, to the day. */
  mull_clock_advance_days (fixture->clock, 182);
  g_assert_cmpuint (count (fixture).n_after, ==, 0);
  mull_clock_advance_days (fixture->clock, 1);
  figures = count (fixture);
  g_assert_cmpuint (figures.n_after, ==, 1);
  g_assert_cmpuint (figures.n_active, ==, 0);
  mull_clock_advance_days (fixture->clock, 1);
  log_call (fixture);
  g_assert_cmpuint (count (fixture).n_active, ==, 1);
  catch_up (fixture);
}

static void
test_all (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullFigures) figures = mull_figures_load (fixture->workspace, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (figures->months->len, ==, 6);
  g_assert_cmpint (g_array_index (figures->months, MullDriftMonth, 5).deals, ==, 1);
  g_assert_cmpint (figures->from, ==, mull_workspace_get_today (fixture->workspace) - 91);
  g_assert_cmpint (figures->closes.median_days, ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/own-it/figures/promises", test_promises);
  OPS_ADD ("/own-it/figures/active-after-owning", test_active_after_owning);
  OPS_ADD ("/figures/all", test_all);
  return g_test_run ();
}
