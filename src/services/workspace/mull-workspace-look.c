/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-look"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Copies that are only looked at. They are copies, so that the file that is looked at stays what it
 * is to the last bit, whatever version wrote it. */

#define PREFIX ".look-"
#define FILE_NAME "mulligan.db"
/* How often the progress is told. */
#define TELL_MILLISECONDS 50
/* How far it is when everything is copied. */
#define SHARE_OF_COPYING 0.9

/* A folder of ours holds files, and one folder of backups. */
static void
remove_folder (const char *folder, gboolean is_top)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_top && g_file_test (path, G_FILE_TEST_IS_DIR) &&
          !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path, FALSE);
      else
        g_unlink (path);
    }
  if (g_rmdir (folder) != 0)
    g_debug ("A copy that was looked at is still there");
}

/**
 * mull_workspace_remove_scratch:
 *
 * Removes the folder of a closed copy.
 */
void
mull_workspace_remove_scratch (MullWorkspace *self)
{
  remove_folder (self->folder, TRUE);
}

/**
 * mull_workspace_sweep_looks:
 * @below: the data folder
 *
 * Removes the copies of a start that was killed. Only while none is being looked at.
 */
void
mull_workspace_sweep_looks (const char *below)
{
  g_autoptr (GDir) dir = g_dir_open (below, 0, NULL);
  const char *name;

  g_return_if_fail (below != NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, PREFIX))
      {
        g_autofree char *path = g_build_filename (below, name, NULL);

        remove_folder (path, TRUE);
      }
}

/* One copy on its way. */
typedef struct
{
  /* Owned */
  char *path;
  char *below;
  MullClock *clock;
  char *sentence;
  GCancellable *cancellable; /* (nullable) */
  /* Of the main loop */
  MullWorkspaceProgressFunc progress_func;
  gpointer progress_data;
  guint progress_id;
  /* Both */
  int per_mille; /* atomic */
} Look;

static void
look_free (gpointer data)
{
  Look *self = data;

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self->below);
  g_free (self->sentence);
  g_free (self);
}

static Look *
look_new (const char *path, const char *below, MullClock *clock, const char *sentence)
{
  Look *self = g_new0 (Look, 1);

  self->path = g_strdup (path);
  self->below = g_strdup (below);
  self->clock = g_object_ref (clock);
  self->sentence = g_strdup (sentence);
  return self;
}

static void
on_copied_cb (goffset n_bytes, goffset n_all, gpointer user_data)
{
  Look *self = user_data;

  if (n_all > 0)
    g_atomic_int_set (&self->per_mille, (int) (n_bytes * 1000 / n_all));
}

static gboolean
copy_file (Look *self, const char *path, const char *folder, const char *name, GError **error)
{
  g_autofree char *copy = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (GError) cause = NULL;

  if (g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, self->cancellable, on_copied_cb,
                   self, &cause))
    return TRUE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  g_set_error (error, MULL_ERROR,
               g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? MULL_ERROR_NO_SPACE
                                                                        : MULL_ERROR_IO,
               _ ("“%s” cannot be opened to be looked at: %s."), path, cause->message);
  return FALSE;
}

/* With its log, if there is one: what was done last may be in that only. */
static gboolean
copy_all (Look *self, const char *folder, GError **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  return copy_file (self, self->path, folder, FILE_NAME, error) &&
         (!g_file_test (log, G_FILE_TEST_EXISTS) ||
          copy_file (self, log, folder, FILE_NAME "-wal", error));
}

static MullWorkspace *
open_copy (Look *self, GError **error)
{
  g_autofree char *folder = g_build_filename (self->below, PREFIX "XXXXXX", NULL);
  MullWorkspace *workspace = NULL;

  if (g_mkdtemp (folder) == NULL)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY,
                   _ ("The folder “%s” cannot be written. Check its permissions and try again."),
                   self->below);
      return NULL;
    }
  if (copy_all (self, folder, error))
    workspace = mull_workspace_open_folder (folder, self->clock, TRUE, error);
  if (workspace == NULL)
    remove_folder (folder, TRUE);
  return workspace;
}

static void
open_in_thread (GTask *task,
                gpointer source G_GNUC_UNUSED,
                gpointer data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  GError *error = NULL;
  MullWorkspace *workspace = open_copy (data, &error);

  if (workspace != NULL)
    g_task_return_pointer (task, workspace, NULL);
  else
    g_task_return_error (task, error);
}

/* What the thread opened belongs to this one from here on, even if nobody wants it any more. */
static void
on_opened_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) caller = user_data;
  Look *look = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  g_autoptr (MullWorkspace) workspace = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_handle_id (&look->progress_id, g_source_remove);
  if (workspace != NULL)
    {
      mull_database_adopt (workspace->db);
      mull_workspace_freeze (workspace, MULL_FREEZE_LOOK, look->sentence);
    }
  if (error == NULL)
    g_cancellable_set_error_if_cancelled (look->cancellable, &error);
  if (error != NULL)
    g_task_return_error (caller, error);
  else
    g_task_return_pointer (caller, g_steal_pointer (&workspace), g_object_unref);
}

static gboolean
on_tell_timeout_cb (gpointer user_data)
{
  Look *self = user_data;

  /* The copy has to be opened as well. */
  self->progress_func (g_atomic_int_get (&self->per_mille) * SHARE_OF_COPYING / 1000,
                       self->progress_data);
  return G_SOURCE_CONTINUE;
}

/**
 * mull_workspace_open_look_async:
 * @path: a database file that nobody has open, such as a backup
 * @below: the data folder
 * @clock: what time it is
 * @sentence: what the rep is told who tries to change something
 * @cancellable: (nullable): when nobody wants to look any more
 * @progress_func: (nullable) (scope notified): told how far it is
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Makes a copy of @path, and opens that: it shows what is in @path and changes nothing.
 */
void
mull_workspace_open_look_async (const char *path,
                                const char *below,
                                MullClock *clock,
                                const char *sentence,
                                GCancellable *cancellable,
                                MullWorkspaceProgressFunc progress_func,
                                gpointer progress_data,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GTask *caller;
  Look *look;

  g_return_if_fail (path != NULL && below != NULL && sentence != NULL);

  caller = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (caller, mull_workspace_open_look_async);
  g_task_set_name (caller, "mull_workspace_open_look_async");
  look = look_new (path, below, clock, sentence);
  look->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  look->progress_func = progress_func;
  look->progress_data = progress_data;
  if (progress_func != NULL)
    look->progress_id = g_timeout_add (TELL_MILLISECONDS, on_tell_timeout_cb, look);
  task = g_task_new (NULL, NULL, on_opened_cb, caller);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * mull_workspace_open_look_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the workspace
 */
MullWorkspace *
mull_workspace_open_look_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
