/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rule"

#include "config.h"

#include "mull-rule.h"

#include "mull-expression.h"
#include "mull-review.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (MullRuleWhere,
                    mull_rule_where,
                    G_DEFINE_ENUM_VALUE (MULL_RULE_ANYWHERE, "anywhere"),
                    G_DEFINE_ENUM_VALUE (MULL_RULE_FIRST_SENTENCE, "first-sentence"),
                    G_DEFINE_ENUM_VALUE (MULL_RULE_QUESTION, "question"),
                    G_DEFINE_ENUM_VALUE (MULL_RULE_STATEMENT, "statement"))

/**
 * mull_rule_new:
 * @category: what it marks
 *
 * Returns: (transfer full): a rule that looks everywhere for nothing yet
 */
MullRule *
mull_rule_new (MullRemarkCategory category)
{
  MullRule *self = g_new0 (MullRule, 1);

  self->category = category;
  self->from = 1;
  self->expressions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->exceptions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->reason = g_strdup ("");
  self->suggestion = g_strdup ("");
  return self;
}

/**
 * mull_rule_new_own:
 * @category: what it marks
 * @pattern: the words, or a regular expression
 * @reason: what is wrong; may be empty
 * @suggestion: what to do instead; may be empty
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Makes a rule of the rep's own, which is for every kind of script.
 *
 * Returns: (transfer full) (nullable): the rule
 */
MullRule *
mull_rule_new_own (MullRemarkCategory category,
                   const char *pattern,
                   const char *reason,
                   const char *suggestion,
                   GError **error)
{
  g_autoptr (MullRule) self = mull_rule_new (category);
  GRegex *expression = mull_expression_compile (pattern, error);

  if (expression == NULL)
    return NULL;
  g_ptr_array_add (self->expressions, expression);
  self->own = TRUE;
  g_free (self->reason);
  self->reason = g_strdup (*reason != '\0' ? reason : _ ("A rule of your own marks this."));
  g_free (self->suggestion);
  self->suggestion = g_strdup (suggestion);
  return g_steal_pointer (&self);
}

/**
 * mull_rule_free:
 * @self: (transfer full): a rule
 *
 * Frees it.
 */
void
mull_rule_free (MullRule *self)
{
  g_strfreev (self->kinds);
  g_strfreev (self->beats);
  g_ptr_array_unref (self->expressions);
  g_ptr_array_unref (self->exceptions);
  g_free (self->reason);
  g_free (self->suggestion);
  g_free (self->instead);
  g_free (self);
}

/**
 * mull_rule_is_for:
 * @kind: (nullable): id of the template, %NULL if it is not known
 * @beat: id of the beat, or the name of a text that is not divided
 * @checks: set of %MULL_REMARK_BIT of the remarks that can apply there
 *
 * Returns: whether the rule looks at such a beat
 */
gboolean
mull_rule_is_for (const MullRule *self, const char *kind, const char *beat, guint checks)
{
  if (self->own)
    return TRUE;
  if ((checks & MULL_REMARK_BIT (self->category)) == 0)
    return FALSE;
  if (kind != NULL && self->kinds != NULL &&
      !g_strv_contains ((const char *const *) self->kinds, kind))
    return FALSE;
  if (mull_review_is_whole (beat))
    return !self->beats_only;
  return self->beats == NULL || g_strv_contains ((const char *const *) self->beats, beat);
}

/**
 * mull_rule_is_excused:
 * @sentence: UTF-8
 * @length: of it, in bytes
 * @found: what would be marked in it
 *
 * Returns: whether one of the exceptions has some of it
 */
gboolean
mull_rule_is_excused (const MullRule *self,
                      const char *sentence,
                      gsize length,
                      const MullSpan *found)
{
  for (guint i = 0; i < self->exceptions->len; i++)
    {
      MullSpan excuse = { 0, 0 };

      while (mull_expression_find (self->exceptions->pdata[i], sentence, length, &excuse))
        {
          if (excuse.start < found->end && found->start < excuse.end)
            return TRUE;
          excuse.start = excuse.end;
        }
    }
  return FALSE;
}
