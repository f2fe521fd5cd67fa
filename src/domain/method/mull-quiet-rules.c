/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-quiet-rules"

#include "config.h"

#include "mull-quiet-rules.h"

#include "mull-error.h"
#include "mull-move-facts.h"
#include "mull-reason.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* ── Where it stands ──────────────────────────────────────────────────── */

/**
 * mull_quiet_get_standing:
 * @thresholds: how long before its day there is time to prepare
 * @today: the present day
 *
 * Returns: where a quiet stands on a day; time wakes it, and never settles it
 */
MullQuietStanding
mull_quiet_get_standing (const MullQuiet *quiet, const MullThresholds *thresholds, MullDay today)
{
  g_return_val_if_fail (quiet != NULL && thresholds != NULL, MULL_QUIET_SETTLED);

  if (quiet->state != MULL_QUIET_IN_FORCE)
    return MULL_QUIET_SETTLED;
  if (quiet->until_on == MULL_DAY_NONE)
    return MULL_QUIET_WAITING;
  if (quiet->until_on <= today)
    return MULL_QUIET_AWAKE;
  return quiet->until_on - today <= thresholds->prepare_days ? MULL_QUIET_PREPARE
                                                             : MULL_QUIET_SILENT;
}

/**
 * mull_quiet_is_in_force:
 *
 * Returns: whether they are to be left alone on a day; on the day itself that it names they are not
 */
gboolean
mull_quiet_is_in_force (const MullQuiet *quiet, MullDay today)
{
  g_return_val_if_fail (quiet != NULL, FALSE);

  return quiet->state == MULL_QUIET_IN_FORCE &&
         (quiet->until_on == MULL_DAY_NONE || quiet->until_on > today);
}

/**
 * mull_quiet_is_told_again:
 *
 * Returns: whether they had to say it more than once, which is shown in red
 */
gboolean
mull_quiet_is_told_again (const MullQuiet *quiet)
{
  g_return_val_if_fail (quiet != NULL, FALSE);

  return quiet->times_told > 1;
}

/* ── What it holds back ───────────────────────────────────────────────── */

/* Who asked for themselves alone is not reached by writing to somebody else; a touch that names
 * nobody may reach anybody. */
static gboolean
concerns (const MullQuiet *quiet, gint64 person_id)
{
  return quiet->scope != MULL_QUIET_SCOPE_PERSON || person_id == 0 || quiet->person_id == person_id;
}

/**
 * mull_quiet_holds_entry:
 * @quiet: one that covers the deal
 * @person_id: who was reached for, or 0
 * @at: when, microseconds UTC
 * @zone: the rep's time zone
 *
 * What happened before they asked is not held back: the talk in which they asked is one of these.
 *
 * Returns: whether @quiet asks to leave that touch alone
 */
gboolean
mull_quiet_holds_entry (const MullQuiet *quiet, gint64 person_id, gint64 at, GTimeZone *zone)
{
  MullDay day;

  g_return_val_if_fail (quiet != NULL && zone != NULL, FALSE);

  day = mull_day_from_instant (at, zone);
  return concerns (quiet, person_id) && mull_quiet_is_in_force (quiet, day) &&
         (day > quiet->asked_on || (day == quiet->asked_on && at >= quiet->created_at));
}

/**
 * mull_quiet_holds_touch:
 * @quiet: one that covers the deal
 * @person_id: who would be reached for, or 0
 * @due_on: when
 *
 * Returns: whether @quiet asks to leave that planned touch alone; one on its day or after is not
 */
gboolean
mull_quiet_holds_touch (const MullQuiet *quiet, gint64 person_id, MullDay due_on)
{
  g_return_val_if_fail (quiet != NULL, FALSE);

  return concerns (quiet, person_id) && mull_quiet_is_in_force (quiet, due_on) &&
         due_on >= quiet->asked_on;
}

/**
 * mull_quiet_is_answering:
 * @quiet: one that holds a touch back
 * @entries: (nullable) (element-type MullEntry): touches of the deal, in any order
 * @zone: the rep's time zone
 *
 * When they reach for us, they lift nothing, and are answered freely: once they have, and we have
 * not answered yet, a touch of ours is an answer. A machine's reply is not a word of theirs.
 *
 * Returns: whether a touch of ours would answer one of theirs
 */
gboolean
mull_quiet_is_answering (const MullQuiet *quiet, GPtrArray *entries, GTimeZone *zone)
{
  const MullEntry *last = NULL;

  g_return_val_if_fail (quiet != NULL && zone != NULL, FALSE);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (entries, i);

      if (!mull_entry_is_touch (entry) || entry->auto_reply || !concerns (quiet, entry->person_id))
        continue;
      if (last == NULL || entry->happened_at > last->happened_at ||
          (entry->happened_at == last->happened_at && entry->record.id > last->record.id))
        last = entry;
    }
  if (last == NULL || last->direction != MULL_DIRECTION_IN)
    return FALSE;
  /* What they said before, or when they asked, is no word since. */
  return mull_day_from_instant (last->happened_at, zone) > quiet->asked_on ||
         last->happened_at >= quiet->created_at;
}

/* ── Whose problem ────────────────────────────────────────────────────── */

/**
 * mull_quiet_month_is_ending:
 * @today: the present day
 *
 * Returns: whether @today is within the last working days of a month, and so of every quarter, in
 *   which a call may serve our number more than their problem
 */
gboolean
mull_quiet_month_is_ending (const MullThresholds *thresholds, MullDay today)
{
  int left = 0;

  g_return_val_if_fail (thresholds != NULL && today != MULL_DAY_NONE, FALSE);

  for (MullDay day = today, end = mull_day_month_end (today); day <= end; day++)
    left += mull_day_is_working (day);
  /* A day off belongs to them once the first of them has passed. */
  return left + !mull_day_is_working (today) <= thresholds->month_end_days;
}

/**
 * mull_quiet_mirror:
 * @today: the present day
 *
 * Returns: (transfer full) (nullable): the question that the guard adds near the end of a month or
 *   quarter, else %NULL
 */
char *
mull_quiet_mirror (const MullThresholds *thresholds, MullDay today)
{
  int month;

  if (!mull_quiet_month_is_ending (thresholds, today))
    return NULL;
  mull_day_to_ymd (today, NULL, &month, NULL);
  if (month % 3 == 0)
    return g_strdup (_ ("The quarter is about to end. Whose problem does this call solve?"));
  return g_strdup (_ ("The month is about to end. Whose problem does this call solve?"));
}

/* ── What may be stored ───────────────────────────────────────────────── */

/**
 * mull_quiet_check:
 * @quiet: under construction, with the day on which it was asked for
 * @today: the present day
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if their words are missing, or a day makes no sense
 */
gboolean
mull_quiet_check (const MullQuiet *quiet, MullDay today, GError **error)
{
  const char *sentence = NULL;

  g_return_val_if_fail (quiet != NULL, FALSE);

  if (quiet->words[0] == '\0')
    sentence = _ ("Write down what they said, in their words.");
  else if (quiet->asked_on > today)
    sentence = _ ("They cannot have asked on a day that is still to come. Say when they did.");
  else if (quiet->until_on == MULL_DAY_NONE && quiet->until_event[0] == '\0')
    sentence = _ ("Say until when they want to be left alone: a day, or what they wait for.");
  else if (quiet->until_on != MULL_DAY_NONE && quiet->until_on <= MAX (today, quiet->asked_on))
    sentence = _ ("A quiet ends on a day that is still to come. Say until when.");
  else if ((quiet->scope == MULL_QUIET_SCOPE_PERSON && quiet->person_id == 0))
    sentence = _ ("Say who wants to be left alone.");
  else if (quiet->scope == MULL_QUIET_SCOPE_COMPANY && quiet->company_id == 0)
    sentence = _ ("The deal has no company. Leave the deal or a person alone, or add the company.");
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

/**
 * mull_quiet_check_pass:
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if a touch is made anyway and nobody says why
 */
gboolean
mull_quiet_check_pass (const MullQuietPass *pass, GError **error)
{
  g_autofree char *why = NULL;

  g_return_val_if_fail (pass != NULL, FALSE);

  why = g_strstrip (g_strdup (pass->why != NULL ? pass->why : ""));
  if (pass->reason != MULL_QUIET_REASON_ANYWAY || *why != '\0')
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                       _ ("They asked to be left alone. Say why you reach for them anyway."));
  return FALSE;
}

/* ── Words ────────────────────────────────────────────────────────────── */

/**
 * mull_quiet_format:
 *
 * Returns: (transfer full): "until 1 July 2026", "until the budget is out"
 */
char *
mull_quiet_format (const MullQuiet *quiet)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (quiet != NULL, NULL);

  if (quiet->until_on == MULL_DAY_NONE)
    /* Translators: %s is what a customer waits for, in words that the user typed. */
    return g_strdup_printf (_ ("until “%s”"), quiet->until_event);
  day = mull_day_format (quiet->until_on);
  if (quiet->until_event[0] != '\0')
    /* Translators: %1$s is a date, %2$s what a customer waits for. */
    return g_strdup_printf (_ ("until %1$s, or “%2$s”"), day, quiet->until_event);
  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("until %s"), day);
}

/**
 * mull_quiet_format_told:
 *
 * Returns: (transfer full): how often they had to say it
 */
char *
mull_quiet_format_told (const MullQuiet *quiet)
{
  g_return_val_if_fail (quiet != NULL, NULL);

  return g_strdup_printf (
      ngettext ("told once", "told %d times", (gulong) MAX (quiet->times_told, 1)),
      quiet->times_told);
}

static const char *const standing_labels[] = {
  [MULL_QUIET_SETTLED] = NC_ ("quiet standing", "over"),
  [MULL_QUIET_SILENT] = NC_ ("quiet standing", "leave them alone"),
  [MULL_QUIET_PREPARE] = NC_ ("quiet standing", "prepare, do not call"),
  [MULL_QUIET_WAITING] = NC_ ("quiet standing", "waiting for them"),
  [MULL_QUIET_AWAKE] = NC_ ("quiet standing", "they asked for today"),
};

/**
 * mull_quiet_standing_label:
 *
 * Returns: (transfer none): where a quiet stands, in words
 */
const char *
mull_quiet_standing_label (MullQuietStanding standing)
{
  g_return_val_if_fail ((guint) standing < G_N_ELEMENTS (standing_labels), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "quiet standing", standing_labels[standing]);
}

/**
 * mull_quiet_reason_label:
 *
 * Returns: (transfer none): why somebody who asked to be left alone was reached for
 */
const char *
mull_quiet_reason_label (MullQuietReason reason)
{
  switch (reason)
    {
    case MULL_QUIET_REASON_THEY_CONTACTED:
      return _ ("They contacted me");
    case MULL_QUIET_REASON_DUTY:
      return _ ("A duty I owe them");
    case MULL_QUIET_REASON_ANYWAY:
      return _ ("Anyway");
    }
  g_return_val_if_reached ("");
}

static void
take_reason (GPtrArray *reasons, const MullQuiet *quiet, char *text)
{
  g_ptr_array_add (reasons, mull_reason_new (MULL_REASON_QUIET, quiet->record.id, text));
}

/**
 * mull_quiet_explain:
 * @today: the present day
 *
 * Returns: (transfer full) (element-type MullReason): why a quiet stands where it does
 */
GPtrArray *
mull_quiet_explain (const MullQuiet *quiet, const MullThresholds *thresholds, MullDay today)
{
  GPtrArray *reasons = mull_reasons_new ();
  g_autofree char *asked = mull_day_format (quiet->asked_on);
  g_autofree char *until = mull_quiet_format (quiet);
  g_autofree char *days =
      mull_threshold_unit_format (MULL_THRESHOLD_DAYS, thresholds->prepare_days);

  take_reason (reasons, quiet,
               /* Translators: %1$s is a date, %2$s is "until 1 July", %3$s are their words. */
               g_strdup_printf (_ ("On %1$s they asked to be left alone %2$s: “%3$s”"), asked,
                                until, quiet->words));
  if (mull_quiet_is_told_again (quiet))
    take_reason (
        reasons, quiet,
        g_strdup_printf (ngettext ("They had to say it %d time.", "They had to say it %d times.",
                                   (gulong) quiet->times_told),
                         quiet->times_told));
  switch (mull_quiet_get_standing (quiet, thresholds, today))
    {
    case MULL_QUIET_SETTLED:
      take_reason (reasons, quiet, g_strdup (mull_quiet_state_label (quiet->state)));
      break;
    case MULL_QUIET_SILENT:
    case MULL_QUIET_WAITING:
      break;
    case MULL_QUIET_PREPARE:
      g_ptr_array_add (
          reasons,
          mull_reason_new (MULL_REASON_RULE, 0,
                           /* Translators: %s is a number of days. */
                           g_strdup_printf (_ ("From %s before the day on, there is time to "
                                               "prepare, and still no reason to call."),
                                            days)));
      break;
    case MULL_QUIET_AWAKE:
      g_ptr_array_add (reasons, mull_reason_new (MULL_REASON_RULE, 0,
                                                 g_strdup (_ ("That day has come. What becomes of "
                                                              "it is for you to say."))));
      break;
    }
  return reasons;
}
