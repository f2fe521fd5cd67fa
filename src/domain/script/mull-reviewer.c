/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-reviewer"

#include "config.h"

#include "mull-reviewer.h"

static void
reviewer_clear (gpointer data)
{
  MullReviewer *self = data;

  g_free (self->kind);
  g_clear_pointer (&self->rules, mull_rule_set_unref);
  g_ptr_array_unref (self->own_rules);
  g_hash_table_unref (self->ignored);
}

/**
 * mull_reviewer_new:
 * @kind: (nullable): id of the template that scripts are written after
 * @rules: (nullable) (transfer none): the rules of the language
 *
 * Returns: (transfer full): a reviewer that ignores nothing
 */
MullReviewer *
mull_reviewer_new (const char *kind, MullRuleSet *rules)
{
  MullReviewer *self = g_atomic_rc_box_new0 (MullReviewer);

  self->kind = g_strdup (kind);
  self->rules = rules != NULL ? mull_rule_set_ref (rules) : NULL;
  self->own_rules = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_rule_free);
  self->ignored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * mull_reviewer_ref:
 * @self: a reviewer
 *
 * Returns: (transfer full): @self
 */
MullReviewer *
mull_reviewer_ref (MullReviewer *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * mull_reviewer_unref:
 * @self: (transfer full): a reviewer
 *
 * Releases a reference.
 */
void
mull_reviewer_unref (MullReviewer *self)
{
  g_atomic_rc_box_release_full (self, reviewer_clear);
}

/**
 * mull_reviewer_take_own_rule:
 * @self: a reviewer that is still being filled in
 * @rule: (transfer full): a rule of the rep's own
 *
 * Adds a rule.
 */
void
mull_reviewer_take_own_rule (MullReviewer *self, MullRule *rule)
{
  g_ptr_array_add (self->own_rules, rule);
}

/**
 * mull_reviewer_fold_words:
 * @words: what is marked
 *
 * Returns: (transfer full): the words so that the same in another place are the same: capitals and
 *   spaces do not part them
 */
char *
mull_reviewer_fold_words (const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+", g_strstrip (folded), 0, 0);

  return g_strjoinv (" ", parts);
}

static char *
ignored_key (MullRemarkCategory category, const char *words)
{
  g_autofree char *folded = mull_reviewer_fold_words (words);

  return g_strdup_printf ("%d %s", (int) category, folded);
}

/**
 * mull_reviewer_ignore:
 * @self: a reviewer that is still being filled in
 * @category: what is not to be marked
 * @words: on which words
 *
 * Stops marking these words for this reason.
 */
void
mull_reviewer_ignore (MullReviewer *self, MullRemarkCategory category, const char *words)
{
  g_hash_table_add (self->ignored, ignored_key (category, words));
}

/**
 * mull_reviewer_ignores:
 * @remark: a remark
 *
 * Returns: whether the rep does not want to see it
 */
gboolean
mull_reviewer_ignores (const MullReviewer *self, const MullRemark *remark)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->ignored) == 0)
    return FALSE;
  key = ignored_key (remark->category, remark->words);
  return g_hash_table_contains (self->ignored, key);
}
