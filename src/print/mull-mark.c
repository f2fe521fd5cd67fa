/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-mark"

#include "config.h"

#include "mull-mark.h"

#include <math.h>

/* All shapes live in a square of 8 units; a stroke is one unit wide. */
#define UNITS 8.0
#define STROKE 0.9

static void
draw_arrow (cairo_t *cr, double tip_x, double tail_x, double y, gboolean hollow)
{
  double back = tip_x > tail_x ? -3.4 : 3.4;

  cairo_move_to (cr, tail_x, y);
  cairo_line_to (cr, tip_x + back, y);
  cairo_stroke (cr);
  cairo_move_to (cr, tip_x, y);
  cairo_line_to (cr, tip_x + back, y - 2.2);
  cairo_line_to (cr, tip_x + back, y + 2.2);
  cairo_close_path (cr);
  if (hollow)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

static void
draw_shape (cairo_t *cr, MullMark mark)
{
  switch (mark)
    {
    case MULL_MARK_NONE:
      break;
    case MULL_MARK_BOX:
      cairo_rectangle (cr, 0, 0, UNITS, UNITS);
      cairo_stroke (cr);
      break;
    case MULL_MARK_DISC:
      cairo_arc (cr, 4, 4, 3.3, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case MULL_MARK_RING:
      cairo_arc (cr, 4, 4, 2.9, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case MULL_MARK_TICK:
      cairo_move_to (cr, 0.8, 4.4);
      cairo_line_to (cr, 3.1, 6.8);
      cairo_line_to (cr, 7.4, 1.4);
      cairo_stroke (cr);
      break;
    case MULL_MARK_CROSS:
      cairo_move_to (cr, 1.2, 1.2);
      cairo_line_to (cr, 6.8, 6.8);
      cairo_move_to (cr, 6.8, 1.2);
      cairo_line_to (cr, 1.2, 6.8);
      cairo_stroke (cr);
      break;
    case MULL_MARK_DASH:
      cairo_move_to (cr, 1, 4);
      cairo_line_to (cr, 7, 4);
      cairo_stroke (cr);
      break;
    case MULL_MARK_TRIANGLE:
      cairo_move_to (cr, 4, 1);
      cairo_line_to (cr, 7.4, 7);
      cairo_line_to (cr, 0.6, 7);
      cairo_close_path (cr);
      cairo_stroke (cr);
      break;
    case MULL_MARK_OUT:
      draw_arrow (cr, 8, 0, 4, FALSE);
      break;
    case MULL_MARK_OUT_HOLLOW:
      draw_arrow (cr, 8, 0, 4, TRUE);
      break;
    case MULL_MARK_IN:
      draw_arrow (cr, 0, 8, 4, FALSE);
      break;
    case MULL_MARK_BOTH:
      draw_arrow (cr, 8, 2, 1.8, FALSE);
      draw_arrow (cr, 0, 6, 6.2, FALSE);
      break;
    }
}

/**
 * mull_mark_is_arrow:
 *
 * Returns: whether @mark points along the direction of reading
 */
gboolean
mull_mark_is_arrow (MullMark mark)
{
  return mark == MULL_MARK_OUT || mark == MULL_MARK_OUT_HOLLOW || mark == MULL_MARK_IN;
}

/**
 * mull_mark_draw:
 * @cr: where to draw; its source is the colour
 * @mark: what to draw
 * @x: left edge
 * @y: top edge
 * @size: width and height
 *
 * Draws @mark into a square.
 */
void
mull_mark_draw (cairo_t *cr, MullMark mark, double x, double y, double size)
{
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  /* Text leaves a current point behind, from which an arc would draw a line. */
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / UNITS, size / UNITS);
  cairo_set_line_width (cr, mark == MULL_MARK_BOX ? STROKE * 0.8 : STROKE);
  if (mark == MULL_MARK_TICK || mark == MULL_MARK_CROSS)
    cairo_set_line_width (cr, STROKE * 1.3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  draw_shape (cr, mark);
  cairo_restore (cr);
}
