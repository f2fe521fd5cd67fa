/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-erasure-aside"

#include "config.h"

#include "mull-erasure-private.h"

#include "mull-workspace-private.h"

/* Everything is read for it, and written anew: beside the main loop. */

typedef struct
{
  /* Owned */
  MullErasure *erasure;
  MullErasureSearch *search;
  GPtrArray *holders;
  GCancellable *cancellable;
  char **paths;
  gint64 person_id;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_clear_pointer (&self->erasure, mull_erasure_free);
  g_clear_pointer (&self->search, mull_erasure_search_free);
  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_strfreev (self->paths);
  g_free (self);
}

static GTask *
task_new (MullWorkspace *workspace, gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_new0 (Work, 1), work_free);
  return task;
}

static void
on_job_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* ── What would go ────────────────────────────────────────────────────── */

static gboolean
plan (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  Work *work = user_data;

  work->erasure = mull_erasure_new (workspace, work->person_id, error);
  return work->erasure != NULL;
}

/**
 * mull_erasure_new_async:
 * @person_id: who
 * @cancellable: (nullable): when nobody wants to know any more
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_erasure_new(), while the main loop goes on. Whoever needs the data meanwhile ends it,
 * with %G_IO_ERROR_CANCELLED.
 */
void
mull_erasure_new_async (MullWorkspace *workspace,
                        gint64 person_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace));

  task = task_new (workspace, mull_erasure_new_async, callback, user_data);
  work = g_task_get_task_data (task);
  work->person_id = person_id;
  mull_workspace_run_errand_async (workspace, plan, work, NULL, cancellable, on_job_done_cb, task);
}

/**
 * mull_erasure_new_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what would go
 */
MullErasure *
mull_erasure_new_finish (MullWorkspace *workspace, GAsyncResult *result, GError **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  work = g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&work->erasure)
                                                           : NULL;
}

/* ── Erasing ──────────────────────────────────────────────────────────── */

static gboolean
carry_out (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  return mull_erasure_carry_out (workspace, ((Work *) user_data)->erasure, error);
}

static void
on_carried_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = g_task_get_task_data (user_data);

  if (work->erasure->is_done)
    mull_workspace_tell_everything (MULL_WORKSPACE (source));
  on_job_done_cb (source, result, user_data);
}

/**
 * mull_erasure_run_async:
 * @self: who
 * @cancellable: (nullable): leaves everything as it is, as long as that is possible
 * @progress_func: (nullable) (scope notified): told how far it is; from %MULL_ERASURE_NO_RETURN on
 *   it is not stopped any more
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_erasure_run(), while the main loop goes on.
 */
void
mull_erasure_run_async (MullWorkspace *workspace,
                        MullErasure *self,
                        GCancellable *cancellable,
                        MullWorkspaceProgressFunc progress_func,
                        gpointer progress_data,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace) && self != NULL);

  task = task_new (workspace, mull_erasure_run_async, callback, user_data);
  work = g_task_get_task_data (task);
  work->erasure = mull_erasure_ref (self);
  /* While somebody reads for a backup, the log cannot be emptied. */
  if (workspace->custodian != NULL)
    mull_custodian_rest (workspace->custodian);
  mull_workspace_run_job_async (workspace, carry_out, work, NULL, cancellable, progress_func,
                                progress_data, on_carried_out_cb, task);
}

/**
 * mull_erasure_run_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: as mull_erasure_run()
 */
gboolean
mull_erasure_run_finish (MullWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ── Copies that hold them ────────────────────────────────────────────── */

static void
search_in_thread (GTask *task,
                  gpointer source G_GNUC_UNUSED,
                  gpointer data,
                  GCancellable *cancellable G_GNUC_UNUSED)
{
  Work *work = data;

  work->holders = mull_erasure_search_run (work->search, work->cancellable);
  g_task_return_boolean (task, TRUE);
}

/* The thread may let go of its task after everybody else is done, so that task keeps nothing: the
 * caller's does. */
static void
on_searched_cb (GObject *source G_GNUC_UNUSED,
                GAsyncResult *result G_GNUC_UNUSED,
                gpointer user_data)
{
  g_autoptr (GTask) caller = user_data;

  g_task_return_boolean (caller, TRUE);
}

/**
 * mull_erasure_find_holders_async:
 * @self: who
 * @cancellable: (nullable): when nobody wants to know any more
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_erasure_find_holders(), while the main loop goes on. The data itself is not needed for
 * it.
 */
void
mull_erasure_find_holders_async (MullWorkspace *workspace,
                                 const MullErasure *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GTask *caller;
  Work *work;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace) && self != NULL);

  caller = task_new (NULL, mull_erasure_find_holders_async, callback, user_data);
  work = g_task_get_task_data (caller);
  work->search = mull_erasure_search_new (workspace, self);
  work->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  task = g_task_new (NULL, NULL, on_searched_cb, caller);
  g_task_set_task_data (task, work, NULL);
  g_task_run_in_thread (task, search_in_thread);
}

/**
 * mull_erasure_find_holders_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type MullErasureHolder): newest first
 */
GPtrArray *
mull_erasure_find_holders_finish (GAsyncResult *result, GError **error)
{
  Work *work;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  work = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error) ||
      g_cancellable_set_error_if_cancelled (work->cancellable, error))
    return NULL;
  return g_steal_pointer (&work->holders);
}

static gboolean
remove_files (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  Work *work = user_data;

  return mull_erasure_remove_files (workspace, work->erasure, (const char *const *) work->paths,
                                    error);
}

/**
 * mull_erasure_remove_async:
 * @self: who
 * @paths: copies that were found
 * @progress_func: (nullable) (scope notified): told that it goes on
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Removes the copies, with what is said of them, and the attached files that only they referred to,
 * while the main loop goes on.
 */
void
mull_erasure_remove_async (MullWorkspace *workspace,
                           MullErasure *self,
                           const char *const *paths,
                           MullWorkspaceProgressFunc progress_func,
                           gpointer progress_data,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace) && self != NULL && paths != NULL);

  task = task_new (workspace, mull_erasure_remove_async, callback, user_data);
  work = g_task_get_task_data (task);
  work->erasure = mull_erasure_ref (self);
  work->paths = g_strdupv ((char **) paths);
  mull_workspace_run_job_async (workspace, remove_files, work, NULL, NULL, progress_func,
                                progress_data, on_job_done_cb, task);
}

/**
 * mull_erasure_remove_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: %FALSE if one could not be removed
 */
gboolean
mull_erasure_remove_finish (MullWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
