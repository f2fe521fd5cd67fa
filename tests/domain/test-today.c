/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-today.h"

#include "deal-fixture.h"

/* Day 30 is a Saturday; day 33 a Tuesday. */
#define TUESDAY 33
#define NOTHING (-1)

static MullCommitment *
promise_new (MullSide side, MullCommitmentState state, MullDay due)
{
  MullCommitment *promise = mull_commitment_new ();

  promise->record.id = 7;
  promise->deal_id = 3;
  promise->side = side;
  promise->state = state;
  promise->made_on = due - 20;
  promise->due_on = due;
  mull_set_text (&promise->words, "The figures");
  return promise;
}

static int
verb_of (MullTodayItem *item)
{
  int verb = item != NULL ? (int) item->verb : NOTHING;

  if (item != NULL)
    {
      g_assert_cmpint (*item->reason, !=, '\0');
      mull_today_item_unref (item);
    }
  return verb;
}

/* Before it is due: at risk, near and untouched, or past its day. */
static void
test_ours (void)
{
  static const struct
  {
    int due;
    MullSide side;
    MullCommitmentState state;
    gboolean touched;
    int verb;
  } cases[] = {
    { 3, MULL_SIDE_US, MULL_COMMITMENT_OPEN, FALSE, MULL_TODAY_OWN_IT },
    { 3, MULL_SIDE_US, MULL_COMMITMENT_OPEN, TRUE, MULL_TODAY_KEEP },
    { 0, MULL_SIDE_BOTH, MULL_COMMITMENT_OPEN, TRUE, MULL_TODAY_KEEP },
    { 0, MULL_SIDE_US, MULL_COMMITMENT_OPEN, FALSE, MULL_TODAY_OWN_IT },
    { -1, MULL_SIDE_US, MULL_COMMITMENT_OPEN, TRUE, MULL_TODAY_OWN_IT },
    { -40, MULL_SIDE_US, MULL_COMMITMENT_OPEN, TRUE, MULL_TODAY_OWN_IT },
    /* Three working days from a Tuesday end before Monday. */
    { 6, MULL_SIDE_US, MULL_COMMITMENT_OPEN, FALSE, NOTHING },
    { 20, MULL_SIDE_US, MULL_COMMITMENT_AT_RISK, TRUE, MULL_TODAY_OWN_IT },
    { 1, MULL_SIDE_THEM, MULL_COMMITMENT_OPEN, FALSE, NOTHING },
    { -1, MULL_SIDE_US, MULL_COMMITMENT_KEPT, FALSE, NOTHING },
    { -1, MULL_SIDE_US, MULL_COMMITMENT_OWNED, FALSE, NOTHING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullCommitment) promise =
          promise_new (cases[i].side, cases[i].state, D (TUESDAY + cases[i].due));

      g_test_message ("case %u", i);
      g_assert_cmpint (verb_of (mull_today_judge_ours (
                           promise, cases[i].touched, mull_thresholds_get_default (), D (TUESDAY))),
                       ==, cases[i].verb);
    }
}

/* Call by: two working days before, so a Monday's promise is owned on the Thursday before. */
static void
test_call_by (void)
{
  g_autoptr (MullCommitment) promise =
      promise_new (MULL_SIDE_US, MULL_COMMITMENT_AT_RISK, D (TUESDAY + 6));
  g_autoptr (MullTodayItem) early =
      mull_today_judge_ours (promise, FALSE, mull_thresholds_get_default (), D (TUESDAY));
  g_autoptr (MullTodayItem) late =
      mull_today_judge_ours (promise, FALSE, mull_thresholds_get_default (), D (TUESDAY + 2));

  g_assert_cmpstr (early->reason, ==, "At risk, due in 6 days. Call them in 2 days at the latest.");
  g_assert_cmpstr (late->reason, ==, "At risk, due in 4 days. Call today, before it is due.");
}

/* Theirs: missed two working days after its day, not before; a question gives it time. */
static void
test_theirs (void)
{
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  g_autoptr (MullCommitment) promise =
      promise_new (MULL_SIDE_THEM, MULL_COMMITMENT_OPEN, D (TUESDAY));
  g_autoptr (MullHardQuestion) question = mull_hard_question_new ();

  g_assert_cmpint (verb_of (mull_today_judge_theirs (promise, NULL, thresholds, D (TUESDAY + 1))),
                   ==, NOTHING);
  g_assert_cmpint (verb_of (mull_today_judge_theirs (promise, NULL, thresholds, D (TUESDAY + 9))),
                   ==, MULL_TODAY_ASK);
  /* Written, not asked. */
  question->asked_on = MULL_DAY_NONE;
  g_assert_cmpint (
      verb_of (mull_today_judge_theirs (promise, question, thresholds, D (TUESDAY + 9))), ==,
      MULL_TODAY_ASK);
  question->asked_on = D (TUESDAY + 5);
  question->answer_by_on = D (TUESDAY + 9);
  g_assert_cmpint (
      verb_of (mull_today_judge_theirs (promise, question, thresholds, D (TUESDAY + 9))), ==,
      NOTHING);
  g_assert_cmpint (
      verb_of (mull_today_judge_theirs (promise, question, thresholds, D (TUESDAY + 10))), ==,
      MULL_TODAY_DECIDE);
  /* It was about an earlier one. */
  question->asked_on = D (TUESDAY - 5);
  g_assert_cmpint (
      verb_of (mull_today_judge_theirs (promise, question, thresholds, D (TUESDAY + 9))), ==,
      MULL_TODAY_ASK);
}

/* Seven days before: prepare, not call. On the day: call. */
static void
test_quiet (void)
{
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (MullTodayItem) awake = NULL;

  quiet->until_on = D (TUESDAY);
  mull_set_text (&quiet->words, "Not before July");
  g_assert_cmpint (verb_of (mull_today_judge_quiet (quiet, thresholds, D (TUESDAY - 8))), ==,
                   NOTHING);
  g_assert_cmpint (verb_of (mull_today_judge_quiet (quiet, thresholds, D (TUESDAY - 7))), ==,
                   MULL_TODAY_PREPARE);
  quiet->facts_ready = quiet->outcome_ready = TRUE;
  g_assert_cmpint (verb_of (mull_today_judge_quiet (quiet, thresholds, D (TUESDAY - 1))), ==,
                   MULL_TODAY_PREPARE);
  quiet->person_ready = TRUE;
  g_assert_cmpint (verb_of (mull_today_judge_quiet (quiet, thresholds, D (TUESDAY - 1))), ==,
                   NOTHING);
  g_assert_cmpint (verb_of (mull_today_judge_quiet (quiet, thresholds, D (TUESDAY))), ==,
                   MULL_TODAY_CALL);
  mull_set_text (&quiet->wake_text, "bring rolls");
  awake = mull_today_judge_quiet (quiet, thresholds, D (TUESDAY));
  g_assert_cmpstr (awake->reason, ==, "They asked for today. You promised: bring rolls");
  g_assert_cmpstr (awake->text, ==, "Not before July");
  quiet->state = MULL_QUIET_RESUMED;
  g_assert_cmpint (verb_of (mull_today_judge_quiet (quiet, thresholds, D (TUESDAY))), ==, NOTHING);
}

/* A meeting is prepared the working day before; on Friday that is Monday's. */
static void
test_touch (void)
{
  static const struct
  {
    int today;
    int due;
    MullEntryKind kind;
    int verb;
  } cases[] = {
    { TUESDAY, 0, MULL_ENTRY_MEETING, MULL_TODAY_PRINT },
    { TUESDAY, 1, MULL_ENTRY_MEETING, MULL_TODAY_PRINT },
    { TUESDAY, 2, MULL_ENTRY_MEETING, NOTHING },
    { TUESDAY + 3, 3, MULL_ENTRY_MEETING, MULL_TODAY_PRINT },
    { TUESDAY + 3, 4, MULL_ENTRY_MEETING, NOTHING },
    { TUESDAY, -1, MULL_ENTRY_MEETING, MULL_TODAY_NOTE },
    { TUESDAY, 0, MULL_ENTRY_CALL, MULL_TODAY_CALL },
    { TUESDAY, -9, MULL_ENTRY_CALL, MULL_TODAY_CALL },
    { TUESDAY, 1, MULL_ENTRY_CALL, NOTHING },
    { TUESDAY, 0, MULL_ENTRY_MAIL, MULL_TODAY_WRITE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();

      touch->kind = cases[i].kind;
      touch->due_on = D (cases[i].today + cases[i].due);
      touch->due_minute = 870;
      g_test_message ("case %u", i);
      g_assert_cmpint (verb_of (mull_today_judge_touch (touch, D (cases[i].today))), ==,
                       cases[i].verb);
      touch->state = MULL_TOUCH_DONE;
      g_assert_cmpint (verb_of (mull_today_judge_touch (touch, D (cases[i].today))), ==, NOTHING);
    }
}

/* The end of a month and of a year are days like others. */
static void
test_month_and_year_end (void)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (MullTodayItem) item = NULL;

  touch->kind = MULL_ENTRY_MEETING;
  touch->due_on = mull_day_from_ymd (2027, 1, 1);
  g_assert_cmpint (verb_of (mull_today_judge_touch (touch, mull_day_from_ymd (2026, 12, 31))), ==,
                   MULL_TODAY_PRINT);
  g_assert_cmpint (verb_of (mull_today_judge_touch (touch, mull_day_from_ymd (2026, 12, 30))), ==,
                   NOTHING);
  touch->due_on = mull_day_from_ymd (2028, 2, 29);
  item = mull_today_judge_touch (touch, mull_day_from_ymd (2028, 2, 28));
  g_assert_cmpstr (item->reason, ==, "Meeting tomorrow.");
}

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

/* 72 hours are 72 hours, also over a change of the clock; one that was set back hides nothing for
 * ever and shows nothing from the future. */
static void
test_hole (void)
{
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (MullTodayItem) item = NULL;
  gint64 left;

  if (berlin == NULL)
    berlin = g_time_zone_new_utc ();
  /* The Friday before clocks go forward, at 18:00 there. */
  left = mull_day_start_instant (mull_day_from_ymd (2026, 3, 27), berlin) + 18 * HOUR;
  hole->left_at = left;
  mull_set_text (&hole->text, "Who signs?");
  g_assert_cmpint (verb_of (mull_today_judge_hole (hole, thresholds, left - 1, berlin)), ==,
                   NOTHING);
  g_assert_cmpint (verb_of (mull_today_judge_hole (hole, thresholds, left, berlin)), ==,
                   MULL_TODAY_DO_OVER);
  g_assert_cmpint (verb_of (mull_today_judge_hole (hole, thresholds, left + 72 * HOUR - 1, berlin)),
                   ==, MULL_TODAY_DO_OVER);
  g_assert_cmpint (verb_of (mull_today_judge_hole (hole, thresholds, left + 72 * HOUR, berlin)), ==,
                   NOTHING);
  item = mull_today_judge_hole (hole, thresholds, left + HOUR, berlin);
  g_assert_cmpint (item->on, ==, mull_day_from_ymd (2026, 3, 27));
  g_assert_cmpint (item->minute, ==, 18 * 60);
  hole->state = MULL_HOLE_STATE_ASKED;
  g_assert_cmpint (verb_of (mull_today_judge_hole (hole, thresholds, left, berlin)), ==, NOTHING);
}

static void
test_silence (void)
{
  static const int verbs[MULL_MOVE_N_STATES] = {
    [MULL_MOVE_CLOSED] = NOTHING,       [MULL_MOVE_QUIET] = NOTHING,
    [MULL_MOVE_AWAY] = NOTHING,         [MULL_MOVE_MEETING_SET] = NOTHING,
    [MULL_MOVE_WE_OWE] = NOTHING,       [MULL_MOVE_NEVER_HEARD] = NOTHING,
    [MULL_MOVE_DARK] = MULL_TODAY_ASK,  [MULL_MOVE_FADING] = MULL_TODAY_CALL,
    [MULL_MOVE_OURS] = MULL_TODAY_CALL, [MULL_MOVE_THEIRS] = NOTHING,
  };
  g_autoptr (MullHardQuestion) question = mull_hard_question_new ();

  for (int state = 0; state < MULL_MOVE_N_STATES; state++)
    g_assert_cmpint (
        verb_of (mull_today_judge_silence (1, (MullMoveState) state, D (5), NULL, D (TUESDAY))), ==,
        verbs[state]);
  question->asked_on = D (20);
  question->answer_by_on = D (TUESDAY);
  g_assert_cmpint (
      verb_of (mull_today_judge_silence (1, MULL_MOVE_DARK, D (5), question, D (TUESDAY))), ==,
      NOTHING);
  g_assert_cmpint (
      verb_of (mull_today_judge_silence (1, MULL_MOVE_DARK, D (5), question, D (TUESDAY + 1))), ==,
      MULL_TODAY_DECIDE);
  /* It was answered once, and this is another silence. */
  g_assert_cmpint (
      verb_of (mull_today_judge_silence (1, MULL_MOVE_DARK, D (25), question, D (TUESDAY + 1))), ==,
      MULL_TODAY_ASK);
}

static MullTodayItem *
item_new (MullTodayGroup group, int on, int minute, gint64 id)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  MullTodayItem *item;

  touch->kind = MULL_ENTRY_CALL;
  touch->due_on = D (1);
  item = mull_today_judge_touch (touch, D (TUESDAY));
  item->group = group;
  item->on = D (on);
  item->minute = minute;
  item->id = id;
  return item;
}

/* By group; the oldest first, but the freshest hole; the clock of the day last. */
static void
test_order (void)
{
  MullTodayItem *ordered[] = {
    item_new (MULL_TODAY_BEFORE_DUE, 20, -1, 9), item_new (MULL_TODAY_BEFORE_DUE, 30, -1, 1),
    item_new (MULL_TODAY_BEFORE_DUE, 30, -1, 2), item_new (MULL_TODAY_PLANNED, 33, -1, 1),
    item_new (MULL_TODAY_PLANNED, 33, 600, 1),   item_new (MULL_TODAY_PLANNED, 33, 900, 1),
    item_new (MULL_TODAY_HOLES, 33, 900, 1),     item_new (MULL_TODAY_HOLES, 33, 600, 1),
    item_new (MULL_TODAY_HOLES, 32, 900, 1),     item_new (MULL_TODAY_GONE_QUIET, 1, -1, 1),
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        int order = mull_today_item_compare (ordered[i], ordered[j]);

        g_assert_cmpint (order < 0, ==, i < j);
        g_assert_cmpint (order > 0, ==, i > j);
      }
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    mull_today_item_unref (ordered[i]);
}

static void
test_words (void)
{
  for (guint i = 0; i < MULL_TODAY_N_GROUPS; i++)
    {
      g_assert_cmpint (*mull_today_group_label ((MullTodayGroup) i), !=, '\0');
      g_assert_cmpint (*mull_today_group_nick ((MullTodayGroup) i), !=, '\0');
    }
  for (guint i = 0; i < MULL_TODAY_N_VERBS; i++)
    g_assert_cmpint (*mull_today_verb_label ((MullTodayVerb) i), !=, '\0');
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/today/ours", test_ours);
  g_test_add_func ("/today/call-by", test_call_by);
  g_test_add_func ("/today/theirs", test_theirs);
  g_test_add_func ("/today/quiet", test_quiet);
  g_test_add_func ("/today/touch", test_touch);
  g_test_add_func ("/today/month-and-year-end", test_month_and_year_end);
  g_test_add_func ("/today/hole", test_hole);
  g_test_add_func ("/today/silence", test_silence);
  g_test_add_func ("/today/order", test_order);
  g_test_add_func ("/today/words", test_words);
  return g_test_run ();
}
