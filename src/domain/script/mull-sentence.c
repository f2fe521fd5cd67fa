/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sentence"

#include "config.h"

#include "mull-sentence.h"

#include "mull-fill-in.h"
#include "mull-spoken-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where sentences end, questions, and days, by structure alone: punctuation and names of days. What
 * needs a language's grammar is left to the word rules. */

#define SENTENCE_ENDS ".?!…。？！؟।"
#define QUESTION_MARKS "?？؟"
#define CLOSERS "\"'”’“«»)）」』"
#define FULL_WIDTH_ENDS "。？！"
#define ELLIPSIS 0x2026
#define VOWELS "aeiouyAEIOUY"

static gboolean
is_one_of (gunichar c, const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

/* Also if it has a sign above it: "Tür." is a word. Of other scripts nothing is known. */
static gboolean
has_vowel (const char *start, const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_get_script (letter) != G_UNICODE_SCRIPT_LATIN)
        return TRUE;
      g_unichar_fully_decompose (letter, FALSE, &letter, 1);
      if (is_one_of (letter, VOWELS))
        return TRUE;
    }
  return FALSE;
}

/* "Dr.", "Mrs.", "J." and "3." do not end a sentence: short, a capital and no vowel, or digits. */
static gboolean
is_abbreviation (const char *text, const char *stop)
{
  const char *word = stop;
  long n_chars;
  gunichar first;

  while (word > text)
    {
      const char *before = g_utf8_find_prev_char (text, word);

      if (!g_unichar_isalnum (g_utf8_get_char (before)))
        break;
      word = before;
    }
  n_chars = g_utf8_strlen (word, stop - word);
  first = g_utf8_get_char (word);
  if (n_chars == 0)
    return FALSE;
  if (g_unichar_isdigit (first))
    return n_chars <= 2;
  return g_unichar_isupper (first) && n_chars <= 3 && !has_vowel (word, stop);
}

/* An ellipsis before a small letter is a pause or a gap within the sentence, and what somebody is
 * quoted with may end before it does. */
static gboolean
goes_on (const char *after)
{
  while (g_unichar_isspace (g_utf8_get_char (after)))
    after = g_utf8_next_char (after);
  return g_unichar_islower (g_utf8_get_char (after));
}

/* Whether the signs from @stop to @end, which may be none, end a sentence of @text. */
static gboolean
ends_sentence (const char *text, const char *stop, const char *end)
{
  gunichar c = g_utf8_get_char (stop);

  if (c == '\n')
    return TRUE;
  if (end == stop)
    return FALSE;
  if (*end == '\0' || is_one_of (c, FULL_WIDTH_ENDS))
    return TRUE;
  if (!g_unichar_isspace (g_utf8_get_char (end)))
    return FALSE;
  if (c == '.' && is_abbreviation (text, stop))
    return FALSE;
  if (c == ELLIPSIS || is_one_of (g_utf8_get_char (g_utf8_find_prev_char (text, end)), CLOSERS))
    return !goes_on (end);
  return TRUE;
}

/**
 * mull_sentences_of:
 * @text: UTF-8
 *
 * Finds the sentences of @text: up to a full stop, a question or exclamation mark, an ellipsis or a
 * line break. A stop within a number or after a short abbreviation does not end one.
 *
 * Returns: (transfer full) (element-type MullSpan): their spans without space around them
 */
GArray *
mull_sentences_of (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MullSpan));
  const char *start = NULL;
  const char *p = text;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *end = p;

      if (start == NULL && g_unichar_isspace (c))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (start == NULL)
        start = p;

      while (is_one_of (g_utf8_get_char (end), SENTENCE_ENDS))
        end = g_utf8_next_char (end);
      if (end > p)
        while (is_one_of (g_utf8_get_char (end), CLOSERS))
          end = g_utf8_next_char (end);

      if (ends_sentence (text, p, end))
        {
          MullSpan span = { (gsize) (start - text), (gsize) (MAX (end, p) - text) };

          g_array_append_val (spans, span);
          start = NULL;
        }
      p = end > p ? end : g_utf8_next_char (p);
    }

  if (start != NULL)
    {
      MullSpan span = { (gsize) (start - text), strlen (text) };

      while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
        span.end--;
      g_array_append_val (spans, span);
    }
  return spans;
}

/**
 * mull_gaps_of:
 * @text: UTF-8
 *
 * Finds the gaps that filling in left: an ellipsis that stands for a word, not one that trails off
 * at the end of a word.
 *
 * Returns: (transfer full) (element-type MullSpan): where they are
 */
GArray *
mull_gaps_of (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MullSpan));
  const char *gap = text;

  while ((gap = strstr (gap, MULL_FILL_IN_GAP)) != NULL)
    {
      const char *before = g_utf8_find_prev_char (text, gap);
      const char *after = gap + strlen (MULL_FILL_IN_GAP);

      if ((before == NULL || !g_unichar_isalnum (g_utf8_get_char (before))) &&
          !g_unichar_isalnum (g_utf8_get_char (after)))
        {
          MullSpan span = { (gsize) (gap - text), (gsize) (after - text) };

          g_array_append_val (spans, span);
        }
      gap = after;
    }
  return spans;
}

/* Which signs end what this sign begins; "" if it begins nothing. */
static const char *
closers_of (gunichar c)
{
  switch (c)
    {
    case '"':
      return "\"";
    case 0x201c: /* “ */
      return "”";
    case 0x201e: /* „ */
      return "“”";
    case 0xab: /* « */
      return "»";
    case 0xbb: /* » */
      return "«";
    default:
      return "";
    }
}

/* As few words are a name for something, not what somebody said. */
#define QUOTATION_MIN_WORDS 3

static gboolean
is_saying (const char *start, const char *end)
{
  g_autofree char *words = g_strndup (start, (gsize) (end - start));
  g_auto (GStrv) parts = g_strsplit_set (g_strstrip (words), " \n", -1);

  return g_strv_length (parts) >= QUOTATION_MIN_WORDS;
}

/**
 * mull_quotations_of:
 * @text: UTF-8
 *
 * Finds where somebody else is quoted: in quotation marks, after words that are not. A text that
 * begins with a quotation mark is somebody's own speech, and a word or two are only a name.
 *
 * Returns: (transfer full) (element-type MullSpan): what stands between the marks
 */
GArray *
mull_quotations_of (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MullSpan));
  gboolean introduced = FALSE;
  gboolean after_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *closers = after_word ? "" : closers_of (c);
      const char *start = g_utf8_next_char (p);
      const char *end = start;

      after_word = g_unichar_isalnum (c);
      introduced |= after_word;
      if (*closers == '\0')
        continue;
      while (*end != '\0' && !is_one_of (g_utf8_get_char (end), closers))
        end = g_utf8_next_char (end);
      if (*end == '\0')
        continue;
      if (introduced && is_saying (start, end))
        {
          MullSpan span = { (gsize) (start - text), (gsize) (end - text) };

          g_array_append_val (spans, span);
        }
      introduced = TRUE;
      p = end;
    }
  return spans;
}

/**
 * mull_spans_contain:
 * @spans: (element-type MullSpan): stretches of a text
 * @at: a byte of it
 *
 * Returns: whether one of the stretches has the byte
 */
gboolean
mull_spans_contain (const GArray *spans, gsize at)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const MullSpan *span = &g_array_index (spans, MullSpan, i);

      if (span->start <= at && at < span->end)
        return TRUE;
    }
  return FALSE;
}

/**
 * mull_sentence_is_question:
 * @text: UTF-8
 * @sentence: one of its sentences
 * @quotations: (element-type MullSpan): where somebody else is quoted in @text
 *
 * Returns: whether it ends with a question mark that is not that of somebody who is quoted
 */
gboolean
mull_sentence_is_question (const char *text, const MullSpan *sentence, const GArray *quotations)
{
  const char *start = text + sentence->start;
  const char *p = text + sentence->end;

  while ((p = g_utf8_find_prev_char (start, p)) != NULL)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_one_of (c, QUESTION_MARKS))
        return !mull_spans_contain (quotations, (gsize) (p - text));
      if (!is_one_of (c, SENTENCE_ENDS) && !is_one_of (c, CLOSERS))
        return FALSE;
    }
  return FALSE;
}

/* Whether @folded contains @name at the start of a word; scripts without spaces have no starts. */
static gboolean
contains_word (const char *folded, const char *name)
{
  g_autofree char *needle = g_utf8_casefold (name, -1);
  const char *hit = folded;

  if (*needle == '\0')
    return FALSE;
  while ((hit = strstr (hit, needle)) != NULL)
    {
      const char *before = g_utf8_find_prev_char (folded, hit);

      if (before == NULL || !g_unichar_isalpha (g_utf8_get_char (before)) ||
          g_unichar_get_script (g_utf8_get_char (hit)) == G_UNICODE_SCRIPT_HAN)
        return TRUE;
      hit = g_utf8_next_char (hit);
    }
  return FALSE;
}

/* "3 may", "may 3rd", "3. mai": a month alone may be another word ("may I", "march on"). */
static gboolean
contains_month (const char *folded, const char *name)
{
  g_autofree char *needle = g_utf8_casefold (name, -1);
  g_autofree char *escaped = NULL;
  g_autofree char *pattern = NULL;

  if (*needle == '\0' || strstr (folded, needle) == NULL)
    return FALSE;

  escaped = g_regex_escape_string (needle, -1);
  pattern = g_strdup_printf (
      "(?:\\b\\d{1,2}(?:st|nd|rd|th|\\.|º|er|er\\.)?(?:\\s+(?:of|de))?\\s+%1$s\\b)|"
      "(?:\\b%1$s\\s+(?:the\\s+)?\\d{1,2})",
      escaped);

  return g_regex_match_simple (pattern, folded, 0, 0);
}

/* Day @i of a week or month @i of a year, in the locale's language for dates. */
static char *
dup_locale_name (int year, int month, int day, const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 12, 0, 0);

  return g_date_time_format (date, format);
}

static gboolean
names_weekday (const char *folded)
{
  static const char *const english[] = { "monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday" };

  for (int i = 0; i < 7; i++)
    {
      /* 2024 began on a Monday. */
      g_autofree char *locale = dup_locale_name (2024, 1, i + 1, "%A");

      if (contains_word (folded, english[i]) ||
          contains_word (folded, mull_spoken_weekday (i + 1)) || contains_word (folded, locale))
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_month (const char *folded)
{
  static const char *const english[] = { "january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december" };

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *locale = dup_locale_name (2024, i + 1, 1, "%B");

      if (contains_month (folded, english[i]) ||
          contains_month (folded, mull_spoken_month (i + 1)) || contains_month (folded, locale))
        return TRUE;
    }
  return FALSE;
}

/**
 * mull_text_names_day:
 * @text: UTF-8
 *
 * Whether @text names a day: a weekday, "today" or "tomorrow", a month beside a number, "the 3rd",
 * or a date in figures. Names are known in English, in the language of the interface and in the
 * locale's. An approximation: "soon" and "next week" are no days, and neither is a bare number.
 *
 * Returns: whether a day is named
 */
gboolean
mull_text_names_day (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) near = NULL;

  if (names_weekday (folded) || names_month (folded))
    return TRUE;

  /* Translators: words for near days that count as a date, separated by spaces. */
  near = g_strsplit (_ ("today tomorrow tonight"), " ", -1);
  for (guint i = 0; near[i] != NULL; i++)
    if (contains_word (folded, near[i]))
      return TRUE;
  if (contains_word (folded, "today") || contains_word (folded, "tomorrow"))
    return TRUE;

  return g_regex_match_simple ("\\b\\d{4}-\\d{1,2}-\\d{1,2}\\b|"
                               "\\b\\d{1,2}\\.\\d{1,2}\\.(?:\\d{2,4})?(?!\\d)|"
                               "\\b(?!24/7)\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?![\\d/])|"
                               "\\bthe \\d{1,2}(?:st|nd|rd|th)\\b|"
                               "\\d{1,2}\\s*日",
                               folded, 0, 0);
}
