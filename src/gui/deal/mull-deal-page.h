/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullDealPage:
 *
 * Everything about one deal, without tabs to hunt in during a call: whose move it is, the next step
 * and *the* hole on top, the facts beside the timeline, and the composer over it.
 */
#define MULL_TYPE_DEAL_PAGE (mull_deal_page_get_type ())
G_DECLARE_FINAL_TYPE (MullDealPage, mull_deal_page, MULL, DEAL_PAGE, AdwBin)

MullDealPage *mull_deal_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_deal_page_open (MullDealPage *self, gint64 deal_id, gint64 entry_id, GError **error);
gint64 mull_deal_page_get_deal_id (MullDealPage *self);

G_END_DECLS
