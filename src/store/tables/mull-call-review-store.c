/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-review-store"

#include "config.h"

#include "mull-call-review-store.h"

#include "mull-record-store.h"

/**
 * mull_call_review_store_find:
 * @entry_id: a call or meeting
 * @review: (out) (transfer full) (nullable): its review, or %NULL
 *
 * Returns: %FALSE if it could not be read
 */
gboolean
mull_call_review_store_find (MullDatabase *db,
                             gint64 entry_id,
                             MullCallReview **review,
                             GError **error)
{
  return mull_record_store_find (db, &mull_call_review_type, "WHERE entry_id = ?1", entry_id, 0,
                                 (gpointer *) review, error);
}

/**
 * mull_call_review_item_store_list:
 *
 * Returns: (transfer container) (element-type MullCallReviewItem) (nullable): the must-haves that
 *   were looked back on, in order
 */
GPtrArray *
mull_call_review_item_store_list (MullDatabase *db, gint64 review_id, GError **error)
{
  return mull_record_store_list (db, &mull_call_review_item_type,
                                 "WHERE review_id = ?1 ORDER BY rank", review_id, 0, error);
}
