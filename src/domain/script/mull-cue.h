/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-remark.h"
#include "mull-sentence.h"

G_BEGIN_DECLS

/**
 * MullCue:
 * @name: what it is: words of a sentence ("due to"), the begin or the end of one ("^traf",
 * "$ffic"), a word in its beat ("fact|late"), the beat, the kind of script, or empty for what is in
 * each sentence
 * @span: the bytes that the words take in the text; empty for the beat and the like
 * @weights: how much it speaks for each remark, 0 until it is weighed. Weights are hundredths of
 * the logarithm of odds: they are added up over a sentence, and at 0 the remark is as likely to be
 * right as not.
 *
 * Something in a sentence that may speak for a remark or against it.
 */
typedef struct
{
  char *name;
  MullSpan span;
  int weights[MULL_N_REMARK_CATEGORIES];
} MullCue;

GArray *mull_cues_of (const char *text,
                      const MullSpan *sentence,
                      const GArray *quotations,
                      const char *kind,
                      const char *beat) G_GNUC_WARN_UNUSED_RESULT;
int mull_cues_sum (const GArray *cues, MullRemarkCategory category);
int mull_cues_sum_in (const GArray *cues, MullRemarkCategory category, const MullSpan *span);
MullSpan mull_cues_find (const GArray *cues, MullRemarkCategory category);

G_END_DECLS
