/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-list-rows"

#include "config.h"

#include "mull-board-list-private.h"

#include <adwaita.h>
#include <math.h>

#define SLIDE_TIME (150 * 1000) /* microseconds */

/* The place of a position, counted in row heights: the gap for a drop takes one as well. */
static guint
position_to_place (MullBoardList *self, guint position)
{
  return position + (position >= self->drop_position ? 1 : 0);
}

/* What is wholly or partly visible: from @first up to but not including @end. */
static void
get_visible_range (MullBoardList *self, guint *first, guint *end)
{
  double value = mull_board_list_get_value (self);
  guint first_place, end_place;

  *first = *end = 0;
  if (self->asleep)
    return;
  first_place = floor (value / self->row_height);
  end_place = ceil ((value + self->height) / self->row_height);

  *first = first_place > self->drop_position ? first_place - 1 : first_place;
  *end = end_place > self->drop_position ? end_place - 1 : end_place;
  /* While a gap opens, the card that it pushes out at the bottom is still to be seen. */
  if (self->slide_id != 0)
    *end += 1;
  *end = MIN (*end, self->n_items);
  *first = MIN (*first, *end);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint x = mull_board_row_get_position (*(MullBoardRow *const *) a);
  guint y = mull_board_row_get_position (*(MullBoardRow *const *) b);

  return (x > y) - (x < y);
}

/* Puts the rows into the order in which a screen reader walks over them. At most a screenful, and
 * nearly sorted already: insertion needs no memory and hardly any steps. */
static void
sort_rows (MullBoardList *self)
{
  gpointer *rows = self->rows->pdata;
  GtkWidget *previous = NULL;

  for (guint i = 1; i < self->rows->len; i++)
    {
      gpointer row = rows[i];
      guint j = i;

      while (j > 0 && compare_rows (&rows[j - 1], &row) > 0)
        {
          rows[j] = rows[j - 1];
          j--;
        }
      rows[j] = row;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (gtk_widget_get_prev_sibling (rows[i]) != previous)
        gtk_widget_insert_after (rows[i], GTK_WIDGET (self), previous);
      previous = rows[i];
    }
}

static void
unbind_row (MullBoardList *self, MullBoardRow *row)
{
  gpointer item = mull_board_row_get_item (row);

  if (item == NULL)
    return;
  if (self->funcs.unbind != NULL)
    self->funcs.unbind (mull_board_row_get_child (row), item, self->funcs_data);
  mull_board_row_take_item (row, NULL, 0);
}

static void
release_row (MullBoardList *self, MullBoardRow *row)
{
  unbind_row (self, row);
  mull_board_row_set_position (row, GTK_INVALID_LIST_POSITION, 0);
}

static void
bind_row (MullBoardList *self, MullBoardRow *row, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->model, position);
  gint64 id;

  unbind_row (self, row);
  g_return_if_fail (item != NULL);

  id = mull_board_list_get_item_id (self, position);
  self->funcs.bind (mull_board_row_get_child (row), item, position, self->funcs_data);
  mull_board_row_take_item (row, g_steal_pointer (&item), id);
  mull_board_row_set_position (row, position, self->n_items);
  mull_board_row_set_selected (row, mull_board_list_is_selected (self, position));
}

/* However it got there: by our keys, a click, or assistive technology. */
static void
on_row_focus_enter_cb (GtkEventControllerFocus *focus, MullBoardRow *row)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (row));
  guint position = mull_board_row_get_position (row);

  if (list != NULL && position != GTK_INVALID_LIST_POSITION)
    mull_board_list_set_cursor (MULL_BOARD_LIST (list), position);
}

static MullBoardRow *
get_spare_row (MullBoardList *self)
{
  GtkEventController *focus;
  MullBoardRow *row;

  for (guint i = self->rows->len; i > 0; i--)
    {
      row = g_ptr_array_index (self->rows, i - 1);
      if (mull_board_row_get_position (row) == GTK_INVALID_LIST_POSITION)
        return row;
    }
  row = mull_board_row_new (self->funcs.make (self->funcs_data));
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "enter", G_CALLBACK (on_row_focus_enter_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
  gtk_widget_set_parent (GTK_WIDGET (row), GTK_WIDGET (self));
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
drop_surplus_rows (MullBoardList *self)
{
  /* Cut at both ends, n + 1 rows are visible where n fit; one more may hold the focus. */
  guint wanted = (self->height + self->row_height - 1) / self->row_height + 2;

  /* A row that sits out a drag may be the one it started from. */
  if (self->drop_position != GTK_INVALID_LIST_POSITION || self->slide_id != 0)
    return;
  while (self->rows->len > wanted)
    {
      MullBoardRow *row = g_ptr_array_index (self->rows, self->rows->len - 1);

      if (mull_board_row_get_position (row) != GTK_INVALID_LIST_POSITION)
        break;
      g_ptr_array_remove_index (self->rows, self->rows->len - 1);
      gtk_widget_unparent (GTK_WIDGET (row));
    }
}

/**
 * mull_board_list_update_rows:
 *
 * Makes the rows show what is visible, touching only those that change. Where to show them is left
 * to the caller, who asks for a new allocation if they move. Never to be called during
 * layout: a label whose text changes asks for a new size, and asking while sizes are being given
 * leaves its parents without one, so that they are not drawn at all.
 */
void
mull_board_list_update_rows (MullBoardList *self)
{
  MullBoardRow *focus_row;
  gboolean changed = FALSE;
  guint first, end;

  g_assert (!self->in_allocate);
  if (self->funcs.bind == NULL || self->row_height <= 0)
    return;

  get_visible_range (self, &first, &end);
  focus_row = mull_board_list_get_focus_row (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      MullBoardRow *row = g_ptr_array_index (self->rows, i);
      guint position = mull_board_row_get_position (row);

      if (position == GTK_INVALID_LIST_POSITION)
        {
          unbind_row (self, row); /* its item has gone */
          continue;
        }
      /* The row with the keyboard focus stays with its item, even out of sight. */
      if (row != focus_row && (position < first || position >= end))
        {
          release_row (self, row);
          changed = TRUE;
        }
      else if (mull_board_row_get_stale (row))
        {
          bind_row (self, row, position);
          changed = TRUE;
        }
    }
  for (guint position = first; position < end; position++)
    if (mull_board_list_find_row (self, position) == NULL)
      {
        bind_row (self, get_spare_row (self), position);
        changed = TRUE;
      }

  sort_rows (self);
  drop_surplus_rows (self);
  if (changed)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_late_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);

  self->late_id = 0;
  mull_board_list_update_rows (self);
  if (self->focus_when_mapped && gtk_widget_get_mapped (widget))
    {
      self->focus_when_mapped = FALSE;
      gtk_widget_grab_focus (widget);
    }
  return G_SOURCE_REMOVE;
}

/**
 * mull_board_list_update_rows_late:
 *
 * Updates the rows at the next opportunity after layout.
 */
void
mull_board_list_update_rows_late (MullBoardList *self)
{
  if (self->late_id == 0)
    self->late_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_late_tick_cb, NULL, NULL);
}

/**
 * mull_board_list_set_asleep:
 * @asleep: whether nothing of the list is in sight
 *
 * A list that is asleep reads and shows no cards, but for the one with the focus. One that is given
 * the focus wakes up.
 */
void
mull_board_list_set_asleep (MullBoardList *self, gboolean asleep)
{
  g_return_if_fail (MULL_IS_BOARD_LIST (self));

  if (self->asleep == asleep)
    return;
  self->asleep = asleep;
  mull_board_list_update_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mull_board_list_get_asleep:
 *
 * Returns: whether the list was told that it is out of sight
 */
gboolean
mull_board_list_get_asleep (MullBoardList *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), FALSE);

  return self->asleep;
}

/**
 * mull_board_list_release_rows:
 *
 * Unbinds and drops all rows.
 */
void
mull_board_list_release_rows (MullBoardList *self)
{
  while (self->rows->len > 0)
    {
      MullBoardRow *row = g_ptr_array_steal_index (self->rows, self->rows->len - 1);

      release_row (self, row);
      gtk_widget_unparent (GTK_WIDGET (row));
    }
}

/**
 * mull_board_list_find_row:
 *
 * Returns: (transfer none) (nullable): the row that shows @position, if there is one
 */
MullBoardRow *
mull_board_list_find_row (MullBoardList *self, guint position)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      MullBoardRow *row = g_ptr_array_index (self->rows, i);

      if (position != GTK_INVALID_LIST_POSITION && mull_board_row_get_position (row) == position)
        return row;
    }
  return NULL;
}

/**
 * mull_board_list_get_row_y:
 *
 * Returns: where the row of @position begins, in pixels from the start of the content
 */
double
mull_board_list_get_row_y (MullBoardList *self, guint position)
{
  return (double) position_to_place (self, position) * self->row_height;
}

/**
 * mull_board_list_get_value:
 *
 * Returns: how far the list is scrolled, in whole pixels, so that text stays sharp
 */
double
mull_board_list_get_value (MullBoardList *self)
{
  return self->vadjustment != NULL ? floor (gtk_adjustment_get_value (self->vadjustment)) : 0;
}

/**
 * mull_board_list_get_item_id:
 *
 * Returns: what tells the item at @position, which must be valid, from all others
 */
gint64
mull_board_list_get_item_id (MullBoardList *self, guint position)
{
  g_autoptr (GObject) item = NULL;

  if (self->funcs.get_id != NULL)
    return self->funcs.get_id (self->model, position, self->funcs_data);
  item = g_list_model_get_item (self->model, position);
  return (gint64) (gintptr) item;
}

/**
 * mull_board_list_update_adjustment:
 * @value: where to scroll to, in pixels
 *
 * Tells the adjustment how long the list is now. Does not update the rows.
 */
void
mull_board_list_update_adjustment (MullBoardList *self, double value)
{
  double places = self->n_items;

  if (self->vadjustment == NULL)
    return;
  if (self->drop_position != GTK_INVALID_LIST_POSITION)
    places += 1;

  self->updating = TRUE;
  gtk_adjustment_configure (self->vadjustment, value, 0,
                            MAX (places * self->row_height, self->height), self->row_height,
                            self->height * 0.9, self->height);
  self->updating = FALSE;
}

/**
 * mull_board_list_allocate_rows:
 * @width: pixels
 * @height: pixels
 *
 * Gives every row its place. Binds nothing.
 */
void
mull_board_list_allocate_rows (MullBoardList *self, int width, int height)
{
  double value = mull_board_list_get_value (self);
  int card_height = MAX (self->row_height - self->spacing, 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      MullBoardRow *row = g_ptr_array_index (self->rows, i);
      guint position = mull_board_row_get_position (row);
      double y;
      int minimum;

      if (position == GTK_INVALID_LIST_POSITION)
        continue;
      y = mull_board_list_get_row_y (self, position) - value + self->spacing / 2 +
          mull_board_row_get_slide (row);
      gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      gtk_widget_allocate (GTK_WIDGET (row), MAX (width, minimum), card_height, -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, round (y))));
    }
}

static double
ease_out (double part)
{
  double rest = 1 - part;

  return 1 - rest * rest * rest;
}

static gboolean
on_slide_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double part;

  if (self->slide_start == 0)
    self->slide_start = now;
  part = MIN ((now - self->slide_start) / (double) SLIDE_TIME, 1);

  for (guint i = 0; i < self->rows->len; i++)
    mull_board_row_advance_slide (g_ptr_array_index (self->rows, i), ease_out (part));

  if (part < 1)
    {
      gtk_widget_queue_allocate (widget);
      return G_SOURCE_CONTINUE;
    }
  self->slide_id = 0;
  mull_board_list_update_rows (self);
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

/**
 * mull_board_list_slide_rows:
 * @old_drop_position: where the gap was
 *
 * Lets the rows slide to the places that the gap, which has moved, assigns to them; at once where
 * the user wants no animations.
 */
void
mull_board_list_slide_rows (MullBoardList *self, guint old_drop_position)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (!gtk_widget_get_mapped (widget) || !adw_get_enable_animations (widget))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      MullBoardRow *row = g_ptr_array_index (self->rows, i);
      guint position = mull_board_row_get_position (row);
      int was, is;

      if (position == GTK_INVALID_LIST_POSITION)
        continue;
      was = position >= old_drop_position ? self->row_height : 0;
      is = position >= self->drop_position ? self->row_height : 0;
      mull_board_row_start_slide (row, was - is);
    }
  self->slide_start = 0;
  if (self->slide_id == 0)
    self->slide_id = gtk_widget_add_tick_callback (widget, on_slide_tick_cb, NULL, NULL);
}
