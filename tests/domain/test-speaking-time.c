/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-speaking-time.h"

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    double words;
  } cases[] = {
    { "", 0 },
    { " \n\t…  — ", 0 },
    { "Hello", 1 },
    { "I slipped up, and that is on me.", 8 },
    { "don't follow-up o’clock", 3 },
    { "end.Start", 1 },
    { "end. Start", 2 },
    { "caf\xc3\xa9 cafe\xcc\x81", 2 },
    { "Это мой промах", 3 },
    { "είναι δικό μου λάθος", 4 },
    { "هذا خطئي أنا", 3 },
    { "제 실수입니다", 2 },
    /* Ten characters each. */
    { "我今天忘记问您一件事", 4 },
    { "すみませんお願いです", 4 },
    { "ขอโทษครับผ", 2 },
    /* Digits are said in pairs. */
    { "7", 1 },
    { "42", 1 },
    { "2026", 2 },
    { "020 7946 0018", 1.5 + 2 + 2 },
    { "room 12b", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpfloat_with_epsilon (mull_speaking_words (cases[i].text, -1), cases[i].words,
                                      1e-9);
    }
}

static void
test_length (void)
{
  g_assert_cmpfloat (mull_speaking_words ("one two three", 7), ==, 2);
  g_assert_cmpfloat (mull_speaking_words ("one two three", 0), ==, 0);
}

static void
test_seconds (void)
{
  g_assert_cmpfloat (mull_speaking_seconds ("a b c d e", -1, 150), ==, 2);
  g_assert_cmpfloat (mull_speaking_seconds ("a b c d e", -1, 100), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reviewer/speaking-time/words", test_words);
  g_test_add_func ("/reviewer/speaking-time/length", test_length);
  g_test_add_func ("/reviewer/speaking-time/seconds", test_seconds);
  return g_test_run ();
}
