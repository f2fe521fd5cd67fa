/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-day-review"

#include "config.h"

#include "mull-day-review.h"

#include "mull-cue-review.h"
#include "mull-reading.h"
#include "mull-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_check (const MullReviewPiece *piece)
{
  return (piece->checks & MULL_REMARK_BIT (MULL_REMARK_NO_DATE)) != 0;
}

static gboolean
names_day (const char *text, const MullSpan *span, const MullReviewer *reviewer)
{
  const MullRuleSet *rules = reviewer != NULL ? reviewer->rules : NULL;
  g_autofree char *part = g_strndup (text + span->start, span->end - span->start);
  g_autofree char *asked = rules != NULL ? mull_rule_set_drop_pasts (rules, part) : g_strdup (part);
  MullSpan whole = { 0, strlen (asked) };

  return mull_text_names_day (asked) ||
         (rules != NULL && mull_rule_set_names_day (rules, asked, &whole));
}

static void
add_remark (const MullReviewPiece *piece, const MullSpan *span, GPtrArray *remarks)
{
  g_ptr_array_add (remarks,
                   mull_remark_new_of_bytes (
                       MULL_REMARK_NO_DATE, piece->beat, piece->text, span->start, span->end,
                       _ ("No day is named."),
                       _ ("Name the day: “by Thursday” is easier to answer than “soon”.")));
}

/* Finds what misses a day: the last question, or all of it. In a text without beats the day counts
 * from the sentence before the question on: earlier ones are those of the story. */
static gboolean
lacks_day (const MullReviewPiece *piece,
           const GArray *sentences,
           const GArray *quotations,
           const MullReviewer *reviewer,
           MullSpan *span)
{
  MullSpan place = { 0, strlen (piece->text) };

  *span = place;
  for (guint i = 0; i < sentences->len; i++)
    {
      const MullSpan *sentence = &g_array_index (sentences, MullSpan, i);

      if (!mull_sentence_is_question (piece->text, sentence, quotations))
        continue;
      if (mull_review_is_whole (piece->beat) && place.start == 0)
        place.start = g_array_index (sentences, MullSpan, i > 0 ? i - 1 : i).start;
      *span = *sentence;
    }
  return !names_day (piece->text, &place, reviewer);
}

/* Finds a promise or an ask that is put off to no day: "I'll get back to you soon", or one of
 * several ways out, whatever day the others have. */
static gboolean
is_vague (const MullReviewPiece *piece,
          const MullSpan *sentence,
          const GArray *quotations,
          const MullReviewer *reviewer,
          MullSpan *span)
{
  *span = *sentence;
  if (mull_rule_set_is_vague (reviewer->rules, piece->text, sentence) &&
      !names_day (piece->text, sentence, reviewer))
    return TRUE;
  if (mull_rule_set_find_put_off (reviewer->rules, piece->text, sentence, span) &&
      !names_day (piece->text, span, reviewer))
    return TRUE;
  return mull_cue_review_find (piece, sentence, quotations, reviewer, MULL_REMARK_NO_DATE, span) &&
         !names_day (piece->text, span, reviewer);
}

/**
 * mull_day_review:
 * @piece: a piece of a script
 * @reviewer: (nullable): the rules of the language
 * @max_remarks: how many remarks there may be in all
 * @remarks: (element-type MullRemark): remarks are added here
 *
 * Looks for a day in the beat that asks or promises, or in the question itself wherever it stands;
 * and in every beat for what is put off to no day. Where nothing is asked or promised yet, a day is
 * not what is missing.
 */
void
mull_day_review (const MullReviewPiece *piece,
                 const MullReviewer *reviewer,
                 guint max_remarks,
                 GPtrArray *remarks)
{
  g_autoptr (GArray) sentences = mull_sentences_of (piece->text);
  g_autoptr (GArray) quotations = mull_quotations_of (piece->text);
  MullSpan span;

  if (remarks->len < max_remarks && has_check (piece) && sentences->len > 0 &&
      lacks_day (piece, sentences, quotations, reviewer, &span))
    {
      add_remark (piece, &span, remarks);
      return;
    }
  /* A book is no script. */
  if (reviewer == NULL || reviewer->rules == NULL || strlen (piece->text) > MULL_READING_MAX_BYTES)
    return;
  for (guint i = 0; i < sentences->len && remarks->len < max_remarks; i++)
    {
      const MullSpan *sentence = &g_array_index (sentences, MullSpan, i);

      if (is_vague (piece, sentence, quotations, reviewer, &span))
        add_remark (piece, &span, remarks);
    }
}
