/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-next-step.h"

#include "deal-fixture.h"

static void
test_earliest (void)
{
  static const struct
  {
    const char *touches;
    const char *commitments;
    MullNextStepKind kind;
    gint64 id;
    int on;
    gboolean overdue;
    int ours_on;
  } cases[] = {
    { "33+", "u35", MULL_NEXT_STEP_TOUCH, 1, 33, FALSE, 33 },
    { "40 33c 35", "", MULL_NEXT_STEP_TOUCH, 2, 33, FALSE, 33 },
    { "33", "u32", MULL_NEXT_STEP_OURS, 1, 32, FALSE, 32 },
    { "33", "t31", MULL_NEXT_STEP_THEIRS, 1, 31, FALSE, 33 },
    { "", "t31", MULL_NEXT_STEP_THEIRS, 1, 31, FALSE, -1 },
    { "", "b31", MULL_NEXT_STEP_OURS, 1, 31, FALSE, 31 },
    { "20", "u25", MULL_NEXT_STEP_TOUCH, 1, 20, TRUE, 20 },
    { "25", "u20 t35", MULL_NEXT_STEP_OURS, 1, 20, TRUE, 20 },
    { "30", "", MULL_NEXT_STEP_TOUCH, 1, 30, FALSE, 30 },
    /* On one day: ours, planned, theirs, then the older. */
    { "33", "t33 u33", MULL_NEXT_STEP_OURS, 2, 33, FALSE, 33 },
    { "33", "t33", MULL_NEXT_STEP_TOUCH, 1, 33, FALSE, 33 },
    { "33 33", "", MULL_NEXT_STEP_TOUCH, 1, 33, FALSE, 33 },
    /* What is settled is no step. */
    { "31x 33", "u30k", MULL_NEXT_STEP_TOUCH, 2, 33, FALSE, 33 },
    { "31x", "u30k", MULL_NEXT_STEP_NONE, 0, -1, FALSE, -1 },
    { "", "u29!", MULL_NEXT_STEP_OURS, 1, 29, TRUE, 29 },
    { "", "", MULL_NEXT_STEP_NONE, 0, -1, FALSE, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture =
          deal_fixture_new ("", cases[i].touches, cases[i].commitments, "");
      MullNextStep step;
      gboolean found = mull_next_step_find (&step, fixture->touches, fixture->commitments, D (30));

      g_test_message ("case %u", i);
      g_assert_cmpint (found, ==, cases[i].kind != MULL_NEXT_STEP_NONE);
      g_assert_cmpint (step.kind, ==, cases[i].kind);
      g_assert_cmpint (step.id, ==, cases[i].id);
      g_assert_cmpint (step.on, ==, cases[i].on < 0 ? MULL_DAY_NONE : D (cases[i].on));
      g_assert_cmpint (step.ours_on, ==,
                       cases[i].ours_on < 0 ? MULL_DAY_NONE : D (cases[i].ours_on));
      g_assert_cmpint (step.overdue, ==, cases[i].overdue);
      g_assert_nonnull (step.text);
    }
}

static void
test_hour_comes_first (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new ("", "33 33c 33c", "u33", "");
  MullNextStep step;

  ((MullPlannedTouch *) g_ptr_array_index (fixture->touches, 1))->due_minute = 15 * 60;
  ((MullPlannedTouch *) g_ptr_array_index (fixture->touches, 2))->due_minute = 0;
  g_assert_true (mull_next_step_find (&step, fixture->touches, fixture->commitments, D (30)));
  g_assert_cmpint (step.id, ==, 3);
  g_assert_cmpint (step.minute, ==, 0);
}

static void
test_text (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new ("", "33c", "", "");
  MullPlannedTouch *touch = g_ptr_array_index (fixture->touches, 0);
  MullNextStep step;

  mull_next_step_find (&step, fixture->touches, NULL, D (30));
  g_assert_cmpstr (step.text, ==, "Call");
  g_assert_cmpint (step.minute, ==, -1);
  mull_set_text (&touch->text, "Ask for the plan");
  mull_next_step_find (&step, fixture->touches, NULL, D (30));
  g_assert_cmpstr (step.text, ==, "Ask for the plan");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/next-step/earliest", test_earliest);
  g_test_add_func ("/next-step/hour-comes-first", test_hour_comes_first);
  g_test_add_func ("/next-step/text", test_text);
  return g_test_run ();
}
