/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-card.h"
#include "mull-density.h"

G_BEGIN_DECLS

/**
 * MullDealCard:
 *
 * A deal on the board. One thing is loud: whose move it is. All cards of a density are equally
 * high, whatever they say, since few of them show many deals in turn.
 *
 * # CSS
 *
 * `.deal-card`, with `.line`, `.quiet` (they asked to be left alone, or are away) and `.dragged`.
 */
#define MULL_TYPE_DEAL_CARD (mull_deal_card_get_type ())
G_DECLARE_FINAL_TYPE (MullDealCard, mull_deal_card, MULL, DEAL_CARD, GtkWidget)

MullDealCard *mull_deal_card_new (MullDensity density) G_GNUC_WARN_UNUSED_RESULT;
void mull_deal_card_set_card (MullDealCard *self, const MullCard *card, MullDay today, int days);
void mull_deal_card_set_dragged (MullDealCard *self, gboolean dragged);

gint64 mull_deal_card_get_deal_id (MullDealCard *self);
const char *mull_deal_card_get_label (MullDealCard *self);

int mull_deal_card_measure_height (MullDensity density);

G_END_DECLS
