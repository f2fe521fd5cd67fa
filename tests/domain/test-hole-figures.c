/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-hole-figures.h"

#include "mull-record.h"

#define H(n) ((n) *G_TIME_SPAN_HOUR)

static void
test_none (void)
{
  MullHoleFigures figures = mull_hole_figures (NULL, 0);

  g_assert_cmpuint (figures.n_found, ==, 0);
  g_assert_cmpint (figures.median_hours, ==, -1);
}

static void
test_count (void)
{
  const MullHoleLife lives[] = {
    { .left_at = H (100), .called_at = MULL_INSTANT_NONE },
    { .left_at = H (100), .called_at = MULL_INSTANT_NONE, .filled = TRUE },
    { .left_at = H (100), .called_at = H (102), .asked = TRUE, .filled = TRUE, .moved = TRUE },
    { .left_at = H (100), .called_at = H (126) - 1, .asked = TRUE },
    { .left_at = H (100), .called_at = H (130) },
    /* Backdated: called before it was left. */
    { .left_at = H (100), .called_at = H (90) },
  };
  MullHoleFigures figures = mull_hole_figures (lives, G_N_ELEMENTS (lives));

  g_assert_cmpuint (figures.n_found, ==, 6);
  g_assert_cmpuint (figures.n_asked, ==, 3);
  g_assert_cmpuint (figures.n_filled, ==, 2);
  g_assert_cmpuint (figures.n_called, ==, 4);
  g_assert_cmpuint (figures.n_moved, ==, 1);
  g_assert_cmpint (figures.median_hours, ==, 2);
  figures = mull_hole_figures (lives + 2, 3);
  g_assert_cmpint (figures.median_hours, ==, 25);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/do-over/figures/none", test_none);
  g_test_add_func ("/do-over/figures/count", test_count);
  return g_test_run ();
}
