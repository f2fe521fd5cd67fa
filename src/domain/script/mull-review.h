/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-remark.h"
#include "mull-reviewer.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullReviewPiece:
 * @beat: id of the beat, or another name for a text that is not made of beats
 * @text: what is said
 * @checks: set of %MULL_REMARK_BIT of the remarks that can apply
 * @max_sentences: how many sentences it may have, 0 for no limit
 *
 * A stretch of a script to look at. A script is its pieces in the order they are spoken.
 */
typedef struct
{
  const char *beat;
  const char *text;
  guint checks;
  int max_sentences;
} MullReviewPiece;

/* The name under which remarks about the message on a machine are filed. */
#define MULL_REVIEW_VOICEMAIL "voicemail"
/* The name under which remarks about a text without beats are filed. */
#define MULL_REVIEW_TEXT "text"

GPtrArray *mull_review_script (const MullReviewPiece *pieces,
                               guint n_pieces,
                               const MullThresholds *thresholds,
                               const MullReviewer *reviewer) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_review_text (const char *text,
                             guint checks,
                             const MullThresholds *thresholds,
                             const MullReviewer *reviewer) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_review_voicemail (const char *text,
                                  guint checks,
                                  const MullThresholds *thresholds,
                                  const MullReviewer *reviewer) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_review_is_whole (const char *beat);
double mull_review_seconds_before_ask (const MullReviewPiece *pieces,
                                       guint n_pieces,
                                       const MullThresholds *thresholds);

G_END_DECLS
