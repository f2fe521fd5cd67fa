/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rescue"

#include "config.h"

#include "mull-rescue.h"

#include "mull-backup-file.h"
#include "mull-database-header.h"
#include "mull-database.h"
#include "mull-durable-file.h"
#include "mull-error.h"
#include "mull-lock.h"
#include "mull-repair.h"
#include "mull-rescue-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FILE_NAME "mulligan.db"
#define LOG_NAME "mulligan.db-wal"
/* Of other modes than ours; SQLite would apply it to whatever file is beside it. */
#define JOURNAL_NAME "mulligan.db-journal"
#define BACKUPS "backups"

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
 * @folder: the data folder, which this program does not have open
 *
 * Returns: whether the data file or all that was in it is gone, and beginning anew would look as if
 *   everything were lost
 */
gboolean
mull_rescue_is_missing (const char *folder)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *aside = NULL;

  if (is_there (folder, FILE_NAME) && !mull_database_header_is_empty (path))
    return FALSE;
  backups = mull_rescue_list (folder);
  aside = mull_repair_dup_newest (folder, FILE_NAME);
  return backups->len > 0 || aside != NULL;
}

/**
 * mull_rescue_keeps_damaged:
 * @folder: the data folder
 *
 * Returns: whether there is a damaged file that was put aside
 */
gboolean
mull_rescue_keeps_damaged (const char *folder)
{
  g_autofree char *aside = mull_repair_dup_newest (folder, FILE_NAME);

  return aside != NULL;
}

static gboolean
set_move_error (const char *path, int code, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_IO,
               _ ("“%s” could not be put aside: %s. Check the permissions of its folder and try "
                  "again."),
               path, g_strerror (code));
  return FALSE;
}

static gboolean
move (const char *folder, const char *name, const char *to, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);

  return !g_file_test (path, G_FILE_TEST_EXISTS) || g_rename (path, target) == 0 ||
         set_move_error (path, errno, error);
}

/* The file goes before its log: a log without its file is never read, a file without its log would
 * be an older one. */
static gboolean
move_all (const char *folder, const char *place, GError **error)
{
  g_autofree char *target = g_build_filename (place, FILE_NAME, NULL);
  int code;

  if (!move (folder, FILE_NAME, place, error) || !move (folder, LOG_NAME, place, error) ||
      !move (folder, JOURNAL_NAME, place, error))
    return FALSE;
  /* Where they are now has to last before they are known to have left. */
  code = mull_durable_file_sync_name (target);
  return code == 0 || set_move_error (target, code, error);
}

static gboolean
put_aside (const char *folder, gint64 now, char **kept, GError **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%d-%H%M%S-XXXXXX");
  g_autofree char *above = g_build_filename (folder, MULL_REPAIR_FOLDER, NULL);
  g_autofree char *place = g_build_filename (above, stamp, NULL);
  int code;

  *kept = NULL;
  if (!is_there (folder, FILE_NAME) && !is_there (folder, LOG_NAME))
    return TRUE;
  code = mull_durable_file_make_folder (above);
  if (code == 0)
    code = g_mkdtemp (place) != NULL ? mull_durable_file_sync_name (place) : errno;
  if (code != 0)
    return set_move_error (above, code, error);
  if (!move_all (folder, place, error))
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
  if (good)
    mull_rescue_bring_files (folder, target, path);
  if (good && kept != NULL)
    *kept = g_steal_pointer (&aside);
  return good;
}

/* ── A way out that was examined ──────────────────────────────────────── */

static gboolean
make_empty (const char *path, GError **error)
{
  g_autoptr (MullDatabase) empty = NULL;

  g_unlink (path);
  empty = mull_database_open (path, MULL_DATABASE_COPY, error);
  return empty != NULL && mull_database_close (empty, error);
}

/* What takes the place of the file, under a name that nobody looks at. */
static gboolean
prepare_option (const MullRepairOption *option, const char *folder, char **ready, GError **error)
{
  g_autofree char *path = NULL;

  if (option->kind == MULL_REPAIR_BACKUP)
    return prepare (option->path, folder, ready, error);
  path = g_build_filename (folder, MULL_BACKUP_TEMPORARY "repaired", NULL);
  if (option->kind == MULL_REPAIR_EMPTY ? !make_empty (path, error)
                                        : !mull_repair_copy_file (option->path, path, error))
    return FALSE;
  *ready = g_steal_pointer (&path);
  return mull_backup_file_sync (*ready, error);
}

/* Without a copy there was no file; what is there of it is a log of nothing. */
static gboolean
put_examined_aside (const char *folder, const MullDamageReport *report, gint64 now, GError **error)
{
  g_autofree char *kept = NULL;

  if (report->copy == NULL || !is_there (folder, FILE_NAME))
    return put_aside (folder, now, &kept, error);
  /* The file itself takes the place of its copy. */
  return move_all (folder, report->place, error);
}

/**
 * mull_rescue_carry_out:
 * @folder: the data folder, which nobody has open
 * @report: what was found
 * @option: one of its options
 * @now: microseconds UTC
 * @error: return location
 *
 * Makes what was chosen the data file. The damaged one is kept where its copy is, and never
 * changed; what was prepared and not chosen goes. Killed in between it leaves a folder without a
 * data file, about which the next start asks again.
 */
gboolean
mull_rescue_carry_out (const char *folder,
                       const MullDamageReport *report,
                       const MullRepairOption *option,
                       gint64 now,
                       GError **error)
{
  g_autoptr (MullLock) lock = NULL;
  g_autofree char *target = NULL;
  g_autofree char *ready = NULL;
  gboolean good;

  g_return_val_if_fail (folder != NULL && report != NULL && option != NULL, FALSE);

  lock = mull_lock_take (folder, error);
  if (lock == NULL)
    return FALSE;
  target = g_build_filename (folder, FILE_NAME, NULL);
  good = prepare_option (option, folder, &ready, error) &&
         put_examined_aside (folder, report, now, error) &&
         mull_backup_file_publish (ready, target, error);
  if (ready != NULL)
    mull_backup_file_remove (ready, NULL);
  if (good)
    {
      mull_rescue_bring_files (folder, target,
                               option->kind == MULL_REPAIR_BACKUP ? option->path : NULL);
      mull_repair_clean (report);
    }
  return good;
}

/**
 * mull_rescue_save_damaged:
 * @report: what was found, with a copy of the file
 * @folder: where to
 * @error: return location
 *
 * Copies the damaged file and its log to a new folder in @folder.
 *
 * Returns: (transfer full): that folder, or %NULL
 */
char *
mull_rescue_save_damaged (const MullDamageReport *report, const char *folder, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *file = NULL;
  g_autofree char *log = NULL;
  g_autofree char *log_copy = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (report != NULL && report->copy != NULL && folder != NULL, NULL);

  stamp = g_path_get_basename (report->place);
  name = g_strconcat ("mulligan-damaged-", stamp, NULL);
  place = g_build_filename (folder, name, NULL);
  file = g_build_filename (place, FILE_NAME, NULL);
  log = g_strconcat (report->copy, "-wal", NULL);
  log_copy = g_build_filename (place, LOG_NAME, NULL);
  if (g_mkdir (place, 0700) != 0 && errno != EEXIST)
    {
      mull_backup_file_set_error (place, errno, error);
      return NULL;
    }
  if (!mull_repair_copy_file (report->copy, file, error) ||
      (g_file_test (log, G_FILE_TEST_EXISTS) && !mull_repair_copy_file (log, log_copy, error)))
    return NULL;
  return g_steal_pointer (&place);
}
