/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database-error"

#include "config.h"

#include "mull-database-error.h"

#include "mull-sqlite.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/**
 * mull_database_error_kind:
 * @code: an extended result code of SQLite
 * @system_error: errno of the failed call, or 0
 *
 * The one place where a result code becomes something a caller can act on.
 */
MullError
mull_database_error_kind (int code, int system_error)
{
  if (system_error == ENOSPC || system_error == EDQUOT)
    return MULL_ERROR_NO_SPACE;
  if (code == SQLITE_IOERR_NOMEM)
    return MULL_ERROR_NO_MEMORY;
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return MULL_ERROR_NO_SPACE;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return MULL_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return MULL_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return MULL_ERROR_CORRUPT;
    case SQLITE_CONSTRAINT:
      return MULL_ERROR_CONSTRAINT;
    case SQLITE_IOERR:
    case SQLITE_ABORT: /* what was begun is gone: SQLite took it back after such an error */
      return MULL_ERROR_IO;
    case SQLITE_TOOBIG:
      return MULL_ERROR_INVALID;
    case SQLITE_NOMEM:
      return MULL_ERROR_NO_MEMORY;
    default:
      return MULL_ERROR_INTERNAL;
    }
}

/**
 * mull_database_error_is_sync:
 *
 * After a failed sync the system may report the next one as good although the data is lost.
 */
gboolean
mull_database_error_is_sync (int code)
{
  return code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC ||
         code == SQLITE_IOERR_CLOSE || code == SQLITE_IOERR_TRUNCATE;
}

static const char *
sentence (MullError kind)
{
  switch (kind)
    {
    case MULL_ERROR_NO_SPACE:
      return _ (
          "The disk is full, so the last change is not saved. Free some space and try again.");
    case MULL_ERROR_BUSY:
      return _ ("The data is in use by another program. Close it there and try again.");
    case MULL_ERROR_READ_ONLY:
      return _ ("The data cannot be written. Check the permissions of its folder and try again.");
    case MULL_ERROR_CORRUPT:
      return _ ("The data file is damaged. Restore a backup, or keep the file for a repair.");
    case MULL_ERROR_CONSTRAINT:
      return _ ("The change contradicts what is stored, so nothing was saved.");
    case MULL_ERROR_IO:
      return _ ("Reading or writing the data failed. Check the disk, then start Mulligan again.");
    case MULL_ERROR_INVALID:
      return _ ("A text is too long to be stored. Shorten it and try again.");
    case MULL_ERROR_NO_MEMORY:
      return _ ("There is not enough memory, so the last change is not saved. Close other programs "
                "and try again.");
    case MULL_ERROR_NOT_FOUND:
    case MULL_ERROR_NEWER_FILE:
    case MULL_ERROR_QUIET:
    case MULL_ERROR_REASON:
    case MULL_ERROR_INTERNAL:
      break;
    }
  return _ ("Mulligan made a mistake, so the change could not be saved. Nothing else was lost.");
}

/**
 * mull_database_error_set:
 * @code: an extended result code of SQLite
 * @system_error: errno of the failed call, or 0
 * @detail: (nullable): SQLite's own words, for the log only
 */
void
mull_database_error_set (GError **error, int code, int system_error, const char *detail)
{
  MullError kind = mull_database_error_kind (code, system_error);

  g_debug ("SQLite failed with %d (errno %d): %s", code, system_error, detail);
  g_set_error_literal (error, MULL_ERROR, kind, sentence (kind));
}
