/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card-layout"

#include "config.h"

#include "mull-card-layout.h"

/* A board starts with dozens of cards, and to measure a label is what costs most about it. Here
 * only those are measured that others must make room for; boxes inside boxes would ask for each
 * several times, and have twice as many CSS nodes. */

#define BESIDE 6 /* pixels between two widgets of a line */
#define BELOW 3  /* pixels between two lines */

/**
 * mull_card_line_add:
 * @widget: (nullable) (transfer none): what comes next; nothing if this card has none
 */
void
mull_card_line_add (MullCardLine *line, GtkWidget *widget)
{
  if (widget != NULL && gtk_widget_get_visible (widget))
    {
      g_return_if_fail (line->n < MULL_CARD_LINE_MAX);
      line->widgets[line->n++] = widget;
    }
}

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What those need that are never cut, with the room between all. */
static int
measure_whole (const MullCardLine *line)
{
  int width = 0;

  for (guint i = 0; i < line->n; i++)
    width += (i != line->cut ? get_natural_width (line->widgets[i]) : 0) + (i > 0 ? BESIDE : 0);
  return width;
}

/**
 * mull_card_line_measure_height:
 * @width: pixels, or -1
 *
 * Returns: how high the line is at that width
 */
int
mull_card_line_measure_height (const MullCardLine *line, int width)
{
  int height = line->height;

  for (guint i = 0; line->height == 0 && i < line->n; i++)
    {
      int natural;

      /* Only what stands alone may wrap. */
      gtk_widget_measure (line->widgets[i], GTK_ORIENTATION_VERTICAL, line->n == 1 ? width : -1,
                          NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

/**
 * mull_card_lines_measure_width:
 *
 * Returns: the least width, at which everything is whole but what may be cut
 */
int
mull_card_lines_measure_width (const MullCardLine *lines, guint n_lines)
{
  int width = 0;

  for (guint i = 0; i < n_lines; i++)
    width = MAX (width, measure_whole (&lines[i]));
  return width;
}

/**
 * mull_card_lines_sum:
 * @heights: (array length=n_lines): of lines, 0 for those that are not there
 *
 * Returns: how high a card with them is
 */
int
mull_card_lines_sum (const int *heights, guint n_lines)
{
  int sum = 0;

  for (guint i = 0; i < n_lines; i++)
    if (heights[i] > 0)
      sum += heights[i] + (sum > 0 ? BELOW : 0);
  return sum;
}

static void
allocate_line (const MullCardLine *line, int width, int y, int height, gboolean mirrored)
{
  int rest = MAX (width - measure_whole (line), 0);
  int x = 0;

  for (guint i = 0; i < line->n; i++)
    {
      int wide = i == line->cut ? rest : get_natural_width (line->widgets[i]);

      gtk_widget_size_allocate (
          line->widgets[i], &(GtkAllocation){ mirrored ? width - x - wide : x, y, wide, height },
          -1);
      x += wide + BESIDE;
      if (i == 0 && line->cut >= line->n)
        x += rest;
    }
}

/* A label that may wrap has room for all its lines, whether it needs them or not. How many it needs
 * its layout tells, which is made for drawing anyway. */
static int
get_used_height (const MullCardLine *line, int width)
{
  int height = mull_card_line_measure_height (line, width);
  int used;

  if (line->n > 1 || !GTK_IS_LABEL (line->widgets[0]) ||
      !gtk_label_get_wrap (GTK_LABEL (line->widgets[0])))
    return height;
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (line->widgets[0])), NULL, &used);
  return MIN (used, height);
}

/**
 * mull_card_lines_allocate:
 * @width: pixels
 * @height: pixels
 * @mirrored: whether reading begins at the right
 *
 * Gives every widget its place: the lines from the top, the last ones from the bottom.
 */
void
mull_card_lines_allocate (const MullCardLine *lines,
                          guint n_lines,
                          int width,
                          int height,
                          gboolean mirrored)
{
  int top = 0, bottom = height;
  guint end = n_lines;

  while (end > 0 && lines[end - 1].at_end)
    {
      const MullCardLine *line = &lines[--end];
      int line_height = mull_card_line_measure_height (line, width);

      if (line->n == 0)
        continue;
      bottom -= line_height;
      allocate_line (line, width, bottom, line_height, mirrored);
      bottom -= BELOW;
    }
  for (guint i = 0; i < end; i++)
    {
      if (lines[i].n == 0)
        continue;
      allocate_line (&lines[i], width, top, mull_card_line_measure_height (&lines[i], width),
                     mirrored);
      top += get_used_height (&lines[i], width) + BELOW;
    }
}
