/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-review.h"
#include "mull-sentence.h"

G_BEGIN_DECLS

/* Twenty minutes of speech; what comes after it is no script, and its words are not looked at. */
#define MULL_READING_MAX_BYTES (16 * 1024)

/**
 * MullReading:
 * @piece: what was read
 * @sentences: (element-type MullSpan): its sentences
 * @statements: (element-type gboolean): of each of them, whether it says something: it neither asks
 *   nor only greets
 * @first: of the sentences, the one that says something after the greeting
 * @gaps: (element-type MullSpan): where a word is still missing
 * @quotations: (element-type MullSpan): stretches in which somebody else is quoted
 *
 * A piece of a script and what is found out about it once.
 */
typedef struct
{
  const MullReviewPiece *piece;
  GArray *sentences;
  GArray *statements;
  guint first;
  GArray *gaps;
  GArray *quotations;
} MullReading;

GArray *mull_readings_of (const MullReviewPiece *pieces,
                          guint n_pieces,
                          const MullRuleSet *rules) G_GNUC_WARN_UNUSED_RESULT;
gboolean
mull_reading_is_for (const MullReading *self, const MullRule *rule, const MullReviewer *reviewer);
gboolean mull_reading_is_quoted (const MullReading *self, gsize start, gsize end);

G_END_DECLS
