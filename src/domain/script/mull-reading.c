/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-reading"

#include "config.h"

#include "mull-reading.h"

#include <string.h>

/* Expressions are tried on a sentence at a time, and on no more than this of it: the time they can
 * take grows with the length. */
#define SENTENCE_MAX_BYTES 1000

static void
reading_clear (gpointer data)
{
  MullReading *self = data;

  g_array_unref (self->sentences);
  g_array_unref (self->statements);
  g_array_unref (self->gaps);
  g_array_unref (self->quotations);
}

/* Sentences that are longer than anyone speaks are cut where a word ends. */
static void
cut_long_sentences (GArray *sentences, const char *text)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      MullSpan *sentence = &g_array_index (sentences, MullSpan, i);
      MullSpan rest = *sentence;
      const char *cut = text + sentence->start + SENTENCE_MAX_BYTES;

      if (sentence->end - sentence->start <= SENTENCE_MAX_BYTES)
        continue;
      cut = g_utf8_find_prev_char (text, cut);
      for (const char *p = cut; p > text + sentence->start; p = g_utf8_find_prev_char (text, p))
        if (g_ascii_isspace (*p))
          {
            cut = p;
            break;
          }
      rest.start = (gsize) (cut - text);
      sentence->end = rest.start;
      g_array_insert_val (sentences, i + 1, rest);
    }
}

/* A question asks, a request does, and a greeting says nothing. */
static gboolean
is_statement (const MullRuleSet *rules,
              const char *text,
              const MullSpan *sentence,
              const GArray *quotations)
{
  if (mull_sentence_is_question (text, sentence, quotations))
    return FALSE;
  return rules == NULL || (!mull_rule_set_is_request (rules, text, sentence) &&
                           !mull_rule_set_is_greeting (rules, text, sentence));
}

static void
read_piece (MullReading *reading, const MullReviewPiece *piece, const MullRuleSet *rules)
{
  reading->piece = piece;
  reading->sentences = mull_sentences_of (piece->text);
  reading->gaps = mull_gaps_of (piece->text);
  reading->quotations = mull_quotations_of (piece->text);
  cut_long_sentences (reading->sentences, piece->text);
  reading->statements = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      gboolean states =
          is_statement (rules, piece->text, &g_array_index (reading->sentences, MullSpan, i),
                        reading->quotations);

      g_array_append_val (reading->statements, states);
    }
  while (rules != NULL && reading->first + 1 < reading->sentences->len &&
         mull_rule_set_is_greeting (rules, piece->text,
                                    &g_array_index (reading->sentences, MullSpan, reading->first)))
    reading->first++;
}

/**
 * mull_readings_of:
 * @pieces: (array length=n_pieces): a script in the order it is spoken; read while these live
 * @n_pieces: how many
 * @rules: (nullable): the rules of its language
 *
 * Reads a script, and no more of it than anybody speaks.
 *
 * Returns: (transfer full) (element-type MullReading): a reading for each piece
 */
GArray *
mull_readings_of (const MullReviewPiece *pieces, guint n_pieces, const MullRuleSet *rules)
{
  GArray *readings = g_array_new (FALSE, TRUE, sizeof (MullReading));
  gsize n_bytes = 0;

  g_array_set_clear_func (readings, reading_clear);
  for (guint i = 0; i < n_pieces; i++)
    {
      MullReading reading = { 0 };

      n_bytes += strlen (pieces[i].text);
      if (n_bytes > MULL_READING_MAX_BYTES)
        break;
      read_piece (&reading, &pieces[i], rules);
      g_array_append_val (readings, reading);
    }
  return readings;
}

/**
 * mull_reading_is_for:
 * @rule: a rule
 * @reviewer: what is known beside the script
 *
 * Returns: whether the rule looks at this piece. That something happened for the first time is
 *   doubted only where the record shows otherwise, unless a rule of the rep's own says so
 */
gboolean
mull_reading_is_for (const MullReading *self, const MullRule *rule, const MullReviewer *reviewer)
{
  if (rule->category == MULL_REMARK_UNTRUE_FIRST_TIME && reviewer->n_broken == 0 && !rule->own)
    return FALSE;
  /* A message on a machine has no room to say why. */
  if (rule->category == MULL_REMARK_ABOUT_US && rule->expects &&
      g_str_equal (self->piece->beat, MULL_REVIEW_VOICEMAIL))
    return FALSE;
  return mull_rule_is_for (rule, reviewer->kind, self->piece->beat, self->piece->checks);
}

/**
 * mull_reading_is_quoted:
 * @start: first byte
 * @end: one past the last byte
 *
 * Returns: whether the stretch stands in a quotation: another's words are repeated, not said
 */
gboolean
mull_reading_is_quoted (const MullReading *self, gsize start, gsize end)
{
  for (guint i = 0; i < self->quotations->len; i++)
    {
      const MullSpan *quotation = &g_array_index (self->quotations, MullSpan, i);

      if (quotation->start <= start && end <= quotation->end)
        return TRUE;
    }
  return FALSE;
}
