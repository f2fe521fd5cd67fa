/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-rule.h"
#include "mull-sentence.h"

G_BEGIN_DECLS

/**
 * MullReviewMark:
 * @piece: number of the piece of the script that it stands in
 * @span: which bytes of that piece
 * @rule: why; lives as long as the rules
 * @yields_to: set of %MULL_REMARK_BIT of the remarks that it yields to; of joined marks, those that
 *   all of them yield to
 * @instead: (nullable): what to put there, %NULL if that is not known
 *
 * A stretch that the reviewer marks, before it becomes a remark.
 */
typedef struct
{
  guint piece;
  MullSpan span;
  const MullRule *rule;
  guint yields_to;
  const char *instead;
} MullReviewMark;

void mull_review_marks_add (GArray *marks, const MullReviewMark *mark, const char *text);
void mull_review_marks_sort (GArray *marks);
void mull_review_marks_drop_yielding (GArray *marks);

G_END_DECLS
