/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-cue-review.h"

#include "mull-cue-rule.h"
#include "mull-cue-table.h"
#include "mull-day-review.h"
#include "mull-record.h"
#include "rule-fixture.h"

#include <string.h>

/* Sets what is known of cues: the categories, then the cues with a weight for each. */
static void
learn (MullRuleSet *set, const char *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (table, strlen (table));

  g_clear_pointer (&set->cue_table, mull_cue_table_free);
  set->cue_table = mull_cue_table_new (bytes, &error);
  g_assert_no_error (error);
}

/* Rules that have learned one thing: "traffic" is an excuse unless it is "yours". */
static MullRuleSet *
learned_set (MullRemarkCategory category)
{
  MullRuleSet *set = mull_rule_set_new ("en");
  MullRule *rule = mull_rule_new (category);
  g_autofree char *table =
      g_strdup_printf ("\t%s\n\t-100\nlorries\t40\ntraffic\t150\nyours\t-250\n",
                       mull_enum_nick (MULL_TYPE_REMARK_CATEGORY, (int) category));

  rule->kinds = g_strsplit ("do-over", " ", -1);
  g_ptr_array_add (set->cue_rules, mull_cue_rule_new (rule, 100, 50));
  learn (set, table);
  return set;
}

static void
assert_marked (MullRuleSet *set, const char *text, const char *expected)
{
  g_autofree char *words = fixture_dup_marked (set, "do-over", text);

  g_assert_cmpstr (words, ==, expected);
}

/* The category of the first mark. */
static int
category_of (MullRuleSet *set, const char *text)
{
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", set);
  MullReviewPiece piece = { "name-it", text, MULL_REMARKS_ALL, 0 };
  g_autoptr (GPtrArray) remarks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_remark_free);

  mull_word_review (&piece, 1, reviewer, 100, remarks);
  g_assert_cmpuint (remarks->len, ==, 1);
  return ((MullRemark *) remarks->pdata[0])->category;
}

/* 150 - 100 is just enough; the mark is on the clauses that speak for it. */
static void
test_enough (void)
{
  g_autoptr (MullRuleSet) set = learned_set (MULL_REMARK_EXCUSE);

  assert_marked (set, "Ann, the traffic was bad, so I forgot.", "the traffic was bad");
  assert_marked (set, "Ann, the traffic was bad, and the lorries.",
                 "the traffic was bad, and the lorries");
  /* What parts figures parts no clauses. */
  assert_marked (set, "Ann, at 10:30 the traffic, all 1,200 of it, stood.", "at 10:30 the traffic");
  assert_marked (set, "The lorries were late.", "");
  assert_marked (set, "Nothing was. The traffic was.", "The traffic was");
  learn (set, "\texcuse\n\t-100\ntraffic\t149\n");
  assert_marked (set, "The traffic was bad.", "");
}

/* A rule finds the words that give it away; cues say whether, and how far it goes. */
static void
test_with_rule (void)
{
  g_autoptr (MullRuleSet) set = learned_set (MULL_REMARK_EXCUSE);

  fixture_add_rule (set, MULL_REMARK_EXCUSE, "was bad|was yours");
  assert_marked (set, "Ann, the traffic was bad.", "the traffic was bad");
  assert_marked (set, "Ann, it was bad, the traffic.", "it was bad, the traffic");
  assert_marked (set, "The traffic was yours.", "");
  /* -100 + 100 of the rule is not enough by itself. */
  assert_marked (set, "The line was bad.", "");
  learn (set, "\texcuse\n\t-100\nline\t50\nyours\t-250\n");
  assert_marked (set, "The line was bad.", "The line was bad");
  /* A sure one is not taken back. */
  ((MullRule *) set->rules->pdata[0])->sure = TRUE;
  assert_marked (set, "The traffic was yours.", "was yours");
}

/* The same words are an excuse or blame, and here they are blame rather; other words are marked for
 * what they are, and a hedge is a hedge beside anything. */
static void
test_rivals (void)
{
  g_autoptr (MullRuleSet) set = learned_set (MULL_REMARK_EXCUSE);
  MullRule *blame = mull_rule_new (MULL_REMARK_BLAME);
  MullRule *hedge = mull_rule_new (MULL_REMARK_HEDGE);

  g_ptr_array_add (set->cue_rules, mull_cue_rule_new (blame, 100, 50));
  g_ptr_array_add (set->cue_rules, mull_cue_rule_new (hedge, 100, 50));
  learn (set, "\texcuse\tblame\n\t-100\t0\ntraffic\t150\t60\n");
  assert_marked (set, "Tom, the traffic was bad.", "the traffic was bad");
  g_assert_cmpint (category_of (set, "The traffic was bad."), ==, MULL_REMARK_BLAME);
  learn (set, "\texcuse\tblame\n\t-100\t0\ntom\t0\t60\ntraffic\t150\t0\n");
  assert_marked (set, "Tom was, the traffic.", "Tom was|the traffic");
  learn (set, "\texcuse\thedge\n\t-100\t0\ntraffic\t150\t60\n");
  assert_marked (set, "The traffic.", "The traffic|The traffic");
}

/* Rules of what was not learned stay as they are, and so do other kinds of script. */
static void
test_others (void)
{
  g_autoptr (MullRuleSet) set = learned_set (MULL_REMARK_EXCUSE);
  g_autofree char *words = NULL;

  fixture_add_rule (set, MULL_REMARK_HEDGE, "perhaps");
  fixture_add_rule (set, MULL_REMARK_EXCUSE, "late");
  assert_marked (set, "Perhaps.", "Perhaps");
  words = fixture_dup_marked (set, "roadblock", "It was late, the traffic, you know.");
  g_assert_cmpstr (words, ==, "late");
}

/* What is learned has exceptions; what a rule about words marks has those of the rule. */
static void
test_exceptions (void)
{
  g_autoptr (MullRuleSet) set = learned_set (MULL_REMARK_EXCUSE);
  MullCueRule *cue_rule = set->cue_rules->pdata[0];

  g_ptr_array_add (cue_rule->rule->exceptions, mull_expression_compile ("^.*that was mine", NULL));
  assert_marked (set, "The traffic was bad, and late.", "The traffic was bad");
  assert_marked (set, "The traffic was bad, and that was mine.", "");
  fixture_add_rule (set, MULL_REMARK_EXCUSE, "bad");
  assert_marked (set, "The traffic was bad, and that was mine.", "The traffic was bad");
}

/* A first sentence that only leaves out who it was owns nothing, and is no excuse as well; one that
 * gives a cause is both. */
static void
test_owns_nothing (void)
{
  g_autoptr (MullRuleSet) set = learned_set (MULL_REMARK_EXCUSE);
  MullRule *rule = fixture_add_rule (set, MULL_REMARK_NO_OWNERSHIP, "I");

  rule->expects = TRUE;
  rule->where = MULL_RULE_FIRST_SENTENCE;
  assert_marked (set, "The traffic got lost, Ann.", "The traffic got lost, Ann.");
  assert_marked (set, "The list of Monday is not with you as it was to be, it was the traffic.",
                 "it was the traffic|The list of Monday is not with you as it was to be, it was "
                 "the traffic.");
}

/* Words that can be left out are marked alone. */
static void
test_left_out (void)
{
  g_autoptr (MullRuleSet) set = learned_set (MULL_REMARK_EXCUSE);

  fixture_add_rule (set, MULL_REMARK_EXCUSE, "sadly");
  ((MullRule *) set->rules->pdata[0])->instead = g_strdup ("");
  assert_marked (set, "Sadly the traffic was bad.", "Sadly");
}

static void
test_own_rule (void)
{
  g_autoptr (MullRuleSet) set = learned_set (MULL_REMARK_EXCUSE);
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", set);
  MullReviewPiece piece = { "name-it", "This is yours.", MULL_REMARKS_ALL, 0 };
  g_autoptr (GPtrArray) remarks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_remark_free);

  mull_reviewer_take_own_rule (reviewer,
                               mull_rule_new_own (MULL_REMARK_EXCUSE, "yours", "", "", NULL));
  mull_word_review (&piece, 1, reviewer, 100, remarks);
  g_assert_cmpuint (remarks->len, ==, 1);
}

/* That it never happened before is doubted only where the record says otherwise. */
static void
test_record (void)
{
  g_autoptr (MullRuleSet) set = learned_set (MULL_REMARK_UNTRUE_FIRST_TIME);
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", set);
  MullReviewPiece piece = { "name-it", "The traffic.", MULL_REMARKS_ALL, 0 };
  g_autoptr (GPtrArray) remarks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_remark_free);

  mull_word_review (&piece, 1, reviewer, 100, remarks);
  g_assert_cmpuint (remarks->len, ==, 0);
  reviewer->n_broken = 1;
  mull_word_review (&piece, 1, reviewer, 100, remarks);
  g_assert_cmpuint (remarks->len, ==, 1);
}

/* What is put off is marked in every beat, unless its clause names a day. */
static void
assert_put_off (MullRuleSet *set, guint checks, const char *text, const char *expected)
{
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", set);
  MullReviewPiece piece = { "name-it", text, checks, 0 };
  g_autoptr (GPtrArray) remarks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_remark_free);

  mull_day_review (&piece, reviewer, 100, remarks);
  if (expected == NULL)
    {
      g_assert_cmpuint (remarks->len, ==, 0);
      return;
    }
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_cmpstr (((MullRemark *) remarks->pdata[0])->words, ==, expected);
}

/* The whole review says it once, and not where a day is named. */
static void
assert_put_off_once (MullRuleSet *set)
{
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", set);
  MullReviewPiece pieces[] = {
    { "ask", "The list on Friday, or the traffic.", MULL_REMARK_BIT (MULL_REMARK_NO_DATE), 0 },
    { "name-it", "The traffic on Friday.", MULL_REMARK_BIT (MULL_REMARK_NO_DATE), 0 }
  };
  g_autoptr (GPtrArray) remarks =
      mull_review_script (pieces, G_N_ELEMENTS (pieces), mull_thresholds_get_default (), reviewer);

  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_cmpstr (((MullRemark *) remarks->pdata[0])->words, ==, "or the traffic");
}

static void
test_put_off (void)
{
  const guint asks = MULL_REMARK_BIT (MULL_REMARK_NO_DATE);
  g_autoptr (MullRuleSet) set = learned_set (MULL_REMARK_NO_DATE);

  assert_put_off (set, 0, "I ring you about the traffic.", "I ring you about the traffic");
  assert_put_off (set, 0, "I ring you about the traffic on Friday.", NULL);
  assert_put_off (set, 0, "I ring you, some day.", NULL);
  /* One of two promises has its day. */
  assert_put_off (set, asks, "The list on Friday, or the traffic.", "or the traffic");
  assert_put_off (set, asks, "The list on Friday.", NULL);
  assert_put_off_once (set);
  /* Without any day there is one remark, on all of it. */
  assert_put_off (set, asks, "The list, or the traffic.", "The list, or the traffic.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cue-review/enough", test_enough);
  g_test_add_func ("/cue-review/with-rule", test_with_rule);
  g_test_add_func ("/cue-review/rivals", test_rivals);
  g_test_add_func ("/cue-review/others", test_others);
  g_test_add_func ("/cue-review/exceptions", test_exceptions);
  g_test_add_func ("/cue-review/owns-nothing", test_owns_nothing);
  g_test_add_func ("/cue-review/left-out", test_left_out);
  g_test_add_func ("/cue-review/own-rule", test_own_rule);
  g_test_add_func ("/cue-review/record", test_record);
  g_test_add_func ("/cue-review/put-off", test_put_off);
  return g_test_run ();
}
