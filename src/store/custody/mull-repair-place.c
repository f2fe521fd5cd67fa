/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-repair-place"

#include "config.h"

#include "mull-repair-private.h"

#include "mull-backup-file.h"
#include "mull-durable-file.h"
#include "mull-error.h"
#include "mull-salvage-pages.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
sync_name (const char *path, GError **error)
{
  int code = mull_durable_file_sync_name (path);

  return code == 0 || mull_backup_file_set_error (path, code, error);
}

/**
 * mull_repair_copy_file:
 * @from: a file
 * @to: where the copy goes; a file that is there is replaced
 * @error: return location
 */
gboolean
mull_repair_copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) cause = NULL;

  if (g_file_copy (source, target,
                   G_FILE_COPY_OVERWRITE | G_FILE_COPY_NOFOLLOW_SYMLINKS |
                       G_FILE_COPY_TARGET_DEFAULT_PERMS,
                   NULL, NULL, NULL, &cause))
    return g_chmod (to, 0600) == 0 || errno == EPERM || errno == ENOTSUP
               ? mull_backup_file_sync (to, error) && sync_name (to, error)
               : mull_backup_file_set_error (to, errno, error);
  g_set_error (error, MULL_ERROR,
               g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? MULL_ERROR_NO_SPACE
                                                                        : MULL_ERROR_IO,
               _ ("“%s” could not be copied: %s. Check the disk and try again."), from,
               cause->message);
  g_unlink (to);
  return FALSE;
}

/**
 * mull_repair_remove_files:
 * @folder: a folder with files of ours
 *
 * Removes it with what is in it.
 */
void
mull_repair_remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * mull_repair_clean:
 * @report: what a look found
 */
void
mull_repair_clean (const MullDamageReport *report)
{
  g_autofree char *work = NULL;

  if (report->place == NULL)
    return;
  work = g_build_filename (report->place, MULL_REPAIR_WORK, NULL);
  mull_repair_remove_files (work);
  /* Nothing is left in it where there was no file. */
  g_rmdir (report->place);
}

/**
 * mull_repair_dup_newest:
 * @folder: the data folder
 * @name: how the data file is called
 *
 * Returns: (transfer full) (nullable): the newest folder in which a damaged file is kept, or %NULL
 */
char *
mull_repair_dup_newest (const char *folder, const char *name)
{
  g_autofree char *above = g_build_filename (folder, MULL_REPAIR_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (above, 0, NULL);
  g_autofree char *newest = NULL;
  const char *entry;

  /* Their names begin with the time. */
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (above, entry, NULL);
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_REGULAR) &&
          (newest == NULL || g_strcmp0 (path, newest) > 0))
        {
          g_free (newest);
          newest = g_steal_pointer (&path);
        }
    }
  return g_steal_pointer (&newest);
}

static gboolean
is_same_file (const char *first, const char *second)
{
  gint64 size;
  g_autofree char *one = mull_backup_file_hash (first, &size, NULL);
  g_autofree char *other = one != NULL ? mull_backup_file_hash (second, &size, NULL) : NULL;

  return one != NULL ? g_strcmp0 (one, other) == 0 : !g_file_test (second, G_FILE_TEST_EXISTS);
}

/**
 * mull_repair_dup_log:
 * @path: a data file
 *
 * Returns: (transfer full): where its log is
 */
char *
mull_repair_dup_log (const char *path)
{
  return g_strconcat (path, "-wal", NULL);
}

static gboolean
make_place (MullRepairLadder *self, GError **error)
{
  gint64 now = mull_clock_get_now (self->clock);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%d-%H%M%S-XXXXXX");
  g_autofree char *above = g_build_filename (self->folder, MULL_REPAIR_FOLDER, NULL);
  g_autofree char *place = g_build_filename (above, stamp, NULL);

  int code = mull_durable_file_make_folder (above);

  if (code != 0 || g_mkdtemp (place) == NULL)
    return mull_backup_file_set_error (above, code != 0 ? code : errno, error);
  if (!sync_name (place, error))
    return FALSE;
  self->report->place = g_steal_pointer (&place);
  return TRUE;
}

/* A start that leads here again and again keeps one copy of the same file. */
static gboolean
keep_copy (MullRepairLadder *self, const char *path, GError **error)
{
  g_autofree char *log = mull_repair_dup_log (path);
  g_autofree char *newest = mull_repair_dup_newest (self->folder, self->name);
  g_autofree char *copy = newest != NULL ? g_build_filename (newest, self->name, NULL) : NULL;
  g_autofree char *copy_log = copy != NULL ? mull_repair_dup_log (copy) : NULL;

  if (copy != NULL && is_same_file (path, copy) && is_same_file (log, copy_log))
    {
      self->report->place = g_steal_pointer (&newest);
      self->report->copy = g_steal_pointer (&copy);
      return TRUE;
    }
  if (!make_place (self, error))
    return FALSE;
  g_free (copy);
  copy = g_build_filename (self->report->place, self->name, NULL);
  g_free (copy_log);
  copy_log = mull_repair_dup_log (copy);
  if (!mull_repair_copy_file (path, copy, error) ||
      (g_file_test (log, G_FILE_TEST_EXISTS) && !mull_repair_copy_file (log, copy_log, error)))
    return FALSE;
  self->report->copy = g_steal_pointer (&copy);
  return TRUE;
}

/* The file was put aside and nothing came in its place, unless a backup was made since. */
static gboolean
take_what_was_put_aside (MullRepairLadder *self, GError **error)
{
  g_autofree char *newest = mull_repair_dup_newest (self->folder, self->name);
  g_autofree char *copy = newest != NULL ? g_build_filename (newest, self->name, NULL) : NULL;
  const MullBackupManifest *backup =
      self->backups->len > 0 ? g_ptr_array_index (self->backups, 0) : NULL;
  GStatBuf info;

  if (copy == NULL || g_stat (copy, &info) != 0 ||
      (backup != NULL && backup->at > (gint64) info.st_mtime * G_USEC_PER_SEC))
    return make_place (self, error);
  self->report->place = g_steal_pointer (&newest);
  self->report->copy = g_steal_pointer (&copy);
  return TRUE;
}

/**
 * mull_repair_find_place:
 * @error: return location
 *
 * Keeps a copy of the file and its log, or finds the one that was put aside, and makes room for
 * work beside it.
 */
gboolean
mull_repair_find_place (MullRepairLadder *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, self->name, NULL);
  g_autofree char *log = NULL;
  GStatBuf info;
  gboolean good = g_file_test (path, G_FILE_TEST_EXISTS) ? keep_copy (self, path, error)
                                                         : take_what_was_put_aside (self, error);

  if (!good)
    return FALSE;
  log = self->report->copy != NULL ? mull_repair_dup_log (self->report->copy) : NULL;
  self->has_log = log != NULL && g_stat (log, &info) == 0 && info.st_size > 0;
  self->work = g_build_filename (self->report->place, MULL_REPAIR_WORK, NULL);
  mull_repair_remove_files (self->work);
  return g_mkdir (self->work, 0700) == 0 || mull_backup_file_set_error (self->work, errno, error);
}

/**
 * mull_repair_make_work_copy:
 * @name: how it is called
 * @with_log: whether the log comes along, if there is one that counts
 * @error: return location
 *
 * Returns: (transfer full): a copy of the copy, to be worked on; what can be put right without a
 * doubt is right in it
 */
char *
mull_repair_make_work_copy (MullRepairLadder *self,
                            const char *name,
                            gboolean with_log,
                            GError **error)
{
  g_autofree char *path = g_build_filename (self->work, name, NULL);
  g_autofree char *log = mull_repair_dup_log (path);
  g_autofree char *kept_log = mull_repair_dup_log (self->report->copy);

  if (!mull_repair_copy_file (self->report->copy, path, error) ||
      (with_log && self->has_log && !mull_repair_copy_file (kept_log, log, error)) ||
      !mull_salvage_pages_mend (path, error))
    return NULL;
  return g_steal_pointer (&path);
}
