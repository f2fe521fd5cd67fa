/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-steps"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-card-store.h"
#include "mull-changeset.h"
#include "mull-error.h"
#include "mull-record.h"
#include "mull-reference-check.h"
#include "mull-store.h"
#include "mull-undo-record.h"
#include "mull-undo-store.h"

#include <glib/gi18n-lib.h>

/* Steps, done, undone and done again. */

/* Changes of more rows than this are told as bulk: reloading is cheaper than looking at each. */
#define MAX_ROWS_TOLD 2000
/* So many rows do not fit into so few bytes. */
#define SMALL_CHANGESET (2 * MAX_ROWS_TOLD)
/* Of so many bytes not even the rows are counted: reading them takes longer than reloading. */
#define LARGE_CHANGESET (2 * 1024 * 1024)

/**
 * mull_workspace_take_back:
 *
 * Takes back what the open step has written; does nothing if there is none. It is for the thread
 * that has the connection.
 */
void
mull_workspace_take_back (MullWorkspace *self)
{
  mull_recorder_cancel (self->recorder);
  mull_database_rollback (self->db);
}

/**
 * mull_workspace_drop_step:
 *
 * Rolls back the open step; does nothing if there is none.
 */
void
mull_workspace_drop_step (MullWorkspace *self)
{
  self->bulk = FALSE;
  mull_workspace_take_back (self);
}

/**
 * mull_workspace_check_free:
 * @error: return location
 *
 * Returns: %FALSE while a step is open, and if content must not change
 */
gboolean
mull_workspace_check_free (MullWorkspace *self, GError **error)
{
  if (self->freeze != MULL_FREEZE_NONE)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_READ_ONLY, self->freeze_sentence);
      return FALSE;
    }
  if (!mull_workspace_check_idle (self, error))
    return FALSE;
  if (!mull_database_in_transaction (self->db))
    return TRUE;
  g_set_error_literal (
      error, MULL_ERROR, MULL_ERROR_INTERNAL,
      _ ("Mulligan made a mistake, so the change could not be saved. Nothing else was lost."));
  return FALSE;
}

static gboolean
begin_step (MullWorkspace *self, GError **error)
{
  if (!mull_workspace_check_free (self, error) || !mull_database_begin (self->db, error))
    return FALSE;
  if (mull_recorder_begin (self->recorder, error))
    return TRUE;
  mull_database_rollback (self->db);
  return FALSE;
}

static void
add_change_cb (const char *table,
               gint64 id,
               gboolean inserted,
               gboolean deleted,
               gpointer user_data)
{
  mull_changes_add (user_data, table, id);
}

static void
count_change_cb (const char *table,
                 gint64 id,
                 gboolean inserted,
                 gboolean deleted,
                 gpointer user_data)
{
  guint *n_rows = user_data;

  (*n_rows)++;
}

static void
add_all_tables (MullChanges *changes)
{
  const char *const *tables = mull_store_content_tables ();

  mull_changes_set_bulk (changes);
  for (guint i = 0; tables[i] != NULL; i++)
    mull_changes_add (changes, tables[i], 0);
}

/* What listeners are told, from what was recorded and the deals that were noted. */
static MullChanges *
collect_changes (GBytes *changeset, GArray *deals, GError **error)
{
  g_autoptr (MullChanges) changes = mull_changes_new ();
  guint n_rows = 0;

  if (g_bytes_get_size (changeset) > LARGE_CHANGESET)
    {
      add_all_tables (changes);
      return g_steal_pointer (&changes);
    }
  if (g_bytes_get_size (changeset) > SMALL_CHANGESET &&
      !mull_changeset_foreach (changeset, count_change_cb, &n_rows, error))
    return NULL;
  if (n_rows > MAX_ROWS_TOLD || deals->len > MAX_ROWS_TOLD)
    mull_changes_set_bulk (changes);
  if (!mull_changeset_foreach (changeset, add_change_cb, changes, error))
    return NULL;
  for (guint i = 0; i < deals->len; i++)
    mull_changes_add_deal (changes, g_array_index (deals, gint64, i));
  return g_steal_pointer (&changes);
}

/**
 * mull_workspace_push_step:
 * @record: what the step did; if it is empty or too large, the step cannot be undone
 *
 * Stores a step in its own transaction.
 */
gboolean
mull_workspace_push_step (MullWorkspace *self,
                          MullOp op,
                          const char *label,
                          gint64 deal_id,
                          GBytes *record,
                          GError **error)
{
  g_autoptr (GBytes) squeezed = mull_undo_record_squeeze (record);
  MullUndoStep step = {
    .op = (char *) mull_enum_nick (MULL_TYPE_OP, (int) op),
    .label = (char *) label,
    .deal_id = deal_id,
    .at = mull_workspace_get_now (self),
    .changeset = squeezed,
  };
  g_autoptr (GBytes) nothing = NULL;

  if (g_bytes_get_size (squeezed) > MULL_UNDO_MAX_STEP_BYTES)
    step.changeset = nothing = g_bytes_new (NULL, 0);
  return mull_undo_store_push (self->db, &step, error);
}

/* Everything between the work and COMMIT. @changes is NULL if no content changed. */
static gboolean
finish_step (MullWorkspace *self,
             MullOp op,
             const char *label,
             gint64 deal_id,
             MullChanges **changes,
             GError **error)
{
  g_autoptr (GArray) deals = NULL;
  g_autoptr (GBytes) changeset = NULL;

  if (!mull_card_store_refresh (self->db, mull_workspace_get_today (self),
                                mull_clock_get_zone (self->clock), &deals, error) ||
      !mull_recorder_finish (self->recorder, &changeset, error))
    return FALSE;
  if (changeset != NULL)
    {
      *changes = collect_changes (changeset, deals, error);
      if (*changes == NULL ||
          !mull_workspace_push_step (self, op, label, deal_id, changeset, error))
        return FALSE;
    }
  return mull_database_commit (self->db, error);
}

/**
 * mull_workspace_transact:
 * @op: what kind of step this is
 * @label: its translated name
 * @deal_id: the deal whose page shows what changed, or 0
 * @func: (scope call): does the work
 * @user_data: for @func
 * @error: return location
 *
 * Runs @func as one step: all of it is stored or nothing is, and it can be undone as a whole. What
 * is derived from the content is brought up to date in the same transaction.
 * #MullWorkspace::changed is emitted once the step is safely stored, unless no content changed.
 *
 * Returns: %FALSE if nothing was changed
 */
gboolean
mull_workspace_transact (MullWorkspace *self,
                         MullOp op,
                         const char *label,
                         gint64 deal_id,
                         MullWorkFunc func,
                         gpointer user_data,
                         GError **error)
{
  g_autoptr (MullChanges) changes = NULL;
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (label != NULL && func != NULL, FALSE);

  if (!begin_step (self, error))
    return FALSE;
  good =
      func (self->db, user_data, error) && finish_step (self, op, label, deal_id, &changes, error);
  if (!good)
    {
      mull_workspace_drop_step (self);
      return FALSE;
    }
  mull_workspace_tell (self, changes);
  return TRUE;
}

/* What is named goes away with this, so from here on the step keeps it. */
static gboolean
keep_rows (MullWorkspace *self, const MullUndoStep *step, GBytes *changeset, GError **error)
{
  g_autoptr (GBytes) record = NULL;

  if (!mull_recorder_names_rows (step->changeset))
    return TRUE;
  record = mull_undo_record_squeeze (changeset);
  return mull_undo_store_replace (self->db, step->seq, record, error);
}

/* @changeset: (out) (transfer full): all that the step did */
static gboolean
apply_record (MullWorkspace *self,
              const MullUndoStep *step,
              gboolean redo,
              GBytes **changeset,
              GError **error)
{
  g_autoptr (GBytes) rest = NULL;

  if (!mull_recorder_read (self->recorder, step->changeset, changeset, error))
    return FALSE;
  if (redo || !mull_recorder_names_rows (step->changeset))
    return mull_changeset_apply (self->db, *changeset, !redo, error);
  /* By the changeset, each row would be looked for by the values that were read of it just now. */
  return mull_recorder_delete_rows (self->recorder, step->changeset, &rest, error) &&
         (g_bytes_get_size (rest) == 0 || mull_changeset_apply (self->db, rest, TRUE, error));
}

/* Applies a step or its inverse inside a transaction with foreign keys off: with them on, the
 * cascades that were recorded would happen a second time. */
static gboolean
apply_step (MullWorkspace *self,
            MullUndoStep *step,
            gboolean redo,
            MullChanges **changes,
            GError **error)
{
  g_autoptr (GArray) deals = NULL;
  g_autoptr (GBytes) changeset = NULL;

  if (!apply_record (self, step, redo, &changeset, error) ||
      !mull_reference_check (self->db, changeset, error))
    return FALSE;
  if (!mull_card_store_refresh (self->db, mull_workspace_get_today (self),
                                mull_clock_get_zone (self->clock), &deals, error))
    return FALSE;
  *changes = collect_changes (changeset, deals, error);
  return *changes != NULL && keep_rows (self, step, changeset, error) &&
         mull_undo_store_mark (self->db, step->seq, !redo, error) &&
         mull_database_commit (self->db, error);
}

static void
forget_step (MullWorkspace *self, const MullUndoStep *step, gboolean redo)
{
  g_autoptr (GError) error = NULL;

  if (mull_database_begin (self->db, &error) &&
      mull_undo_store_drop (self->db, step->seq, redo, &error) &&
      mull_database_commit (self->db, &error))
    return;
  g_warning ("Forgetting a step: %s", error->message);
  mull_database_rollback (self->db);
}

/* The step that is next, with what it did; NULL if there is none, which is no failure of reading.
 */
static MullUndoStep *
load_step (MullWorkspace *self, gboolean redo, GError **error)
{
  g_autoptr (MullUndoStep) step = NULL;

  if (!mull_undo_store_peek (self->db, redo, &step, error))
    return NULL;
  if (step == NULL)
    g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                         redo ? _ ("There is nothing to do again.")
                              : _ ("There is nothing to undo."));
  else if (mull_undo_store_load (self->db, step, error))
    return g_steal_pointer (&step);
  return NULL;
}

/* Says what became of a step that something else stands in the way of. */
static void
explain (const MullUndoStep *step, gboolean redo, GError **error)
{
  g_set_error (
      error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
      redo ? _ ("“%s” can no longer be done again, because something that it changes was changed "
                "since. It was taken out of the history with the steps after it; your data is as "
                "it was.")
           : _ ("“%s” can no longer be undone, because something that it changed was changed "
                "since. It was taken out of the history with the steps before it; your data is as "
                "it was."),
      step->label);
}

/**
 * mull_workspace_take_step:
 * @redo: whether to do a step again, not to take one back
 * @changes: (out) (transfer full) (nullable): what to tell
 * @error: return location
 *
 * Takes the next step; a step that can no longer be taken is forgotten. Nothing here belongs to one
 * thread, but for the connection.
 */
gboolean
mull_workspace_take_step (MullWorkspace *self, gboolean redo, MullChanges **changes, GError **error)
{
  g_autoptr (MullUndoStep) step = load_step (self, redo, error);
  g_autoptr (GError) local_error = NULL;

  if (step == NULL || !mull_database_pause_foreign_keys (self->db, error))
    return FALSE;
  if (mull_database_begin (self->db, &local_error) &&
      apply_step (self, step, redo, changes, &local_error))
    {
      mull_database_resume_foreign_keys (self->db);
      return TRUE;
    }
  g_clear_pointer (changes, mull_changes_unref);
  mull_database_rollback (self->db);
  mull_database_resume_foreign_keys (self->db);
  if (g_error_matches (local_error, MULL_ERROR, MULL_ERROR_CONSTRAINT) &&
      !mull_database_was_stopped (self->db))
    {
      forget_step (self, step, redo);
      explain (step, redo, error);
    }
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
take_step_now (MullWorkspace *self, gboolean redo, GError **error)
{
  g_autoptr (MullChanges) changes = NULL;

  if (!mull_workspace_check_free (self, error) ||
      !mull_workspace_take_step (self, redo, &changes, error))
    return FALSE;
  mull_workspace_tell (self, changes);
  return TRUE;
}

/**
 * mull_workspace_undo:
 * @error: return location
 *
 * Takes the newest step back. If it cannot be taken back, because something depends on it or was
 * changed since by other means, it and the older ones are forgotten and the data stays as it is.
 *
 * Returns: %FALSE if nothing was changed
 */
gboolean
mull_workspace_undo (MullWorkspace *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return take_step_now (self, FALSE, error);
}

/**
 * mull_workspace_redo:
 * @error: return location
 *
 * Does the step again that was undone last.
 *
 * Returns: %FALSE if nothing was changed
 */
gboolean
mull_workspace_redo (MullWorkspace *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return take_step_now (self, TRUE, error);
}

/**
 * mull_workspace_is_step_large:
 * @redo: whether the step is to be done again
 *
 * Returns: whether the next step takes so long that mull_workspace_take_step_async() is due
 */
gboolean
mull_workspace_is_step_large (MullWorkspace *self, gboolean redo)
{
  g_autoptr (MullUndoStep) step = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  if (!mull_undo_store_peek (self->db, redo, &step, &error))
    g_warning ("%s", error->message);
  return step != NULL && step->is_large;
}

typedef struct
{
  gboolean redo;
  MullChanges *changes;
} StepJob;

static void
free_step_job (StepJob *self)
{
  g_clear_pointer (&self->changes, mull_changes_unref);
  g_free (self);
}

static gboolean
run_step_job (MullWorkspace *self, gpointer user_data, GError **error)
{
  StepJob *job = user_data;

  return mull_workspace_take_step (self, job->redo, &job->changes, error);
}

static void
on_step_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullWorkspace *self = MULL_WORKSPACE (source);
  g_autoptr (GTask) task = user_data;
  StepJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (!mull_workspace_run_job_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  mull_workspace_tell (self, job->changes);
  g_task_return_boolean (task, TRUE);
}

/**
 * mull_workspace_take_step_async:
 * @redo: whether to do a step again, not to take one back
 * @cancellable: (nullable): leaves everything as it is
 * @progress_func: (nullable) (scope notified): told how far it is
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_workspace_undo() or mull_workspace_redo(), while the main loop goes on.
 */
void
mull_workspace_take_step_async (MullWorkspace *self,
                                gboolean redo,
                                GCancellable *cancellable,
                                MullWorkspaceProgressFunc progress_func,
                                gpointer progress_data,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  StepJob *job;

  g_return_if_fail (MULL_IS_WORKSPACE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, mull_workspace_take_step_async);
  g_task_set_name (task, "mull_workspace_take_step_async");
  if (!mull_workspace_check_free (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job = g_new0 (StepJob, 1);
  job->redo = redo;
  g_task_set_task_data (task, job, (GDestroyNotify) free_step_job);
  /* The task, which keeps the job, outlives its run. */
  mull_workspace_run_job_async (self, run_step_job, job, NULL, cancellable, progress_func,
                                progress_data, on_step_taken_cb, g_object_ref (task));
}

/**
 * mull_workspace_take_step_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: %FALSE if nothing was changed; with %G_IO_ERROR_CANCELLED if that was wished
 */
gboolean
mull_workspace_take_step_finish (MullWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static char *
dup_label (MullWorkspace *self, gboolean redo)
{
  g_autoptr (MullUndoStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (!mull_undo_store_peek (self->db, redo, &step, &error))
    g_warning ("%s", error->message);
  return step != NULL ? g_strdup (step->label) : NULL;
}

/**
 * mull_workspace_dup_undo_label:
 *
 * Returns: (transfer full) (nullable): the step that undo would take back, or %NULL
 */
char *
mull_workspace_dup_undo_label (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), NULL);

  return dup_label (self, FALSE);
}

/**
 * mull_workspace_dup_redo_label:
 *
 * Returns: (transfer full) (nullable): the step that redo would do again, or %NULL
 */
char *
mull_workspace_dup_redo_label (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), NULL);

  return dup_label (self, TRUE);
}
