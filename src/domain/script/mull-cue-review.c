/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cue-review"

#include "config.h"

#include "mull-cue-review.h"

#include "mull-cue-rule.h"
#include "mull-cue.h"
#include "mull-reading.h"
#include "mull-review-mark.h"

#include <string.h>

/* What parts a sentence into clauses. */
#define CLAUSE_ENDS ",;:"
/* What ends it is not marked. */
#define SENTENCE_ENDS ".!?"

/* A clause beside one is about the same if at least one part in so many speaks for it. */
#define SAME_SHARE 2

/* So many bytes beside a clause are a name or a greeting; it is the whole sentence. */
#define BESIDE_MAX_BYTES 24

/* The same words are marked for one of these alone. */
#define RIVALS (MULL_REMARK_BIT (MULL_REMARK_EXCUSE) | MULL_REMARK_BIT (MULL_REMARK_BLAME))

/* A sentence of a script. */
typedef struct
{
  guint piece;
  const MullReading *reading;
  MullSpan span;
} Sentence;

/* A remark about a sentence for which there is enough. */
typedef struct
{
  const MullRule *rule;
  /* By how much it is more than enough. */
  int margin;
  MullSpan span;
  /* Whether rules about words mark it there. */
  gboolean marked;
  gboolean dropped;
} Candidate;

static gboolean
is_in (const MullReviewMark *mark, const MullRule *rule, const Sentence *sentence)
{
  return mark->piece == sentence->piece && mark->rule->category == rule->category &&
         mark->span.start < sentence->span.end && sentence->span.start < mark->span.end;
}

/* Finds what the rules about words mark in a sentence for the same, from the first to the last. */
static gboolean
find_marks (const GArray *marks, const MullRule *rule, const Sentence *sentence, MullSpan *span)
{
  gboolean found = FALSE;

  for (guint i = 0; i < marks->len; i++)
    {
      const MullReviewMark *mark = &g_array_index (marks, MullReviewMark, i);

      if (!is_in (mark, rule, sentence))
        continue;
      span->start = found ? MIN (span->start, mark->span.start) : mark->span.start;
      span->end = found ? MAX (span->end, mark->span.end) : mark->span.end;
      found = TRUE;
    }
  return found;
}

static void
drop_marks (GArray *marks, const MullRule *rule, const Sentence *sentence)
{
  for (guint i = marks->len; i > 0; i--)
    {
      const MullReviewMark *mark = &g_array_index (marks, MullReviewMark, i - 1);

      if (is_in (mark, rule, sentence) && !mark->rule->sure)
        g_array_remove_index (marks, i - 1);
    }
}

/* A sign within a number or a time parts nothing: "10:30". */
static gboolean
ends_clause (const char *text, gsize at)
{
  return strchr (CLAUSE_ENDS, text[at]) != NULL &&
         (text[at] == '\0' || text[at + 1] == '\0' || g_ascii_isspace (text[at + 1]));
}

/* The clauses that a stretch of a sentence stands in. */
static MullSpan
clauses_around (const char *text, const MullSpan *sentence, MullSpan span)
{
  while (span.start > sentence->start && !ends_clause (text, span.start - 1))
    span.start--;
  while (span.start < span.end && g_ascii_isspace (text[span.start]))
    span.start++;
  while (span.end < sentence->end && !ends_clause (text, span.end))
    span.end++;
  while (span.end > span.start && strchr (SENTENCE_ENDS, text[span.end - 1]) != NULL)
    span.end--;
  return span;
}

static gboolean
parts_clauses (const char *text, gsize at)
{
  return ends_clause (text, at) || g_ascii_isspace (text[at]);
}

/* The clause before a stretch; empty if there is none. */
static MullSpan
clause_before (const char *text, const MullSpan *sentence, const MullSpan *span)
{
  gsize end = span->start;

  while (end > sentence->start && parts_clauses (text, end - 1))
    end--;
  if (end == sentence->start)
    return (MullSpan){ end, end };
  return clauses_around (text, sentence, (MullSpan){ end, end });
}

/* The clause after a stretch; empty if there is none. */
static MullSpan
clause_after (const char *text, const MullSpan *sentence, const MullSpan *span)
{
  gsize start = span->end;

  while (start < sentence->end && parts_clauses (text, start))
    start++;
  if (start == sentence->end)
    return (MullSpan){ start, start };
  return clauses_around (text, sentence, (MullSpan){ start, start });
}

/* Finds what a remark about a sentence stands on: the clauses in which most speaks for it, and
 * those beside them that speak for it nearly as much. */
static gboolean
find_clauses (const GArray *cues,
              MullRemarkCategory category,
              const char *text,
              const MullSpan *sentence,
              MullSpan *span)
{
  gboolean grown = TRUE;
  int least;

  *span = mull_cues_find (cues, category);
  if (span->end == span->start)
    return FALSE;
  *span = clauses_around (text, sentence, *span);
  least = MAX (mull_cues_sum_in (cues, category, span) / SAME_SHARE, 1);
  while (grown)
    {
      MullSpan before = clause_before (text, sentence, span);
      MullSpan after = clause_after (text, sentence, span);
      gboolean with_before =
          before.end <= span->start && mull_cues_sum_in (cues, category, &before) >= least;
      gboolean with_after =
          after.start >= span->end && mull_cues_sum_in (cues, category, &after) >= least;

      if (with_before)
        span->start = before.start;
      if (with_after)
        span->end = after.end;
      grown = with_before || with_after;
    }
  return TRUE;
}

static GArray *
weighed_cues_of (const MullReviewPiece *piece,
                 const MullSpan *sentence,
                 const GArray *quotations,
                 const MullReviewer *reviewer)
{
  GArray *cues = mull_cues_of (piece->text, sentence, quotations,
                               reviewer->kind != NULL ? reviewer->kind : "", piece->beat);

  if (reviewer->rules->cue_table != NULL)
    mull_cue_table_weigh (reviewer->rules->cue_table, cues);
  return cues;
}

static gboolean
is_excused (const MullRule *rule, const Sentence *sentence)
{
  gsize length = sentence->span.end - sentence->span.start;
  MullSpan whole = { 0, length };

  return mull_rule_is_excused (rule, sentence->reading->piece->text + sentence->span.start, length,
                               &whole);
}

/* Weighs one remark about a sentence, and keeps it if there is enough for it. */
static void
weigh (const MullCueRule *cue_rule,
       const Sentence *sentence,
       const GArray *cues,
       GArray *marks,
       GArray *candidates)
{
  const MullRule *rule = cue_rule->rule;
  Candidate candidate = { .rule = rule };
  MullSpan clauses = { 0, 0 };

  candidate.marked = find_marks (marks, rule, sentence, &candidate.span);
  candidate.margin = mull_cues_sum (cues, rule->category) +
                     (candidate.marked ? cue_rule->of_rule : 0) - cue_rule->least;
  if (candidate.margin < 0)
    drop_marks (marks, rule, sentence);
  else if (!candidate.marked && is_excused (rule, sentence))
    return;
  else if (find_clauses (cues, rule->category, sentence->reading->piece->text, &sentence->span,
                         &clauses) ||
           candidate.marked)
    {
      if (!candidate.marked)
        candidate.span = clauses;
      else if (clauses.end > clauses.start)
        candidate.span = (MullSpan){ MIN (candidate.span.start, clauses.start),
                                     MAX (candidate.span.end, clauses.end) };
      g_array_append_val (candidates, candidate);
    }
}

static int
compare_margins (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  return second->margin - first->margin;
}

/* Whether most of the smaller of two stretches is in the other. */
static gboolean
is_same_stretch (const MullSpan *a, const MullSpan *b)
{
  gsize from = MAX (a->start, b->start);
  gsize to = MIN (a->end, b->end);

  return from < to && 2 * (to - from) > MIN (a->end - a->start, b->end - b->start);
}

/* Whether the same words are marked for what is surer. */
static gboolean
has_surer (const GArray *candidates, guint number)
{
  const Candidate *candidate = &g_array_index (candidates, Candidate, number);

  for (guint i = 0; i < number; i++)
    {
      const Candidate *surer = &g_array_index (candidates, Candidate, i);

      if (!surer->dropped && (RIVALS & MULL_REMARK_BIT (surer->rule->category)) != 0 &&
          is_same_stretch (&surer->span, &candidate->span))
        return TRUE;
    }
  return FALSE;
}

/* A rule finds the words that give it away; what is marked is the clause that they stand in, and
 * the others that speak for the same. Words that can be left out or put otherwise stay alone. */
static void
widen_marks (GArray *marks, const Candidate *candidate, const Sentence *sentence)
{
  const char *text = sentence->reading->piece->text;
  MullReviewMark *first = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      MullReviewMark *mark = &g_array_index (marks, MullReviewMark, i);
      MullSpan clauses;

      if (!is_in (mark, candidate->rule, sentence) || mark->instead != NULL)
        continue;
      clauses = clauses_around (text, &sentence->span, mark->span);
      if (first == NULL)
        {
          first = mark;
          first->span = candidate->span;
        }
      first->span.start = MIN (first->span.start, clauses.start);
      first->span.end = MAX (first->span.end, clauses.end);
      if (mark != first)
        g_array_remove_index (marks, i--);
    }
}

/* What a remark gives way to. A sentence that does nothing but leave out who it was is no excuse:
 * "the question slipped through". */
static guint
yields_to (const Candidate *candidate, const Sentence *sentence)
{
  gsize beside =
      (sentence->span.end - sentence->span.start) - (candidate->span.end - candidate->span.start);

  if (candidate->rule->category != MULL_REMARK_EXCUSE || beside > BESIDE_MAX_BYTES)
    return candidate->rule->yields_to;
  return candidate->rule->yields_to | MULL_REMARK_BIT (MULL_REMARK_NO_OWNERSHIP);
}

static void
review_sentence (const Sentence *sentence, const MullReviewer *reviewer, GArray *marks)
{
  const MullReading *reading = sentence->reading;
  const GPtrArray *cue_rules = reviewer->rules->cue_rules;
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) cues =
      weighed_cues_of (reading->piece, &sentence->span, reading->quotations, reviewer);

  for (guint i = 0; i < cue_rules->len; i++)
    {
      const MullCueRule *cue_rule = cue_rules->pdata[i];

      /* A day is looked for by itself: it may be named beside what is put off. */
      if (cue_rule->rule->category != MULL_REMARK_NO_DATE &&
          mull_reading_is_for (reading, cue_rule->rule, reviewer))
        weigh (cue_rule, sentence, cues, marks, candidates);
    }
  g_array_sort (candidates, compare_margins);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      MullReviewMark mark = { sentence->piece, candidate->span, candidate->rule,
                              yields_to (candidate, sentence), NULL };

      candidate->dropped =
          (RIVALS & MULL_REMARK_BIT (candidate->rule->category)) != 0 && has_surer (candidates, i);
      if (candidate->dropped)
        drop_marks (marks, candidate->rule, sentence);
      else if (!candidate->marked)
        mull_review_marks_add (marks, &mark, reading->piece->text);
      else if (candidate->rule->category != MULL_REMARK_HEDGE)
        widen_marks (marks, candidate, sentence);
    }
}

/**
 * mull_cue_review:
 * @readings: (element-type MullReading): a script
 * @reviewer: the rules
 * @marks: (element-type MullReviewMark): what the rules about words mark
 *
 * Weighs the learned cues of each sentence. Where enough speaks for a remark, the sentence is
 * marked for it; where too little does, what the rules about words mark for it is taken back. Marks
 * take whole clauses, but for words that can be left out; words that are marked for two reasons
 * that are much alike are marked for the surer one.
 */
void
mull_cue_review (const GArray *readings, const MullReviewer *reviewer, GArray *marks)
{
  for (guint i = 0; i < readings->len; i++)
    {
      const MullReading *reading = &g_array_index (readings, MullReading, i);

      for (guint j = 0; j < reading->sentences->len && reviewer->rules->cue_rules->len > 0; j++)
        {
          Sentence sentence = { i, reading, g_array_index (reading->sentences, MullSpan, j) };

          review_sentence (&sentence, reviewer, marks);
        }
    }
}

static const MullCueRule *
find_rule (const MullReviewer *reviewer, MullRemarkCategory category)
{
  for (guint i = 0; i < reviewer->rules->cue_rules->len; i++)
    {
      const MullCueRule *cue_rule = reviewer->rules->cue_rules->pdata[i];

      if (cue_rule->rule->category == category)
        return cue_rule;
    }
  return NULL;
}

/**
 * mull_cue_review_find:
 * @piece: a piece of a script
 * @sentence: one of its sentences
 * @quotations: (element-type MullSpan): stretches of it in which somebody else is quoted
 * @reviewer: the rules
 * @category: a remark that follows from more than words
 * @span: (out): which clauses of the sentence it is about
 *
 * Returns: whether enough of what was learned speaks for the remark
 */
gboolean
mull_cue_review_find (const MullReviewPiece *piece,
                      const MullSpan *sentence,
                      const GArray *quotations,
                      const MullReviewer *reviewer,
                      MullRemarkCategory category,
                      MullSpan *span)
{
  const MullCueRule *cue_rule = find_rule (reviewer, category);
  g_autoptr (GArray) cues = NULL;

  if (cue_rule == NULL ||
      !mull_rule_is_for (cue_rule->rule, reviewer->kind, piece->beat, MULL_REMARKS_ALL))
    return FALSE;
  cues = weighed_cues_of (piece, sentence, quotations, reviewer);
  return mull_cues_sum (cues, category) >= cue_rule->least &&
         find_clauses (cues, category, piece->text, sentence, span);
}
