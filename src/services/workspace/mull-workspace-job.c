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
  gboolean in_step;
  GCancellable *stop; /* owned */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->stop);
  g_free (self);
}

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
  GError *error = NULL;
  gboolean good;

  mull_database_borrow (self->db, job->stop);
  good = job->func (self, job->data, &error);
  if (!good && mull_database_was_stopped (self->db))
    {
      g_clear_error (&error);
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped");
    }
  /* Very much may have to be taken back: that, too, is for this thread. */
  if (!good && job->in_step)
    mull_workspace_take_back (self);
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

/* Returns: whether the work was done, and the step in which it was is still open */
static gboolean
propagate (GAsyncResult *result, Job *job, GError **error)
{
  MullWorkspace *self = job->workspace;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    {
      if (job->in_step)
        self->bulk = FALSE;
      return FALSE;
    }
  if (!job->in_step || self->bulk)
    return TRUE;
  /* The data was closed meanwhile. */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Closed");
  return FALSE;
}

static void
forget_job (MullWorkspace *self)
{
  self->is_lent = self->is_errand = FALSE;
  self->job = NULL;
  g_clear_object (&self->job_cancellable);
}

static void
on_job_done_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) caller = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (MullWorkspace) self = g_object_ref (job->workspace);
  GError *error = NULL;

  g_clear_handle_id (&job->progress_id, g_source_remove);
  /* After an errand that gave way there may be another one. */
  if (self->job == job)
    forget_job (self);
  if (propagate (result, job, &error))
    {
      if (job->progress_func != NULL)
        job->progress_func (1, job->progress_data);
      g_task_return_boolean (caller, TRUE);
    }
  else
    g_task_return_error (caller, error);
  if (job->free_data != NULL)
    job->free_data (job->data);
  mull_workspace_tell_troubles (self);
}

static Job *
job_new (MullWorkspace *self,
         MullWorkspaceJobFunc func,
         gpointer data,
         GDestroyNotify free_data,
         GCancellable *cancellable)
{
  Job *job = g_new0 (Job, 1);

  job->workspace = self;
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->in_step = self->bulk;
  job->stop = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  return job;
}

/* @caller, @job: (transfer full) */
static void
begin_job (GTask *caller, Job *job, gboolean is_errand)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_job_done_cb, caller);
  MullWorkspace *self = job->workspace;

  g_task_set_name (task, "mull_workspace_lend");
  g_task_set_task_data (task, job, job_free);
  self->job = job;
  self->job_cancellable = g_object_ref (job->stop);
  self->is_lent = TRUE;
  self->is_errand = is_errand;
  if (self->custodian != NULL)
    mull_custodian_set_aside (self->custodian);
  if (!mull_database_lend (self->db, is_errand))
    {
      run_here (task);
      return;
    }
  if (job->progress_func != NULL)
    job->progress_id = g_timeout_add (TELL_MILLISECONDS, on_tell_timeout_cb, job);
  g_task_run_in_thread (task, run_in_thread);
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
 * As mull_workspace_run_job_async(), inside a step that is open, too. If @func fails there, the
 * step is over, with nothing done.
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
  Job *job = job_new (self, func, data, free_data, cancellable);

  job->progress_func = progress_func;
  job->progress_data = progress_data;
  begin_job (caller, job, FALSE);
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
 * mull_workspace_run_errand_async:
 * @self: a workspace
 * @func: (scope notified): reads, in another thread
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data
 * @cancellable: (nullable): stops whatever @func asks of the database; it then fails
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_workspace_run_job_async(), but nobody is kept waiting: whoever needs the data meanwhile
 * ends it, with %G_IO_ERROR_CANCELLED. It can be run again then.
 */
void
mull_workspace_run_errand_async (MullWorkspace *self,
                                 MullWorkspaceJobFunc func,
                                 gpointer data,
                                 GDestroyNotify free_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) caller = NULL;
  GError *error = NULL;

  g_return_if_fail (MULL_IS_WORKSPACE (self) && func != NULL);

  caller = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (caller, mull_workspace_run_errand_async);
  g_task_set_name (caller, "mull_workspace_run_errand_async");
  if (mull_workspace_check_idle (self, &error))
    {
      begin_job (g_object_ref (caller), job_new (self, func, data, free_data, cancellable), TRUE);
      return;
    }
  if (free_data != NULL)
    free_data (data);
  g_task_return_error (caller, error);
}

/**
 * mull_workspace_end_errand:
 *
 * Has an errand, if there is one, stopped, and waits until the connection is back, which it is in
 * a moment. The errand's callback is still to come.
 */
void
mull_workspace_end_errand (MullWorkspace *self)
{
  if (!self->is_errand || !mull_database_is_home (self->db))
    return;
  mull_database_await (self->db);
  forget_job (self);
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
