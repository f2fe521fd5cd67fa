/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cue"

#include "config.h"

#include "mull-cue.h"

#include <string.h>

/* So many words in a row are one cue. */
#define ROW_MAX 3
/* So many letters at the begin and at the end of a longer word stand for its stem, its ending and
 * the words that it is made of. */
static const long heads[] = { 4, 6 };
static const long tails[] = { 4 };
/* What is a cue by itself beside the words. */
#define SIGNS "?!,;:"
/* What a cue must say to be worth it that what a remark is about grows by it. */
#define CUE_COST 5
/* What takes the place of figures: how many there are says little. */
#define FIGURES "0"

/* A word or a sign. */
typedef struct
{
  char *word;
  MullSpan span;
} Token;

/* Where cues go; each name once in a sentence. */
typedef struct
{
  GArray *cues;
  GHashTable *names;
} Collection;

static void
token_clear (gpointer data)
{
  g_free (((Token *) data)->word);
}

static void
cue_clear (gpointer data)
{
  g_free (((MullCue *) data)->name);
}

/* ── Words ────────────────────────────────────────────────────────────── */

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;
}

/* Small letters, one sign for all apostrophes and one for all figures. */
static char *
fold_word (const char *start, gsize length)
{
  GString *folded = g_string_new (NULL);
  gboolean figure = FALSE;

  for (const char *p = start; p < start + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* By itself, since a whole word is folded by the language of the interface: a Turkish "I". */
      if (!g_unichar_isdigit (c))
        g_string_append_unichar (folded, c == 0x2019 ? '\'' : g_unichar_tolower (c));
      else if (!figure)
        g_string_append (folded, FIGURES);
      figure = g_unichar_isdigit (c);
    }
  return g_string_free (folded, FALSE);
}

/* The words and signs of a sentence without what somebody else is quoted with. */
static GArray *
tokens_of (const char *text, const MullSpan *sentence, const GArray *quotations)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *end = text + sentence->end;
  const char *p = text + sentence->start;

  g_array_set_clear_func (tokens, token_clear);
  while (p < end)
    {
      const char *start = p;
      gunichar c = g_utf8_get_char (p);
      Token token;

      p = g_utf8_next_char (p);
      while (is_in_word (c) && p < end && is_in_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if ((!is_in_word (c) && (c >= 0x80 || strchr (SIGNS, (char) c) == NULL)) ||
          mull_spans_contain (quotations, (gsize) (start - text)))
        continue;
      token.word = fold_word (start, (gsize) (p - start));
      token.span = (MullSpan){ (gsize) (start - text), (gsize) (p - text) };
      g_array_append_val (tokens, token);
    }
  return tokens;
}

/* ── Cues ─────────────────────────────────────────────────────────────── */

/* The first of its name is taken. */
static void
take_cue (Collection *collection, char *name, MullSpan span)
{
  MullCue cue = { .name = name, .span = span };

  if (g_hash_table_contains (collection->names, name))
    {
      g_free (name);
      return;
    }
  g_hash_table_add (collection->names, name);
  g_array_append_val (collection->cues, cue);
}

/* Words in a row that begin with the one of number @first. */
static void
add_rows (Collection *collection, const GArray *tokens, guint first)
{
  g_autoptr (GString) row = g_string_new (NULL);
  gsize start = g_array_index (tokens, Token, first).span.start;

  for (guint i = first; i < MIN (first + ROW_MAX, tokens->len); i++)
    {
      const Token *last = &g_array_index (tokens, Token, i);

      if (i > first)
        g_string_append_c (row, ' ');
      g_string_append (row, last->word);
      take_cue (collection, g_strdup (row->str), (MullSpan){ start, last->span.end });
    }
}

static void
add_parts (Collection *collection, const Token *token)
{
  long length = g_utf8_strlen (token->word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (length > heads[i])
      {
        const char *cut = g_utf8_offset_to_pointer (token->word, heads[i]);

        take_cue (collection, g_strdup_printf ("^%.*s", (int) (cut - token->word), token->word),
                  token->span);
      }
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (length > tails[i])
      take_cue (collection,
                g_strdup_printf ("$%s", g_utf8_offset_to_pointer (token->word, length - tails[i])),
                token->span);
}

/**
 * mull_cues_of:
 * @text: UTF-8
 * @sentence: one of its sentences
 * @quotations: (element-type MullSpan): stretches of @text that are left out
 * @kind: id of the template that the script is written after
 * @beat: id of the beat, or the name of a text that is not divided
 *
 * Finds what may tell what a sentence does: its words, up to three in a row, what they begin and
 * end with, each word together with the beat, the beat and the kind of script, and one that each
 * sentence has. None of them needs the grammar of a language. What is found twice is listed once.
 *
 * Returns: (transfer full) (element-type MullCue): the cues, not yet weighed, in the order in which
 *   they begin
 */
GArray *
mull_cues_of (const char *text,
              const MullSpan *sentence,
              const GArray *quotations,
              const char *kind,
              const char *beat)
{
  g_autoptr (GArray) tokens = tokens_of (text, sentence, quotations);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Collection collection = { g_array_new (FALSE, FALSE, sizeof (MullCue)), names };
  const MullSpan nowhere = { sentence->start, sentence->start };

  g_array_set_clear_func (collection.cues, cue_clear);
  take_cue (&collection, g_strdup (""), nowhere);
  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *token = &g_array_index (tokens, Token, i);

      add_rows (&collection, tokens, i);
      add_parts (&collection, token);
      take_cue (&collection, g_strdup_printf ("%s|%s", beat, token->word), token->span);
    }
  take_cue (&collection, g_strdup_printf ("beat=%s", beat), nowhere);
  take_cue (&collection, g_strdup_printf ("kind=%s", kind), nowhere);
  return collection.cues;
}

/* ── Sums ─────────────────────────────────────────────────────────────── */

/**
 * mull_cues_sum:
 * @cues: (element-type MullCue): the weighed cues of a sentence
 * @category: a remark
 *
 * Returns: what speaks for the remark, in hundredths
 */
int
mull_cues_sum (const GArray *cues, MullRemarkCategory category)
{
  int sum = 0;

  for (guint i = 0; i < cues->len; i++)
    sum += g_array_index (cues, MullCue, i).weights[category];
  return sum;
}

/**
 * mull_cues_sum_in:
 * @cues: (element-type MullCue): the weighed cues of a sentence
 * @category: a remark
 * @span: a stretch of the text
 *
 * Returns: what the words of that stretch alone say for the remark, in hundredths
 */
int
mull_cues_sum_in (const GArray *cues, MullRemarkCategory category, const MullSpan *span)
{
  int sum = 0;

  for (guint i = 0; i < cues->len; i++)
    {
      const MullCue *cue = &g_array_index (cues, MullCue, i);

      if (cue->span.start < cue->span.end && cue->span.start >= span->start &&
          cue->span.end <= span->end)
        sum += cue->weights[category];
    }
  return sum;
}

/**
 * mull_cues_find:
 * @cues: (element-type MullCue): the weighed cues of a sentence, in the order of their words
 * @category: a remark
 *
 * Finds what the remark is about: the stretch in which more speaks for it than in any other.
 *
 * Returns: the stretch in the text; empty if nothing in it speaks for the remark
 */
MullSpan
mull_cues_find (const GArray *cues, MullRemarkCategory category)
{
  MullSpan best = { 0, 0 };
  MullSpan run = { 0, 0 };
  int best_sum = 0;
  int sum = 0;

  for (guint i = 0; i < cues->len; i++)
    {
      const MullCue *cue = &g_array_index (cues, MullCue, i);
      int weight = cue->weights[category];

      if (cue->span.end == cue->span.start || weight == 0)
        continue;
      if (sum <= 0)
        {
          sum = 0;
          run = cue->span;
        }
      sum += weight - CUE_COST;
      run.end = MAX (run.end, cue->span.end);
      if (sum > best_sum)
        {
          best_sum = sum;
          best = run;
        }
    }
  return best;
}
