/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-list-splice"

#include "config.h"

#include "mull-board-list-private.h"

#include <stdlib.h>

/* How many of the items that replace others are looked through for the old ones. A longer reload
 * is another list rather than a changed one. */
#define SEARCH_LIMIT 2048

/* One change of the model, and where to find again what it moved. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
  GHashTable *places; /* (element-type gint64 guint) (nullable): new positions of replaced items */
} Splice;

static gboolean
splice_replaces (const Splice *splice, guint position)
{
  return position >= splice->position && position - splice->position < splice->n_removed;
}

/* Where the item went, or GTK_INVALID_LIST_POSITION. */
static guint
splice_map (const Splice *splice, guint position, gint64 id)
{
  gpointer place;

  if (position < splice->position || position == GTK_INVALID_LIST_POSITION)
    return position;
  if (!splice_replaces (splice, position))
    return position - splice->n_removed + splice->n_added;
  if (splice->places != NULL && g_hash_table_lookup_extended (splice->places, &id, NULL, &place))
    return GPOINTER_TO_UINT (place);
  return GTK_INVALID_LIST_POSITION;
}

static void
want_id (Splice *splice, guint position, gint64 id, guint *nearest)
{
  if (position == GTK_INVALID_LIST_POSITION || !splice_replaces (splice, position))
    return;
  if (splice->places == NULL)
    splice->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (splice->places, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (GTK_INVALID_LIST_POSITION));
  *nearest = MIN (*nearest, position);
}

/* Collects what is shown, focused or selected among the replaced items, and looks for it among
 * the new ones. */
static void
find_replaced (MullBoardList *self, Splice *splice)
{
  guint nearest = G_MAXUINT;
  guint from = splice->position, to = splice->position + splice->n_added;

  if (splice->n_added == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      MullBoardRow *row = g_ptr_array_index (self->rows, i);
      want_id (splice, mull_board_row_get_position (row), mull_board_row_get_id (row), &nearest);
    }
  for (guint i = 0; i < self->picks->len; i++)
    {
      const MullBoardPick *pick = &g_array_index (self->picks, MullBoardPick, i);
      want_id (splice, pick->position, pick->id, &nearest);
    }
  want_id (splice, self->focus_position, self->focus_id, &nearest);
  if (splice->places == NULL)
    return;

  if (splice->n_added > SEARCH_LIMIT)
    {
      if (nearest - splice->position > SEARCH_LIMIT / 2)
        from = MIN (nearest - SEARCH_LIMIT / 2, to - SEARCH_LIMIT);
      to = from + SEARCH_LIMIT;
    }
  for (guint position = from; position < to; position++)
    {
      gint64 id = mull_board_list_get_item_id (self, position);

      if (g_hash_table_contains (splice->places, &id))
        g_hash_table_insert (splice->places, g_memdup2 (&id, sizeof id),
                             GUINT_TO_POINTER (position));
    }
}

/* By how many places the items of the visible rows have moved, from the top down. */
static GArray *
get_shifts (MullBoardList *self, const Splice *splice)
{
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (int));
  double value = mull_board_list_get_value (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      MullBoardRow *row = g_ptr_array_index (self->rows, i);
      guint was = mull_board_row_get_position (row);
      guint is = splice_map (splice, was, mull_board_row_get_id (row));
      double y = mull_board_list_get_row_y (self, was) - value;
      int shift;

      if (is == GTK_INVALID_LIST_POSITION || y <= -self->row_height || y >= self->height)
        continue;
      shift = (int) is - (int) was;
      g_array_append_val (shifts, shift);
    }
  return shifts;
}

/* By how many rows to scroll so that what is visible stays where it is. If the change begins below
 * the top of what is visible, that is none. Otherwise the visible rows vote: a card that was moved
 * among the others does not take the whole list along. */
static int
get_scroll_shift (MullBoardList *self, const Splice *splice)
{
  g_autoptr (GArray) shifts = NULL;
  double value = mull_board_list_get_value (self);
  guint best_votes = 0;
  int best = 0;

  /* At the top one wants to see what arrives there. */
  if (value <= 0 || mull_board_list_get_row_y (self, splice->position) > value)
    return 0;

  shifts = get_shifts (self, splice);
  for (guint i = 0; i < shifts->len; i++)
    {
      int shift = g_array_index (shifts, int, i);
      guint votes = 0;

      for (guint j = 0; j < shifts->len; j++)
        if (g_array_index (shifts, int, j) == shift)
          votes++;
      if (votes > best_votes || (votes == best_votes && abs (shift) < abs (best)))
        {
          best = shift;
          best_votes = votes;
        }
    }
  return best;
}

static int
compare_picks (gconstpointer a, gconstpointer b)
{
  guint x = ((const MullBoardPick *) a)->position;
  guint y = ((const MullBoardPick *) b)->position;

  return (x > y) - (x < y);
}

/* Returns: whether a selected item is gone. One that merely moved is still selected. */
static gboolean
move_picks (MullBoardList *self, const Splice *splice)
{
  guint kept = 0, before = self->picks->len;

  for (guint i = 0; i < before; i++)
    {
      MullBoardPick pick = g_array_index (self->picks, MullBoardPick, i);

      pick.position = splice_map (splice, pick.position, pick.id);
      if (pick.position != GTK_INVALID_LIST_POSITION)
        g_array_index (self->picks, MullBoardPick, kept++) = pick;
    }
  g_array_set_size (self->picks, kept);
  g_array_sort (self->picks, compare_picks);
  return kept < before;
}

/* Where the cursor goes: with its item; if that is gone, to the one that took its place. */
static guint
get_new_cursor (MullBoardList *self, const Splice *splice, guint n_items)
{
  guint position = splice_map (splice, self->focus_position, self->focus_id);

  if (position != GTK_INVALID_LIST_POSITION || self->focus_position == GTK_INVALID_LIST_POSITION ||
      n_items == 0)
    return position;
  return MIN (MIN (self->focus_position, splice->position + splice->n_added), n_items - 1);
}

/* The last card went while it had the focus, which must not stay on something invisible. */
static void
leave_empty_list (MullBoardList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD))
    gtk_root_set_focus (root, NULL);
}

static void
move_rows (MullBoardList *self, const Splice *splice, MullBoardRow *focus_row)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      MullBoardRow *row = g_ptr_array_index (self->rows, i);
      guint was = mull_board_row_get_position (row);
      guint is = splice_map (splice, was, mull_board_row_get_id (row));

      if (was == GTK_INVALID_LIST_POSITION)
        continue;
      if (splice_replaces (splice, was))
        mull_board_row_set_stale (row);
      if (row != focus_row || is != GTK_INVALID_LIST_POSITION)
        mull_board_row_set_position (row, is, self->n_items);
    }
}

/* The row with the keyboard focus has lost its item. It goes on with the item at the cursor, or
 * hands the focus over to the row that shows it already; it must not vanish while it has it. */
static void
move_orphaned_focus (MullBoardList *self, MullBoardRow *focus_row, guint cursor)
{
  MullBoardRow *successor = NULL;

  for (guint i = 0; i < self->rows->len && successor == NULL; i++)
    {
      MullBoardRow *row = g_ptr_array_index (self->rows, i);
      if (row != focus_row && mull_board_row_get_position (row) == cursor)
        successor = row;
    }
  if (cursor == GTK_INVALID_LIST_POSITION)
    leave_empty_list (self);
  else if (successor != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (successor));
  mull_board_row_set_position (focus_row, successor == NULL ? cursor : GTK_INVALID_LIST_POSITION,
                               self->n_items);
}

static gboolean
is_row_visible (MullBoardList *self, MullBoardRow *row)
{
  double y = mull_board_list_get_row_y (self, mull_board_row_get_position (row)) -
             mull_board_list_get_value (self);

  return y + self->row_height > 0 && y < self->height;
}

/**
 * mull_board_list_splice:
 * @position: where the model changed
 * @n_removed: how many items went
 * @n_added: how many came
 *
 * Follows a change of the model. Visible cards stay where they are, the cursor and the selection
 * stay with their items, also with those that the same change moves elsewhere.
 */
void
mull_board_list_splice (MullBoardList *self, guint position, guint n_removed, guint n_added)
{
  Splice splice = { position, n_removed, n_added, NULL };
  guint n_items = self->n_items - n_removed + n_added;
  MullBoardRow *focus_row = mull_board_list_get_focus_row (self);
  gboolean focus_lost = FALSE, follow_focus = FALSE;
  gboolean picks_changed;
  double value;
  guint cursor;

  find_replaced (self, &splice);
  if (focus_row != NULL)
    {
      guint was = mull_board_row_get_position (focus_row);

      focus_lost =
          splice_map (&splice, was, mull_board_row_get_id (focus_row)) == GTK_INVALID_LIST_POSITION;
      follow_focus = splice_replaces (&splice, was) && is_row_visible (self, focus_row);
    }
  value = mull_board_list_get_value (self) +
          (double) get_scroll_shift (self, &splice) * self->row_height;
  picks_changed = move_picks (self, &splice);
  cursor = get_new_cursor (self, &splice, n_items);
  if (self->anchor_position != GTK_INVALID_LIST_POSITION)
    self->anchor_position = splice_replaces (&splice, self->anchor_position)
                                ? cursor
                                : splice_map (&splice, self->anchor_position, 0);

  /* An item was dropped or vanished under the drag: the next motion opens the gap anew. */
  if (self->drop_position != GTK_INVALID_LIST_POSITION)
    self->drop_position = MIN (self->drop_position, n_items);
  self->pressed_position = GTK_INVALID_LIST_POSITION;
  self->n_items = n_items;

  move_rows (self, &splice, focus_row);
  if (focus_lost)
    move_orphaned_focus (self, focus_row, cursor);
  mull_board_list_set_cursor (self, cursor);
  mull_board_list_update_adjustment (self, value);
  if (follow_focus && cursor != GTK_INVALID_LIST_POSITION)
    mull_board_list_scroll_to (self, cursor);
  mull_board_list_update_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  mull_board_list_show_picks (self);
  if (picks_changed)
    mull_board_list_emit_selection_changed (self);
  g_clear_pointer (&splice.places, g_hash_table_unref);
}
