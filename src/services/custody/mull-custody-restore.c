/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-custody-restore"

#include "config.h"

#include "mull-custody-private.h"

#include "mull-archive-shelf.h"
#include "mull-attachment-files.h"
#include "mull-custodian-job.h"
#include "mull-custodian.h"
#include "mull-error.h"
#include "mull-vault.h"
#include "mull-workspace-private.h"

#include <glib/gi18n-lib.h>

/* How far it is when each part is over. */
#define AFTER_COPY 0.25
#define AFTER_REPLACING 0.8

/* A restore, or its undoing. */
typedef struct
{
  /* Owned */
  char *path;
  char *safety; /* (nullable): a backup of what was there, once what is restored is in its place */
  /* State */
  gboolean is_undo;
  gboolean is_touched; /* whatever is shown may be another */
} Restore;

static void
restore_free (gpointer data)
{
  Restore *self = data;

  g_free (self->path);
  g_free (self->safety);
  g_free (self);
}

/* ── Parts ────────────────────────────────────────────────────────────── */

/* Where copies go, and what was said of it, is of this computer and of today, whatever the backup
 * says. */
static char **
dup_settings (MullWorkspace *workspace)
{
  static const char *const keys[] = { MULL_CUSTODY_OUTSIDE_FOLDER, MULL_CUSTODY_OUTSIDE_AT,
                                      MULL_CUSTODY_REMINDED_AT, MULL_CUSTODY_TOLD_OF_SYNC };
  g_autoptr (GStrvBuilder) pairs = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value = mull_workspace_dup_setting (workspace, keys[i]);

      g_strv_builder_add_many (pairs, keys[i], value != NULL ? value : "", NULL);
    }
  return g_strv_builder_end (pairs);
}

static MullRestoreCopy *
make_copy (MullWorkspace *workspace, const char *path, gboolean with_steps, GError **error)
{
  g_auto (GStrv) settings = dup_settings (workspace);
  g_autofree char *folder = mull_custody_dup_folder (workspace);

  const MullRestoreSource source = {
    .path = path,
    .folder = folder,
    .with_steps = with_steps,
    .settings = (const char *const *) settings,
    .db = mull_workspace_get_database (workspace),
  };

  return mull_restore_copy_new (&source, error);
}

/* A backup that was copied outside has its files beside it. */
static void
bring_files (MullWorkspace *workspace, const char *path)
{
  g_autofree char *beside = g_path_get_dirname (path);
  g_autofree char *from = g_build_filename (beside, MULL_VAULT_FOLDER, NULL);
  g_autofree char *to = mull_attachment_files_dup_folder (workspace);
  g_autoptr (GError) error = NULL;

  if (g_file_test (from, G_FILE_TEST_IS_DIR) &&
      !mull_custodian_job_bring_files (path, from, to, &error))
    g_warning ("%s", error->message);
}

/* It has other things in it than a place to be put in. */
static gboolean
check_kind (const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (!mull_archive_shelf_is_archive (path))
    return TRUE;
  name = g_filename_display_basename (path);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: %s is the name of a file */
               _ ("“%s” is an archive, which is not restored but imported: what is in it comes "
                  "beside what is there."),
               name);
  return FALSE;
}

/* The custodian removes what the rule no longer keeps, which may be the very one that is to be
 * restored. */
static void
wait_for_custodian (MullWorkspace *workspace)
{
  if (workspace->custodian != NULL)
    mull_custodian_wait (workspace->custodian);
}

static char *
find_backup_of_present (MullWorkspace *workspace)
{
  g_autofree char *digests = mull_database_digest (mull_workspace_get_database (workspace), NULL);
  g_autoptr (GPtrArray) backups = mull_custody_list (workspace);

  for (guint i = 0; digests != NULL && i < backups->len; i++)
    {
      const MullBackupManifest *backup = backups->pdata[i];

      if (backup->is_good && g_str_equal (backup->digests, digests))
        return g_strdup (backup->path);
    }
  return NULL;
}

/* Returns: (transfer full): a backup of what is there */
static char *
back_up_present (MullWorkspace *workspace, const Restore *self, GError **error)
{
  char *found = self->is_undo ? find_backup_of_present (workspace) : NULL;
  g_autoptr (MullBackupManifest) made = NULL;

  if (found != NULL)
    return found;
  made = mull_custody_make (workspace, MULL_BACKUP_RESTORE, error);
  return made != NULL ? g_strdup (made->path) : NULL;
}

static gboolean
confirm (MullWorkspace *workspace, const MullRestoreCopy *copy, GError **error)
{
  g_autofree char *digests = mull_database_digest (mull_workspace_get_database (workspace), error);

  if (digests == NULL)
    return FALSE;
  if (g_str_equal (digests, copy->digests))
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CORRUPT,
                       _ ("It differs from the backup. Check the disk, and restore another "
                          "backup."));
  return FALSE;
}

/* What cannot be confirmed is not to be trusted. Says what is there in the end. */
static void
take_back (MullWorkspace *workspace, Restore *self, const char *before, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MullRestoreCopy) copy = make_copy (workspace, before, TRUE, &cause);

  if (copy != NULL && mull_workspace_replace (workspace, copy, &cause))
    {
      /* Translators: followed by a sentence that says why */
      g_prefix_error (error, _ ("What was restored could not be confirmed, so everything is again "
                                "as it was before. "));
      return;
    }
  g_warning ("What was there before could not be brought back: %s", cause->message);
  self->safety = g_strdup (before);
  /* Translators: followed by a sentence that says why */
  g_prefix_error (error, _ ("The backup is in the place of what was there before, but that could "
                            "not be confirmed. "));
}

/* ── All of it ────────────────────────────────────────────────────────── */

/* In another thread, or while the caller waits. */
static gboolean
run (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  Restore *self = user_data;
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullRestoreCopy) copy = NULL;
  g_autofree char *before = NULL;

  if (!check_kind (self->path, error))
    return FALSE;
  wait_for_custodian (workspace);
  mull_database_set_part (db, 0, AFTER_COPY);
  copy = make_copy (workspace, self->path, self->is_undo, error);
  if (copy == NULL)
    return FALSE;
  mull_database_set_part (db, AFTER_COPY, MULL_CUSTODY_NO_RETURN);
  bring_files (workspace, self->path);
  before = back_up_present (workspace, self, error);
  if (before == NULL || !mull_database_check_stop (db, error))
    return FALSE;
  mull_database_go_through (db);
  mull_database_set_part (db, MULL_CUSTODY_NO_RETURN, AFTER_REPLACING);
  self->is_touched = TRUE;
  if (!mull_workspace_replace (workspace, copy, error))
    return FALSE;
  mull_database_set_part (db, AFTER_REPLACING, 1);
  if (!confirm (workspace, copy, error))
    {
      take_back (workspace, self, before, error);
      return FALSE;
    }
  self->safety = g_steal_pointer (&before);
  mull_custody_thin (workspace);
  return TRUE;
}

static Restore *
restore_new (const char *path, gboolean is_undo)
{
  Restore *self = g_new0 (Restore, 1);

  self->path = g_strdup (path);
  self->is_undo = is_undo;
  return self;
}

static void
tell (MullWorkspace *workspace, const Restore *self)
{
  if (self->is_touched)
    mull_workspace_tell_everything (workspace);
}

static gboolean
run_now (MullWorkspace *workspace,
         const char *path,
         gboolean is_undo,
         char **safety,
         GError **error)
{
  Restore *self = restore_new (path, is_undo);
  gboolean good = mull_workspace_check_free (workspace, error) && run (workspace, self, error);

  tell (workspace, self);
  if (safety != NULL)
    *safety = g_steal_pointer (&self->safety);
  restore_free (self);
  return good;
}

static void
on_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
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
 * mull_custody_restore:
 * @path: a backup, of this version or an older one
 * @safety: (out) (transfer full) (optional) (nullable): a backup of what was there before; on
 *   failure it is set only if the content of @path is there all the same, as @error then says
 * @error: return location
 *
 * Puts the backup in the place of what is there: after a check of the backup and a backup of what
 * is there, in one transaction, and with another look at what came of it. The steps that could be
 * undone are forgotten; mull_custody_undo_restore() takes the whole of it back.
 *
 * Returns: %FALSE if the data is as it was, but for the exception above
 */
gboolean
mull_custody_restore (MullWorkspace *workspace, const char *path, char **safety, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && path != NULL, FALSE);

  return run_now (workspace, path, FALSE, safety, error);
}

/**
 * mull_custody_undo_restore:
 * @safety: from mull_custody_restore()
 * @error: return location
 *
 * Brings back what was there before. What was done since is in a backup then.
 */
gboolean
mull_custody_undo_restore (MullWorkspace *workspace, const char *safety, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && safety != NULL, FALSE);

  return run_now (workspace, safety, TRUE, NULL, error);
}

/**
 * mull_custody_restore_async:
 * @path: a backup, or the safety of a restore that is to be undone
 * @is_undo: whether it is to be undone
 * @cancellable: (nullable): leaves everything as it is, as long as that is possible
 * @progress_func: (nullable) (scope notified): told how far it is; from %MULL_CUSTODY_NO_RETURN on
 *   it is not stopped any more
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_custody_restore() or mull_custody_undo_restore(), while the main loop goes on.
 */
void
mull_custody_restore_async (MullWorkspace *workspace,
                            const char *path,
                            gboolean is_undo,
                            GCancellable *cancellable,
                            MullWorkspaceProgressFunc progress_func,
                            gpointer progress_data,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace) && path != NULL);

  task = g_task_new (workspace, NULL, callback, user_data);
  g_task_set_source_tag (task, mull_custody_restore_async);
  g_task_set_name (task, "mull_custody_restore_async");
  g_task_set_task_data (task, restore_new (path, is_undo), restore_free);
  if (!mull_workspace_check_free (workspace, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  mull_workspace_run_job_async (workspace, run, g_task_get_task_data (task), NULL, cancellable,
                                progress_func, progress_data, on_run_cb, g_object_ref (task));
}

/**
 * mull_custody_restore_finish:
 * @result: what the callback got
 * @safety: (out) (transfer full) (optional) (nullable): as for mull_custody_restore()
 * @error: return location
 *
 * Returns: as mull_custody_restore()
 */
gboolean
mull_custody_restore_finish (MullWorkspace *workspace,
                             GAsyncResult *result,
                             char **safety,
                             GError **error)
{
  Restore *self;

  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  self = g_task_get_task_data (G_TASK (result));
  if (safety != NULL)
    *safety = g_steal_pointer (&self->safety);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ── What it would take away ──────────────────────────────────────────── */

typedef struct
{
  char *path;
  MullRestoreLoss loss;
} Comparison;

static void
comparison_free (gpointer data)
{
  g_free (((Comparison *) data)->path);
  g_free (data);
}

static gboolean
compare (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  Comparison *self = user_data;

  return mull_custody_compare (workspace, self->path, &self->loss, error);
}

/**
 * mull_custody_compare:
 * @path: a backup
 * @loss: (out caller-allocates): what restoring it would take away
 * @error: return location
 */
gboolean
mull_custody_compare (MullWorkspace *workspace,
                      const char *path,
                      MullRestoreLoss *loss,
                      GError **error)
{
  g_autoptr (MullBackupManifest) manifest = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && loss != NULL, FALSE);

  if (!check_kind (path, error))
    return FALSE;
  manifest = mull_backup_manifest_load (path);
  return mull_restore_compare (mull_workspace_get_database (workspace), path,
                               *manifest->digests != '\0' ? manifest->digests : NULL, loss, error);
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mull_custody_compare_async:
 * @path: a backup
 * @cancellable: (nullable): when nobody wants to know it any more
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_custody_compare(), while the main loop goes on. Whoever needs the data meanwhile ends it,
 * with %G_IO_ERROR_CANCELLED.
 */
void
mull_custody_compare_async (MullWorkspace *workspace,
                            const char *path,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Comparison *self;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace) && path != NULL);

  task = g_task_new (workspace, NULL, callback, user_data);
  g_task_set_source_tag (task, mull_custody_compare_async);
  g_task_set_name (task, "mull_custody_compare_async");
  self = g_new0 (Comparison, 1);
  self->path = g_strdup (path);
  g_task_set_task_data (task, self, comparison_free);
  mull_workspace_run_errand_async (workspace, compare, self, NULL, cancellable, on_compared_cb,
                                   g_object_ref (task));
}

/**
 * mull_custody_compare_finish:
 * @result: what the callback got
 * @loss: (out caller-allocates): what restoring it would take away
 * @error: return location
 */
gboolean
mull_custody_compare_finish (MullWorkspace *workspace,
                             GAsyncResult *result,
                             MullRestoreLoss *loss,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace) && loss != NULL, FALSE);

  *loss = ((Comparison *) g_task_get_task_data (G_TASK (result)))->loss;
  return g_task_propagate_boolean (G_TASK (result), error);
}
