/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-today-list"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-deal-ops.h"
#include "mull-hole-ops.h"
#include "mull-quiet-ops.h"
#include "mull-timeline-ops.h"
#include "mull-today-list.h"
#include "mull-today-store.h"
#include "ops-fixture.h"

static MullTodayList *
load (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MullTodayList *list;
  guint n_done;

  mull_workspace_recheck (fixture->workspace, 1000, &n_done, &error);
  g_assert_no_error (error);
  list = mull_today_list_load (fixture->workspace, &error);
  g_assert_no_error (error);
  return list;
}

static guint
count (OpsFixture *fixture, MullTodayGroup group)
{
  g_autoptr (MullTodayList) list = load (fixture);

  return mull_today_list_count (list, group);
}

static gint64
promise (OpsFixture *fixture, MullSide side, int due)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  commitment->deal_id = fixture->deal_id;
  commitment->side = side;
  commitment->to_person_id = commitment->by_person_id = fixture->person_id;
  commitment->due_on = mull_workspace_get_today (fixture->workspace) + due;
  mull_set_text (&commitment->words, "The figures");
  mull_commitment_ops_promise (fixture->workspace, commitment, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
plan (OpsFixture *fixture, MullEntryKind kind, int due)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  touch->deal_id = fixture->deal_id;
  touch->kind = kind;
  touch->accepted = kind == MULL_ENTRY_MEETING;
  touch->due_on = mull_workspace_get_today (fixture->workspace) + due;
  mull_set_text (&touch->text, "Ring them");
  mull_touch_ops_plan (fixture->workspace, touch, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_empty (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullTodayList) list = load (fixture);
  g_autofree char *n = mull_today_list_format_count (list);

  g_assert_cmpuint (list->rows->len, ==, 0);
  g_assert_cmpstr (n, ==, "0");
}

/* A row says who and where, and goes when it is done; it comes back with Undo. */
static void
test_done_is_gone (OpsFixture *fixture, gconstpointer data)
{
  gint64 touch_id = plan (fixture, MULL_ENTRY_CALL, 0);
  g_autoptr (MullTodayList) list = load (fixture);
  const MullTodayRow *row = list->rows->pdata[0];
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (list->rows->len, ==, 1);
  g_assert_cmpstr (row->deal, ==, "Boiler service");
  g_assert_cmpstr (row->company, ==, "Hartwell Mills");
  g_assert_cmpstr (row->person, ==, "Ann Ruiz");
  g_assert_cmpstr (row->item->text, ==, "Ring them");
  g_assert_cmpint (row->item->verb, ==, MULL_TODAY_CALL);
  mull_touch_ops_settle (fixture->workspace, touch_id, MULL_TOUCH_DONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, MULL_TODAY_PLANNED), ==, 0);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_cmpuint (count (fixture, MULL_TODAY_PLANNED), ==, 1);
}

/* Days that pass, one by one, a month at once, and back: right on every one. */
static void
test_clock_jumps (OpsFixture *fixture, gconstpointer data)
{
  gint64 start = mull_workspace_get_now (fixture->workspace);

  promise (fixture, MULL_SIDE_US, 10);
  promise (fixture, MULL_SIDE_THEM, 1);
  g_assert_cmpuint (count (fixture, MULL_TODAY_BEFORE_DUE), ==, 0);
  g_assert_cmpuint (count (fixture, MULL_TODAY_THEIRS), ==, 0);
  mull_clock_advance_days (fixture->clock, 8);
  g_assert_cmpuint (count (fixture, MULL_TODAY_BEFORE_DUE), ==, 1);
  g_assert_cmpuint (count (fixture, MULL_TODAY_THEIRS), ==, 1);
  mull_clock_advance_days (fixture->clock, 31);
  g_assert_cmpuint (count (fixture, MULL_TODAY_BEFORE_DUE), ==, 1);
  mull_clock_advance_days (fixture->clock, 365);
  g_assert_cmpuint (count (fixture, MULL_TODAY_BEFORE_DUE), ==, 1);
  mull_clock_set_now (fixture->clock, start);
  g_assert_cmpuint (count (fixture, MULL_TODAY_BEFORE_DUE), ==, 0);
  g_assert_cmpuint (count (fixture, MULL_TODAY_THEIRS), ==, 0);
  mull_clock_advance_days (fixture->clock, 500);
  g_assert_cmpuint (count (fixture, MULL_TODAY_BEFORE_DUE), ==, 1);
}

/* Whoever asked to be left alone is: only what we owe is a duty. */
static void
test_quiet_holds_the_rest (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;

  promise (fixture, MULL_SIDE_US, 1);
  promise (fixture, MULL_SIDE_THEM, 0);
  plan (fixture, MULL_ENTRY_CALL, 9);
  hole->deal_id = fixture->deal_id;
  mull_set_text (&hole->text, "Who signs?");
  mull_hole_ops_open (fixture->workspace, hole, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, MULL_TODAY_HOLES), ==, 1);
  quiet->scope = MULL_QUIET_SCOPE_PERSON;
  quiet->person_id = fixture->person_id;
  quiet->until_on = mull_workspace_get_today (fixture->workspace) + 30;
  mull_set_text (&quiet->words, "Not before July");
  mull_quiet_ops_add (fixture->workspace, quiet, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, MULL_TODAY_HOLES), ==, 0);
  mull_clock_advance_days (fixture->clock, 10);
  g_assert_cmpuint (count (fixture, MULL_TODAY_BEFORE_DUE), ==, 1);
  g_assert_cmpuint (count (fixture, MULL_TODAY_THEIRS), ==, 0);
  g_assert_cmpuint (count (fixture, MULL_TODAY_PLANNED), ==, 0);
  g_assert_cmpuint (count (fixture, MULL_TODAY_ASKED), ==, 0);
  /* It is time to prepare, and then to call. */
  mull_clock_advance_days (fixture->clock, 13);
  {
    g_autoptr (MullTodayList) list = load (fixture);
    const MullTodayRow *row = NULL;

    for (guint i = 0; i < list->rows->len; i++)
      if (((MullTodayRow *) list->rows->pdata[i])->item->group == MULL_TODAY_ASKED)
        row = list->rows->pdata[i];
    g_assert_nonnull (row);
    g_assert_cmpint (row->item->verb, ==, MULL_TODAY_PREPARE);
    g_assert_cmpstr (row->deal, ==, "Ann Ruiz");
  }
  mull_clock_advance_days (fixture->clock, 7);
  g_assert_cmpuint (count (fixture, MULL_TODAY_ASKED), ==, 1);
  g_assert_cmpuint (count (fixture, MULL_TODAY_THEIRS), ==, 1);
  g_assert_cmpuint (count (fixture, MULL_TODAY_PLANNED), ==, 1);
}

/* Nothing of deals that are closed or in the trash. */
static void
test_closed_is_gone (OpsFixture *fixture, gconstpointer data)
{
  const MullClosing closing = { MULL_OUTCOME_SAID_NO, "No", MULL_TERNARY_YES, MULL_DAY_NONE, NULL };
  g_autoptr (GError) error = NULL;

  promise (fixture, MULL_SIDE_US, 0);
  plan (fixture, MULL_ENTRY_MEETING, 0);
  g_assert_cmpuint (count (fixture, MULL_TODAY_MEETINGS), ==, 1);
  mull_deal_ops_close (fixture->workspace, fixture->deal_id, &closing, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, MULL_TODAY_BEFORE_DUE), ==, 0);
  g_assert_cmpuint (count (fixture, MULL_TODAY_MEETINGS), ==, 0);
}

/* Our own silence comes up once, and not beside another row of the deal. */
static void
test_gone_quiet_once (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = MULL_DIRECTION_IN;
  entry->reached = TRUE;
  entry->happened_at = mull_workspace_get_now (fixture->workspace);
  mull_timeline_ops_log (fixture->workspace, entry, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, MULL_TODAY_GONE_QUIET), ==, 0);
  mull_clock_advance_days (fixture->clock, 8);
  g_assert_cmpuint (count (fixture, MULL_TODAY_GONE_QUIET), ==, 1);
  promise (fixture, MULL_SIDE_US, 1);
  g_assert_cmpuint (count (fixture, MULL_TODAY_GONE_QUIET), ==, 0);
}

/* What went out before counts as nothing done about it; what came in does not count at all. */
static void
test_was_touched (OpsFixture *fixture, gconstpointer data)
{
  gint64 now = mull_workspace_get_now (fixture->workspace);
  static const MullDirection directions[] = { MULL_DIRECTION_IN, MULL_DIRECTION_OUT };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autoptr (MullEntry) entry = mull_entry_new ();
      g_autoptr (GError) error = NULL;
      gboolean touched = FALSE;

      entry->deal_id = fixture->deal_id;
      entry->kind = MULL_ENTRY_MAIL;
      entry->direction = directions[i];
      entry->happened_at = now;
      mull_timeline_ops_log (fixture->workspace, entry, NULL, NULL, &error);
      g_assert_no_error (error);
      mull_today_store_was_touched (fixture->db, fixture->deal_id, now, &touched, &error);
      g_assert_cmpint (touched, ==, directions[i] == MULL_DIRECTION_OUT);
      mull_today_store_was_touched (fixture->db, fixture->deal_id, now + 1, &touched, &error);
      g_assert_false (touched);
    }
}

/* A group ends at its limit, and says that there is more. */
static void
test_limits (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullTodayList) list = NULL;
  g_autofree char *n = NULL;

  for (guint i = 0; i < MULL_TODAY_GROUP_LIMIT + 5; i++)
    plan (fixture, MULL_ENTRY_CALL, 0);
  list = load (fixture);
  n = mull_today_list_format_count (list);
  g_assert_cmpuint (mull_today_list_count (list, MULL_TODAY_PLANNED), ==, MULL_TODAY_GROUP_LIMIT);
  g_assert_true (list->more[MULL_TODAY_PLANNED]);
  g_assert_cmpstr (n, ==, "50+");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/today/list/empty", test_empty);
  OPS_ADD ("/today/list/done-is-gone", test_done_is_gone);
  OPS_ADD ("/today/list/clock-jumps", test_clock_jumps);
  OPS_ADD ("/today/list/quiet-holds-the-rest", test_quiet_holds_the_rest);
  OPS_ADD ("/today/list/closed-is-gone", test_closed_is_gone);
  OPS_ADD ("/today/list/gone-quiet-once", test_gone_quiet_once);
  OPS_ADD ("/today/list/was-touched", test_was_touched);
  OPS_ADD ("/today/list/limits", test_limits);
  return g_test_run ();
}
