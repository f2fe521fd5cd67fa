/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-review-mark.h"

#include <string.h>

#define BIT(name) MULL_REMARK_BIT (MULL_REMARK_##name)

static const char text[] = "My phone died, and the train was late. Sorry, sorry.";

static MullRule *
rule_for (MullRemarkCategory category, guint yields_to)
{
  MullRule *rule = mull_rule_new (category);

  rule->yields_to = yields_to;
  return rule;
}

static void
mark (GArray *marks, const MullRule *rule, const char *words)
{
  const char *at = strstr (text, words);
  gsize start = (gsize) (at - text);
  MullReviewMark mark = { .span = { start, start + strlen (words) },
                          .rule = rule,
                          .yields_to = rule->yields_to };

  g_assert_nonnull (at);
  mull_review_marks_add (marks, &mark, text);
}

static void
assert_words (const GArray *marks, guint number, const char *expected)
{
  const MullSpan *span = &g_array_index (marks, MullReviewMark, number).span;
  g_autofree char *words = g_strndup (text + span->start, span->end - span->start);

  g_assert_cmpstr (words, ==, expected);
}

/* Two stretches of one thought are one; what a full stop parts is not, nor is another category. */
static void
test_joins (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (MullReviewMark));
  g_autoptr (MullRule) excuse = rule_for (MULL_REMARK_EXCUSE, 0);
  g_autoptr (MullRule) blame = rule_for (MULL_REMARK_BLAME, 0);

  mark (marks, excuse, "phone died");
  mark (marks, excuse, "train was late");
  mark (marks, excuse, "Sorry");
  mark (marks, blame, "train");
  g_assert_cmpuint (marks->len, ==, 3);
  assert_words (marks, 0, "phone died, and the train was late");
  assert_words (marks, 1, "Sorry");
}

/* What nothing takes back stays so beside more words. */
static void
test_sure (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (MullReviewMark));
  g_autoptr (MullRule) sure = rule_for (MULL_REMARK_EXCUSE, 0);
  g_autoptr (MullRule) other = rule_for (MULL_REMARK_EXCUSE, 0);

  sure->sure = TRUE;
  mark (marks, sure, "phone");
  mark (marks, other, "the train was late");
  mark (marks, sure, "My");
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_true (g_array_index (marks, MullReviewMark, 0).rule == sure);
}

/* A hedge is a word: only words that touch are one. */
static void
test_words (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (MullReviewMark));
  g_autoptr (MullRule) hedge = rule_for (MULL_REMARK_HEDGE, 0);

  mark (marks, hedge, "phone");
  mark (marks, hedge, "train");
  mark (marks, hedge, "was");
  g_assert_cmpuint (marks->len, ==, 2);
  assert_words (marks, 1, "train was");
}

static void
test_sorts (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (MullReviewMark));
  g_autoptr (MullRule) hedge = rule_for (MULL_REMARK_HEDGE, 0);

  mark (marks, hedge, "late");
  mark (marks, hedge, "My");
  mull_review_marks_sort (marks);
  assert_words (marks, 0, "My");
  assert_words (marks, 1, "late");
}

/* What yields goes if most of it is marked for what it yields to. */
static void
test_yields (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (MullReviewMark));
  g_autoptr (MullRule) excuse = rule_for (MULL_REMARK_EXCUSE, BIT (BLAME));
  g_autoptr (MullRule) blame = rule_for (MULL_REMARK_BLAME, BIT (PITCH));

  mark (marks, excuse, "the train was late");
  mark (marks, excuse, "Sorry");
  mark (marks, blame, "train was late");
  mull_review_marks_drop_yielding (marks);
  g_assert_cmpuint (marks->len, ==, 2);
  assert_words (marks, 0, "Sorry");
  assert_words (marks, 1, "train was late");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-mark/joins", test_joins);
  g_test_add_func ("/review-mark/sure", test_sure);
  g_test_add_func ("/review-mark/words", test_words);
  g_test_add_func ("/review-mark/sorts", test_sorts);
  g_test_add_func ("/review-mark/yields", test_yields);
  return g_test_run ();
}
