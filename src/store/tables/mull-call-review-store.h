/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-call-review-item.h"
#include "mull-call-review.h"
#include "mull-database.h"

G_BEGIN_DECLS

/* NULL if the call was not reviewed. */
gboolean mull_call_review_store_find (MullDatabase *db,
                                      gint64 entry_id,
                                      MullCallReview **review,
                                      GError **error);
/* (element-type MullCallReviewItem) */
GPtrArray *mull_call_review_item_store_list (MullDatabase *db, gint64 review_id, GError **error);

G_END_DECLS
