/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The smallest program on which every hand of the driver can be tried: an entry, a button, a card
 * that can be dragged, a place to drop it, and a label that says what happened.
 */
#include "config.h"

#include <adwaita.h>

static void
say (GtkWidget *widget, const char *text)
{
  GtkWidget *outcome = gtk_widget_get_last_child (gtk_widget_get_parent (widget));

  gtk_label_set_text (GTK_LABEL (outcome), text);
}

static void
on_button_clicked_cb (GtkButton *button, gpointer user_data)
{
  g_autofree char *text = g_strconcat ("added ", gtk_editable_get_text (user_data), NULL);

  say (GTK_WIDGET (button), text);
}

static gboolean
on_target_drop_cb (GtkDropTarget *target,
                   const GValue *value,
                   double x,
                   double y,
                   gpointer user_data)
{
  g_autofree char *text = g_strconcat ("dropped ", g_value_get_string (value), NULL);

  say (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), text);
  return TRUE;
}

static gboolean
on_alt_right (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  say (user_data, "Alt and Right");
  return TRUE;
}

static GtkWidget *
build_card (void)
{
  GtkWidget *card = gtk_button_new_with_label ("Card");
  GtkDragSource *source = gtk_drag_source_new ();
  GdkContentProvider *content = gdk_content_provider_new_typed (G_TYPE_STRING, "Card");

  gtk_drag_source_set_content (source, content);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
  g_object_unref (content);
  return card;
}

static GtkWidget *
build_target (void)
{
  GtkWidget *frame = gtk_button_new_with_label ("Target");
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_target_drop_cb), NULL);
  gtk_widget_add_controller (frame, GTK_EVENT_CONTROLLER (target));
  return frame;
}

static void
on_application_activate_cb (GtkApplication *application, gpointer user_data)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label ("Add");
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Name",
                                  -1);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), build_card ());
  gtk_box_append (GTK_BOX (box), build_target ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("nothing yet"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_button_clicked_cb), entry, 0);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Alt>Right"),
                        gtk_callback_action_new (on_alt_right, button, NULL)));
  gtk_widget_add_controller (box, shortcuts);
  gtk_window_set_title (GTK_WINDOW (window), "Sample, with ü");
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 360);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_quit_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (user_data);
}

static void
on_notify_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GNotification) notification = g_notification_new ("Noon");

  g_application_send_notification (user_data, NULL, notification);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application =
      adw_application_new (MULL_APP_ID, G_APPLICATION_DEFAULT_FLAGS);
  static const GActionEntry entries[] = { { "quit", on_quit_activate_cb },
                                          { "notify", on_notify_activate_cb } };

  if (argc > 1 && g_str_equal (argv[argc - 1], "demo"))
    {
      g_print ("demo in %s\n", argv[2]);
      return 0;
    }
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  g_signal_connect (application, "activate", G_CALLBACK (on_application_activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
