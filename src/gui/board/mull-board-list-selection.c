/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-list-selection"

#include "config.h"

#include "mull-board-list-private.h"

/* Where @position stands among the picks, or would have to be put. */
static gboolean
find_pick (MullBoardList *self, guint position, guint *index)
{
  guint low = 0, high = self->picks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->picks, MullBoardPick, middle).position < position)
        low = middle + 1;
      else
        high = middle;
    }
  *index = low;
  return low < self->picks->len &&
         g_array_index (self->picks, MullBoardPick, low).position == position;
}

static void
add_pick (MullBoardList *self, guint index, guint position)
{
  MullBoardPick pick = { position, mull_board_list_get_item_id (self, position) };

  g_array_insert_val (self->picks, index, pick);
}

static void
picks_changed (MullBoardList *self)
{
  mull_board_list_show_picks (self);
  mull_board_list_emit_selection_changed (self);
}

/**
 * mull_board_list_show_picks:
 *
 * Lets the rows show which of them are selected.
 */
void
mull_board_list_show_picks (MullBoardList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      MullBoardRow *row = g_ptr_array_index (self->rows, i);
      guint position = mull_board_row_get_position (row);

      if (position != GTK_INVALID_LIST_POSITION)
        mull_board_row_set_selected (row, mull_board_list_is_selected (self, position));
    }
}

/**
 * mull_board_list_pick_range:
 * @from: one end, inclusive
 * @to: the other end, inclusive; may be before @from
 *
 * Selects the range and nothing else.
 */
void
mull_board_list_pick_range (MullBoardList *self, guint from, guint to)
{
  guint first = MIN (from, to), last = MIN (MAX (from, to), self->n_items - 1);

  if (self->picks->len == last - first + 1 &&
      g_array_index (self->picks, MullBoardPick, 0).position == first &&
      g_array_index (self->picks, MullBoardPick, last - first).position == last)
    return;
  g_array_set_size (self->picks, 0);
  for (guint position = first; position <= last; position++)
    add_pick (self, self->picks->len, position);
  picks_changed (self);
}

/**
 * mull_board_list_toggle_pick:
 * @position: which card
 *
 * Selects the card, or no longer.
 */
void
mull_board_list_toggle_pick (MullBoardList *self, guint position)
{
  guint index;

  if (find_pick (self, position, &index))
    g_array_remove_index (self->picks, index);
  else
    add_pick (self, index, position);
  picks_changed (self);
}

/**
 * mull_board_list_get_selection:
 *
 * What a command given in this list applies to: the cards selected; if none is, the one that has
 * the focus or had it last.
 *
 * Returns: (transfer full): the positions
 */
GtkBitset *
mull_board_list_get_selection (MullBoardList *self)
{
  GtkBitset *selection;

  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), NULL);

  selection = gtk_bitset_new_empty ();
  for (guint i = 0; i < self->picks->len; i++)
    gtk_bitset_add (selection, g_array_index (self->picks, MullBoardPick, i).position);
  if (self->picks->len == 0 && self->focus_position < self->n_items)
    gtk_bitset_add (selection, self->focus_position);
  return selection;
}

/**
 * mull_board_list_is_selected:
 * @position: which card
 *
 * Returns: whether the user has selected the card. The cursor alone is no selection
 */
gboolean
mull_board_list_is_selected (MullBoardList *self, guint position)
{
  guint index;

  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), FALSE);

  return find_pick (self, position, &index);
}

/**
 * mull_board_list_select_all:
 *
 * Selects all cards.
 */
void
mull_board_list_select_all (MullBoardList *self)
{
  g_return_if_fail (MULL_IS_BOARD_LIST (self));

  if (self->n_items > 0)
    mull_board_list_pick_range (self, 0, self->n_items - 1);
}

/**
 * mull_board_list_unselect_all:
 *
 * Selects nothing. The cursor stays.
 */
void
mull_board_list_unselect_all (MullBoardList *self)
{
  g_return_if_fail (MULL_IS_BOARD_LIST (self));

  if (self->picks->len == 0)
    return;
  g_array_set_size (self->picks, 0);
  picks_changed (self);
}
