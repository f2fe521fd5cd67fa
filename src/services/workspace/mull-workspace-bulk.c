/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-bulk"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-card-store.h"
#include "mull-error.h"
#include "mull-store.h"

#include <glib/gi18n-lib.h>

/* What may be remembered of rows that an import changes; beyond it the import cannot be undone by a
 * step. Rows that it adds take nothing. */
#define BULK_RECORD_BYTES (64 * 1024 * 1024)

/* Steps that stay open over several turns of the main loop. */

static gboolean
begin (MullWorkspace *self, gboolean is_trial, GError **error)
{
  if (!mull_workspace_check_free (self, error) || !mull_database_begin (self->db, error))
    return FALSE;
  self->bulk = TRUE;
  self->is_trial = is_trial;
  if ((is_trial || mull_recorder_begin_bulk (self->recorder, BULK_RECORD_BYTES, error)) &&
      mull_card_store_begin_bulk (self->db, error))
    return TRUE;
  mull_workspace_drop_step (self);
  return FALSE;
}

/**
 * mull_workspace_begin_bulk:
 * @error: return location
 *
 * Begins a step that stays open until mull_workspace_commit_bulk() or
 * mull_workspace_rollback_bulk(). Its work goes through the stores on the workspace's connection.
 */
gboolean
mull_workspace_begin_bulk (MullWorkspace *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return begin (self, FALSE, error);
}

/**
 * mull_workspace_begin_trial:
 * @error: return location
 *
 * As mull_workspace_begin_bulk() for work that only shows what it would do. It ends with
 * mull_workspace_rollback_bulk(), so nothing is recorded of it.
 */
gboolean
mull_workspace_begin_trial (MullWorkspace *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return begin (self, TRUE, error);
}

static gboolean
finish_bulk (MullWorkspace *self,
             MullOp op,
             const char *label,
             MullChanges **changes,
             GError **error)
{
  g_autoptr (GBytes) record = NULL;
  const char *const *tables = mull_store_content_tables ();

  if (!mull_card_store_end_bulk (self->db, mull_workspace_get_today (self),
                                 mull_clock_get_zone (self->clock), error))
    return FALSE;
  if (!mull_recorder_finish (self->recorder, &record, error))
    return FALSE;
  if (mull_recorder_has_overflowed (self->recorder))
    record = g_bytes_new (NULL, 0);
  if (record != NULL)
    {
      *changes = mull_changes_new ();
      mull_changes_set_bulk (*changes);
      for (guint i = 0; tables[i] != NULL; i++)
        mull_changes_add (*changes, tables[i], 0);
      if (!mull_workspace_push_step (self, op, label, 0, record, error))
        return FALSE;
    }
  return mull_database_commit (self->db, error);
}

/**
 * mull_workspace_commit_bulk:
 * @op: what kind of step it was
 * @label: its translated name
 * @error: return location
 *
 * Completes and stores the bulk step. One that changed very much of what was there before cannot be
 * undone, nor can what was before it; make a backup first.
 *
 * Returns: %FALSE if nothing was changed; the bulk step is over all the same
 */
gboolean
mull_workspace_commit_bulk (MullWorkspace *self, MullOp op, const char *label, GError **error)
{
  g_autoptr (MullChanges) changes = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && self->bulk && !self->is_trial, FALSE);

  if (!finish_bulk (self, op, label, &changes, error))
    {
      mull_workspace_drop_step (self);
      return FALSE;
    }
  self->bulk = FALSE;
  mull_workspace_tell (self, changes);
  return TRUE;
}

typedef struct
{
  MullOp op;
  char *label;
  MullChanges *changes;
} BulkJob;

static void
free_bulk_job (BulkJob *self)
{
  g_clear_pointer (&self->changes, mull_changes_unref);
  g_free (self->label);
  g_free (self);
}

static gboolean
run_bulk_job (MullWorkspace *self, gpointer user_data, GError **error)
{
  BulkJob *job = user_data;

  return finish_bulk (self, job->op, job->label, &job->changes, error);
}

static void
on_bulk_finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullWorkspace *self = MULL_WORKSPACE (source);
  g_autoptr (GTask) task = user_data;
  BulkJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  self->bulk = FALSE;
  if (!mull_workspace_run_job_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  mull_workspace_tell (self, job->changes);
  g_task_return_boolean (task, TRUE);
}

/**
 * mull_workspace_commit_bulk_async:
 * @op: what kind of step it was
 * @label: its translated name
 * @cancellable: (nullable): rolls it back instead, as long as it is not stored
 * @progress_func: (nullable) (scope notified): told how far it is
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_workspace_commit_bulk(), while the main loop goes on.
 */
void
mull_workspace_commit_bulk_async (MullWorkspace *self,
                                  MullOp op,
                                  const char *label,
                                  GCancellable *cancellable,
                                  MullWorkspaceProgressFunc progress_func,
                                  gpointer progress_data,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  BulkJob *job;

  g_return_if_fail (MULL_IS_WORKSPACE (self) && self->bulk && !self->is_trial);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, mull_workspace_commit_bulk_async);
  g_task_set_name (task, "mull_workspace_commit_bulk_async");
  job = g_new0 (BulkJob, 1);
  job->op = op;
  job->label = g_strdup (label);
  g_task_set_task_data (task, job, (GDestroyNotify) free_bulk_job);
  /* The task, which keeps the job, outlives its run. */
  mull_workspace_lend (self, g_task_new (self, NULL, on_bulk_finished_cb, g_object_ref (task)),
                       run_bulk_job, job, NULL, cancellable, progress_func, progress_data);
}

/**
 * mull_workspace_commit_bulk_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: %FALSE if nothing was changed; the bulk step is over all the same
 */
gboolean
mull_workspace_commit_bulk_finish (MullWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * mull_workspace_rollback_bulk:
 *
 * Takes back everything since mull_workspace_begin_bulk().
 */
void
mull_workspace_rollback_bulk (MullWorkspace *self)
{
  g_return_if_fail (MULL_IS_WORKSPACE (self) && self->bulk);

  mull_workspace_drop_step (self);
}

/**
 * mull_workspace_is_bulk:
 *
 * Returns: whether a bulk step is open, or a job has the connection, so that changes are refused
 */
gboolean
mull_workspace_is_bulk (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return self->bulk || (self->is_lent && !self->is_errand);
}

/**
 * mull_workspace_set_busy_error:
 * @error: return location, for %MULL_ERROR_BUSY
 *
 * Says what goes on while mull_workspace_is_bulk().
 */
void
mull_workspace_set_busy_error (MullWorkspace *self, GError **error)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_BUSY,
                       self->is_lent
                           ? _ ("Mulligan is still at work on very many deals. Wait until that is "
                                "done, or cancel it.")
                           : _ ("An import is running. Wait until it is done, or cancel it."));
}

/**
 * mull_workspace_check_idle:
 * @error: return location
 *
 * Returns: %FALSE with %MULL_ERROR_BUSY if mull_workspace_is_bulk(); a job itself may go on
 */
gboolean
mull_workspace_check_idle (MullWorkspace *self, GError **error)
{
  if (!mull_workspace_is_bulk (self) || !mull_database_is_home (self->db))
    {
      mull_workspace_end_errand (self);
      return TRUE;
    }
  mull_workspace_set_busy_error (self, error);
  return FALSE;
}
