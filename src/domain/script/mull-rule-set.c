/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rule-set"

#include "config.h"

#include "mull-rule-set.h"

#include "mull-cue-rule.h"
#include "mull-expression.h"

#include <string.h>

static void
rule_set_clear (gpointer data)
{
  MullRuleSet *self = data;

  g_free (self->language);
  g_ptr_array_unref (self->common);
  g_ptr_array_unref (self->greetings);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->replies);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->days);
  g_ptr_array_unref (self->pasts);
  g_ptr_array_unref (self->vagues);
  g_ptr_array_unref (self->put_offs);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->cue_rules);
  g_clear_pointer (&self->cue_table, mull_cue_table_free);
}

/**
 * mull_rule_set_new:
 * @language: ISO 639 code
 *
 * Returns: (transfer full): a set without rules
 */
MullRuleSet *
mull_rule_set_new (const char *language)
{
  MullRuleSet *self = g_atomic_rc_box_new0 (MullRuleSet);

  self->language = g_strdup (language);
  self->common = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->greetings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->pasts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->days = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->vagues = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->put_offs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_rule_free);
  self->cue_rules = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_cue_rule_free);
  return self;
}

/**
 * mull_rule_set_ref:
 * @self: a set
 *
 * Returns: (transfer full): @self
 */
MullRuleSet *
mull_rule_set_ref (MullRuleSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * mull_rule_set_unref:
 * @self: (transfer full): a set
 *
 * Releases a reference.
 */
void
mull_rule_set_unref (MullRuleSet *self)
{
  g_atomic_rc_box_release_full (self, rule_set_clear);
}

/**
 * mull_rule_set_count_common:
 * @text: UTF-8
 *
 * Returns: how many small words of this language are in the text
 */
guint
mull_rule_set_count_common (const MullRuleSet *self, const char *text)
{
  gsize length = strlen (text);
  guint n = 0;

  for (guint i = 0; i < self->common->len; i++)
    {
      MullSpan found = { 0, 0 };

      for (; mull_expression_find (self->common->pdata[i], text, length, &found); n++)
        found.start = found.end;
    }
  return n;
}

/**
 * mull_rule_set_is_greeting:
 * @text: UTF-8
 * @sentence: one of its sentences
 *
 * Returns: whether the sentence only greets: "Good morning, Ann."
 */
gboolean
mull_rule_set_is_greeting (const MullRuleSet *self, const char *text, const MullSpan *sentence)
{
  gsize length = sentence->end - sentence->start;

  while (length > 0 && strchr (".!,", text[sentence->start + length - 1]) != NULL)
    length--;
  for (guint i = 0; i < self->greetings->len; i++)
    {
      MullSpan found = { 0, 0 };

      if (mull_expression_find (self->greetings->pdata[i], text + sentence->start, length,
                                &found) &&
          found.start == 0 && found.end == length)
        return TRUE;
    }
  return FALSE;
}

/* Finds what the first of the expressions that finds something finds in a part of a text. */
static gboolean
find_any (const GPtrArray *expressions, const char *text, const MullSpan *part, MullSpan *span)
{
  for (guint i = 0; i < expressions->len; i++)
    {
      MullSpan found = { 0, 0 };

      if (mull_expression_find (expressions->pdata[i], text + part->start, part->end - part->start,
                                &found))
        {
          *span = (MullSpan){ part->start + found.start, part->start + found.end };
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
finds_any (const GPtrArray *expressions, const char *text, const MullSpan *part)
{
  MullSpan span;

  return find_any (expressions, text, part, &span);
}

/* Finds a part of a sentence, without what parts it from the one before. */
static gboolean
find_clause (const GPtrArray *expressions,
             const char *text,
             const MullSpan *sentence,
             MullSpan *clause)
{
  if (!find_any (expressions, text, sentence, clause))
    return FALSE;
  while (clause->start < clause->end && strchr (", ", text[clause->start]) != NULL)
    clause->start++;
  return TRUE;
}

/**
 * mull_rule_set_is_request:
 * @text: UTF-8
 * @sentence: one of its sentences
 *
 * Returns: whether the sentence asks the listener for something, though it is no question: "Please
 * call me on Thursday."
 */
gboolean
mull_rule_set_is_request (const MullRuleSet *self, const char *text, const MullSpan *sentence)
{
  return finds_any (self->requests, text, sentence);
}

/**
 * mull_rule_set_is_reply:
 * @text: UTF-8
 * @sentence: one of its sentences, a request
 *
 * Returns: whether the request only says how to answer: "Please ring me on Thursday."
 */
gboolean
mull_rule_set_is_reply (const MullRuleSet *self, const char *text, const MullSpan *sentence)
{
  return finds_any (self->replies, text, sentence);
}

/**
 * mull_rule_set_find_another:
 * @text: UTF-8
 * @question: one of its sentences, a question
 * @another: (out): where the second question stands
 *
 * Finds one more question in a question: "Can you send it by Friday, and who signs?"
 *
 * Returns: whether there is one
 */
gboolean
mull_rule_set_find_another (const MullRuleSet *self,
                            const char *text,
                            const MullSpan *question,
                            MullSpan *another)
{
  if (!find_clause (self->others, text, question, another))
    return FALSE;
  another->end = question->end;
  return TRUE;
}

/**
 * mull_rule_set_drop_pasts:
 * @text: UTF-8
 *
 * Takes out what was on a day: "the list that we talked about on Monday" asks for nothing by a day.
 *
 * Returns: (transfer full): @text with blanks in their place
 */
char *
mull_rule_set_drop_pasts (const MullRuleSet *self, const char *text)
{
  char *kept = g_strdup (text);
  gsize length = strlen (text);

  for (guint i = 0; i < self->pasts->len; i++)
    {
      MullSpan found = { 0, 0 };

      while (mull_expression_find (self->pasts->pdata[i], text, length, &found))
        {
          memset (kept + found.start, ' ', found.end - found.start);
          found.start = found.end;
        }
    }
  return kept;
}

/**
 * mull_rule_set_is_vague:
 * @text: UTF-8
 * @sentence: one of its sentences
 *
 * Returns: whether the sentence promises something, or asks for it, at no time that can be held:
 * "I will get back to you soon."
 */
gboolean
mull_rule_set_is_vague (const MullRuleSet *self, const char *text, const MullSpan *sentence)
{
  return finds_any (self->vagues, text, sentence);
}

/**
 * mull_rule_set_find_put_off:
 * @text: UTF-8
 * @sentence: one of its sentences
 * @put_off: (out): where it stands
 *
 * Finds one of several ways out that is put off: "Six today, or the rest when they turn up."
 *
 * Returns: whether there is one; it may still name a day
 */
gboolean
mull_rule_set_find_put_off (const MullRuleSet *self,
                            const char *text,
                            const MullSpan *sentence,
                            MullSpan *put_off)
{
  return find_clause (self->put_offs, text, sentence, put_off);
}

/**
 * mull_rule_set_names_day:
 * @text: UTF-8
 * @span: the part to look at
 *
 * Returns: whether a day is named there in the words of this language
 */
gboolean
mull_rule_set_names_day (const MullRuleSet *self, const char *text, const MullSpan *span)
{
  return finds_any (self->days, text, span);
}
