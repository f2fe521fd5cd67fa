/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mull-remark.h"
#include "mull-sentence.h"

G_BEGIN_DECLS

/**
 * MullRuleWhere:
 * @MULL_RULE_ANYWHERE: in every sentence
 * @MULL_RULE_FIRST_SENTENCE: in the sentence that the beat begins with, after a greeting
 * @MULL_RULE_QUESTION: in questions
 * @MULL_RULE_STATEMENT: in what says something: in no question, request or greeting
 *
 * Where in a beat a rule looks.
 */
typedef enum
{
  MULL_RULE_ANYWHERE,
  MULL_RULE_FIRST_SENTENCE,
  MULL_RULE_QUESTION,
  MULL_RULE_STATEMENT,
} MullRuleWhere;

#define MULL_TYPE_RULE_WHERE (mull_rule_where_get_type ())
GType mull_rule_where_get_type (void);

/**
 * MullRule:
 * @category: what it marks
 * @kinds: (nullable): ids of the templates it is for, %NULL for all
 * @beats: (nullable): ids of the beats it is for, %NULL for all
 * @beats_only: whether it is for beats and not for a text that is not divided into them
 * @where: where in a beat it looks
 * @expects: whether it marks a place where none of the expressions is found, not the words found
 * @from: how often it must be found in a script before it is marked; 1 marks every time
 * @yields_to: set of %MULL_REMARK_BIT of the remarks that say it better: where one of them marks
 * the same words, this rule does not
 * @sure: whether what was learned cannot take back what it marks
 * @own: whether the rep wrote it; it then is for every beat
 * @expressions: (element-type GRegex): what it looks for
 * @exceptions: (element-type GRegex): what excuses a place that it touches
 * @reason: one sentence: what is wrong
 * @suggestion: one sentence: what to do instead
 * @instead: (nullable): words to put in place of those that are marked; empty to leave them out
 *
 * A rule about words. Filled in by whoever makes it, then read-only.
 */
typedef struct
{
  MullRemarkCategory category;
  char **kinds;
  char **beats;
  gboolean beats_only;
  MullRuleWhere where;
  gboolean expects;
  guint from;
  guint yields_to;
  gboolean sure;
  gboolean own;
  GPtrArray *expressions;
  GPtrArray *exceptions;
  char *reason;
  char *suggestion;
  char *instead;
} MullRule;

MullRule *mull_rule_new (MullRemarkCategory category) G_GNUC_WARN_UNUSED_RESULT;
MullRule *mull_rule_new_own (MullRemarkCategory category,
                             const char *pattern,
                             const char *reason,
                             const char *suggestion,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_rule_free (MullRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullRule, mull_rule_free)

gboolean mull_rule_is_for (const MullRule *self, const char *kind, const char *beat, guint checks);
gboolean mull_rule_is_excused (const MullRule *self,
                               const char *sentence,
                               gsize length,
                               const MullSpan *found);

G_END_DECLS
