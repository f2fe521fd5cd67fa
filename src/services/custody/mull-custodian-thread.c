/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-custodian-thread"

#include "config.h"

#include "mull-custodian-private.h"

#include "mull-custody.h"
#include "mull-workspace-private.h"

/* ── In the thread ────────────────────────────────────────────────────── */

/* Those who wait for the end do not let the main loop run. */
static void
end_thread (GTask *task, gboolean good, GError *error)
{
  MullCustodian *self = g_task_get_source_object (task);

  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_mutex_lock (&self->mutex);
  self->is_running = FALSE;
  g_cond_signal (&self->is_over);
  g_mutex_unlock (&self->mutex);
}

static void
complete_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean good = mull_custodian_job_complete (data, &error);

  end_thread (task, good, error);
}

static void
recheck_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean good = mull_custodian_job_recheck (data, &error);

  end_thread (task, good, error);
}

static void
sweep_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean good = mull_custodian_job_sweep (data, &error);

  end_thread (task, good, error);
}

static void
convert_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean good = mull_custodian_job_convert (data, &error);

  end_thread (task, good, error);
}

/* ── Back on the main loop ────────────────────────────────────────────── */

/**
 * mull_custodian_note_outside:
 * @job: one that completed a backup
 *
 * Notes when a copy went outside, once, or says why none did.
 */
void
mull_custodian_note_outside (MullCustodian *self, MullCustodianJob *job)
{
  g_autoptr (GError) error = NULL;

  if (job->archive_error != NULL)
    mull_custodian_tell_failure (self, job->archive_error);
  g_clear_error (&job->archive_error);
  if (job->outside == NULL || job->is_noted)
    return;
  job->is_noted = TRUE;
  if (job->outside_error != NULL)
    mull_custodian_tell_failure (self, job->outside_error);
  else if (!mull_workspace_is_bulk (self->workspace) &&
           !mull_custody_note_outside (self->workspace, job->now, &error))
    g_warning ("%s", error->message);
}

/* Another one may be at work by now, if the end was waited for. */
static void
forget_job (MullCustodian *self, const MullCustodianJob *job)
{
  if (self->job != job)
    return;
  self->job = NULL;
  self->in_thread = FALSE;
}

static void
on_completed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullCustodian *self = MULL_CUSTODIAN (source);
  MullCustodianJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  forget_job (self, job);
  if (self->workspace == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      self->is_converting = FALSE;
      mull_custodian_tell_failure (self, error);
      return;
    }
  self->worked_since = g_get_monotonic_time ();
  mull_custodian_note_outside (self, job);
  mull_custodian_tell_made (self, job->manifest->path);
  if (self->is_converting)
    mull_custodian_go_on_converting (self, job);
}

static void
on_converted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullCustodian *self = MULL_CUSTODIAN (source);
  MullCustodianJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  forget_job (self, job);
  g_task_propagate_boolean (G_TASK (result), &error);
  mull_custodian_end_conversion (self, job, error);
}

static void
on_rechecked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullCustodian *self = MULL_CUSTODIAN (source);
  g_autoptr (GError) error = NULL;

  forget_job (self, g_task_get_task_data (G_TASK (result)));
  if (!g_task_propagate_boolean (G_TASK (result), &error) && self->workspace != NULL)
    mull_custodian_tell_failure (self, error);
}

/* That nothing was taken away is nothing that the rep has to know. */
static void
on_swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullCustodian *self = MULL_CUSTODIAN (source);
  g_autoptr (GError) error = NULL;

  forget_job (self, g_task_get_task_data (G_TASK (result)));
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_info ("%s", error->message);
}

/**
 * mull_custodian_new_job:
 *
 * Returns: (transfer full): a job of now
 */
MullCustodianJob *
mull_custodian_new_job (MullCustodian *self)
{
  MullCustodianJob *job = g_new0 (MullCustodianJob, 1);

  job->now = mull_workspace_get_now (self->workspace);
  job->zone = g_time_zone_ref (mull_clock_get_zone (mull_workspace_get_clock (self->workspace)));
  return job;
}

static void
run_in_thread (MullCustodian *self,
               MullCustodianJob *job,
               GTaskThreadFunc func,
               GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, NULL);

  g_task_set_task_data (task, job, (GDestroyNotify) mull_custodian_job_free);
  self->in_thread = self->is_running = TRUE;
  self->job = job;
  g_task_run_in_thread (task, func);
}

/**
 * mull_custodian_run_completion:
 * @job: (transfer full): with a copy
 *
 * Has it checked and made a backup, beside the main loop.
 */
void
mull_custodian_run_completion (MullCustodian *self, MullCustodianJob *job)
{
  run_in_thread (self, job, complete_in_thread, on_completed_cb);
}

/**
 * mull_custodian_run_recheck:
 * @job: (transfer full): with an old backup
 *
 * Has it read again, beside the main loop.
 */
void
mull_custodian_run_recheck (MullCustodian *self, MullCustodianJob *job)
{
  run_in_thread (self, job, recheck_in_thread, on_rechecked_cb);
}

/**
 * mull_custodian_run_sweep:
 * @job: (transfer full): with a sweep that knows what is referred to
 *
 * Has the other attached files taken away, beside the main loop.
 */
void
mull_custodian_run_sweep (MullCustodian *self, MullCustodianJob *job)
{
  run_in_thread (self, job, sweep_in_thread, on_swept_cb);
}

/**
 * mull_custodian_run_conversion:
 * @job: (transfer full): with a backup
 *
 * Has made of it what the file shall become, beside the main loop.
 */
void
mull_custodian_run_conversion (MullCustodian *self, MullCustodianJob *job)
{
  run_in_thread (self, job, convert_in_thread, on_converted_cb);
}

/**
 * mull_custodian_wait:
 *
 * Waits until nothing is done beside the main loop: from then on no backup goes by itself.
 */
void
mull_custodian_wait (MullCustodian *self)
{
  g_return_if_fail (MULL_IS_CUSTODIAN (self));

  g_mutex_lock (&self->mutex);
  while (self->is_running)
    g_cond_wait (&self->is_over, &self->mutex);
  g_mutex_unlock (&self->mutex);
}
