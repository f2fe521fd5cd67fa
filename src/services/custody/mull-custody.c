/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-custody"

#include "config.h"

#include "mull-custody.h"

#include "mull-archive-shelf.h"
#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-custody-private.h"
#include "mull-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FOLDER "backups"
/* In the folder outside; what is below it tells the data folders apart. */
#define PLACE "Mulligan Backups"
#define SHORT_ID_LENGTH 8
/* Settings. */
#define OUTSIDE_FOLDER MULL_CUSTODY_OUTSIDE_FOLDER
#define OUTSIDE_AT MULL_CUSTODY_OUTSIDE_AT
#define REMINDED_AT MULL_CUSTODY_REMINDED_AT
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

static gboolean
has_name (GPtrArray *archives, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 0; i < archives->len; i++)
    {
      g_autofree char *known =
          g_path_get_basename (((const MullShelvedArchive *) archives->pdata[i])->path);

      if (g_str_equal (known, name))
        return TRUE;
    }
  return FALSE;
}

/**
 * mull_custody_list_archives:
 *
 * Returns: (transfer full) (element-type MullShelvedArchive): the archives that were made as
 *   backups, newest first: those beside the backups, and those in the folder outside that are there
 *   only
 */
GPtrArray *
mull_custody_list_archives (MullWorkspace *workspace)
{
  g_autofree char *folder = mull_custody_dup_folder (workspace);
  g_autofree char *outside = mull_custody_dup_outside_place (workspace);
  GPtrArray *archives = mull_archive_shelf_list (folder);
  g_autoptr (GPtrArray) others = NULL;

  if (outside == NULL)
    return archives;
  others = mull_archive_shelf_list (outside);
  for (guint i = 0; i < others->len;)
    if (has_name (archives, ((const MullShelvedArchive *) others->pdata[i])->path))
      i++;
    else
      g_ptr_array_add (archives, g_ptr_array_steal_index (others, i));
  g_ptr_array_sort (archives, mull_archive_shelf_compare);
  return archives;
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
  gint64 checked_at;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), FALSE);

  checked_at = read_instant (workspace, MULL_WORKSPACE_CHECKED_AT);
  if (ABS (mull_workspace_get_now (workspace) - checked_at) < CHECK_SPAN)
    return FALSE;
  mull_workspace_check_at_leisure (workspace);
  return TRUE;
}

/**
 * mull_custody_thin:
 *
 * Lets go of the backups that are no longer needed, unless the data is damaged.
 */
void
mull_custody_thin (MullWorkspace *workspace)
{
  g_autofree char *folder = mull_custody_dup_folder (workspace);

  if (mull_workspace_get_freeze (workspace) != MULL_FREEZE_NONE)
    return;
  mull_backup_file_thin (folder, mull_workspace_get_now (workspace),
                         mull_clock_get_zone (mull_workspace_get_clock (workspace)));
}

/**
 * mull_custody_make:
 * @reason: what it is made for
 * @error: return location
 *
 * Makes a backup while the caller waits. Nothing goes yet: the one that is to be restored could be
 * among what the rule no longer keeps.
 *
 * Returns: (transfer full): what is in it, or %NULL if none was made
 */
MullBackupManifest *
mull_custody_make (MullWorkspace *workspace, MullBackupReason reason, GError **error)
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

  backup = mull_custody_make (workspace, reason, error);
  if (backup == NULL)
    return NULL;
  mull_custody_thin (workspace);
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
dup_short_id (const char *data_folder)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *folder = g_canonicalize_filename (data_folder, NULL);
  g_autofree char *machine = NULL;

  if (!g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL))
    machine = g_strdup (g_get_host_name ());
  g_checksum_update (checksum, (const guchar *) machine, -1);
  g_checksum_update (checksum, (const guchar *) folder, -1);
  return g_strndup (g_checksum_get_string (checksum), SHORT_ID_LENGTH);
}

/**
 * mull_custody_dup_place_in:
 * @outside: the folder for further copies
 * @data_folder: the data folder that they are copies of
 *
 * Returns: (transfer full): where in @outside they are
 */
char *
mull_custody_dup_place_in (const char *outside, const char *data_folder)
{
  g_autofree char *id = dup_short_id (data_folder);

  return g_build_filename (outside, PLACE, id, NULL);
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

  return outside != NULL
             ? mull_custody_dup_place_in (outside, mull_workspace_get_folder (workspace))
             : NULL;
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
