/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-review-mark"

#include "config.h"

#include "mull-review-mark.h"

#include <string.h>

/* What ends a thought, and how far apart two marks in one thought may be to be one. */
#define THOUGHT_ENDS ";:.!?\n"
#define THOUGHT_GAP_BYTES 40

/* Makes two marks that touch one. Only words to leave out can be left out together. */
static void
join_marks (MullReviewMark *mark, const MullReviewMark *other)
{
  gboolean same = mark->span.start == other->span.start && mark->span.end == other->span.end;

  if (!same && (g_strcmp0 (mark->instead, "") != 0 || g_strcmp0 (other->instead, "") != 0))
    mark->instead = NULL;
  if (!mark->rule->sure && (other->rule->sure || other->span.end - other->span.start >
                                                     mark->span.end - mark->span.start))
    mark->rule = other->rule;
  mark->yields_to &= other->yields_to;
  mark->span.start = MIN (mark->span.start, other->span.start);
  mark->span.end = MAX (mark->span.end, other->span.end);
}

/* A hedge or an apology is a word and is left out or said otherwise by itself; any other mark is a
 * thought, which goes on within its sentence: "my phone died, and the train was late". */
static gboolean
are_thoughts (const MullReviewMark *mark, const MullReviewMark *other)
{
  gboolean whole = mark->rule->category == MULL_REMARK_UNTRUE_FIRST_TIME ||
                   mark->rule->category == MULL_REMARK_OVER_APOLOGY ||
                   (mark->rule->instead == NULL && other->rule->instead == NULL);

  return whole && mark->rule->category != MULL_REMARK_HEDGE && !mark->rule->expects &&
         !other->rule->expects && !mark->rule->own && !other->rule->own;
}

/* Whether nothing stands between two marks that parts them. */
static gboolean
are_joined (const MullReviewMark *mark, const MullReviewMark *other, const char *text)
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

/**
 * mull_review_marks_add:
 * @marks: (element-type MullReviewMark): the marks of a script
 * @mark: one more
 * @text: the piece that it stands in
 *
 * Adds a mark. Marks of one category that touch are one: "just", "sort of" and "wanted to" in a
 * row.
 */
void
mull_review_marks_add (GArray *marks, const MullReviewMark *mark, const char *text)
{
  for (guint i = 0; i < marks->len; i++)
    {
      MullReviewMark *other = &g_array_index (marks, MullReviewMark, i);

      if (other->piece != mark->piece || other->rule->category != mark->rule->category ||
          !are_joined (mark, other, text))
        continue;
      join_marks (other, mark);
      return;
    }
  g_array_append_val (marks, *mark);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const MullReviewMark *first = a;
  const MullReviewMark *second = b;

  if (first->piece != second->piece)
    return first->piece < second->piece ? -1 : 1;
  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

/**
 * mull_review_marks_sort:
 * @marks: (element-type MullReviewMark): marks
 *
 * Puts them in the order of the script.
 */
void
mull_review_marks_sort (GArray *marks)
{
  g_array_sort (marks, compare_marks);
}

/* Whether most of a mark is marked by another for what it yields to. */
static gboolean
yields (const MullReviewMark *mark, const GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const MullReviewMark *other = &g_array_index (marks, MullReviewMark, i);
      gsize from = MAX (mark->span.start, other->span.start);
      gsize to = MIN (mark->span.end, other->span.end);

      if (other->piece == mark->piece &&
          (MULL_REMARK_BIT (other->rule->category) & mark->yields_to) != 0 && from < to &&
          2 * (to - from) >= mark->span.end - mark->span.start)
        return TRUE;
    }
  return FALSE;
}

/**
 * mull_review_marks_drop_yielding:
 * @marks: (element-type MullReviewMark): the marks of a script
 *
 * What two rules mark for two reasons is marked for the one that knows better.
 */
void
mull_review_marks_drop_yielding (GArray *marks)
{
  for (guint i = marks->len; i > 0; i--)
    {
      const MullReviewMark *mark = &g_array_index (marks, MullReviewMark, i - 1);

      if (mark->yields_to != 0 && yields (mark, marks))
        g_array_remove_index (marks, i - 1);
    }
}
