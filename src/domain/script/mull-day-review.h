/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-review.h"

G_BEGIN_DECLS

void mull_day_review (const MullReviewPiece *piece,
                      const MullReviewer *reviewer,
                      guint max_remarks,
                      GPtrArray *remarks);

G_END_DECLS
