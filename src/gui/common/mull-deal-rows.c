/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-rows"

#include "config.h"

#include "mull-deal-rows.h"

#include "mull-popover.h"
#include "mull-why-popover.h"

#include <glib/gi18n-lib.h>

/**
 * Rows:
 * @list: borrowed: what the rows are in; it owns this by way of its controllers
 * @page: borrowed: what the list is in
 * @actions: borrowed: those of @list
 *
 * What makes the rows of one list answer.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GtkWidget *list;
  GtkWidget *page;
  GActionGroup *actions;
  MullWorkspace *workspace;
  MullDealRowsFunc get_deal;
} Rows;

static void
rows_unref (Rows *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->workspace);
  g_free (self);
}

static void
on_rows_closure_finalized (gpointer data, GClosure *closure)
{
  rows_unref (data);
}

static void
connect (Rows *self, gpointer instance, const char *signal, GCallback callback)
{
  g_atomic_ref_count_inc (&self->ref_count);
  g_signal_connect_data (instance, signal, callback, self, on_rows_closure_finalized,
                         G_CONNECT_DEFAULT);
}

/* The row that @widget is, or is in. */
static GtkWidget *
find_row (Rows *self, GtkWidget *widget, gint64 *deal_id)
{
  for (; widget != NULL && widget != self->list; widget = gtk_widget_get_parent (widget))
    if ((*deal_id = self->get_deal (widget, self->page)) != 0)
      return widget;
  return NULL;
}

static GtkWidget *
find_focus_row (Rows *self, gint64 *deal_id)
{
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->list))
    return NULL;
  return find_row (self, focus, deal_id);
}

static void
get_area (GtkWidget *row, GdkRectangle *area)
{
  *area = (GdkRectangle){ 0, 0, gtk_widget_get_width (row), gtk_widget_get_height (row) };
}

static void
show_menu (Rows *self, GtkWidget *row, gint64 deal_id, const GdkRectangle *area)
{
  g_autoptr (GMenuModel) menu = mull_deal_rows_make_menu (deal_id);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), area->width > 1);
  gtk_widget_set_halign (popover, area->width > 1 ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_insert_action_group (popover, "rows", self->actions);
  mull_popover_show_at (GTK_POPOVER (popover), self->page, row, area);
}

/* The row is looked for again: since the menu was opened, the list may have been filled anew. */
static void
on_why_activate_cb (GSimpleAction *action, GVariant *parameter, Rows *self)
{
  gint64 focus_id = 0, deal_id = g_variant_get_int64 (parameter);
  GtkWidget *row = find_focus_row (self, &focus_id);
  GdkRectangle area;

  if (row == NULL || focus_id != deal_id)
    row = self->list;
  get_area (row, &area);
  if (row == self->list)
    area.height = MIN (area.height, 1);
  mull_why_popover_show_deal (self->workspace, deal_id, self->page, row, &area);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint key,
                   guint keycode,
                   GdkModifierType state,
                   Rows *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean menu = (key == GDK_KEY_Menu && modifiers == 0) ||
                  (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK);
  gint64 deal_id = 0;
  GtkWidget *row;
  GdkRectangle area;

  if (!menu && (key != GDK_KEY_w || modifiers != 0))
    return GDK_EVENT_PROPAGATE;
  row = find_focus_row (self, &deal_id);
  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  get_area (row, &area);
  if (menu)
    show_menu (self, row, deal_id, &area);
  else
    mull_why_popover_show_deal (self->workspace, deal_id, self->page, row, &area);
  return GDK_EVENT_STOP;
}

static void
on_click_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Rows *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  gint64 deal_id = 0;
  GtkWidget *row = NULL;
  graphene_point_t point;

  if (event != NULL && gdk_event_triggers_context_menu (event))
    row = find_row (self, gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT), &deal_id);
  if (row == NULL || !gtk_widget_compute_point (
                         self->list, row, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (row);
  show_menu (self, row, deal_id, &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
}

/**
 * mull_deal_rows_attach:
 * @list: what the rows are in
 * @workspace: the data
 * @page: the page that the list is in
 * @get_deal: what a row stands for
 *
 * Makes the rows of a list answer as the cards of the board do: W says why the deal stands as it
 * does, and a right click, the menu key and Shift+F10 open a menu.
 */
void
mull_deal_rows_attach (GtkWidget *list,
                       MullWorkspace *workspace,
                       GtkWidget *page,
                       MullDealRowsFunc get_deal)
{
  Rows *self = g_new0 (Rows, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) why = g_simple_action_new ("why", G_VARIANT_TYPE_INT64);

  g_atomic_ref_count_init (&self->ref_count);
  self->list = list;
  self->workspace = g_object_ref (workspace);
  self->page = page;
  self->get_deal = get_deal;
  self->actions = G_ACTION_GROUP (actions);
  connect (self, why, "activate", G_CALLBACK (on_why_activate_cb));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (why));
  gtk_widget_insert_action_group (list, "rows", G_ACTION_GROUP (actions));
  connect (self, keys, "key-pressed", G_CALLBACK (on_key_pressed_cb));
  gtk_widget_add_controller (list, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  connect (self, click, "pressed", G_CALLBACK (on_click_pressed_cb));
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  rows_unref (self);
}

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 deal_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", deal_id);
  g_menu_append_item (menu, item);
}

/**
 * mull_deal_rows_make_menu:
 * @deal_id: the deal of a row
 *
 * Returns: (transfer full): what can be done with it, from within a list that
 *   mull_deal_rows_attach() was called for
 */
GMenuModel *
mull_deal_rows_make_menu (gint64 deal_id)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, _ ("_Open"), "win.open-deal", deal_id);
  append_item (menu, _ ("_Why?"), "rows.why", deal_id);
  append_item (menu, _ ("_Brief…"), "win.print-brief", deal_id);
  return G_MENU_MODEL (menu);
}
