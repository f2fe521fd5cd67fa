/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-custodian"

#include "config.h"

#include "mull-custodian.h"

#include "mull-attachment-files.h"
#include "mull-backup-file.h"
#include "mull-custodian-private.h"
#include "mull-custody.h"
#include "mull-workspace-private.h"

/* How long one turn of the main loop copies. */
#define SLICE (5 * G_TIME_SPAN_MILLISECOND)

G_DEFINE_FINAL_TYPE (MullCustodian, mull_custodian, G_TYPE_OBJECT)

typedef enum
{
  MADE,
  FAILED,
  REMIND,
  N_SIGNALS
} MullCustodianSignals;

static guint signals[N_SIGNALS];

/**
 * mull_custodian_tell_failure:
 * @error: why
 *
 * Tells whoever listens.
 */
void
mull_custodian_tell_failure (MullCustodian *self, const GError *error)
{
  g_info ("%s", error->message);
  g_signal_emit (self, signals[FAILED], 0, error);
}

/**
 * mull_custodian_tell_made:
 * @path: a backup
 *
 * Tells whoever listens.
 */
void
mull_custodian_tell_made (MullCustodian *self, const char *path)
{
  g_signal_emit (self, signals[MADE], 0, path);
}

/**
 * mull_custodian_remind:
 *
 * Tells whoever listens that it is time to.
 */
void
mull_custodian_remind (MullCustodian *self)
{
  g_signal_emit (self, signals[REMIND], 0);
}

/* ── Copying ──────────────────────────────────────────────────────────── */

static MullCustodianJob *
take_copied (MullCustodian *self)
{
  g_autofree char *outside = mull_custody_dup_outside (self->workspace);
  MullCustodianJob *job = mull_custodian_new_job (self);

  job->backup = g_steal_pointer (&self->backup);
  job->n_changes = mull_database_count_changes (mull_workspace_get_database (self->workspace));
  job->folder = g_strdup (self->folder);
  job->vault = mull_attachment_files_dup_folder (self->workspace);
  /* A stick that is not there is no failure: the next copy finds it, or the reminder speaks. That
   * something went there is noted in the file, which is not to change before it is replaced. */
  if (!self->is_converting && outside != NULL && g_file_test (outside, G_FILE_TEST_IS_DIR))
    job->outside = mull_custody_dup_outside_place (self->workspace);
  return job;
}

/* Copies for a while. Returns: whether there is more to copy */
static gboolean
copy (MullCustodian *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (mull_backup_step (self->backup, SLICE, &done, &error))
    return !done && !mull_backup_needs_check (self->backup);
  g_clear_pointer (&self->backup, mull_backup_free);
  self->is_converting = FALSE;
  mull_custodian_tell_failure (self, error);
  return FALSE;
}

static gboolean
begin (MullCustodian *self)
{
  g_autoptr (GError) error = NULL;
  gint64 now = mull_workspace_get_now (self->workspace);
  g_autofree char *name = mull_backup_file_dup_name (self->folder, self->reason, now);

  self->backup = mull_backup_new (mull_workspace_get_database (self->workspace), self->folder, name,
                                  self->reason, now, &error);
  if (self->backup == NULL)
    {
      self->is_converting = FALSE;
      mull_custodian_tell_failure (self, error);
    }
  else if (self->is_checked)
    mull_backup_set_checked (self->backup);
  self->is_checked = FALSE;
  return self->backup != NULL;
}

/* A copy that was set aside begins anew. */
static gboolean
on_step_cb (gpointer user_data)
{
  MullCustodian *self = user_data;
  guint source = self->step_source;

  /* Who is told of a failure may begin again. */
  self->step_source = 0;
  if ((self->backup != NULL || begin (self)) && copy (self))
    {
      self->step_source = source;
      return G_SOURCE_CONTINUE;
    }
  if (self->backup != NULL && mull_backup_needs_check (self->backup))
    mull_custodian_begin_check (self);
  else if (self->backup != NULL)
    mull_custodian_run_completion (self, take_copied (self));
  return G_SOURCE_REMOVE;
}

/**
 * mull_custodian_begin_steps:
 *
 * Copies, a part in each turn of the main loop that has nothing else to do.
 */
void
mull_custodian_begin_steps (MullCustodian *self)
{
  self->step_source = mull_workspace_add_idle (self->workspace, G_PRIORITY_LOW, on_step_cb, self);
}

/**
 * mull_custodian_is_busy:
 *
 * Returns: whether a backup is being made or looked at
 */
gboolean
mull_custodian_is_busy (MullCustodian *self)
{
  g_return_val_if_fail (MULL_IS_CUSTODIAN (self), FALSE);

  return self->step_source != 0 || self->sweep_source != 0 || self->in_thread ||
         self->is_checking || self->is_converting;
}

/**
 * mull_custodian_back_up:
 * @reason: what it is made for
 *
 * Begins a backup, unless one is being made already. Fails while very much is written.
 */
void
mull_custodian_back_up (MullCustodian *self, MullBackupReason reason)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MULL_IS_CUSTODIAN (self));

  if (mull_custodian_is_busy (self) || self->workspace == NULL)
    return;
  self->reason = reason;
  if (!mull_workspace_check_idle (self->workspace, &error))
    mull_custodian_tell_failure (self, error);
  else if (begin (self))
    mull_custodian_begin_steps (self);
}

/**
 * mull_custodian_set_aside:
 *
 * Lets go of what is only copied so far, so that a job can have the connection. It is copied anew
 * after that.
 */
void
mull_custodian_set_aside (MullCustodian *self)
{
  g_return_if_fail (MULL_IS_CUSTODIAN (self));

  g_clear_pointer (&self->backup, mull_backup_free);
}

/* ── The end ──────────────────────────────────────────────────────────── */

/**
 * mull_custodian_finish:
 *
 * Finishes what is being made, and makes a backup if the last one is of another day. The caller
 * waits for it.
 */
void
mull_custodian_finish (MullCustodian *self)
{
  g_autoptr (GError) error = NULL;
  MullCustodianJob *job;

  g_return_if_fail (MULL_IS_CUSTODIAN (self));

  mull_custodian_end_sweep (self);
  mull_custodian_stop_conversion (self);
  mull_custodian_wait (self);
  self->in_thread = FALSE;
  if (self->workspace == NULL || mull_workspace_is_bulk (self->workspace) ||
      mull_workspace_get_freeze (self->workspace) != MULL_FREEZE_NONE)
    return;
  /* Its task may not come back before the data is closed. */
  if (self->job != NULL && self->job->is_made)
    mull_custodian_note_outside (self, self->job);
  /* Whoever waits waits for the check as well. */
  if (mull_custodian_end_check (self) || (self->backup == NULL && self->step_source != 0))
    {
      g_clear_handle_id (&self->step_source, g_source_remove);
      mull_workspace_end_errand (self->workspace);
      begin (self);
    }
  else if (self->backup == NULL &&
           mull_custody_is_due (self->workspace, MULL_CUSTODIAN_AGE_AT_START))
    mull_custodian_back_up (self, MULL_BACKUP_QUIT);
  g_clear_handle_id (&self->step_source, g_source_remove);
  if (self->backup == NULL)
    return;
  if (!mull_backup_run (self->backup, &error))
    {
      g_clear_pointer (&self->backup, mull_backup_free);
      mull_custodian_tell_failure (self, error);
      return;
    }
  job = take_copied (self);
  if (mull_custodian_job_complete (job, &error))
    mull_custodian_note_outside (self, job);
  else
    mull_custodian_tell_failure (self, error);
  mull_custodian_job_free (job);
}

/**
 * mull_custodian_rest:
 *
 * Gives up what was only copied so far: from then on it reads nothing of the data, until the next
 * look or until it is asked to. What is done beside the main loop goes on.
 */
void
mull_custodian_rest (MullCustodian *self)
{
  g_return_if_fail (MULL_IS_CUSTODIAN (self));

  g_clear_handle_id (&self->step_source, g_source_remove);
  mull_custodian_end_check (self);
  mull_custodian_stop_conversion (self);
  self->is_checked = FALSE;
  if (self->sweep != NULL)
    self->swept_at = 0;
  mull_custodian_end_sweep (self);
  g_clear_pointer (&self->backup, mull_backup_free);
}

/**
 * mull_custodian_stop:
 *
 * Nothing is made any longer; what was only copied so far is given up.
 */
void
mull_custodian_stop (MullCustodian *self)
{
  g_return_if_fail (MULL_IS_CUSTODIAN (self));

  g_clear_handle_id (&self->look_source, g_source_remove);
  mull_custodian_rest (self);
  mull_custodian_wait (self);
  self->workspace = NULL;
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_custodian_finalize (GObject *object)
{
  MullCustodian *self = MULL_CUSTODIAN (object);

  g_clear_object (&self->stop);
  g_free (self->folder);
  g_cond_clear (&self->is_over);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (mull_custodian_parent_class)->finalize (object);
}

static void
mull_custodian_class_init (MullCustodianClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mull_custodian_finalize;

  /**
   * MullCustodian::made:
   * @path: the backup
   *
   * A backup was made and verified.
   */
  signals[MADE] = g_signal_new ("made", MULL_TYPE_CUSTODIAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * MullCustodian::failed:
   * @error: (type GError): why
   *
   * A backup could not be made, or one that was good no longer is.
   */
  signals[FAILED] = g_signal_new ("failed", MULL_TYPE_CUSTODIAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * MullCustodian::remind:
   *
   * Everything has been on this computer only for a month.
   */
  signals[REMIND] = g_signal_new ("remind", MULL_TYPE_CUSTODIAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
mull_custodian_init (MullCustodian *self)
{
  self->worked_since = g_get_monotonic_time ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->is_over);
}

/**
 * mull_custodian_get:
 *
 * Returns: (transfer none): the custodian of @workspace, which must be open
 */
MullCustodian *
mull_custodian_get (MullWorkspace *workspace)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  if (workspace->custodian == NULL)
    {
      workspace->custodian = g_object_new (MULL_TYPE_CUSTODIAN, NULL);
      workspace->custodian->workspace = workspace;
      workspace->custodian->folder = mull_custody_dup_folder (workspace);
    }
  return workspace->custodian;
}
