/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-since"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-deal-ops.h"
#include "mull-since-store.h"
#include "mull-since.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"

#include <string.h>

static guint
count (OpsFixture *fixture, MullDay since, MullSinceGroup group)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = mull_since_load (fixture->workspace, since, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const MullSinceRow *row = rows->pdata[i];

      g_assert_cmpstr (row->deal, ==, "Boiler service");
      g_assert_cmpint (*row->text, !=, '\0');
      g_assert_cmpint (row->on, >=, since);
      n += row->group == group;
    }
  return n;
}

static void
log_out (OpsFixture *fixture, MullEntryKind kind, gboolean in)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  entry->deal_id = fixture->deal_id;
  entry->kind = kind;
  entry->direction = in ? MULL_DIRECTION_IN : MULL_DIRECTION_OUT;
  entry->reached = in;
  entry->happened_at = mull_workspace_get_now (fixture->workspace);
  mull_timeline_ops_log (fixture->workspace, entry, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Moved, slipped, promised, kept, closed: each on its day and not before. */
static void
test_changes (OpsFixture *fixture, gconstpointer data)
{
  MullDay day = mull_workspace_get_today (fixture->workspace);
  const MullClosing won = MULL_CLOSING_INIT (MULL_OUTCOME_WON);
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (MullDeal) changed = NULL;
  g_autoptr (MullCommitment) promise = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_cmpuint (count (fixture, day, MULL_SINCE_MOVED), ==, 0);
  mull_clock_advance_days (fixture->clock, 2);
  mull_deal_ops_move (fixture->workspace, fixture->deal_id, fixture->stages[1], 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, day + 2, MULL_SINCE_MOVED), ==, 1);
  g_assert_cmpuint (count (fixture, day + 3, MULL_SINCE_MOVED), ==, 0);

  deal = ops_fixture_get_deal (fixture);
  changed = mull_deal_copy (deal);
  changed->expected_on = day + 50;
  mull_deal_ops_update (fixture->workspace, changed, &error);
  g_assert_cmpuint (count (fixture, day, MULL_SINCE_SLIPPED), ==, 0);
  changed->expected_on = day + 60;
  mull_deal_ops_update (fixture->workspace, changed, &error);
  g_assert_cmpuint (count (fixture, day, MULL_SINCE_SLIPPED), ==, 1);
  /* Forward is no slip. */
  changed->expected_on = day + 40;
  mull_deal_ops_update (fixture->workspace, changed, &error);
  g_assert_cmpuint (count (fixture, day, MULL_SINCE_SLIPPED), ==, 1);

  promise->deal_id = fixture->deal_id;
  promise->side = MULL_SIDE_US;
  promise->due_on = day + 9;
  mull_set_text (&promise->words, "The figures");
  mull_commitment_ops_promise (fixture->workspace, promise, &id, &error);
  g_assert_cmpuint (count (fixture, day + 2, MULL_SINCE_PROMISED), ==, 1);
  mull_clock_advance_days (fixture->clock, 1);
  mull_commitment_ops_settle (fixture->workspace, id, MULL_COMMITMENT_KEPT, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, day + 3, MULL_SINCE_KEPT), ==, 1);
  g_assert_cmpuint (count (fixture, day + 3, MULL_SINCE_PROMISED), ==, 0);
  mull_deal_ops_close (fixture->workspace, fixture->deal_id, &won, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, day + 3, MULL_SINCE_CLOSED), ==, 1);
}

/* A deal is new on the day on which it was added, and not once it is in the trash. */
static void
test_new_deals (OpsFixture *fixture, gconstpointer data)
{
  MullDay day = mull_workspace_get_today (fixture->workspace);
  const MullNewDeal spec = {
    "Boiler service", "", "", 0, { 1240000, "EUR" }, MULL_DAY_NONE,
  };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const MullSinceRow *row;
  gint64 id = 0;

  mull_clock_advance_days (fixture->clock, 2);
  g_assert_cmpuint (count (fixture, day + 1, MULL_SINCE_NEW), ==, 0);
  mull_deal_ops_add (fixture->workspace, &spec, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, day + 3, MULL_SINCE_NEW), ==, 0);
  g_assert_cmpuint (count (fixture, day + 2, MULL_SINCE_NEW), ==, 1);
  rows = mull_since_load (fixture->workspace, day + 2, &error);
  row = rows->pdata[0];
  g_assert_cmpint (row->group, ==, MULL_SINCE_NEW);
  g_assert_cmpint (row->deal_id, ==, id);
  g_assert_cmpint (row->on, ==, day + 2);
  g_assert_nonnull (strstr (row->text, "€12,400"));
  mull_deal_ops_trash (fixture->workspace, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, day + 2, MULL_SINCE_NEW), ==, 0);
}

/* Being let off a promise is not keeping it; owning up to a broken one is not, either. */
static void
test_settled_promises (OpsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MullCommitmentState state;
    MullSinceGroup group;
  } cases[] = {
    { MULL_COMMITMENT_KEPT, MULL_SINCE_KEPT },
    { MULL_COMMITMENT_BROKEN, MULL_SINCE_BROKEN },
    { MULL_COMMITMENT_RELEASED, MULL_SINCE_OTHER },
  };
  MullDay day = mull_workspace_get_today (fixture->workspace);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullCommitment) promise = mull_commitment_new ();
      g_autoptr (GError) error = NULL;
      gint64 id = 0;

      promise->deal_id = fixture->deal_id;
      promise->side = MULL_SIDE_THEM;
      promise->due_on = mull_workspace_get_today (fixture->workspace) + 1;
      mull_set_text (&promise->words, "The figures");
      mull_commitment_ops_promise (fixture->workspace, promise, &id, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count (fixture, day, cases[i].group), ==, 0);
      /* Nothing is broken before its day has passed. */
      mull_clock_advance_days (fixture->clock, 2);
      mull_commitment_ops_settle (fixture->workspace, id, cases[i].state, 0, &error);
      g_assert_no_error (error);
      for (guint group = 0; group < MULL_SINCE_N_GROUPS; group++)
        if (group != MULL_SINCE_NEW && group != MULL_SINCE_PROMISED)
          g_assert_cmpuint (count (fixture, day, (MullSinceGroup) group), ==,
                            group == cases[i].group);
      /* Open again, it would be one that nobody kept; so it goes as well. */
      for (int step = 0; step < 2; step++)
        {
          mull_workspace_undo (fixture->workspace, &error);
          g_assert_no_error (error);
        }
    }
}

/* Silence counts from the day on which the deal began to fade, not from the first try. */
/* Nobody did anything, and a promise is overdue all the same. */
static void
test_passed_promises (OpsFixture *fixture, gconstpointer data)
{
  MullDay day = mull_workspace_get_today (fixture->workspace);
  g_autoptr (GError) error = NULL;
  guint n_done;

  for (int side = MULL_SIDE_US; side <= MULL_SIDE_THEM; side++)
    {
      g_autoptr (MullCommitment) promise = mull_commitment_new ();

      promise->deal_id = fixture->deal_id;
      promise->side = (MullSide) side;
      promise->due_on = day + 3;
      mull_set_text (&promise->words, "The figures");
      mull_commitment_ops_promise (fixture->workspace, promise, NULL, &error);
      g_assert_no_error (error);
    }
  mull_clock_advance_days (fixture->clock, 3);
  g_assert_cmpuint (count (fixture, day, MULL_SINCE_BROKEN), ==, 0);
  mull_clock_advance_days (fixture->clock, 1);
  g_assert_cmpuint (count (fixture, day, MULL_SINCE_BROKEN), ==, 2);
  g_assert_cmpuint (count (fixture, day + 4, MULL_SINCE_BROKEN), ==, 2);
  mull_clock_advance_days (fixture->clock, 10);
  g_assert_cmpuint (count (fixture, day + 4, MULL_SINCE_BROKEN), ==, 2);
  mull_workspace_recheck (fixture->workspace, 100, &n_done, &error);
  g_assert_no_error (error);
  /* Who looked after its day has seen it. */
  g_assert_cmpuint (count (fixture, day + 5, MULL_SINCE_BROKEN), ==, 0);
}

static void
test_gone_silent (OpsFixture *fixture, gconstpointer data)
{
  MullDay day = mull_workspace_get_today (fixture->workspace);
  g_autoptr (GError) error = NULL;
  guint n_done;

  log_out (fixture, MULL_ENTRY_CALL, TRUE);
  mull_clock_advance_days (fixture->clock, 1);
  log_out (fixture, MULL_ENTRY_MAIL, FALSE);
  mull_clock_advance_days (fixture->clock, 1);
  log_out (fixture, MULL_ENTRY_CALL, FALSE);
  mull_clock_advance_days (fixture->clock, 10);
  mull_workspace_recheck (fixture->workspace, 100, &n_done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, day, MULL_SINCE_SILENT), ==, 1);
  g_assert_cmpuint (count (fixture, day + 8, MULL_SINCE_SILENT), ==, 1);
  g_assert_cmpuint (count (fixture, day + 9, MULL_SINCE_SILENT), ==, 0);
}

static void
test_absence (OpsFixture *fixture, gconstpointer data)
{
  MullDay friday = mull_day_from_ymd (2026, 1, 2);
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_since_was_absent (MULL_DAY_NONE, friday));
  g_assert_false (mull_since_was_absent (friday, friday));
  g_assert_false (mull_since_was_absent (friday, friday + 3));
  g_assert_true (mull_since_was_absent (friday, friday + 4));
  /* A clock that was set back. */
  g_assert_false (mull_since_was_absent (friday + 400, friday));
  g_assert_cmpint (mull_since_get_last_seen (fixture->workspace), ==, MULL_DAY_NONE);
  g_assert_true (mull_since_note_seen (fixture->workspace, &error));
  g_assert_cmpint (mull_since_get_last_seen (fixture->workspace), ==,
                   mull_workspace_get_today (fixture->workspace));
  for (guint i = 0; i < MULL_SINCE_N_GROUPS; i++)
    g_assert_cmpint (*mull_since_group_label ((MullSinceGroup) i), !=, '\0');
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/since/changes", test_changes);
  OPS_ADD ("/since/new-deals", test_new_deals);
  OPS_ADD ("/since/settled-promises", test_settled_promises);
  OPS_ADD ("/since/passed-promises", test_passed_promises);
  OPS_ADD ("/since/gone-silent", test_gone_silent);
  OPS_ADD ("/since/absence", test_absence);
  return g_test_run ();
}
