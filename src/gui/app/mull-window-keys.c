/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-keys"

#include "config.h"

#include "mull-window-private.h"

#include "mull-board-page.h"
#include "mull-feedback.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

/* ── Back ─────────────────────────────────────────────────────────────── */

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)) &&
           gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))) > 0;
  return GTK_IS_EDITABLE (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget)) &&
         *gtk_editable_get_text (GTK_EDITABLE (widget)) != '\0';
}

static GtkWidget *
find_back_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.back") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_back_button (child);
  return found;
}

/* What is open on a page the page closes itself. Who is writing leaves the text first; the next
 * key leaves the page. */
static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *back;

  if (focus != NULL && has_text (focus) &&
      (back = find_back_button (gtk_stack_get_visible_child (self->pages))) != NULL &&
      gtk_widget_grab_focus (back))
    return TRUE;
  return mull_window_go_back (self);
}

/* On the board the same keys move a card, so that one press too many would. */
static gboolean
on_back_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MullWindow *self = MULL_WINDOW (widget);

  if (!mull_window_go_back (self))
    return FALSE;
  self->came_back = MULL_IS_BOARD_PAGE (gtk_stack_get_visible_child (self->pages));
  return TRUE;
}

/**
 * mull_window_install_back_keys:
 *
 * Installs the keys that lead to the page before.
 */
void
mull_window_install_back_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, on_back_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, GDK_ALT_MASK, on_back_cb, NULL);
}

/* ── Keys that are not meant ──────────────────────────────────────────── */

static gboolean
is_modifier (guint key)
{
  return (key >= GDK_KEY_Shift_L && key <= GDK_KEY_Hyper_R) || key == GDK_KEY_ISO_Level3_Shift;
}

static gboolean
is_sideways (guint key)
{
  return key == GDK_KEY_Left || key == GDK_KEY_KP_Left || key == GDK_KEY_Right ||
         key == GDK_KEY_KP_Right;
}

/* Whoever pressed Alt+Left once too often on the way back, or Alt+Right for a way forward, does not
 * mean the card that happens to have the focus. Any other key, or a click, says that they look at
 * the board. */
static gboolean
swallow_move (MullWindow *self, guint key, GdkModifierType state)
{
  if (!self->came_back || is_modifier (key))
    return FALSE;
  self->came_back = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_ALT_MASK &&
                    is_sideways (key) &&
                    MULL_IS_BOARD_PAGE (gtk_stack_get_visible_child (self->pages));
  if (self->came_back)
    mull_feedback_toast (GTK_WIDGET (self->pages),
                         _ ("Choose the card first, by a click or an arrow key. Then Alt and an "
                            "arrow key move it."));
  return self->came_back;
}

/* Who took back what they typed, and presses once more, does not mean the data behind it. */
static gboolean
swallow_undo (MullWindow *self, guint key, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return key == GDK_KEY_z &&
         (state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK && focus != NULL &&
         mull_widget_can_do (focus, "text.redo", NULL) &&
         !mull_widget_can_do (focus, "text.undo", NULL);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys,
                   guint key,
                   guint code,
                   GdkModifierType state,
                   gpointer user_data)
{
  MullWindow *self = user_data;

  if (!swallow_move (self, key, state) && !swallow_undo (self, key, state))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_error_bell (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

/* What is for the page as a whole; other keys are for what has the focus. */
static gboolean
is_for_page (guint key, GdkModifierType state)
{
  return (state & GDK_CONTROL_MASK) != 0 || (key >= GDK_KEY_F1 && key <= GDK_KEY_F12);
}

/* A toast is over the page and not in it. Whoever has the focus there still means the page. */
static gboolean
on_key_left_over_cb (GtkEventControllerKey *keys,
                     guint key,
                     guint code,
                     GdkModifierType state,
                     gpointer user_data)
{
  MullWindow *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (!is_for_page (key, state) || page == NULL || focus == NULL ||
      gtk_widget_is_ancestor (focus, page))
    return GDK_EVENT_PROPAGATE;
  return gtk_event_controller_key_forward (keys, page);
}

static void
on_pressed_cb (MullWindow *self)
{
  self->came_back = FALSE;
}

/**
 * mull_window_guard_keys:
 *
 * Keeps the key that undoes in the text in which something was undone, and the keys that lead back
 * from moving a card. Gives the page the keys that nothing beside it wants.
 */
void
mull_window_guard_keys (MullWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *left_over = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (left_over, "key-pressed", G_CALLBACK (on_key_left_over_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), left_over);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
