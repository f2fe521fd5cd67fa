/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-search-text"

#include "config.h"

#include "mull-search-text.h"

#include <string.h>

/* Letters that the index does not take apart, and how people without them type them. */
static const struct
{
  const char *typed;
  const char *meant;
} variants[] = {
  { "ss", "ß" },
  { "ae", "æ" },
  { "oe", "œ" },
};

/* Words hold letters, digits and marks only, so nothing in them can end the quotes. */
static void
append_phrase (GString *match, const char *word, gboolean prefix)
{
  g_string_append_printf (match, prefix ? "\"%s\" *" : "\"%s\"", word);
}

static void
append_word (GString *match, const char *word, const char *folded, gboolean prefix)
{
  gsize start = match->len;
  gboolean is_one_of_several = FALSE;

  append_phrase (match, word, prefix);
  /* "Straße" is meant to find "Strasse". */
  if (strstr (word, "ß") != NULL || strstr (word, "æ") != NULL || strstr (word, "œ") != NULL)
    {
      g_string_append (match, " OR ");
      append_phrase (match, folded, prefix);
      is_one_of_several = TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    if (strstr (folded, variants[i].typed) != NULL)
      {
        g_autoptr (GString) variant = g_string_new (folded);

        g_string_replace (variant, variants[i].typed, variants[i].meant, 0);
        g_string_append (match, " OR ");
        append_phrase (match, variant->str, prefix);
        is_one_of_several = TRUE;
      }
  if (is_one_of_several)
    {
      g_string_insert_c (match, (gssize) start, '(');
      g_string_append_c (match, ')');
    }
}

/**
 * mull_fts_match_prefix:
 * @column: (nullable): the column of the index that must match
 * @text: what somebody typed
 *
 * Returns: (transfer full) (nullable): a full-text query in which each word of @text matches the
 *   beginning of a word
 */
char *
mull_fts_match_prefix (const char *column, const char *text)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new (text);
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; i < mull_typed_words_get_n (words); i++)
    {
      if (i > 0)
        g_string_append_c (match, ' ');
      if (column != NULL)
        g_string_append_printf (match, "%s : ", column);
      append_phrase (match, mull_typed_words_get (words, i), TRUE);
    }
  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

/**
 * mull_fts_match_words:
 * @words: what somebody typed
 * @mode: what they match
 *
 * Returns: (transfer full) (nullable): a full-text query for texts that have all of @words, or
 * %NULL if that is not enough to ask for
 */
char *
mull_fts_match_words (const MullTypedWords *words, MullFtsMode mode)
{
  g_autoptr (GString) match = g_string_new (NULL);
  guint n = mull_typed_words_get_n (words);
  gboolean is_enough = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const char *folded = mull_typed_words_get_folded (words, i);
      /* A sign of Chinese or Japanese says as much as a word. */
      gboolean is_letter = mode == MULL_FTS_LONG && g_utf8_strlen (folded, -1) < 2 &&
                           !g_unichar_iswide (g_utf8_get_char (folded));

      if (is_letter && i + 1 == n)
        break;
      if (match->len > 0)
        g_string_append (match, " AND ");
      append_word (match, mull_typed_words_get (words, i), folded,
                   mode != MULL_FTS_WHOLE && !is_letter);
      is_enough = is_enough || !is_letter;
    }
  return is_enough ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}
