/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-popover"

#include "config.h"

#include "mull-popover.h"

static gboolean
on_idle_unparent (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: a menu closes before it does what was chosen in it. */
static void
on_popover_closed_cb (GtkPopover *popover, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_LOW, on_idle_unparent, g_object_ref (popover), g_object_unref);
}

static gboolean
on_idle_pop_up (gpointer user_data)
{
  if (gtk_widget_get_parent (user_data) != NULL)
    gtk_popover_popup (user_data);
  return G_SOURCE_REMOVE;
}

static void
on_parent_destroy_cb (GtkWidget *parent, GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) == parent)
    gtk_widget_unparent (popover);
}

/**
 * mull_popover_show_once:
 * @popover: (transfer floating): a popover without a parent
 * @parent: whose actions it uses
 * @area: (nullable): what it points at, in coordinates of @parent
 *
 * Shows a popover that is made for one use and gone when it is closed.
 */
void
mull_popover_show_once (GtkPopover *popover, GtkWidget *parent, const GdkRectangle *area)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  gtk_widget_set_parent (GTK_WIDGET (popover), parent);
  if (area != NULL)
    gtk_popover_set_pointing_to (popover, area);
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed_cb), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (on_parent_destroy_cb), popover,
                           G_CONNECT_DEFAULT);
  /* A menu has its separators only in a moment, and would be as high as it is without them. */
  if (GTK_IS_POPOVER_MENU (popover))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle_pop_up, g_object_ref (popover), g_object_unref);
  else
    gtk_popover_popup (popover);
}

/**
 * mull_popover_show_at:
 * @popover: (transfer floating): a popover without a parent
 * @parent: whose actions it uses
 * @inside: a widget in @parent
 * @area: what it points at, in coordinates of @inside
 *
 * The same for something deeper inside.
 */
void
mull_popover_show_at (GtkPopover *popover,
                      GtkWidget *parent,
                      GtkWidget *inside,
                      const GdkRectangle *area)
{
  GdkRectangle moved = *area;
  graphene_point_t origin;

  if (gtk_widget_compute_point (inside, parent, &GRAPHENE_POINT_INIT (area->x, area->y), &origin))
    {
      moved.x = origin.x;
      moved.y = origin.y;
    }
  mull_popover_show_once (popover, parent, &moved);
}

/* ── Menus ────────────────────────────────────────────────────────────── */

static void update_menu (GMenu *menu, GMenuModel *wanted);

static gboolean
update_link (GMenu *menu, GMenuModel *wanted, int item, const char *name)
{
  g_autoptr (GMenuModel) own = g_menu_model_get_item_link (G_MENU_MODEL (menu), item, name);
  g_autoptr (GMenuModel) other = g_menu_model_get_item_link (wanted, item, name);

  if (own == NULL || other == NULL)
    return FALSE;
  update_menu (G_MENU (own), other);
  return TRUE;
}

static gboolean
has_label_of (GMenuModel *menu, GMenuModel *wanted, int item)
{
  g_autofree char *own = NULL, *other = NULL;

  (void) g_menu_model_get_item_attribute (menu, item, G_MENU_ATTRIBUTE_LABEL, "s", &own);
  (void) g_menu_model_get_item_attribute (wanted, item, G_MENU_ATTRIBUTE_LABEL, "s", &other);
  return g_strcmp0 (own, other) == 0;
}

/* Makes a menu the same as another one, and keeps its sections. */
static void
update_menu (GMenu *menu, GMenuModel *wanted)
{
  int n_items = g_menu_model_get_n_items (wanted);

  for (int i = 0; i < n_items; i++)
    {
      gboolean there = i < g_menu_model_get_n_items (G_MENU_MODEL (menu));
      g_autoptr (GMenuItem) item = NULL;

      if (there && has_label_of (G_MENU_MODEL (menu), wanted, i) &&
          (update_link (menu, wanted, i, G_MENU_LINK_SECTION) ||
           update_link (menu, wanted, i, G_MENU_LINK_SUBMENU)))
        continue;
      if (there)
        g_menu_remove (menu, i);
      item = g_menu_item_new_from_model (wanted, i);
      g_menu_insert_item (menu, i, item);
    }
  while (g_menu_model_get_n_items (G_MENU_MODEL (menu)) > n_items)
    g_menu_remove (menu, n_items);
}

/**
 * mull_popover_menu_new:
 * @kept: (inout) (nullable) (transfer full): the menu of the popover before, which the caller keeps
 * @menu: what is to be shown now; its sections and submenus are #GMenu, too
 *
 * For a menu that is made anew for each opening. GTK 4.8 never lets go of a section that a popover
 * has shown (gtk_menu_tracker_add_items() takes a reference too many), so what is shown is always
 * the first one, made the same as @menu.
 *
 * Returns: (transfer floating): a popover that shows what @menu says
 */
GtkWidget *
mull_popover_menu_new (GMenu **kept, GMenu *menu)
{
  g_return_val_if_fail (kept != NULL, NULL);
  g_return_val_if_fail (G_IS_MENU (menu) && menu != *kept, NULL);

  if (*kept == NULL)
    *kept = g_object_ref (menu);
  else
    update_menu (*kept, G_MENU_MODEL (menu));
  return gtk_popover_menu_new_from_model (G_MENU_MODEL (*kept));
}

/**
 * mull_popover_dup_menu_text:
 * @text: of the rep, or of somebody else
 *
 * For the label of an item of a menu, where one underscore would underline the next letter.
 *
 * Returns: (transfer full): @text, in which an underscore is an underscore
 */
char *
mull_popover_dup_menu_text (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}
