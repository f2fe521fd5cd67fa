/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-search-rank"

#include "config.h"

#include "mull-search-rank.h"

#include <string.h>

/* All together less than a step from one field to the next. */
#define RECENT_MAX 80
#define OPEN_BONUS 10

/* A bit for each word. */
typedef struct
{
  guint found;
  guint whole;
  gboolean at_start; /* the first word of the text is the first that was typed … */
  gboolean in_order; /* … and the others follow it, in the order in which they were typed */
  gboolean to_end;   /* and nothing else comes after them */
} Finding;

static gboolean
has_words_between (const char *text, guint start, guint end)
{
  for (const char *at = text + start; at < text + end && *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static Finding
look_for (const MullTypedWords *words, const char *text)
{
  g_autoptr (GArray) matches = mull_typed_words_find (words, text);
  Finding finding = { .in_order = TRUE };
  guint end = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const MullWordMatch *match = &g_array_index (matches, MullWordMatch, i);

      if (i == 0)
        finding.at_start = !has_words_between (text, 0, match->start);
      if (match->word != i || has_words_between (text, end, match->start))
        finding.in_order = FALSE;
      finding.found |= 1u << match->word;
      if (match->is_whole)
        finding.whole |= 1u << match->word;
      end = match->end;
    }
  finding.to_end = matches->len > 0 && !has_words_between (text, end, (guint) strlen (text));
  return finding;
}

static int
rank_title (const Finding *finding, guint all)
{
  if (finding->found != all)
    return 0;
  if (finding->at_start && finding->in_order)
    return finding->to_end && finding->whole == all ? MULL_SEARCH_RANK_IS_IT
                                                    : MULL_SEARCH_RANK_BEGINS;
  return finding->whole == all ? MULL_SEARCH_RANK_NAMES : MULL_SEARCH_RANK_NAMES_BEGIN;
}

static int
rank_fields (const MullTypedWords *words, const MullSearchFacts *facts)
{
  guint all = (1u << mull_typed_words_get_n (words)) - 1;
  Finding title = { 0 }, beside = { 0 };
  int rank = 0;

  if (facts->title != NULL)
    {
      title = look_for (words, facts->title);
      rank = rank_title (&title, all);
    }
  if (rank != 0)
    return rank;
  if (facts->beside != NULL)
    beside = look_for (words, facts->beside);
  if (beside.found == all)
    return MULL_SEARCH_RANK_BESIDE;
  if (title.found != 0 && (title.found | beside.found) == all)
    return MULL_SEARCH_RANK_NAMES_TOGETHER;
  return MULL_SEARCH_RANK_TEXT;
}

/**
 * mull_search_rank:
 * @words: what was typed
 * @facts: about something that has all these words somewhere
 *
 * The field decides first: a name that is just what was typed, one that begins so, one that has the
 * words, whole or begun, one that has them together with the company, the company alone, any other
 * text. Within a field, what happened lately comes first: today 80 more, a month ago 40, a
 * quarter 20.
 *
 * Returns: how good an answer it is; more is better
 */
int
mull_search_rank (const MullTypedWords *words, const MullSearchFacts *facts)
{
  g_return_val_if_fail (words != NULL && facts != NULL, 0);

  if (mull_typed_words_get_n (words) == 0)
    return 0;
  return rank_fields (words, facts) + (int) (RECENT_MAX * 30 / (30 + MAX (facts->age, 0))) +
         (facts->is_over ? 0 : OPEN_BONUS);
}
