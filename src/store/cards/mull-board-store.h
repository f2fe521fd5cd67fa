/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-board-query.h"
#include "mull-card.h"
#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullBoardSlot:
 * @deal_id: the deal
 * @key: what orders it within its column, ascending, before the id
 *
 * A card's place in a column: all that a board keeps of a deal.
 */
typedef struct
{
  gint64 deal_id;
  gint64 key;
} MullBoardSlot;

/**
 * MullBoardCursor:
 *
 * How far a column or a search has been read; start with zeros. Reading goes page by page by key,
 * so that a large board never holds up the main loop and no statement stays open in between.
 */
typedef struct
{
  gboolean started;
  gboolean done;
  gint64 key;
  gint64 deal_id;
} MullBoardCursor;

/**
 * MullStageSum:
 *
 * What stage_total keeps per stage, currency and state.
 */
typedef struct
{
  char currency[4];
  MullMoveState state;
  guint n;
  gint64 value_minor;
  gint64 weighted_minor;
  guint n_promise_due;
  guint n_no_next_step;
  guint n_hole;
  guint n_focus;
} MullStageSum;

/* The next at most @limit rows of a stage that match the query's chip, appended to @slots. */
gboolean mull_board_store_read_stage (MullDatabase *db,
                                      gint64 stage_id,
                                      const MullBoardQuery *query,
                                      MullBoardCursor *cursor,
                                      guint limit,
                                      GArray *slots,
                                      GError **error);

/* (element-type gint64) (transfer full): every deal that matches typed text, by id. */
GArray *mull_board_store_list_matches (MullDatabase *db, const char *text, GError **error);

/* Called for each open deal that matches typed text; the card has no texts. */
typedef void (*MullBoardCardFunc) (const MullCard *card, gpointer user_data);
gboolean mull_board_store_match (MullDatabase *db,
                                 const char *text,
                                 MullBoardCursor *cursor,
                                 guint limit,
                                 MullBoardCardFunc func,
                                 gpointer user_data,
                                 GError **error);
/* The same for every open deal of a stage, by rank for the manual order, else by need. */
gboolean mull_board_store_scan_stage (MullDatabase *db,
                                      gint64 stage_id,
                                      MullBoardOrder order,
                                      MullBoardCursor *cursor,
                                      guint limit,
                                      MullBoardCardFunc func,
                                      gpointer user_data,
                                      GError **error);
gboolean mull_board_store_matches (MullDatabase *db,
                                   const char *text,
                                   gint64 deal_id,
                                   gboolean *matches,
                                   GError **error);

/* NULL without an error: the deal is closed, in the trash or gone. */
gboolean
mull_board_store_get_card (MullDatabase *db, gint64 deal_id, MullCard **card, GError **error);
/* (element-type MullStageSum) */
GArray *mull_board_store_list_sums (MullDatabase *db, gint64 stage_id, GError **error);

gint64 mull_board_key (const MullCard *card, MullBoardOrder order);
int mull_board_slot_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
