/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-call-plan-ops"

#include "config.h"

#include "mull-call-plan-ops.h"

#include "mull-error.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static void
test_set (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDeal) deal = ops_fixture_get_deal (fixture);
  g_autoptr (MullDeal) changed = mull_deal_copy (deal);
  g_autoptr (MullDeal) planned = NULL;
  g_autoptr (GError) error = NULL;

  mull_set_text (&changed->plan_outcome, " A day for the trial ");
  mull_set_text (&changed->plan_must, "Who decides?\n\n What it costs them ");
  mull_set_text (&changed->title, "Not part of a plan");
  ops_fixture_before (fixture);
  mull_call_plan_ops_set (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  planned = ops_fixture_get_deal (fixture);
  g_assert_cmpstr (planned->title, ==, deal->title);
  g_assert_cmpstr (planned->plan_outcome, ==, "A day for the trial");
  g_assert_cmpstr (planned->plan_must, ==, "Who decides?\nWhat it costs them");

  ops_fixture_before (fixture);
  mull_call_plan_ops_set (fixture->workspace, planned, &error);
  g_assert_no_error (error);
  ops_fixture_assert_nothing (fixture);
}

static void
test_refuses_a_sixth_must_have (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDeal) deal = ops_fixture_get_deal (fixture);
  g_autoptr (MullDeal) changed = mull_deal_copy (deal);
  g_autoptr (GError) error = NULL;

  mull_set_text (&changed->plan_must, "a\nb\nc\nd\ne\nf");
  ops_fixture_before (fixture);
  g_assert_false (mull_call_plan_ops_set (fixture->workspace, changed, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

static void
test_empty_plans_are_counted (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;
  MullTalkCount count;

  mull_call_plan_count (fixture->workspace, &count, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count.planned, ==, 0);
  touch->deal_id = fixture->deal_id;
  touch->kind = MULL_ENTRY_MEETING;
  touch->due_on = mull_clock_get_today (fixture->clock) + 1;
  mull_touch_ops_plan (fixture->workspace, touch, NULL, &error);
  touch->kind = MULL_ENTRY_MAIL;
  mull_touch_ops_plan (fixture->workspace, touch, NULL, &error);
  g_assert_no_error (error);
  mull_call_plan_count (fixture->workspace, &count, &error);
  g_assert_cmpint (count.planned, ==, 1);
  g_assert_cmpint (count.without_plan, ==, 1);
  deal = ops_fixture_get_deal (fixture);
  mull_set_text (&deal->plan_ask, "A day");
  mull_call_plan_ops_set (fixture->workspace, deal, &error);
  g_assert_no_error (error);
  mull_call_plan_count (fixture->workspace, &count, &error);
  g_assert_cmpint (count.planned, ==, 1);
  g_assert_cmpint (count.without_plan, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  OPS_ADD ("/call-plan/ops/set", test_set);
  OPS_ADD ("/call-plan/ops/refuses-a-sixth-must-have", test_refuses_a_sixth_must_have);
  OPS_ADD ("/call-plan/ops/empty-plans-are-counted", test_empty_plans_are_counted);
  return g_test_run ();
}
