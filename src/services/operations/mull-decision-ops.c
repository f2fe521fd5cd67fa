/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-decision-ops"

#include "config.h"

#include "mull-decision-ops.h"

#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-ops-private.h"
#include "mull-promise-store.h"
#include "mull-promise-words.h"
#include "mull-quiet-rules.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/**
 * mull_dossier_propose_decision:
 *
 * Returns: (transfer full) (nullable): the decision that is due on the deal, %NULL if none is
 */
MullDecisionProposal *
mull_dossier_propose_decision (MullDossier *dossier, MullClock *clock)
{
  GTimeZone *zone = mull_clock_get_zone (clock);
  g_autoptr (MullInvestment) investment =
      mull_investment_new (dossier->entries, dossier->commitments, dossier->today, zone);
  const MullDecisionFacts facts = {
    .deal = dossier->deal,
    .commitments = dossier->commitments,
    .questions = dossier->questions,
    .decisions = dossier->decisions,
    .investment = investment,
    .thresholds = &dossier->thresholds,
    .today = dossier->today,
    .zone = zone,
  };

  return mull_decision_propose (&facts);
}

/* ── Deciding ─────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  MullDecision *decision;
  MullQuiet *quiet;
} Args;

static gboolean
write_decision (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;
  /* Translators: a line of the timeline: what was decided ("Continue") and the reason */
  g_autofree char *text =
      g_strdup_printf (_ ("Decided: %1$s. %2$s"),
                       mull_decision_choice_label (args->decision->choice), args->decision->reason);

  return mull_record_store_insert (db, args->decision, error) &&
         (args->quiet == NULL || mull_record_store_insert (db, args->quiet, error)) &&
         mull_ops_write_entry (db, args->clock, args->decision->deal_id, MULL_ENTRY_FIELD, text,
                               NULL, error);
}

/* What has been spent by now, in the currency of the deal. */
static void
note_effort (MullDecision *decision, MullDossier *dossier, GTimeZone *zone)
{
  g_autoptr (MullInvestment) investment =
      mull_investment_new (dossier->entries, dossier->commitments, dossier->today, zone);

  decision->minutes = investment->total.minutes;
  g_strlcpy (decision->currency, dossier->deal->currency, sizeof decision->currency);
  for (guint i = 0; i < investment->total.costs->len; i++)
    {
      const MullMoney *sum = &g_array_index (investment->total.costs, MullMoney, i);

      if (g_str_equal (sum->currency, decision->currency))
        decision->cost_minor = sum->minor;
    }
}

static MullQuiet *
new_quiet (MullWorkspace *workspace,
           const MullDecision *decision,
           MullDay until_on,
           const char *words)
{
  MullQuiet *quiet = mull_quiet_new ();

  mull_take_text (&quiet->uuid, mull_uuid_new ());
  quiet->scope = MULL_QUIET_SCOPE_DEAL;
  quiet->deal_id = decision->deal_id;
  quiet->asked_on = mull_workspace_get_today (workspace);
  quiet->until_on = until_on;
  quiet->times_told = 1;
  quiet->created_at = decision->created_at;
  mull_set_text (&quiet->words, words != NULL ? words : "");
  return quiet;
}

/**
 * mull_decision_ops_decide:
 * @decision: deal, cause, choice, reason, and the question if there is one
 * @quiet_until_on: until when they are left alone, for that choice only
 * @quiet_words: (nullable): what they asked, in their words, for that choice only
 *
 * Writes a decision down with the effort as it stands. Nothing is closed by it: who walks away
 * closes the deal as a step of its own.
 */
gboolean
mull_decision_ops_decide (MullWorkspace *workspace,
                          const MullDecision *decision,
                          MullDay quiet_until_on,
                          const char *quiet_words,
                          GError **error)
{
  MullClock *clock = mull_workspace_get_clock (workspace);
  g_autoptr (MullDossier) dossier = mull_dossier_load (workspace, decision->deal_id, error);
  g_autoptr (MullDecision) made = NULL;
  g_autoptr (MullQuiet) quiet = NULL;
  g_autofree char *label = NULL;
  Args args;

  if (dossier == NULL)
    return FALSE;
  made = mull_decision_copy (decision);
  if (!mull_ops_clean_body (&made->reason, _ ("Reason"), error) ||
      !mull_decision_check (made, quiet_until_on, dossier->today, error))
    return FALSE;
  mull_take_text (&made->uuid, mull_uuid_new ());
  made->created_at = mull_clock_get_now (clock);
  note_effort (made, dossier, mull_clock_get_zone (clock));
  if (made->choice == MULL_DECISION_CHOICE_QUIET)
    {
      quiet = new_quiet (workspace, made, quiet_until_on, quiet_words);
      if (!mull_ops_clean_body (&quiet->words, _ ("Their words"), error) ||
          !mull_quiet_check (quiet, dossier->today, error))
        return FALSE;
    }
  /* Translators: a step of the history: a title and what was decided */
  label = g_strdup_printf (_ ("Decide on “%1$s”: %2$s"), dossier->deal->title,
                           mull_decision_choice_label (made->choice));
  args = (Args){ clock, made, quiet };
  return mull_workspace_transact (workspace, MULL_OP_DECIDE, label, made->deal_id, write_decision,
                                  &args, error);
}

/* ── The limit of effort ──────────────────────────────────────────────── */

/**
 * mull_decision_ops_set_stop:
 * @minutes: of effort, or %MULL_NUMBER_NONE for no limit
 * @minor: of money in the currency of the deal, or %MULL_NUMBER_NONE
 *
 * Sets the effort at which the rep wants to be asked whether to go on.
 */
gboolean
mull_decision_ops_set_stop (MullWorkspace *workspace,
                            gint64 deal_id,
                            gint64 minutes,
                            gint64 minor,
                            GError **error)
{
  g_autoptr (MullDeal) deal =
      mull_deal_store_get (mull_workspace_get_database (workspace), deal_id, error);
  g_autoptr (MullDeal) changed = NULL;

  if (deal == NULL)
    return FALSE;
  if ((minutes != MULL_NUMBER_NONE && minutes <= 0) || (minor != MULL_NUMBER_NONE && minor <= 0))
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("A limit is more than nothing. Leave it empty for no limit."));
      return FALSE;
    }
  if (minor != MULL_NUMBER_NONE && *deal->currency == '\0')
    {
      g_set_error_literal (
          error, MULL_ERROR, MULL_ERROR_INVALID,
          _ ("This deal has no currency yet. Give it a value first, or set a limit "
             "of hours."));
      return FALSE;
    }
  changed = mull_deal_copy (deal);
  changed->stop_minutes = minutes;
  changed->stop_minor = minor;
  return mull_record_equal (deal, changed) ||
         mull_workspace_transact (workspace, MULL_OP_EDIT_DEAL,
                                  /* Translators: a step of the history */
                                  _ ("Set a limit of effort"), deal_id, mull_ops_save, changed,
                                  error);
}

/**
 * mull_close_measure:
 * @measures: (out caller-allocates): over every closed deal
 */
gboolean
mull_close_measure (MullWorkspace *workspace, MullCloseMeasures *measures, GError **error)
{
  g_autoptr (GArray) cases =
      mull_close_store_list_cases (mull_workspace_get_database (workspace), error);

  if (cases == NULL)
    return FALSE;
  mull_close_measures_count (measures, (const MullCloseCase *) (gpointer) cases->data, cases->len);
  return TRUE;
}
