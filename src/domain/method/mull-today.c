/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-today"

#include "config.h"

#include "mull-today.h"

#include "mull-commitment-rules.h"
#include "mull-hole-rules.h"

#include <glib/gi18n-lib.h>

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

/**
 * mull_today_item_ref:
 *
 * Returns: (transfer full): @self
 */
MullTodayItem *
mull_today_item_ref (MullTodayItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mull_today_item_unref:
 * @self: (transfer full): an item
 */
void
mull_today_item_unref (MullTodayItem *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->reason);
  g_free (self->text);
  g_free (self);
}

/* @reason is taken. */
static MullTodayItem *
item_new (MullTodayGroup group,
          MullTodayVerb verb,
          MullReasonSource source,
          gint64 id,
          gint64 deal_id,
          gint64 person_id,
          MullDay on,
          char *reason,
          const char *text)
{
  MullTodayItem *self = g_new0 (MullTodayItem, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->group = group;
  self->verb = verb;
  self->source = source;
  self->id = id;
  self->deal_id = deal_id;
  self->person_id = person_id;
  self->on = on;
  self->minute = -1;
  self->reason = reason;
  self->text = g_strdup (text);
  return self;
}

static int
compare (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/**
 * mull_today_item_compare:
 *
 * Orders items: by group, then the most urgent first. A hole is the more urgent the fresher it is,
 * everything else the older. What is at no fixed time comes before what is.
 *
 * Returns: less than 0 if @a comes first
 */
int
mull_today_item_compare (const MullTodayItem *a, const MullTodayItem *b)
{
  int order = compare (a->group, b->group);

  if (order == 0)
    order = a->group == MULL_TODAY_HOLES ? compare (b->on, a->on) : compare (a->on, b->on);
  if (order == 0)
    order = a->group == MULL_TODAY_HOLES ? compare (b->minute, a->minute)
                                         : compare (a->minute, b->minute);
  return order != 0 ? order : compare (a->id, b->id);
}

/* ── Promises ─────────────────────────────────────────────────────────── */

/* The day by which to call, once it is worth saying. */
static char *
say_call_by (const MullCommitment *commitment, const MullThresholds *thresholds, MullDay today)
{
  MullDay call_by = mull_commitment_call_by (commitment, thresholds);
  g_autofree char *due = mull_day_format_relative (commitment->due_on, today);
  g_autofree char *by = NULL;

  if (call_by <= today)
    {
      if (commitment->state == MULL_COMMITMENT_AT_RISK)
        /* Translators: a promise of ours; the argument is a day: "tomorrow", "in 3 days" */
        return g_strdup_printf (_ ("At risk, due %s. Call today, before it is due."), due);
      /* Translators: a promise of ours; the argument is a day: "tomorrow", "in 3 days" */
      return g_strdup_printf (_ ("Due %s, and nothing was done about it yet. If it will fail, call "
                                 "today."),
                              due);
    }
  by = mull_day_format_relative (call_by, today);
  if (commitment->state == MULL_COMMITMENT_AT_RISK)
    /* Translators: a promise of ours; both arguments are days: "in 3 days", "tomorrow" */
    return g_strdup_printf (_ ("At risk, due %1$s. Call them %2$s at the latest."), due, by);
  /* Translators: a promise of ours; both arguments are days: "in 3 days", "tomorrow" */
  return g_strdup_printf (_ ("Due %1$s, and nothing was done about it yet. If it will fail, call "
                             "%2$s at the latest."),
                          due, by);
}

/**
 * mull_today_judge_ours:
 * @commitment: a promise of ours, or of both
 * @touched: whether anything was done about it since it was made
 * @today: the present day
 *
 * Returns: (transfer full) (nullable): what to do about it today: own what is at risk, untouched
 *   or overdue, keep what is near; %NULL if nothing yet
 */
MullTodayItem *
mull_today_judge_ours (const MullCommitment *commitment,
                       gboolean touched,
                       const MullThresholds *thresholds,
                       MullDay today)
{
  MullStanding standing = mull_commitment_get_standing (commitment, thresholds, today);
  g_autofree char *due = mull_day_format_relative (commitment->due_on, today);
  MullTodayVerb verb = MULL_TODAY_KEEP;
  char *reason;

  if (commitment->side == MULL_SIDE_THEM || standing == MULL_STANDING_SETTLED ||
      standing == MULL_STANDING_IN_TIME)
    return NULL;
  if (mull_commitment_wants_owning (commitment, touched, thresholds, today))
    verb = MULL_TODAY_OWN_IT;
  if (commitment->due_on < today)
    /* Translators: a promise of ours; the argument is a day: "yesterday", "3 days ago" */
    reason = g_strdup_printf (_ ("It was due %s, and nobody has called."), due);
  else if (verb == MULL_TODAY_OWN_IT)
    reason = say_call_by (commitment, thresholds, today);
  else
    /* Translators: a promise of ours; the argument is a day: "today", "in 3 days" */
    reason = g_strdup_printf (_ ("Due %s."), due);
  return item_new (MULL_TODAY_BEFORE_DUE, verb, MULL_REASON_COMMITMENT, commitment->record.id,
                   commitment->deal_id, commitment->to_person_id, commitment->due_on, reason,
                   commitment->words);
}

/* A hard question that was asked: %TRUE while there is still time to answer it. */
static gboolean
is_waiting (const MullHardQuestion *question, MullDay today)
{
  return question != NULL && question->asked_on != MULL_DAY_NONE &&
         question->outcome == MULL_HARD_OUTCOME_NONE &&
         (question->answer_by_on == MULL_DAY_NONE || question->answer_by_on >= today);
}

/* … and when that time is over, or there was an answer that leads nowhere. */
static gboolean
is_unanswered (const MullHardQuestion *question, MullDay today)
{
  return question != NULL && question->asked_on != MULL_DAY_NONE &&
         (question->outcome == MULL_HARD_OUTCOME_SILENCE ||
          (question->outcome == MULL_HARD_OUTCOME_NONE && !is_waiting (question, today)));
}

static char *
say_unanswered (const MullHardQuestion *question, MullDay today)
{
  g_autofree char *asked = mull_day_format_relative (question->asked_on, today);

  /* Translators: the argument is a day: "yesterday", "6 days ago" */
  return g_strdup_printf (_ ("The hard question was asked %s, and nobody answered."), asked);
}

/**
 * mull_today_judge_theirs:
 * @commitment: a promise of theirs
 * @question: (nullable): the last hard question that was asked about its deal
 * @today: the present day
 *
 * Returns: (transfer full) (nullable): what to do about it today: ask once it is missed, decide
 *   once that was to no avail; %NULL while there is time
 */
MullTodayItem *
mull_today_judge_theirs (const MullCommitment *commitment,
                         const MullHardQuestion *question,
                         const MullThresholds *thresholds,
                         MullDay today)
{
  g_autofree char *due = mull_day_format_relative (commitment->due_on, today);
  gboolean asked = question != NULL && question->asked_on >= commitment->due_on;
  MullTodayVerb verb = MULL_TODAY_ASK;
  char *reason;

  if (commitment->side != MULL_SIDE_THEM ||
      mull_commitment_get_standing (commitment, thresholds, today) != MULL_STANDING_MISSED ||
      (asked && is_waiting (question, today)))
    return NULL;
  if (asked && is_unanswered (question, today))
    {
      verb = MULL_TODAY_DECIDE;
      reason = say_unanswered (question, today);
    }
  else
    /* Translators: a promise of theirs; the argument is a day: "yesterday", "3 days ago" */
    reason = g_strdup_printf (
        _ ("They promised it, and it was due %s. Either something is in the way, or it "
           "does not matter to them."),
        due);
  return item_new (MULL_TODAY_THEIRS, verb, MULL_REASON_COMMITMENT, commitment->record.id,
                   commitment->deal_id, commitment->by_person_id, commitment->due_on, reason,
                   commitment->words);
}

/* ── Quiet ────────────────────────────────────────────────────────────── */

/**
 * mull_today_judge_quiet:
 * @quiet: who asked to be left alone
 * @today: the present day
 *
 * Returns: (transfer full) (nullable): what to do today: call on the day that they named, prepare
 *   before it; %NULL if it is too early, or if everything is prepared
 */
MullTodayItem *
mull_today_judge_quiet (const MullQuiet *quiet, const MullThresholds *thresholds, MullDay today)
{
  g_autofree char *day = NULL;
  MullTodayVerb verb = MULL_TODAY_CALL;
  char *reason;

  if (quiet->state != MULL_QUIET_IN_FORCE || quiet->until_on == MULL_DAY_NONE)
    return NULL;
  day = mull_day_format_relative (quiet->until_on, today);
  if (quiet->until_on > today)
    {
      if (quiet->until_on - today > thresholds->prepare_days ||
          (quiet->facts_ready && quiet->outcome_ready && quiet->person_ready))
        return NULL;
      verb = MULL_TODAY_PREPARE;
      /* Translators: the argument is a day: "tomorrow", "in 5 days" */
      reason = g_strdup_printf (_ ("They want to hear from us %s. Prepare, do not call."), day);
    }
  else if (*quiet->wake_text != '\0')
    /* Translators: a day ("today", "2 days ago"), and what was promised to be done then */
    reason = g_strdup_printf (_ ("They asked for %1$s. You promised: %2$s"), day, quiet->wake_text);
  else
    /* Translators: the argument is a day: "today", "2 days ago" */
    reason = g_strdup_printf (_ ("They asked for %s."), day);
  return item_new (MULL_TODAY_ASKED, verb, MULL_REASON_QUIET, quiet->record.id, quiet->deal_id,
                   quiet->person_id, quiet->until_on, reason, quiet->words);
}

/* ── What is planned ──────────────────────────────────────────────────── */

/**
 * mull_today_next_meeting_day:
 * @today: the present day
 *
 * Returns: the last day whose meetings are prepared today: tomorrow, and what lies behind a weekend
 */
MullDay
mull_today_next_meeting_day (MullDay today)
{
  return mull_day_add_working (today, 1);
}

/**
 * mull_today_judge_touch:
 * @touch: what is planned
 * @today: the present day
 *
 * Returns: (transfer full) (nullable): what to do about it today; %NULL if it is too early
 */
MullTodayItem *
mull_today_judge_touch (const MullPlannedTouch *touch, MullDay today)
{
  gboolean meeting = touch->kind == MULL_ENTRY_MEETING;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  MullTodayGroup group = meeting ? MULL_TODAY_MEETINGS : MULL_TODAY_PLANNED;
  MullTodayVerb verb;
  MullTodayItem *item;
  char *reason;

  if (touch->state != MULL_TOUCH_OPEN ||
      touch->due_on > (meeting ? mull_today_next_meeting_day (today) : today))
    return NULL;
  day = mull_day_format_relative (touch->due_on, today);
  if (touch->due_minute >= 0)
    time = g_strdup_printf (" %02d:%02d", (int) (touch->due_minute / 60),
                            (int) (touch->due_minute % 60));
  if (meeting && touch->due_on < today)
    {
      group = MULL_TODAY_PLANNED;
      verb = MULL_TODAY_NOTE;
      /* Translators: a meeting; the argument is a day: "yesterday", "3 days ago" */
      reason = g_strdup_printf (_ ("It was planned for %s. What came of it?"), day);
    }
  else if (meeting)
    {
      verb = MULL_TODAY_PRINT;
      reason = *touch->place != '\0'
                   /* Translators: a meeting: a day, perhaps a time (" 14:30"), and the place */
                   ? g_strdup_printf (_ ("Meeting %1$s%2$s, %3$s."), day, time != NULL ? time : "",
                                      touch->place)
                   /* Translators: a meeting: a day, and perhaps a time (" 14:30") */
                   : g_strdup_printf (_ ("Meeting %1$s%2$s."), day, time != NULL ? time : "");
    }
  else
    {
      verb = touch->kind == MULL_ENTRY_CALL ? MULL_TODAY_CALL : MULL_TODAY_WRITE;
      /* Translators: a day ("today", "3 days ago"), and perhaps a time (" 14:30") */
      reason = g_strdup_printf (_ ("Planned for %1$s%2$s."), day, time != NULL ? time : "");
    }
  item = item_new (group, verb, MULL_REASON_TOUCH, touch->record.id, touch->deal_id,
                   touch->person_id, touch->due_on, reason, touch->text);
  item->minute = touch->due_minute >= 0 ? (int) touch->due_minute : -1;
  return item;
}

/* ── Holes ────────────────────────────────────────────────────────────── */

/**
 * mull_today_judge_hole:
 * @hole: what we left without
 * @now: microseconds UTC
 * @zone: the rep's time zone
 *
 * Returns: (transfer full) (nullable): that it is time to ask; %NULL if it is no longer fresh, lies
 *   in the future of a clock that was set back, or is not open
 */
MullTodayItem *
mull_today_judge_hole (const MullHole *hole,
                       const MullThresholds *thresholds,
                       gint64 now,
                       GTimeZone *zone)
{
  gint64 age = now - hole->left_at;
  int hours = (int) (age / HOUR);
  MullTodayItem *item;
  MullDay day;
  char *reason;

  if (hole->state != MULL_HOLE_STATE_OPEN || age < 0 ||
      mull_hole_asks_still_needed (hole, thresholds, now))
    return NULL;
  if (hours < 1)
    reason = g_strdup (_ ("You left without it within the hour. It is never easier than now."));
  else
    reason = g_strdup_printf (ngettext ("You left without it %d hour ago.",
                                        "You left without it %d hours ago.", (gulong) hours),
                              hours);
  day = mull_day_from_instant (hole->left_at, zone);
  item = item_new (MULL_TODAY_HOLES, MULL_TODAY_DO_OVER, MULL_REASON_HOLE, hole->record.id,
                   hole->deal_id, hole->person_id, day, reason, hole->text);
  item->minute =
      (int) ((hole->left_at - mull_day_start_instant (day, zone)) / (60 * G_USEC_PER_SEC));
  return item;
}

/* ── Silence ──────────────────────────────────────────────────────────── */

/**
 * mull_today_judge_silence:
 * @deal_id: a deal for which nothing is planned
 * @state: whose move it is
 * @on: since when
 * @question: (nullable): the last hard question that was asked about it
 * @today: the present day
 *
 * Returns: (transfer full) (nullable): what to do about the silence; %NULL if there is none, or if
 *   a hard question still has time
 */
MullTodayItem *
mull_today_judge_silence (gint64 deal_id,
                          MullMoveState state,
                          MullDay on,
                          const MullHardQuestion *question,
                          MullDay today)
{
  MullTodayVerb verb;
  g_autofree char *since = NULL;
  char *reason;

  if (is_waiting (question, today))
    return NULL;
  since = mull_day_format_relative (on, today);
  switch (state)
    {
    case MULL_MOVE_DARK:
      verb = MULL_TODAY_ASK;
      /* Translators: the argument is a day: "3 weeks ago", "3 March" */
      reason = g_strdup_printf (_ ("Dark: the first try without an answer was %s."), since);
      break;
    case MULL_MOVE_FADING:
      verb = MULL_TODAY_CALL;
      /* Translators: the argument is a day: "8 days ago", "3 March" */
      reason = g_strdup_printf (_ ("Fading: the first try without an answer was %s."), since);
      break;
    case MULL_MOVE_OURS:
      verb = MULL_TODAY_CALL;
      /* Translators: the argument is a day: "8 days ago", "3 March" */
      reason = g_strdup_printf (
          _ ("We went quiet: they were heard %s, and nothing went out since."), since);
      break;
    case MULL_MOVE_CLOSED:
    case MULL_MOVE_QUIET:
    case MULL_MOVE_AWAY:
    case MULL_MOVE_MEETING_SET:
    case MULL_MOVE_WE_OWE:
    case MULL_MOVE_NEVER_HEARD:
    case MULL_MOVE_THEIRS:
    default:
      return NULL;
    }
  if (state != MULL_MOVE_OURS && is_unanswered (question, today) && question->asked_on >= on)
    {
      g_free (reason);
      verb = MULL_TODAY_DECIDE;
      reason = say_unanswered (question, today);
    }
  return item_new (MULL_TODAY_GONE_QUIET, verb, MULL_REASON_DEAL, deal_id, deal_id, 0, on, reason,
                   "");
}

/* ── Words ────────────────────────────────────────────────────────────── */

/**
 * mull_today_horizon:
 *
 * Returns: the last due day of a promise of ours that can be worth a thought today
 */
MullDay
mull_today_horizon (MullDay today, const MullThresholds *thresholds)
{
  return mull_day_add_working (today, MAX (thresholds->risk_window_days, thresholds->call_by_days));
}

/**
 * mull_today_group_label:
 *
 * Returns: (transfer none): the heading of a group
 */
const char *
mull_today_group_label (MullTodayGroup group)
{
  static const char *const labels[] = {
    /* Translators: the groups of what to do today */
    N_ ("Our promises"),      N_ ("They asked for today"), N_ ("Meetings to prepare"),
    N_ ("Planned for today"), N_ ("Holes still fresh"),    N_ ("Their promises"),
    N_ ("Gone quiet"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == MULL_TODAY_N_GROUPS);
  g_return_val_if_fail (group < G_N_ELEMENTS (labels), "");
  return _ (labels[group]);
}

/**
 * mull_today_group_nick:
 *
 * Returns: (transfer none): the name of a group, for programs
 */
const char *
mull_today_group_nick (MullTodayGroup group)
{
  static const char *const nicks[] = { "before-due", "asked",  "meetings",  "planned",
                                       "holes",      "theirs", "gone-quiet" };

  G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == MULL_TODAY_N_GROUPS);
  g_return_val_if_fail (group < G_N_ELEMENTS (nicks), "");
  return nicks[group];
}

/**
 * mull_today_verb_label:
 *
 * Returns: (transfer none): what the button of an item says
 */
const char *
mull_today_verb_label (MullTodayVerb verb)
{
  static const char *const labels[] = {
    /* Translators: buttons: the one thing to do about something that is due today */
    N_ ("Call"),        N_ ("Write"),         N_ ("Own it"),  N_ ("Keep it"), N_ ("Prepare"),
    N_ ("Print brief"), N_ ("Write it down"), N_ ("Do-over"), N_ ("Ask"),     N_ ("Decide"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == MULL_TODAY_N_VERBS);
  g_return_val_if_fail (verb < G_N_ELEMENTS (labels), "");
  return _ (labels[verb]);
}
