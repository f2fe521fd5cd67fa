/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-search-snippet"

#include "config.h"

#include "mull-search-snippet.h"

#include "mull-text.h"

#include <string.h>

/* How much stands before the place that matters, as a share of all. */
#define SHARE_BEFORE 4

/* Where most of the words stand close together; the first such place. */
static guint
find_place (const GArray *matches, guint reach)
{
  guint best = 0, best_place = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      guint start = g_array_index (matches, MullWordMatch, i).start, words = 0, n = 0;

      for (guint j = i;
           j < matches->len && g_array_index (matches, MullWordMatch, j).end <= start + reach; j++)
        words |= 1u << g_array_index (matches, MullWordMatch, j).word;
      for (; words != 0; words &= words - 1)
        n++;
      if (n > best)
        {
          best = n;
          best_place = start;
        }
    }
  return best_place;
}

/* Back from @place, but not into the middle of a word. */
static const char *
find_start (const char *text, const char *place, guint n_chars)
{
  const char *at = place, *start = place;

  for (guint i = 0; i < n_chars && at > text; i++)
    {
      at = g_utf8_prev_char (at);
      if (at == text || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (at))))
        start = at;
    }
  return start;
}

/* Lines and runs of white space become one space. */
static char *
flatten (const char *text)
{
  g_autoptr (GString) flat = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (flat, c);
      else if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
        g_string_append_c (flat, ' ');
    }
  return g_strchomp (g_string_free (g_steal_pointer (&flat), FALSE));
}

/**
 * mull_search_snippet:
 * @words: what was typed
 * @text: what has them somewhere
 * @max_chars: how long it may be, without the dots
 *
 * Returns: (transfer full): the part of @text in which the words are, in one line; its beginning if
 *   they are not in it. A cut is shown by dots.
 */
char *
mull_search_snippet (const MullTypedWords *words, const char *text, guint max_chars)
{
  g_autofree char *flat = NULL;
  g_autofree char *excerpt = NULL;
  g_autoptr (GArray) matches = NULL;
  const char *start;

  g_return_val_if_fail (words != NULL && text != NULL && max_chars > 0, NULL);

  flat = flatten (text);
  if (g_utf8_strlen (flat, -1) <= max_chars)
    return g_steal_pointer (&flat);
  matches = mull_typed_words_find (words, flat);
  start = find_start (flat, flat + find_place (matches, max_chars), max_chars / SHARE_BEFORE);
  excerpt = mull_text_excerpt (start, max_chars);
  return g_strconcat (start > flat ? "…" : "", excerpt, NULL);
}
