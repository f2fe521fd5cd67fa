/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-ops"

#include "config.h"

#include "mull-deal-ops.h"

#include "mull-error.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static void
test_add (OpsFixture *fixture, gconstpointer data)
{
  MullNewDeal spec = { "  R&D <b>“Süd”</b>\n%s ", "HARTWELL  mills", "Ann Ruiz",
                       fixture->stages[2],        { 500, "JPY" },    19000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDeal) first = ops_fixture_get_deal (fixture);
  g_autoptr (MullDeal) added = NULL;
  gint64 id = 0;

  ops_fixture_before (fixture);
  mull_deal_ops_add (fixture->workspace, &spec, &id, &error);
  g_assert_no_error (error);
  added = mull_record_store_get (fixture->db, &mull_deal_type, id, &error);
  g_assert_cmpstr (added->title, ==, "R&D <b>“Süd”</b> %s");
  /* The same company, and the same person at it, however they are spelled. */
  g_assert_cmpint (added->company_id, ==, first->company_id);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM person"), ==, 1);
  g_assert_cmpint (added->stage_id, ==, fixture->stages[2]);
  g_assert_cmpint (added->value_minor, ==, 500);
  g_assert_cmpstr (added->currency, ==, "JPY");
  g_assert_cmpint (added->expected_on, ==, 19000);
  ops_fixture_assert_one_step (fixture);
}

static void
test_add_refuses (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *long_title = g_strnfill (1000000, 'x');
  const char *titles[] = { "", " \n ", long_title, "\xff\xfe" };

  ops_fixture_before (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      MullNewDeal spec = { titles[i], NULL, NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };
      g_autoptr (GError) error = NULL;

      g_assert_false (mull_deal_ops_add (fixture->workspace, &spec, NULL, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
  ops_fixture_assert_nothing (fixture);
}

static void
test_add_refuses_a_bad_company_whole (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (100000, 'x');
  MullNewDeal spec = { "Good title", long_name, NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  g_assert_false (mull_deal_ops_add (fixture->workspace, &spec, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

static void
test_update_leaves_lines (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDeal) deal = ops_fixture_get_deal (fixture);
  g_autoptr (MullDeal) changed = mull_deal_copy (deal);
  g_autofree char *text = NULL;

  changed->value_minor = 990000;
  ops_fixture_before (fixture);
  mull_deal_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  text = ops_fixture_dup_last_entry (fixture);
  g_assert_cmpstr (text, ==, "Value changed from €12,400 to €9,900");
  ops_fixture_assert_one_step (fixture);

  changed->expected_on = mull_day_from_ymd (2024, 7, 1);
  mull_deal_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  changed->expected_on = mull_day_from_ymd (2024, 8, 1);
  mull_deal_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      fixture_query (fixture->db, "SELECT count(*) FROM entry_change WHERE field = 'expected-on'"),
      ==, 2);

  ops_fixture_before (fixture);
  mull_deal_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  ops_fixture_assert_nothing (fixture);
}

static void
test_move (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDeal) moved = NULL;
  g_autofree char *text = NULL;

  mull_clock_advance_days (fixture->clock, 3);
  ops_fixture_before (fixture);
  mull_deal_ops_move (fixture->workspace, fixture->deal_id, fixture->stages[1], MULL_PLACE_END,
                      &error);
  g_assert_no_error (error);
  moved = ops_fixture_get_deal (fixture);
  g_assert_cmpint (moved->stage_id, ==, fixture->stages[1]);
  g_assert_cmpint (moved->stage_since_at, ==, mull_clock_get_now (fixture->clock));
  text = ops_fixture_dup_last_entry (fixture);
  g_assert_cmpstr (text, ==, "Moved from Qualify to Discover");
  ops_fixture_assert_one_step (fixture);

  /* Onto its own place: nothing at all. */
  ops_fixture_before (fixture);
  mull_deal_ops_move (fixture->workspace, fixture->deal_id, fixture->stages[1], MULL_PLACE_KEEP,
                      &error);
  g_assert_no_error (error);
  mull_deal_ops_move (fixture->workspace, fixture->deal_id, fixture->stages[1], fixture->deal_id,
                      &error);
  g_assert_no_error (error);
  ops_fixture_assert_nothing (fixture);
}

static void
test_move_when_no_room_is_left (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[3] = { fixture->deal_id, 0, 0 };

  for (guint i = 1; i < G_N_ELEMENTS (ids); i++)
    {
      MullNewDeal spec = { "Other", NULL, NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };

      mull_deal_ops_add (fixture->workspace, &spec, &ids[i], &error);
      g_assert_no_error (error);
    }
  /* Always between the same two: the gap halves each time and runs out after about twenty. */
  for (guint i = 0; i < 60; i++)
    {
      gint64 mover = ids[i % 2 == 0 ? 2 : 1], before = ids[i % 2 == 0 ? 1 : 2];

      mull_deal_ops_move (fixture->workspace, mover, fixture->stages[0], ids[0], &error);
      g_assert_no_error (error);
      g_assert_cmpint (fixture_query (fixture->db, "SELECT count(DISTINCT rank) FROM deal"), ==, 3);
      mull_deal_ops_move (fixture->workspace, before, fixture->stages[0], ids[0], &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (fixture_query (fixture->db, "SELECT id FROM deal ORDER BY rank DESC LIMIT 1"),
                   ==, ids[0]);
}

static void
test_close_and_reopen (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDeal) closed = NULL;
  g_autoptr (MullDeal) opened = NULL;
  g_autofree char *text = NULL;
  const MullClosing no = { MULL_OUTCOME_SAID_NO, "Too dear", MULL_TERNARY_UNKNOWN, 20000,
                           "a new budget" };
  const MullClosing won = MULL_CLOSING_INIT (MULL_OUTCOME_WON);

  ops_fixture_before (fixture);
  mull_deal_ops_close (fixture->workspace, fixture->deal_id, &no, &error);
  g_assert_no_error (error);
  closed = ops_fixture_get_deal (fixture);
  g_assert_cmpint (closed->outcome, ==, MULL_OUTCOME_SAID_NO);
  g_assert_cmpint (closed->heard_no, ==, MULL_TERNARY_YES);
  g_assert_cmpstr (closed->outcome_reason, ==, "Too dear");
  g_assert_cmpint (closed->look_again_on, ==, 20000);
  g_assert_cmpstr (closed->look_again_if, ==, "a new budget");
  text = ops_fixture_dup_last_entry (fixture);
  g_assert_true (g_str_has_suffix (text, "Too dear"));
  ops_fixture_assert_one_step (fixture);

  g_assert_false (mull_deal_ops_close (fixture->workspace, fixture->deal_id, &won, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_clear_error (&error);

  ops_fixture_before (fixture);
  mull_deal_ops_reopen (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  opened = ops_fixture_get_deal (fixture);
  g_assert_cmpint (opened->outcome, ==, MULL_OUTCOME_OPEN);
  g_assert_cmpstr (opened->outcome_reason, ==, "");
  g_assert_cmpint (opened->closed_at, ==, MULL_INSTANT_NONE);
  ops_fixture_assert_one_step (fixture);
}

static void
test_star_and_trash (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  mull_deal_ops_set_starred (fixture->workspace, fixture->deal_id, TRUE, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal_card"), ==, 0);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_deal_ops_restore (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal_card"), ==, 1);
  ops_fixture_assert_one_step (fixture);
}

static void
test_unknown_deal (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      mull_deal_ops_move (fixture->workspace, 4711, fixture->stages[0], MULL_PLACE_END, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (
      mull_deal_ops_move (fixture->workspace, fixture->deal_id, 4711, MULL_PLACE_END, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/deal-ops/add", test_add);
  OPS_ADD ("/deal-ops/add-refuses", test_add_refuses);
  OPS_ADD ("/deal-ops/add-refuses-a-bad-company-whole", test_add_refuses_a_bad_company_whole);
  OPS_ADD ("/deal-ops/update-leaves-lines", test_update_leaves_lines);
  OPS_ADD ("/deal-ops/move", test_move);
  OPS_ADD ("/deal-ops/move-when-no-room-is-left", test_move_when_no_room_is_left);
  OPS_ADD ("/deal-ops/close-and-reopen", test_close_and_reopen);
  OPS_ADD ("/deal-ops/star-and-trash", test_star_and_trash);
  OPS_ADD ("/deal-ops/unknown-deal", test_unknown_deal);
  return g_test_run ();
}
