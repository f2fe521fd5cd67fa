/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* More than this stand nowhere beside each other. */
#define MULL_CARD_LINE_MAX 8

/**
 * MullCardLine:
 * @widgets: from where reading begins on; those that are hidden take no room
 * @n: how many there are
 * @cut: the one that gets what room is left, and is cut when there is little; %MULL_CARD_LINE_MAX
 *   where the room stands behind the first one
 * @height: pixels, or 0 to ask the widgets
 * @at_end: whether the line, and those after it, stand at the bottom
 *
 * Widgets beside each other on a card.
 */
typedef struct
{
  GtkWidget *widgets[MULL_CARD_LINE_MAX];
  guint n;
  guint cut;
  int height;
  gboolean at_end;
} MullCardLine;

void mull_card_line_add (MullCardLine *line, GtkWidget *widget);
int mull_card_lines_measure_width (const MullCardLine *lines, guint n_lines);
int mull_card_line_measure_height (const MullCardLine *line, int width);
int mull_card_lines_sum (const int *heights, guint n_lines);
void mull_card_lines_allocate (const MullCardLine *lines,
                               guint n_lines,
                               int width,
                               int height,
                               gboolean mirrored);

G_END_DECLS
