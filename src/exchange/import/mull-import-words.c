/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-words"

#include "config.h"

#include "mull-import-words.h"

#include "mull-record.h"
#include "mull-text.h"

struct _MullImportWords
{
  GPtrArray *words;    /* MullImportWord */
  GHashTable *by_fold; /* folded word → MullImportWord in words */
};

static void
free_word (gpointer data)
{
  MullImportWord *word = data;

  g_free (word->word);
  g_free (word->stage);
  g_free (word);
}

/**
 * mull_import_words_new:
 *
 * Returns: (transfer full): no words
 */
MullImportWords *
mull_import_words_new (void)
{
  MullImportWords *self = g_new0 (MullImportWords, 1);

  self->words = g_ptr_array_new_with_free_func (free_word);
  self->by_fold = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * mull_import_words_free:
 * @self: (transfer full): words
 */
void
mull_import_words_free (MullImportWords *self)
{
  g_hash_table_unref (self->by_fold);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/**
 * mull_import_words_set:
 * @self: words
 * @text: what the file says
 * @stage: the stage it means; empty if it only says how the deal ended
 * @outcome: the outcome it means; open for a stage
 *
 * Adds a word, or gives it another meaning.
 */
void
mull_import_words_set (MullImportWords *self,
                       const char *text,
                       const char *stage,
                       MullOutcome outcome)
{
  g_autofree char *fold = mull_text_fold (text);
  MullImportWord *word = g_hash_table_lookup (self->by_fold, fold);

  if (word == NULL)
    {
      word = g_new0 (MullImportWord, 1);
      word->word = g_strdup (text);
      word->stage = g_strdup ("");
      g_ptr_array_add (self->words, word);
      g_hash_table_insert (self->by_fold, g_steal_pointer (&fold), word);
    }
  mull_set_text (&word->stage, stage);
  word->outcome = outcome;
}

/**
 * mull_import_words_set_all:
 * @self: words
 * @other: words to add
 */
void
mull_import_words_set_all (MullImportWords *self, const MullImportWords *other)
{
  for (guint i = 0; i < other->words->len; i++)
    {
      const MullImportWord *word = mull_import_words_get (other, i);

      mull_import_words_set (self, word->word, word->stage, word->outcome);
    }
}

/**
 * mull_import_words_replace_outcome:
 * @self: words
 * @from: an outcome
 * @to: what the words that meant @from mean from now on
 */
void
mull_import_words_replace_outcome (MullImportWords *self, MullOutcome from, MullOutcome to)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      MullImportWord *word = g_ptr_array_index (self->words, i);

      if (word->outcome == from)
        word->outcome = to;
    }
}

/**
 * mull_import_words_find:
 * @self: words
 * @text: what the file says
 *
 * Returns: (transfer none) (nullable): what it means, or %NULL if nobody said
 */
const MullImportWord *
mull_import_words_find (const MullImportWords *self, const char *text)
{
  g_autofree char *fold = mull_text_fold (text);

  return g_hash_table_lookup (self->by_fold, fold);
}

/**
 * mull_import_words_get_n:
 * @self: words
 *
 * Returns: how many words have a meaning
 */
guint
mull_import_words_get_n (const MullImportWords *self)
{
  return self->words->len;
}

/**
 * mull_import_words_get:
 * @self: words
 * @index: from 0
 *
 * Returns: (transfer none): a word and its meaning
 */
const MullImportWord *
mull_import_words_get (const MullImportWords *self, guint index)
{
  g_return_val_if_fail (index < self->words->len, NULL);

  return g_ptr_array_index (self->words, index);
}
