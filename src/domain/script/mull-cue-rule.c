/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cue-rule"

#include "config.h"

#include "mull-cue-rule.h"

/**
 * mull_cue_rule_new:
 * @rule: (transfer full): what it marks; without expressions
 * @of_rule: what a rule about words adds, in hundredths
 * @least: how much must speak for a mark, in hundredths
 *
 * Returns: (transfer full): a rule about learned cues
 */
MullCueRule *
mull_cue_rule_new (MullRule *rule, int of_rule, int least)
{
  MullCueRule *self = g_new0 (MullCueRule, 1);

  self->rule = rule;
  self->of_rule = of_rule;
  self->least = least;
  return self;
}

/**
 * mull_cue_rule_free:
 * @self: (transfer full): a rule
 *
 * Frees it.
 */
void
mull_cue_rule_free (MullCueRule *self)
{
  mull_rule_free (self->rule);
  g_free (self);
}
