/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-advice"

#include "config.h"

#include "mull-call-advice.h"

#include "mull-record.h"

#include <glib/gi18n-lib.h>

/**
 * mull_call_next_try:
 * @n_not_reached: calls for this script that reached nobody
 * @thresholds: thresholds
 *
 * Calls first; after a few in vain (two, by default) the next one leaves a message; after that, the
 * mail.
 *
 * Returns: how to try next
 */
MullNextTry
mull_call_next_try (int n_not_reached, const MullThresholds *thresholds)
{
  if (n_not_reached < thresholds->tries)
    return MULL_NEXT_TRY_CALL;
  if (n_not_reached == thresholds->tries)
    return MULL_NEXT_TRY_VOICEMAIL;
  return MULL_NEXT_TRY_MAIL;
}

/**
 * mull_call_next_try_reason:
 * @n_not_reached: calls for this script that reached nobody
 * @thresholds: thresholds
 *
 * Returns: (transfer full) (nullable): one sentence that proposes something other than a call
 */
char *
mull_call_next_try_reason (int n_not_reached, const MullThresholds *thresholds)
{
  switch (mull_call_next_try (n_not_reached, thresholds))
    {
    case MULL_NEXT_TRY_CALL:
      return NULL;

    case MULL_NEXT_TRY_VOICEMAIL:
      return g_strdup_printf (
          ngettext ("Not reached %d time: call once more and leave the message if nobody answers.",
                    "Not reached %d times: call once more and leave the message if nobody answers.",
                    (gulong) n_not_reached),
          n_not_reached);

    case MULL_NEXT_TRY_MAIL:
      return g_strdup_printf (ngettext ("Not reached %d time: write the mail now.",
                                        "Not reached %d times: write the mail now.",
                                        (gulong) n_not_reached),
                              n_not_reached);
    }
  g_return_val_if_reached (NULL);
}

/**
 * mull_do_overs_within:
 * @days: (array length=n_days): days on which do-overs were asked of one person, in any order
 * @n_days: how many
 * @today: today
 * @thresholds: thresholds
 *
 * Counts today and the days before it: within 30 days, a do-over 29 days ago counts, one 30 days
 * ago does not.
 *
 * Returns: how many of them count
 */
guint
mull_do_overs_within (const MullDay *days,
                      guint n_days,
                      MullDay today,
                      const MullThresholds *thresholds)
{
  guint n = 0;

  for (guint i = 0; i < n_days; i++)
    if (days[i] <= today && days[i] > today - thresholds->do_over_days)
      n++;
  return n;
}

/**
 * mull_do_over_too_many:
 * @days: (array length=n_days): days on which do-overs were asked of one person, in any order
 * @n_days: how many
 * @today: today
 * @thresholds: thresholds
 *
 * Whether the one that is being prepared now would be one too many.
 *
 * Returns: (transfer full) (nullable): one sentence that proposes to plan the next call first
 */
char *
mull_do_over_too_many (const MullDay *days,
                       guint n_days,
                       MullDay today,
                       const MullThresholds *thresholds)
{
  guint with_this = mull_do_overs_within (days, n_days, today, thresholds) + 1;

  if (with_this <= (guint) MAX (thresholds->do_overs, 0))
    return NULL;

  /* Translators: a do-over is a call that asks for something one forgot to ask for. */
  return g_strdup_printf (ngettext ("This would be do-over %1$u to this person within %2$d day: "
                                    "plan the next call first.",
                                    "This would be do-over %1$u to this person within %2$d days: "
                                    "plan the next call first.",
                                    (gulong) thresholds->do_over_days),
                          with_this, thresholds->do_over_days);
}

/**
 * mull_do_over_is_old:
 * @left_at: when we left without it, or %MULL_INSTANT_NONE
 * @now: microseconds UTC
 * @thresholds: thresholds
 *
 * Returns: whether so much time has passed that the thing may no longer be needed
 */
gboolean
mull_do_over_is_old (gint64 left_at, gint64 now, const MullThresholds *thresholds)
{
  return left_at != MULL_INSTANT_NONE &&
         now - left_at >= thresholds->still_needed_hours * G_TIME_SPAN_HOUR;
}

/**
 * mull_do_over_still_needed:
 * @left_at: when we left without it, or %MULL_INSTANT_NONE
 * @now: microseconds UTC
 * @thresholds: thresholds
 *
 * Returns: (transfer full) (nullable): one sentence that asks whether it is still needed
 */
char *
mull_do_over_still_needed (gint64 left_at, gint64 now, const MullThresholds *thresholds)
{
  int days;

  if (!mull_do_over_is_old (left_at, now, thresholds))
    return NULL;

  days = (int) ((now - left_at) / G_TIME_SPAN_DAY);
  if (days < 1)
    return g_strdup (_ ("You left without it a while ago: is it still needed?"));

  return g_strdup_printf (ngettext ("You left without it %d day ago: is it still needed?",
                                    "You left without it %d days ago: is it still needed?",
                                    (gulong) days),
                          days);
}
