/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-plan-ops"

#include "config.h"

#include "mull-call-plan-ops.h"

#include "mull-call-plan.h"
#include "mull-deal-store.h"
#include "mull-ops-private.h"

#include <glib/gi18n-lib.h>

/**
 * mull_call_plan_ops_set:
 * @deal: a changed copy of a deal; only its plan is kept
 *
 * Plans the next talk. An empty plan is allowed.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if there are more must-haves than a talk can bear
 */
gboolean
mull_call_plan_ops_set (MullWorkspace *workspace, const MullDeal *deal, GError **error)
{
  g_autoptr (MullDeal) before =
      mull_deal_store_get (mull_workspace_get_database (workspace), deal->record.id, error);
  g_autoptr (MullDeal) after = NULL;
  g_autofree char *label = NULL;
  char *must;

  if (before == NULL || (must = mull_call_plan_join (deal->plan_must, error)) == NULL)
    return FALSE;
  after = mull_deal_copy (before);
  mull_take_text (&after->plan_must, must);
  mull_set_text (&after->plan_outcome, deal->plan_outcome);
  mull_set_text (&after->plan_gets, deal->plan_gets);
  mull_set_text (&after->plan_ask, deal->plan_ask);
  /* Translators: fields of the plan of a talk, named in an error message */
  if (!mull_ops_clean_line (&after->plan_outcome, _ ("The outcome I want"), error) ||
      !mull_ops_clean_line (&after->plan_gets, _ ("What they get out of it"), error) ||
      !mull_ops_clean_body (&after->plan_must, _ ("Must-haves"), error) ||
      !mull_ops_clean_line (&after->plan_ask, _ ("The commitment to ask for"), error))
    return FALSE;
  if (mull_record_equal (before, after))
    return TRUE;
  /* Translators: a step of the history; %s is the title of a deal */
  label = g_strdup_printf (_ ("Plan the talk, “%s”"), after->title);
  return mull_workspace_transact (workspace, MULL_OP_PLAN_CALL, label, after->record.id,
                                  mull_ops_save, after, error);
}

/**
 * mull_call_plan_count:
 * @count: (out caller-allocates): talks to come, and how many of them have no plan
 */
gboolean
mull_call_plan_count (MullWorkspace *workspace, MullTalkCount *count, GError **error)
{
  return mull_drift_store_count_talks (mull_workspace_get_database (workspace), count, error);
}
