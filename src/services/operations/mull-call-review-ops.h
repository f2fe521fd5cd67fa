/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-call-review-item.h"
#include "mull-call-review.h"
#include "mull-entry.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* One step: what the rep answered after a call or meeting, and the holes that come of it. @hole_id
 * is the one to call again about, or 0. */
gboolean mull_call_review_ops_keep (MullWorkspace *workspace,
                                    const MullCallReview *review,
                                    GPtrArray *items,
                                    gint64 *hole_id,
                                    GError **error);

/* (nullable): the newest call or meeting with somebody there; NULL without an error if none */
MullEntry *mull_call_review_find_entry (MullWorkspace *workspace,
                                        gint64 deal_id,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
