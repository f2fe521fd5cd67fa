/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-review.h"
#include "mull-sentence.h"

G_BEGIN_DECLS

void mull_cue_review (const GArray *readings, const MullReviewer *reviewer, GArray *marks);
gboolean mull_cue_review_find (const MullReviewPiece *piece,
                               const MullSpan *sentence,
                               const GArray *quotations,
                               const MullReviewer *reviewer,
                               MullRemarkCategory category,
                               MullSpan *span);

G_END_DECLS
