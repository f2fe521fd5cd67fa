/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-sentence.h"

#include <string.h>

static void
test_sentences (void)
{
  /* The sentences are parted by '|'. */
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "  \n ", "" },
    { "One", "One" },
    { "One. Two! Three?", "One.|Two!|Three?" },
    { " One.  Two ", "One.|Two" },
    { "It is 3.5 now. Good", "It is 3.5 now.|Good" },
    { "Dr. Ruiz called. J. too.", "Dr. Ruiz called.|J. too." },
    { "No. One. It was I. So there.", "No.|One.|It was I.|So there." },
    { "Am 3. Mai. Gut.", "Am 3. Mai.|Gut." },
    { "Vor der Tür. Kein Öl. Gut", "Vor der Tür.|Kein Öl.|Gut" },
    { "Это я. Да. Иди", "Это я.|Да.|Иди" },
    { "Why?! \"Because.\" End", "Why?!|\"Because.\"|End" },
    { "Line one\nLine two", "Line one|Line two" },
    { "what it gives you: … What next?", "what it gives you: …|What next?" },
    { "I ask you for … by …? Thanks", "I ask you for … by …?|Thanks" },
    { "He asked \"is it?\" and I said yes. End", "He asked \"is it?\" and I said yes.|End" },
    { "„Ist es da?“ Dann gut.", "„Ist es da?“|Dann gut." },
    { "Er fragte „ist es da?“ und ging. Gut", "Er fragte „ist es da?“ und ging.|Gut" },
    { "一件事。可以吗？好", "一件事。|可以吗？|好" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) spans = mull_sentences_of (cases[i].text);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint j = 0; j < spans->len; j++)
        {
          const MullSpan *span = &g_array_index (spans, MullSpan, j);

          if (j > 0)
            g_string_append_c (joined, '|');
          g_string_append_len (joined, cases[i].text + span->start,
                               (gssize) (span->end - span->start));
        }
      g_assert_cmpstr (joined->str, ==, cases[i].expected);
    }
}

static void
test_questions (void)
{
  static const struct
  {
    const char *text;
    gboolean expected;
  } cases[] = {
    { "Can you?", TRUE },
    { "Can you?\"", TRUE },
    { "Can you?!", TRUE },
    { "可以吗？", TRUE },
    { "هل يمكنك؟", TRUE },
    { "I can.", FALSE },
    { "Who? me.", FALSE },
    { "", FALSE },
    { "Did you say \"so it is now\"?", TRUE },
    { "You asked \"is it ready now?\"", FALSE },
    { "Du hast gefragt: „ist es schon da?“", FALSE },
    { "\"Is it ready now?\"", TRUE },
    { "„Ist es schon da?“", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MullSpan span = { 0, strlen (cases[i].text) };
      g_autoptr (GArray) quotations = mull_quotations_of (cases[i].text);

      g_assert_cmpint (mull_sentence_is_question (cases[i].text, &span, quotations), ==,
                       cases[i].expected);
    }
}

/* The marks around several sentences stand in none of them. */
static void
test_quoted_question (void)
{
  const char *text = "You asked: “Is it ready now? I have to know.” What may I tell you?";
  static const gboolean expected[] = { FALSE, FALSE, TRUE };
  g_autoptr (GArray) sentences = mull_sentences_of (text);
  g_autoptr (GArray) quotations = mull_quotations_of (text);

  g_assert_cmpuint (sentences->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sentences->len; i++)
    g_assert_cmpint (
        mull_sentence_is_question (text, &g_array_index (sentences, MullSpan, i), quotations), ==,
        expected[i]);
}

static void
test_gaps (void)
{
  static const struct
  {
    const char *text;
    guint n;
  } cases[] = {
    { "", 0 },
    { "…, I slipped up", 1 },
    { "asking you for … by …?", 2 },
    { "well… you know", 0 },
    { "“…”", 1 },
    { "and so on...", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) gaps = mull_gaps_of (cases[i].text);

      g_assert_cmpuint (gaps->len, ==, cases[i].n);
    }
}

static void
test_quotations (void)
{
  static const struct
  {
    const char *text;
    /* What stands in quotation marks, parted by bars. */
    const char *expected;
  } cases[] = {
    { "", "" },
    { "You wrote: “we may never buy”.", "we may never buy" },
    { "You wrote: \"it is too late\" and \"ask me in May\".", "it is too late|ask me in May" },
    { "Sie sagten: „Das wird nie was.“ Warum?", "Das wird nie was." },
    { "Il dit : « je ne sais pas » et part.", " je ne sais pas " },
    /* One's own speech, a name, and a mark that nothing closes. */
    { "“Ann, I made a mistake.”", "" },
    { "our “premium care” package", "" },
    { "You said \"we may never buy.", "" },
    { "12\" pipes, and 14\" ones too", "" },
    { "“Ann?” I said. “Then it is too late.”", "Then it is too late." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) spans = mull_quotations_of (cases[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < spans->len; j++)
        {
          const MullSpan *span = &g_array_index (spans, MullSpan, j);

          if (j > 0)
            g_string_append_c (found, '|');
          g_string_append_len (found, cases[i].text + span->start,
                               (gssize) (span->end - span->start));
        }
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

static void
test_names_day (void)
{
  static const char *const days[] = {
    "by Thursday",     "by THURSDAY?", "tomorrow at nine",  "by the end of today", "on 3 December",
    "December 3rd",    "May 3 then",   "on the 3rd of May", "before the 14th",     "by 3/12",
    "bis 3.12. bitte", "3.12.2026",    "until 2026-12-03",  "Fridays suit?",       "12月3日まで",
  };
  static const char *const no_days[] = {
    "",
    "soon",
    "next week",
    "May I ask you something?",
    "We march on",
    "two minutes",
    "in 30 minutes",
    "3.5 million",
    "24/7",
    "version 2.10",
    "my number is 020 7946 0018",
    "a someday thing",
    "100 people",
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_test_message ("%s", days[i]);
      g_assert_true (mull_text_names_day (days[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_days); i++)
    {
      g_test_message ("%s", no_days[i]);
      g_assert_false (mull_text_names_day (no_days[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/sentences", test_sentences);
  g_test_add_func ("/sentence/questions", test_questions);
  g_test_add_func ("/sentence/quoted-question", test_quoted_question);
  g_test_add_func ("/sentence/gaps", test_gaps);
  g_test_add_func ("/sentence/quotations", test_quotations);
  g_test_add_func ("/sentence/names-day", test_names_day);
  return g_test_run ();
}
