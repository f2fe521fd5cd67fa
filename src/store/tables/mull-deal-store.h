/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-deal.h"

G_BEGIN_DECLS

MullDeal *mull_deal_store_get (MullDatabase *db, gint64 id, GError **error);
/* The manual order of a stage. FALSE without an error in @error: there is no such deal. */
gboolean mull_deal_store_find_end (MullDatabase *db,
                                   gint64 stage_id,
                                   gboolean last,
                                   gint64 *rank,
                                   gboolean *found,
                                   GError **error);
gboolean mull_deal_store_find_before (MullDatabase *db,
                                      const MullDeal *deal,
                                      gint64 *rank,
                                      gboolean *found,
                                      GError **error);
gboolean mull_deal_store_spread (MullDatabase *db, gint64 stage_id, GError **error);
/* (element-type gint64): deals whose title begins with @text, compared folded; at most @limit */

G_END_DECLS
