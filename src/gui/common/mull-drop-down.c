/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-drop-down"

#include "config.h"

#include "mull-drop-down.h"

/* How long a line of the list may become before it wraps. */
#define LINE_CHARS 50

static const char *
get_text (GtkListItem *item)
{
  gpointer object = gtk_list_item_get_item (item);

  return GTK_IS_STRING_OBJECT (object) ? gtk_string_object_get_string (object) : "";
}

/* ── The choice, on the button ────────────────────────────────────────── */

static void
on_choice_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_choice_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), get_text (item));
}

/* ── The choices, in the list ─────────────────────────────────────────── */

static void
on_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
show_mark (GtkDropDown *drop_down, GtkListItem *item)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gboolean chosen = gtk_drop_down_get_selected_item (drop_down) == gtk_list_item_get_item (item);

  gtk_widget_set_opacity (mark, chosen ? 1 : 0);
}

static void
on_selected_item_notify_cb (GtkDropDown *drop_down, GParamSpec *pspec, GtkListItem *item)
{
  show_mark (drop_down, item);
}

static void
on_row_bind_cb (GtkDropDown *drop_down, GtkListItem *item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (label), get_text (item));
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (on_selected_item_notify_cb),
                    item);
  show_mark (drop_down, item);
}

static void
on_row_unbind_cb (GtkDropDown *drop_down, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (drop_down, on_selected_item_notify_cb, item);
}

/**
 * mull_drop_down_give_way:
 * @drop_down: one whose choices are strings
 *
 * Lets a drop-down be narrower than its choices: the chosen one is cut where there is no room, and
 * the list wraps. As GTK makes it, its longest choice would decide how narrow a window can be.
 */
void
mull_drop_down_give_way (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) choice = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) row = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  g_signal_connect (choice, "setup", G_CALLBACK (on_choice_setup_cb), NULL);
  g_signal_connect (choice, "bind", G_CALLBACK (on_choice_bind_cb), NULL);
  g_signal_connect (row, "setup", G_CALLBACK (on_row_setup_cb), NULL);
  g_signal_connect_object (row, "bind", G_CALLBACK (on_row_bind_cb), drop_down, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "unbind", G_CALLBACK (on_row_unbind_cb), drop_down,
                           G_CONNECT_SWAPPED);
  gtk_drop_down_set_factory (drop_down, choice);
  gtk_drop_down_set_list_factory (drop_down, row);
}
