/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-custodian-convert"

#include "config.h"

#include "mull-custodian-private.h"

#include "mull-error.h"
#include "mull-workspace-private.h"

/* The pages of a large file get the sums that they lack while the rep works: a backup is made as
 * ever, a thread makes of it what the file shall become, and if nothing was changed meanwhile, that
 * takes the place of the file. Only this last part keeps the rep waiting. */

/* In one session, while the rep changes something each time. */
#define MAX_TRIES 3

/**
 * mull_custodian_convert:
 *
 * Begins to give the file its sums, if it lacks them.
 *
 * Returns: whether it was begun
 */
gboolean
mull_custodian_convert (MullCustodian *self)
{
  if (self->n_conversions >= MAX_TRIES || mull_custodian_is_busy (self) ||
      mull_database_has_sums (mull_workspace_get_database (self->workspace)))
    return FALSE;
  self->n_conversions++;
  mull_custodian_back_up (self, MULL_BACKUP_WORK);
  self->is_converting = self->step_source != 0;
  return self->is_converting;
}

/**
 * mull_custodian_go_on_converting:
 * @backup: the job that made the backup
 *
 * Makes of the backup what the file shall become.
 */
void
mull_custodian_go_on_converting (MullCustodian *self, const MullCustodianJob *backup)
{
  MullCustodianJob *job = mull_custodian_new_job (self);

  g_set_object (&self->stop, NULL);
  self->stop = g_cancellable_new ();
  job->manifest = mull_backup_manifest_load (backup->manifest->path);
  job->folder = g_strdup (self->folder);
  job->stop = g_object_ref (self->stop);
  job->n_changes = backup->n_changes;
  mull_custodian_run_conversion (self, job);
}

static gboolean
replace (MullWorkspace *workspace, gpointer data, GError **error)
{
  return mull_workspace_replace (workspace, data, error);
}

static void
on_replaced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullCustodian) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_converting = FALSE;
  if (!mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error))
    g_info ("%s", error->message);
}

/**
 * mull_custodian_end_conversion:
 * @job: that made what the file shall become
 * @error: (nullable): why it could not
 *
 * Puts it there, if it still is the same.
 */
void
mull_custodian_end_conversion (MullCustodian *self, MullCustodianJob *job, GError *error)
{
  g_autoptr (GError) cause = NULL;

  if (error == NULL && self->is_converting && self->workspace != NULL &&
      mull_workspace_check_free (self->workspace, &cause) &&
      mull_database_count_changes (mull_workspace_get_database (self->workspace)) == job->n_changes)
    {
      mull_workspace_run_job_async (self->workspace, replace, g_steal_pointer (&job->copy),
                                    (GDestroyNotify) mull_restore_copy_free, NULL, NULL, NULL,
                                    on_replaced_cb, g_object_ref (self));
      return;
    }
  g_info ("The file stays without sums: %s", error != NULL   ? error->message
                                             : cause != NULL ? cause->message
                                                             : "it was changed");
  self->is_converting = FALSE;
}

/**
 * mull_custodian_stop_conversion:
 *
 * Another time.
 */
void
mull_custodian_stop_conversion (MullCustodian *self)
{
  self->is_converting = FALSE;
  g_cancellable_cancel (self->stop);
}
