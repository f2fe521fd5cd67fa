/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-move-state-line"

#include "config.h"

#include "mull-move-state.h"

#include "mull-text.h"

#include <glib/gi18n-lib.h>

static void
take_part (GString *line, char *part)
{
  mull_text_append_part (line, part);
  g_free (part);
}

static void
add_heard (GString *line, const MullMoveFacts *facts, MullDay today)
{
  g_autofree char *day = mull_day_format_short (facts->heard_on, today);

  /* Translators: when they were last heard; %s is a date */
  take_part (line, g_strdup_printf (_ ("heard %s"), day));
}

/* How often we tried since then, in how many ways, and for how long nobody answered. */
static void
add_tries (GString *line, const MullMoveFacts *facts, MullDay today)
{
  g_autofree char *days = NULL;
  g_autofree char *ways = NULL;
  int silence;

  if (facts->attempts == 0)
    return;
  days = g_strdup_printf (
      ngettext ("tried on %d day", "tried on %d days", (gulong) facts->attempts), facts->attempts);
  ways = g_strdup_printf (ngettext ("in %d way", "in %d ways", (gulong) facts->channels),
                          facts->channels);
  silence = today - facts->first_on;
  /* Translators: "tried on 3 days" and "in 2 ways" */
  take_part (line, g_strdup_printf (_ ("%1$s %2$s"), days, ways));
  take_part (
      line, g_strdup_printf (ngettext ("silent for %d day", "silent for %d days", (gulong) silence),
                             silence));
}

static void
add_fade_threshold (GString *line, int dark_days)
{
  int fade_days = mull_move_fade_days (dark_days);

  take_part (line,
             g_strdup_printf (ngettext ("fading after %d day and %d tries",
                                        "fading after %d days and %d tries", (gulong) fade_days),
                              fade_days, MULL_MOVE_FADING_TRIES));
}

static void
add_ours (GString *line,
          const MullMoveFacts *facts,
          const MullThresholds *thresholds,
          const MullMoveVerdict *verdict,
          MullDay today)
{
  add_heard (line, facts, today);
  mull_text_append_part (line, _ ("nothing from us since"));
  if (verdict->flags & MULL_MOVE_WE_WENT_QUIET)
    take_part (line, g_strdup_printf (ngettext ("it is we who are quiet after %d day",
                                                "it is we who are quiet after %d days",
                                                (gulong) thresholds->went_quiet_days),
                                      thresholds->went_quiet_days));
}

static void
add_theirs (GString *line, const MullMoveFacts *facts, int dark_days, MullDay today)
{
  add_heard (line, facts, today);
  if (facts->theirs_last_on != MULL_DAY_NONE && facts->theirs_last_on >= today)
    {
      g_autofree char *day = mull_day_format_short (facts->theirs_due_on, today);

      take_part (line, g_strdup_printf (_ ("they promised something for %s"), day));
    }
  if (facts->attempts == 0)
    return;
  add_tries (line, facts, today);
  add_fade_threshold (line, dark_days);
}

static void
add_silence (GString *line, const MullMoveFacts *facts, int dark_days, gboolean dark, MullDay today)
{
  add_heard (line, facts, today);
  add_tries (line, facts, today);
  if (!dark)
    add_fade_threshold (line, dark_days);
  else
    take_part (line, g_strdup_printf (ngettext ("dark after %d day, %d tries and %d ways",
                                                "dark after %d days, %d tries and %d ways",
                                                (gulong) dark_days),
                                      dark_days, MULL_MOVE_DARK_TRIES, MULL_MOVE_DARK_WAYS));
}

/**
 * mull_move_state_format_reason:
 * @facts: collected for @today
 * @dark_days: of the deal's stage
 * @thresholds: the rep's
 * @today: the present day
 *
 * What mull_move_state_explain() says in sentences, in one line: the days and numbers that decided,
 * and the thresholds that they were held against, for a row of a list and for paper.
 *
 * Returns: (transfer full): the reason, never empty, which begins in lower case
 */
char *
mull_move_state_format_reason (const MullMoveFacts *facts,
                               int dark_days,
                               const MullThresholds *thresholds,
                               MullDay today)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *day = NULL;
  MullMoveVerdict verdict;

  g_return_val_if_fail (facts != NULL && thresholds != NULL, g_strdup (""));

  verdict = mull_move_state_decide (facts, dark_days, thresholds, today);
  if (verdict.on != MULL_DAY_NONE)
    day = mull_day_format_short (verdict.on, today);
  /* Translators: in all of these %s is a date, or "tomorrow" and the like if it is near. */
  switch (verdict.state)
    {
    case MULL_MOVE_CLOSED:
      return day != NULL ? g_strdup_printf (_ ("closed %s"), day) : g_strdup (_ ("closed"));
    case MULL_MOVE_QUIET:
      return day != NULL ? g_strdup_printf (_ ("they asked to be left alone until %s"), day)
                         : g_strdup (_ ("they asked to be left alone until something happens"));
    case MULL_MOVE_AWAY:
      return g_strdup_printf (_ ("they said that they are away until %s"), day);
    case MULL_MOVE_MEETING_SET:
      return g_strdup_printf (_ ("they accepted a meeting: %s"), day);
    case MULL_MOVE_WE_OWE:
      return g_strdup_printf (_ ("our promise was due %s and is still open"), day);
    case MULL_MOVE_NEVER_HEARD:
      mull_text_append_part (line, _ ("nobody of theirs was ever heard"));
      add_tries (line, facts, today);
      break;
    case MULL_MOVE_DARK:
    case MULL_MOVE_FADING:
      add_silence (line, facts, dark_days, verdict.state == MULL_MOVE_DARK, today);
      break;
    case MULL_MOVE_OURS:
      add_ours (line, facts, thresholds, &verdict, today);
      break;
    case MULL_MOVE_THEIRS:
      add_theirs (line, facts, dark_days, today);
      break;
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}
