/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-word-review"

#include "config.h"

#include "mull-word-review.h"

#include "mull-cue-review.h"
#include "mull-expression.h"
#include "mull-reading.h"
#include "mull-review-mark.h"

#include <string.h>

/* ── Marking ──────────────────────────────────────────────────────────── */

static gboolean
looks_at (const MullRule *rule, const MullReading *reading, guint sentence)
{
  switch (rule->where)
    {
    case MULL_RULE_FIRST_SENTENCE:
      /* A message begins with who is calling. */
      return sentence == reading->first ||
             (rule->expects && g_str_equal (reading->piece->beat, MULL_REVIEW_VOICEMAIL));
    case MULL_RULE_QUESTION:
      return mull_sentence_is_question (reading->piece->text,
                                        &g_array_index (reading->sentences, MullSpan, sentence),
                                        reading->quotations);
    case MULL_RULE_STATEMENT:
      return g_array_index (reading->statements, gboolean, sentence);
    case MULL_RULE_ANYWHERE:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

/* Finds what one expression of a rule finds in a sentence. */
static void
find_in_sentence (const MullRule *rule,
                  GRegex *expression,
                  const MullReading *reading,
                  guint piece,
                  const MullSpan *sentence,
                  GArray *found)
{
  const char *text = reading->piece->text + sentence->start;
  gsize length = sentence->end - sentence->start;
  MullSpan span = { 0, 0 };

  while (mull_expression_find (expression, text, length, &span))
    {
      MullReviewMark mark = { .piece = piece,
                              .span = { sentence->start + span.start, sentence->start + span.end },
                              .rule = rule,
                              .yields_to = rule->yields_to,
                              .instead = rule->instead };

      if (!mull_reading_is_quoted (reading, mark.span.start, mark.span.end) &&
          !mull_rule_is_excused (rule, text, length, &span))
        mull_review_marks_add (found, &mark, reading->piece->text);
      span.start = span.end;
    }
}

static void
apply_finding (const MullRule *rule,
               const GArray *readings,
               const MullReviewer *reviewer,
               GArray *marks)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MullReviewMark));

  for (guint i = 0; i < readings->len; i++)
    {
      const MullReading *reading = &g_array_index (readings, MullReading, i);

      if (!mull_reading_is_for (reading, rule, reviewer))
        continue;
      for (guint j = 0; j < reading->sentences->len; j++)
        for (guint k = 0; looks_at (rule, reading, j) && k < rule->expressions->len; k++)
          find_in_sentence (rule, rule->expressions->pdata[k], reading, i,
                            &g_array_index (reading->sentences, MullSpan, j), found);
    }
  mull_review_marks_sort (found);
  for (guint i = rule->from - 1; i < found->len; i++)
    {
      const MullReviewMark *mark = &g_array_index (found, MullReviewMark, i);

      mull_review_marks_add (marks, mark,
                             g_array_index (readings, MullReading, mark->piece).piece->text);
    }
}

/* ── Expecting ────────────────────────────────────────────────────────── */

static gboolean
is_met (const MullRule *rule, const char *sentence, gsize length)
{
  for (guint i = 0; i < rule->expressions->len; i++)
    {
      MullSpan span = { 0, 0 };

      while (mull_expression_find (rule->expressions->pdata[i], sentence, length, &span))
        {
          if (!mull_rule_is_excused (rule, sentence, length, &span))
            return TRUE;
          span.start = span.end;
        }
    }
  return FALSE;
}

/* A place with a gap says nothing yet; it is marked for the gap. */
static gboolean
has_gap (const MullReading *reading, const MullSpan *place)
{
  for (guint i = 0; i < reading->gaps->len; i++)
    {
      gsize at = g_array_index (reading->gaps, MullSpan, i).start;

      if (at >= place->start && at < place->end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_mark (const GArray *marks, guint piece)
{
  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, MullReviewMark, i).piece == piece)
      return TRUE;
  return FALSE;
}

static void
apply_expecting (const MullRule *rule,
                 const GArray *readings,
                 const MullReviewer *reviewer,
                 GArray *marks)
{
  for (guint i = 0; i < readings->len; i++)
    {
      const MullReading *reading = &g_array_index (readings, MullReading, i);
      MullReviewMark mark = { .piece = i, .rule = rule, .yields_to = rule->yields_to };
      guint n_looked = 0;
      gboolean met = FALSE;

      /* What is marked for its words is not marked again for what it lacks. */
      if (!mull_reading_is_for (reading, rule, reviewer) ||
          (rule->where == MULL_RULE_ANYWHERE && has_mark (marks, i)))
        continue;
      for (guint j = 0; j < reading->sentences->len && !met; j++)
        {
          const MullSpan *sentence = &g_array_index (reading->sentences, MullSpan, j);

          if (!looks_at (rule, reading, j))
            continue;
          if (n_looked++ == 0)
            mark.span.start = sentence->start;
          mark.span.end = sentence->end;
          met = is_met (rule, reading->piece->text + sentence->start,
                        sentence->end - sentence->start);
        }
      if (n_looked > 0 && !met && !has_gap (reading, &mark.span))
        mull_review_marks_add (marks, &mark, reading->piece->text);
    }
}

/* ── Remarks ──────────────────────────────────────────────────────────── */

static void
add_remark (GPtrArray *remarks, const MullReviewMark *mark, const MullReviewPiece *piece)
{
  MullRemark *remark =
      mull_remark_new_of_bytes (mark->rule->category, piece->beat, piece->text, mark->span.start,
                                mark->span.end, mark->rule->reason, mark->rule->suggestion);

  remark->of_words = !mark->rule->expects;
  remark->instead = g_strdup (mark->instead);
  g_ptr_array_add (remarks, remark);
}

static void
apply_rules (const GPtrArray *rules,
             gboolean expecting,
             const GArray *readings,
             const MullReviewer *reviewer,
             GArray *marks)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const MullRule *rule = rules->pdata[i];

      if (rule->expects && expecting)
        apply_expecting (rule, readings, reviewer, marks);
      else if (!rule->expects && !expecting)
        apply_finding (rule, readings, reviewer, marks);
    }
}

/**
 * mull_word_review:
 * @pieces: (array length=n_pieces): the script in the order it is spoken
 * @n_pieces: how many
 * @reviewer: the rules, and what is known beside the script
 * @max_remarks: how many remarks there may be in all
 * @remarks: (element-type MullRemark): remarks are added here
 *
 * Looks at the words of a script by the rules of its language and the rep's own.
 */
void
mull_word_review (const MullReviewPiece *pieces,
                  guint n_pieces,
                  const MullReviewer *reviewer,
                  guint max_remarks,
                  GPtrArray *remarks)
{
  g_autoptr (GArray) readings = mull_readings_of (pieces, n_pieces, reviewer->rules);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (MullReviewMark));

  if (reviewer->rules != NULL)
    {
      apply_rules (reviewer->rules->rules, FALSE, readings, reviewer, marks);
      mull_cue_review (readings, reviewer, marks);
    }
  apply_rules (reviewer->own_rules, FALSE, readings, reviewer, marks);
  if (reviewer->rules != NULL)
    apply_rules (reviewer->rules->rules, TRUE, readings, reviewer, marks);
  /* A sentence that owns nothing is marked for that and not for what it says instead. */
  mull_review_marks_drop_yielding (marks);
  for (guint i = 0; i < marks->len && remarks->len < max_remarks; i++)
    {
      const MullReviewMark *mark = &g_array_index (marks, MullReviewMark, i);

      add_remark (remarks, mark, &pieces[mark->piece]);
    }
}
