/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-list-drop"

#include "config.h"

#include "mull-board-list-private.h"

#include <math.h>

/**
 * mull_board_list_get_position_at:
 * @y: pixels from the top of the list as it is seen
 *
 * Returns: the card there, or %GTK_INVALID_LIST_POSITION between cards, in the gap and past the end
 */
guint
mull_board_list_get_position_at (MullBoardList *self, double y)
{
  double content_y, within;
  guint place, position;

  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), GTK_INVALID_LIST_POSITION);

  content_y = y + mull_board_list_get_value (self);
  if (content_y < 0)
    return GTK_INVALID_LIST_POSITION;
  place = content_y / self->row_height;
  within = content_y - (double) place * self->row_height - self->spacing / 2;
  position = place > self->drop_position ? place - 1 : place;
  if (place == self->drop_position || position >= self->n_items || within < 0 ||
      within >= self->row_height - self->spacing)
    return GTK_INVALID_LIST_POSITION;
  return position;
}

/**
 * mull_board_list_get_drop_position_at:
 * @y: pixels from the top of the list as it is seen
 *
 * Where something dropped at @y belongs: before the card whose upper half is there, after the one
 * whose lower half is there, and into the gap where that is open already. Opening the gap there
 * does not change the answer, so that it does not flutter.
 *
 * Returns: a position from 0 to the number of cards
 */
int
mull_board_list_get_drop_position_at (MullBoardList *self, double y)
{
  double place;
  guint whole, position;

  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), 0);

  place = (y + mull_board_list_get_value (self)) / self->row_height;
  if (place < 0)
    return 0;
  if (place >= (double) self->n_items + 1)
    return self->n_items;
  whole = place;
  if (whole == self->drop_position)
    return whole;
  position = whole > self->drop_position ? whole - 1 : whole;
  if (place - whole >= 0.5)
    position++;
  return MIN (position, self->n_items);
}

/**
 * mull_board_list_get_drop_position:
 *
 * Returns: where the gap is open, or -1
 */
int
mull_board_list_get_drop_position (MullBoardList *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), -1);

  return self->drop_position == GTK_INVALID_LIST_POSITION ? -1 : (int) self->drop_position;
}

/**
 * mull_board_list_set_drop_position:
 * @position: before which card to open a gap as high as a card; the number of cards for one at the
 *   end; -1 to close it
 *
 * Shows where a card would land. The others make room, sliding where the user wants animations.
 */
void
mull_board_list_set_drop_position (MullBoardList *self, int position)
{
  guint old = self->drop_position;
  guint new = position < 0 ? GTK_INVALID_LIST_POSITION : MIN ((guint) position, self->n_items);

  g_return_if_fail (MULL_IS_BOARD_LIST (self));

  if (old == new)
    return;
  self->drop_position = new;
  mull_board_list_slide_rows (self, old);
  mull_board_list_update_adjustment (self, mull_board_list_get_value (self));
  mull_board_list_update_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mull_board_list_drag_motion:
 * @y: where the drag hovers, in pixels from the top of the list as it is seen
 *
 * To be called for each motion of a drag over the list. Near the top or the bottom the list begins
 * to scroll, and an open gap follows.
 */
void
mull_board_list_drag_motion (MullBoardList *self, double y)
{
  g_return_if_fail (MULL_IS_BOARD_LIST (self));

  self->drag_y = y;
  mull_edge_scroll_motion (self->edge_scroll, y, self->height);
}

/**
 * mull_board_list_drag_leave:
 *
 * To be called when a drag leaves the list, drops on it or ends. Scrolling stops and the gap
 * closes.
 */
void
mull_board_list_drag_leave (MullBoardList *self)
{
  g_return_if_fail (MULL_IS_BOARD_LIST (self));

  mull_edge_scroll_stop (self->edge_scroll);
  mull_board_list_set_drop_position (self, -1);
}
