/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-search-text"

#include "config.h"

#include "mull-search-text.h"

static void
test_prefixes (void)
{
  static const struct
  {
    const char *column;
    const char *text;
    const char *match; /* NULL: no word in it */
  } cases[] = {
    { NULL, "boil", "\"boil\" *" },
    { NULL, "Hartwell  mi", "\"Hartwell\" * \"mi\" *" },
    { "title", "a b", "title : \"a\" * title : \"b\" *" },
    { NULL, "", NULL },
    { NULL, " \"*():-^ ", NULL },
    { NULL, "o'neil", "\"o\" * \"neil\" *" },
    { NULL, "NOT x", "\"NOT\" * \"x\" *" },
    { NULL, "Süd日本", "\"Süd日本\" *" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *match = mull_fts_match_prefix (cases[i].column, cases[i].text);

      g_assert_cmpstr (match, ==, cases[i].match);
    }
}

static void
test_modes (void)
{
  static const struct
  {
    const char *text;
    MullFtsMode mode;
    const char *match; /* NULL: not enough to ask for */
  } cases[] = {
    { "boil s", MULL_FTS_PREFIX, "\"boil\" * AND \"s\" *" },
    { "boil s", MULL_FTS_WHOLE, "\"boil\" AND \"s\"" },
    { "boil s", MULL_FTS_LONG, "\"boil\" *" },
    { "s boil", MULL_FTS_LONG, "\"s\" AND \"boil\" *" },
    { "b", MULL_FTS_LONG, NULL },
    { "a b", MULL_FTS_LONG, NULL },
    { "日", MULL_FTS_LONG, "\"日\" *" },
    { "b", MULL_FTS_PREFIX, "\"b\" *" },
    { "", MULL_FTS_PREFIX, NULL },
    { "🙂", MULL_FTS_PREFIX, NULL },
    { "Strasse", MULL_FTS_PREFIX, "(\"Strasse\" * OR \"straße\" *)" },
    { "Straße x", MULL_FTS_WHOLE, "(\"Straße\" OR \"strasse\" OR \"straße\") AND \"x\"" },
    { "a\" OR \"b", MULL_FTS_PREFIX, "\"a\" * AND \"OR\" * AND \"b\" *" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullTypedWords) words = mull_typed_words_new (cases[i].text);
      g_autofree char *match = mull_fts_match_words (words, cases[i].mode);

      g_assert_cmpstr (match, ==, cases[i].match);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-text/prefixes", test_prefixes);
  g_test_add_func ("/search-text/modes", test_modes);
  return g_test_run ();
}
