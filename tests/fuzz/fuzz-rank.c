/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ranks of a list into which things are put at any place. */

#include "config.h"

#include "fuzz.h"

#include "mull-rank.h"

#include <string.h>

#define LENGTH_MAX 200

static void
check_pair (const uint8_t *data, size_t size)
{
  gint64 pair[2], rank;

  if (size < sizeof pair)
    return;
  memcpy (pair, data, sizeof pair);
  if (mull_rank_between (&pair[0], &pair[1], &rank))
    g_assert_true (pair[0] < rank && rank < pair[1]);
  if (mull_rank_between (&pair[0], NULL, &rank))
    g_assert_true (pair[0] < rank);
  if (mull_rank_between (NULL, &pair[1], &rank))
    g_assert_true (rank < pair[1] && rank != G_MININT64);
}

static void
number_anew (GArray *ranks)
{
  for (guint i = 0; i < ranks->len; i++)
    g_array_index (ranks, gint64, i) = mull_rank_spread (i);
}

/* As the board does: between two neighbours, and where there is no room all are numbered anew. */
static void
insert (GArray *ranks, guint place)
{
  for (int again = 0; again < 2; again++)
    {
      const gint64 *before = place > 0 ? &g_array_index (ranks, gint64, place - 1) : NULL;
      const gint64 *after = place < ranks->len ? &g_array_index (ranks, gint64, place) : NULL;
      gint64 rank;

      if (mull_rank_between (before, after, &rank))
        {
          g_array_insert_val (ranks, place, rank);
          return;
        }
      number_anew (ranks);
    }
  g_assert_not_reached ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (gint64));

  check_pair (data, size);
  for (size_t i = 0; i < size && ranks->len < LENGTH_MAX; i++)
    insert (ranks, data[i] % (ranks->len + 1));
  for (guint i = 1; i < ranks->len; i++)
    g_assert_cmpint (g_array_index (ranks, gint64, i - 1), <, g_array_index (ranks, gint64, i));
  return 0;
}
