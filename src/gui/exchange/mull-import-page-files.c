/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-page-files"

#include "config.h"

#include "mull-import-page-private.h"

#include "mull-feedback.h"
#include "mull-file-picker.h"
#include "mull-file.h"

#include <glib/gi18n-lib.h>

static GtkWindow *
get_window (MullImportPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = mull_file_picker_open_finish (MULL_FILE_PICKER (source), result, &error);

  if (file != NULL)
    mull_import_page_open (self, file);
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GBytes *rows = task_data;
  GError *error = NULL;

  if (mull_file_write (source, g_bytes_get_data (rows, NULL), g_bytes_get_size (rows), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullImportPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    mull_feedback_error (GTK_WIDGET (self), error);
  else
    mull_feedback_toast (GTK_WIDGET (self), _ ("The refused rows are saved"));
}

static void
on_save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullImportPage) self = user_data;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = mull_file_picker_save_finish (MULL_FILE_PICKER (source), result, &error);

  if (file == NULL || self->importer == NULL)
    return;
  task = g_task_new (file, NULL, on_saved_cb, g_object_ref (self));
  g_task_set_source_tag (task, on_save_chosen_cb);
  g_task_set_name (task, "on_save_chosen_cb");
  g_task_set_task_data (task, mull_importer_dup_refused_rows (self->importer),
                        (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, save_thread);
}

/**
 * mull_import_page_save_refused:
 * @self: the page after a check that refused rows
 *
 * Asks where to, and saves the refused rows as a file of the same format.
 */
void
mull_import_page_save_refused (MullImportPage *self)
{
  g_autoptr (MullFilePicker) picker = mull_file_picker_new (_ ("Save the Refused Rows"));
  g_autofree char *name = NULL;

  /* Translators: a file name; %s is the name of the file they come from */
  name = g_strdup_printf (_ ("refused rows of %s"), mull_import_file_get_name (self->file));
  mull_file_picker_set_initial_name (picker, name);
  mull_file_picker_save (picker, get_window (self), NULL, on_save_chosen_cb, g_object_ref (self));
}

/**
 * mull_import_page_choose:
 * @self: the page
 *
 * Asks for the file to open.
 */
void
mull_import_page_choose (MullImportPage *self)
{
  static const char *const mime_types[] = { "text/csv", "text/tab-separated-values", "text/vcard",
                                            "text/x-vcard", NULL };
  static const char *const suffixes[] = { "csv", "tsv", "txt", "vcf", "vcard", NULL };
  static const char *const archive_types[] = { "application/xml", "text/xml", NULL };
  static const char *const archive_suffixes[] = { "xml", NULL };
  g_autoptr (MullFilePicker) picker = NULL;

  g_return_if_fail (MULL_IS_IMPORT_PAGE (self));

  if (self->is_importing)
    return;
  picker = mull_file_picker_new (_ ("Import a File"));
  mull_file_picker_set_accept_label (picker, _ ("_Open"));
  mull_file_picker_add_filter (picker, _ ("Tables and contacts (CSV, vCard)"), mime_types,
                               suffixes);
  mull_file_picker_add_filter (picker, _ ("Archives (XML)"), archive_types, archive_suffixes);
  mull_file_picker_open (picker, get_window (self), NULL, on_file_chosen_cb, g_object_ref (self));
}
