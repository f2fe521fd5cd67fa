/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-review-item"

#include "config.h"

#include "mull-call-review-item.h"

static const MullField fields[] = {
  MULL_FIELD (MullCallReviewItem, review_id, REFERENCE),
  MULL_FIELD (MullCallReviewItem, text, TEXT),
  MULL_FIELD (MullCallReviewItem, got, BOOLEAN),
  MULL_FIELD (MullCallReviewItem, rank, INT),
};
MULL_DEFINE_RECORD (MullCallReviewItem, mull_call_review_item, "call_review_item", fields)
