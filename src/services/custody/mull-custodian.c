/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-custodian"

#include "config.h"

#include "mull-custodian.h"

#include "mull-attachment-files.h"
#include "mull-backup-file.h"
#include "mull-custodian-job.h"
#include "mull-custody.h"
#include "mull-rescue.h"
#include "mull-workspace-private.h"

/* How long one turn of the main loop copies. */
#define SLICE (5 * G_TIME_SPAN_MILLISECOND)
/* After the start the rep is waited for; then it is looked now and then. */
#define FIRST_LOOK_SECONDS 30
#define LOOK_SECONDS (10 * 60)
#define AGE_AT_START G_TIME_SPAN_DAY
#define WORK_SPAN (4 * G_TIME_SPAN_HOUR)
#define RECHECK_SPAN (7 * G_TIME_SPAN_DAY)
#define SWEEP_SPAN G_TIME_SPAN_DAY

struct _MullCustodian
{
  GObject parent_instance;

  /* Borrowed: it owns this */
  MullWorkspace *workspace;
  /* Owned */
  MullBackup *backup;
  MullSweep *sweep;
  char *folder;

  guint step_source;
  guint look_source;
  guint sweep_source;
  gint64 worked_since; /* monotonic */
  gint64 rechecked_at; /* when it was last tried, whatever came of it, or 0 */
  gint64 swept_at;     /* monotonic, or 0 */
  gboolean in_thread;
  MullCustodianJob *job;   /* borrowed from its task, until that came back; NULL if there is none */
  MullBackupReason reason; /* of the last backup that was begun */

  GMutex mutex; /* for what follows */
  GCond is_over;
  gboolean is_running;
};

G_DEFINE_FINAL_TYPE (MullCustodian, mull_custodian, G_TYPE_OBJECT)

typedef enum
{
  MADE,
  FAILED,
  REMIND,
  N_SIGNALS
} MullCustodianSignals;

static guint signals[N_SIGNALS];

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

/* ── Back on the main loop ────────────────────────────────────────────── */

static void
tell_failure (MullCustodian *self, const GError *error)
{
  g_info ("%s", error->message);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
note_outside (MullCustodian *self, MullCustodianJob *job)
{
  g_autoptr (GError) error = NULL;

  if (job->archive_error != NULL)
    tell_failure (self, job->archive_error);
  g_clear_error (&job->archive_error);
  if (job->outside == NULL || job->is_noted)
    return;
  job->is_noted = TRUE;
  if (job->outside_error != NULL)
    tell_failure (self, job->outside_error);
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
      tell_failure (self, error);
      return;
    }
  self->worked_since = g_get_monotonic_time ();
  note_outside (self, job);
  g_signal_emit (self, signals[MADE], 0, job->manifest->path);
}

static void
on_rechecked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullCustodian *self = MULL_CUSTODIAN (source);
  g_autoptr (GError) error = NULL;

  forget_job (self, g_task_get_task_data (G_TASK (result)));
  if (!g_task_propagate_boolean (G_TASK (result), &error) && self->workspace != NULL)
    tell_failure (self, error);
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

static MullCustodianJob *
job_new (MullCustodian *self)
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

/* ── Copying ──────────────────────────────────────────────────────────── */

static MullCustodianJob *
take_copied (MullCustodian *self)
{
  g_autofree char *outside = mull_custody_dup_outside (self->workspace);
  MullCustodianJob *job = job_new (self);

  job->backup = g_steal_pointer (&self->backup);
  job->folder = g_strdup (self->folder);
  job->vault = mull_attachment_files_dup_folder (self->workspace);
  /* A stick that is not there is no failure: the next copy finds it, or the reminder speaks. */
  if (outside != NULL && g_file_test (outside, G_FILE_TEST_IS_DIR))
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
    return !done;
  g_clear_pointer (&self->backup, mull_backup_free);
  tell_failure (self, error);
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
    tell_failure (self, error);
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
  if (self->backup != NULL)
    run_in_thread (self, take_copied (self), complete_in_thread, on_completed_cb);
  return G_SOURCE_REMOVE;
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

  return self->step_source != 0 || self->sweep_source != 0 || self->in_thread;
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
    tell_failure (self, error);
  else if (begin (self))
    self->step_source = mull_workspace_add_idle (self->workspace, G_PRIORITY_LOW, on_step_cb, self);
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

/* ── When ─────────────────────────────────────────────────────────────── */

static gboolean
is_old (const MullBackupManifest *backup, gint64 now)
{
  return backup->is_good && now - backup->at > RECHECK_SPAN;
}

/* One a week, and any of them: each gets its turn. */
static MullBackupManifest *
pick_for_recheck (GPtrArray *backups, gint64 now)
{
  guint n_old = 0, picked;

  for (guint i = 0; i < backups->len; i++)
    {
      const MullBackupManifest *backup = backups->pdata[i];

      if (backup->checked_at > backup->at && now - backup->checked_at < RECHECK_SPAN)
        return NULL;
      n_old += is_old (backup, now);
    }
  if (n_old == 0)
    return NULL;
  picked = (guint) g_random_int_range (0, (gint32) n_old);
  for (guint i = 0; i < backups->len; i++)
    if (is_old (backups->pdata[i], now) && picked-- == 0)
      return g_ptr_array_steal_index (backups, i);
  return NULL;
}

static void
recheck (MullCustodian *self)
{
  gint64 now = mull_workspace_get_now (self->workspace);
  g_autoptr (GPtrArray) backups = NULL;
  MullBackupManifest *picked;
  MullCustodianJob *job;

  /* One that cannot be read has nothing noted in it, and is not to be tried at every look. */
  if (self->rechecked_at != 0 && ABS (now - self->rechecked_at) < RECHECK_SPAN)
    return;
  backups = mull_backup_file_list (self->folder);
  picked = pick_for_recheck (backups, now);
  if (picked == NULL)
    return;
  self->rechecked_at = now;
  job = job_new (self);
  job->manifest = picked;
  run_in_thread (self, job, recheck_in_thread, on_rechecked_cb);
}

static gboolean
on_sweep_cb (gpointer user_data)
{
  MullCustodian *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  MullCustodianJob *job;

  if (mull_sweep_step (self->sweep, &done, &error) && !done)
    return G_SOURCE_CONTINUE;
  self->sweep_source = 0;
  if (done && error == NULL)
    {
      job = job_new (self);
      job->sweep = g_steal_pointer (&self->sweep);
      run_in_thread (self, job, sweep_in_thread, on_swept_cb);
      return G_SOURCE_REMOVE;
    }
  if (error != NULL)
    g_info ("%s", error->message);
  g_clear_pointer (&self->sweep, mull_sweep_free);
  return G_SOURCE_REMOVE;
}

/**
 * mull_custodian_sweep:
 * @min_age: what is younger stays
 *
 * Begins to take away the attached files that nothing refers to any longer, unless something else
 * is being done.
 */
void
mull_custodian_sweep (MullCustodian *self, GTimeSpan min_age)
{
  g_return_if_fail (MULL_IS_CUSTODIAN (self));

  /* What a damaged file refers to may be wanted again. */
  if (self->workspace == NULL || mull_custodian_is_busy (self) ||
      mull_rescue_keeps_damaged (mull_workspace_get_folder (self->workspace)))
    return;
  self->swept_at = g_get_monotonic_time ();
  self->sweep = mull_sweep_new (self->workspace, min_age);
  if (self->sweep != NULL)
    self->sweep_source =
        mull_workspace_add_idle (self->workspace, G_PRIORITY_LOW, on_sweep_cb, self);
}

static void
end_sweep (MullCustodian *self)
{
  g_clear_handle_id (&self->sweep_source, g_source_remove);
  g_clear_pointer (&self->sweep, mull_sweep_free);
}

static void
look (MullCustodian *self)
{
  gboolean has_worked = g_get_monotonic_time () - self->worked_since > WORK_SPAN;
  gboolean is_checking = FALSE;

  /* Nothing goes while the file is damaged. */
  if (mull_custodian_is_busy (self) || mull_workspace_is_bulk (self->workspace) ||
      mull_workspace_get_freeze (self->workspace) != MULL_FREEZE_NONE)
    return;
  if (mull_custody_is_due (self->workspace, has_worked ? 0 : AGE_AT_START))
    mull_custodian_back_up (self, has_worked ? MULL_BACKUP_WORK : MULL_BACKUP_START);
  else if (mull_custody_check_file (self->workspace))
    is_checking = TRUE;
  else
    recheck (self);
  /* A sweep reads, and the check would give way to it. */
  if (!is_checking &&
      (self->swept_at == 0 || g_get_monotonic_time () - self->swept_at > SWEEP_SPAN))
    mull_custodian_sweep (self, MULL_SWEEP_AGE);
  if (mull_custody_wants_reminder (self->workspace))
    g_signal_emit (self, signals[REMIND], 0);
}

static gboolean
on_look_cb (gpointer user_data)
{
  look (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_first_look_cb (gpointer user_data)
{
  MullCustodian *self = user_data;

  look (self);
  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, on_look_cb, self);
  return G_SOURCE_REMOVE;
}

/**
 * mull_custodian_watch:
 *
 * From now on backups are made when they are due, and what an earlier start left behind is gone.
 * Calling it again does nothing.
 */
void
mull_custodian_watch (MullCustodian *self)
{
  g_return_if_fail (MULL_IS_CUSTODIAN (self));

  if (self->look_source != 0 || self->workspace == NULL)
    return;
  mull_backup_file_sweep (self->folder);
  mull_backup_file_sweep (mull_workspace_get_folder (self->workspace));
  mull_workspace_sweep_looks (mull_workspace_get_folder (self->workspace));
  mull_attachment_files_forget (self->workspace);
  self->look_source = g_timeout_add_seconds (FIRST_LOOK_SECONDS, on_first_look_cb, self);
}

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

  end_sweep (self);
  mull_custodian_wait (self);
  self->in_thread = FALSE;
  if (self->workspace == NULL || mull_workspace_is_bulk (self->workspace) ||
      mull_workspace_get_freeze (self->workspace) != MULL_FREEZE_NONE)
    return;
  /* Its task may not come back before the data is closed. */
  if (self->job != NULL && self->job->is_made)
    note_outside (self, self->job);
  if (self->backup == NULL && self->step_source != 0)
    {
      g_clear_handle_id (&self->step_source, g_source_remove);
      begin (self);
    }
  else if (self->backup == NULL && mull_custody_is_due (self->workspace, AGE_AT_START))
    mull_custodian_back_up (self, MULL_BACKUP_QUIT);
  g_clear_handle_id (&self->step_source, g_source_remove);
  if (self->backup == NULL)
    return;
  if (!mull_backup_run (self->backup, &error))
    {
      g_clear_pointer (&self->backup, mull_backup_free);
      tell_failure (self, error);
      return;
    }
  job = take_copied (self);
  if (mull_custodian_job_complete (job, &error))
    note_outside (self, job);
  else
    tell_failure (self, error);
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
  if (self->sweep != NULL)
    self->swept_at = 0;
  end_sweep (self);
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
