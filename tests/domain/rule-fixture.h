/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-expression.h"
#include "mull-word-review.h"

static inline MullRule *
fixture_add_rule (MullRuleSet *set, MullRemarkCategory category, const char *expression)
{
  MullRule *rule = mull_rule_new (category);

  g_ptr_array_add (rule->expressions, mull_expression_compile (expression, NULL));
  g_ptr_array_add (set->rules, rule);
  return rule;
}

/* What is marked in a beat of a script of a kind, parted by bars. */
static inline char *
fixture_dup_marked (MullRuleSet *set, const char *kind, const char *text)
{
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new (kind, set);
  MullReviewPiece piece = { "name-it", text, MULL_REMARKS_ALL, 0 };
  g_autoptr (GPtrArray) remarks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_remark_free);
  g_autoptr (GString) words = g_string_new (NULL);

  mull_word_review (&piece, 1, reviewer, 100, remarks);
  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "|" : "",
                            ((MullRemark *) remarks->pdata[i])->words);
  return g_strdup (words->str);
}
