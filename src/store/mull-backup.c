/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-backup"

#include "config.h"

#include "mull-backup.h"

#include "mull-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (const char *path, int code, GError **error)
{
  g_set_error (error, MULL_ERROR,
               code == ENOSPC || code == EDQUOT ? MULL_ERROR_NO_SPACE : MULL_ERROR_IO,
               _ ("The backup “%s” could not be written: %s. Free some space or check the "
                  "permissions, then try again."),
                  path, g_strerror (code));
  return FALSE;
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  int code = 0;

  if (fd < 0 || fsync (fd) != 0)
    code = errno;
  if (fd >= 0)
    close (fd);
  return code == 0 || fail (path, code, error);
}

/* Reads the copy back with the same checks and compares its content with that of the original. */
static gboolean
verify (MullDatabase *db, const char *path, GError **error)
{
  g_autoptr (MullDatabase) copy = mull_database_open (path, MULL_DATABASE_LOOK, error);
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (copy == NULL || !mull_database_check (copy, error))
    return FALSE;
  ours = mull_database_digest (db, error);
  theirs = ours != NULL ? mull_database_digest (copy, error) : NULL;
  if (theirs == NULL)
    return FALSE;
  if (g_str_equal (ours, theirs))
    return TRUE;
  g_set_error (
      error, MULL_ERROR, MULL_ERROR_CORRUPT,
      _ ("The backup “%s” differs from the data and was not kept. Check the disk, then try again."),
         path);
  return FALSE;
}

/**
 * mull_backup_make:
 * @db: the database, outside a transaction
 * @folder: where backups are; made if it is missing
 * @name: file name; an older backup of that name is replaced
 * @error: return location
 *
 * Writes a compact copy under a temporary name, syncs it, checks it, compares it and only then
 * gives it its name, so that whatever is called a backup was a good one.
 *
 * Returns: (transfer full): the path, or %NULL if no backup was made
 */
char *
mull_backup_make (MullDatabase *db, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *temporary = g_strdup_printf ("%s/.tmp-%d-%s", folder, (int) getpid (), name);

  g_return_val_if_fail (MULL_IS_DATABASE (db), NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (folder, errno, error);
      return NULL;
    }
  g_unlink (temporary);
  if (!mull_database_snapshot (db, temporary, error))
    return NULL;
  if (sync_path (temporary, O_RDWR, error) && verify (db, temporary, error))
    {
      if (g_rename (temporary, path) != 0)
        fail (path, errno, error);
      else if (sync_path (folder, O_RDONLY | O_DIRECTORY, error))
        return g_steal_pointer (&path);
    }
  g_unlink (temporary);
  return NULL;
}
