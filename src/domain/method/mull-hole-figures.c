/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-hole-figures"

#include "config.h"

#include "mull-hole-figures.h"

#include "mull-record.h"

static int
compare_hours (gconstpointer a, gconstpointer b)
{
  const int *hours_a = a, *hours_b = b;

  return (*hours_a > *hours_b) - (*hours_a < *hours_b);
}

/**
 * mull_hole_figures:
 * @lives: (array length=n_lives): what became of each hole
 *
 * Counts them. A hole that was filled was asked for, and so was one that was called about with
 * somebody there; hours are whole ones, and of an even number of calls the earlier of the two in
 * the middle counts.
 *
 * Returns: the figures of the do-over
 */
MullHoleFigures
mull_hole_figures (const MullHoleLife *lives, guint n_lives)
{
  g_autoptr (GArray) hours = g_array_new (FALSE, FALSE, sizeof (int));
  MullHoleFigures figures = { .n_found = n_lives, .median_hours = -1 };

  g_return_val_if_fail (lives != NULL || n_lives == 0, figures);

  for (guint i = 0; i < n_lives; i++)
    {
      int n;

      figures.n_asked += lives[i].asked || lives[i].filled;
      figures.n_filled += lives[i].filled;
      if (lives[i].called_at == MULL_INSTANT_NONE)
        continue;
      figures.n_called++;
      figures.n_moved += lives[i].moved;
      n = (int) (MAX (lives[i].called_at - lives[i].left_at, 0) / G_TIME_SPAN_HOUR);
      g_array_append_val (hours, n);
    }
  if (hours->len > 0)
    {
      g_array_sort (hours, compare_hours);
      figures.median_hours = g_array_index (hours, int, (hours->len - 1) / 2);
    }
  return figures;
}
