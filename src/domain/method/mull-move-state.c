/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-move-state"

#include "config.h"

#include "mull-move-state.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

G_DEFINE_ENUM_TYPE (MullMoveState,
                    mull_move_state,
                    G_DEFINE_ENUM_VALUE (MULL_MOVE_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (MULL_MOVE_QUIET, "quiet"),
                    G_DEFINE_ENUM_VALUE (MULL_MOVE_AWAY, "away"),
                    G_DEFINE_ENUM_VALUE (MULL_MOVE_MEETING_SET, "meeting-set"),
                    G_DEFINE_ENUM_VALUE (MULL_MOVE_WE_OWE, "we-owe"),
                    G_DEFINE_ENUM_VALUE (MULL_MOVE_NEVER_HEARD, "never-heard"),
                    G_DEFINE_ENUM_VALUE (MULL_MOVE_DARK, "dark"),
                    G_DEFINE_ENUM_VALUE (MULL_MOVE_FADING, "fading"),
                    G_DEFINE_ENUM_VALUE (MULL_MOVE_OURS, "our-move"),
                    G_DEFINE_ENUM_VALUE (MULL_MOVE_THEIRS, "their-move"))

static const char *const labels[MULL_MOVE_N_STATES] = {
  [MULL_MOVE_CLOSED] = NC_ ("whose move", "closed"),
  [MULL_MOVE_QUIET] = NC_ ("whose move", "quiet"),
  [MULL_MOVE_AWAY] = NC_ ("whose move", "away"),
  [MULL_MOVE_MEETING_SET] = NC_ ("whose move", "meeting set"),
  [MULL_MOVE_WE_OWE] = NC_ ("whose move", "we owe"),
  [MULL_MOVE_NEVER_HEARD] = NC_ ("whose move", "never heard"),
  [MULL_MOVE_DARK] = NC_ ("whose move", "dark"),
  [MULL_MOVE_FADING] = NC_ ("whose move", "fading"),
  [MULL_MOVE_OURS] = NC_ ("whose move", "our move"),
  [MULL_MOVE_THEIRS] = NC_ ("whose move", "their move"),
};

/**
 * mull_move_fade_days:
 * @dark_days: of the stage
 *
 * Returns: after how many whole days half of @dark_days has passed
 */
int
mull_move_fade_days (int dark_days)
{
  return (dark_days + 1) / 2;
}

static MullDay
first_from (MullDay today, MullDay first, MullDay last)
{
  if (first != MULL_DAY_NONE && first >= today)
    return first;
  return last != MULL_DAY_NONE && last >= today ? last : MULL_DAY_NONE;
}

static MullMoveVerdict
verdict (MullMoveState state, MullDay on, MullMoveFlags flags)
{
  return (MullMoveVerdict){ state, on, flags, MULL_DAY_NONE };
}

/* The rule itself: what @facts mean on @today, first match wins. */
static MullMoveVerdict
decide (const MullMoveFacts *facts, int dark_days, const MullThresholds *thresholds, MullDay today)
{
  int fade_days = mull_move_fade_days (dark_days);
  MullDay agreed_on = first_from (today, facts->agreed_on, facts->agreed_last_on);
  MullDay theirs_on = first_from (today, facts->theirs_due_on, facts->theirs_last_on);
  gboolean tried = facts->first_on != MULL_DAY_NONE;
  int silence = tried ? today - facts->first_on : 0;

  if (facts->closed)
    return verdict (MULL_MOVE_CLOSED, facts->closed_on, 0);
  if (facts->waits_id != 0)
    return verdict (MULL_MOVE_QUIET, MULL_DAY_NONE, 0);
  if (facts->quiet_until_on != MULL_DAY_NONE && facts->quiet_until_on > today)
    return verdict (MULL_MOVE_QUIET, facts->quiet_until_on, 0);
  if (facts->away_until_on != MULL_DAY_NONE && facts->away_until_on > today)
    return verdict (MULL_MOVE_AWAY, facts->away_until_on, 0);
  if (agreed_on != MULL_DAY_NONE)
    return verdict (MULL_MOVE_MEETING_SET, agreed_on, 0);
  if (facts->ours_due_on != MULL_DAY_NONE && facts->ours_due_on < today)
    return verdict (MULL_MOVE_WE_OWE, facts->ours_due_on, 0);
  if (facts->heard_on == MULL_DAY_NONE)
    return tried ? verdict (MULL_MOVE_NEVER_HEARD, facts->first_on, 0)
                 : verdict (MULL_MOVE_NEVER_HEARD, facts->created_on, MULL_MOVE_NOT_TRIED);
  if (facts->attempts >= MULL_MOVE_DARK_TRIES && facts->channels >= MULL_MOVE_DARK_WAYS &&
      silence >= dark_days)
    return verdict (MULL_MOVE_DARK, facts->first_on, 0);
  if (facts->attempts >= MULL_MOVE_FADING_TRIES && silence >= fade_days)
    return verdict (MULL_MOVE_FADING, facts->first_on, 0);
  if (!tried && theirs_on == MULL_DAY_NONE)
    return verdict (MULL_MOVE_OURS, facts->heard_on,
                    today - facts->heard_on >= thresholds->went_quiet_days ? MULL_MOVE_WE_WENT_QUIET
                                                                           : MULL_MOVE_NO_FLAGS);
  return verdict (MULL_MOVE_THEIRS, theirs_on != MULL_DAY_NONE ? theirs_on : facts->first_on,
                  facts->attempts == 1 && silence >= fade_days ? MULL_MOVE_ONLY_ONE_TRY
                                                               : MULL_MOVE_NO_FLAGS);
}

static int
compare_days (const void *a, const void *b)
{
  MullDay day_a = *(const MullDay *) a, day_b = *(const MullDay *) b;

  return (day_a > day_b) - (day_a < day_b);
}

/*
 * decide() compares today with the days below and with nothing else, so between two of them its
 * answer is constant. It is asked anew on each, in order, until it says something different.
 */
static MullDay
find_recheck (const MullMoveFacts *facts,
              int dark_days,
              const MullThresholds *thresholds,
              MullDay today,
              const MullMoveVerdict *now)
{
  const struct
  {
    MullDay day;
    int after;
  } borders[] = {
    { facts->quiet_until_on, 0 },
    { facts->away_until_on, 0 },
    { facts->agreed_on, 1 },
    { facts->agreed_last_on, 1 },
    { facts->ours_due_on, 1 },
    { facts->theirs_due_on, 1 },
    { facts->theirs_last_on, 1 },
    { facts->first_on, dark_days },
    { facts->first_on, mull_move_fade_days (dark_days) },
    { facts->heard_on, thresholds->went_quiet_days },
    { facts->changes_on, 0 },
  };
  MullDay days[G_N_ELEMENTS (borders)];
  guint n_days = 0;

  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    if (borders[i].day != MULL_DAY_NONE && borders[i].day + borders[i].after > today)
      days[n_days++] = borders[i].day + borders[i].after;
  qsort (days, n_days, sizeof days[0], compare_days);

  for (guint i = 0; i < n_days; i++)
    {
      MullMoveVerdict then = decide (facts, dark_days, thresholds, days[i]);

      if (days[i] == facts->changes_on || then.state != now->state || then.on != now->on ||
          then.flags != now->flags)
        return days[i];
    }
  return MULL_DAY_NONE;
}

/**
 * mull_move_state_decide:
 * @facts: collected for @today
 * @dark_days: of the deal's stage
 * @thresholds: the rep's
 * @today: the present day
 *
 * Whose move it is: the one rule behind badge, chip, list, report and paper.
 *
 * Returns: the state, what goes with it, and when to ask again
 */
MullMoveVerdict
mull_move_state_decide (const MullMoveFacts *facts,
                        int dark_days,
                        const MullThresholds *thresholds,
                        MullDay today)
{
  MullMoveVerdict now = verdict (MULL_MOVE_OURS, MULL_DAY_NONE, 0);

  g_return_val_if_fail (facts != NULL && thresholds != NULL && today != MULL_DAY_NONE, now);

  now = decide (facts, dark_days, thresholds, today);
  if (now.state != MULL_MOVE_CLOSED)
    now.recheck_on = find_recheck (facts, dark_days, thresholds, today, &now);
  return now;
}

/**
 * mull_move_state_label:
 *
 * Returns: (transfer none): the state in the words of the user, in lower case: "our move"
 */
const char *
mull_move_state_label (MullMoveState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (labels), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "whose move", labels[state]);
}

/**
 * mull_move_flag_label:
 * @flag: one flag
 *
 * Returns: (transfer none): the flag in the words of the user; empty for none
 */
const char *
mull_move_flag_label (MullMoveFlags flag)
{
  switch (flag)
    {
    case MULL_MOVE_NO_FLAGS:
      return "";
    case MULL_MOVE_WE_WENT_QUIET:
      return C_ ("whose move", "we went quiet");
    case MULL_MOVE_ONLY_ONE_TRY:
      return C_ ("whose move", "only one try");
    case MULL_MOVE_NOT_TRIED:
      return C_ ("whose move", "not contacted yet");
    }
  g_return_val_if_reached ("");
}

/**
 * mull_move_state_format:
 * @state: of a #MullMoveVerdict
 * @on: its day, or %MULL_DAY_NONE
 * @flags: of the same verdict
 * @today: the present day
 *
 * Returns: (transfer full): the state with its day in one phrase: "quiet until 1 Jul"
 */
char *
mull_move_state_format (MullMoveState state, MullDay on, MullMoveFlags flags, MullDay today)
{
  g_autofree char *day = NULL;

  if (on == MULL_DAY_NONE)
    return g_strdup (mull_move_state_label (state));

  /* Translators: in all of these %s is a date, without a year if it is near. */
  day = mull_day_format_short (on, today);
  switch (state)
    {
    case MULL_MOVE_CLOSED:
      return g_strdup_printf (C_ ("whose move", "closed on %s"), day);
    case MULL_MOVE_QUIET:
      return g_strdup_printf (C_ ("whose move", "quiet until %s"), day);
    case MULL_MOVE_AWAY:
      return g_strdup_printf (C_ ("whose move", "away until %s"), day);
    case MULL_MOVE_MEETING_SET:
      return g_strdup_printf (C_ ("whose move", "meeting set for %s"), day);
    case MULL_MOVE_WE_OWE:
      return g_strdup_printf (C_ ("whose move", "we owe since %s"), day);
    case MULL_MOVE_NEVER_HEARD:
      if (flags & MULL_MOVE_NOT_TRIED)
        /* Translators: a deal that was added on that day, and that nobody has called yet */
        return g_strdup_printf (C_ ("whose move", "new since %s"), day);
      return g_strdup_printf (C_ ("whose move", "no answer since %s"), day);
    case MULL_MOVE_DARK:
      return g_strdup_printf (C_ ("whose move", "dark since %s"), day);
    case MULL_MOVE_FADING:
      return g_strdup_printf (C_ ("whose move", "fading since %s"), day);
    case MULL_MOVE_OURS:
      return g_strdup_printf (C_ ("whose move", "our move since %s"), day);
    case MULL_MOVE_THEIRS:
      if (on >= today)
        return g_strdup_printf (C_ ("whose move", "their move by %s"), day);
      return g_strdup_printf (C_ ("whose move", "their move since %s"), day);
    }
  g_return_val_if_reached (g_strdup (""));
}
