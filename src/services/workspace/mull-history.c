/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-history"

#include "config.h"

#include "mull-history.h"

#include "mull-error.h"
#include "mull-undo-store.h"
#include "mull-workspace-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 seq;
  guint n_steps;
  MullChanges *changes; /* of the only step */
} Journey;

static void
free_journey (Journey *self)
{
  g_clear_pointer (&self->changes, mull_changes_unref);
  g_free (self);
}

/* Whether the next step in this direction lies on the way. */
static gboolean
lies_on_way (MullWorkspace *workspace, gint64 seq, gboolean redo, gboolean *lies, GError **error)
{
  g_autoptr (MullUndoStep) step = NULL;

  if (!mull_undo_store_peek (workspace->db, redo, &step, error))
    return FALSE;
  *lies = step != NULL && (redo ? step->seq <= seq : step->seq > seq);
  return TRUE;
}

static gboolean
take_steps (MullWorkspace *workspace, Journey *journey, gboolean redo, GError **error)
{
  gboolean lies = FALSE;

  for (;;)
    {
      MullChanges *changes = NULL;

      if (!lies_on_way (workspace, journey->seq, redo, &lies, error))
        return FALSE;
      if (!lies)
        return TRUE;
      if (!mull_workspace_take_step (workspace, redo, &changes, error))
        return FALSE;
      g_clear_pointer (&journey->changes, mull_changes_unref);
      journey->changes = changes;
      journey->n_steps++;
    }
}

static gboolean
run_journey (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  return take_steps (workspace, user_data, FALSE, error) &&
         take_steps (workspace, user_data, TRUE, error);
}

/* Of more than one step it is not worth while to tell each row. */
static void
tell (MullWorkspace *workspace, const Journey *journey)
{
  if (journey->n_steps == 1)
    mull_workspace_tell (workspace, journey->changes);
  else if (journey->n_steps > 1)
    mull_workspace_tell_everything (workspace);
}

static gboolean
check_step (MullWorkspace *workspace, gint64 seq, GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;

  if (!mull_workspace_check_free (workspace, error))
    return FALSE;
  if (seq == 0)
    return TRUE;
  steps = mull_undo_store_list (workspace->db, MULL_UNDO_MAX_STEPS, error);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    if (((MullUndoStep *) steps->pdata[i])->seq == seq)
      return TRUE;
  if (steps != NULL)
    g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                         _ ("This step is no longer in the history. Look at the history again."));
  return FALSE;
}

/**
 * mull_history_go_to:
 * @seq: the newest step that is to be done, or 0 for none
 * @n_steps: (out): how many steps were taken
 * @error: return location
 *
 * Returns: %FALSE if not all of the way was gone
 */
gboolean
mull_history_go_to (MullWorkspace *workspace, gint64 seq, guint *n_steps, GError **error)
{
  Journey journey = { .seq = seq };
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && n_steps != NULL, FALSE);

  good = check_step (workspace, seq, error) && run_journey (workspace, &journey, error);
  *n_steps = journey.n_steps;
  tell (workspace, &journey);
  g_clear_pointer (&journey.changes, mull_changes_unref);
  return good;
}

static void
on_gone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullWorkspace *workspace = MULL_WORKSPACE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean good = mull_workspace_run_job_finish (workspace, result, &error);

  tell (workspace, g_task_get_task_data (task));
  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mull_history_go_to_async:
 * @seq: the newest step that is to be done, or 0 for none
 * @cancellable: (nullable): stops on the way
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_history_go_to(), while the main loop goes on.
 */
void
mull_history_go_to_async (MullWorkspace *workspace,
                          gint64 seq,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Journey *journey;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace));

  task = g_task_new (workspace, NULL, callback, user_data);
  g_task_set_source_tag (task, mull_history_go_to_async);
  g_task_set_name (task, "mull_history_go_to_async");
  journey = g_new0 (Journey, 1);
  journey->seq = seq;
  g_task_set_task_data (task, journey, (GDestroyNotify) free_journey);
  if (!check_step (workspace, seq, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* The task, which keeps the journey, outlives its run. */
  mull_workspace_run_job_async (workspace, run_journey, journey, NULL, cancellable, NULL, NULL,
                                on_gone_cb, g_object_ref (task));
}

/**
 * mull_history_go_to_finish:
 * @result: what the callback got
 * @n_steps: (out): how many steps were taken
 * @error: return location
 *
 * Returns: %FALSE if not all of the way was gone
 */
gboolean
mull_history_go_to_finish (MullWorkspace *workspace,
                           GAsyncResult *result,
                           guint *n_steps,
                           GError **error)
{
  const Journey *journey;

  g_return_val_if_fail (g_task_is_valid (result, workspace) && n_steps != NULL, FALSE);

  journey = g_task_get_task_data (G_TASK (result));
  *n_steps = journey->n_steps;
  return g_task_propagate_boolean (G_TASK (result), error);
}
