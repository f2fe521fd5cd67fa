/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-word-review"

#include "config.h"

#include "mull-word-review.h"

#include "mull-expression.h"

#include <string.h>

/* Twenty minutes of speech; what comes after it is no script. */
#define WORDS_MAX_BYTES (16 * 1024)
/* Expressions are tried on a sentence at a time, and on no more than this of it: the time they can
 * take grows with the length. */
#define SENTENCE_MAX_BYTES 1000
/* What ends a thought, and how far apart two marks in one thought may be to be one. */
#define THOUGHT_ENDS ";:.!?\n"
#define THOUGHT_GAP_BYTES 40

/* A piece and what is found out about it once. */
typedef struct
{
  const MullReviewPiece *piece;
  GArray *sentences;
  /* Of each of @sentences, whether it says something: it neither asks nor only greets. */
  GArray *statements;
  /* Of @sentences, the one that says something after the greeting. */
  guint first;
  GArray *gaps;
  /* Stretches in which somebody else is quoted. */
  GArray *quotations;
} Reading;

/* A stretch that a rule marks. */
typedef struct
{
  guint piece;
  MullSpan span;
  const MullRule *rule;
  /* Set of remarks that it yields to; of joined marks, those that all of them yield to. */
  guint yields_to;
  /* What to put there; %NULL if that is not known. */
  const char *instead;
} Mark;

/* ── Reading ──────────────────────────────────────────────────────────── */

static void
reading_clear (gpointer data)
{
  Reading *self = data;

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
is_statement (const MullRuleSet *rules, const char *text, const MullSpan *sentence)
{
  if (mull_sentence_is_question (text, sentence))
    return FALSE;
  return rules == NULL || (!mull_rule_set_is_request (rules, text, sentence) &&
                           !mull_rule_set_is_greeting (rules, text, sentence));
}

static void
read_piece (Reading *reading, const MullReviewPiece *piece, const MullReviewer *reviewer)
{
  reading->piece = piece;
  reading->sentences = mull_sentences_of (piece->text);
  reading->gaps = mull_gaps_of (piece->text);
  reading->quotations = mull_quotations_of (piece->text);
  cut_long_sentences (reading->sentences, piece->text);
  reading->statements = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      gboolean states = is_statement (reviewer->rules, piece->text,
                                      &g_array_index (reading->sentences, MullSpan, i));

      g_array_append_val (reading->statements, states);
    }
  while (reviewer->rules != NULL && reading->first + 1 < reading->sentences->len &&
         mull_rule_set_is_greeting (reviewer->rules, piece->text,
                                    &g_array_index (reading->sentences, MullSpan, reading->first)))
    reading->first++;
}

static GArray *
read_pieces (const MullReviewPiece *pieces, guint n_pieces, const MullReviewer *reviewer)
{
  GArray *readings = g_array_new (FALSE, TRUE, sizeof (Reading));
  gsize n_bytes = 0;

  g_array_set_clear_func (readings, reading_clear);
  for (guint i = 0; i < n_pieces; i++)
    {
      Reading reading = { 0 };

      n_bytes += strlen (pieces[i].text);
      if (n_bytes > WORDS_MAX_BYTES)
        break;
      read_piece (&reading, &pieces[i], reviewer);
      g_array_append_val (readings, reading);
    }
  return readings;
}

/* ── Marking ──────────────────────────────────────────────────────────── */

static gboolean
is_excused (const MullRule *rule, const char *sentence, gsize length, const MullSpan *found)
{
  for (guint i = 0; i < rule->exceptions->len; i++)
    {
      MullSpan excuse = { 0, 0 };

      while (mull_expression_find (rule->exceptions->pdata[i], sentence, length, &excuse))
        {
          if (excuse.start < found->end && found->start < excuse.end)
            return TRUE;
          excuse.start = excuse.end;
        }
    }
  return FALSE;
}

/* Another's words are repeated, not said. */
static gboolean
is_quoted (const Reading *reading, gsize start, gsize end)
{
  for (guint i = 0; i < reading->quotations->len; i++)
    {
      const MullSpan *quotation = &g_array_index (reading->quotations, MullSpan, i);

      if (quotation->start <= start && end <= quotation->end)
        return TRUE;
    }
  return FALSE;
}

/* Makes two marks that touch one. Only words to leave out can be left out together. */
static void
join_marks (Mark *mark, const Mark *other)
{
  gboolean same = mark->span.start == other->span.start && mark->span.end == other->span.end;

  if (!same && (g_strcmp0 (mark->instead, "") != 0 || g_strcmp0 (other->instead, "") != 0))
    mark->instead = NULL;
  if (other->span.end - other->span.start > mark->span.end - mark->span.start)
    mark->rule = other->rule;
  mark->yields_to &= other->yields_to;
  mark->span.start = MIN (mark->span.start, other->span.start);
  mark->span.end = MAX (mark->span.end, other->span.end);
}

/* A hedge or an apology is a word and is left out or said otherwise by itself; any other mark is a
 * thought, which goes on within its sentence: "my phone died, and the train was late". */
static gboolean
are_thoughts (const Mark *mark, const Mark *other)
{
  gboolean whole = mark->rule->category == MULL_REMARK_UNTRUE_FIRST_TIME ||
                   (mark->rule->instead == NULL && other->rule->instead == NULL);

  return whole && mark->rule->category != MULL_REMARK_HEDGE && !mark->rule->expects &&
         !other->rule->expects && !mark->rule->own && !other->rule->own;
}

/* Whether nothing stands between two marks that parts them. */
static gboolean
are_joined (const Mark *mark, const Mark *other, const char *text)
{
  gsize from = MIN (other->span.end, mark->span.end);
  gsize to = MAX (other->span.start, mark->span.start);
  gboolean far = to > from + THOUGHT_GAP_BYTES || !are_thoughts (mark, other);
  gboolean touching = TRUE;
  gboolean parted = FALSE;

  for (gsize i = from; i < to; i++)
    {
      touching &= strchr (" ,\n\t", text[i]) != NULL;
      parted |= strchr (THOUGHT_ENDS, text[i]) != NULL;
      if (!touching && (far || parted))
        return FALSE;
    }
  return TRUE;
}

/* Marks of one category that touch are one: "just", "sort of" and "wanted to" in a row. */
static void
add_mark (GArray *marks, const Mark *mark, const char *text)
{
  for (guint i = 0; i < marks->len; i++)
    {
      Mark *other = &g_array_index (marks, Mark, i);

      if (other->piece != mark->piece || other->rule->category != mark->rule->category ||
          !are_joined (mark, other, text))
        continue;
      join_marks (other, mark);
      return;
    }
  g_array_append_val (marks, *mark);
}

static gboolean
looks_at (const MullRule *rule, const Reading *reading, guint sentence)
{
  switch (rule->where)
    {
    case MULL_RULE_FIRST_SENTENCE:
      /* A message begins with who is calling. */
      return sentence == reading->first ||
             (rule->expects && g_str_equal (reading->piece->beat, MULL_REVIEW_VOICEMAIL));
    case MULL_RULE_QUESTION:
      return mull_sentence_is_question (reading->piece->text,
                                        &g_array_index (reading->sentences, MullSpan, sentence));
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
                  const Reading *reading,
                  guint piece,
                  const MullSpan *sentence,
                  GArray *found)
{
  const char *text = reading->piece->text + sentence->start;
  gsize length = sentence->end - sentence->start;
  MullSpan span = { 0, 0 };

  while (mull_expression_find (expression, text, length, &span))
    {
      Mark mark = { .piece = piece,
                    .span = { sentence->start + span.start, sentence->start + span.end },
                    .rule = rule,
                    .yields_to = rule->yields_to,
                    .instead = rule->instead };

      if (!is_quoted (reading, mark.span.start, mark.span.end) &&
          !is_excused (rule, text, length, &span))
        add_mark (found, &mark, reading->piece->text);
      span.start = span.end;
    }
}

static gboolean
is_for (const MullRule *rule, const MullReviewer *reviewer, const Reading *reading)
{
  if (rule->category == MULL_REMARK_UNTRUE_FIRST_TIME && reviewer->n_broken == 0 && !rule->own)
    return FALSE;
  return mull_rule_is_for (rule, reviewer->kind, reading->piece->beat, reading->piece->checks);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *first = a;
  const Mark *second = b;

  if (first->piece != second->piece)
    return first->piece < second->piece ? -1 : 1;
  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

static void
apply_finding (const MullRule *rule,
               const GArray *readings,
               const MullReviewer *reviewer,
               GArray *marks)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Mark));

  for (guint i = 0; i < readings->len; i++)
    {
      const Reading *reading = &g_array_index (readings, Reading, i);

      if (!is_for (rule, reviewer, reading))
        continue;
      for (guint j = 0; j < reading->sentences->len; j++)
        for (guint k = 0; looks_at (rule, reading, j) && k < rule->expressions->len; k++)
          find_in_sentence (rule, rule->expressions->pdata[k], reading, i,
                            &g_array_index (reading->sentences, MullSpan, j), found);
    }
  g_array_sort (found, compare_marks);
  for (guint i = rule->from - 1; i < found->len; i++)
    {
      const Mark *mark = &g_array_index (found, Mark, i);

      add_mark (marks, mark, g_array_index (readings, Reading, mark->piece).piece->text);
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
          if (!is_excused (rule, sentence, length, &span))
            return TRUE;
          span.start = span.end;
        }
    }
  return FALSE;
}

/* A place with a gap says nothing yet; it is marked for the gap. */
static gboolean
has_gap (const Reading *reading, const MullSpan *place)
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
    if (g_array_index (marks, Mark, i).piece == piece)
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
      const Reading *reading = &g_array_index (readings, Reading, i);
      Mark mark = { .piece = i, .rule = rule, .yields_to = rule->yields_to };
      guint n_looked = 0;
      gboolean met = FALSE;

      /* What is marked for its words is not marked again for what it lacks. */
      if (!is_for (rule, reviewer, reading) ||
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
        add_mark (marks, &mark, reading->piece->text);
    }
}

/* ── Yielding ─────────────────────────────────────────────────────────── */

/* Whether most of a mark is marked by another for what it yields to. */
static gboolean
yields (const Mark *mark, const GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *other = &g_array_index (marks, Mark, i);
      gsize from = MAX (mark->span.start, other->span.start);
      gsize to = MIN (mark->span.end, other->span.end);

      if (other->piece == mark->piece &&
          (MULL_REMARK_BIT (other->rule->category) & mark->yields_to) != 0 && from < to &&
          2 * (to - from) >= mark->span.end - mark->span.start)
        return TRUE;
    }
  return FALSE;
}

/* What two rules mark for two reasons is marked for the one that knows better. */
static void
drop_yielding (GArray *marks)
{
  for (guint i = marks->len; i > 0; i--)
    {
      const Mark *mark = &g_array_index (marks, Mark, i - 1);

      if (mark->yields_to != 0 && yields (mark, marks))
        g_array_remove_index (marks, i - 1);
    }
}

/* ── Remarks ──────────────────────────────────────────────────────────── */

static void
add_remark (GPtrArray *remarks, const Mark *mark, const MullReviewPiece *piece)
{
  gsize length = mark->span.end - mark->span.start;
  g_autofree char *words = g_strndup (piece->text + mark->span.start, length);
  guint start = (guint) g_utf8_strlen (piece->text, (gssize) mark->span.start);
  MullRemark *remark = mull_remark_new (mark->rule->category, piece->beat, start,
                                        start + (guint) g_utf8_strlen (words, -1), words,
                                        mark->rule->reason, mark->rule->suggestion);

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
  g_autoptr (GArray) readings = read_pieces (pieces, n_pieces, reviewer);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  if (reviewer->rules != NULL)
    apply_rules (reviewer->rules->rules, FALSE, readings, reviewer, marks);
  drop_yielding (marks);
  apply_rules (reviewer->own_rules, FALSE, readings, reviewer, marks);
  if (reviewer->rules != NULL)
    apply_rules (reviewer->rules->rules, TRUE, readings, reviewer, marks);
  /* A sentence that owns nothing is marked for that and not for what it says instead. */
  drop_yielding (marks);
  for (guint i = 0; i < marks->len && remarks->len < max_remarks; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      add_remark (remarks, mark, &pieces[mark->piece]);
    }
}
