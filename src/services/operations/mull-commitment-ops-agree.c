/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-commitment-ops"

#include "config.h"

#include "mull-commitment-ops.h"

#include "mull-commitment-rules.h"
#include "mull-ops-private.h"
#include "mull-plan-store.h"
#include "mull-record-store.h"

#include <glib/gi18n-lib.h>

/* ── One promise for another ──────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  MullCommitment *commitment;
  MullCommitment *replacement;
} ReplaceArgs;

static gboolean
replace (MullDatabase *db, gpointer user_data, GError **error)
{
  ReplaceArgs *args = user_data;

  if (!mull_commitment_ops_write (db, args->clock, args->replacement, error))
    return FALSE;
  args->commitment->replaced_by_id = args->replacement->record.id;
  return mull_record_store_update (db, args->commitment, error);
}

/**
 * mull_commitment_ops_renegotiate:
 * @replacement: words (the same again if empty), due day and firmness; the rest follows the promise
 * @replacement_id: (out) (optional): the new promise
 *
 * Replaces a promise that is still open by what was agreed instead.
 *
 * Returns: %FALSE with an error if @replacement is no promise; a mere hope is none
 */
gboolean
mull_commitment_ops_renegotiate (MullWorkspace *workspace,
                                 gint64 commitment_id,
                                 const MullCommitment *replacement,
                                 gint64 *replacement_id,
                                 GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  MullClock *clock = mull_workspace_get_clock (workspace);
  g_autoptr (MullCommitment) old = mull_commitment_store_get (db, commitment_id, error);
  g_autoptr (MullCommitment) commitment = NULL;
  g_autoptr (MullCommitment) made = NULL;
  g_autofree char *label = NULL;
  ReplaceArgs args;

  if (old == NULL)
    return FALSE;
  commitment = mull_commitment_copy (old);
  made = mull_commitment_copy (replacement);
  made->deal_id = old->deal_id;
  made->side = old->side;
  made->by_person_id = old->by_person_id;
  made->to_person_id = old->to_person_id;
  made->made_on = mull_clock_get_today (clock);
  if (*made->words == '\0')
    mull_set_text (&made->words, old->words);
  if (!mull_commitment_ops_check (db, made, old, error) ||
      !mull_commitment_check_replacement (old, made, error) ||
      !mull_commitment_settle (commitment, MULL_COMMITMENT_RENEGOTIATED, NULL,
                               mull_clock_get_today (clock), mull_clock_get_zone (clock), error))
    return FALSE;
  /* Translators: a step of the history; %s is what was promised */
  label = g_strdup_printf (_ ("Agree anew: %s"), old->words);
  args = (ReplaceArgs){ clock, commitment, made };
  if (!mull_workspace_transact (workspace, MULL_OP_SETTLE_COMMITMENT, label, old->deal_id, replace,
                                &args, error))
    return FALSE;
  if (replacement_id != NULL)
    *replacement_id = made->record.id;
  return TRUE;
}

/* ── Several at once ──────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  GPtrArray *made;
} AllArgs;

static gboolean
promise_all (MullDatabase *db, gpointer user_data, GError **error)
{
  AllArgs *args = user_data;

  for (guint i = 0; i < args->made->len; i++)
    if (!mull_commitment_ops_write (db, args->clock, args->made->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * mull_commitment_ops_promise_all:
 * @commitments: (element-type MullCommitment): promises of one deal, at least one
 * @label: the translated name of the step
 *
 * Writes several promises down as one step, as a proof of concept begins with.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if one of them is no promise; none is written then
 */
gboolean
mull_commitment_ops_promise_all (MullWorkspace *workspace,
                                 GPtrArray *commitments,
                                 const char *label,
                                 GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (mull_record_unref);
  AllArgs args = { mull_workspace_get_clock (workspace), made };

  g_return_val_if_fail (commitments != NULL && commitments->len > 0, FALSE);

  for (guint i = 0; i < commitments->len; i++)
    {
      MullCommitment *one = mull_commitment_copy (commitments->pdata[i]);

      g_ptr_array_add (made, one);
      if (one->made_on == MULL_DAY_NONE)
        one->made_on = mull_workspace_get_today (workspace);
      if (!mull_commitment_ops_check (mull_workspace_get_database (workspace), one, NULL, error))
        return FALSE;
    }
  return mull_workspace_transact (workspace, MULL_OP_PROMISE, label,
                                  ((MullCommitment *) made->pdata[0])->deal_id, promise_all, &args,
                                  error);
}
