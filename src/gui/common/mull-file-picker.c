/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-file-picker"

#include "config.h"

#include "mull-file-picker.h"

#include <glib/gi18n-lib.h>

struct _MullFilePicker
{
  GObject parent_instance;

  /* Owned */
  char *title;
  char *accept_label;
  char *initial_name;
  GFile *initial_folder;
  GPtrArray *filters;
};

G_DEFINE_FINAL_TYPE (MullFilePicker, mull_file_picker, G_TYPE_OBJECT)

/* One question that is on the screen. Owned by the task. */
typedef struct
{
  /* Owned: nothing else keeps a native dialog alive */
  GtkFileChooserNative *native;
  GCancellable *cancellable;
  GFile *file;
  gulong cancelled_handler;
  gboolean answered;
} Question;

static gboolean
on_timeout_release (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/*
 * Lets go of a dialog that is hidden. GTK 4.8's own dialog may still be waiting for its folder to
 * be read when it is answered at once, and does not expect to be gone when that comes back.
 */
static void
release_later (GtkFileChooserNative *native)
{
  g_timeout_add_seconds_full (G_PRIORITY_LOW, 1, on_timeout_release, native, g_object_unref);
}

/* What only we put into the list of recent files goes out of it again. */
static void
on_recent_changed_cb (GtkRecentManager *recent, gpointer user_data)
{
  GHashTableIter iter;
  gpointer uri;

  g_hash_table_iter_init (&iter, user_data);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    {
      GtkRecentInfo *info = gtk_recent_manager_lookup_item (recent, uri, NULL);
      g_auto (GStrv) programs = info != NULL ? gtk_recent_info_get_applications (info, NULL) : NULL;

      if (programs != NULL && g_strv_length (programs) <= 1)
        gtk_recent_manager_remove_item (recent, uri, NULL);
      g_clear_pointer (&info, gtk_recent_info_unref);
    }
}

/* Files are named after customers, and GTK's own dialog offers every one that was chosen to all
 * programs. It cannot be told not to, and adds them after it was answered. */
static void
keep_from_others (GFile *file)
{
  static GHashTable *chosen = NULL;

  if (chosen == NULL)
    {
      chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_signal_connect (gtk_recent_manager_get_default (), "changed",
                        G_CALLBACK (on_recent_changed_cb), chosen);
    }
  g_hash_table_add (chosen, g_file_get_uri (file));
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_cancellable_disconnect (question->cancellable, question->cancelled_handler);
  g_clear_object (&question->cancellable);
  g_clear_object (&question->file);
  release_later (g_steal_pointer (&question->native));
  g_free (question);
}

static gboolean
on_idle_return (gpointer user_data)
{
  GTask *task = user_data;
  Question *question = g_task_get_task_data (task);

  if (question->file != NULL)
    g_task_return_pointer (task, g_steal_pointer (&question->file), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("No file was chosen."));
  return G_SOURCE_REMOVE;
}

/*
 * Ends the question. The task returns from an idle: it would drop the dialog, which is still at
 * work when it tells its response, and the handler of the cancellable, which may not drop itself.
 */
static void
answer (GTask *task, GFile *file)
{
  Question *question = g_task_get_task_data (task);

  if (question->answered)
    return;
  question->answered = TRUE;
  g_set_object (&question->file, file);
  g_signal_handlers_disconnect_by_data (question->native, task);
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (question->native));
  g_idle_add_full (G_PRIORITY_DEFAULT, on_idle_return, task, g_object_unref);
}

static void
on_native_response_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  if (file != NULL)
    keep_from_others (file);
  answer (user_data, file);
}

static void
on_cancellable_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  answer (user_data, NULL);
}

static void
ask (MullFilePicker *self,
     GtkFileChooserAction action,
     GtkWindow *parent,
     GCancellable *cancellable,
     GTask *task)
{
  Question *question = g_new0 (Question, 1);
  GtkFileChooser *chooser;

  question->native =
      gtk_file_chooser_native_new (self->title, parent, action, self->accept_label, NULL);
  g_task_set_task_data (task, question, question_free);
  chooser = GTK_FILE_CHOOSER (question->native);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->native), TRUE);
  for (guint i = 0; i < self->filters->len; i++)
    gtk_file_chooser_add_filter (chooser, g_ptr_array_index (self->filters, i));
  if (self->initial_folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, self->initial_folder, NULL);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE && self->initial_name != NULL)
    gtk_file_chooser_set_current_name (chooser, self->initial_name);
  g_signal_connect (question->native, "response", G_CALLBACK (on_native_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->native));
  if (cancellable == NULL)
    return;
  question->cancellable = g_object_ref (cancellable);
  question->cancelled_handler =
      g_cancellable_connect (cancellable, G_CALLBACK (on_cancellable_cancelled_cb), task, NULL);
}

static void
mull_file_picker_finalize (GObject *object)
{
  MullFilePicker *self = MULL_FILE_PICKER (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->accept_label, g_free);
  g_clear_pointer (&self->initial_name, g_free);
  g_clear_object (&self->initial_folder);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  G_OBJECT_CLASS (mull_file_picker_parent_class)->finalize (object);
}

static void
mull_file_picker_class_init (MullFilePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mull_file_picker_finalize;
}

static void
mull_file_picker_init (MullFilePicker *self)
{
  self->filters = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mull_file_picker_new:
 * @title: what the dialog is called
 *
 * Returns: (transfer full): a question that has not been asked yet; it can be asked again and again
 */
MullFilePicker *
mull_file_picker_new (const char *title)
{
  MullFilePicker *self = g_object_new (MULL_TYPE_FILE_PICKER, NULL);

  self->title = g_strdup (title);
  return self;
}

/**
 * mull_file_picker_set_accept_label:
 * @accept_label: (nullable): the button, with a mnemonic; %NULL for the usual "Open" or "Save"
 *
 * Sets what the button says that ends the question.
 */
void
mull_file_picker_set_accept_label (MullFilePicker *self, const char *accept_label)
{
  g_return_if_fail (MULL_IS_FILE_PICKER (self));

  g_free (self->accept_label);
  self->accept_label = g_strdup (accept_label);
}

/**
 * mull_file_picker_set_initial_name:
 * @initial_name: (nullable): the name of the file, with its suffix
 *
 * Sets the name that saving begins with.
 */
void
mull_file_picker_set_initial_name (MullFilePicker *self, const char *initial_name)
{
  g_return_if_fail (MULL_IS_FILE_PICKER (self));

  g_free (self->initial_name);
  self->initial_name = g_strdup (initial_name);
}

/**
 * mull_file_picker_set_initial_folder:
 * @initial_folder: (nullable): a folder; %NULL leaves it to the desktop
 *
 * Sets the folder that the dialog begins with.
 */
void
mull_file_picker_set_initial_folder (MullFilePicker *self, GFile *initial_folder)
{
  g_return_if_fail (MULL_IS_FILE_PICKER (self));

  g_set_object (&self->initial_folder, initial_folder);
}

/**
 * mull_file_picker_add_filter:
 * @name: what the files are called
 * @mime_types: (nullable) (array zero-terminated=1): their kinds
 * @suffixes: (nullable) (array zero-terminated=1): how their names end, without the dot
 *
 * Shows only some files. The first filter that is added is the one that the dialog begins with.
 */
void
mull_file_picker_add_filter (MullFilePicker *self,
                             const char *name,
                             const char *const *mime_types,
                             const char *const *suffixes)
{
  GtkFileFilter *filter;

  g_return_if_fail (MULL_IS_FILE_PICKER (self));

  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; mime_types != NULL && mime_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, mime_types[i]);
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_ptr_array_add (self->filters, filter);
}

/**
 * mull_file_picker_open:
 * @parent: (nullable): the window that waits for the answer
 * @cancellable: (nullable): takes the question back
 * @callback: (scope async): called when the question is answered
 *
 * Asks for a file that is there.
 */
void
mull_file_picker_open (MullFilePicker *self,
                       GtkWindow *parent,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (MULL_IS_FILE_PICKER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, mull_file_picker_open);
  ask (self, GTK_FILE_CHOOSER_ACTION_OPEN, parent, cancellable, task);
}

/**
 * mull_file_picker_open_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %G_IO_ERROR_CANCELLED
 */
GFile *
mull_file_picker_open_finish (MullFilePicker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, mull_file_picker_open), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mull_file_picker_save:
 * @parent: (nullable): the window that waits for the answer
 * @cancellable: (nullable): takes the question back
 * @callback: (scope async): called when the question is answered
 *
 * Asks for a place to save to. The dialog itself asks before a file is replaced.
 */
void
mull_file_picker_save (MullFilePicker *self,
                       GtkWindow *parent,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (MULL_IS_FILE_PICKER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, mull_file_picker_save);
  ask (self, GTK_FILE_CHOOSER_ACTION_SAVE, parent, cancellable, task);
}

/**
 * mull_file_picker_save_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the place, or %NULL with %G_IO_ERROR_CANCELLED
 */
GFile *
mull_file_picker_save_finish (MullFilePicker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, mull_file_picker_save), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mull_file_picker_select_folder:
 * @parent: (nullable): the window that waits for the answer
 * @cancellable: (nullable): takes the question back
 * @callback: (scope async): called when the question is answered
 *
 * Asks for a folder that is there.
 */
void
mull_file_picker_select_folder (MullFilePicker *self,
                                GtkWindow *parent,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (MULL_IS_FILE_PICKER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, mull_file_picker_select_folder);
  ask (self, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, parent, cancellable, task);
}

/**
 * mull_file_picker_select_folder_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the folder, or %NULL with %G_IO_ERROR_CANCELLED
 */
GFile *
mull_file_picker_select_folder_finish (MullFilePicker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, mull_file_picker_select_folder), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
