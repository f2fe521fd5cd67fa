/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-move-state-explain"

#include "config.h"

#include "mull-move-state.h"

#include "mull-reason.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static void
take_reason (GPtrArray *reasons, MullReasonSource source, gint64 id, char *text)
{
  g_ptr_array_add (reasons, mull_reason_new (source, id, text));
}

static void
explain_heard (GPtrArray *reasons, const MullMoveFacts *facts)
{
  g_autofree char *day = mull_day_format (facts->heard_on);

  take_reason (reasons, MULL_REASON_ENTRY, facts->heard_id,
               g_strdup_printf (_ ("They were last heard on %s."), day));
}

/* In how many ways it was tried, and which. */
static void
explain_channels (GPtrArray *reasons, const MullMoveFacts *facts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int kind = 0; kind <= MULL_ENTRY_NOTE; kind++)
    if ((facts->kinds & 1u << kind) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              mull_entry_kind_label ((MullEntryKind) kind));
  take_reason (reasons, MULL_REASON_RULE, 0,
               /* Translators: in how many ways somebody was reached for, and a list of them:
                  "Call, E-mail" */
               g_strdup_printf (ngettext ("All in %1$d way (%2$s).", "In %1$d ways (%2$s).",
                                          (gulong) facts->channels),
                                facts->channels, names->str));
}

/* The tries since then, the first and the last of them named. */
static void
explain_tries (GPtrArray *reasons, const MullMoveFacts *facts)
{
  g_autofree char *first = mull_day_format (facts->first_on);
  g_autofree char *last = mull_day_format (facts->last_on);

  take_reason (reasons, MULL_REASON_ENTRY, facts->first_id,
               g_strdup_printf (_ ("The first touch of ours without an answer was on %s."), first));
  if (facts->last_id != facts->first_id)
    take_reason (reasons, MULL_REASON_ENTRY, facts->last_id,
                 g_strdup_printf (_ ("The last one was on %s."), last));
  take_reason (reasons, MULL_REASON_RULE, 0,
               g_strdup_printf (ngettext ("We tried on %d day.", "We tried on %d different days.",
                                          (gulong) facts->attempts),
                                facts->attempts));
  explain_channels (reasons, facts);
}

static void
explain_silence (GPtrArray *reasons, const MullMoveFacts *facts, MullDay today)
{
  int silence = today - facts->first_on;

  take_reason (reasons, MULL_REASON_ENTRY, facts->first_id,
               g_strdup_printf (ngettext ("That is %d day of silence.",
                                          "That is %d days of silence.", (gulong) silence),
                                silence));
}

static void
explain_dark (GPtrArray *reasons, const MullMoveFacts *facts, int dark_days, MullDay today)
{
  explain_heard (reasons, facts);
  explain_tries (reasons, facts);
  explain_silence (reasons, facts, today);
  take_reason (reasons, MULL_REASON_RULE, 0,
               g_strdup_printf (ngettext ("In this stage a deal is dark after %d day without an "
                                          "answer to tries on %d days in %d ways.",
                                          "In this stage a deal is dark after %d days without an "
                                          "answer to tries on %d days in %d ways.",
                                          (gulong) dark_days),
                                dark_days, MULL_MOVE_DARK_TRIES, MULL_MOVE_DARK_WAYS));
}

static void
explain_fading (GPtrArray *reasons, const MullMoveFacts *facts, int dark_days, MullDay today)
{
  int fade_days = mull_move_fade_days (dark_days);

  explain_heard (reasons, facts);
  explain_tries (reasons, facts);
  explain_silence (reasons, facts, today);
  take_reason (reasons, MULL_REASON_RULE, 0,
               g_strdup_printf (ngettext ("In this stage a deal is fading after %d day without an "
                                          "answer to tries on %d days.",
                                          "In this stage a deal is fading after %d days without "
                                          "an answer to tries on %d days.",
                                          (gulong) fade_days),
                                fade_days, MULL_MOVE_FADING_TRIES));
  take_reason (reasons, MULL_REASON_RULE, 0,
               g_strdup_printf (ngettext ("It is dark after %d day, with tries on %d days in %d "
                                          "ways.",
                                          "It is dark after %d days, with tries on %d days in %d "
                                          "ways.",
                                          (gulong) dark_days),
                                dark_days, MULL_MOVE_DARK_TRIES, MULL_MOVE_DARK_WAYS));
}

static void
explain_ours (GPtrArray *reasons,
              const MullMoveFacts *facts,
              const MullThresholds *thresholds,
              const MullMoveVerdict *verdict)
{
  explain_heard (reasons, facts);
  take_reason (reasons, MULL_REASON_RULE, 0,
               g_strdup (_ ("Nothing has gone out from us since, and they promised nothing that "
                            "is still to come.")));
  if (verdict->flags & MULL_MOVE_WE_WENT_QUIET)
    take_reason (reasons, MULL_REASON_RULE, 0,
                 g_strdup_printf (ngettext ("After %d day it is we who went quiet.",
                                            "After %d days it is we who went quiet.",
                                            (gulong) thresholds->went_quiet_days),
                                  thresholds->went_quiet_days));
}

static void
explain_theirs (GPtrArray *reasons,
                const MullMoveFacts *facts,
                int dark_days,
                const MullMoveVerdict *verdict,
                MullDay today)
{
  int fade_days = mull_move_fade_days (dark_days);

  explain_heard (reasons, facts);
  if (facts->theirs_last_on != MULL_DAY_NONE && facts->theirs_last_on >= today)
    {
      g_autofree char *due = mull_day_format (verdict->on);

      take_reason (reasons, MULL_REASON_COMMITMENT, facts->theirs_id,
                   g_strdup_printf (_ ("They promised something for %s."), due));
    }
  if (facts->attempts > 0)
    {
      explain_tries (reasons, facts);
      explain_silence (reasons, facts, today);
    }
  if (verdict->flags & MULL_MOVE_ONLY_ONE_TRY)
    take_reason (reasons, MULL_REASON_RULE, 0,
                 g_strdup_printf (ngettext ("After %d day, tries on a single day are too few to "
                                            "call it silence.",
                                            "After %d days, tries on a single day are too few to "
                                            "call it silence.",
                                            (gulong) fade_days),
                                  fade_days));
}

/* Those states that rest on one record and one day. */
static gboolean
explain_by_record (GPtrArray *reasons, const MullMoveFacts *facts, const MullMoveVerdict *verdict)
{
  g_autofree char *day = verdict->on != MULL_DAY_NONE ? mull_day_format (verdict->on) : NULL;

  switch (verdict->state)
    {
    case MULL_MOVE_CLOSED:
      take_reason (reasons, MULL_REASON_DEAL, 0,
                   day != NULL ? g_strdup_printf (_ ("The deal was closed on %s."), day)
                               : g_strdup (_ ("The deal is closed.")));
      return TRUE;
    case MULL_MOVE_QUIET:
      if (facts->waits_id != 0)
        take_reason (reasons, MULL_REASON_QUIET, facts->waits_id,
                     g_strdup (_ ("They asked to be left alone until something has happened.")));
      else
        take_reason (reasons, MULL_REASON_QUIET, facts->quiet_id,
                     g_strdup_printf (_ ("They asked to be left alone until %s."), day));
      return TRUE;
    case MULL_MOVE_AWAY:
      take_reason (reasons, MULL_REASON_ENTRY, facts->away_id,
                   g_strdup_printf (_ ("They are away until %s."), day));
      return TRUE;
    case MULL_MOVE_MEETING_SET:
      take_reason (reasons, MULL_REASON_TOUCH, facts->agreed_id,
                   g_strdup_printf (_ ("They accepted a meeting on %s."), day));
      return TRUE;
    case MULL_MOVE_WE_OWE:
      take_reason (reasons, MULL_REASON_COMMITMENT, facts->ours_id,
                   g_strdup_printf (_ ("Our promise was due on %s and is still open."), day));
      take_reason (
          reasons, MULL_REASON_RULE, 0,
          g_strdup (_ ("While our own promise is overdue, their silence does not count.")));
      return TRUE;
    case MULL_MOVE_NEVER_HEARD:
      take_reason (reasons, MULL_REASON_RULE, 0,
                   g_strdup (_ ("Nobody of theirs was ever heard, so nobody can have gone dark.")));
      if (facts->attempts > 0)
        explain_tries (reasons, facts);
      return TRUE;
    case MULL_MOVE_DARK:
    case MULL_MOVE_FADING:
    case MULL_MOVE_OURS:
    case MULL_MOVE_THEIRS:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_move_state_explain:
 * @facts: collected for @today
 * @dark_days: of the deal's stage
 * @thresholds: the rep's
 * @today: the present day
 *
 * Answers "why?" for mull_move_state_decide(): the records and the numbers that decided, the most
 * telling first.
 *
 * Returns: (transfer full) (element-type MullReason): at least one reason
 */
GPtrArray *
mull_move_state_explain (const MullMoveFacts *facts,
                         int dark_days,
                         const MullThresholds *thresholds,
                         MullDay today)
{
  g_autoptr (GPtrArray) reasons = mull_reasons_new ();
  MullMoveVerdict verdict;

  g_return_val_if_fail (facts != NULL && thresholds != NULL, g_steal_pointer (&reasons));

  verdict = mull_move_state_decide (facts, dark_days, thresholds, today);
  if (explain_by_record (reasons, facts, &verdict))
    return g_steal_pointer (&reasons);
  if (verdict.state == MULL_MOVE_DARK)
    explain_dark (reasons, facts, dark_days, today);
  else if (verdict.state == MULL_MOVE_FADING)
    explain_fading (reasons, facts, dark_days, today);
  else if (verdict.state == MULL_MOVE_OURS)
    explain_ours (reasons, facts, thresholds, &verdict);
  else
    explain_theirs (reasons, facts, dark_days, &verdict, today);
  return g_steal_pointer (&reasons);
}
