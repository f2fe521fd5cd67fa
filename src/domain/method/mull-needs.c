/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-needs"

#include "config.h"

#include "mull-needs.h"

/*
 * "Needs me first" is one number, lower is sooner: group * 10^7 + day.
 *
 * The day is the one that the group is ordered by, counted from far enough back that it is never
 * negative; the oldest comes first. 9 999 999 is "no day" and comes last in its group.
 *
 * Each group belongs to one state, so a state is a few ranges of the number. Groups in the order
 * of a rep's day: what we owe; what happens today or tomorrow; what we said we would do by now;
 * where they let us down; what is stuck; what nobody has a plan for; what is planned; what can
 * wait.
 *
 * Value is not in it: that is another order of the board.
 */
#define GROUP_STEP G_GINT64_CONSTANT (10000000)
#define DAY_OFFSET 1000000
#define NO_DAY (GROUP_STEP - 1)

typedef enum
{
  GROUP_WE_OWE = 10,
  GROUP_MEETING_WE_OWE = 11,
  GROUP_MEETING_NEAR = 20,
  GROUP_STEP_DUE = 30,    /* … 34, see in_play */
  GROUP_THEY_MISSED = 40, /* … 44 */
  GROUP_STUCK = 45,       /* … 49: a roadblock comes before whatever is comfortable */
  GROUP_OURS_SILENT = 50,
  GROUP_OURS_HOLE = 51,
  GROUP_OURS_NO_STEP = 52,
  GROUP_MEETING_STUCK = 53,
  GROUP_FADING_NO_STEP = 60,
  GROUP_DARK_NO_STEP = 61,
  GROUP_NEVER_HEARD_NO_STEP = 70,
  GROUP_THEIRS_ONE_TRY = 71,
  GROUP_THEIRS_NO_STEP = 72,
  GROUP_STEP_PLANNED = 80, /* … 84 */
  GROUP_MEETING_LATER = 85,
  GROUP_QUIET_PREPARE = 88,
  GROUP_AWAY = 90,
  GROUP_QUIET = 95,
  GROUP_CLOSED = 99,
} Group;

/* The states in which the next step counts, in the order in which they come within a group. */
static const MullMoveState in_play[] = {
  MULL_MOVE_OURS, MULL_MOVE_FADING, MULL_MOVE_DARK, MULL_MOVE_NEVER_HEARD, MULL_MOVE_THEIRS,
};

static gint64
compose (int group, MullDay day)
{
  gint64 number = day == MULL_DAY_NONE ? NO_DAY : (gint64) day + DAY_OFFSET;

  return group * GROUP_STEP + CLAMP (number, 0, NO_DAY);
}

static int
in_play_index (MullMoveState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (in_play); i++)
    if (in_play[i] == state)
      return (int) i;
  g_return_val_if_reached (0);
}

/* Deals for which nothing of ours is planned. */
static int
group_without_step (const MullNeedsFacts *facts, MullDay today)
{
  switch (facts->state)
    {
    case MULL_MOVE_FADING:
      return GROUP_FADING_NO_STEP;
    case MULL_MOVE_DARK:
      return GROUP_DARK_NO_STEP;
    case MULL_MOVE_NEVER_HEARD:
      return GROUP_NEVER_HEARD_NO_STEP;
    case MULL_MOVE_THEIRS:
      if (facts->on != MULL_DAY_NONE && facts->on >= today)
        return GROUP_STEP_PLANNED + in_play_index (MULL_MOVE_THEIRS);
      return facts->flags & MULL_MOVE_ONLY_ONE_TRY ? GROUP_THEIRS_ONE_TRY : GROUP_THEIRS_NO_STEP;
    case MULL_MOVE_OURS:
      if (facts->flags & MULL_MOVE_WE_WENT_QUIET)
        return GROUP_OURS_SILENT;
      return facts->open_holes > 0 ? GROUP_OURS_HOLE : GROUP_OURS_NO_STEP;
    case MULL_MOVE_CLOSED:
    case MULL_MOVE_QUIET:
    case MULL_MOVE_AWAY:
    case MULL_MOVE_MEETING_SET:
    case MULL_MOVE_WE_OWE:
      break;
    }
  g_return_val_if_reached (GROUP_CLOSED);
}

static gint64
decide_in_play (const MullNeedsFacts *facts, MullDay today)
{
  int index = in_play_index (facts->state);

  if (facts->our_next_on != MULL_DAY_NONE && facts->our_next_on <= today)
    return compose (GROUP_STEP_DUE + index, facts->our_next_on);
  if (facts->theirs_failed_on != MULL_DAY_NONE && facts->theirs_failed_on <= today)
    return compose (GROUP_THEY_MISSED + index, facts->theirs_failed_on);
  if (facts->stuck_on != MULL_DAY_NONE)
    return compose (GROUP_STUCK + index, facts->stuck_on);
  if (facts->our_next_on != MULL_DAY_NONE)
    return compose (GROUP_STEP_PLANNED + index, facts->our_next_on);
  return compose (group_without_step (facts, today), facts->on);
}

static gint64
decide (const MullNeedsFacts *facts, const MullThresholds *thresholds, MullDay today)
{
  switch (facts->state)
    {
    case MULL_MOVE_WE_OWE:
      return compose (GROUP_WE_OWE, facts->on);
    case MULL_MOVE_MEETING_SET:
      if (facts->ours_due_on != MULL_DAY_NONE && facts->ours_due_on < today)
        return compose (GROUP_MEETING_WE_OWE, facts->ours_due_on);
      if (facts->on <= today + 1)
        return compose (GROUP_MEETING_NEAR, facts->on);
      if (facts->stuck_on != MULL_DAY_NONE)
        return compose (GROUP_MEETING_STUCK, facts->stuck_on);
      return compose (GROUP_MEETING_LATER, facts->on);
    case MULL_MOVE_QUIET:
      return compose (facts->on != MULL_DAY_NONE && facts->on - today <= thresholds->prepare_days
                          ? GROUP_QUIET_PREPARE
                          : GROUP_QUIET,
                      facts->on);
    case MULL_MOVE_AWAY:
      return compose (GROUP_AWAY, facts->on);
    case MULL_MOVE_CLOSED:
      return compose (GROUP_CLOSED, facts->on);
    case MULL_MOVE_NEVER_HEARD:
    case MULL_MOVE_DARK:
    case MULL_MOVE_FADING:
    case MULL_MOVE_OURS:
    case MULL_MOVE_THEIRS:
      return decide_in_play (facts, today);
    }
  g_return_val_if_reached (0);
}

/**
 * mull_needs_decide:
 * @facts: of one deal, today
 * @thresholds: the rep's
 * @today: the present day
 * @recheck_on: (out) (optional): the first later day on which the passing of time alone changes
 *   the answer while the state stays, or %MULL_DAY_NONE; ask again on the earlier of it and the
 *   day that the state names
 *
 * How soon a deal needs the rep, for the order "needs me first".
 *
 * Returns: the sort key; lower is sooner, equal ones are ordered by the id of the deal
 */
gint64
mull_needs_decide (const MullNeedsFacts *facts,
                   const MullThresholds *thresholds,
                   MullDay today,
                   MullDay *recheck_on)
{
  gint64 needs;

  g_return_val_if_fail (facts != NULL && thresholds != NULL, 0);

  needs = decide (facts, thresholds, today);
  if (recheck_on != NULL)
    {
      /* All the days that decide() compares with today. */
      const struct
      {
        MullDay day;
        int after;
      } borders[] = {
        { facts->our_next_on, 0 },
        { facts->ours_due_on, 1 },
        { facts->theirs_failed_on, 0 },
        { facts->on, -1 },
        { facts->on, 1 },
        { facts->on, -thresholds->prepare_days },
      };

      *recheck_on = MULL_DAY_NONE;
      for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
        {
          MullDay day = borders[i].day + (borders[i].day != MULL_DAY_NONE ? borders[i].after : 0);

          if (day > today && (*recheck_on == MULL_DAY_NONE || day < *recheck_on) &&
              decide (facts, thresholds, day) != needs)
            *recheck_on = day;
        }
    }
  return needs;
}

/**
 * mull_needs_get_group:
 *
 * Returns: the group of a key
 */
int
mull_needs_get_group (gint64 needs)
{
  return (int) (needs / GROUP_STEP);
}

/**
 * mull_needs_get_day:
 *
 * Returns: the day by which a key is ordered in its group, or %MULL_DAY_NONE
 */
MullDay
mull_needs_get_day (gint64 needs)
{
  gint64 number = needs % GROUP_STEP;

  return number == NO_DAY ? MULL_DAY_NONE : (MullDay) (number - DAY_OFFSET);
}

/**
 * mull_needs_get_state:
 *
 * Returns: the state to which the group of a key belongs
 */
MullMoveState
mull_needs_get_state (gint64 needs)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (in_play) == 5);
  int group = mull_needs_get_group (needs);

  switch (group)
    {
    case GROUP_WE_OWE:
      return MULL_MOVE_WE_OWE;
    case GROUP_MEETING_WE_OWE:
    case GROUP_MEETING_NEAR:
    case GROUP_MEETING_STUCK:
    case GROUP_MEETING_LATER:
      return MULL_MOVE_MEETING_SET;
    case GROUP_OURS_SILENT:
    case GROUP_OURS_HOLE:
    case GROUP_OURS_NO_STEP:
      return MULL_MOVE_OURS;
    case GROUP_FADING_NO_STEP:
      return MULL_MOVE_FADING;
    case GROUP_DARK_NO_STEP:
      return MULL_MOVE_DARK;
    case GROUP_NEVER_HEARD_NO_STEP:
      return MULL_MOVE_NEVER_HEARD;
    case GROUP_THEIRS_ONE_TRY:
    case GROUP_THEIRS_NO_STEP:
      return MULL_MOVE_THEIRS;
    case GROUP_QUIET_PREPARE:
    case GROUP_QUIET:
      return MULL_MOVE_QUIET;
    case GROUP_AWAY:
      return MULL_MOVE_AWAY;
    case GROUP_CLOSED:
      return MULL_MOVE_CLOSED;
    default:
      /* 30, 40, 45 and 80 hold one group for each state in play. */
      return in_play[group % 5];
    }
}

/**
 * mull_needs_list_silent:
 * @n_ranges: (out): how many
 *
 * Returns: (transfer none) (array length=n_ranges): the keys of deals that are silent, for which
 *   nothing is planned: they went quiet, or we did
 */
const MullNeedsRange *
mull_needs_list_silent (guint *n_ranges)
{
#define RANGE(state, group)                                                                        \
  {                                                                                                \
    state, (group) *GROUP_STEP, ((group) + 1) * GROUP_STEP                                         \
  }
  static const MullNeedsRange ranges[] = {
    RANGE (MULL_MOVE_OURS, GROUP_OURS_SILENT),
    RANGE (MULL_MOVE_FADING, GROUP_FADING_NO_STEP),
    RANGE (MULL_MOVE_DARK, GROUP_DARK_NO_STEP),
    /* Their place in the order of those in play. */
    RANGE (MULL_MOVE_FADING, GROUP_STUCK + 1),
    RANGE (MULL_MOVE_DARK, GROUP_STUCK + 2),
  };
#undef RANGE

  *n_ranges = G_N_ELEMENTS (ranges);
  return ranges;
}
