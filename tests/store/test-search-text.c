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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-text/prefixes", test_prefixes);
  return g_test_run ();
}
