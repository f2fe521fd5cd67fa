/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-list-focus"

#include "config.h"

#include "mull-board-list-private.h"

#include <math.h>

/* Ways to walk. */
typedef enum
{
  WALK_UP,
  WALK_DOWN,
  WALK_PAGE_UP,
  WALK_PAGE_DOWN,
  WALK_HOME,
  WALK_END,
} Walk;

static guint
get_first_visible (MullBoardList *self)
{
  int position = mull_board_list_get_drop_position_at (self, 0);

  return MIN ((guint) position, self->n_items - 1);
}

/* The cursor, or where it would be put. */
static guint
get_start (MullBoardList *self)
{
  return self->focus_position < self->n_items ? self->focus_position : get_first_visible (self);
}

static guint
get_walk_target (MullBoardList *self, Walk walk)
{
  guint here = get_start (self), last = self->n_items - 1;
  guint page = MAX (self->height / self->row_height - 1, 1);

  switch (walk)
    {
    case WALK_UP:
      return here > 0 ? here - 1 : 0;
    case WALK_DOWN:
      return MIN (here + 1, last);
    case WALK_PAGE_UP:
      return here > page ? here - page : 0;
    case WALK_PAGE_DOWN:
      return last - here > page ? here + page : last;
    case WALK_HOME:
      return 0;
    case WALK_END:
      return last;
    }
  g_return_val_if_reached (here);
}

/* At an end the key is used up without effect: the focus does not leave the list by accident. */
static gboolean
on_walk_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);
  guint walk, modifiers, target;

  if (self->n_items == 0)
    return FALSE;
  g_variant_get (args, "(uu)", &walk, &modifiers);
  target = get_walk_target (self, walk);

  if ((modifiers & GDK_SHIFT_MASK) != 0)
    {
      if (self->anchor_position == GTK_INVALID_LIST_POSITION)
        self->anchor_position = get_start (self);
      mull_board_list_pick_range (self, self->anchor_position, target);
    }
  else
    {
      if ((modifiers & GDK_CONTROL_MASK) == 0)
        mull_board_list_unselect_all (self);
      self->anchor_position = target;
    }
  return mull_board_list_focus_item (self, target);
}

static gboolean
on_toggle_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);

  if (self->focus_position >= self->n_items)
    return FALSE;
  mull_board_list_toggle_pick (self, self->focus_position);
  self->anchor_position = self->focus_position;
  return TRUE;
}

static gboolean
on_select_all_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  mull_board_list_select_all (MULL_BOARD_LIST (widget));
  return TRUE;
}

/* Escape closes the innermost thing; without a selection that is not ours to close. */
static gboolean
on_unselect_all_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);

  if (self->picks->len == 0)
    return FALSE;
  mull_board_list_unselect_all (self);
  return TRUE;
}

static gboolean
on_activate_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);

  if (self->focus_position >= self->n_items)
    return FALSE;
  mull_board_list_emit_activate (self, self->focus_position);
  return TRUE;
}

static gboolean
on_menu_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);
  GdkRectangle area;

  if (self->focus_position >= self->n_items)
    return FALSE;
  mull_board_list_scroll_to (self, self->focus_position);
  mull_board_list_get_row_area (self, self->focus_position, &area);
  mull_board_list_emit_menu (self, self->focus_position, &area);
  return TRUE;
}

static void
add_walk (GtkWidgetClass *widget_class, guint keyval, guint keypad_keyval, Walk walk)
{
  static const GdkModifierType modifiers[] = {
    0,
    GDK_SHIFT_MASK,
    GDK_CONTROL_MASK,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK,
  };

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    {
      gtk_widget_class_add_binding (widget_class, keyval, modifiers[i], on_walk_cb, "(uu)", walk,
                                    modifiers[i]);
      gtk_widget_class_add_binding (widget_class, keypad_keyval, modifiers[i], on_walk_cb, "(uu)",
                                    walk, modifiers[i]);
    }
}

/**
 * mull_board_list_init_focus_class:
 *
 * Installs the keys of the list.
 */
void
mull_board_list_init_focus_class (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
  } keys[] = {
    { GDK_KEY_space, GDK_CONTROL_MASK, on_toggle_cb },
    { GDK_KEY_KP_Space, GDK_CONTROL_MASK, on_toggle_cb },
    { GDK_KEY_a, GDK_CONTROL_MASK, on_select_all_cb },
    { GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_unselect_all_cb },
    { GDK_KEY_Escape, 0, on_unselect_all_cb },
    { GDK_KEY_Return, 0, on_activate_cb },
    { GDK_KEY_KP_Enter, 0, on_activate_cb },
    { GDK_KEY_ISO_Enter, 0, on_activate_cb },
    { GDK_KEY_Menu, 0, on_menu_cb },
    { GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_cb },
  };

  add_walk (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, WALK_UP);
  add_walk (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, WALK_DOWN);
  add_walk (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, WALK_PAGE_UP);
  add_walk (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, WALK_PAGE_DOWN);
  add_walk (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, WALK_HOME);
  add_walk (widget_class, GDK_KEY_End, GDK_KEY_KP_End, WALK_END);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].keyval, keys[i].modifiers, keys[i].func,
                                  NULL);
}

/**
 * mull_board_list_get_focus_row:
 *
 * Returns: (transfer none) (nullable): the row that has, or contains, the keyboard focus
 */
MullBoardRow *
mull_board_list_get_focus_row (MullBoardList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  /* Not gtk_widget_get_focus_child(), which remembers long after the focus has left. */
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (focus != NULL && gtk_widget_get_parent (focus) != GTK_WIDGET (self))
    focus = gtk_widget_get_parent (focus);
  return MULL_IS_BOARD_ROW (focus) ? MULL_BOARD_ROW (focus) : NULL;
}

/**
 * mull_board_list_set_cursor:
 * @position: where the focus is, or comes back to
 *
 * Remembers the position and the item at it.
 */
void
mull_board_list_set_cursor (MullBoardList *self, guint position)
{
  if (position < self->n_items)
    self->focus_id = mull_board_list_get_item_id (self, position);
  if (self->focus_position == position)
    return;
  self->focus_position = position;
  mull_board_list_notify_focus_position (self);
}

/**
 * mull_board_list_grab_focus:
 *
 * Focuses the card last focused.
 */
gboolean
mull_board_list_grab_focus (GtkWidget *widget)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);

  return self->n_items > 0 && mull_board_list_focus_item (self, get_start (self));
}

/**
 * mull_board_list_focus:
 *
 * One Tab stop for the whole list: in to the card last focused, and from there out.
 */
gboolean
mull_board_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);

  if (mull_board_list_get_focus_row (self) != NULL)
    return FALSE;
  return mull_board_list_grab_focus (widget);
}

/**
 * mull_board_list_get_focus_position:
 *
 * Returns: the card that has the focus or had it last, or %GTK_INVALID_LIST_POSITION
 */
guint
mull_board_list_get_focus_position (MullBoardList *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), GTK_INVALID_LIST_POSITION);

  return self->focus_position;
}

/**
 * mull_board_list_focus_item:
 * @position: which card
 *
 * Scrolls to the card and gives it the keyboard focus, whether or not anything shows it yet. Where
 * the list is not visible yet, it does so when it becomes visible.
 *
 * Returns: %FALSE if there is no such card, or if it cannot take the focus
 */
gboolean
mull_board_list_focus_item (MullBoardList *self, guint position)
{
  MullBoardRow *row;

  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), FALSE);

  if (position >= self->n_items)
    return FALSE;
  mull_board_list_set_asleep (self, FALSE);
  mull_board_list_set_cursor (self, position);
  mull_board_list_scroll_to (self, position);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->focus_when_mapped = TRUE;
      return TRUE;
    }
  row = mull_board_list_find_row (self, position);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * mull_board_list_scroll_to:
 * @position: which card
 *
 * Scrolls no further than is needed to see the whole card.
 */
void
mull_board_list_scroll_to (MullBoardList *self, guint position)
{
  double y, value;

  g_return_if_fail (MULL_IS_BOARD_LIST (self));
  g_return_if_fail (position < self->n_items);

  if (self->vadjustment == NULL)
    return;
  y = mull_board_list_get_row_y (self, position);
  value = gtk_adjustment_get_value (self->vadjustment);
  /* The start of a card higher than the list matters more than its end. */
  value = MAX (value, y + self->row_height - self->height);
  value = MIN (value, y);
  gtk_adjustment_set_value (self->vadjustment, value);
}
