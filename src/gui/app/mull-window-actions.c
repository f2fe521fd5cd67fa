/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window"

#include "config.h"

#include "mull-window-private.h"

#include "mull-board-page.h"
#include "mull-feedback.h"
#include "mull-new-deal-window.h"
#include "mull-ui.h"
#include "mull-wait-window.h"

#include <glib/gi18n-lib.h>

/* ── Undo and redo ────────────────────────────────────────────────────── */

static void
on_step_changed_cb (MullWorkspace *workspace, MullChanges *changes, gint64 *deal_id)
{
  g_autoptr (GArray) deals = mull_changes_get_deals (changes);

  *deal_id = deals->len == 1 ? g_array_index (deals, gint64, 0) : 0;
}

/* The focus goes where something happened, unless the rep is writing something. A card that is
 * gone leaves it on the board. */
static void
follow_step (MullWindow *self, gint64 deal_id)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (!MULL_IS_BOARD_PAGE (page) || GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self))))
    return;
  if (deal_id == 0 || !mull_board_page_focus_deal (MULL_BOARD_PAGE (page), deal_id))
    gtk_widget_grab_focus (page);
}

/* A step on its way. */
typedef struct
{
  MullWindow *window; /* owned */
  GCancellable *cancellable;
  GtkWindow *wait_window; /* as long as it is wanted */
  gboolean redo;
  char *text;     /* what is said at the end */
  gint64 deal_id; /* where something happened */
  gulong handler_id;
} Step;

static Step *
begin_step (MullWindow *window, gboolean redo, char *text)
{
  Step *self = g_new0 (Step, 1);

  self->window = g_object_ref (window);
  self->redo = redo;
  self->text = text;
  self->handler_id = g_signal_connect (window->workspace, "changed",
                                       G_CALLBACK (on_step_changed_cb), &self->deal_id);
  return self;
}

/* @self: (transfer full) */
static void
end_step (Step *self, gboolean done, const GError *error)
{
  MullWindow *window = self->window;

  g_signal_handler_disconnect (window->workspace, self->handler_id);
  if (self->wait_window != NULL)
    gtk_window_destroy (self->wait_window);
  if (done)
    {
      mull_feedback_action_toast (GTK_WIDGET (window->pages), self->text,
                                  self->redo ? _ ("_Undo") : _ ("_Redo"),
                                  self->redo ? "win.undo" : "win.redo", NULL);
      follow_step (window, self->deal_id);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mull_feedback_error (GTK_WIDGET (window->pages), error);
  g_clear_weak_pointer (&self->wait_window);
  g_clear_object (&self->cancellable);
  g_object_unref (window);
  g_free (self->text);
  g_free (self);
}

static void
on_step_progress_cb (double progress, gpointer user_data)
{
  Step *self = user_data;

  if (self->wait_window != NULL)
    mull_wait_window_set_progress (self->wait_window, progress > 0 ? progress : -1);
}

static void
on_step_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean done = mull_workspace_take_step_finish (MULL_WORKSPACE (source), result, &error);

  end_step (user_data, done, error);
}

/* Of very many rows: the window goes on, and the rep may change their mind. */
static void
take_large_step (MullWindow *window, gboolean redo, const char *heading, char *text)
{
  Step *self = begin_step (window, redo, text);

  self->cancellable = g_cancellable_new ();
  g_set_weak_pointer (&self->wait_window,
                      mull_wait_window_new (GTK_WIDGET (window), heading, self->cancellable));
  gtk_window_present (self->wait_window);
  mull_workspace_take_step_async (window->workspace, redo, self->cancellable, on_step_progress_cb,
                                  self, on_step_taken_cb, self);
}

static void
take_step (MullWindow *window, gboolean redo, char *text)
{
  Step *self = begin_step (window, redo, text);
  g_autoptr (GError) error = NULL;
  gboolean done = redo ? mull_workspace_redo (window->workspace, &error)
                       : mull_workspace_undo (window->workspace, &error);

  end_step (self, done, error);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  /* While an import has the data, the label would have to be waited for. */
  gboolean is_busy = mull_workspace_is_bulk (self->workspace);
  g_autofree char *label =
      is_busy ? g_strdup ("") : mull_workspace_dup_undo_label (self->workspace);
  g_autofree char *heading = NULL;
  char *text;

  if (label == NULL)
    return;
  /* Translators: %s names the step that was taken back */
  text = g_strdup_printf (_ ("Undone: %s"), label);
  /* Translators: %s names the step that is being taken back */
  heading = g_strdup_printf (_ ("Undoing: %s"), label);
  if (!is_busy && mull_workspace_is_step_large (self->workspace, FALSE))
    take_large_step (self, FALSE, heading, text);
  else
    take_step (self, FALSE, text);
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  gboolean is_busy = mull_workspace_is_bulk (self->workspace);
  g_autofree char *label =
      is_busy ? g_strdup ("") : mull_workspace_dup_redo_label (self->workspace);
  g_autofree char *heading = NULL;
  char *text;

  if (label == NULL)
    return;
  /* Translators: %s names the step that was done again */
  text = g_strdup_printf (_ ("Done again: %s"), label);
  /* Translators: %s names the step that is being done again */
  heading = g_strdup_printf (_ ("Doing again: %s"), label);
  if (!is_busy && mull_workspace_is_step_large (self->workspace, TRUE))
    take_large_step (self, TRUE, heading, text);
  else
    take_step (self, TRUE, text);
}

/* ── Going places ─────────────────────────────────────────────────────── */

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_window_go_back (MULL_WINDOW (widget));
}

static void
show_board_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_window_show_board (MULL_WINDOW (widget));
}

/* ── New deals ────────────────────────────────────────────────────────── */

static void
on_new_deal_added_cb (MullWindow *self, gint64 deal_id)
{
  mull_window_show_board (self);
  mull_board_page_focus_deal (MULL_BOARD_PAGE (gtk_stack_get_visible_child (self->pages)), deal_id);
}

static void
new_deal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  MullNewDealWindow *form = mull_new_deal_window_new (GTK_WINDOW (self), self->workspace,
                                                      g_variant_get_int64 (parameter));

  g_signal_connect_object (form, "added", G_CALLBACK (on_new_deal_added_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

/* ── Help ─────────────────────────────────────────────────────────────── */

/* Built when it is asked for: it has more widgets than the rest of the window. */
static void
show_help_overlay_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (MULL_UI_PREFIX "/app/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

/* ── Class ────────────────────────────────────────────────────────────── */

/**
 * mull_window_install_actions:
 *
 * Installs the `win.` actions and the keys that go with them.
 */
void
mull_window_install_actions (GtkWidgetClass *widget_class)
{
  mull_window_install_page_actions (widget_class);
  mull_window_install_print_actions (widget_class);
  mull_window_install_preferences_actions (widget_class);
  mull_window_install_merge_actions (widget_class);
  mull_window_install_export_action (widget_class);
  mull_window_install_archive_action (widget_class);
  mull_window_install_backup_actions (widget_class);
  mull_window_install_search_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.show-board", NULL, show_board_action);
  gtk_widget_class_install_action (widget_class, "win.new-deal", "x", new_deal_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_help_overlay_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new-deal",
                                       "x", G_GINT64_CONSTANT (0));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  mull_window_install_back_keys (widget_class);
}

/**
 * mull_window_update_actions:
 *
 * Says which actions make sense now: the one place that does.
 */
void
mull_window_update_actions (MullWindow *self)
{
  g_autofree char *undo = mull_workspace_dup_undo_label (self->workspace);
  g_autofree char *redo = mull_workspace_dup_redo_label (self->workspace);
  gboolean is_free = mull_workspace_get_freeze (self->workspace) == MULL_FREEZE_NONE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", is_free && undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", is_free && redo != NULL);
}
