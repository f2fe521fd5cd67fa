/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-backup"

#include "config.h"

#include "mull-backup.h"

#include "mull-backup-file.h"
#include "mull-database-private.h"
#include "mull-durable-file.h"
#include "mull-error.h"
#include "mull-page-guard.h"
#include "mull-store.h"
#include "mull-witness.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* So many pages take a fraction of a millisecond. */
#define PAGES_AT_ONCE 64
/* How long it is copied, microseconds, before it is looked whether to go on. */
#define SLICE (50 * G_TIME_SPAN_MILLISECOND)
/* How far a backup is when everything is copied; then it is checked. */
#define SHARE_OF_COPYING 0.3
/* What must be free beside twice the size of the database. */
#define SPARE_BYTES (8 * 1024 * 1024)

struct _MullBackup
{
  /* Owned */
  MullDatabase *db;
  char *path;
  char *temporary;
  MullWitness *witness;
  sqlite3 *target;
  sqlite3_backup *copy;
  MullBackupManifest *manifest;

  gboolean is_held;     /* the last step had to leave it at that */
  gboolean needs_check; /* a page is wrong, which may be a free one */
  gboolean is_lax; /* pages are copied whatever their sums are: those that are wrong are free */
};

static gboolean
check_space (MullDatabase *db, const char *folder, GError **error)
{
  gint64 n_pages = 0, page_size = 0;
  guint64 needed;
  struct statvfs info;

  if (!mull_database_query_int64 (db, "PRAGMA page_count", &n_pages, error) ||
      !mull_database_query_int64 (db, "PRAGMA page_size", &page_size, error))
    return FALSE;
  needed = 2 * (guint64) (n_pages * page_size) + SPARE_BYTES;
  if (statvfs (folder, &info) != 0 || (guint64) info.f_bavail * info.f_frsize >= needed)
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_NO_SPACE,
               /* Translators: a folder, and a size in megabytes */
               _ ("There is not enough space for a backup in “%s”. Free %d MB and try again."),
               folder, (int) (needed / 1000000 + 1));
  return FALSE;
}

/**
 * mull_backup_dup_mark:
 * @error: return location
 *
 * Returns: (transfer full): a text that is another one after every step, undone or not, or %NULL
 */
char *
mull_backup_dup_mark (MullDatabase *db, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db,
                                  "SELECT ifnull ((SELECT seq || '-' || at FROM undo_step ORDER BY "
                                  "seq DESC LIMIT 1), 'none') ||"
                                  "       '-' || (SELECT count(*) FROM undo_step WHERE undone = 1)",
                                  error);

  switch (statement != NULL ? mull_statement_step (statement, error) : MULL_STEP_ERROR)
    {
    case MULL_STEP_ROW:
      return mull_statement_dup_text (statement, 0);
    case MULL_STEP_DONE:
    case MULL_STEP_ERROR:
      break;
    }
  return NULL;
}

/* @code: what failed; a step of the copy tells only its caller */
static gboolean
set_target_error (MullBackup *self, int code, GError **error)
{
  int system_error = sqlite3_system_errno (self->target);

  if ((code & 0xff) == SQLITE_FULL)
    system_error = ENOSPC;
  else if ((code & 0xff) == SQLITE_NOMEM)
    system_error = ENOMEM;
  else if (system_error == 0 && (code & 0xff) == SQLITE_IOERR)
    system_error = EIO;
  return mull_backup_file_set_error (self->path, system_error, error);
}

/* Nothing of the copy counts until it is complete, so it needs neither a journal nor syncs. */
static gboolean
open_target (MullBackup *self, GError **error)
{
  if (sqlite3_open_v2 (self->temporary, &self->target,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
                           SQLITE_OPEN_NOMUTEX,
                       mull_witness_get_vfs ()) != SQLITE_OK ||
      sqlite3_exec (self->target,
                    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF;"
                    "PRAGMA synchronous = OFF",
                    NULL, NULL, NULL) != SQLITE_OK ||
      !mull_witness_attach (self->witness, self->target))
    return set_target_error (self, sqlite3_errcode (self->target), error);
  mull_page_guard_follow (self->target, mull_database_get_handle (self->db));
  self->copy =
      sqlite3_backup_init (self->target, "main", mull_database_get_handle (self->db), "main");
  if (self->copy == NULL)
    return set_target_error (self, sqlite3_errcode (self->target), error);
  self->db->n_copies++;
  return TRUE;
}

static gboolean
begin_copy (MullBackup *self, GError **error)
{
  mull_backup_file_discard (self->temporary);
  g_clear_pointer (&self->witness, mull_witness_free);
  self->witness = mull_witness_new ();
  return mull_database_create_file (self->temporary, error) && open_target (self, error);
}

/* SQLite keeps files beside the database that need not be there at the moment. */
static gboolean
is_of_database (MullDatabase *db, const char *folder, const char *name)
{
  g_autofree char *live = g_path_get_basename (mull_database_get_path (db));
  g_autofree char *live_folder = g_path_get_dirname (mull_database_get_path (db));
  struct stat here, there;

  return g_str_has_prefix (name, live) && g_stat (folder, &here) == 0 &&
         g_stat (live_folder, &there) == 0 && here.st_dev == there.st_dev &&
         here.st_ino == there.st_ino;
}

/* Above all not the database itself, under whatever name. */
static gboolean
check_target (MullDatabase *db, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!mull_backup_file_check_free (path, error))
    return FALSE;
  if (!is_of_database (db, folder, name))
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("“%s” belongs to the data file itself. Choose another name for the backup."),
               path);
  return FALSE;
}

/**
 * mull_backup_new:
 * @db: the database, which must stay open until the copy is done
 * @folder: where backups are; made if it is missing
 * @name: file name, which nothing has yet
 * @reason: what it is made for
 * @at: microseconds UTC
 * @error: return location
 *
 * Returns: (transfer full): a backup of which nothing is copied yet, or %NULL
 */
MullBackup *
mull_backup_new (MullDatabase *db,
                 const char *folder,
                 const char *name,
                 MullBackupReason reason,
                 gint64 at,
                 GError **error)
{
  g_autoptr (MullBackup) self = NULL;
  int code;

  g_return_val_if_fail (MULL_IS_DATABASE (db), NULL);

  if (!check_target (db, folder, name, error))
    return NULL;
  code = mull_durable_file_make_folder (folder);
  if (code != 0)
    {
      mull_backup_file_set_error (folder, code, error);
      return NULL;
    }
  if (!mull_database_check_usable (db, error) || !check_space (db, folder, error))
    return NULL;
  self = g_new0 (MullBackup, 1);
  self->db = g_object_ref (db);
  self->path = g_build_filename (folder, name, NULL);
  self->temporary =
      g_strdup_printf ("%s/" MULL_BACKUP_TEMPORARY "%d-%s", folder, (int) getpid (), name);
  self->manifest = mull_backup_manifest_new (self->path);
  self->manifest->reason = reason;
  self->manifest->at = at;
  g_free (self->manifest->mark);
  self->manifest->mark = mull_backup_dup_mark (db, error);
  if (self->manifest->mark == NULL)
    return NULL;
  if (!begin_copy (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
close_target (MullBackup *self)
{
  if (self->copy != NULL)
    {
      sqlite3_backup_finish (self->copy);
      self->db->n_copies--;
    }
  self->copy = NULL;
  if (self->target != NULL && sqlite3_close (self->target) != SQLITE_OK)
    g_critical ("A copy could not be closed");
  self->target = NULL;
}

/**
 * mull_backup_free:
 * @self: (transfer full): a backup, complete or not
 */
void
mull_backup_free (MullBackup *self)
{
  close_target (self);
  if (self->temporary != NULL)
    mull_backup_file_discard (self->temporary);
  g_clear_object (&self->db);
  g_clear_pointer (&self->witness, mull_witness_free);
  g_clear_pointer (&self->manifest, mull_backup_manifest_free);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

/* The mark is taken at the end: everything up to here is in the copy. */
static gboolean
end_copy (MullBackup *self, GError **error)
{
  char *mark = mull_backup_dup_mark (self->db, error);

  close_target (self);
  g_clear_object (&self->db);
  if (mark == NULL)
    return FALSE;
  g_free (self->manifest->mark);
  self->manifest->mark = mark;
  return TRUE;
}

/* Reads by others between two parts are guarded as ever. */
static int
copy_pages (MullBackup *self)
{
  MullPageGuard *guard = mull_page_guard_get (mull_database_get_handle (self->db));
  MullPageGuardMode mode;
  int code;

  if (!self->is_lax || guard == NULL)
    return sqlite3_backup_step (self->copy, PAGES_AT_ONCE);
  mode = guard->mode;
  guard->mode = MULL_PAGE_GUARD_PASS;
  code = sqlite3_backup_step (self->copy, PAGES_AT_ONCE);
  guard->mode = mode;
  return code;
}

/* A copy reads free pages as well, and a check does not. Where the check passes, whatever is wrong
 * is of no use to anybody, and must not stand in the way of every backup; the copy has sums of its
 * own. */
static gboolean
begin_again (MullBackup *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (mull_database_check (self->db, &cause))
    {
      close_target (self);
      mull_backup_set_checked (self);
      return begin_copy (self, error);
    }
  if (g_error_matches (cause, MULL_ERROR, MULL_ERROR_CORRUPT))
    return mull_database_fail (self->db, SQLITE_CORRUPT, error);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * mull_backup_needs_check:
 *
 * What is wrong may be a page that nobody has. A check of everything tells, which takes long.
 *
 * Returns: whether nothing more is copied, and it has to be begun anew after a check
 */
gboolean
mull_backup_needs_check (MullBackup *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->needs_check;
}

/**
 * mull_backup_set_checked:
 * @self: a backup of which nothing is copied yet
 *
 * The database passed mull_database_check() just before: pages whose sum is wrong are free, and are
 * copied as they are, with a sum.
 */
void
mull_backup_set_checked (MullBackup *self)
{
  g_return_if_fail (self != NULL);

  g_info ("A free page is not what was written");
  self->needs_check = FALSE;
  self->is_lax = TRUE;
}

/**
 * mull_backup_step:
 * @microseconds: for about how long
 * @done: (out): whether everything is copied; the database is no longer needed then
 * @error: return location
 *
 * Copies a part. While a transaction is open, nothing is copied, nor is anything once
 * mull_backup_needs_check().
 *
 * Returns: %FALSE if the copy cannot be finished
 */
gboolean
mull_backup_step (MullBackup *self, gint64 microseconds, gboolean *done, GError **error)
{
  gint64 end = g_get_monotonic_time () + microseconds;
  int code;

  g_return_val_if_fail (self != NULL && self->copy != NULL, FALSE);

  *done = FALSE;
  if (self->needs_check)
    return TRUE;
  do
    code = copy_pages (self);
  while (code == SQLITE_OK && g_get_monotonic_time () < end);
  self->is_held = (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED;
  if (code == SQLITE_DONE)
    {
      *done = TRUE;
      return end_copy (self, error);
    }
  if (code == SQLITE_OK || self->is_held)
    return TRUE;
  if ((code & 0xff) == SQLITE_CORRUPT && !self->is_lax)
    return self->needs_check = TRUE;
  if ((code & 0xff) == SQLITE_CORRUPT || code == SQLITE_IOERR_READ ||
      code == SQLITE_IOERR_SHORT_READ)
    return mull_database_fail (self->db, code, error);
  return set_target_error (self, code, error);
}

static void
tell_progress (MullBackup *self)
{
  int n_left = sqlite3_backup_remaining (self->copy);
  int n_pages = sqlite3_backup_pagecount (self->copy);

  if (n_pages > 0)
    mull_database_set_progress (self->db, SHARE_OF_COPYING * (n_pages - n_left) / n_pages);
}

/**
 * mull_backup_run:
 * @error: return location
 *
 * Copies all the rest at once. Whoever waits for it keeps the one from going on who holds the
 * database, so that is not waited for.
 *
 * Returns: %FALSE, with %MULL_ERROR_BUSY if something else is being done with the database
 */
gboolean
mull_backup_run (MullBackup *self, GError **error)
{
  gboolean done = FALSE;

  while (!done)
    {
      if (!mull_database_check_stop (self->db, error) ||
          !mull_backup_step (self, SLICE, &done, error) ||
          (self->needs_check && !begin_again (self, error)))
        return FALSE;
      if (!done)
        tell_progress (self);
      if (self->is_held)
        {
          g_set_error_literal (error, MULL_ERROR, MULL_ERROR_BUSY,
                               _ ("No backup can be made while the data is being changed. Try "
                                  "again in a moment."));
          return FALSE;
        }
    }
  return TRUE;
}

/* ── Completing ───────────────────────────────────────────────────────── */

/* The live file is in the mode with a log beside it; a backup is one file. */
static gboolean
make_plain (MullBackup *self, GError **error)
{
  gboolean good =
      sqlite3_open_v2 (self->temporary, &self->target,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
                           SQLITE_OPEN_NOMUTEX,
                       NULL) == SQLITE_OK &&
      sqlite3_exec (self->target, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE",
                    NULL, NULL, NULL) == SQLITE_OK;

  if (!good)
    set_target_error (self, sqlite3_errcode (self->target), error);
  close_target (self);
  return good;
}

/* Only a database of our version may be opened with the rights that a look at its indexes needs:
 * an older one would be brought to our version. */
static gboolean
check (MullBackup *self, GError **error)
{
  g_autoptr (MullDatabase) look = mull_database_open (self->temporary, MULL_DATABASE_LOOK, error);
  g_autoptr (MullDatabase) copy = NULL;

  if (look == NULL)
    return FALSE;
  if (mull_database_get_version (look) != MULL_STORE_VERSION)
    return mull_database_check (look, error);
  if (!mull_database_close (look, error))
    return FALSE;
  copy = mull_database_open (self->temporary, MULL_DATABASE_COPY, error);
  return copy != NULL && mull_database_check (copy, error) && mull_database_close (copy, error);
}

static gboolean
describe (MullBackup *self, GError **error)
{
  g_autoptr (MullDatabase) look = mull_database_open (self->temporary, MULL_DATABASE_LOOK, error);
  MullBackupManifest *manifest = self->manifest;

  if (look == NULL)
    return FALSE;
  g_free (manifest->program);
  manifest->program = g_strdup (MULL_VERSION);
  manifest->version = mull_database_get_version (look);
  g_free (manifest->digests);
  manifest->digests = mull_database_digest (look, error);
  return manifest->digests != NULL &&
         mull_database_query_int64 (look, "SELECT count(*) FROM deal WHERE trashed_at IS NULL",
                                    &manifest->n_deals, error) &&
         mull_database_query_int64 (look, "SELECT count(*) FROM person WHERE trashed_at IS NULL",
                                    &manifest->n_contacts, error) &&
         mull_database_query_int64 (look, "SELECT max (happened_at) FROM entry",
                                    &manifest->last_activity, error);
}

static gboolean
verify (MullBackup *self, GError **error)
{
  MullBackupManifest *manifest = self->manifest;

  if (!mull_backup_file_sync (self->temporary, error) ||
      !mull_witness_confirm (self->witness, self->temporary, error) || !make_plain (self, error) ||
      !check (self, error) || !mull_backup_file_sync (self->temporary, error) ||
      !describe (self, error))
    return FALSE;
  g_free (manifest->sha256);
  manifest->sha256 = mull_backup_file_hash (self->temporary, &manifest->size, error);
  manifest->checked_at = manifest->at;
  manifest->is_good = manifest->sha256 != NULL;
  return manifest->is_good;
}

/**
 * mull_backup_complete:
 * @self: a backup of which everything is copied
 * @error: return location
 *
 * Has the copy written to the disk, compares it with what the database gave, checks it as a
 * database, and only then gives it its name: whatever is called a backup was a good one.
 *
 * Returns: (transfer full): what is in it, or %NULL if there is no backup
 */
MullBackupManifest *
mull_backup_complete (MullBackup *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->db == NULL && self->manifest != NULL, NULL);

  if (!verify (self, error) || !mull_backup_file_check_free (self->path, error) ||
      !mull_backup_file_publish (self->temporary, self->path, error) ||
      !mull_backup_manifest_save (self->manifest, error))
    return NULL;
  return g_steal_pointer (&self->manifest);
}

/**
 * mull_backup_make:
 * @db: the database, outside a transaction
 * @folder: where backups are; made if it is missing
 * @name: file name, which nothing has yet
 * @reason: what it is made for
 * @at: microseconds UTC
 * @error: return location
 *
 * Makes a backup in one go.
 *
 * Returns: (transfer full): what is in it, or %NULL if there is no backup
 */
MullBackupManifest *
mull_backup_make (MullDatabase *db,
                  const char *folder,
                  const char *name,
                  MullBackupReason reason,
                  gint64 at,
                  GError **error)
{
  g_autoptr (MullBackup) self = NULL;

  g_return_val_if_fail (MULL_IS_DATABASE (db), NULL);
  g_return_val_if_fail (!mull_database_in_transaction (db), NULL);

  self = mull_backup_new (db, folder, name, reason, at, error);
  if (self == NULL || !mull_backup_run (self, error))
    return NULL;
  return mull_backup_complete (self, error);
}
