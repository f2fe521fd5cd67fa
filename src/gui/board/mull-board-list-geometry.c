/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-list-geometry"

#include "config.h"

#include "mull-board-list-private.h"

static GtkWidgetClass *parent_class;

/* ── Layout ───────────────────────────────────────────────────────────── */

static void
mull_board_list_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = 0;
      *natural = MIN ((double) self->n_items * self->row_height, G_MAXINT16);
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      int row_minimum;

      gtk_widget_measure (g_ptr_array_index (self->rows, i), orientation, -1, &row_minimum, NULL,
                          NULL, NULL);
      self->min_width = MAX (self->min_width, row_minimum);
    }
  *minimum = *natural = self->min_width;
}

static void
mull_board_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);

  self->in_allocate = TRUE;
  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, 0, 0, width, width * 0.1, width * 0.9, width);
  if (!self->allocated || height != self->height)
    {
      self->allocated = TRUE;
      self->height = height;
      mull_board_list_update_adjustment (self, mull_board_list_get_value (self));
      mull_board_list_update_rows_late (self);
    }
  mull_board_list_allocate_rows (self, width, height);
  self->in_allocate = FALSE;
}

/* Before the first layout the window's own wish is the best guess at our height, so that the first
 * frame has all its cards and none too many. */
static void
mull_board_list_root (GtkWidget *widget)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);
  GtkRoot *root;
  int width, height = -1;

  parent_class->root (widget);

  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (!self->allocated && height > 0)
    {
      self->height = height;
      mull_board_list_update_adjustment (self, mull_board_list_get_value (self));
      mull_board_list_update_rows (self);
    }
}

/**
 * mull_board_list_init_geometry_class:
 * @parent: the class that the list chains up to
 *
 * Installs what has to do with size.
 */
void
mull_board_list_init_geometry_class (GtkWidgetClass *widget_class, gpointer parent)
{
  parent_class = parent;
  widget_class->measure = mull_board_list_measure;
  widget_class->size_allocate = mull_board_list_size_allocate;
  widget_class->root = mull_board_list_root;
}

/* ── Rows ─────────────────────────────────────────────────────────────── */

/**
 * mull_board_list_set_row_height:
 * @row_height: pixels from the top of one card to the top of the next
 *
 * Makes all cards higher or lower. The one at the top stays there.
 */
void
mull_board_list_set_row_height (MullBoardList *self, int row_height)
{
  double rows_above;

  g_return_if_fail (MULL_IS_BOARD_LIST (self));
  g_return_if_fail (row_height > 0);

  if (self->row_height == row_height)
    return;
  rows_above = mull_board_list_get_value (self) / self->row_height;
  self->row_height = row_height;
  self->min_width = 0;
  mull_board_list_update_adjustment (self, rows_above * row_height);
  mull_board_list_update_rows (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "row-height");
}

/**
 * mull_board_list_set_spacing:
 * @spacing: pixels between two cards, out of the row height
 *
 * Sets how far apart the cards are.
 */
void
mull_board_list_set_spacing (MullBoardList *self, int spacing)
{
  g_return_if_fail (MULL_IS_BOARD_LIST (self));
  g_return_if_fail (spacing >= 0);

  if (self->spacing == spacing)
    return;
  self->spacing = spacing;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "spacing");
}

/**
 * mull_board_list_get_row_area:
 * @position: which card
 * @area: (out): its place in our coordinates, which may be out of sight
 *
 * Tells where a card is, as for a popover to point at.
 *
 * Returns: %FALSE if there is no such card
 */
gboolean
mull_board_list_get_row_area (MullBoardList *self, guint position, GdkRectangle *area)
{
  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  if (position >= self->n_items)
    return FALSE;
  area->x = 0;
  area->y = CLAMP (mull_board_list_get_row_y (self, position) - mull_board_list_get_value (self) +
                       self->spacing / 2,
                   G_MININT / 2, G_MAXINT / 2);
  area->width = gtk_widget_get_width (GTK_WIDGET (self));
  area->height = MAX (self->row_height - self->spacing, 1);
  return TRUE;
}
