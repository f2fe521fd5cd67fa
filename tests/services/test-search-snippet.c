/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-search-snippet"

#include "config.h"

#include "mull-search-snippet.h"

#define LONG                                                                                       \
  "We spoke about the weather for a while. Then she said that the boiler in the old mill leaks "   \
  "and that nobody has looked at it since May. The valve is worse than the boiler."

static void
test_cuts (void)
{
  static const struct
  {
    const char *typed;
    const char *text;
    guint max;
    const char *snippet;
  } cases[] = {
    { "boiler", "", 40, "" },
    { "boiler", "The boiler", 40, "The boiler" },
    { "boiler", "  The\n\n boiler\tleaks ", 40, "The boiler leaks" },
    { "weather", LONG, 40, "…about the weather for a while. Then she…" },
    { "we", LONG, 40, "We spoke about the weather for a while.…" },
    { "leak", LONG, 40, "…old mill leaks and that nobody has looke…" },
    /* Both words in one place rather than the first of one. */
    { "boiler valve", LONG, 40, "…May. The valve is worse than the boiler." },
    { "nothing", LONG, 20, "We spoke about the w…" },
    { "é", "ééé éééé éééé", 4, "ééé…" },
    { "ab", "aaaaaaaaaaaaaaaaaaaa abc", 8, "…abc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullTypedWords) words = mull_typed_words_new (cases[i].typed);
      g_autofree char *snippet = mull_search_snippet (words, cases[i].text, cases[i].max);

      g_assert_cmpstr (snippet, ==, cases[i].snippet);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-snippet/cuts", test_cuts);
  return g_test_run ();
}
