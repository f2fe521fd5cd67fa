/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-money.h"

G_BEGIN_DECLS

/**
 * What is derived: deal_card, stage_total and the full-text index of deals.
 *
 * TEMP triggers note every deal that a statement touches (the deal itself, its entries, planned
 * touches, commitments, holes, quiets, roadblocks, people, company, stage) in temp.stale_deal;
 * mull_card_store_refresh() works the notes off with the rules of the domain, inside the same
 * transaction, for user actions, imports and undo alike. stage_total follows deal_card by TEMP
 * triggers.
 */
gboolean mull_card_store_refresh (MullDatabase *db,
                                  MullDay today,
                                  GTimeZone *zone,
                                  GArray **deals,
                                  GError **error);
/* Whether there is no deal, no company and no person at all. */
gboolean mull_card_store_is_empty (MullDatabase *db, gboolean *empty, GError **error);

/* Deals whose state may have changed because days passed: notes at most @limit of them, inside a
 * transaction, for mull_card_store_refresh(). @n_noted is 0 when nothing was due. */
gboolean mull_card_store_note_due (MullDatabase *db,
                                   MullDay today,
                                   guint limit,
                                   guint *n_noted,
                                   GError **error);
/* Whether the setting @key is a threshold of the rules. */
gboolean mull_card_store_is_threshold (const char *key);
/* Makes every card due, because a rule changed. */
gboolean mull_card_store_expire (MullDatabase *db, MullDay today, GError **error);

/* For a step that adds many rows: what is derived of them is made in a few passes at its end
 * instead of row by row. Both inside the transaction; a rollback takes the beginning back. */
gboolean mull_card_store_begin_bulk (MullDatabase *db, GError **error);
gboolean
mull_card_store_end_bulk (MullDatabase *db, MullDay today, GTimeZone *zone, GError **error);
gboolean mull_card_store_index_anew (MullDatabase *db, GError **error);

G_END_DECLS
