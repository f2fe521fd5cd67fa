/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-call-plan"

#include "config.h"

#include "mull-call-plan.h"

#include "mull-error.h"

static void
test_five_must_haves (void)
{
  g_autofree char *five = NULL;
  g_autofree char *six = NULL;
  g_autoptr (GError) error = NULL;

  five = mull_call_plan_join (" a \n\nb\nc\n  \nd\ne\n", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (five, ==, "a\nb\nc\nd\ne");
  six = mull_call_plan_join ("a\nb\nc\nd\ne\nf", &error);
  g_assert_null (six);
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
}

static void
test_suggest (void)
{
  g_autoptr (MullDeal) deal = mull_deal_new ();
  g_autoptr (MullStage) stage = mull_stage_new ();
  g_auto (GStrv) suggested = NULL;

  mull_set_text (&stage->questions, "Who decides?\nWhat does it cost them?\n");
  mull_set_text (&deal->plan_must, "who DECIDES?");
  suggested = mull_call_plan_suggest (deal, stage);
  g_assert_cmpuint (g_strv_length (suggested), ==, 1);
  g_assert_cmpstr (suggested[0], ==, "What does it cost them?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/call-plan/five-must-haves", test_five_must_haves);
  g_test_add_func ("/call-plan/suggest", test_suggest);
  return g_test_run ();
}
