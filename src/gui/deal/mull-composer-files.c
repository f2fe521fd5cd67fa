/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-composer"

#include "config.h"

#include "mull-composer-private.h"

#include "mull-file-picker.h"

#include <glib/gi18n-lib.h>

/* Files that go with what is being written: chosen, or dropped on it. */

static void
on_file_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullComposer) self = user_data;
  g_autoptr (GFile) file = mull_file_picker_open_finish (MULL_FILE_PICKER (source), result, NULL);

  /* No file is the answer of somebody who thought better of it. */
  if (file != NULL && self->deal_id != 0)
    mull_file_tray_add (self->files, file);
}

static void
attach_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (MullFilePicker) picker = mull_file_picker_new (_ ("Attach a File"));

  mull_file_picker_set_accept_label (picker, _ ("_Attach"));
  mull_file_picker_open (picker, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_picked_cb,
                         g_object_ref (widget));
}

static gboolean
on_target_drop_cb (MullComposer *self, const GValue *value, double x, double y)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (self->deal_id == 0)
    return FALSE;
  for (GSList *link = files; link != NULL; link = link->next)
    mull_file_tray_add (self->files, link->data);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return TRUE;
}

static void
on_files_changed_cb (MullComposer *self)
{
  mull_composer_set_problem (self, NULL);
  mull_composer_queue_draft (self);
}

static void
on_files_failed_cb (MullComposer *self, const GError *error)
{
  mull_composer_set_problem (self, error->message);
}

/**
 * mull_composer_install_files:
 *
 * Installs `composer.attach`.
 */
void
mull_composer_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "composer.attach", NULL, attach_action);
}

/* A text field takes the key for itself: it would select nothing. */
static void
add_key (MullComposer *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK),
                        gtk_named_action_new ("composer.attach"));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * mull_composer_accept_files:
 *
 * Lets files be chosen by a key, and dropped on the composer. It takes them before the text in it,
 * which would write down where they are, and before the window, which would import them.
 */
void
mull_composer_accept_files (MullComposer *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  add_key (self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_target_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->files, "changed", G_CALLBACK (on_files_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "failed", G_CALLBACK (on_files_failed_cb), self,
                           G_CONNECT_SWAPPED);
}
