/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-backup"

#include "config.h"

#include "mull-archive-backup.h"

#include "mull-archive-reader.h"
#include "mull-archive-shelf.h"
#include "mull-archive-writer.h"
#include "mull-error.h"
#include "mull-exchange.h"

#include <glib/gi18n-lib.h>

static gboolean
read_back (MullDatabase *db, const char *path, guint n_rows, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (MullContentMerge) merge = file != NULL ? mull_content_merge_new (db, error) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MullArchiveReader) reader = NULL;
  guint n_read = 0;

  if (merge == NULL)
    return FALSE;
  bytes = g_mapped_file_get_bytes (file);
  reader = mull_archive_reader_new (bytes, path, merge, NULL, error);
  if (reader == NULL)
    return FALSE;
  while (mull_archive_reader_next (reader))
    n_read++;
  if (!mull_archive_reader_finish (reader, error))
    return FALSE;
  if (n_read == n_rows)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CORRUPT,
                       _ ("The archive beside the backup does not hold everything. Check the disk, "
                          "and make a backup again."));
  return FALSE;
}

/**
 * mull_archive_backup_write:
 * @db: what to write
 * @path: where to
 * @error: return location
 *
 * Writes an archive. The attached files are where those of all backups are, so they are not in it.
 *
 * Returns: %FALSE if it could not be written, or not be read again
 */
gboolean
mull_archive_backup_write (MullDatabase *db, const char *path, GError **error)
{
  MullArchiveTally tally;

  return mull_archive_write_file (db, NULL, path, NULL, NULL, NULL, &tally, error) &&
         read_back (db, path, tally.n_rows, error);
}

/**
 * mull_archive_backup_install:
 *
 * Has archives made beside the backups of the database.
 */
void
mull_archive_backup_install (void)
{
  mull_exchange_init ();
  mull_archive_shelf_set_archiver (mull_archive_backup_write);
}
