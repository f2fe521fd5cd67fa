/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-word-review.h"

#include "mull-rule.h"
#include "rule-fixture.h"

#include <string.h>

#define BIT(name) MULL_REMARK_BIT (MULL_REMARK_##name)

static void
add_exception (MullRule *rule, const char *expression)
{
  g_ptr_array_add (rule->exceptions, mull_expression_compile (expression, NULL));
}

static GPtrArray *
review_pieces (const MullReviewer *reviewer, const MullReviewPiece *pieces, guint n)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_remark_free);

  mull_word_review (pieces, n, reviewer, 100, remarks);
  return remarks;
}

static void
assert_marked (MullRuleSet *set, const char *text, const char *expected)
{
  g_autofree char *words = fixture_dup_marked (set, "do-over", text);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_spans (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  MullRule *rule = fixture_add_rule (set, MULL_REMARK_HEDGE, "perhaps");
  g_autoptr (MullReviewer) reviewer = NULL;
  MullReviewPiece pieces[] = { { "own-it", "Größe, perhaps. Perhaps!", BIT (HEDGE), 0 },
                               { "ask", "Perhaps?", BIT (BLAME), 0 } };
  g_autoptr (GPtrArray) remarks = NULL;
  const MullRemark *remark;

  rule->instead = g_strdup ("");
  reviewer = mull_reviewer_new ("do-over", set);
  remarks = review_pieces (reviewer, pieces, 2);
  /* The ask does not check for it. */
  g_assert_cmpuint (remarks->len, ==, 2);
  remark = remarks->pdata[0];
  g_assert_cmpstr (remark->beat, ==, "own-it");
  g_assert_cmpuint (remark->start, ==, 7);
  g_assert_cmpuint (remark->end, ==, 14);
  g_assert_cmpstr (remark->words, ==, "perhaps");
  g_assert_cmpstr (remark->instead, ==, "");
  g_assert_true (remark->of_words);
  remark = remarks->pdata[1];
  g_assert_cmpuint (remark->start, ==, 16);
  g_assert_cmpstr (remark->words, ==, "Perhaps");
}

static void
test_exceptions (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  MullRule *rule = fixture_add_rule (set, MULL_REMARK_HEDGE, "kind of");

  add_exception (rule, "what kind of");
  assert_marked (set, "It is kind of late.", "kind of");
  assert_marked (set, "What kind of pump is it?", "");
  /* Of another place in the same sentence, it excuses nothing. */
  assert_marked (set, "What kind of pump is kind of late?", "kind of");
}

/* What the customer said is repeated, not said. */
static void
test_quoted (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");

  fixture_add_rule (set, MULL_REMARK_HEDGE, "maybe");
  fixture_add_rule (set, MULL_REMARK_PITCH, "our \\W?premium\\W? plan");
  assert_marked (set, "You wrote: “Maybe we wait a year.” Maybe.", "Maybe");
  assert_marked (set, "“Maybe we wait a year.”", "Maybe");
  assert_marked (set, "Take our “premium” plan.", "our “premium” plan");
}

static void
test_joined (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");

  fixture_add_rule (set, MULL_REMARK_HEDGE, "just")->instead = g_strdup ("");
  fixture_add_rule (set, MULL_REMARK_HEDGE, "sort of")->instead = g_strdup ("");
  fixture_add_rule (set, MULL_REMARK_HEDGE, "wanted to");
  fixture_add_rule (set, MULL_REMARK_BLAME, "wanted");
  assert_marked (set, "I just, sort of asked.", "just, sort of");
  /* Another category has a mark of its own. */
  assert_marked (set, "I just sort of wanted to ask.", "just sort of wanted to|wanted");
  assert_marked (set, "I just said it. Sort of.", "just|Sort of");
}

/* What is to be said otherwise is one thought within its sentence, unless it is far apart. */
static void
test_one_thought (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");

  fixture_add_rule (set, MULL_REMARK_EXCUSE, "phone died");
  fixture_add_rule (set, MULL_REMARK_EXCUSE, "late");
  assert_marked (set, "My phone died and the train was late.", "phone died and the train was late");
  assert_marked (set, "My phone died, and the train was late.",
                 "phone died, and the train was late");
  assert_marked (set, "My phone died; the train was late.", "phone died|late");
  assert_marked (set, "My phone died on the way from the station to your office so late.",
                 "phone died|late");
}

/* What two rules mark is marked by the one that does not yield. */
static void
test_yields (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");

  fixture_add_rule (set, MULL_REMARK_EXCUSE, "the mill \\w+")->yields_to =
      BIT (BLAME) | BIT (PRESSURE);
  fixture_add_rule (set, MULL_REMARK_BLAME, "mill lied");
  fixture_add_rule (set, MULL_REMARK_HEDGE, "the mill broke");
  assert_marked (set, "But the mill lied.", "mill lied");
  assert_marked (set, "But the mill broke.", "the mill broke|the mill broke");
  assert_marked (set, "The mill broke, and a mill lied.",
                 "The mill broke|mill lied|The mill broke");
}

/* What two rules of one category mark together yields only to what both of them yield to. */
static void
test_joined_yield (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");

  fixture_add_rule (set, MULL_REMARK_EXCUSE, "the mill \\w+")->yields_to = BIT (BLAME);
  fixture_add_rule (set, MULL_REMARK_EXCUSE, "down");
  fixture_add_rule (set, MULL_REMARK_BLAME, "the mill went down");
  assert_marked (set, "But the mill went.", "the mill went");
  assert_marked (set, "But the mill went down.", "the mill went down|the mill went down");
}

/* A sentence that owns nothing is marked for that and not for what it says instead. */
static void
test_yields_to_what_lacks (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  MullRule *rule = fixture_add_rule (set, MULL_REMARK_NO_OWNERSHIP, "I");

  rule->expects = TRUE;
  rule->where = MULL_RULE_FIRST_SENTENCE;
  fixture_add_rule (set, MULL_REMARK_EXCUSE, "the bell rang")->yields_to = BIT (NO_OWNERSHIP);
  assert_marked (set, "The bell rang.", "The bell rang.");
  assert_marked (set, "I forgot it. The bell rang.", "The bell rang");
}

/* What is to take the place of joined words is known only if all of them are left out. */
static void
test_instead_of_joined (void)
{
  static const struct
  {
    const char *text;
    const char *instead;
  } cases[] = {
    { "I just asked.", "" },
    { "I just sort of asked.", "" },
    { "I want asked.", "ask" },
    { "I just want asked.", NULL },
  };
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new (NULL, set);

  fixture_add_rule (set, MULL_REMARK_HEDGE, "just")->instead = g_strdup ("");
  fixture_add_rule (set, MULL_REMARK_HEDGE, "sort of")->instead = g_strdup ("");
  fixture_add_rule (set, MULL_REMARK_HEDGE, "want")->instead = g_strdup ("ask");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MullReviewPiece piece = { "ask", cases[i].text, MULL_REMARKS_ALL, 0 };
      g_autoptr (GPtrArray) remarks = review_pieces (reviewer, &piece, 1);

      g_assert_cmpuint (remarks->len, ==, 1);
      g_assert_cmpstr (((MullRemark *) remarks->pdata[0])->instead, ==, cases[i].instead);
    }
}

static void
test_from_second (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", set);
  MullRule *rule = fixture_add_rule (set, MULL_REMARK_OVER_APOLOGY, "sorry");
  MullReviewPiece once[] = { { "own-it", "I am sorry.", MULL_REMARKS_ALL, 0 },
                             { "name-it", "I forgot.", MULL_REMARKS_ALL, 0 } };
  MullReviewPiece thrice[] = { { "own-it", "I am sorry.", MULL_REMARKS_ALL, 0 },
                               { "name-it", "Sorry again. Sorry.", MULL_REMARKS_ALL, 0 } };
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) two = NULL;

  rule->from = 2;
  none = review_pieces (reviewer, once, 2);
  g_assert_cmpuint (none->len, ==, 0);
  two = review_pieces (reviewer, thrice, 2);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (((MullRemark *) two->pdata[0])->beat, ==, "name-it");
  g_assert_cmpuint (((MullRemark *) two->pdata[0])->start, ==, 0);
}

static void
test_where (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  MullRule *rule = fixture_add_rule (set, MULL_REMARK_NO_OWNERSHIP, "but.*");

  g_ptr_array_add (set->greetings, mull_expression_compile ("(?:hello|hi)(?:,? \\w+)?", NULL));
  rule->where = MULL_RULE_FIRST_SENTENCE;
  assert_marked (set, "I forgot, but so did you. But no.", "but so did you.");
  assert_marked (set, "I forgot. But no.", "");
  assert_marked (set, "Hello, Ann. I forgot, but no.", "but no.");
  assert_marked (set, "Hi!", "");
  rule->where = MULL_RULE_QUESTION;
  assert_marked (set, "I forgot, but fine. May I ask, but now?", "but now?");
  rule->where = MULL_RULE_STATEMENT;
  g_ptr_array_add (set->requests, mull_expression_compile ("please", NULL));
  assert_marked (set, "I forgot, but so did you. May I ask, but now? But please ring.",
                 "but so did you.");
}

static void
test_kinds_and_beats (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  MullRule *rule = fixture_add_rule (set, MULL_REMARK_PITCH, "price");
  const char *const kinds[] = { "do-over", "own-it", NULL };
  const char *const beats[] = { "own-it", "ask", NULL };

  rule->kinds = g_strdupv ((char **) kinds);
  rule->beats = g_strdupv ((char **) beats);
  g_assert_true (mull_rule_is_for (rule, "do-over", "ask", MULL_REMARKS_ALL));
  g_assert_false (mull_rule_is_for (rule, "do-over", "ask", BIT (BLAME)));
  g_assert_false (mull_rule_is_for (rule, "do-over", "name-it", MULL_REMARKS_ALL));
  g_assert_false (mull_rule_is_for (rule, "get-to-no", "ask", MULL_REMARKS_ALL));
  g_assert_true (mull_rule_is_for (rule, NULL, "ask", MULL_REMARKS_ALL));
  g_assert_true (mull_rule_is_for (rule, "own-it", MULL_REVIEW_TEXT, MULL_REMARKS_ALL));
  rule->beats_only = TRUE;
  g_assert_true (mull_rule_is_for (rule, "do-over", "ask", MULL_REMARKS_ALL));
  g_assert_false (mull_rule_is_for (rule, "own-it", MULL_REVIEW_TEXT, MULL_REMARKS_ALL));
}

static void
test_expects (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  MullRule *rule = fixture_add_rule (set, MULL_REMARK_ABOUT_US, "you");

  rule->expects = TRUE;
  add_exception (rule, "thank you");
  assert_marked (set, "So you save a day.", "");
  assert_marked (set, "It is late. I say so.", "It is late. I say so.");
  assert_marked (set, "I thank you.", "I thank you.");
  assert_marked (set, "I thank you, and you gain.", "");
  /* Nothing is said yet. */
  assert_marked (set, "", "");
  assert_marked (set, "It saves … a day.", "");
  /* What is marked for its words is not marked again for what it lacks. */
  fixture_add_rule (set, MULL_REMARK_PRESSURE, "late");
  assert_marked (set, "It is late.", "late");
}

static void
test_untrue_first_time (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  MullReviewPiece piece = { "fact", "It never happened before.", MULL_REMARKS_ALL, 0 };

  fixture_add_rule (set, MULL_REMARK_UNTRUE_FIRST_TIME, "never happened");
  for (guint n_broken = 0; n_broken < 2; n_broken++)
    {
      g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("own-it", set);
      g_autoptr (GPtrArray) remarks = NULL;

      reviewer->n_broken = n_broken;
      remarks = review_pieces (reviewer, &piece, 1);
      g_assert_cmpuint (remarks->len, ==, n_broken);
    }
}

static void
test_own_rule (void)
{
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("roadblock", NULL);
  g_autoptr (GError) error = NULL;
  MullRule *rule =
      mull_rule_new_own (MULL_REMARK_PITCH, "synerg\\w+", "", "Say it plainly.", &error);
  MullReviewPiece piece = { "next", "We have synergies.", 0, 0 };
  g_autoptr (GPtrArray) remarks = NULL;
  const MullRemark *remark;

  g_assert_no_error (error);
  mull_reviewer_take_own_rule (reviewer, rule);
  /* For every beat, whatever it checks for. */
  remarks = review_pieces (reviewer, &piece, 1);
  g_assert_cmpuint (remarks->len, ==, 1);
  remark = remarks->pdata[0];
  g_assert_cmpstr (remark->words, ==, "synergies");
  g_assert_cmpstr (remark->reason, ==, "A rule of your own marks this.");
  g_assert_cmpstr (remark->suggestion, ==, "Say it plainly.");
  g_assert_null (mull_rule_new_own (MULL_REMARK_PITCH, "(", "", "", NULL));
}

static void
test_ignored (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", set);
  MullReviewPiece piece = { "ask", "Perhaps  you? Sort of. Perhaps. Perhaps YOU.", MULL_REMARKS_ALL,
                            0 };
  g_autoptr (GPtrArray) remarks = NULL;
  MullThresholds thresholds;

  mull_thresholds_init (&thresholds);
  piece.checks = BIT (HEDGE);
  fixture_add_rule (set, MULL_REMARK_HEDGE, "perhaps(?: you)?|sort of");
  mull_reviewer_ignore (reviewer, MULL_REMARK_HEDGE, "perhaps you");
  mull_reviewer_ignore (reviewer, MULL_REMARK_BLAME, "sort of");
  remarks = mull_review_script (&piece, 1, &thresholds, reviewer);
  g_assert_cmpuint (remarks->len, ==, 2);
  g_assert_cmpstr (((MullRemark *) remarks->pdata[0])->words, ==, "Sort of");
  g_assert_cmpstr (((MullRemark *) remarks->pdata[1])->words, ==, "Perhaps");
}

/* Somebody pastes a book, in one sentence or in many. */
static void
test_book (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("en");
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", set);
  g_autoptr (GString) sentence = g_string_new (NULL);
  MullReviewPiece piece = { "ask", NULL, MULL_REMARKS_ALL, 0 };
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) none = NULL;

  fixture_add_rule (set, MULL_REMARK_HEDGE, "perhaps");
  while (sentence->len < 9 * 1000)
    g_string_append (sentence, "perhaps größer und ");
  piece.text = sentence->str;
  some = review_pieces (reviewer, &piece, 1);
  g_assert_cmpuint (some->len, ==, 100);
  while (sentence->len < 500 * 1000)
    g_string_append (sentence, "größer. ");
  piece.text = sentence->str;
  none = review_pieces (reviewer, &piece, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_days (void)
{
  g_autoptr (MullRuleSet) set = mull_rule_set_new ("xx");
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", set);
  MullReviewPiece piece = { "ask", "Noga by pondelok?", BIT (NO_DATE), 0 };
  MullThresholds thresholds;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) none = NULL;

  mull_thresholds_init (&thresholds);
  one = mull_review_script (&piece, 1, &thresholds, reviewer);
  g_assert_cmpuint (one->len, ==, 1);
  g_ptr_array_add (set->days, mull_expression_compile ("pondelok", NULL));
  none = mull_review_script (&piece, 1, &thresholds, reviewer);
  g_assert_cmpuint (none->len, ==, 0);
}

/* In a text without beats, the day of the story is not that of the ask. */
static void
test_day_of_a_text (void)
{
  static const struct
  {
    const char *text;
    guint n;
  } cases[] = {
    { "I forgot it on Monday. It matters. Could you send it?", 1 },
    { "I forgot it. I can come on Monday. Would you?", 0 },
    { "I forgot it. Could you? By Monday, please.", 0 },
    { "I forgot it on Monday.", 0 },
  };
  MullThresholds thresholds;

  mull_thresholds_init (&thresholds);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) remarks =
          mull_review_text (cases[i].text, BIT (NO_DATE), &thresholds, NULL);

      g_assert_cmpuint (remarks->len, ==, cases[i].n);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reviewer/words/spans", test_spans);
  g_test_add_func ("/reviewer/words/exceptions", test_exceptions);
  g_test_add_func ("/reviewer/words/quoted", test_quoted);
  g_test_add_func ("/reviewer/words/joined", test_joined);
  g_test_add_func ("/reviewer/words/one-thought", test_one_thought);
  g_test_add_func ("/reviewer/words/yields", test_yields);
  g_test_add_func ("/reviewer/words/joined-yield", test_joined_yield);
  g_test_add_func ("/reviewer/words/yields-to-what-lacks", test_yields_to_what_lacks);
  g_test_add_func ("/reviewer/words/instead-of-joined", test_instead_of_joined);
  g_test_add_func ("/reviewer/words/from-second", test_from_second);
  g_test_add_func ("/reviewer/words/where", test_where);
  g_test_add_func ("/reviewer/words/kinds-and-beats", test_kinds_and_beats);
  g_test_add_func ("/reviewer/words/expects", test_expects);
  g_test_add_func ("/reviewer/words/untrue-first-time", test_untrue_first_time);
  g_test_add_func ("/reviewer/words/own-rule", test_own_rule);
  g_test_add_func ("/reviewer/words/ignored", test_ignored);
  g_test_add_func ("/reviewer/words/book", test_book);
  g_test_add_func ("/reviewer/words/days", test_days);
  g_test_add_func ("/reviewer/words/day-of-a-text", test_day_of_a_text);
  return g_test_run ();
}
