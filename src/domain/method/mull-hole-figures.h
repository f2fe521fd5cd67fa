/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For so many days after a call a move of the deal counts as coming of it. */
#define MULL_HOLE_FIGURES_DAYS 14

/**
 * MullHoleLife:
 * @left_at: when we left without it, microseconds UTC
 * @called_at: the first do-over call about it, or %MULL_INSTANT_NONE
 * @asked: whether it was ever asked for
 * @filled: whether it was filled
 * @moved: whether its deal changed its stage within %MULL_HOLE_FIGURES_DAYS after that call
 *
 * What became of one hole.
 */
typedef struct
{
  gint64 left_at;
  gint64 called_at;
  gboolean asked;
  gboolean filled;
  gboolean moved;
} MullHoleLife;

/**
 * MullHoleFigures:
 * @n_found: holes that were found
 * @n_asked: of those, how many were asked for
 * @n_filled: of those found, how many were filled
 * @n_called: do-overs that were called
 * @median_hours: half of the first calls came within so many hours of leaving; -1 if none came
 * @n_moved: deals called about that moved on within %MULL_HOLE_FIGURES_DAYS
 *
 * The figures of the do-over.
 */
typedef struct
{
  guint n_found;
  guint n_asked;
  guint n_filled;
  guint n_called;
  int median_hours;
  guint n_moved;
} MullHoleFigures;

MullHoleFigures mull_hole_figures (const MullHoleLife *lives, guint n_lives);

G_END_DECLS
