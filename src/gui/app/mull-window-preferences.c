/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-preferences"

#include "config.h"

#include "mull-window-private.h"

static MullPreferences *
ensure_preferences (MullWindow *self)
{
  if (self->preferences == NULL)
    g_set_weak_pointer (&self->preferences,
                        mull_preferences_new (GTK_WINDOW (self), self->workspace));
  return self->preferences;
}

static void
preferences_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullPreferences *preferences = ensure_preferences (MULL_WINDOW (widget));

  mull_preferences_show_general (preferences);
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
show_backups_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullPreferences *preferences = ensure_preferences (MULL_WINDOW (widget));

  mull_preferences_show_backups (preferences);
  gtk_window_present (GTK_WINDOW (preferences));
}

/**
 * mull_window_install_preferences_actions:
 *
 * Installs `win.preferences` and `win.show-backups`.
 */
void
mull_window_install_preferences_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK,
                                       "win.preferences", NULL);
  gtk_widget_class_install_action (widget_class, "win.show-backups", NULL, show_backups_action);
}
