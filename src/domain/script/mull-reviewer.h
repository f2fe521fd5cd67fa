/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-rule-set.h"

G_BEGIN_DECLS

/**
 * MullReviewer:
 * @kind: (nullable): id of the template that scripts are written after, %NULL if it is not known
 * @rules: (nullable): the rules of the language, %NULL if it has none
 * @own_rules: (element-type MullRule): the rep's own
 * @ignored: (element-type utf8): what is not to be marked again
 * @n_broken: how many promises to the person the record shows as broken
 *
 * All that the reviewer knows beside the script. Filled in, then read-only.
 */
typedef struct
{
  char *kind;
  MullRuleSet *rules;
  GPtrArray *own_rules;
  GHashTable *ignored;
  guint n_broken;
} MullReviewer;

MullReviewer *mull_reviewer_new (const char *kind, MullRuleSet *rules) G_GNUC_WARN_UNUSED_RESULT;
MullReviewer *mull_reviewer_ref (MullReviewer *self);
void mull_reviewer_unref (MullReviewer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullReviewer, mull_reviewer_unref)

char *mull_reviewer_fold_words (const char *words) G_GNUC_WARN_UNUSED_RESULT;
void mull_reviewer_take_own_rule (MullReviewer *self, MullRule *rule);
void mull_reviewer_ignore (MullReviewer *self, MullRemarkCategory category, const char *words);
gboolean mull_reviewer_ignores (const MullReviewer *self, const MullRemark *remark);

G_END_DECLS
