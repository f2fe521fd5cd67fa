/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-rank.h"

static void
test_ends (void)
{
  gint64 neighbour = 5, rank;

  g_assert_true (mull_rank_between (NULL, NULL, &rank));
  g_assert_cmpint (rank, ==, MULL_RANK_FIRST);
  g_assert_true (mull_rank_between (&neighbour, NULL, &rank));
  g_assert_cmpint (rank, ==, 5 + MULL_RANK_STEP);
  g_assert_true (mull_rank_between (NULL, &neighbour, &rank));
  g_assert_cmpint (rank, ==, 5 - MULL_RANK_STEP);
}

/* The places where the difference of two ranks or the next step leaves the range. */
static void
test_limits (void)
{
  gint64 lowest = G_MININT64, low = -G_MAXINT64, high = G_MAXINT64, near = G_MAXINT64 - 1, rank;

  g_assert_true (mull_rank_between (&low, &high, &rank));
  g_assert_cmpint (rank, ==, 0);
  g_assert_false (mull_rank_between (&high, NULL, &rank));
  g_assert_true (mull_rank_between (&near, NULL, &rank));
  g_assert_cmpint (rank, ==, G_MAXINT64);
  g_assert_false (mull_rank_between (&near, &high, &rank));
  g_assert_false (mull_rank_between (NULL, &low, &rank));
  g_assert_false (mull_rank_between (NULL, &lowest, &rank));
  low++;
  g_assert_true (mull_rank_between (NULL, &low, &rank));
  g_assert_cmpint (rank, ==, -G_MAXINT64);
  g_assert_true (mull_rank_between (&lowest, &high, &rank));
  g_assert_cmpint (rank, >, lowest);
  g_assert_cmpint (rank, <, high);
}

static void
test_no_room (void)
{
  gint64 one = 1, two = 2, three = 3, rank = 77;

  g_assert_false (mull_rank_between (&one, &one, &rank));
  g_assert_false (mull_rank_between (&one, &two, &rank));
  g_assert_false (mull_rank_between (&three, &one, &rank));
  g_assert_cmpint (rank, ==, 77);
  g_assert_true (mull_rank_between (&one, &three, &rank));
  g_assert_cmpint (rank, ==, 2);
}

/* A card moved to the same place again and again: room for at least 20 moves between two. */
static void
test_same_place (void)
{
  gint64 before = mull_rank_spread (0), after = mull_rank_spread (1);
  guint moves = 0;

  for (gint64 rank; mull_rank_between (&before, &after, &rank); after = rank)
    {
      g_assert_cmpint (rank, >, before);
      g_assert_cmpint (rank, <, after);
      moves++;
    }
  g_assert_cmpuint (moves, ==, 20);
}

static void
spread (GArray *ranks)
{
  for (guint i = 0; i < ranks->len; i++)
    g_array_index (ranks, gint64, i) = mull_rank_spread (i);
}

static gboolean
rank_for (GArray *ranks, guint place, gint64 *rank)
{
  const gint64 *before = place > 0 ? &g_array_index (ranks, gint64, place - 1) : NULL;
  const gint64 *after = place < ranks->len ? &g_array_index (ranks, gint64, place) : NULL;

  return mull_rank_between (before, after, rank);
}

static void
test_random_inserts (void)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_spreads = 0;

  for (guint i = 0; i < 10000; i++)
    {
      guint place = (guint) g_test_rand_int_range (0, (gint32) ranks->len + 1);
      gint64 rank;

      if (!rank_for (ranks, place, &rank))
        {
          spread (ranks);
          n_spreads++;
          g_assert_true (rank_for (ranks, place, &rank));
        }
      g_array_insert_val (ranks, place, rank);
    }
  for (guint i = 1; i < ranks->len; i++)
    g_assert_cmpint (g_array_index (ranks, gint64, i - 1), <, g_array_index (ranks, gint64, i));
  g_assert_cmpuint (n_spreads, <, 100);
}

static void
test_spread (void)
{
  g_assert_cmpint (mull_rank_spread (0), ==, MULL_RANK_FIRST);
  g_assert_cmpint (mull_rank_spread (1) - mull_rank_spread (0), ==, MULL_RANK_STEP);
  g_assert_cmpint (mull_rank_spread (G_MAXUINT), ==, (gint64) G_MAXUINT * MULL_RANK_STEP);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rank/ends", test_ends);
  g_test_add_func ("/rank/limits", test_limits);
  g_test_add_func ("/rank/no-room", test_no_room);
  g_test_add_func ("/rank/same-place", test_same_place);
  g_test_add_func ("/rank/random-inserts", test_random_inserts);
  g_test_add_func ("/rank/spread", test_spread);
  return g_test_run ();
}
