/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-attachment-files"

#include "config.h"

#include "mull-attachment-files.h"

#include "mull-durable-file.h"
#include "mull-error.h"
#include "mull-file.h"
#include "mull-vault.h"
#include "mull-workspace-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Copies that programs look at, each in a folder of its own. */
#define OPENED ".opened"
/* How often the progress is told. */
#define TELL_MILLISECONDS 50
#define KIB 1024

/**
 * mull_attachment_files_dup_folder:
 *
 * Returns: (transfer full): where the files are; of a copy that is looked at, those of the data
 *   that it is a copy of
 */
char *
mull_attachment_files_dup_folder (MullWorkspace *workspace)
{
  g_autofree char *above = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  above =
      workspace->is_scratch ? g_path_get_dirname (workspace->folder) : g_strdup (workspace->folder);
  return g_build_filename (above, MULL_VAULT_FOLDER, NULL);
}

/* ── A job beside the main loop ───────────────────────────────────────── */

typedef struct
{
  /* Owned */
  char *folder;
  GFile *file; /* from or to; NULL: a copy to look at */
  char *opened;
  MullAttachment *attachment; /* to be given */
  /* Of the main loop */
  MullWorkspaceProgressFunc progress_func;
  gpointer progress_data;
  guint progress_id;
  gint64 size; /* 0: not known */
  /* Both */
  int n_kib; /* atomic */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_pointer (&self->attachment, mull_attachment_unref);
  g_clear_object (&self->file);
  g_free (self->folder);
  g_free (self->opened);
  g_free (self);
}

static gboolean
on_tell_timeout_cb (gpointer user_data)
{
  Job *self = user_data;
  double done = (double) g_atomic_int_get (&self->n_kib) * KIB;

  self->progress_func (self->size > 0 ? MIN (done / (double) self->size, 1) : 0,
                       self->progress_data);
  return G_SOURCE_CONTINUE;
}

static void
on_bytes (gint64 n_bytes, gpointer user_data)
{
  Job *self = user_data;

  g_atomic_int_set (&self->n_kib, (int) (n_bytes / KIB));
}

static void
watch_progress (Job *self, MullWorkspaceProgressFunc progress_func, gpointer progress_data)
{
  self->progress_func = progress_func;
  self->progress_data = progress_data;
  if (progress_func != NULL)
    self->progress_id = g_timeout_add (TELL_MILLISECONDS, on_tell_timeout_cb, self);
}

/* The thread may let go of its task after everybody else is done, so that task keeps nothing alive;
 * the caller's does. */
static void
on_job_done_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) caller = user_data;
  Job *self = g_task_get_task_data (G_TASK (result));
  GDestroyNotify free_func = self->attachment != NULL ? g_object_unref : mull_record_unref;
  GError *error = NULL;
  gpointer made = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (made != NULL)
    g_task_return_pointer (caller, made, free_func);
  else
    g_task_return_error (caller, error);
}

/* Takes @job. */
static void
run_in_thread (GTask *caller, Job *job, GTaskThreadFunc func)
{
  g_autoptr (GTask) task =
      g_task_new (NULL, g_task_get_cancellable (caller), on_job_done_cb, g_object_ref (caller));

  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

/* ── In ───────────────────────────────────────────────────────────────── */

static void
take_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  MullAttachment *attachment =
      mull_vault_take (job->folder, job->file, cancellable, on_bytes, job, &error);

  if (attachment != NULL)
    g_task_return_pointer (task, attachment, mull_record_unref);
  else
    g_task_return_error (task, error);
}

/**
 * mull_attachment_files_take_async:
 * @file: what the rep chose
 * @cancellable: (nullable): to stop
 * @progress_func: (nullable) (scope notified): told how far it is
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 *
 * Copies a file into the data folder. It stays there for an hour at least, to be referred to.
 */
void
mull_attachment_files_take_async (MullWorkspace *workspace,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  MullWorkspaceProgressFunc progress_func,
                                  gpointer progress_data,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GFileInfo) info = NULL;
  GError *error = NULL;
  Job *job;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace) && G_IS_FILE (file));

  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, mull_attachment_files_take_async);
  if (!mull_workspace_check_free (workspace, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  job = g_new0 (Job, 1);
  job->folder = mull_attachment_files_dup_folder (workspace);
  job->file = g_object_ref (file);
  job->size = info != NULL ? g_file_info_get_size (info) : 0;
  watch_progress (job, progress_func, progress_data);
  run_in_thread (task, job, take_in_thread);
}

/**
 * mull_attachment_files_take_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it is, with no entry yet; as mull_vault_take() fails
 */
MullAttachment *
mull_attachment_files_take_finish (MullWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mull_attachment_files_take:
 * @file: what the rep chose
 * @error: return location
 *
 * As mull_attachment_files_take_async(), while the caller waits.
 *
 * Returns: (transfer full) (nullable): what it is, with no entry yet
 */
MullAttachment *
mull_attachment_files_take (MullWorkspace *workspace, GFile *file, GError **error)
{
  g_autofree char *folder = mull_attachment_files_dup_folder (workspace);

  return mull_workspace_check_free (workspace, error)
             ? mull_vault_take (folder, file, NULL, NULL, NULL, error)
             : NULL;
}

/* ── Out ──────────────────────────────────────────────────────────────── */

static gboolean
give_to_path (Job *job, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (MullDurableFile) copy = mull_durable_file_new (path, error);

  return copy != NULL &&
         mull_vault_give (job->folder, job->attachment, mull_durable_file_get_stream (copy),
                          cancellable, on_bytes, job, error) &&
         mull_durable_file_finish (copy, error);
}

/* Where there is no path, what is written is not seen before the stream is closed. */
static gboolean
give_to_stream (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (
      job->file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
      cancellable, error);

  if (stream == NULL)
    return FALSE;
  if (mull_vault_give (job->folder, job->attachment, G_OUTPUT_STREAM (stream), cancellable,
                       on_bytes, job, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  {
    g_autoptr (GCancellable) stopped = g_cancellable_new ();

    g_cancellable_cancel (stopped);
    g_output_stream_close (G_OUTPUT_STREAM (stream), stopped, NULL);
  }
  return FALSE;
}

static gboolean
give_to_file (Job *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (job->file);
  g_autoptr (GError) cause = NULL;

  if (path != NULL ? give_to_path (job, path, cancellable, &cause)
                   : give_to_stream (job, cancellable, &cause))
    return TRUE;
  /* What is wrong with the file that was attached is said already. */
  mull_file_set_write_error (error, cause, job->file);
  return FALSE;
}

/* Under its own name, so that the program that shows it can name it, and for reading only, so that
 * nobody takes it for the file itself. */
static gboolean
give_to_look_at (Job *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *place = g_build_filename (job->opened, "XXXXXX", NULL);
  g_autofree char *name = mull_attachment_clean_name (job->attachment->name);
  g_autofree char *path = NULL;

  if ((g_mkdir (job->opened, 0700) != 0 && errno != EEXIST) || g_mkdtemp (place) == NULL)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_IO,
                   _ ("There is no place in the data folder for a copy of “%s” to look at. Check "
                      "the disk and the permissions of the folder."),
                   name);
      return FALSE;
    }
  path = g_build_filename (place, name, NULL);
  job->file = g_file_new_for_path (path);
  return give_to_file (job, cancellable, error) && g_chmod (path, 0400) == 0;
}

static void
give_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->file != NULL ? give_to_file (job, cancellable, &error)
                        : give_to_look_at (job, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (job->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

static Job *
give_job_new (MullWorkspace *workspace, const MullAttachment *attachment, GFile *file)
{
  Job *job = g_new0 (Job, 1);

  job->folder = mull_attachment_files_dup_folder (workspace);
  job->opened = g_build_filename (workspace->folder, OPENED, NULL);
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->attachment = mull_attachment_copy (attachment);
  job->size = attachment->size;
  return job;
}

/**
 * mull_attachment_files_give_async:
 * @attachment: which file
 * @file: (nullable): where to; a file that is there is replaced. %NULL for a copy to look at
 * @cancellable: (nullable): to stop
 * @progress_func: (nullable) (scope notified): told how far it is
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 *
 * Makes a copy of an attached file, and sees that it still is what was attached.
 */
void
mull_attachment_files_give_async (MullWorkspace *workspace,
                                  const MullAttachment *attachment,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  MullWorkspaceProgressFunc progress_func,
                                  gpointer progress_data,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace) && attachment != NULL);

  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, mull_attachment_files_give_async);
  job = give_job_new (workspace, attachment, file);
  watch_progress (job, progress_func, progress_data);
  run_in_thread (task, job, give_in_thread);
}

/**
 * mull_attachment_files_give_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the copy; %NULL with %MULL_ERROR_NOT_FOUND if the file is
 *   missing, %MULL_ERROR_CORRUPT if it is not what was attached, or why it cannot be written
 */
GFile *
mull_attachment_files_give_finish (MullWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mull_attachment_files_give:
 * @attachment: which file
 * @file: where to; a file that is there is replaced
 * @error: return location
 *
 * As mull_attachment_files_give_async(), while the caller waits.
 */
gboolean
mull_attachment_files_give (MullWorkspace *workspace,
                            const MullAttachment *attachment,
                            GFile *file,
                            GError **error)
{
  Job *job = NULL;
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && G_IS_FILE (file), FALSE);

  job = give_job_new (workspace, attachment, file);
  good = give_to_file (job, NULL, error);
  job_free (job);
  return good;
}

static void
remove_place (const char *place)
{
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);

      g_unlink (path);
    }
  g_rmdir (place);
}

/**
 * mull_attachment_files_forget:
 *
 * Removes the copies that were looked at, also those of a start that was killed.
 */
void
mull_attachment_files_forget (MullWorkspace *workspace)
{
  g_autofree char *opened = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace));

  if (workspace->folder == NULL)
    return;
  opened = g_build_filename (workspace->folder, OPENED, NULL);
  dir = g_dir_open (opened, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *place = g_build_filename (opened, name, NULL);

      remove_place (place);
    }
  g_rmdir (opened);
}
