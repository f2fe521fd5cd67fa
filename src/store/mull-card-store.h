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
gboolean mull_card_store_refresh (MullDatabase *db, MullDay today, GTimeZone *zone, GError **error);
/* Deals whose state may have changed because days passed: at most @limit per call, in its own
 * transaction. @n_done is 0 when nothing was due. */
gboolean mull_card_store_recheck (MullDatabase *db,
                                  MullDay today,
                                  GTimeZone *zone,
                                  guint limit,
                                  guint *n_done,
                                  GError **error);

G_END_DECLS
