/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-row"

#include "config.h"

#include "mull-board-row.h"

struct _MullBoardRow
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *child; /* by being its parent */
  gpointer item;    /* (nullable): a GObject; NULL while nothing is bound */
  char *label;

  gint64 id;
  guint position; /* GTK_INVALID_LIST_POSITION: spare */
  guint n_items;
  gboolean stale; /* the item at the position has been replaced and waits to be bound */
  gboolean selected;
  double slide_from; /* pixels from the row's own place, where the slide began */
  double slide;      /* pixels from the row's own place, now */
};

G_DEFINE_FINAL_TYPE (MullBoardRow, mull_board_row, GTK_TYPE_WIDGET)

static void
mull_board_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  MullBoardRow *self = MULL_BOARD_ROW (widget);

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  /* All rows are as high as the list says; a card that wants more is cut, not complained about. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = 0;
}

static void
mull_board_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MullBoardRow *self = MULL_BOARD_ROW (widget);
  int minimum;

  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  /* Only then: otherwise the outline of a card may stand out. */
  gtk_widget_set_overflow (widget, minimum > height ? GTK_OVERFLOW_HIDDEN : GTK_OVERFLOW_VISIBLE);
  gtk_widget_allocate (self->child, width, MAX (height, minimum), -1, NULL);
}

static void
mull_board_row_dispose (GObject *object)
{
  MullBoardRow *self = MULL_BOARD_ROW (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (mull_board_row_parent_class)->dispose (object);
}

static void
mull_board_row_finalize (GObject *object)
{
  MullBoardRow *self = MULL_BOARD_ROW (object);

  g_free (self->label);

  G_OBJECT_CLASS (mull_board_row_parent_class)->finalize (object);
}

static void
mull_board_row_class_init (MullBoardRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_board_row_dispose;
  object_class->finalize = mull_board_row_finalize;

  widget_class->measure = mull_board_row_measure;
  widget_class->size_allocate = mull_board_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "boardrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
mull_board_row_init (MullBoardRow *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * mull_board_row_new:
 * @child: (transfer floating): the owner's card
 *
 * Returns: (transfer floating): a spare row around @child
 */
MullBoardRow *
mull_board_row_new (GtkWidget *child)
{
  MullBoardRow *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  self = g_object_new (MULL_TYPE_BOARD_ROW, NULL);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return self;
}

/**
 * mull_board_row_get_child:
 *
 * Returns: (transfer none): the owner's card
 */
GtkWidget *
mull_board_row_get_child (MullBoardRow *self)
{
  return self->child;
}

/**
 * mull_board_row_get_position:
 *
 * Returns: the position shown, or %GTK_INVALID_LIST_POSITION for a spare row
 */
guint
mull_board_row_get_position (MullBoardRow *self)
{
  return self->position;
}

/**
 * mull_board_row_set_position:
 * @position: the position, or %GTK_INVALID_LIST_POSITION to make it a spare row
 * @n_items: how many items the list has
 *
 * Says where the row stands, to us and to assistive technology.
 */
void
mull_board_row_set_position (MullBoardRow *self, guint position, guint n_items)
{
  gboolean used = position != GTK_INVALID_LIST_POSITION;
  gboolean was_used = self->position != GTK_INVALID_LIST_POSITION;

  if (self->position == position && self->n_items == n_items)
    return;
  self->position = position;
  self->n_items = n_items;

  if (used != was_used)
    {
      gtk_widget_set_child_visible (GTK_WIDGET (self), used);
      /* Not gtk_widget_set_visible(), which would have the whole window measured again. */
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, !used, -1);
    }
  if (used)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                    (int) position + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                    (int) n_items, -1);
  else
    self->slide = self->slide_from = 0;
}

/**
 * mull_board_row_get_item:
 *
 * Returns: (transfer none) (nullable): the item bound
 */
gpointer
mull_board_row_get_item (MullBoardRow *self)
{
  return self->item;
}

/**
 * mull_board_row_get_id:
 *
 * Returns: what tells the item bound from all others
 */
gint64
mull_board_row_get_id (MullBoardRow *self)
{
  return self->id;
}

/**
 * mull_board_row_take_item:
 * @item: (transfer full) (nullable): the item bound from now on
 * @id: what tells it from all others
 *
 * Remembers what is bound. The row is no longer stale.
 */
void
mull_board_row_take_item (MullBoardRow *self, gpointer item, gint64 id)
{
  g_clear_object (&self->item);
  self->item = item;
  self->id = id;
  self->stale = FALSE;
}

/**
 * mull_board_row_get_stale:
 *
 * Returns: whether the row must be bound again although it stands at the right place
 */
gboolean
mull_board_row_get_stale (MullBoardRow *self)
{
  return self->stale;
}

/**
 * mull_board_row_set_stale:
 *
 * Marks the row as one to be bound again.
 */
void
mull_board_row_set_stale (MullBoardRow *self)
{
  self->stale = TRUE;
}

/**
 * mull_board_row_get_slide:
 *
 * Returns: how many pixels below its own place the row is to be shown
 */
double
mull_board_row_get_slide (MullBoardRow *self)
{
  return self->slide;
}

/**
 * mull_board_row_start_slide:
 * @distance: pixels by which the row's own place has just moved up
 *
 * Shows the row where it was, from where it slides to its place.
 */
void
mull_board_row_start_slide (MullBoardRow *self, double distance)
{
  self->slide += distance;
  self->slide_from = self->slide;
}

/**
 * mull_board_row_advance_slide:
 * @part: from 0, the beginning, to 1, arrived
 *
 * Moves the row along its slide.
 */
void
mull_board_row_advance_slide (MullBoardRow *self, double part)
{
  self->slide = self->slide_from * (1 - part);
}

/**
 * mull_board_row_set_label:
 * @label: the whole card in one sentence
 *
 * Sets what a screen reader says.
 */
void
mull_board_row_set_label (MullBoardRow *self, const char *label)
{
  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * mull_board_row_set_selected:
 *
 * Shows and tells whether the row is selected.
 */
void
mull_board_row_set_selected (MullBoardRow *self, gboolean selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
