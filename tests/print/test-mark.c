/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-mark.h"

#define SIZE 20
#define BORDER 4

/* Ink inside the square; outside of it there may be none but half a stroke. */
static guint
count_ink (MullMark mark)
{
  int edge = SIZE + 2 * BORDER;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, edge, edge);
  cairo_t *cr = cairo_create (surface);
  const guchar *data;
  int stride;
  guint n_inked = 0;

  /* A point left behind by somebody else draws nothing. */
  cairo_move_to (cr, 0, 0);
  mull_mark_draw (cr, mark, BORDER, BORDER, SIZE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < edge; y++)
    for (int x = 0; x < edge; x++)
      if (data[y * stride + x] > 60)
        {
          g_assert_cmpint (MIN (x, y), >=, BORDER - 2);
          g_assert_cmpint (MAX (x, y), <=, BORDER + SIZE + 1);
          n_inked++;
        }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n_inked;
}

static void
test_ink (void)
{
  g_assert_cmpuint (count_ink (MULL_MARK_NONE), ==, 0);
  for (int mark = MULL_MARK_BOX; mark <= MULL_MARK_BOTH; mark++)
    g_assert_cmpuint (count_ink ((MullMark) mark), >, 15);
}

static void
test_hollow (void)
{
  g_assert_cmpuint (count_ink (MULL_MARK_RING), <, count_ink (MULL_MARK_DISC));
}

static void
test_arrows (void)
{
  g_assert_true (mull_mark_is_arrow (MULL_MARK_OUT));
  g_assert_true (mull_mark_is_arrow (MULL_MARK_OUT_HOLLOW));
  g_assert_true (mull_mark_is_arrow (MULL_MARK_IN));
  g_assert_false (mull_mark_is_arrow (MULL_MARK_TICK));
  g_assert_false (mull_mark_is_arrow (MULL_MARK_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark/ink", test_ink);
  g_test_add_func ("/mark/hollow", test_hollow);
  g_test_add_func ("/mark/arrows", test_arrows);
  return g_test_run ();
}
