/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "script-page-fixture"

#include "config.h"

#include "script-page-fixture.h"

static void
on_action_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PageFixture *self = user_data;

  if (self->went->len > 0)
    g_string_append (self->went, ", ");
  g_string_append (self->went, g_action_get_name (G_ACTION (action)));
  if (parameter != NULL && g_variant_is_of_type (parameter, G_VARIANT_TYPE_INT64))
    g_string_append_printf (self->went, " %" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  else if (parameter != NULL)
    {
      g_autofree char *text = g_variant_print (parameter, FALSE);

      g_string_append_printf (self->went, " %s", text);
    }
}

void
page_fixture_set_up (PageFixture *self, gconstpointer data)
{
  static const GActionEntry entries[] = {
    { .name = "back", .activate = on_action_activate_cb },
    { .name = "undo", .activate = on_action_activate_cb },
    { .name = "start-call", .activate = on_action_activate_cb, .parameter_type = "x" },
    { .name = "open-deal", .activate = on_action_activate_cb, .parameter_type = "x" },
    { .name = "open-roadblock", .activate = on_action_activate_cb, .parameter_type = "(xx)" },
    { .name = "close-deal", .activate = on_action_activate_cb, .parameter_type = "(xss)" },
    { .name = "decide", .activate = on_action_activate_cb, .parameter_type = "x" },
    { .name = "print-script", .activate = on_action_activate_cb, .parameter_type = "x" },
    { .name = "open-script", .activate = on_action_activate_cb, .parameter_type = "x" },
  };

  script_fixture_set_up (&self->script, data);
  self->went = g_string_new (NULL);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

void
page_fixture_tear_down (PageFixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  mull_gui_test_drain ();
  g_object_unref (self->actions);
  g_string_free (self->went, TRUE);
  script_fixture_tear_down (&self->script, data);
}

void
page_fixture_present (PageFixture *self, GtkWidget *page, int width, int height)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  gtk_widget_insert_action_group (overlay, "win", G_ACTION_GROUP (self->actions));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  self->window = mull_gui_test_present (overlay, width, height);
  gtk_widget_grab_focus (page);
  mull_gui_test_drain ();
}

void
page_fixture_shoot (PageFixture *self, const char *name)
{
  mull_gui_test_shoot (self->window, name);
}

static gboolean
has_id (GtkWidget *widget, gpointer user_data)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), user_data) == 0;
}

GtkWidget *
page_fixture_child (GtkWidget *widget, GType type, const char *id)
{
  GtkWidget *child = mull_gui_test_find (widget, type, has_id, (gpointer) id);

  if (child == NULL)
    g_error ("There is no “%s”.", id);
  return child;
}

static gboolean
has_label (GtkWidget *widget, gpointer user_data)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), user_data) == 0;
}

GtkWidget *
page_fixture_button (GtkWidget *widget, const char *label)
{
  GtkWidget *button = mull_gui_test_find (widget, GTK_TYPE_BUTTON, has_label, (gpointer) label);

  if (button == NULL)
    g_error ("No button says “%s”.", label);
  return button;
}
