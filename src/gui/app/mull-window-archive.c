/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-archive"

#include "config.h"

#include "mull-window-private.h"

#include "mull-archive-writer.h"
#include "mull-attachment-files.h"
#include "mull-feedback.h"
#include "mull-file-picker.h"
#include "mull-file.h"
#include "mull-wait-window.h"

#include <glib/gi18n-lib.h>

/* Everything as one document on its way out. */
typedef struct
{
  MullWindow *window;        /* owned */
  GCancellable *cancellable; /* owned */
  GtkWindow *wait_window;    /* as long as it is wanted */
  GFile *file;               /* owned */
  char *vault;               /* owned */
  MullArchiveTally tally;
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
  g_free (self->vault);
  g_free (self);
}

/* In another thread. */
static gboolean
run_export (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  Export *self = user_data;

  return mull_archive_write_file (mull_workspace_get_database (workspace), self->vault,
                                  g_file_peek_path (self->file), self->cancellable, NULL, NULL,
                                  &self->tally, error);
}

static void
on_exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *self = user_data;
  GtkWidget *place = GTK_WIDGET (self->window->pages);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  if (mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error))
    {
      name = g_file_get_basename (self->file);
      said = mull_archive_tally_describe (&self->tally, name);
      mull_feedback_toast (place, said);
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
  if (progress == 1 || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->wait_window == NULL)
    {
      g_set_weak_pointer (&self->wait_window,
                          mull_wait_window_new (GTK_WIDGET (self->window),
                                                _ ("Exporting Everything"), self->cancellable));
      gtk_window_present (self->wait_window);
    }
  mull_wait_window_set_progress (self->wait_window, progress > 0 ? progress : -1);
}

/**
 * mull_window_export_archive:
 * @file: where to
 *
 * Writes everything into an archive, beside the main loop.
 */
void
mull_window_export_archive (MullWindow *window, GFile *file)
{
  Export *self;

  g_return_if_fail (MULL_IS_WINDOW (window) && G_IS_FILE (file));

  self = g_new0 (Export, 1);
  self->window = g_object_ref (window);
  self->cancellable = g_cancellable_new ();
  self->file = g_object_ref (file);
  self->vault = mull_attachment_files_dup_folder (window->workspace);
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
    mull_window_export_archive (self, file);
  else
    mull_feedback_error (GTK_WIDGET (self->pages), error);
}

static void
export_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const types[] = { "application/xml", "text/xml", NULL };
  static const char *const suffixes[] = { "xml", NULL };
  g_autoptr (MullFilePicker) picker = mull_file_picker_new (_ ("Export Everything"));

  /* Translators: the name that is offered for a file */
  mull_file_picker_set_initial_name (picker, _ ("mulligan.xml"));
  mull_file_picker_set_accept_label (picker, _ ("_Export"));
  mull_file_picker_add_filter (picker, _ ("Archives (XML)"), types, suffixes);
  mull_file_picker_save (picker, GTK_WINDOW (widget), NULL, on_file_picked, g_object_ref (widget));
}

/**
 * mull_window_install_archive_action:
 *
 * Installs `win.export-all`.
 */
void
mull_window_install_archive_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-all", NULL, export_all_action);
}
