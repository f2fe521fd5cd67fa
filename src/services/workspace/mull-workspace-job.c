/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-job"

#include "config.h"

#include "mull-workspace-private.h"

/* Work that takes too long for the thread that draws: another thread has the connection meanwhile.
 * Changes are refused until it is back, and whoever only reads waits for it. */

/* How often the progress is told. */
#define TELL_MILLISECONDS 50

/* The thread may let go of its task after the job is over for everybody else, so that task keeps
 * nothing alive; the caller's does. */
typedef struct
{
  MullWorkspace *workspace; /* borrowed from the caller's task */
  MullWorkspaceJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  MullWorkspaceProgressFunc progress_func;
  gpointer progress_data;
  guint progress_id;
} Job;

static gboolean
on_tell_timeout_cb (gpointer user_data)
{
  Job *job = user_data;

  job->progress_func (mull_database_get_progress (job->workspace->db), job->progress_data);
  return G_SOURCE_CONTINUE;
}

static void
run (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  MullWorkspace *self = job->workspace;
  GCancellable *stop = self->job_cancellable;
  GError *error = NULL;
  gboolean good;

  mull_database_borrow (self->db, stop);
  good = job->func (self, job->data, &error);
  if (!good && mull_database_was_stopped (self->db))
    {
      g_clear_error (&error);
      g_cancellable_set_error_if_cancelled (stop, &error);
    }
  mull_database_give_back (self->db);
  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_in_thread (GTask *task,
               gpointer source_object G_GNUC_UNUSED,
               gpointer task_data G_GNUC_UNUSED,
               GCancellable *cancellable G_GNUC_UNUSED)
{
  run (task);
}

/* While somebody copies a backup the connection cannot change hands. */
static void
run_here (GTask *task)
{
  MullWorkspace *self = ((Job *) g_task_get_task_data (task))->workspace;

  self->is_lent = FALSE;
  run (task);
  self->is_lent = TRUE;
}

static void
on_job_done_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) caller = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  MullWorkspace *self = job->workspace;
  GError *error = NULL;

  self->is_lent = FALSE;
  g_clear_object (&self->job_cancellable);
  g_clear_handle_id (&job->progress_id, g_source_remove);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (job->progress_func != NULL)
        job->progress_func (1, job->progress_data);
      g_task_return_boolean (caller, TRUE);
    }
  else
    g_task_return_error (caller, error);
  if (job->free_data != NULL)
    job->free_data (job->data);
}

/**
 * mull_workspace_lend:
 * @caller: (transfer full): a task of @self, which is told of the end
 * @func: does the work, in another thread
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data
 * @cancellable: (nullable): stops whatever @func asks of the database
 * @progress_func: (nullable): told how far the work is
 * @progress_data: for @progress_func
 *
 * As mull_workspace_run_job_async(), inside a step that is open, too.
 */
void
mull_workspace_lend (MullWorkspace *self,
                     GTask *caller,
                     MullWorkspaceJobFunc func,
                     gpointer data,
                     GDestroyNotify free_data,
                     GCancellable *cancellable,
                     MullWorkspaceProgressFunc progress_func,
                     gpointer progress_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_job_done_cb, caller);
  Job *job = g_new0 (Job, 1);

  g_task_set_name (task, "mull_workspace_lend");
  job->workspace = self;
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->progress_func = progress_func;
  job->progress_data = progress_data;
  g_task_set_task_data (task, job, g_free);
  self->job_cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  self->is_lent = TRUE;
  if (self->custodian != NULL)
    mull_custodian_set_aside (self->custodian);
  if (!mull_database_lend (self->db))
    {
      run_here (task);
      return;
    }
  if (progress_func != NULL)
    job->progress_id = g_timeout_add (TELL_MILLISECONDS, on_tell_timeout_cb, job);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * mull_workspace_run_job_async:
 * @self: a workspace
 * @func: (scope notified): does the work, in another thread
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data
 * @cancellable: (nullable): stops whatever @func asks of the database; it then fails
 * @progress_func: (nullable) (scope notified): told how far the work is
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Lends the connection to another thread for a piece of work that takes long. Until @callback is
 * called no step can be taken, and nothing else can be stored. Fails with %MULL_ERROR_BUSY while
 * there is such work already, or a step is open.
 */
void
mull_workspace_run_job_async (MullWorkspace *self,
                              MullWorkspaceJobFunc func,
                              gpointer data,
                              GDestroyNotify free_data,
                              GCancellable *cancellable,
                              MullWorkspaceProgressFunc progress_func,
                              gpointer progress_data,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) caller = NULL;
  GError *error = NULL;

  g_return_if_fail (MULL_IS_WORKSPACE (self) && func != NULL);

  caller = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (caller, mull_workspace_run_job_async);
  g_task_set_name (caller, "mull_workspace_run_job_async");
  /* Data that must not change may still be read. */
  if (mull_workspace_check_idle (self, &error))
    {
      mull_workspace_lend (self, g_object_ref (caller), func, data, free_data, cancellable,
                           progress_func, progress_data);
      return;
    }
  if (free_data != NULL)
    free_data (data);
  g_task_return_error (caller, error);
}

/**
 * mull_workspace_run_job_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: what the work returned; %FALSE with %G_IO_ERROR_CANCELLED if it was stopped
 */
gboolean
mull_workspace_run_job_finish (MullWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * mull_workspace_end_job:
 *
 * Stops the job, if there is one, and waits until the connection is back. Its callback is still to
 * come.
 */
void
mull_workspace_end_job (MullWorkspace *self)
{
  if (!self->is_lent)
    return;
  g_cancellable_cancel (self->job_cancellable);
  mull_database_await (self->db);
}
