/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-speaking-time"

#include "config.h"

#include "mull-speaking-time.h"

#include <string.h>

/* Scripts without spaces between words: so many characters take as long as one word. Mandarin and
 * Japanese are read at about 300 to 400 characters a minute, English at 150 words. */
#define CHARACTERS_PER_WORD 2.5
/* Thai, Lao, Khmer and Burmese write vowels and tones as characters of their own. */
#define LETTERS_PER_WORD_SOUTH_EAST_ASIA 5.0
/* Numbers are read in pairs or digit by digit: "2026" is two words, a phone number many. */
#define DIGITS_PER_WORD 2.0

static double
words_per_character (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_YI:
      return 1 / CHARACTERS_PER_WORD;

    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return 1 / LETTERS_PER_WORD_SOUTH_EAST_ASIA;

    default:
      return 0;
    }
}

/* Signs within a word that do not end it: "don't", "follow-up", "3.5". */
static gboolean
joins (gunichar before, gunichar c, gunichar after)
{
  return g_utf8_strchr ("'’-‐.,:/@", -1, c) != NULL && g_unichar_isalnum (before) &&
         g_unichar_isalnum (after);
}

/**
 * mull_speaking_words:
 * @text: UTF-8
 * @length: in bytes, or -1
 *
 * Counts words as a measure of time. A run of letters is one word, also with an apostrophe or a
 * hyphen in it; two digits count as one word; in scripts that do not part words by spaces,
 * characters are counted: 2.5 of Chinese or Japanese, 5 of Thai, Lao, Khmer or Burmese make a word.
 * Korean has spaces and is counted by them.
 *
 * Returns: the number of words, with fractions
 */
double
mull_speaking_words (const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  double words = 0;
  guint n_digits = 0;
  gboolean in_word = FALSE;
  gunichar before = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      double share = words_per_character (c);

      if (g_unichar_isdigit (c))
        n_digits++;
      else if (share > 0)
        {
          words += share;
          in_word = FALSE;
        }
      else if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          words += in_word || g_unichar_ismark (c) ? 0 : 1;
          in_word = TRUE;
        }
      else if (!in_word || next >= end || !joins (before, c, g_utf8_get_char (next)))
        in_word = FALSE;

      if (n_digits > 0 && !g_unichar_isdigit (c))
        {
          words += MAX (1, n_digits / DIGITS_PER_WORD);
          n_digits = 0;
        }
      before = c;
    }
  return n_digits > 0 ? words + MAX (1, n_digits / DIGITS_PER_WORD) : words;
}

/**
 * mull_speaking_seconds:
 * @text: UTF-8
 * @length: in bytes, or -1
 * @words_per_minute: how fast the rep speaks
 *
 * Returns: how long it takes to say @text, in seconds
 */
double
mull_speaking_seconds (const char *text, gssize length, int words_per_minute)
{
  g_return_val_if_fail (words_per_minute > 0, 0);

  return mull_speaking_words (text, length) * 60.0 / words_per_minute;
}
