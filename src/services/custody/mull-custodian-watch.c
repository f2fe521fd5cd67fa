/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-custodian-watch"

#include "config.h"

#include "mull-custodian-private.h"

#include "mull-attachment-files.h"
#include "mull-backup-file.h"
#include "mull-custody.h"
#include "mull-draft-sweep.h"
#include "mull-rescue.h"
#include "mull-workspace-private.h"

/* After the start the rep is waited for; then it is looked now and then. */
#define FIRST_LOOK_SECONDS 30
#define LOOK_SECONDS (10 * 60)
#define WORK_SPAN (4 * G_TIME_SPAN_HOUR)
#define RECHECK_SPAN (7 * G_TIME_SPAN_DAY)
#define SWEEP_SPAN G_TIME_SPAN_DAY

/* ── Old backups ─────────────────────────────────────────────────────────────── */

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
  job = mull_custodian_new_job (self);
  job->manifest = picked;
  mull_custodian_run_recheck (self, job);
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
      job = mull_custodian_new_job (self);
      job->sweep = g_steal_pointer (&self->sweep);
      mull_custodian_run_sweep (self, job);
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

/**
 * mull_custodian_end_sweep:
 *
 * Gives up a sweep that is still reading.
 */
void
mull_custodian_end_sweep (MullCustodian *self)
{
  g_clear_handle_id (&self->sweep_source, g_source_remove);
  g_clear_pointer (&self->sweep, mull_sweep_free);
}

static gboolean
is_over (gint64 since, GTimeSpan span)
{
  return since == 0 || g_get_monotonic_time () - since > span;
}

static gboolean
sweep_drafts (MullCustodian *self)
{
  if (mull_custodian_is_busy (self))
    return FALSE;
  self->drafts_swept_at = g_get_monotonic_time ();
  return mull_draft_sweep_begin (self->workspace);
}

/* It is of no use while the rep changes something now and then. */
static gboolean
convert_if_idle (MullCustodian *self)
{
  gint64 n_changes = mull_database_count_changes (mull_workspace_get_database (self->workspace));
  gboolean is_idle = n_changes == self->n_changes;

  self->n_changes = n_changes;
  return is_idle && mull_custodian_convert (self);
}

static void
look (MullCustodian *self)
{
  gboolean has_worked = g_get_monotonic_time () - self->worked_since > WORK_SPAN;
  gboolean is_reading = FALSE;

  /* Nothing goes while the file is damaged. */
  if (mull_custodian_is_busy (self) || mull_workspace_is_bulk (self->workspace) ||
      mull_workspace_get_freeze (self->workspace) != MULL_FREEZE_NONE)
    return;
  if (convert_if_idle (self))
    is_reading = TRUE;
  else if (mull_custody_is_due (self->workspace, has_worked ? 0 : MULL_CUSTODIAN_AGE_AT_START))
    mull_custodian_back_up (self, has_worked ? MULL_BACKUP_WORK : MULL_BACKUP_START);
  else if (mull_custody_check_file (self->workspace))
    is_reading = TRUE;
  else
    recheck (self);
  /* A sweep reads, and the check would give way to it, or the other sweep. */
  if (!is_reading && is_over (self->drafts_swept_at, SWEEP_SPAN) && sweep_drafts (self))
    is_reading = TRUE;
  if (!is_reading && is_over (self->swept_at, SWEEP_SPAN))
    mull_custodian_sweep (self, MULL_SWEEP_AGE);
  if (mull_custody_wants_reminder (self->workspace))
    mull_custodian_remind (self);
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
