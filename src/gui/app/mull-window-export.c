/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-export"

#include "config.h"

#include "mull-window-private.h"

#include "mull-deal-csv.h"
#include "mull-feedback.h"
#include "mull-file-picker.h"
#include "mull-file.h"
#include "mull-wait-window.h"

#include <glib/gi18n-lib.h>

/* An export on its way. */
typedef struct
{
  MullWindow *window;        /* owned */
  GCancellable *cancellable; /* owned */
  GtkWindow *wait_window;    /* as long as it is wanted */
  GFile *file;               /* owned */
  guint n_deals;
} Export;

static void
free_export (Export *self)
{
  if (self->wait_window != NULL)
    gtk_window_destroy (self->wait_window);
  g_clear_weak_pointer (&self->wait_window);
  g_object_unref (self->cancellable);
  g_object_unref (self->file);
  g_object_unref (self->window);
  g_free (self);
}

/* In another thread. */
static gboolean
run_export (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  Export *self = user_data;
  GString *text = mull_deal_csv_write (workspace, MULL_DEAL_CSV_PLAIN, &self->n_deals, error);
  gboolean good = text != NULL && mull_file_write (self->file, text->str, text->len, error);

  if (text != NULL)
    g_string_free (text, TRUE);
  return good;
}

static void
on_exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *self = user_data;
  GtkWidget *place = GTK_WIDGET (self->window->pages);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error))
    {
      said = g_strdup_printf (ngettext ("%u deal exported", "%u deals exported", self->n_deals),
                              self->n_deals);
      mull_feedback_file_toast (place, said, self->file);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mull_feedback_error (place, error);
  free_export (self);
}

static void
on_export_progress_cb (double progress, gpointer user_data)
{
  Export *self = user_data;

  /* What is over in a moment needs no window, nor what the rep has stopped. */
  if (self->wait_window == NULL &&
      (progress == 1 || g_cancellable_is_cancelled (self->cancellable)))
    return;
  if (self->wait_window == NULL)
    {
      g_set_weak_pointer (&self->wait_window,
                          mull_wait_window_new (GTK_WIDGET (self->window), _ ("Exporting Deals"),
                                                self->cancellable));
      gtk_window_present (self->wait_window);
    }
  mull_wait_window_set_progress (self->wait_window, progress > 0 ? progress : -1);
}

static void
export_to (MullWindow *window, GFile *file)
{
  Export *self = g_new0 (Export, 1);

  self->window = g_object_ref (window);
  self->cancellable = g_cancellable_new ();
  self->file = g_object_ref (file);
  mull_workspace_run_job_async (window->workspace, run_export, self, NULL, self->cancellable,
                                on_export_progress_cb, self, on_exported_cb, self);
}

static void
on_file_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = mull_file_picker_save_finish (MULL_FILE_PICKER (source), result, &error);

  if (file != NULL)
    export_to (self, file);
  else
    mull_feedback_error (GTK_WIDGET (self->pages), error);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const types[] = { "text/csv", NULL };
  static const char *const suffixes[] = { "csv", NULL };
  g_autoptr (MullFilePicker) picker = mull_file_picker_new (_ ("Export Deals"));

  /* Translators: the name that is offered for a file */
  mull_file_picker_set_initial_name (picker, _ ("deals.csv"));
  mull_file_picker_set_accept_label (picker, _ ("_Export"));
  mull_file_picker_add_filter (picker, _ ("Tables (CSV)"), types, suffixes);
  mull_file_picker_save (picker, GTK_WINDOW (widget), NULL, on_file_picked, g_object_ref (widget));
}

/**
 * mull_window_install_export_action:
 *
 * Installs `win.export`.
 */
void
mull_window_install_export_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
}
