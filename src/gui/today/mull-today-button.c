/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-today-button"

#include "config.h"

#include "mull-today-button.h"

#include "mull-today-list.h"

#include <glib/gi18n-lib.h>

/* Several steps in a row are counted once. */
#define DELAY_MS 250

struct _MullTodayButton
{
  AdwBin parent_instance;

  /* Borrowed: inside this widget */
  GtkButton *button;

  /* Owned */
  MullWorkspace *workspace;

  guint source_id;
  /* How much there is to do, as it was counted last; empty if nothing */
  char *count;
};

G_DEFINE_FINAL_TYPE (MullTodayButton, mull_today_button, ADW_TYPE_BIN)

static void
show_count (MullTodayButton *self)
{
  g_autofree char *label = NULL;

  if (self->count == NULL || *self->count == '\0')
    label = g_strdup (_ ("Today"));
  else
    /* Translators: a button: how much is to be done today; %s is a number, perhaps with a plus */
    label = g_strdup_printf (_ ("Today %s"), self->count);
  gtk_button_set_label (self->button, label);
}

static gboolean
on_count_due_cb (gpointer user_data)
{
  MullTodayButton *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullTodayList) list = NULL;

  if (mull_workspace_is_bulk (self->workspace))
    return G_SOURCE_CONTINUE;
  self->source_id = 0;
  list = mull_today_list_load_items (self->workspace, &error);
  if (list != NULL)
    {
      g_free (self->count);
      self->count = list->rows->len > 0 ? mull_today_list_format_count (list) : g_strdup ("");
      show_count (self);
    }
  else
    g_debug ("Nothing is counted: %s", error->message);
  return G_SOURCE_REMOVE;
}

static void
count_soon (MullTodayButton *self)
{
  if (self->source_id == 0 && self->workspace != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source_id = g_timeout_add_full (G_PRIORITY_LOW, DELAY_MS, on_count_due_cb, self, NULL);
}

/* As soon as the board is on the screen. */
static void
count_now (MullTodayButton *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->workspace != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source_id =
        mull_workspace_add_idle (self->workspace, G_PRIORITY_LOW, on_count_due_cb, self);
}

static void
mull_today_button_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mull_today_button_parent_class)->map (widget);
  count_now (MULL_TODAY_BUTTON (widget));
}

static void
mull_today_button_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MULL_TODAY_BUTTON (widget)->source_id, g_source_remove);
  GTK_WIDGET_CLASS (mull_today_button_parent_class)->unmap (widget);
}

static void
mull_today_button_dispose (GObject *object)
{
  MullTodayButton *self = MULL_TODAY_BUTTON (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->count, g_free);
  G_OBJECT_CLASS (mull_today_button_parent_class)->dispose (object);
}

static void
mull_today_button_class_init (MullTodayButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_today_button_dispose;
  widget_class->map = mull_today_button_map;
  widget_class->unmap = mull_today_button_unmap;
}

static void
mull_today_button_init (MullTodayButton *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Today"));

  self->button = GTK_BUTTON (button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-today");
  gtk_widget_set_tooltip_text (button, _ ("What to do today (Ctrl+T)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("What to do today"), -1);
  gtk_widget_add_css_class (button, "figures");
  adw_bin_set_child (ADW_BIN (self), button);
}

/**
 * mull_today_button_set_workspace:
 *
 * Says whose day it is.
 */
void
mull_today_button_set_workspace (MullTodayButton *self, MullWorkspace *workspace)
{
  g_return_if_fail (MULL_IS_TODAY_BUTTON (self) && self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (count_soon), self, G_CONNECT_SWAPPED);
  count_now (self);
}
