/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullDealPanes:
 *
 * Arranges the parts of the deal page by the width that there is: where it is enough, the facts
 * stand beside the composer and the timeline, and scroll by themselves; else all three stand under
 * each other and the page scrolls as a whole.
 */
#define MULL_TYPE_DEAL_PANES (mull_deal_panes_get_type ())
G_DECLARE_FINAL_TYPE (MullDealPanes, mull_deal_panes, MULL, DEAL_PANES, GtkWidget)

gboolean mull_deal_panes_is_wide (MullDealPanes *self);

G_END_DECLS
