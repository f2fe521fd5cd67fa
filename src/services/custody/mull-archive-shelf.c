/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-shelf"

#include "config.h"

#include "mull-archive-shelf.h"

#include "mull-backup-file.h"
#include "mull-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* "mulligan-20260301-091200.xml", UTC */
#define NAME "mulligan-%Y%m%d-%H%M%S.xml"
#define NAME_PATTERN "^mulligan-([0-9]{8})-([0-9]{6})\\.xml$"
#define SPAN (7 * G_TIME_SPAN_DAY)
/* The newest ones are kept, and the first of each of so many months. */
#define N_NEWEST 5
#define N_MONTHS 12

static MullArchiverFunc archiver;

/**
 * mull_archive_shelf_set_archiver:
 * @func: (nullable): writes a document and reads it back
 *
 * Says how documents are written.
 */
void
mull_archive_shelf_set_archiver (MullArchiverFunc func)
{
  archiver = func;
}

/* ── Which there are ──────────────────────────────────────────────────── */

static void
free_archive (gpointer data)
{
  MullShelvedArchive *self = data;

  g_free (self->path);
  g_free (self);
}

static gint64
parse_name (const char *name)
{
  int year, month, day, hour, minute, second;
  g_autoptr (GDateTime) time = NULL;

  if (!g_regex_match_simple (NAME_PATTERN, name, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT) ||
      sscanf (name, "mulligan-%4d%2d%2d-%2d%2d%2d.xml", &year, &month, &day, &hour, &minute,
              &second) != 6)
    return 0;
  time = g_date_time_new_utc (year, month, day, hour, minute, second);
  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
}

/**
 * mull_archive_shelf_compare:
 * @a: a pointer to a #MullShelvedArchive
 * @b: another one
 *
 * For sorting: newest first.
 */
int
mull_archive_shelf_compare (gconstpointer a, gconstpointer b)
{
  const MullShelvedArchive *first = *(MullShelvedArchive *const *) a;
  const MullShelvedArchive *second = *(MullShelvedArchive *const *) b;

  return first->at < second->at ? 1 : first->at > second->at ? -1 : 0;
}

/**
 * mull_archive_shelf_list:
 * @folder: where backups are, which may be missing
 *
 * Returns: (transfer full) (element-type MullShelvedArchive): the archives that were made as
 *   backups, newest first
 */
GPtrArray *
mull_archive_shelf_list (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_archive);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gint64 at = parse_name (name);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      MullShelvedArchive *archive;
      GStatBuf info;

      if (at == 0 || g_stat (path, &info) != 0)
        continue;
      archive = g_new0 (MullShelvedArchive, 1);
      archive->path = g_steal_pointer (&path);
      archive->at = at;
      archive->size = info.st_size;
      g_ptr_array_add (list, archive);
    }
  g_ptr_array_sort (list, mull_archive_shelf_compare);
  return list;
}

/**
 * mull_archive_shelf_is_archive:
 * @path: a file
 *
 * Returns: whether it is a document like those in the list, going by how it begins
 */
gboolean
mull_archive_shelf_is_archive (const char *path)
{
  static const char beginning[] = "<?xml";
  char head[sizeof beginning - 1];
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gboolean is_archive = fd >= 0 && read (fd, head, sizeof head) == (gssize) sizeof head &&
                        memcmp (head, beginning, sizeof head) == 0;

  if (fd >= 0)
    close (fd);
  return is_archive;
}

/**
 * mull_archive_shelf_is_due:
 * @folder: where backups are
 * @backup: one that was just made
 *
 * Returns: whether it should have an archive: the rep asked for it, or the last one is a week old
 * or of a time that has not come yet
 */
gboolean
mull_archive_shelf_is_due (const char *folder, const MullBackupManifest *backup)
{
  g_autoptr (GPtrArray) list = NULL;
  const MullShelvedArchive *newest;

  if (archiver == NULL)
    return FALSE;
  list = mull_archive_shelf_list (folder);
  newest = list->len > 0 ? list->pdata[0] : NULL;
  return newest == NULL || backup->reason == MULL_BACKUP_MANUAL ||
         ABS (backup->at - newest->at) >= SPAN;
}

/* ── Making ───────────────────────────────────────────────────────────── */

static int
get_month (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);

  return g_date_time_get_year (time) * 12 + g_date_time_get_month (time);
}

/* The list is newest first: the first of a month is the last of its run. */
static void
thin (const char *folder)
{
  g_autoptr (GPtrArray) list = mull_archive_shelf_list (folder);
  guint n_months = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const MullShelvedArchive *archive = list->pdata[i];
      const MullShelvedArchive *older = i + 1 < list->len ? list->pdata[i + 1] : NULL;
      gboolean is_first = older == NULL || get_month (older->at) != get_month (archive->at);

      if ((is_first && n_months++ < N_MONTHS) || i < N_NEWEST)
        continue;
      g_unlink (archive->path);
    }
}

/**
 * mull_archive_shelf_make:
 * @folder: where backups are
 * @backup: one that was just made and verified
 * @error: return location
 *
 * Writes the archive of a backup. It gets its name when it was read back.
 */
gboolean
mull_archive_shelf_make (const char *folder, const MullBackupManifest *backup, GError **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (backup->at / G_USEC_PER_SEC);
  g_autofree char *name = g_date_time_format (time, NAME);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *temporary = g_strconcat (folder, "/" MULL_BACKUP_TEMPORARY, name, NULL);
  g_autoptr (MullDatabase) look = mull_database_open (backup->path, MULL_DATABASE_LOOK, error);

  g_return_val_if_fail (archiver != NULL, FALSE);

  if (look != NULL && archiver (look, temporary, error) &&
      mull_backup_file_publish (temporary, path, error))
    {
      thin (folder);
      return TRUE;
    }
  g_unlink (temporary);
  return FALSE;
}

/* Some file systems know nothing of that. */
static gboolean
make_private (const char *path, GError **error)
{
  return g_chmod (path, 0600) == 0 || errno == EPERM || errno == ENOTSUP ||
         mull_backup_file_set_error (path, errno, error);
}

/* A disk that lies is found out when it is read, not when the archive is needed. */
static gboolean
check_copy (const char *path, const char *copy, GError **error)
{
  gint64 size = 0, copy_size = 0;
  g_autofree char *hash = mull_backup_file_hash (path, &size, error);
  g_autofree char *copy_hash =
      hash != NULL ? mull_backup_file_hash (copy, &copy_size, error) : NULL;

  if (copy_hash == NULL)
    return FALSE;
  if (size == copy_size && g_str_equal (hash, copy_hash))
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CORRUPT,
                       _ ("The copy of the archive is not what was written. Check the disk."));
  return FALSE;
}

/**
 * mull_archive_shelf_copy:
 * @folder: where backups are
 * @to: another folder, which exists
 * @error: return location
 *
 * Copies the newest archive, unless it is there. It gets its name when it was read back.
 */
gboolean
mull_archive_shelf_copy (const char *folder, const char *to, GError **error)
{
  g_autoptr (GPtrArray) list = mull_archive_shelf_list (folder);
  const MullShelvedArchive *newest;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *temporary = NULL;
  g_autoptr (GFile) from = NULL;
  g_autoptr (GFile) copy = NULL;

  if (list->len == 0)
    return TRUE;
  newest = list->pdata[0];
  name = g_path_get_basename (newest->path);
  path = g_build_filename (to, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  temporary = g_strconcat (to, "/" MULL_BACKUP_TEMPORARY, name, NULL);
  from = g_file_new_for_path (newest->path);
  copy = g_file_new_for_path (temporary);
  if (g_file_copy (from, copy, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL,
                   NULL, error) &&
      make_private (temporary, error) && mull_backup_file_sync (temporary, error) &&
      check_copy (newest->path, temporary, error) &&
      mull_backup_file_publish (temporary, path, error))
    {
      thin (to);
      return TRUE;
    }
  g_unlink (temporary);
  return FALSE;
}
