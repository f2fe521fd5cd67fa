/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-model-follow"

#include "config.h"

#include "mull-board-model-private.h"

#include "mull-stage-model-private.h"

/* A step that touched more deals than this is read anew instead of deal by deal. */
#define MANY_DEALS 64

static gboolean
matches_query (MullBoardModel *self, const MullCard *card, gboolean *matches, GError **error)
{
  *matches = mull_board_chip_matches (self->query->chip, card->state, card->flags);
  return !*matches || !mull_board_query_has_text (self->query) ||
         mull_board_store_matches (mull_workspace_get_database (self->workspace), self->query->text,
                                   card->deal_id, matches, error);
}

static gboolean
follow_deal (MullBoardModel *self, gint64 deal_id, GError **error)
{
  g_autoptr (MullCard) card = NULL;
  gboolean matches = FALSE;

  if (!mull_board_store_get_card (mull_workspace_get_database (self->workspace), deal_id, &card,
                                  error) ||
      (card != NULL && !matches_query (self, card, &matches, error)))
    return FALSE;
  if (self->base != NULL)
    mull_board_base_follow (self->base, deal_id, card);
  /* Out of one column first: at no time is a deal in two. */
  for (guint i = 0; i < self->stages->len; i++)
    if (!matches ||
        mull_stage_model_get_stage (self->stages->pdata[i])->record.id != card->stage_id)
      mull_stage_model_remove (self->stages->pdata[i], deal_id);
  for (guint i = 0; matches && i < self->stages->len; i++)
    if (mull_stage_model_get_stage (self->stages->pdata[i])->record.id == card->stage_id)
      {
        MullBoardSlot slot = { deal_id, mull_board_key (card, self->query->order) };

        mull_stage_model_put (self->stages->pdata[i], &slot);
      }
  return TRUE;
}

static void
refresh_kept_totals (MullBoardModel *self)
{
  g_autofree gint64 *ids = g_new (gint64, self->stages->len + 1);
  g_autoptr (MullBoardLoader) loader = NULL;

  for (guint i = 0; i < self->stages->len; i++)
    ids[i] = mull_stage_model_get_stage (self->stages->pdata[i])->record.id;
  loader = mull_board_loader_new (mull_workspace_get_database (self->workspace), NULL, self->query,
                                  ids, self->stages->len);
  for (guint i = 0; i < self->stages->len; i++)
    {
      g_autoptr (GError) error = NULL;
      GArray *totals = mull_board_loader_dup_totals (loader, i, &error);

      if (totals != NULL)
        mull_stage_model_take_totals (self->stages->pdata[i], totals);
      else
        mull_board_model_report_failure (error);
    }
  mull_board_model_count_chips (self);
}

static gboolean
needs_rescan (MullBoardModel *self, GArray *deals)
{
  return self->loader != NULL || deals->len > MANY_DEALS ||
         mull_board_query_has_text (self->query) || self->query->chip > MULL_BOARD_CHIP_QUIET;
}

/**
 * mull_board_model_announce_cards:
 *
 * The deals are the same, but nobody says which of them look different.
 */
void
mull_board_model_announce_cards (MullBoardModel *self)
{
  for (guint i = 0; i < self->stages->len; i++)
    mull_stage_model_announce (self->stages->pdata[i]);
}

/**
 * mull_board_model_follow:
 *
 * Shows what a step has changed: deal by deal, or by reading everything anew.
 */
void
mull_board_model_follow (MullBoardModel *self, MullChanges *changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) deals = mull_changes_get_deals (changes);

  if (mull_changes_is_bulk (changes) || mull_changes_touches_table (changes, "stage") ||
      mull_changes_touches_table (changes, "pipeline"))
    {
      mull_board_model_reload (self);
      return;
    }
  if (deals->len == 0)
    return;
  if (deals->len > MANY_DEALS)
    mull_board_model_forget_base (self);
  for (guint i = 0; deals->len <= MANY_DEALS && i < deals->len; i++)
    if (!follow_deal (self, g_array_index (deals, gint64, i), &error))
      {
        mull_board_model_report_failure (error);
        return;
      }
  /* Sums of a filtered board are added up from its cards. */
  if (needs_rescan (self, deals))
    mull_board_model_read_cards (self, FALSE);
  else
    refresh_kept_totals (self);
}
