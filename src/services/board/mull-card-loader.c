/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card-loader"

#include "config.h"

#include "mull-card-loader.h"

#include "mull-board-store.h"

/**
 * mull_card_load:
 * @workspace: the data
 * @deal_id: a deal
 *
 * Reads what the board says of a deal: one indexed query, cheap enough for every card that comes
 * into sight.
 *
 * Returns: (transfer full) (nullable): the card; %NULL without an error if the deal is closed, in
 *   the trash or gone
 */
MullCard *
mull_card_load (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  MullCard *card = NULL;

  if (!mull_board_store_get_card (mull_workspace_get_database (workspace), deal_id, &card, error))
    return NULL;
  return card;
}
