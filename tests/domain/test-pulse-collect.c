/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-move-state.h"
#include "mull-pulse-collect.h"
#include "mull-pulse.h"

#include "deal-fixture.h"

#define NONE (-1)

static MullPulse *
collect (DealFixture *fixture, int dark_days)
{
  return mull_pulse_collect (fixture->entries, fixture->commitments, fixture->quiets, dark_days,
                             MULL_DAY_NONE, MULL_DAY_NONE, D (30), fixture->zone);
}

static MullDay
day_or_none (int day)
{
  return day == NONE ? MULL_DAY_NONE : D (day);
}

static void
test_last_silence (void)
{
  static const struct
  {
    const char *entries;
    guint n_silences;
    int from, fades, dark, to;
  } cases[] = {
    { "im1 om2 oc6 om12", 1, 2, 9, 16, 30 },
    { "im1 om2 oc6 om20", 1, 2, 9, 20, 30 },
    { "im1 om2 om12", 1, 2, 12, NONE, 30 },
    { "im1 om2 om6 om12", 1, 2, 9, NONE, 30 },
    { "im1 om2", 1, 2, NONE, NONE, 30 },
    { "im1 om2 om3 im9", 1, 2, NONE, NONE, 9 },
    { "im1 om2 om3 im10", 1, 2, 9, NONE, 10 },
    { "im1 om2 oc6 om12 im16", 1, 2, 9, NONE, 16 },
    { "im1 om2 oc6 om12 im17", 1, 2, 9, 16, 17 },
    { "im1 om2 im5 om8 im9a", 2, 8, NONE, NONE, 30 },
    { "om2 oc6 om12", 1, 2, NONE, NONE, 30 },
    { "im1 om5 im5", 0, 0, 0, 0, 0 },
    { "im1 om30", 0, 0, 0, 0, 0 },
    { "im1 -n5 om40 om6x", 0, 0, 0, 0, 0 },
    { "", 0, 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture = deal_fixture_new (cases[i].entries, "", "", "");
      g_autoptr (MullPulse) pulse = collect (fixture, 14);
      const MullPulseSilence *last;

      g_test_message ("case %u", i);
      g_assert_cmpuint (pulse->silences->len, ==, cases[i].n_silences);
      if (cases[i].n_silences == 0)
        continue;
      last = &g_array_index (pulse->silences, MullPulseSilence, pulse->silences->len - 1);
      g_assert_cmpint (last->from_on, ==, D (cases[i].from));
      g_assert_cmpint (last->fades_on, ==, day_or_none (cases[i].fades));
      g_assert_cmpint (last->dark_on, ==, day_or_none (cases[i].dark));
      g_assert_cmpint (last->to_on, ==, D (cases[i].to));
    }
}

/* The strip shades a day amber or red exactly when the rule calls it fading or dark. */
static void
test_agrees_with_the_state (void)
{
  static const char *const kinds[] = { "om", "oc", "im", "oc" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) entries = g_string_new ("im0");
      g_autoptr (DealFixture) fixture = NULL;
      g_autoptr (MullPulse) pulse = NULL;
      int dark_days = g_rand_int_range (rand, 2, 12);

      for (int i = g_rand_int_range (rand, 0, 7); i > 0; i--)
        g_string_append_printf (entries, " %s%d", kinds[g_rand_int_range (rand, 0, 4)],
                                g_rand_int_range (rand, 0, 31));
      fixture = deal_fixture_new (entries->str, "", "", "");
      pulse = collect (fixture, dark_days);
      for (MullDay day = D (0); day <= D (30); day++)
        {
          gboolean fading = FALSE, dark = FALSE;
          MullMoveFacts facts;
          MullMoveState state;

          mull_move_facts_collect (&facts, fixture->deal, fixture->entries, NULL, NULL, NULL, day,
                                   fixture->zone);
          state =
              mull_move_state_decide (&facts, dark_days, mull_thresholds_get_default (), day).state;
          for (guint i = 0; i < pulse->silences->len; i++)
            {
              const MullPulseSilence *silence =
                  &g_array_index (pulse->silences, MullPulseSilence, i);
              gboolean open = silence->to_on == D (30) && i + 1 == pulse->silences->len &&
                              facts.heard_on < silence->to_on;
              MullDay end = silence->to_on + (open ? 1 : 0);

              if (silence->fades_on != MULL_DAY_NONE && day >= silence->fades_on && day < end)
                fading = TRUE;
              if (silence->dark_on != MULL_DAY_NONE && day >= silence->dark_on && day < end)
                dark = TRUE;
            }
          g_test_message ("%s, dark after %d, day %d", entries->str, dark_days, day - D (0));
          if (day == D (30) && facts.heard_on == day)
            continue;
          g_assert_cmpint (state == MULL_MOVE_DARK, ==, dark);
          g_assert_cmpint (state == MULL_MOVE_DARK || state == MULL_MOVE_FADING, ==, fading);
        }
    }
}

static void
test_touches (void)
{
  g_autoptr (DealFixture) fixture =
      deal_fixture_new ("bt9r oc5 oc6r im1 im2a -n3 om40 om4x", "", "", "");
  static const struct
  {
    int day;
    MullDirection direction;
    gboolean reached;
    gint64 id;
  } expected[] = {
    { 1, MULL_DIRECTION_IN, TRUE, 4 },
    { 5, MULL_DIRECTION_OUT, FALSE, 2 },
    { 6, MULL_DIRECTION_BOTH, TRUE, 3 },
    { 9, MULL_DIRECTION_BOTH, TRUE, 1 },
  };
  g_autoptr (MullPulse) pulse = collect (fixture, 14);

  g_assert_cmpuint (pulse->touches->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MullPulseTouch *touch = &g_array_index (pulse->touches, MullPulseTouch, i);

      g_assert_cmpint (touch->day, ==, D (expected[i].day));
      g_assert_cmpint (touch->direction, ==, expected[i].direction);
      g_assert_cmpint (touch->reached, ==, expected[i].reached);
      g_assert_cmpint (touch->entry_id, ==, expected[i].id);
    }
}

static void
test_promises_and_quiets (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new ("", "", "t35 u20 t10k u30 u5", "60 50x");
  g_autoptr (MullPulse) pulse = NULL;
  static const struct
  {
    int day;
    MullPulseFlag flag;
  } expected[] = {
    { 12, MULL_PULSE_FLAG_KEPT },
    { 20, MULL_PULSE_FLAG_BROKEN },
    { 30, MULL_PULSE_FLAG_OPEN },
    { 35, MULL_PULSE_FLAG_OPEN },
  };

  ((MullCommitment *) g_ptr_array_index (fixture->commitments, 2))->settled_on = D (12);
  ((MullCommitment *) g_ptr_array_index (fixture->commitments, 4))->state = MULL_COMMITMENT_OWNED;
  ((MullQuiet *) g_ptr_array_index (fixture->quiets, 0))->asked_on = D (25);
  pulse = collect (fixture, 14);
  g_assert_cmpuint (pulse->promises->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MullPulsePromise *promise = &g_array_index (pulse->promises, MullPulsePromise, i);

      g_assert_cmpint (promise->day, ==, D (expected[i].day));
      g_assert_cmpint (promise->flag, ==, expected[i].flag);
    }
  g_assert_cmpuint (pulse->quiets->len, ==, 2);
  g_assert_cmpint (g_array_index (pulse->quiets, MullPulseQuiet, 0).until_on, ==, D (30));
  g_assert_cmpint (g_array_index (pulse->quiets, MullPulseQuiet, 1).from_on, ==, D (25));
  g_assert_cmpint (g_array_index (pulse->quiets, MullPulseQuiet, 1).until_on, ==, D (60));
}

static void
test_axis (void)
{
  g_autoptr (DealFixture) empty = deal_fixture_new ("", "", "", "");
  g_autoptr (DealFixture) old = deal_fixture_new ("im-90", "", "", "");
  g_autoptr (MullPulse) pulse = collect (empty, 14);
  g_autoptr (MullPulse) long_pulse = collect (old, 14);
  g_autoptr (MullPulse) given =
      mull_pulse_collect (old->entries, NULL, NULL, 14, D (10), D (5), D (30), old->zone);

  g_assert_true (mull_pulse_is_empty (pulse));
  g_assert_cmpint (pulse->from_on, ==, D (0));
  g_assert_cmpint (pulse->to_on, ==, D (37));
  g_assert_cmpint (pulse->today, ==, D (30));
  g_assert_cmpint (long_pulse->from_on, ==, D (-90));
  g_assert_cmpint (given->from_on, ==, D (10));
  g_assert_cmpint (given->to_on, ==, D (10));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pulse-collect/last-silence", test_last_silence);
  g_test_add_func ("/pulse-collect/agrees-with-the-state", test_agrees_with_the_state);
  g_test_add_func ("/pulse-collect/touches", test_touches);
  g_test_add_func ("/pulse-collect/promises-and-quiets", test_promises_and_quiets);
  g_test_add_func ("/pulse-collect/axis", test_axis);
  return g_test_run ();
}
