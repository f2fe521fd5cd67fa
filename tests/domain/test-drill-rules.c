/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-drill-rules.h"

/* The same seed chooses the same deal; never the last one twice where there is another. */
static void
test_choose (void)
{
  const gint64 ids[] = { 3, 5, 8 };
  gboolean chosen[9] = { FALSE };
  gint64 last = 0;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GRand) one = g_rand_new_with_seed (11);
  g_autoptr (GRand) other = g_rand_new_with_seed (11);

  g_assert_cmpint (mull_drill_choose (NULL, 0, 0, rand), ==, 0);
  g_assert_cmpint (mull_drill_choose (ids, 1, 3, rand), ==, 3);
  for (guint i = 0; i < 200; i++)
    {
      gint64 id = mull_drill_choose (ids, G_N_ELEMENTS (ids), last, rand);

      g_assert_cmpint (id, !=, last);
      chosen[id] = TRUE;
      last = id;
    }
  g_assert_true (chosen[3] && chosen[5] && chosen[8]);
  for (guint i = 0; i < 20; i++)
    g_assert_cmpint (mull_drill_choose (ids, 3, 0, one), ==, mull_drill_choose (ids, 3, 0, other));
}

static void
assert_missing (const MullDrillFacts *facts, const char *expected)
{
  g_auto (GStrv) missing = mull_drill_list_missing (facts);
  g_autofree char *text = g_strjoinv ("|", missing);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_missing (void)
{
  g_autoptr (MullDeal) deal = mull_deal_new ();
  MullDrillFacts facts = { .deal = deal };

  facts.n_unsure = 4;
  deal->expected_on = MULL_DAY_NONE;
  assert_missing (&facts, "Nobody there was ever heard.|There is nobody in the buying centre.|"
                          "4 of the four questions have no answer yet.|There is no next step.|"
                          "The next talk is not planned.|Their own date is not known.");
  facts.has_spoken = facts.has_next_step = TRUE;
  facts.n_people = 2;
  facts.n_unsure = 0;
  facts.n_no = 1;
  deal->expected_on = mull_day_from_ymd (2026, 5, 1);
  mull_set_text (&deal->plan_must, "the budget");
  assert_missing (&facts, "It is not known who decides.|"
                          "1 of the four questions is answered with no.");
  facts.decides = TRUE;
  facts.n_no = 0;
  assert_missing (&facts, "");
}

/* At the longest script itself, and one second on either side. */
static void
test_judge_time (void)
{
  static const struct
  {
    int seconds;
    const char *text;
  } cases[] = {
    { 44, "You took 44 s, of at most 45." },
    { 45, "You took 45 s, of at most 45." },
    { 46, "You took 46 s: 1 second longer than it should be." },
    { 60, "You took 60 s: 15 seconds longer than it should be." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          mull_drill_judge_time (cases[i].seconds, mull_thresholds_get_default ());

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/do-over/drill/choose", test_choose);
  g_test_add_func ("/do-over/drill/missing", test_missing);
  g_test_add_func ("/do-over/drill/judge-time", test_judge_time);
  return g_test_run ();
}
