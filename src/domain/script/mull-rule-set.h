/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-cue-table.h"
#include "mull-rule.h"
#include "mull-sentence.h"

G_BEGIN_DECLS

/**
 * MullRuleSet:
 * @language: ISO 639 code
 * @common: (element-type GRegex): small words that tell that a text is in this language
 * @greetings: (element-type GRegex): sentences that only greet
 * @requests: (element-type GRegex): words that ask for something without a question mark
 * @replies: (element-type GRegex): of what a request asks, what only says how to answer
 * @others: (element-type GRegex): where one more question begins within a question
 * @days: (element-type GRegex): words that name a day, beside those that are known everywhere
 * @pasts: (element-type GRegex): what was on a day, which is none that something is asked for
 * @vagues: (element-type GRegex): words that put something off to no day
 * @put_offs: (element-type GRegex): one of several ways out that is put off to no day
 * @rules: (element-type MullRule): the rules
 * @cue_rules: (element-type MullCueRule): what learned cues mark
 * @cue_table: (nullable): how much each cue says; without, and without @cue_rules, they mark
 * nothing
 *
 * The rules about words of one language. Filled in by whoever reads it, then read-only.
 */
typedef struct
{
  char *language;
  GPtrArray *common;
  GPtrArray *greetings;
  GPtrArray *requests;
  GPtrArray *replies;
  GPtrArray *others;
  GPtrArray *days;
  GPtrArray *pasts;
  GPtrArray *vagues;
  GPtrArray *put_offs;
  GPtrArray *rules;
  GPtrArray *cue_rules;
  MullCueTable *cue_table;
} MullRuleSet;

MullRuleSet *mull_rule_set_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
MullRuleSet *mull_rule_set_ref (MullRuleSet *self);
void mull_rule_set_unref (MullRuleSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullRuleSet, mull_rule_set_unref)

guint mull_rule_set_count_common (const MullRuleSet *self, const char *text);
gboolean
mull_rule_set_is_greeting (const MullRuleSet *self, const char *text, const MullSpan *sentence);
gboolean
mull_rule_set_is_request (const MullRuleSet *self, const char *text, const MullSpan *sentence);
gboolean
mull_rule_set_is_reply (const MullRuleSet *self, const char *text, const MullSpan *sentence);
gboolean mull_rule_set_find_another (const MullRuleSet *self,
                                     const char *text,
                                     const MullSpan *question,
                                     MullSpan *another);
char *
mull_rule_set_drop_pasts (const MullRuleSet *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean
mull_rule_set_is_vague (const MullRuleSet *self, const char *text, const MullSpan *sentence);
gboolean mull_rule_set_find_put_off (const MullRuleSet *self,
                                     const char *text,
                                     const MullSpan *sentence,
                                     MullSpan *put_off);
gboolean mull_rule_set_names_day (const MullRuleSet *self, const char *text, const MullSpan *span);

G_END_DECLS
