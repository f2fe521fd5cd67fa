/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-backup-file"

#include "config.h"

#include "mull-backup-file.h"

#include "mull-backup-rule.h"
#include "mull-durable-file.h"
#include "mull-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK (256 * 1024)

/* Backups as files: nothing here knows what is in them. */

/**
 * mull_backup_file_set_error:
 * @code: what errno said
 *
 * Returns: %FALSE
 */
gboolean
mull_backup_file_set_error (const char *path, int code, GError **error)
{
  g_set_error (error, MULL_ERROR,
               code == ENOSPC || code == EDQUOT ? MULL_ERROR_NO_SPACE
               : code == ENOMEM                 ? MULL_ERROR_NO_MEMORY
                                                : MULL_ERROR_IO,
               _ ("The backup “%s” could not be written: %s. Free some space or check the "
                  "permissions, then try again."),
               path, code != 0 ? g_strerror (code) : _ ("unknown error"));
  return FALSE;
}

/**
 * mull_backup_file_sync:
 * @error: return location
 *
 * Has the file written to the disk, and what the system remembers of it forgotten.
 */
gboolean
mull_backup_file_sync (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0);
  int code = fd >= 0 && fsync (fd) == 0 ? 0 : errno;

  /* What is read from here on comes from the disk. */
  if (fd >= 0)
    {
      posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
      close (fd);
    }
  return code == 0 || mull_backup_file_set_error (path, code, error);
}

/**
 * mull_backup_file_publish:
 * @temporary: a synced file in the same folder
 * @path: its name from now on
 * @error: return location
 */
gboolean
mull_backup_file_publish (const char *temporary, const char *path, GError **error)
{
  g_autofree char *manifest = mull_backup_manifest_dup_path (path);
  int code;

  /* What was said of another file of that name must not be said of this one. */
  g_unlink (manifest);
  code = g_rename (temporary, path) == 0 ? mull_durable_file_sync_name (path) : errno;
  return code == 0 || mull_backup_file_set_error (path, code, error);
}

/**
 * mull_backup_file_hash:
 * @size: (out): the number of bytes
 * @error: return location
 *
 * Returns: (transfer full): SHA-256 in hexadecimal digits, or %NULL
 */
char *
mull_backup_file_hash (const char *path, gint64 *size, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  int code = fd < 0 ? errno : 0;
  gssize n = 0;

  *size = 0;
  while (fd >= 0 && ((n = read (fd, block, BLOCK)) > 0 || (n < 0 && errno == EINTR)))
    if (n > 0)
      {
        g_checksum_update (checksum, block, n);
        *size += n;
      }
  if (n < 0)
    code = errno;
  if (fd >= 0)
    close (fd);
  if (code == 0)
    return g_strdup (g_checksum_get_string (checksum));
  g_set_error (error, MULL_ERROR, MULL_ERROR_IO,
               _ ("The backup “%s” cannot be read: %s. Check the disk."), path, g_strerror (code));
  return NULL;
}

static gboolean
is_taken (const char *path)
{
  g_autofree char *manifest = mull_backup_manifest_dup_path (path);
  struct stat info;

  return g_lstat (path, &info) == 0 || g_lstat (manifest, &info) == 0;
}

/**
 * mull_backup_file_check_free:
 * @path: where a backup shall be
 * @error: return location
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if something is there, whatever it is
 */
gboolean
mull_backup_file_check_free (const char *path, GError **error)
{
  if (!is_taken (path))
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("There already is something called “%s”, and a backup never replaces anything. "
                  "Choose another name."),
               path);
  return FALSE;
}

/**
 * mull_backup_file_dup_name:
 * @folder: where it will be
 * @reason: what it is made for
 * @at: microseconds UTC
 *
 * Returns: (transfer full): a file name that is not taken; later ones sort after earlier ones
 */
char *
mull_backup_file_dup_name (const char *folder, MullBackupReason reason, gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%d-%H%M%S");
  const char *nick = mull_backup_reason_nick (reason);
  char *name = g_strdup_printf ("mulligan-%s-%s" MULL_BACKUP_SUFFIX, stamp, nick);

  for (guint i = 2;; i++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!is_taken (path))
        return name;
      g_free (name);
      name = g_strdup_printf ("mulligan-%s-%s-%u" MULL_BACKUP_SUFFIX, stamp, nick, i);
    }
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const MullBackupManifest *first = *(MullBackupManifest *const *) a;
  const MullBackupManifest *second = *(MullBackupManifest *const *) b;

  if (first->at != second->at)
    return first->at < second->at ? 1 : -1;
  return g_strcmp0 (second->path, first->path);
}

/**
 * mull_backup_file_list:
 * @folder: a folder, which may be missing
 *
 * Returns: (transfer full) (element-type MullBackupManifest): the backups in it, newest first
 */
GPtrArray *
mull_backup_file_list (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_backup_manifest_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (name[0] != '.' && g_str_has_suffix (name, MULL_BACKUP_SUFFIX) &&
          g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (list, mull_backup_manifest_load (path));
    }
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

/**
 * mull_backup_file_remove:
 * @path: a backup
 * @error: return location
 */
gboolean
mull_backup_file_remove (const char *path, GError **error)
{
  g_autofree char *manifest = mull_backup_manifest_dup_path (path);

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_IO,
                   _ ("The backup “%s” could not be removed: %s. Check the permissions."), path,
                   g_strerror (errno));
      return FALSE;
    }
  g_unlink (manifest);
  return TRUE;
}

/* Only what mull_backup_file_dup_name() named, and of which it is said what it is. */
static gboolean
is_ours (const MullBackupManifest *backup)
{
  g_autofree char *name = g_path_get_basename (backup->path);

  return *backup->sha256 != '\0' &&
         g_regex_match_simple ("^mulligan-[0-9]{8}-[0-9]{6}-[a-z]+(-[0-9]+)?\\.db$", name,
                               G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static GPtrArray *
list_ours (const char *folder)
{
  GPtrArray *backups = mull_backup_file_list (folder);

  for (guint i = backups->len; i > 0; i--)
    if (!is_ours (backups->pdata[i - 1]))
      g_ptr_array_remove_index (backups, i - 1);
  return backups;
}

/**
 * mull_backup_file_thin:
 * @folder: a folder, which may be missing
 * @now: microseconds UTC
 * @zone: that of the rep
 *
 * Removes the backups that the rule no longer keeps. Those that were named by somebody, and those
 * of which nothing is known, are not touched.
 *
 * Returns: how many were removed
 */
guint
mull_backup_file_thin (const char *folder, gint64 now, GTimeZone *zone)
{
  g_autoptr (GPtrArray) backups = list_ours (folder);
  g_autofree MullBackupAge *ages = g_new0 (MullBackupAge, backups->len);
  guint n_removed = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const MullBackupManifest *backup = backups->pdata[i];

      ages[i] = (MullBackupAge){ .at = backup->at,
                                 .day = mull_day_from_instant (backup->at, zone),
                                 .is_good = backup->is_good,
                                 .is_of_update = backup->reason == MULL_BACKUP_UPDATE };
    }
  mull_backup_rule_thin (ages, backups->len, now, mull_day_from_instant (now, zone));
  for (guint i = 0; i < backups->len; i++)
    {
      const MullBackupManifest *backup = backups->pdata[i];
      g_autoptr (GError) error = NULL;

      if (ages[i].keep)
        continue;
      if (mull_backup_file_remove (backup->path, &error))
        n_removed++;
      else
        g_warning ("%s", error->message);
    }
  return n_removed;
}

/**
 * mull_backup_file_sweep:
 * @folder: a folder, which may be missing
 *
 * Removes what was never finished. Only while no backup is being made in it.
 */
void
mull_backup_file_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, MULL_BACKUP_TEMPORARY))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

/**
 * mull_backup_file_discard:
 * @temporary: what was not finished, if it is there at all
 *
 * Removes it, and what SQLite may have left beside it.
 */
void
mull_backup_file_discard (const char *temporary)
{
  static const char *const endings[] = { "", "-journal", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (temporary, endings[i], NULL);

      g_unlink (path);
    }
}

/**
 * mull_backup_file_set_changed_error:
 * @path: a backup that is not what it was
 *
 * Returns: %FALSE
 */
gboolean
mull_backup_file_set_changed_error (const char *path, GError **error)
{
  g_set_error (
      error, MULL_ERROR, MULL_ERROR_CORRUPT,
      _ ("The backup “%s” is no longer what it was when it was made. Do not rely on it, and "
         "check the disk."),
      path);
  return FALSE;
}

/**
 * mull_backup_file_verify:
 * @manifest: a backup
 * @error: return location
 *
 * Reads the whole file again, and writes nothing: it may be where nothing can be written.
 *
 * Returns: %FALSE with %MULL_ERROR_CORRUPT if it changed since it was made
 */
gboolean
mull_backup_file_verify (const MullBackupManifest *manifest, GError **error)
{
  g_autofree char *hash = NULL;
  gint64 size = 0;

  g_return_val_if_fail (manifest != NULL, FALSE);

  hash = mull_backup_file_hash (manifest->path, &size, error);
  return hash != NULL && (g_str_equal (hash, manifest->sha256) ||
                          mull_backup_file_set_changed_error (manifest->path, error));
}

static void
try_to_note (const MullBackupManifest *manifest)
{
  g_autoptr (GError) error = NULL;

  if (!mull_backup_manifest_save (manifest, &error))
    g_info ("%s", error->message);
}

/**
 * mull_backup_file_recheck:
 * @manifest: (inout): a backup
 * @now: microseconds UTC
 * @error: return location
 *
 * Reads the whole file again. What comes of it is noted in the manifest, and beside the file if
 * that can be written.
 *
 * Returns: %FALSE with %MULL_ERROR_CORRUPT if it changed since it was made
 */
gboolean
mull_backup_file_recheck (MullBackupManifest *manifest, gint64 now, GError **error)
{
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (manifest != NULL, FALSE);

  if (mull_backup_file_verify (manifest, &cause))
    {
      manifest->is_good = TRUE;
      manifest->checked_at = now;
      try_to_note (manifest);
      return TRUE;
    }
  if (g_error_matches (cause, MULL_ERROR, MULL_ERROR_CORRUPT))
    {
      manifest->is_good = FALSE;
      try_to_note (manifest);
    }
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * mull_backup_file_copy_as:
 * @manifest: a finished backup
 * @path: where the copy shall be, in a folder that exists
 * @error: return location
 *
 * Copies the backup, with the same caution with which it was made. A file that is called @path
 * already is replaced.
 */
gboolean
mull_backup_file_copy_as (const MullBackupManifest *manifest, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *temporary = g_strconcat (folder, "/" MULL_BACKUP_TEMPORARY, name, NULL);
  g_autofree char *hash = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (manifest->path);
  g_autoptr (GFile) to = g_file_new_for_path (temporary);
  g_autoptr (GError) cause = NULL;
  MullBackupManifest copy = *manifest;
  gboolean good = FALSE;
  gint64 size;

  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL,
                    NULL, &cause))
    g_set_error (error, MULL_ERROR,
                 g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? MULL_ERROR_NO_SPACE
                                                                          : MULL_ERROR_IO,
                 _ ("The backup could not be copied to “%s”: %s. Check the folder and try again."),
                 folder, cause->message);
  else if (g_chmod (temporary, 0600) != 0 && errno != EPERM && errno != ENOTSUP)
    mull_backup_file_set_error (path, errno, error);
  else if (mull_backup_file_sync (temporary, error) &&
           (hash = mull_backup_file_hash (temporary, &size, error)) != NULL)
    good = g_str_equal (hash, manifest->sha256) ? mull_backup_file_publish (temporary, path, error)
                                                : mull_backup_file_set_changed_error (path, error);
  copy.path = (char *) path;
  good = good && mull_backup_manifest_save (&copy, error);
  if (!good)
    g_unlink (temporary);
  return good;
}

/**
 * mull_backup_file_copy:
 * @manifest: a finished backup
 * @folder: another folder, which exists
 * @error: return location
 *
 * As mull_backup_file_copy_as(), under the name that the backup has.
 */
gboolean
mull_backup_file_copy (const MullBackupManifest *manifest, const char *folder, GError **error)
{
  g_autofree char *name = g_path_get_basename (manifest->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return mull_backup_file_copy_as (manifest, path, error);
}
