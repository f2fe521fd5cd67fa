/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-review.h"

#include "mull-expression.h"
#include "mull-reviewer.h"
#include "mull-rule-set.h"

#include <string.h>

#define BIT(name) MULL_REMARK_BIT (MULL_REMARK_##name)

static MullThresholds
defaults (void)
{
  MullThresholds thresholds;

  mull_thresholds_init (&thresholds);
  return thresholds;
}

/* @n words, without a full stop. */
static char *
words (int n)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append (text, i == 0 ? "So" : " so");
  return g_string_free (text, FALSE);
}

static guint
count (GPtrArray *remarks, MullRemarkCategory category)
{
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    n += ((MullRemark *) g_ptr_array_index (remarks, i))->category == category;
  return n;
}

static GPtrArray *
review_one (const char *text, guint checks, int max_sentences)
{
  MullReviewPiece piece = { "beat", text, checks, max_sentences };
  MullThresholds thresholds = defaults ();

  return mull_review_script (&piece, 1, &thresholds, NULL);
}

static void
test_one_piece (void)
{
  static const struct
  {
    const char *text;
    guint checks;
    int max_sentences;
    MullRemarkCategory category;
    guint n;
    guint start;
    guint end;
  } cases[] = {
    { "I slipped up.", BIT (NO_OWNERSHIP), 0, MULL_REMARK_NO_OWNERSHIP, 0, 0, 0 },
    { "", BIT (NO_OWNERSHIP), 0, MULL_REMARK_NO_OWNERSHIP, 1, 0, 0 },
    { "", 0, 0, MULL_REMARK_NO_OWNERSHIP, 0, 0, 0 },
    { "…, I did. More.", BIT (NO_OWNERSHIP), 0, MULL_REMARK_NO_OWNERSHIP, 1, 0, 9 },
    { "I did. For …", BIT (NO_OWNERSHIP), 0, MULL_REMARK_NO_OWNERSHIP, 0, 0, 0 },
    { "  ", BIT (ABOUT_US), 0, MULL_REMARK_ABOUT_US, 1, 0, 2 },
    { "You gain a day.", BIT (ABOUT_US), 0, MULL_REMARK_ABOUT_US, 0, 0, 0 },
    { "It gives you …", BIT (ABOUT_US), 0, MULL_REMARK_ABOUT_US, 1, 0, 14 },
    { "Für Sie: … Gut.", 0, 0, MULL_REMARK_GAP, 1, 9, 10 },
    { "Can you by Friday?", BIT (NO_DATE), 0, MULL_REMARK_NO_DATE, 0, 0, 0 },
    { "Fine. Can you soon?", BIT (NO_DATE), 0, MULL_REMARK_NO_DATE, 1, 6, 19 },
    { "Can you soon?", 0, 0, MULL_REMARK_NO_DATE, 0, 0, 0 },
    { "One thing. Two.", 0, 1, MULL_REMARK_TOO_LONG, 1, 11, 15 },
    { "One thing.", 0, 1, MULL_REMARK_TOO_LONG, 0, 0, 0 },
    { "Nothing.", BIT (ASK), 0, MULL_REMARK_ASK, 1, 0, 8 },
    { "Can you?", BIT (ASK), 0, MULL_REMARK_ASK, 0, 0, 0 },
    { "Can you? Will you?", BIT (ASK), 0, MULL_REMARK_ASK, 1, 9, 18 },
    { "Can you? Will you?", 0, 0, MULL_REMARK_ASK, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) remarks =
          review_one (cases[i].text, cases[i].checks, cases[i].max_sentences);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (count (remarks, cases[i].category), ==, cases[i].n);
      for (guint j = 0; j < remarks->len; j++)
        {
          const MullRemark *remark = g_ptr_array_index (remarks, j);

          g_assert_cmpstr (remark->reason, !=, "");
          g_assert_cmpstr (remark->suggestion, !=, "");
          if (remark->category != cases[i].category)
            continue;
          g_assert_cmpstr (remark->beat, ==, "beat");
          g_assert_cmpuint (remark->start, ==, cases[i].start);
          g_assert_cmpuint (remark->end, ==, cases[i].end);
        }
    }
}

/* 150 words a minute: 112.5 words are 45 s. */
static void
test_border_of_the_ask (void)
{
  static const struct
  {
    int n_words;
    gboolean late;
  } cases[] = { { 112, FALSE }, { 113, TRUE } };
  MullThresholds thresholds = defaults ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = words (cases[i].n_words);
      MullReviewPiece pieces[] = { { "why", before, 0, 0 },
                                   { "ask", "Can you by Friday?", BIT (ASK), 0 } };
      g_autoptr (GPtrArray) remarks = mull_review_script (pieces, 2, &thresholds, NULL);

      g_assert_cmpuint (count (remarks, MULL_REMARK_ASK), ==, cases[i].late);
      g_assert_cmpuint (count (remarks, MULL_REMARK_TOO_LONG), ==, cases[i].late);
      g_assert_cmpfloat_with_epsilon (mull_review_seconds_before_ask (pieces, 2, &thresholds),
                                      cases[i].n_words * 0.4, 1e-9);
    }
}

static void
test_exactly_45_seconds (void)
{
  g_autofree char *before = words (90);
  MullReviewPiece pieces[] = { { "why", before, 0, 0 }, { "ask", "Can you?", BIT (ASK), 0 } };
  MullThresholds thresholds = defaults ();
  g_autoptr (GPtrArray) border = NULL;
  g_autoptr (GPtrArray) over = NULL;

  /* 90 words at 120 a minute are 45 s. */
  thresholds.speaking_rate = 120;
  border = mull_review_script (pieces, 2, &thresholds, NULL);
  g_assert_cmpuint (border->len, ==, 0);
  thresholds.call_seconds = 44;
  over = mull_review_script (pieces, 2, &thresholds, NULL);
  g_assert_cmpuint (over->len, ==, 2);
}

static void
test_no_ask_is_too_long_too (void)
{
  g_autofree char *text = words (120);
  g_autoptr (GPtrArray) remarks = review_one (text, BIT (ASK), 0);

  g_assert_cmpuint (count (remarks, MULL_REMARK_ASK), ==, 1);
  g_assert_cmpuint (count (remarks, MULL_REMARK_TOO_LONG), ==, 1);
}

static void
test_voicemail (void)
{
  MullThresholds thresholds = defaults ();
  /* 50 words are 20 s. */
  g_autofree char *border = words (50);
  g_autofree char *over = words (51);
  g_autoptr (GPtrArray) none = mull_review_voicemail (border, 0, &thresholds, NULL);
  g_autoptr (GPtrArray) one = mull_review_voicemail (over, 0, &thresholds, NULL);
  g_autoptr (GPtrArray) gap = mull_review_voicemail ("My number is …", 0, &thresholds, NULL);
  const MullRemark *remark;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
  remark = g_ptr_array_index (one, 0);
  g_assert_cmpint (remark->category, ==, MULL_REMARK_TOO_LONG);
  g_assert_cmpstr (remark->beat, ==, MULL_REVIEW_VOICEMAIL);
  g_assert_cmpstr (remark->reason, ==,
                   "The message takes 21 seconds; people listen for 20 seconds.");
  g_assert_cmpuint (remark->end, ==, strlen (over));
  g_assert_cmpuint (count (gap, MULL_REMARK_GAP), ==, 1);
}

/* One ask with a day, as of any call; what has no rules looks at no words. */
static void
test_voicemail_asks (void)
{
  const guint checks = BIT (ASK) | BIT (NO_DATE) | BIT (ABOUT_US) | BIT (HEDGE);
  static const struct
  {
    const char *text;
    guint n_asks;
    guint n_days;
  } cases[] = {
    { "", 0, 0 },
    { "  ", 0, 0 },
    { "Ann, this is Tom. I forgot the key. Could you ring me by Friday?", 0, 0 },
    { "Ann, this is Tom. I forgot the key on Monday. I was late. Could you ring me soon?", 0, 1 },
    { "Ann, this is Tom. Ring me on Friday.", 1, 0 },
    { "Ann, who has the key? Could you ring me by Friday?", 1, 0 },
    { "Ann, this is Tom.", 1, 1 },
  };
  MullThresholds thresholds = defaults ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) remarks =
          mull_review_voicemail (cases[i].text, checks, &thresholds, NULL);

      g_assert_cmpuint (count (remarks, MULL_REMARK_ASK), ==, cases[i].n_asks);
      g_assert_cmpuint (count (remarks, MULL_REMARK_NO_DATE), ==, cases[i].n_days);
      g_assert_cmpuint (remarks->len, ==, cases[i].n_asks + cases[i].n_days);
    }
}

/* A machine cannot answer, so that a request asks as well as a question does; in a call it does
 * not. A greeting asks for nothing. */
static void
test_requests (void)
{
  static const struct
  {
    const char *text;
    gboolean message;
    guint n_asks;
  } cases[] = {
    { "I forgot the key. Please call me on Friday.", TRUE, 0 },
    { "I forgot the key. Please call me on Friday.", FALSE, 1 },
    { "I forgot the key. I'm here until Friday.", TRUE, 1 },
    { "How are you? Could you ring me on Friday?", FALSE, 0 },
    { "How are you? I forgot the key.", FALSE, 1 },
    { "How are you? I forgot the key. Please call me on Friday.", TRUE, 0 },
    { "Who has it? Please call me. Could you ring me on Friday?", TRUE, 1 },
    { "Please send it. Please call me on Friday.", TRUE, 0 },
    { "Please call me on Friday. Please call me.", TRUE, 0 },
    { "Please send it by Friday. And please send the key.", TRUE, 1 },
  };
  g_autoptr (MullRuleSet) rules = mull_rule_set_new ("en");
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", rules);
  MullThresholds thresholds = defaults ();

  g_ptr_array_add (rules->greetings, mull_expression_compile ("how are you\\?", NULL));
  g_ptr_array_add (rules->requests, mull_expression_compile ("please (?:call|send)", NULL));
  g_ptr_array_add (rules->replies, mull_expression_compile ("call me", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) remarks =
          cases[i].message ? mull_review_voicemail (cases[i].text, BIT (ASK), &thresholds, reviewer)
                           : mull_review_text (cases[i].text, BIT (ASK), &thresholds, reviewer);

      g_assert_cmpuint (count (remarks, MULL_REMARK_ASK), ==, cases[i].n_asks);
    }
}

/* A beat that need not name a day may not put a promise off to none; and what was on a day names
 * none for what is asked. */
static void
test_vague_days (void)
{
  static const struct
  {
    const char *text;
    guint checks;
    guint n;
  } cases[] = {
    { "I'll write to you soon.", BIT (ASK), 1 },
    { "I'll write to you soon, on Friday.", BIT (ASK), 0 },
    { "I'll write to you on Friday. I'll ring you soon.", BIT (ASK), 1 },
    { "I'll write to you.", BIT (ASK), 0 },
    { "I'll write to you soon.", BIT (NO_DATE), 1 },
    { "Can you send what we saw on Monday?", BIT (NO_DATE), 1 },
    { "Can you send what we saw on Monday by Friday?", BIT (NO_DATE), 0 },
    { "", BIT (NO_DATE), 0 },
    { "Six on Monday, or the rest when it is here.", BIT (ASK), 1 },
    { "Six on Monday, or the rest on Friday when it is here.", BIT (ASK), 0 },
    { "Six when it is here.", BIT (ASK), 0 },
  };
  g_autoptr (MullRuleSet) rules = mull_rule_set_new ("en");
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", rules);
  MullThresholds thresholds = defaults ();

  g_ptr_array_add (rules->vagues, mull_expression_compile ("I'll .* soon", NULL));
  g_ptr_array_add (rules->put_offs, mull_expression_compile ("or .* when [^,.]*", NULL));
  g_ptr_array_add (rules->pasts, mull_expression_compile ("we saw on \\w+", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MullReviewPiece piece = { "beat", cases[i].text, cases[i].checks, 0 };
      g_autoptr (GPtrArray) remarks = mull_review_script (&piece, 1, &thresholds, reviewer);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (count (remarks, MULL_REMARK_NO_DATE), ==, cases[i].n);
    }
}

static void
test_text (void)
{
  MullThresholds thresholds = defaults ();
  g_autoptr (GPtrArray) good = mull_review_text ("I slipped up. Can you send it by Friday?",
                                                 MULL_REMARKS_ALL, &thresholds, NULL);
  g_autoptr (GPtrArray) bad =
      mull_review_text ("I slipped up. For …", MULL_REMARKS_ALL, &thresholds, NULL);

  g_assert_cmpuint (good->len, ==, 0);
  g_assert_cmpuint (count (bad, MULL_REMARK_GAP), ==, 1);
  g_assert_cmpuint (count (bad, MULL_REMARK_ASK), ==, 1);
  g_assert_cmpuint (count (bad, MULL_REMARK_NO_DATE), ==, 1);
  g_assert_cmpstr (((MullRemark *) g_ptr_array_index (bad, 0))->beat, ==, MULL_REVIEW_TEXT);
}

/* Two questions in one sentence are two; the second one is marked. */
static void
test_another (void)
{
  MullThresholds thresholds = defaults ();
  g_autoptr (MullRuleSet) rules = mull_rule_set_new ("en");
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", rules);
  MullReviewPiece piece = { "ask", "Can you send it, and who signs?", BIT (ASK), 0 };
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) two = NULL;

  one = mull_review_script (&piece, 1, &thresholds, reviewer);
  g_assert_cmpuint (one->len, ==, 0);
  g_ptr_array_add (rules->others, mull_expression_compile ("(?<=,) and who", NULL));
  two = mull_review_script (&piece, 1, &thresholds, reviewer);
  g_assert_cmpuint (two->len, ==, 1);
  g_assert_cmpstr (((MullRemark *) two->pdata[0])->words, ==, "and who signs?");
}

/* Somebody pastes a book. */
static void
test_book (void)
{
  MullThresholds thresholds = defaults ();
  g_autoptr (GString) book = g_string_new (NULL);
  g_autoptr (GPtrArray) remarks = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (book, i % 3 == 0 ? "Is it …? " : "It is. ");
  remarks = mull_review_text (book->str, MULL_REMARKS_ALL, &thresholds, NULL);
  g_assert_cmpuint (remarks->len, ==, 100);
}

static void
test_categories (void)
{
  for (int i = 0; i < MULL_N_REMARK_CATEGORIES; i++)
    g_assert_cmpstr (mull_remark_category_get_name ((MullRemarkCategory) i), !=, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reviewer/one-piece", test_one_piece);
  g_test_add_func ("/reviewer/border-of-the-ask", test_border_of_the_ask);
  g_test_add_func ("/reviewer/exactly-45-seconds", test_exactly_45_seconds);
  g_test_add_func ("/reviewer/no-ask-is-too-long-too", test_no_ask_is_too_long_too);
  g_test_add_func ("/reviewer/voicemail", test_voicemail);
  g_test_add_func ("/reviewer/voicemail-asks", test_voicemail_asks);
  g_test_add_func ("/reviewer/requests", test_requests);
  g_test_add_func ("/reviewer/another", test_another);
  g_test_add_func ("/reviewer/vague-days", test_vague_days);
  g_test_add_func ("/reviewer/text", test_text);
  g_test_add_func ("/reviewer/book", test_book);
  g_test_add_func ("/reviewer/categories", test_categories);
  return g_test_run ();
}
