/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-review-ops"

#include "config.h"

#include "mull-call-review-ops.h"

#include "mull-call-review-plan.h"
#include "mull-call-review-store.h"
#include "mull-deal-store.h"
#include "mull-entry-store.h"
#include "mull-error.h"
#include "mull-ops-private.h"
#include "mull-pipeline-store.h"
#include "mull-plan-store.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/**
 * mull_call_review_find_entry:
 *
 * Returns: (transfer full) (nullable): the newest call or meeting of a deal in which somebody was
 *   there; %NULL without an error if there is none
 */
MullEntry *
mull_call_review_find_entry (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  g_autoptr (GPtrArray) entries =
      mull_entry_store_list_touches (mull_workspace_get_database (workspace), deal_id, error);

  for (guint i = entries != NULL ? entries->len : 0; i > 0; i--)
    {
      MullEntry *entry = g_ptr_array_index (entries, i - 1);

      if (mull_call_review_is_for (entry))
        return mull_entry_ref (entry);
    }
  return NULL;
}

/* ── Writing ──────────────────────────────────────────────────────────── */

static gboolean
write_records (MullDatabase *db, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!mull_ops_save (db, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
apply_effects (MullDatabase *db, gpointer user_data, GError **error)
{
  MullCallReviewEffects *effects = user_data;

  if (!mull_record_store_insert (db, effects->review, error))
    return FALSE;
  for (guint i = 0; i < effects->items->len; i++)
    ((MullCallReviewItem *) effects->items->pdata[i])->review_id = effects->review->record.id;
  if (!write_records (db, effects->items, error) || !write_records (db, effects->filled, error))
    return FALSE;
  for (guint i = 0; i < effects->opened->len; i++)
    if (!mull_hole_ops_write (db, effects->opened->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
clean (MullCallReview *review, GPtrArray *items, GError **error)
{
  /* Translators: a field of a form, named in an error message */
  if (!mull_ops_clean_line (&review->question, _ ("Question"), error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!mull_ops_clean_line (&((MullCallReviewItem *) items->pdata[i])->text,
                              /* Translators: what a call is to bring, in an error message */
                              _ ("Must-have"), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_first (MullDatabase *db, gint64 entry_id, GError **error)
{
  g_autoptr (MullCallReview) before = NULL;

  if (!mull_call_review_store_find (db, entry_id, &before, error))
    return FALSE;
  if (before == NULL)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                       _ ("You have looked back on this call already. Undo that, or keep what is "
                          "missing as a hole of the deal."));
  return FALSE;
}

/* What was to be asked for: by the plan of this call, else by the stage. */
static gboolean
find_ask (MullDatabase *db, gint64 deal_id, char **ask, GError **error)
{
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullStage) stage =
      deal != NULL ? mull_stage_store_get (db, deal->stage_id, error) : NULL;

  if (stage == NULL)
    return FALSE;
  *ask = g_strdup (*deal->plan_ask != '\0' ? deal->plan_ask : stage->asks);
  (*ask)[strcspn (*ask, "\n")] = '\0';
  return TRUE;
}

static void
complete (MullCallReviewEffects *effects, gint64 now)
{
  mull_take_text (&effects->review->uuid, mull_uuid_new ());
  effects->review->created_at = now;
  for (guint i = 0; i < effects->opened->len; i++)
    {
      MullHole *hole = effects->opened->pdata[i];

      mull_take_text (&hole->uuid, mull_uuid_new ());
      hole->created_at = now;
    }
}

static MullCallReviewEffects *
plan (MullWorkspace *workspace,
      const MullEntry *entry,
      const MullCallReview *review,
      GPtrArray *items,
      GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  gint64 now = mull_workspace_get_now (workspace);
  g_autoptr (MullCallReview) cleaned = mull_call_review_copy (review);
  g_autoptr (GPtrArray) cleaned_items = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (GPtrArray) holes = mull_hole_store_list (db, entry->deal_id, error);
  g_autofree char *ask = NULL;
  MullCallReviewEffects *effects;

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (cleaned_items, mull_call_review_item_copy (items->pdata[i]));
  if (holes == NULL || !clean (cleaned, cleaned_items, error) ||
      !check_first (db, entry->record.id, error) || !find_ask (db, entry->deal_id, &ask, error))
    return NULL;
  effects = mull_call_review_plan (entry, cleaned, cleaned_items, holes, ask, now, error);
  if (effects != NULL)
    complete (effects, now);
  return effects;
}

/**
 * mull_call_review_ops_keep:
 * @review: the call or meeting, and what the rep answered
 * @items: (element-type MullCallReviewItem): the must-haves, and whether we left with them
 * @hole_id: (out) (optional): the hole to call again about, or 0
 *
 * Keeps what was looked back on right after a call, and opens or fills the holes that follow from
 * it, as one step.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID or %MULL_ERROR_CONSTRAINT if that cannot be
 */
gboolean
mull_call_review_ops_keep (MullWorkspace *workspace,
                           const MullCallReview *review,
                           GPtrArray *items,
                           gint64 *hole_id,
                           GError **error)
{
  g_autoptr (MullEntry) entry = NULL;
  g_autoptr (MullCallReviewEffects) effects = NULL;

  g_return_val_if_fail (review != NULL && items != NULL, FALSE);

  entry = mull_entry_store_get (mull_workspace_get_database (workspace), review->entry_id, error);
  if (entry == NULL || (effects = plan (workspace, entry, review, items, error)) == NULL ||
      !mull_workspace_transact (workspace, MULL_OP_REVIEW_CALL,
                                /* Translators: a step of the history */
                                _ ("Look back on a call"), entry->deal_id, apply_effects, effects,
                                error))
    return FALSE;
  if (hole_id != NULL)
    *hole_id = effects->first != NULL ? effects->first->record.id : 0;
  return TRUE;
}
