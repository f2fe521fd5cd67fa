/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-stage-time.h"

#include "deal-fixture.h"

static void
test_split (void)
{
  static const struct
  {
    const char *entries;
    int quiet_from, quiet_until;
    int days, ours, theirs, quiet;
  } cases[] = {
    { "", 0, 0, 20, 20, 0, 0 },
    /* The day of a touch belongs to whom it leaves the turn. */
    { "om5", 0, 0, 20, 5, 15, 0 },
    { "om5 im12", 0, 0, 20, 13, 7, 0 },
    { "om5 im5", 0, 0, 20, 20, 0, 0 },
    { "om5 oc9r", 0, 0, 20, 16, 4, 0 },
    { "om5 im9a -n10 im11x", 0, 0, 20, 5, 15, 0 },
    { "om5", 8, 12, 20, 5, 11, 4 },
    { "om25", 0, 0, 20, 20, 0, 0 },
    { "om-3", 0, 0, 20, 0, 20, 0 },
    { "", 15, 60, 20, 15, 0, 5 },
  };
  const MullStageMove move = { D (0), 7 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *until = g_strdup_printf ("%d", cases[i].quiet_until);
      g_autoptr (DealFixture) fixture = deal_fixture_new (cases[i].entries, "", "", until);
      g_autoptr (GArray) times = NULL;
      const MullStageTime *stage_time;

      ((MullQuiet *) g_ptr_array_index (fixture->quiets, 0))->asked_on = D (cases[i].quiet_from);
      times = mull_stage_time_count (&move, 1, fixture->entries, fixture->quiets, D (20),
                                     fixture->zone);
      g_test_message ("case %u", i);
      g_assert_cmpuint (times->len, ==, 1);
      stage_time = &g_array_index (times, MullStageTime, 0);
      g_assert_cmpint (stage_time->stage_id, ==, 7);
      g_assert_cmpint (stage_time->days, ==, cases[i].days);
      g_assert_cmpint (stage_time->ours, ==, cases[i].ours);
      g_assert_cmpint (stage_time->theirs, ==, cases[i].theirs);
      g_assert_cmpint (stage_time->quiet, ==, cases[i].quiet);
    }
}

static void
test_stages (void)
{
  const MullStageMove moves[] = {
    { D (0), 1 }, { D (5), 2 }, { D (5), 3 }, { D (8), 2 }, { D (12), 1 }
  };
  static const MullStageTime expected[] = {
    { 1, 13, 3, 10, 0 },
    { 2, 4, 0, 4, 0 },
    { 3, 3, 0, 3, 0 },
  };
  g_autoptr (DealFixture) fixture = deal_fixture_new ("om3", "", "", "");
  g_autoptr (GArray) times = mull_stage_time_count (moves, G_N_ELEMENTS (moves), fixture->entries,
                                                    NULL, D (20), fixture->zone);
  g_autoptr (GArray) none = mull_stage_time_count (NULL, 0, NULL, NULL, D (20), fixture->zone);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (times->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < times->len; i++)
    {
      const MullStageTime *stage_time = &g_array_index (times, MullStageTime, i);

      g_assert_cmpint (stage_time->stage_id, ==, expected[i].stage_id);
      g_assert_cmpint (stage_time->days, ==, expected[i].days);
      g_assert_cmpint (stage_time->ours, ==, expected[i].ours);
      g_assert_cmpint (stage_time->theirs, ==, expected[i].theirs);
    }
}

static void
test_slips (void)
{
  const MullDateChange changes[] = {
    { MULL_DAY_NONE, D (10) }, { D (10), D (17) }, { D (17), D (12) },
    { D (12), D (13) },        { D (13), D (13) }, { D (13), MULL_DAY_NONE },
  };
  MullSlips slips = mull_slips_count (changes, G_N_ELEMENTS (changes));

  g_assert_cmpint (slips.times, ==, 2);
  g_assert_cmpint (slips.days, ==, 8);
  g_assert_cmpint (mull_slips_count (NULL, 0).times, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage-time/split", test_split);
  g_test_add_func ("/stage-time/stages", test_stages);
  g_test_add_func ("/stage-time/slips", test_slips);
  return g_test_run ();
}
