/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-rule.h"

G_BEGIN_DECLS

/**
 * MullCueRule:
 * @rule: what it marks, in which beats, and what it says there
 * @of_rule: what it adds that a rule about words marks the sentence for the same, in hundredths
 * @least: how much must speak for a mark, in hundredths
 *
 * What the learned cues of a language mark. Where too little speaks for it, what the rules about
 * words mark for the same is not marked either. Filled in by whoever makes it, then read-only.
 */
typedef struct
{
  MullRule *rule;
  int of_rule;
  int least;
} MullCueRule;

MullCueRule *mull_cue_rule_new (MullRule *rule, int of_rule, int least) G_GNUC_WARN_UNUSED_RESULT;
void mull_cue_rule_free (MullCueRule *self);

G_END_DECLS
