/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-trash-empty"

#include "config.h"

#include "mull-trash.h"

#include "mull-custody.h"
#include "mull-error.h"
#include "mull-workspace-private.h"

#include <glib/gi18n-lib.h>

static const char *
get_label (void)
{
  /* Translators: a step of the history */
  return _ ("Empty the trash");
}

/* Too much for the history is gone with the step; then there is the backup. */
static gboolean
is_in_history (MullWorkspace *workspace)
{
  g_autoptr (GPtrArray) steps = mull_workspace_list_steps (workspace, 1, NULL);

  return steps != NULL && steps->len == 1 &&
         ((MullStepInfo *) steps->pdata[0])->op == MULL_OP_EMPTY_TRASH &&
         ((MullStepInfo *) steps->pdata[0])->can_undo;
}

static gboolean
back_up (MullWorkspace *workspace, gpointer data G_GNUC_UNUSED, GError **error)
{
  g_autoptr (MullBackupManifest) backup =
      mull_custody_back_up (workspace, MULL_BACKUP_TRASH, error);

  return backup != NULL;
}

/* Whether there is something to empty, and whether that is much. */
static gboolean
look (MullWorkspace *workspace, gboolean *needs_backup, GError **error)
{
  gint64 counts[MULL_TRASH_N_KINDS];
  gint64 n = mull_trash_count (workspace, counts, error);

  if (n < 0)
    return FALSE;
  if (n == 0)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                           _ ("The trash is empty already."));
      return FALSE;
    }
  *needs_backup = n > MULL_TRASH_BACKUP_ITEMS;
  return TRUE;
}

/**
 * mull_trash_empty:
 * @can_undo: (out) (optional): whether the step is in the history; one that changed too much is not
 * @error: return location
 *
 * Removes everything in the trash for good, with all that belongs to it, as one step. More than
 * %MULL_TRASH_BACKUP_ITEMS things go only after a backup.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is nothing in it
 */
gboolean
mull_trash_empty (MullWorkspace *workspace, gboolean *can_undo, GError **error)
{
  gboolean needs_backup;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), FALSE);

  if (!look (workspace, &needs_backup, error) ||
      (needs_backup && !back_up (workspace, NULL, error)) ||
      !mull_workspace_begin_bulk (workspace, error))
    return FALSE;
  if (!mull_trash_store_empty (mull_workspace_get_database (workspace), error))
    {
      mull_workspace_rollback_bulk (workspace);
      return FALSE;
    }
  if (!mull_workspace_commit_bulk (workspace, MULL_OP_EMPTY_TRASH, get_label (), error))
    return FALSE;
  if (can_undo != NULL)
    *can_undo = is_in_history (workspace);
  return TRUE;
}

/* ── While the main loop goes on ──────────────────────────────────────── */

/* How far it is when each part is over. */
#define AFTER_BACKUP 0.2
#define AFTER_EMPTYING 0.7

typedef struct
{
  MullWorkspaceProgressFunc progress_func;
  gpointer progress_data;
  double from, to; /* of the part that is under way */
} Emptying;

/* That a part is over is not that all of it is. */
static void
on_progress_cb (double progress, gpointer user_data)
{
  const Emptying *self = user_data;

  if (self->progress_func != NULL && progress < 1)
    self->progress_func (self->from + (self->to - self->from) * progress, self->progress_data);
}

static Emptying *
begin_part (GTask *task, double from, double to)
{
  Emptying *self = g_task_get_task_data (task);

  self->from = from;
  self->to = to;
  return self;
}

static gboolean
run_empty (MullWorkspace *workspace, gpointer data G_GNUC_UNUSED, GError **error)
{
  return mull_trash_store_empty (mull_workspace_get_database (workspace), error);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (mull_workspace_commit_bulk_finish (MULL_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_emptied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullWorkspace *workspace = MULL_WORKSPACE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!mull_workspace_run_job_finish (workspace, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  mull_workspace_commit_bulk_async (
      workspace, MULL_OP_EMPTY_TRASH, get_label (), g_task_get_cancellable (task), on_progress_cb,
      begin_part (task, AFTER_EMPTYING, 1), on_committed_cb, g_object_ref (task));
}

/* Takes @task. */
static void
begin_emptying (GTask *task)
{
  MullWorkspace *workspace = g_task_get_source_object (task);
  GError *error = NULL;

  if (mull_workspace_begin_bulk (workspace, &error))
    {
      mull_workspace_lend (workspace, g_task_new (workspace, NULL, on_emptied_cb, task), run_empty,
                           NULL, NULL, g_task_get_cancellable (task), on_progress_cb,
                           begin_part (task, AFTER_BACKUP, AFTER_EMPTYING));
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
on_backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error))
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    begin_emptying (g_steal_pointer (&task));
}

/**
 * mull_trash_empty_async:
 * @cancellable: (nullable): leaves everything as it is
 * @progress_func: (nullable) (scope notified): told how far it is
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_trash_empty(), while the main loop goes on.
 */
void
mull_trash_empty_async (MullWorkspace *workspace,
                        GCancellable *cancellable,
                        MullWorkspaceProgressFunc progress_func,
                        gpointer progress_data,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Emptying *emptying;
  gboolean needs_backup;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace));

  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, mull_trash_empty_async);
  g_task_set_name (task, "mull_trash_empty_async");
  /* What was emptied is not told to be there because somebody changed their mind too late. */
  g_task_set_check_cancellable (task, FALSE);
  emptying = g_new0 (Emptying, 1);
  emptying->progress_func = progress_func;
  emptying->progress_data = progress_data;
  g_task_set_task_data (task, emptying, g_free);
  if (!look (workspace, &needs_backup, &error))
    g_task_return_error (task, error);
  else if (needs_backup)
    {
      begin_part (task, 0, AFTER_BACKUP);
      mull_workspace_run_job_async (workspace, back_up, NULL, NULL, cancellable, on_progress_cb,
                                    emptying, on_backed_up_cb, g_steal_pointer (&task));
    }
  else
    begin_emptying (g_steal_pointer (&task));
}

/**
 * mull_trash_empty_finish:
 * @result: what the callback got
 * @can_undo: (out) (optional): whether the step is in the history
 * @error: return location
 *
 * Returns: %FALSE if everything is as it was
 */
gboolean
mull_trash_empty_finish (MullWorkspace *workspace,
                         GAsyncResult *result,
                         gboolean *can_undo,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (can_undo != NULL)
    *can_undo = is_in_history (workspace);
  return TRUE;
}
