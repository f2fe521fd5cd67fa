/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-needs.h"

#include "deal-fixture.h"

#define NONE G_MININT
#define TODAY 30

typedef struct
{
  const char *name;
  MullMoveState state;
  int on;
  MullMoveFlags flags;
  int our_next;
  int ours_due;
  int theirs_failed;
  int holes;
  int stuck; /* 0: nothing is */
} Case;

/* The order of a rep's day, soonest first. */
static const Case ordered[] = {
  { "we owe, long overdue", MULL_MOVE_WE_OWE, 10, 0, 10, 10, NONE, 0 },
  { "we owe, since yesterday", MULL_MOVE_WE_OWE, 29, 0, 29, 29, NONE, 0 },
  { "meeting ahead, and we owe", MULL_MOVE_MEETING_SET, 50, 0, 29, 29, NONE, 0 },
  { "meeting today", MULL_MOVE_MEETING_SET, 30, 0, 30, NONE, NONE, 0 },
  { "meeting tomorrow", MULL_MOVE_MEETING_SET, 31, 0, 31, NONE, NONE, 0 },
  { "our move, step overdue", MULL_MOVE_OURS, 20, 0, 28, NONE, NONE, 0 },
  { "our move, step today", MULL_MOVE_OURS, 20, 0, 30, NONE, NONE, 0 },
  { "fading, step today", MULL_MOVE_FADING, 20, 0, 30, NONE, NONE, 0 },
  { "dark, step today", MULL_MOVE_DARK, 10, 0, 30, NONE, NONE, 0 },
  { "never heard, step today", MULL_MOVE_NEVER_HEARD, 10, 0, 30, NONE, NONE, 0 },
  { "their move, step today", MULL_MOVE_THEIRS, 25, 0, 30, NONE, NONE, 0 },
  { "our move, they missed", MULL_MOVE_OURS, 20, 0, NONE, NONE, 29, 0 },
  { "our move, they missed today", MULL_MOVE_OURS, 20, 0, 40, NONE, 30, 0 },
  { "their move, they missed", MULL_MOVE_THEIRS, 20, 0, NONE, NONE, 29, 0 },
  { "our move, stuck for long", MULL_MOVE_OURS, 20, 0, 40, NONE, NONE, 0, 8 },
  { "our move, stuck", MULL_MOVE_OURS, 28, 0, NONE, NONE, NONE, 2, 26 },
  { "dark, stuck", MULL_MOVE_DARK, 5, 0, NONE, NONE, NONE, 0, 8 },
  { "their move, stuck", MULL_MOVE_THEIRS, 30, 0, NONE, NONE, 34, 0, 8 },
  { "we went quiet", MULL_MOVE_OURS, 5, MULL_MOVE_WE_WENT_QUIET, NONE, NONE, NONE, 3 },
  { "our move, a hole", MULL_MOVE_OURS, 28, 0, NONE, NONE, NONE, 1 },
  { "our move, no step", MULL_MOVE_OURS, 25, 0, NONE, NONE, NONE, 0 },
  { "our move, no step, later", MULL_MOVE_OURS, 28, 0, NONE, NONE, NONE, 0 },
  { "meeting later, stuck", MULL_MOVE_MEETING_SET, 40, 0, 40, NONE, NONE, 0, 8 },
  { "fading, no step", MULL_MOVE_FADING, 20, 0, NONE, NONE, NONE, 0 },
  { "dark, no step", MULL_MOVE_DARK, 5, 0, NONE, NONE, NONE, 0 },
  { "never heard, no step", MULL_MOVE_NEVER_HEARD, 5, 0, NONE, NONE, NONE, 0 },
  { "only one try", MULL_MOVE_THEIRS, 5, MULL_MOVE_ONLY_ONE_TRY, NONE, NONE, NONE, 0 },
  { "their move, no step", MULL_MOVE_THEIRS, 26, 0, NONE, NONE, NONE, 0 },
  { "our move, planned", MULL_MOVE_OURS, 28, 0, 31, NONE, NONE, 1 },
  { "our move, planned later", MULL_MOVE_OURS, 5, MULL_MOVE_WE_WENT_QUIET, 40, NONE, 31, 0 },
  { "fading, planned", MULL_MOVE_FADING, 5, 0, 31, NONE, NONE, 0 },
  { "dark, planned", MULL_MOVE_DARK, 5, 0, 31, NONE, NONE, 0 },
  { "their move, promised", MULL_MOVE_THEIRS, 30, 0, NONE, NONE, 34, 0 },
  { "their move, planned", MULL_MOVE_THEIRS, 5, 0, 31, NONE, NONE, 0 },
  { "meeting later", MULL_MOVE_MEETING_SET, 32, 0, 32, 30, NONE, 0 },
  { "quiet, prepare", MULL_MOVE_QUIET, 37, 0, NONE, NONE, NONE, 0 },
  { "away", MULL_MOVE_AWAY, 31, 0, 30, NONE, NONE, 0 },
  { "quiet", MULL_MOVE_QUIET, 38, 0, 20, 10, NONE, 2 },
  { "quiet for long, and stuck", MULL_MOVE_QUIET, 200, 0, NONE, NONE, NONE, 0, 8 },
  { "closed", MULL_MOVE_CLOSED, 5, 0, NONE, NONE, NONE, 0 },
  { "closed, no day", MULL_MOVE_CLOSED, NONE, 0, NONE, NONE, NONE, 0 },
};

static MullDay
day_or_none (int day)
{
  return day == NONE ? MULL_DAY_NONE : D (day);
}

static MullNeedsFacts
facts_of (const Case *c)
{
  return (MullNeedsFacts){
    .state = c->state,
    .on = day_or_none (c->on),
    .flags = c->flags,
    .our_next_on = day_or_none (c->our_next),
    .ours_due_on = day_or_none (c->ours_due),
    .theirs_failed_on = day_or_none (c->theirs_failed),
    .open_holes = c->holes,
    .stuck_on = c->stuck != 0 ? D (c->stuck) : MULL_DAY_NONE,
  };
}

static void
test_order (void)
{
  gint64 before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      MullNeedsFacts facts = facts_of (&ordered[i]);
      gint64 needs = mull_needs_decide (&facts, mull_thresholds_get_default (), D (TODAY), NULL);

      g_test_message ("%s: %" G_GINT64_FORMAT, ordered[i].name, needs);
      g_assert_cmpint (needs, >, before);
      before = needs;
    }
}

/* Whoever filters by state may do it by ranges of the key. */
static void
test_layout (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      MullNeedsFacts facts = facts_of (&ordered[i]);
      gint64 needs = mull_needs_decide (&facts, mull_thresholds_get_default (), D (TODAY), NULL);
      gint64 day = needs % 10000000;

      g_assert_cmpint (mull_needs_get_state (needs), ==, facts.state);
      g_assert_cmpint (mull_needs_get_group (needs), ==, needs / 10000000);
      if (mull_needs_get_day (needs) == MULL_DAY_NONE)
        g_assert_cmpint (day, ==, 9999999);
      else
        g_assert_cmpint (day, ==, mull_needs_get_day (needs) + 1000000);
    }
}

static void
test_extreme_days (void)
{
  MullNeedsFacts facts = facts_of (&ordered[0]);
  gint64 first, last;

  facts.on = mull_day_from_ymd (1, 1, 1);
  first = mull_needs_decide (&facts, mull_thresholds_get_default (), D (TODAY), NULL);
  facts.on = mull_day_from_ymd (9999, 12, 31);
  last = mull_needs_decide (&facts, mull_thresholds_get_default (), D (TODAY), NULL);
  g_assert_cmpint (first, <, last);
  g_assert_cmpint (mull_needs_get_group (first), ==, mull_needs_get_group (last));
  g_assert_cmpint (mull_needs_get_day (last), ==, facts.on);
}

static int
random_day (GRand *rand)
{
  return g_rand_int_range (rand, 0, 3) == 0 ? NONE : g_rand_int_range (rand, 15, 60);
}

/* The day named is the first one on which the key differs. */
static void
test_recheck (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_changes = 0;

  for (guint round = 0; round < 20000; round++)
    {
      const Case random = {
        .state = (MullMoveState) g_rand_int_range (rand, 0, MULL_MOVE_N_STATES),
        .on = g_rand_int_range (rand, 15, 60),
        .our_next = random_day (rand),
        .ours_due = random_day (rand),
        .theirs_failed = random_day (rand),
        .holes = g_rand_int_range (rand, 0, 2),
        .stuck = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 30) : 0,
      };
      MullThresholds thresholds = *mull_thresholds_get_default ();
      MullNeedsFacts facts = facts_of (&random);
      MullDay recheck_on = 0, first = MULL_DAY_NONE;
      gint64 now;

      thresholds.prepare_days = g_rand_int_range (rand, 0, 15);
      now = mull_needs_decide (&facts, &thresholds, D (TODAY), &recheck_on);
      for (int day = TODAY + 1; day < 100 && first == MULL_DAY_NONE; day++)
        if (mull_needs_decide (&facts, &thresholds, D (day), NULL) != now)
          first = D (day);
      g_assert_cmpint (recheck_on, ==, first);
      n_changes += first != MULL_DAY_NONE;
    }
  g_assert_cmpuint (n_changes, >, 5000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/needs/order", test_order);
  g_test_add_func ("/needs/layout", test_layout);
  g_test_add_func ("/needs/extreme-days", test_extreme_days);
  g_test_add_func ("/needs/recheck", test_recheck);
  return g_test_run ();
}
