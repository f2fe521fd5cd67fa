/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-list-diff.h"

#include <string.h>

typedef struct
{
  const char *before;
  const char *after;
  guint position;
  guint n_removed;
  guint n_added;
} Case;

/* Every letter is one id. */
static const Case cases[] = {
  { "", "a", 0, 0, 1 },       { "a", "", 0, 1, 0 },       { "abc", "xabc", 0, 0, 1 },
  { "abc", "abcx", 3, 0, 1 }, { "abc", "abxc", 2, 0, 1 }, { "abc", "bc", 0, 1, 0 },
  { "abc", "ab", 2, 1, 0 },   { "abc", "ac", 1, 1, 0 },   { "abcde", "adcbe", 1, 3, 3 },
  { "abc", "xyz", 0, 3, 3 },  { "aa", "aaa", 2, 0, 1 },   { "aaa", "aa", 2, 1, 0 },
  { "abab", "ab", 2, 2, 0 },
};

static guint
to_ids (const char *letters, gint64 *ids)
{
  guint n = 0;

  for (; letters[n] != '\0'; n++)
    ids[n] = letters[n];
  return n;
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 before[8], after[8];
      guint n_before = to_ids (cases[i].before, before), n_after = to_ids (cases[i].after, after);
      MullListSplice splice;

      g_test_message ("“%s” to “%s”", cases[i].before, cases[i].after);
      g_assert_true (mull_list_diff (before, n_before, after, n_after, &splice));
      g_assert_cmpuint (splice.position, ==, cases[i].position);
      g_assert_cmpuint (splice.n_removed, ==, cases[i].n_removed);
      g_assert_cmpuint (splice.n_added, ==, cases[i].n_added);
    }
}

static void
test_equal (void)
{
  gint64 ids[] = { 1, 2, 3 };
  MullListSplice splice;

  g_assert_false (mull_list_diff (ids, 3, ids, 3, &splice));
  g_assert_cmpuint (splice.n_removed, ==, 0);
  g_assert_cmpuint (splice.n_added, ==, 0);
  g_assert_false (mull_list_diff (NULL, 0, NULL, 0, &splice));
  g_assert_cmpuint (splice.position, ==, 0);
}

/* Whatever the lists are, doing what the splice says makes one into the other. */
static void
test_splice_makes_after (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      gint64 before[12], after[12], made[24];
      guint n_before = (guint) g_test_rand_int_range (0, 13);
      guint n_after = (guint) g_test_rand_int_range (0, 13);
      guint n_tail;
      MullListSplice splice;

      for (guint i = 0; i < n_before; i++)
        before[i] = g_test_rand_int_range (0, 3);
      for (guint i = 0; i < n_after; i++)
        after[i] = g_test_rand_int_range (0, 3);
      mull_list_diff (before, n_before, after, n_after, &splice);

      n_tail = n_before - splice.position - splice.n_removed;
      memcpy (made, before, splice.position * sizeof *made);
      memcpy (made + splice.position, after + splice.position, splice.n_added * sizeof *made);
      memcpy (made + splice.position + splice.n_added, before + splice.position + splice.n_removed,
              n_tail * sizeof *made);
      g_assert_cmpmem (made, (splice.position + splice.n_added + n_tail) * sizeof *made, after,
                       n_after * sizeof *after);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-diff/cases", test_cases);
  g_test_add_func ("/list-diff/equal", test_equal);
  g_test_add_func ("/list-diff/splice-makes-after", test_splice_makes_after);
  return g_test_run ();
}
