/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rescue"

#include "config.h"

#include "mull-rescue.h"

#include "mull-backup-file.h"
#include "mull-error.h"
#include "mull-lock.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FILE_NAME "mulligan.db"
#define LOG_NAME "mulligan.db-wal"
#define BACKUPS "backups"
#define DAMAGED "damaged"

static gboolean
is_there (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * mull_rescue_list:
 * @folder: the data folder
 *
 * Returns: (transfer full) (element-type MullBackupManifest): the good backups, newest first
 */
GPtrArray *
mull_rescue_list (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, BACKUPS, NULL);
  GPtrArray *backups = mull_backup_file_list (path);

  for (guint i = backups->len; i > 0; i--)
    if (!((MullBackupManifest *) backups->pdata[i - 1])->is_good)
      g_ptr_array_remove_index (backups, i - 1);
  return backups;
}

/**
 * mull_rescue_is_missing:
 * @folder: the data folder
 *
 * Returns: whether the data file is gone, and beginning anew would look as if everything were lost
 */
gboolean
mull_rescue_is_missing (const char *folder)
{
  g_autoptr (GPtrArray) backups = NULL;

  if (is_there (folder, FILE_NAME))
    return FALSE;
  backups = mull_rescue_list (folder);
  return backups->len > 0;
}

static gboolean
set_move_error (const char *path, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_IO,
               _ ("“%s” could not be put aside: %s. Check the permissions of its folder and try "
                  "again."),
               path, g_strerror (errno));
  return FALSE;
}

static gboolean
move (const char *folder, const char *name, const char *to, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);

  return !g_file_test (path, G_FILE_TEST_EXISTS) || g_rename (path, target) == 0 ||
         set_move_error (path, error);
}

/* The file goes before its log: a log without its file is never read, a file without its log would
 * be an older one. */
static gboolean
put_aside (const char *folder, gint64 now, char **kept, GError **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%d-%H%M%S-XXXXXX");
  g_autofree char *above = g_build_filename (folder, DAMAGED, NULL);
  g_autofree char *place = g_build_filename (above, stamp, NULL);

  *kept = NULL;
  if (!is_there (folder, FILE_NAME) && !is_there (folder, LOG_NAME))
    return TRUE;
  if (g_mkdir_with_parents (above, 0700) != 0 || g_mkdtemp (place) == NULL)
    return set_move_error (above, error);
  if (!move (folder, FILE_NAME, place, error) || !move (folder, LOG_NAME, place, error))
    return FALSE;
  *kept = g_steal_pointer (&place);
  return TRUE;
}

/* A verified copy of the backup under a name of its own that nobody looks at: the backup may be
 * called as the data file is, which must not be replaced before it is put aside. */
static gboolean
prepare (const char *path, const char *folder, char **ready, GError **error)
{
  g_autoptr (MullBackupManifest) backup = mull_backup_manifest_load (path);
  g_autofree char *copy = g_build_filename (folder, MULL_BACKUP_TEMPORARY "put-back", NULL);

  if (!mull_backup_file_copy_as (backup, copy, error))
    return FALSE;
  *ready = g_steal_pointer (&copy);
  return TRUE;
}

/**
 * mull_rescue_put_back:
 * @folder: the data folder, which nobody has open
 * @path: a good backup
 * @now: microseconds UTC
 * @kept: (out) (transfer full) (nullable): where what was there is from now on
 * @error: return location
 *
 * Makes a backup the data file. What was there is put aside and never changed. Killed in between it
 * leaves a folder without a data file and with backups, which is offered to be put right again.
 */
gboolean
mull_rescue_put_back (const char *folder, const char *path, gint64 now, char **kept, GError **error)
{
  g_autoptr (MullLock) lock = mull_lock_take (folder, error);
  g_autofree char *target = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *ready = NULL;
  g_autofree char *aside = NULL;
  gboolean good;

  g_return_val_if_fail (folder != NULL, FALSE);

  if (lock == NULL || !prepare (path, folder, &ready, error))
    return FALSE;
  good = put_aside (folder, now, &aside, error) && mull_backup_file_publish (ready, target, error);
  mull_backup_file_remove (ready, NULL);
  if (good && kept != NULL)
    *kept = g_steal_pointer (&aside);
  return good;
}
