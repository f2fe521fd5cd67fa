/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-method-ops"

#include "config.h"

#include "mull-method-ops.h"

#include "mull-error.h"
#include "mull-method-store.h"
#include "mull-ops-private.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* ── Quiet ────────────────────────────────────────────────────────────── */

/**
 * mull_quiet_ops_add:
 * @quiet: scope and the one id that goes with it, words, until which day; asked today if @asked_on
 *   is absent
 * @quiet_id: (out) (optional): the quiet
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if the day has passed or there are no words
 */
gboolean
mull_quiet_ops_add (MullWorkspace *workspace,
                    const MullQuiet *quiet,
                    gint64 *quiet_id,
                    GError **error)
{
  g_autoptr (MullQuiet) added = mull_quiet_copy (quiet);
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;

  if (!mull_ops_clean_body (&added->words, _("Their words"), error))
    return FALSE;
  if (*added->words == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _("Write down what they said, in their words."));
      return FALSE;
    }
  if (added->asked_on == MULL_DAY_NONE)
    added->asked_on = mull_workspace_get_today (workspace);
  if (added->until_on == MULL_DAY_NONE || added->until_on <= added->asked_on)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _("A quiet ends on a day after it was asked for. Say until when."));
      return FALSE;
    }
  mull_take_text (&added->uuid, mull_uuid_new ());
  added->created_at = mull_workspace_get_now (workspace);
  added->times_told = MAX (added->times_told, 1);
  day = mull_day_format (added->until_on);
  /* Translators: a step of the history; %s is a date */
  label = g_strdup_printf (_("Quiet until %s"), day);
  if (!mull_workspace_transact (workspace, MULL_OP_QUIET, label, added->deal_id, mull_ops_save,
                                added, error))
    return FALSE;
  if (quiet_id != NULL)
    *quiet_id = added->record.id;
  return TRUE;
}

/**
 * mull_quiet_ops_settle:
 * @state: what became of it
 */
gboolean
mull_quiet_ops_settle (MullWorkspace *workspace,
                       gint64 quiet_id,
                       MullQuietState state,
                       GError **error)
{
  g_autoptr (MullQuiet) quiet =
      mull_quiet_store_get (mull_workspace_get_database (workspace), quiet_id, error);
  g_autoptr (MullQuiet) settled = NULL;
  g_autofree char *label = NULL;

  if (quiet == NULL)
    return FALSE;
  settled = mull_quiet_copy (quiet);
  settled->state = state;
  /* Translators: a step of the history: what became of a quiet ("lifted") */
  label = g_strdup_printf (_("Quiet: %s"), mull_quiet_state_label (state));
  return mull_workspace_transact (workspace, MULL_OP_QUIET, label, quiet->deal_id, mull_ops_save,
                                  settled, error);
}

/* ── Four questions ───────────────────────────────────────────────────── */

/**
 * mull_qualification_ops_answer:
 * @question: 1 to 4
 *
 * Adds an answer; earlier ones stay, so that drift can be seen.
 */
gboolean
mull_qualification_ops_answer (MullWorkspace *workspace,
                               gint64 deal_id,
                               int question,
                               MullTernary answer,
                               const char *evidence,
                               GError **error)
{
  g_autoptr (MullQualification) given = mull_qualification_new ();
  g_autofree char *label = NULL;

  g_return_val_if_fail (question >= 1 && question <= 4, FALSE);

  given->deal_id = deal_id;
  given->question = question;
  given->answer = answer;
  given->answered_at = mull_workspace_get_now (workspace);
  mull_set_text (&given->evidence, evidence);
  if (!mull_ops_clean_body (&given->evidence, _("Evidence"), error))
    return FALSE;
  /* Translators: a step of the history; %d is 1 to 4 */
  label = g_strdup_printf (_("Answer question %d"), question);
  return mull_workspace_transact (workspace, MULL_OP_ANSWER_QUESTION, label, deal_id, mull_ops_save,
                                  given, error);
}
