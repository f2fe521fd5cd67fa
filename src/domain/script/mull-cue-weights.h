/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-remark.h"
#include "mull-sentence.h"

G_BEGIN_DECLS

/**
 * MullCueWeights:
 *
 * How much each cue of a language speaks for a remark, learned from sentences that people labelled.
 * Weights are hundredths of the logarithm of odds: they are added up over a sentence, and at 0 the
 * remark is as likely to be right as not. Filled in by whoever reads them, then read-only.
 */
typedef struct _MullCueWeights MullCueWeights;

MullCueWeights *mull_cue_weights_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_cue_weights_free (MullCueWeights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCueWeights, mull_cue_weights_free)

void mull_cue_weights_set (MullCueWeights *self,
                           const char *cue,
                           MullRemarkCategory category,
                           int weight);
void mull_cue_weights_set_all (MullCueWeights *self, const char *cue, const gint16 *weights);
void mull_cue_weights_set_start (MullCueWeights *self, MullRemarkCategory category, int weight);
int
mull_cue_weights_sum (const MullCueWeights *self, const GArray *cues, MullRemarkCategory category);
int mull_cue_weights_sum_in (const MullCueWeights *self,
                             const GArray *cues,
                             MullRemarkCategory category,
                             const MullSpan *span);
MullSpan
mull_cue_weights_find (const MullCueWeights *self, const GArray *cues, MullRemarkCategory category);

G_END_DECLS
