/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-list-pointer"

#include "config.h"

#include "mull-board-list-private.h"

static void
select_pressed (MullBoardList *self, guint position, GdkModifierType modifiers)
{
  gboolean was_inside = mull_board_list_get_focus_row (self) != NULL;

  if ((modifiers & GDK_SHIFT_MASK) != 0)
    {
      if (self->anchor_position == GTK_INVALID_LIST_POSITION)
        self->anchor_position = position;
      mull_board_list_pick_range (self, self->anchor_position, position);
      return;
    }
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    {
      /* The card one was at belongs to the selection that begins here. */
      if (self->picks->len == 0 && was_inside && self->anchor_position < self->n_items &&
          self->anchor_position == self->focus_position && self->focus_position != position)
        mull_board_list_toggle_pick (self, self->focus_position);
      mull_board_list_toggle_pick (self, position);
    }
  else if (mull_board_list_is_selected (self, position))
    self->pressed_position = position; /* may become a drag of all that is selected */
  else
    mull_board_list_unselect_all (self);
  self->anchor_position = position;
}

/* Without scrolling, which would move the card away from under the pointer. */
static void
focus_pressed (MullBoardList *self, guint position)
{
  MullBoardRow *row = mull_board_list_find_row (self, position);

  mull_board_list_set_cursor (self, position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_click_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MullBoardList *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  guint position = mull_board_list_get_position_at (self, y);

  self->pressed_position = GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  select_pressed (self, position, gtk_event_controller_get_current_event_state (controller));
  focus_pressed (self, position);
}

static void
on_click_released_cb (GtkGestureClick *gesture,
                      int n_press,
                      double x,
                      double y,
                      MullBoardList *self)
{
  guint position = mull_board_list_get_position_at (self, y);
  GdkModifierType modifiers =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->pressed_position != GTK_INVALID_LIST_POSITION)
    mull_board_list_unselect_all (self);
  self->pressed_position = GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION || position != self->focus_position ||
      (modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return;
  if (n_press == (self->single_click_activate ? 1 : 2))
    mull_board_list_emit_activate (self, position);
}

static void
show_menu_at (MullBoardList *self, double x, double y)
{
  guint position = mull_board_list_get_position_at (self, y);
  GdkRectangle area = { x, y, 1, 1 };

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!mull_board_list_is_selected (self, position))
    mull_board_list_unselect_all (self);
  focus_pressed (self, position);
  mull_board_list_emit_menu (self, position, &area);
}

static void
on_menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MullBoardList *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y);
}

static void
on_long_press_pressed_cb (GtkGestureLongPress *gesture, double x, double y, MullBoardList *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y);
}

/**
 * mull_board_list_init_pointer:
 *
 * Adds the gestures of the list.
 */
void
mull_board_list_init_pointer (MullBoardList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_click_pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (on_click_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), 0);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (on_long_press_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));
}
