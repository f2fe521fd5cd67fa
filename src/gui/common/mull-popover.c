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
