/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullCallReviewItem:
 * @text: the must-have as the plan had it
 * @got: whether we left with it
 *
 * One must-have of the call plan, and whether we left with it.
 */
typedef struct
{
  MullRecord record;
  gint64 review_id;
  char *text;
  gboolean got;
  int rank;
} MullCallReviewItem;

MULL_DECLARE_RECORD (MullCallReviewItem, mull_call_review_item)

G_END_DECLS
