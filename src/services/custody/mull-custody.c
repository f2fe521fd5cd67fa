/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-custody"

#include "config.h"

#include "mull-custody.h"

#include "mull-archive-shelf.h"
#include "mull-attachment-files.h"
#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-custodian-job.h"
#include "mull-custodian.h"
#include "mull-error.h"
#include "mull-restore.h"
#include "mull-vault.h"
#include "mull-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FOLDER "backups"
/* In the folder outside; what is below it tells the data folders apart. */
#define PLACE "Mulligan Backups"
#define SHORT_ID_LENGTH 8
/* Settings. */
#define OUTSIDE_FOLDER "backup.folder"
#define OUTSIDE_AT "backup.outside-at"
#define REMINDED_AT "backup.reminded-at"
#define CHECKED_AT "check.at"
#define CHECK_SPAN (7 * G_TIME_SPAN_DAY)
/* How long everything may be on one computer before the rep is told, and told again. */
#define REMINDER_SPAN (30 * G_TIME_SPAN_DAY)

/**
 * mull_custody_dup_folder:
 *
 * Returns: (transfer full): where the backups of the workspace are; it may be missing
 */
char *
mull_custody_dup_folder (MullWorkspace *workspace)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  return g_build_filename (mull_workspace_get_folder (workspace), FOLDER, NULL);
}

/**
 * mull_custody_list:
 *
 * Returns: (transfer full) (element-type MullBackupManifest): the backups, newest first
 */
GPtrArray *
mull_custody_list (MullWorkspace *workspace)
{
  g_autofree char *folder = mull_custody_dup_folder (workspace);

  return mull_backup_file_list (folder);
}

/* ── When ─────────────────────────────────────────────────────────────── */

/**
 * mull_custody_is_due:
 * @age: how old the last good one may be
 *
 * Returns: whether a backup should be made: the data changed since the last good one, and that is
 *   older than @age, or of a time that has not come yet
 */
gboolean
mull_custody_is_due (MullWorkspace *workspace, GTimeSpan age)
{
  g_autoptr (GPtrArray) backups = mull_custody_list (workspace);
  const MullBackupManifest *newest = NULL;
  g_autofree char *mark = NULL;
  gint64 now = mull_workspace_get_now (workspace);

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), FALSE);

  mark = mull_backup_dup_mark (mull_workspace_get_database (workspace), NULL);
  if (mark == NULL)
    return FALSE;
  for (guint i = 0; i < backups->len; i++)
    {
      const MullBackupManifest *backup = backups->pdata[i];

      if (!backup->is_good || (newest != NULL && backup->at < newest->at))
        continue;
      newest = backup;
      if (g_str_equal (backup->mark, mark))
        return FALSE;
    }
  if (newest == NULL)
    return !mull_workspace_is_empty (workspace);
  return now - newest->at > age || newest->at > now;
}

static gint64
read_instant (MullWorkspace *workspace, const char *key)
{
  g_autofree char *text = mull_workspace_dup_setting (workspace, key);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static gboolean
write_instant (MullWorkspace *workspace, const char *key, gint64 at, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, at);

  return mull_workspace_set_setting (workspace, key, text, error);
}

/**
 * mull_custody_check_file:
 *
 * A backup has the file read whole. Where there was nothing to back up, this does once a week: what
 * is damaged then is found while the backups are good.
 *
 * Returns: whether the file is being checked now
 */
gboolean
mull_custody_check_file (MullWorkspace *workspace)
{
  gint64 now = mull_workspace_get_now (workspace);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), FALSE);

  if (ABS (now - read_instant (workspace, CHECKED_AT)) < CHECK_SPAN)
    return FALSE;
  if (!write_instant (workspace, CHECKED_AT, now, &error))
    {
      g_info ("%s", error->message);
      return FALSE;
    }
  mull_workspace_check_at_leisure (workspace);
  return TRUE;
}

static void
thin (MullWorkspace *workspace)
{
  g_autofree char *folder = mull_custody_dup_folder (workspace);

  if (mull_workspace_get_freeze (workspace) != MULL_FREEZE_NONE)
    return;
  mull_backup_file_thin (folder, mull_workspace_get_now (workspace),
                         mull_clock_get_zone (mull_workspace_get_clock (workspace)));
}

/* Nothing goes yet: the one that is to be restored could be among what the rule no longer keeps. */
static MullBackupManifest *
make (MullWorkspace *workspace, MullBackupReason reason, GError **error)
{
  gint64 now = mull_workspace_get_now (workspace);
  g_autofree char *folder = mull_custody_dup_folder (workspace);
  g_autofree char *name = mull_backup_file_dup_name (folder, reason, now);

  if (!mull_workspace_check_free (workspace, error))
    return NULL;
  return mull_backup_make (mull_workspace_get_database (workspace), folder, name, reason, now,
                           error);
}

/* The backup is good without it. */
static void
shelve (MullWorkspace *workspace, const MullBackupManifest *backup)
{
  g_autofree char *folder = mull_custody_dup_folder (workspace);
  g_autoptr (GError) error = NULL;

  if (mull_archive_shelf_is_due (folder, backup) &&
      !mull_archive_shelf_make (folder, backup, &error))
    g_warning ("%s", error->message);
}

/**
 * mull_custody_back_up:
 * @reason: what it is made for
 * @error: return location
 *
 * Makes a backup while the caller waits, and lets go of those that are no longer needed.
 *
 * Returns: (transfer full): what is in it, or %NULL if none was made
 */
MullBackupManifest *
mull_custody_back_up (MullWorkspace *workspace, MullBackupReason reason, GError **error)
{
  MullBackupManifest *backup;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  backup = make (workspace, reason, error);
  if (backup == NULL)
    return NULL;
  thin (workspace);
  if (reason == MULL_BACKUP_MANUAL)
    shelve (workspace, backup);
  return backup;
}

/* ── Outside of this computer ─────────────────────────────────────────── */

/**
 * mull_custody_dup_outside:
 *
 * Returns: (transfer full) (nullable): the folder for further copies, or %NULL
 */
char *
mull_custody_dup_outside (MullWorkspace *workspace)
{
  g_autofree char *folder = mull_workspace_dup_setting (workspace, OUTSIDE_FOLDER);

  return folder != NULL && *folder != '\0' ? g_steal_pointer (&folder) : NULL;
}

/**
 * mull_custody_set_outside:
 * @folder: (nullable): where further copies go, %NULL for nowhere
 * @error: return location
 */
gboolean
mull_custody_set_outside (MullWorkspace *workspace, const char *folder, GError **error)
{
  return mull_workspace_set_setting (workspace, OUTSIDE_FOLDER, folder != NULL ? folder : "",
                                     error);
}

/* Data folders of two computers may have the same path. */
static char *
dup_short_id (MullWorkspace *workspace)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *folder = g_canonicalize_filename (mull_workspace_get_folder (workspace), NULL);
  g_autofree char *machine = NULL;

  if (!g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL))
    machine = g_strdup (g_get_host_name ());
  g_checksum_update (checksum, (const guchar *) machine, -1);
  g_checksum_update (checksum, (const guchar *) folder, -1);
  return g_strndup (g_checksum_get_string (checksum), SHORT_ID_LENGTH);
}

/**
 * mull_custody_dup_outside_place:
 *
 * Several data folders may have their copies on one stick, beside whatever else is on it; each has
 * a place of its own, in which it may thin them out.
 *
 * Returns: (transfer full) (nullable): where in the folder outside the copies are, or %NULL if
 * there is none
 */
char *
mull_custody_dup_outside_place (MullWorkspace *workspace)
{
  g_autofree char *outside = mull_custody_dup_outside (workspace);
  g_autofree char *id = outside != NULL ? dup_short_id (workspace) : NULL;

  return outside != NULL ? g_build_filename (outside, PLACE, id, NULL) : NULL;
}

/**
 * mull_custody_get_outside_at:
 *
 * Returns: when a copy last went outside, microseconds UTC, or 0
 */
gint64
mull_custody_get_outside_at (MullWorkspace *workspace)
{
  return read_instant (workspace, OUTSIDE_AT);
}

/**
 * mull_custody_note_outside:
 * @at: microseconds UTC
 * @error: return location
 *
 * Remembers that a copy went outside.
 */
gboolean
mull_custody_note_outside (MullWorkspace *workspace, gint64 at, GError **error)
{
  return write_instant (workspace, OUTSIDE_AT, at, error);
}

/**
 * mull_custody_wants_reminder:
 *
 * Returns: whether there has been no copy outside for 30 days, there is something to lose, and the
 *   rep was not told of it for 30 days. From then on the rep counts as told.
 */
gboolean
mull_custody_wants_reminder (MullWorkspace *workspace)
{
  g_autoptr (GPtrArray) backups = mull_custody_list (workspace);
  g_autoptr (GError) error = NULL;
  gint64 now = mull_workspace_get_now (workspace);
  gint64 since = mull_custody_get_outside_at (workspace);

  /* Without any, the first backup is when there was something to lose. */
  if (since == 0 && backups->len > 0)
    since = ((MullBackupManifest *) backups->pdata[backups->len - 1])->at;
  if (since == 0 || now - since < REMINDER_SPAN ||
      now - read_instant (workspace, REMINDED_AT) < REMINDER_SPAN)
    return FALSE;
  if (write_instant (workspace, REMINDED_AT, now, &error))
    return TRUE;
  g_warning ("%s", error->message);
  return FALSE;
}

/* ── Restoring ────────────────────────────────────────────────────────── */

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
  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && loss != NULL, FALSE);

  return mull_restore_compare (mull_workspace_get_database (workspace), path, loss, error);
}

static gboolean
has_digests (MullWorkspace *workspace, const char *expected, GError **error)
{
  g_autofree char *digests = mull_database_digest (mull_workspace_get_database (workspace), error);

  if (digests == NULL)
    return FALSE;
  if (g_str_equal (digests, expected))
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CORRUPT,
                       _ ("What was restored differs from the backup. Check the disk, and restore "
                          "another backup."));
  return FALSE;
}

static char *
dup_digests (const char *path, GError **error)
{
  g_autoptr (MullDatabase) look = mull_database_open (path, MULL_DATABASE_LOOK, error);

  return look != NULL ? mull_database_digest (look, error) : NULL;
}

/* Where copies go is of this computer and of today, whatever the backup says. */
static const char *const kept_settings[] = { OUTSIDE_FOLDER, OUTSIDE_AT, REMINDED_AT };

static char **
dup_kept_settings (MullWorkspace *workspace)
{
  char **values = g_new0 (char *, G_N_ELEMENTS (kept_settings) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (kept_settings); i++)
    {
      values[i] = mull_workspace_dup_setting (workspace, kept_settings[i]);
      if (values[i] == NULL)
        values[i] = g_strdup ("");
    }
  return values;
}

static void
bring_back_settings (MullWorkspace *workspace, char **values)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept_settings); i++)
    {
      g_autofree char *now = mull_workspace_dup_setting (workspace, kept_settings[i]);
      g_autoptr (GError) error = NULL;

      if (g_strcmp0 (now != NULL ? now : "", values[i]) != 0 &&
          !mull_workspace_set_setting (workspace, kept_settings[i], values[i], &error))
        g_warning ("%s", error->message);
    }
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

static gboolean
replace (MullWorkspace *workspace, const char *path, gboolean with_steps, GError **error)
{
  g_auto (GStrv) settings = dup_kept_settings (workspace);
  g_autofree char *folder = mull_custody_dup_folder (workspace);
  g_autofree char *temporary = NULL;
  g_autofree char *ready = mull_restore_prepare (path, folder, &temporary, error);
  g_autofree char *digests = ready != NULL ? dup_digests (ready, error) : NULL;
  gboolean good = digests != NULL && mull_workspace_replace (workspace, ready, with_steps, error) &&
                  has_digests (workspace, digests, error);

  if (good)
    {
      bring_back_settings (workspace, settings);
      bring_files (workspace, path);
    }
  if (temporary != NULL)
    mull_backup_file_discard (temporary);
  return good;
}

/* One that changed since it was made is refused before anything is done. */
static gboolean
check_unchanged (const char *path, GError **error)
{
  g_autoptr (MullBackupManifest) manifest = mull_backup_manifest_load (path);

  return *manifest->sha256 == '\0' || mull_backup_file_verify (manifest, error);
}

/* It removes what the rule no longer keeps, which may be the very one that is to be restored. */
static void
wait_for_custodian (MullWorkspace *workspace)
{
  if (workspace->custodian != NULL)
    mull_custodian_wait (workspace->custodian);
}

/**
 * mull_custody_restore:
 * @path: a backup, of this version or an older one
 * @safety: (out) (transfer full) (optional): a backup of what was there before
 * @error: return location
 *
 * Puts the backup in the place of what is there: after a check of the backup and a backup of what
 * is there, in one transaction, and with another look at what came of it. The steps that could be
 * undone are forgotten; mull_custody_undo_restore() takes the whole of it back.
 *
 * Returns: %FALSE if the data is as it was
 */
gboolean
mull_custody_restore (MullWorkspace *workspace, const char *path, char **safety, GError **error)
{
  g_autoptr (MullBackupManifest) before = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && path != NULL, FALSE);

  wait_for_custodian (workspace);
  if (!check_unchanged (path, error))
    return FALSE;
  before = make (workspace, MULL_BACKUP_RESTORE, error);
  if (before == NULL)
    return FALSE;
  if (!replace (workspace, path, FALSE, &local_error))
    {
      /* What is there now is not to be trusted if it differs from both. */
      if (!has_digests (workspace, before->digests, NULL) &&
          !replace (workspace, before->path, TRUE, NULL))
        g_warning ("What was there before could not be brought back");
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  thin (workspace);
  if (safety != NULL)
    *safety = g_strdup (before->path);
  return TRUE;
}

static gboolean
is_backed_up (MullWorkspace *workspace)
{
  g_autofree char *digests = mull_database_digest (mull_workspace_get_database (workspace), NULL);
  g_autoptr (GPtrArray) backups = mull_custody_list (workspace);

  for (guint i = 0; digests != NULL && i < backups->len; i++)
    {
      const MullBackupManifest *backup = backups->pdata[i];

      if (backup->is_good && g_str_equal (backup->digests, digests))
        return TRUE;
    }
  return FALSE;
}

static gboolean
back_up_before_undo (MullWorkspace *workspace, GError **error)
{
  g_autoptr (MullBackupManifest) backup = NULL;

  if (is_backed_up (workspace))
    return TRUE;
  backup = make (workspace, MULL_BACKUP_RESTORE, error);
  return backup != NULL;
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

  wait_for_custodian (workspace);
  if (!check_unchanged (safety, error) || !back_up_before_undo (workspace, error) ||
      !replace (workspace, safety, TRUE, error))
    return FALSE;
  thin (workspace);
  return TRUE;
}
