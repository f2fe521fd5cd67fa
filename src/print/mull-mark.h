/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * MullMark:
 * @MULL_MARK_NONE: nothing
 * @MULL_MARK_BOX: an empty check box
 * @MULL_MARK_DISC: a full circle: yes
 * @MULL_MARK_RING: a hollow circle: yes without evidence, still open
 * @MULL_MARK_TICK: done
 * @MULL_MARK_CROSS: no, broken
 * @MULL_MARK_DASH: not known
 * @MULL_MARK_TRIANGLE: at risk
 * @MULL_MARK_OUT: a full arrow towards them
 * @MULL_MARK_OUT_HOLLOW: a hollow arrow towards them: nobody was there
 * @MULL_MARK_IN: a full arrow towards us
 * @MULL_MARK_BOTH: an arrow each way
 *
 * Small signs beside a word, drawn by us, so that no font need have them.
 */
typedef enum
{
  MULL_MARK_NONE,
  MULL_MARK_BOX,
  MULL_MARK_DISC,
  MULL_MARK_RING,
  MULL_MARK_TICK,
  MULL_MARK_CROSS,
  MULL_MARK_DASH,
  MULL_MARK_TRIANGLE,
  MULL_MARK_OUT,
  MULL_MARK_OUT_HOLLOW,
  MULL_MARK_IN,
  MULL_MARK_BOTH,
} MullMark;

gboolean mull_mark_is_arrow (MullMark mark);
void mull_mark_draw (cairo_t *cr, MullMark mark, double x, double y, double size);

G_END_DECLS
