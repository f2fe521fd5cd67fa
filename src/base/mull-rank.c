/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rank"

#include "config.h"

#include "mull-rank.h"

/* The lowest number of all stands for "no value" in the records. */
#define LOWEST (-G_MAXINT64)
#define HIGHEST G_MAXINT64

/* Unsigned, because the distance of two ranks may be more than a signed number can hold. */
static guint64
distance (gint64 low, gint64 high)
{
  return (guint64) high - (guint64) low;
}

static gint64
above (gint64 rank, guint64 by)
{
  return (gint64) ((guint64) rank + by);
}

static gint64
below (gint64 rank, guint64 by)
{
  return (gint64) ((guint64) rank - by);
}

/**
 * mull_rank_between:
 * @before: (nullable): the rank of the neighbour before the place, or %NULL at the start
 * @after: (nullable): the rank of the neighbour after the place, or %NULL at the end
 * @rank: (out): a rank that sorts strictly between them
 *
 * At an end of the list the new rank keeps %MULL_RANK_STEP of room, between two neighbours it is
 * in the middle.
 *
 * Returns: %FALSE if there is no room or the neighbours are not in ascending order; the list is to
 *   be numbered anew with mull_rank_spread() first
 */
gboolean
mull_rank_between (const gint64 *before, const gint64 *after, gint64 *rank)
{
  guint64 room;

  g_return_val_if_fail (rank != NULL, FALSE);

  if (before == NULL && after == NULL)
    {
      *rank = MULL_RANK_FIRST;
      return TRUE;
    }
  if (after == NULL)
    {
      room = distance (*before, HIGHEST);
      if (room == 0)
        return FALSE;
      *rank = above (*before, room >= MULL_RANK_STEP ? MULL_RANK_STEP : (room + 1) / 2);
      return TRUE;
    }
  if (before == NULL)
    {
      if (*after <= LOWEST)
        return FALSE;
      room = distance (LOWEST, *after);
      *rank = below (*after, room >= MULL_RANK_STEP ? MULL_RANK_STEP : (room + 1) / 2);
      return TRUE;
    }
  if (*before >= *after)
    return FALSE;
  room = distance (*before, *after);
  if (room < 2)
    return FALSE;
  *rank = above (*before, room / 2);
  return TRUE;
}

/**
 * mull_rank_spread:
 * @index: the place in the list, from 0
 *
 * Returns: the rank of that place when a whole list is numbered anew
 */
gint64
mull_rank_spread (guint index)
{
  return MULL_RANK_FIRST + (gint64) index * MULL_RANK_STEP;
}
