/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-search-rank"

#include "config.h"

#include "mull-search-rank.h"

static int
rank (const char *typed, const char *title, const char *beside, gint64 age, gboolean is_over)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new (typed);
  MullSearchFacts facts = { title, beside, age, is_over };

  return mull_search_rank (words, &facts);
}

/* Long ago and over: nothing is added. */
static int
rank_field (const char *typed, const char *title, const char *beside)
{
  return rank (typed, title, beside, G_MAXINT64 / 4, TRUE);
}

static void
test_fields (void)
{
  static const struct
  {
    const char *typed;
    const char *title;
    const char *beside;
    int rank;
  } cases[] = {
    { "boiler", "Boiler", NULL, MULL_SEARCH_RANK_IS_IT },
    { "BOÏLER", "“Boiler”", NULL, MULL_SEARCH_RANK_IS_IT },
    { "boiler service", "Boiler service", NULL, MULL_SEARCH_RANK_IS_IT },
    { "boiler", "Boiler service", NULL, MULL_SEARCH_RANK_BEGINS },
    { "boi", "Boiler", NULL, MULL_SEARCH_RANK_BEGINS },
    { "boiler ser", "Boiler service", NULL, MULL_SEARCH_RANK_BEGINS },
    { "service", "Boiler service", NULL, MULL_SEARCH_RANK_NAMES },
    { "service boiler", "Boiler service", NULL, MULL_SEARCH_RANK_NAMES },
    { "boiler contract", "Boiler service contract", NULL, MULL_SEARCH_RANK_NAMES },
    { "ser", "Boiler service", NULL, MULL_SEARCH_RANK_NAMES_BEGIN },
    { "boiler hart", "Boiler service", "Hartwell Mills", MULL_SEARCH_RANK_NAMES_TOGETHER },
    { "hart boiler", "Boiler service", "Hartwell Mills", MULL_SEARCH_RANK_NAMES_TOGETHER },
    { "hart", "Boiler service", "Hartwell Mills", MULL_SEARCH_RANK_BESIDE },
    { "hart", "Boiler service", NULL, MULL_SEARCH_RANK_TEXT },
    { "boiler hart", "Boiler service", NULL, MULL_SEARCH_RANK_TEXT },
    { "boiler", NULL, NULL, MULL_SEARCH_RANK_TEXT },
    { "", "Boiler", NULL, 0 },
    { "…", "Boiler", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s” in “%s”", cases[i].typed, cases[i].title);
      g_assert_cmpint (rank_field (cases[i].typed, cases[i].title, cases[i].beside), ==,
                       cases[i].rank);
    }
}

/* What is new and not over stands first, but never before a better field. */
static void
test_recency (void)
{
  int old = rank ("boiler", "Boiler", NULL, 10000, FALSE);

  g_assert_cmpint (rank ("boiler", "Boiler", NULL, 0, FALSE), ==, MULL_SEARCH_RANK_IS_IT + 90);
  g_assert_cmpint (rank ("boiler", "Boiler", NULL, 30, FALSE), ==, MULL_SEARCH_RANK_IS_IT + 50);
  g_assert_cmpint (rank ("boiler", "Boiler", NULL, 0, TRUE), ==, MULL_SEARCH_RANK_IS_IT + 80);
  g_assert_cmpint (rank ("boiler", "Boiler", NULL, -400, FALSE), ==,
                   rank ("boiler", "Boiler", NULL, 0, FALSE));
  g_assert_cmpint (old, <, rank ("boiler", "Boiler", NULL, 365, FALSE));
  g_assert_cmpint (old, >, rank ("boiler", "Boiler x", NULL, 0, FALSE));
  g_assert_cmpint (rank_field ("x", "a x", NULL), >, rank ("x", "a xy", NULL, 0, FALSE));
  g_assert_cmpint (rank_field ("x", "a", "x"), >, rank ("x", NULL, NULL, 0, FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-rank/fields", test_fields);
  g_test_add_func ("/search-rank/recency", test_recency);
  return g_test_run ();
}
