/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-page-conversion"

#include "config.h"

#include "mull-page-conversion.h"

#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-database-private.h"
#include "mull-restore.h"

/* It takes about a second. */
#define SMALL (8 * 1024 * 1024)

/**
 * mull_page_conversion_copy:
 * @backup: of a file without sums
 * @folder: where backups are
 * @cancellable: (nullable): when nobody wants it any more
 * @error: return location
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the same with sums, with all that is derived and all that
 * can be undone, and verified
 */
MullRestoreCopy *
mull_page_conversion_copy (const MullBackupManifest *backup,
                           const char *folder,
                           GCancellable *cancellable,
                           GError **error)
{
  const MullRestoreSource source = {
    .path = backup->path, .folder = folder, .with_steps = TRUE, .cancellable = cancellable
  };
  g_autoptr (MullRestoreCopy) copy = mull_restore_copy_new (&source, error);

  if (copy == NULL || g_str_equal (copy->digests, backup->digests))
    return g_steal_pointer (&copy);
  mull_backup_file_set_changed_error (backup->path, error);
  return NULL;
}

static gboolean
replace (MullDatabase *db, const MullBackupManifest *backup, const char *folder, GError **error)
{
  g_autoptr (MullRestoreCopy) copy = mull_page_conversion_copy (backup, folder, NULL, error);

  return copy != NULL && mull_restore_run (db, copy, error);
}

static gboolean
convert (MullDatabase *db, GError **error)
{
  g_autofree char *data_folder = g_path_get_dirname (mull_database_get_path (db));
  g_autofree char *folder = g_build_filename (data_folder, "backups", NULL);
  gint64 now = g_get_real_time ();
  g_autofree char *name = mull_backup_file_dup_name (folder, MULL_BACKUP_UPDATE, now);
  g_autoptr (MullBackupManifest) backup =
      mull_backup_make (db, folder, name, MULL_BACKUP_UPDATE, now, error);

  if (backup == NULL)
    return FALSE;
  if (replace (db, backup, folder, error))
    return TRUE;
  /* Nothing changed, and with each further try there would be one more. */
  if (mull_database_check_usable (db, NULL))
    mull_backup_file_remove (backup->path, NULL);
  return FALSE;
}

static gboolean
is_small (MullDatabase *db)
{
  gint64 n_pages = 0, page_size = 0;

  return mull_database_query_int64 (db, "PRAGMA page_count", &n_pages, NULL) &&
         mull_database_query_int64 (db, "PRAGMA page_size", &page_size, NULL) &&
         n_pages * page_size <= SMALL;
}

/**
 * mull_page_conversion_run:
 * @db: the live database, outside a transaction
 * @error: return location
 *
 * Restores a backup of what is there, made a moment before, as a backup is restored: with sums, and
 * in one transaction. Nothing is done to a file that has sums, nor to a large one, which takes
 * long. Where it cannot be done, because the disk is full or the folder of the backups cannot be
 * written, the file stays without sums, and the next start tries again.
 *
 * Returns: %FALSE if the file is damaged, or if nobody knows whether it was written
 */
gboolean
mull_page_conversion_run (MullDatabase *db, GError **error)
{
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (MULL_IS_DATABASE (db), FALSE);

  if (mull_database_has_sums (db) || !is_small (db) || convert (db, &cause))
    return TRUE;
  g_info ("%s stays without sums: %s", mull_database_get_path (db), cause->message);
  if (!mull_database_check_usable (db, error))
    return FALSE;
  if (!g_error_matches (cause, MULL_ERROR, MULL_ERROR_CORRUPT) || mull_database_check (db, error))
    return TRUE;
  mull_database_leave_log (db);
  return FALSE;
}
