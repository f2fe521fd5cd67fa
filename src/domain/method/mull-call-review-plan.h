/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-call-review-item.h"
#include "mull-call-review.h"
#include "mull-deal.h"
#include "mull-entry.h"
#include "mull-hole.h"

G_BEGIN_DECLS

/**
 * MullCallReviewEffects:
 * @review: the review as it is to be stored
 * @items: (element-type MullCallReviewItem): the must-haves, in order
 * @opened: (element-type MullHole): holes to open; the last one becomes *the* hole
 * @filled: (element-type MullHole): known holes that were filled in the call
 * @first: (nullable): the hole to call again about: one of @opened, or a known one
 *
 * All that a review after a call changes; nothing has been changed yet. New records have no id, no
 * uuid, no rank and no created_at.
 */
typedef struct
{
  MullCallReview *review;
  GPtrArray *items;
  GPtrArray *opened;
  GPtrArray *filled;
  MullHole *first;
} MullCallReviewEffects;

gboolean mull_call_review_is_for (const MullEntry *entry);
gboolean mull_call_review_is_asked (const MullEntry *entry,
                                    const MullDeal *deal,
                                    MullDay today,
                                    GTimeZone *zone);

MullCallReviewEffects *mull_call_review_plan (const MullEntry *entry,
                                              const MullCallReview *review,
                                              GPtrArray *items,
                                              GPtrArray *holes,
                                              const char *ask,
                                              gint64 now,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_call_review_effects_free (MullCallReviewEffects *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCallReviewEffects, mull_call_review_effects_free)

G_END_DECLS
