/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-ops"

#include "config.h"

#include "mull-deal-ops.h"

#include "mull-close-rules.h"
#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-ops-private.h"
#include "mull-promise-store.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MullClock *clock;
  const MullDeal *before;
  MullDeal *after;
} OutcomeArgs;

static char *
describe_outcome (const MullDeal *deal)
{
  GString *text;

  if (deal->outcome == MULL_OUTCOME_OPEN)
    return g_strdup (_ ("Opened again"));
  text = g_string_new (NULL);
  /* Translators: a line of the timeline; %s is an outcome */
  g_string_printf (text, _ ("Closed: %s."), mull_outcome_label (deal->outcome));
  if (*deal->outcome_reason != '\0')
    g_string_append_printf (text, " %s", deal->outcome_reason);
  if (mull_close_asks_heard_no (deal->outcome, deal->heard_no))
    g_string_append_printf (text, " %s", _ ("Whether anybody said no is not known."));
  return g_string_free (text, FALSE);
}

static gboolean
write_outcome (MullDatabase *db, gpointer user_data, GError **error)
{
  OutcomeArgs *args = user_data;
  g_autofree char *text = describe_outcome (args->after);

  return mull_record_store_update (db, args->after, error) &&
         mull_ops_write_change (db, args->clock, args->after->record.id, MULL_ENTRY_FIELD, "", text,
                                "outcome",
                                mull_enum_nick (MULL_TYPE_OUTCOME, args->before->outcome),
                                mull_enum_nick (MULL_TYPE_OUTCOME, args->after->outcome), error);
}

static gboolean
check_open (const MullDeal *deal, GError **error)
{
  if (deal->outcome == MULL_OUTCOME_OPEN)
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
               /* Translators: a title and an outcome */
               _ ("“%s” is closed already: %s. Open it again first."), deal->title,
               mull_outcome_label (deal->outcome));
  return FALSE;
}

static gboolean
fill_in_closing (MullDeal *deal, const MullClosing *closing, GError **error)
{
  deal->outcome = closing->outcome;
  deal->heard_no = closing->outcome == MULL_OUTCOME_SAID_NO ? MULL_TERNARY_YES : closing->heard_no;
  deal->look_again_on = closing->look_again_on;
  mull_set_text (&deal->outcome_reason, closing->reason != NULL ? closing->reason : "");
  mull_set_text (&deal->look_again_if,
                 closing->look_again_if != NULL ? closing->look_again_if : "");
  /* Translators: fields of a form, named in an error message */
  return mull_ops_clean_line (&deal->outcome_reason, _ ("Reason"), error) &&
         mull_ops_clean_line (&deal->look_again_if, _ ("Look again when"), error);
}

/**
 * mull_deal_ops_close:
 * @closing: how it ends
 *
 * Closes a deal: the one function behind every way of closing.
 *
 * Returns: %FALSE with %MULL_ERROR_CONSTRAINT if it cannot be closed so: it is closed already, or
 * it would have gone dark although nobody was asked
 */
gboolean
mull_deal_ops_close (MullWorkspace *workspace,
                     gint64 deal_id,
                     const MullClosing *closing,
                     GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullDeal) closed = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *label = NULL;
  OutcomeArgs args;

  g_return_val_if_fail (closing->outcome != MULL_OUTCOME_OPEN, FALSE);

  if (deal == NULL || !check_open (deal, error) ||
      (questions = mull_hard_question_store_list (db, deal_id, error)) == NULL ||
      !mull_close_check (closing->outcome, questions, mull_workspace_get_today (workspace), error))
    return FALSE;
  closed = mull_deal_copy (deal);
  if (!fill_in_closing (closed, closing, error))
    return FALSE;
  closed->closed_at = mull_workspace_get_now (workspace);
  /* Translators: a step of the history: a title and an outcome */
  label =
      g_strdup_printf (_ ("Close “%s”: %s"), deal->title, mull_outcome_label (closing->outcome));
  args = (OutcomeArgs){ mull_workspace_get_clock (workspace), deal, closed };
  return mull_workspace_transact (workspace, MULL_OP_CLOSE_DEAL, label, deal_id, write_outcome,
                                  &args, error);
}

/**
 * mull_deal_ops_reopen:
 *
 * Opens a closed deal again, in the stage it was closed in.
 */
gboolean
mull_deal_ops_reopen (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullDeal) opened = NULL;
  g_autofree char *label = NULL;
  OutcomeArgs args;

  if (deal == NULL)
    return FALSE;
  if (deal->outcome == MULL_OUTCOME_OPEN)
    return TRUE;
  opened = mull_deal_copy (deal);
  opened->outcome = MULL_OUTCOME_OPEN;
  opened->closed_at = MULL_INSTANT_NONE;
  opened->look_again_on = MULL_DAY_NONE;
  opened->heard_no = MULL_TERNARY_UNKNOWN;
  mull_set_text (&opened->outcome_reason, "");
  mull_set_text (&opened->look_again_if, "");
  /* Translators: a step of the history; %s is the title of a deal */
  label = g_strdup_printf (_ ("Open “%s” again"), deal->title);
  args = (OutcomeArgs){ mull_workspace_get_clock (workspace), deal, opened };
  return mull_workspace_transact (workspace, MULL_OP_REOPEN_DEAL, label, deal_id, write_outcome,
                                  &args, error);
}

/**
 * mull_deal_ops_set_starred:
 * @starred: whether it is in focus
 */
gboolean
mull_deal_ops_set_starred (MullWorkspace *workspace,
                           gint64 deal_id,
                           gboolean starred,
                           GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullDeal) changed = NULL;
  g_autofree char *label = NULL;

  if (deal == NULL)
    return FALSE;
  changed = mull_deal_copy (deal);
  changed->starred = starred;
  /* Translators: steps of the history; %s is the title of a deal */
  label = g_strdup_printf (starred ? _ ("Put “%s” in focus") : _ ("Take “%s” out of focus"),
                           deal->title);
  return mull_record_equal (deal, changed) ||
         mull_workspace_transact (workspace, MULL_OP_STAR_DEAL, label, deal_id, mull_ops_save,
                                  changed, error);
}

static gboolean
set_trashed (MullWorkspace *workspace, gint64 deal_id, gboolean trashed, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullDeal) changed = NULL;
  g_autofree char *label = NULL;

  if (deal == NULL)
    return FALSE;
  if (trashed == (deal->trashed_at != MULL_INSTANT_NONE))
    return TRUE;
  changed = mull_deal_copy (deal);
  changed->trashed_at = trashed ? mull_workspace_get_now (workspace) : MULL_INSTANT_NONE;
  /* Translators: steps of the history; %s is the title of a deal */
  label = g_strdup_printf (trashed ? _ ("Delete “%s”") : _ ("Restore “%s”"), deal->title);
  return mull_workspace_transact (workspace, trashed ? MULL_OP_TRASH_DEAL : MULL_OP_RESTORE_DEAL,
                                  label, deal_id, mull_ops_save, changed, error);
}

/**
 * mull_deal_ops_trash:
 *
 * Puts a deal into the trash, with everything on it. It stays there until the trash is emptied.
 */
gboolean
mull_deal_ops_trash (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  return set_trashed (workspace, deal_id, TRUE, error);
}

/**
 * mull_deal_ops_restore:
 *
 * Takes a deal out of the trash.
 */
gboolean
mull_deal_ops_restore (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  return set_trashed (workspace, deal_id, FALSE, error);
}
