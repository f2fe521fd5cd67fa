/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-typed-words"

#include "config.h"

#include "mull-typed-words.h"

#include <string.h>

static char *
join (const MullTypedWords *words)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < mull_typed_words_get_n (words); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", mull_typed_words_get (words, i));
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "" },
    { "   \t", "" },
    { "boil", "boil" },
    { "Hartwell  mi", "Hartwell|mi" },
    { "\"a b\" OR c*", "a|b|OR|c" },
    { "NEAR(x, 2) -y ^z col:w", "NEAR|x|2|y|z|col|w" },
    { "o'neil", "o|neil" },
    { "Zoe\xcc\x88 Süd日本", "Zoe\xcc\x88|Süd日本" },
    { "🙂 🙂", "" },
    { "\xe2\x98\x8e\xef\xb8\x8f boiler", "boiler" },
    { "new York new york", "new|York" },
    { "pump🙂valve", "pump|valve" },
    { "x\xff\xfey", "x|y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullTypedWords) words = mull_typed_words_new (cases[i].text);
      g_autofree char *joined = join (words);

      g_assert_cmpstr (joined, ==, cases[i].words);
    }
}

/* A megabyte of one word, and of many. */
static void
test_pasted (void)
{
  g_autofree char *one = g_strnfill (1 << 20, 'a');
  g_autofree char *many = g_strnfill (1 << 20, 'b');
  g_autoptr (MullTypedWords) long_word = mull_typed_words_new (one);
  g_autoptr (MullTypedWords) short_words = NULL;

  for (gsize i = 1; i < 1 << 20; i += 2)
    {
      many[i - 1] = (char) ('a' + i / 2 % 26);
      many[i] = ' ';
    }
  short_words = mull_typed_words_new (many);
  g_assert_cmpuint (mull_typed_words_get_n (long_word), ==, 1);
  g_assert_cmpuint (strlen (mull_typed_words_get (long_word, 0)), ==, MULL_TYPED_WORD_MAX_CHARS);
  g_assert_cmpuint (mull_typed_words_get_n (short_words), ==, MULL_TYPED_WORDS_MAX);
}

/* [..] is what was typed, [..| a word that ends there. */
static char *
mark (const char *typed, const char *text)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new (typed);
  g_autoptr (GArray) matches = mull_typed_words_find (words, text);
  g_autoptr (GString) marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const MullWordMatch *match = &g_array_index (matches, MullWordMatch, i);

      g_assert_cmpuint (match->start, >=, at);
      g_assert_cmpuint (match->word, <, mull_typed_words_get_n (words));
      g_string_append_len (marked, text + at, match->start - at);
      g_string_append_printf (marked, "[%.*s%s", (int) (match->end - match->start),
                              text + match->start, match->is_whole ? "|" : "]");
      at = match->end;
    }
  g_string_append (marked, text + at);
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    const char *typed;
    const char *text;
    const char *marked;
  } cases[] = {
    { "", "Boiler", "Boiler" },
    { "boil", "Boiler service", "[Boil]er service" },
    { "oil", "Boiler", "Boiler" },
    { "SERVICE b", "Boiler service", "[B]oiler [service|" },
    { "b boil", "Boiler", "[Boil]er" },
    { "zoe", "Zoë Abel", "[Zoë| Abel" },
    { "zoe", "Zoe\xcc\x88 Abel", "[Zoe\xcc\x88| Abel" },
    { "zo",
      "Zo\xcc\x88"
      "e",
      "[Zo\xcc\x88]e" },
    { "Zoë", "zoes", "[zoe]s" },
    { "strass", "Straße", "[Straß]e" },
    { "stras", "Straße", "[Straß]e" },
    { "straße", "Strasse", "[Strasse|" },
    { "aero", "Ærø A/S", "[Ærø| A/S" },
    { "30 1", "+49 30 12345", "+49 [30| [1]2345" },
    { "日", "日本 x", "[日]本 x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i].typed, cases[i].text);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-words/words", test_words);
  g_test_add_func ("/typed-words/pasted", test_pasted);
  g_test_add_func ("/typed-words/find", test_find);
  return g_test_run ();
}
