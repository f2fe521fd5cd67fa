/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-reading.h"

#include "mull-expression.h"

#include <string.h>

static MullRuleSet *
rules_with_greeting (void)
{
  MullRuleSet *set = mull_rule_set_new ("en");

  g_ptr_array_add (set->greetings, mull_expression_compile ("good morning", NULL));
  g_ptr_array_add (set->requests, mull_expression_compile ("please", NULL));
  return set;
}

/* The first sentence is the one after the greeting; what asks and what greets states nothing. */
static void
test_sentences (void)
{
  g_autoptr (MullRuleSet) set = rules_with_greeting ();
  MullReviewPiece piece = { "ask", "Good morning! I was late. Please call me. When?",
                            MULL_REMARKS_ALL, 0 };
  g_autoptr (GArray) readings = mull_readings_of (&piece, 1, set);
  const MullReading *reading = &g_array_index (readings, MullReading, 0);

  g_assert_cmpuint (reading->sentences->len, ==, 4);
  g_assert_cmpuint (reading->first, ==, 1);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (g_array_index (reading->statements, gboolean, i), ==, i == 1);
}

static void
test_no_rules (void)
{
  MullReviewPiece piece = { "ask", "Good morning! I was late.", MULL_REMARKS_ALL, 0 };
  g_autoptr (GArray) readings = mull_readings_of (&piece, 1, NULL);
  const MullReading *reading = &g_array_index (readings, MullReading, 0);

  g_assert_cmpuint (reading->first, ==, 0);
  g_assert_true (g_array_index (reading->statements, gboolean, 0));
}

static void
test_quoted (void)
{
  const char *text = "You said \"it is far too dear\" on Monday.";
  MullReviewPiece piece = { "ask", text, MULL_REMARKS_ALL, 0 };
  g_autoptr (GArray) readings = mull_readings_of (&piece, 1, NULL);
  const MullReading *reading = &g_array_index (readings, MullReading, 0);
  gsize start = (gsize) (strstr (text, "too dear") - text);

  g_assert_true (mull_reading_is_quoted (reading, start, start + strlen ("too dear")));
  g_assert_false (mull_reading_is_quoted (reading, start, strlen (text)));
  g_assert_false (mull_reading_is_quoted (reading, 0, strlen ("You")));
}

/* Nobody speaks for hours: the rest of a book is not read. */
static void
test_book (void)
{
  g_autofree char *chapter = g_strnfill (MULL_READING_MAX_BYTES - 10, 'a');
  MullReviewPiece pieces[] = { { "own-it", chapter, MULL_REMARKS_ALL, 0 },
                               { "ask", "Short.", MULL_REMARKS_ALL, 0 },
                               { "ask", "It goes on and on.", MULL_REMARKS_ALL, 0 } };
  g_autoptr (GArray) readings = mull_readings_of (pieces, G_N_ELEMENTS (pieces), NULL);
  const MullReading *first = &g_array_index (readings, MullReading, 0);

  g_assert_cmpuint (readings->len, ==, 2);
  /* A sentence without an end is cut. */
  for (guint i = 0; i < first->sentences->len; i++)
    {
      const MullSpan *sentence = &g_array_index (first->sentences, MullSpan, i);

      g_assert_cmpuint (sentence->end - sentence->start, <=, 1000);
    }
}

static void
test_is_for (void)
{
  g_autoptr (MullRule) never = mull_rule_new (MULL_REMARK_UNTRUE_FIRST_TIME);
  g_autoptr (MullRule) gain = mull_rule_new (MULL_REMARK_ABOUT_US);
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new ("do-over", NULL);
  MullReviewPiece pieces[] = { { "ask", "So.", MULL_REMARKS_ALL, 0 },
                               { MULL_REVIEW_VOICEMAIL, "So.", MULL_REMARKS_ALL, 0 } };
  g_autoptr (GArray) readings = mull_readings_of (pieces, 2, NULL);
  const MullReading *beat = &g_array_index (readings, MullReading, 0);
  const MullReading *message = &g_array_index (readings, MullReading, 1);

  g_assert_false (mull_reading_is_for (beat, never, reviewer));
  reviewer->n_broken = 1;
  g_assert_true (mull_reading_is_for (beat, never, reviewer));
  /* A message may be about us; that it says no why is no fault. */
  g_assert_true (mull_reading_is_for (message, gain, reviewer));
  gain->expects = TRUE;
  g_assert_true (mull_reading_is_for (beat, gain, reviewer));
  g_assert_false (mull_reading_is_for (message, gain, reviewer));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/sentences", test_sentences);
  g_test_add_func ("/reading/no-rules", test_no_rules);
  g_test_add_func ("/reading/quoted", test_quoted);
  g_test_add_func ("/reading/book", test_book);
  g_test_add_func ("/reading/is-for", test_is_for);
  return g_test_run ();
}
