/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-review.h"

G_BEGIN_DECLS

void mull_word_review (const MullReviewPiece *pieces,
                       guint n_pieces,
                       const MullReviewer *reviewer,
                       guint max_remarks,
                       GPtrArray *remarks);

G_END_DECLS
