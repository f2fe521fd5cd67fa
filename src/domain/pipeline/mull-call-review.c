/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-review"

#include "config.h"

#include "mull-call-review.h"

static const MullField fields[] = {
  MULL_FIELD (MullCallReview, uuid, TEXT),
  MULL_FIELD (MullCallReview, entry_id, REFERENCE),
  MULL_FIELD_OF_ENUM (MullCallReview, next_commitment, mull_ternary_get_type),
  MULL_FIELD (MullCallReview, question, TEXT),
  MULL_FIELD (MullCallReview, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullCallReview, mull_call_review, "call_review", fields)
