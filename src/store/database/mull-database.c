/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database"

#include "config.h"

#include "mull-database.h"

#include "mull-card-triggers.h"
#include "mull-database-error.h"
#include "mull-database-header.h"
#include "mull-database-private.h"
#include "mull-durable-file.h"
#include "mull-error.h"
#include "mull-migrator.h"
#include "mull-page-guard.h"
#include "mull-schema-check.h"
#include "mull-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <string.h>
#include <unistd.h>

G_DEFINE_FINAL_TYPE (MullDatabase, mull_database, G_TYPE_OBJECT)

static int n_opened = 0;

/**
 * mull_database_count_opened:
 *
 * Returns: how many database files this process has opened so far
 */
guint
mull_database_count_opened (void)
{
  return g_atomic_int_get (&n_opened);
}

/**
 * mull_database_fail:
 *
 * Sets @error by the kind of @code and remembers a failed sync. Returns: %FALSE
 */
gboolean
mull_database_fail (MullDatabase *self, int code, GError **error)
{
  int system_error = 0;

  /* errno of an earlier failure would be misread as that of this one. */
  if ((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_FULL ||
      (code & 0xff) == SQLITE_CANTOPEN)
    system_error = sqlite3_system_errno (self->handle);
  if (mull_database_error_is_sync (code))
    mull_database_note_failed_sync (self);
  mull_database_note_trouble (self, code, system_error);
  mull_database_error_set (error, code, system_error, sqlite3_errmsg (self->handle));
  return FALSE;
}

static void
set_create_error (const char *path, int code, GError **error)
{
  gboolean is_full = code == ENOSPC || code == EDQUOT;

  g_set_error (
      error, MULL_ERROR,
      is_full       ? MULL_ERROR_NO_SPACE
      : code == EIO ? MULL_ERROR_IO
                    : MULL_ERROR_READ_ONLY,
      is_full ? _ ("“%s” cannot be made because the disk is full. Free some space and try again.")
              : _ ("“%s” cannot be made. Check the permissions of its folder and try again."),
      path);
}

/**
 * mull_database_create_file:
 * @path: a file that does not exist yet
 * @error: return location
 *
 * Makes an empty file that only the user can read.
 */
gboolean
mull_database_create_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      set_create_error (path, errno, error);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

/* SQLite refuses a symbolic link anywhere in the path, but people do link their folders. */
static char *
resolve (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = realpath (folder, NULL);
  char *resolved = real != NULL ? g_build_filename (real, name, NULL) : g_strdup (path);

  free (real);
  return resolved;
}

/* What is damaged is not read and written again as if it were good; copies are checked, and looked
 * at for what is left in them. */
static void
guard_pages (MullDatabase *self)
{
  MullPageGuard *guard = mull_page_guard_get (self->handle);

  if (self->mode != MULL_DATABASE_LOOK)
    mull_page_guard_reserve (self->handle);
  if (self->mode == MULL_DATABASE_LIVE && guard != NULL)
    guard->mode = MULL_PAGE_GUARD_REFUSE;
}

static gboolean
open_handle (MullDatabase *self, GError **error)
{
  int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
  g_autofree char *name = NULL;
  int code;

  if (self->mode == MULL_DATABASE_LOOK)
    {
      /* Immutable: a look leaves no lock, log or other trace. */
      g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);

      name = g_strconcat (uri, "?immutable=1", NULL);
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
  else
    {
      /* What a copy is written to is named by a URI, which the path of none is. */
      name = g_strdup (self->path);
      flags |= SQLITE_OPEN_READWRITE | (self->mode == MULL_DATABASE_COPY ? SQLITE_OPEN_URI : 0);
    }

  g_atomic_int_inc (&n_opened);
  code = sqlite3_open_v2 (name, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    return mull_database_fail (self, code, error);
  /* Until the file is known to be ours, closing it must not move its log into it. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  guard_pages (self);
  return TRUE;
}

/* SQLite takes its pages for larger than they are then, so nothing may be read from it. */
static gboolean
is_denied (MullDatabase *self)
{
  const MullPageGuard *guard = mull_page_guard_get (self->handle);

  return guard != NULL && guard->is_denied;
}

static gboolean
check_identity (MullDatabase *self, gboolean *fresh, GError **error)
{
  gint64 application_id = 0, version = 0, n_objects = 0;

  if (!mull_database_query_int64 (self, "PRAGMA user_version", &version, error) ||
      !mull_database_query_int64 (self, "PRAGMA application_id", &application_id, error) ||
      !mull_database_query_int64 (self, "SELECT count(*) FROM sqlite_schema", &n_objects, error))
    return FALSE;
  *fresh = application_id == 0 && version == 0 && n_objects == 0;
  self->version = version;
  if (*fresh && self->mode != MULL_DATABASE_LOOK)
    return TRUE;
  if (application_id != MULL_STORE_APPLICATION_ID || version <= 0)
    {
      mull_database_header_set_foreign_error (self->path, error);
      return FALSE;
    }
  if (version > MULL_STORE_VERSION)
    {
      mull_database_header_set_newer_error (self->path, error);
      return FALSE;
    }
  if (is_denied (self))
    return mull_database_set_damaged (self, "it denies its sums", error);
  return mull_schema_check (self, version, error) &&
         (!is_denied (self) || mull_database_set_damaged (self, "it denies its sums", error));
}

/* The program did not come to its end, or something else was at the file: before anything is made
 * of it, all of it is looked at. */
static gboolean
check_after_accident (MullDatabase *self, const MullDatabaseHeader *header, GError **error)
{
  return self->mode != MULL_DATABASE_LIVE || (!header->log_pending && !header->is_suspicious) ||
         mull_database_check (self, error);
}

static gboolean
start (MullDatabase *self, const MullDatabaseHeader *header, GError **error)
{
  gboolean fresh = FALSE;

  if (!open_handle (self, error) || !mull_database_harden (self, error))
    return FALSE;
  if (self->mode == MULL_DATABASE_LIVE &&
      !mull_database_exec (self, "PRAGMA locking_mode = EXCLUSIVE", error))
    return FALSE;
  if (!check_identity (self, &fresh, error))
    {
      /* Nothing is in the log, so closing only takes the empty file away again. */
      if (!header->log_pending)
        mull_database_take_log (self);
      return FALSE;
    }
  if (!fresh && !check_after_accident (self, header, error))
    return FALSE;
  mull_database_take_log (self);
  if (!mull_database_configure (self, error))
    return FALSE;
  if (self->mode == MULL_DATABASE_LOOK)
    return TRUE;
  if (!mull_migrator_run (self, fresh, error))
    return FALSE;
  return mull_card_triggers_create (self, error);
}

/* Other files get their name for good when they are complete. */
static gboolean
create (MullDatabase *self, GError **error)
{
  int code;

  if (!mull_database_create_file (self->path, error))
    return FALSE;
  code = self->mode == MULL_DATABASE_LIVE ? mull_durable_file_sync_name (self->path) : 0;
  if (code == 0)
    return TRUE;
  set_create_error (self->path, code, error);
  g_unlink (self->path);
  return FALSE;
}

/* A file that is as good as none, for SQLite too. What else lies beside it is of the same moment.
 */
static gboolean
cut_off (MullDatabase *self, GError **error)
{
  if (truncate (self->path, 0) == 0)
    return TRUE;
  set_create_error (self->path, errno, error);
  return FALSE;
}

/**
 * mull_database_open:
 * @path: the file; made if it is missing, except for a look
 * @mode: what is done with it
 * @error: return location
 *
 * Opens a database file, checks that it is ours and, unless for a look, brings it to our version.
 * The live file must be protected by a #MullLock first.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set to a sentence that names @path
 */
MullDatabase *
mull_database_open (const char *path, MullDatabaseMode mode, GError **error)
{
  g_autoptr (MullDatabase) self = NULL;
  g_autoptr (GError) local_error = NULL;
  MullDatabaseHeader header;

  g_return_val_if_fail (path != NULL, NULL);

  mull_store_init ();
  self = g_object_new (MULL_TYPE_DATABASE, NULL);
  self->path = resolve (path);
  self->mode = mode;
  if (!mull_database_header_read (self->path, &header, error))
    return NULL;
  if (!header.exists && mode == MULL_DATABASE_LOOK)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                   _ ("“%s” does not exist. Choose another file."), self->path);
      return NULL;
    }
  if (header.is_torn && mode != MULL_DATABASE_LIVE)
    {
      mull_database_header_set_foreign_error (self->path, error);
      return NULL;
    }
  if (header.is_torn ? !cut_off (self, error) : !header.exists && !create (self, error))
    return NULL;
  if (!start (self, &header, &local_error))
    {
      if (strstr (local_error->message, self->path) == NULL)
        /* Translators: followed by a sentence that says why */
        g_prefix_error (&local_error, _ ("“%s” could not be opened. "), self->path);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

static int
close_handle (MullDatabase *self)
{
  int code;

  g_hash_table_remove_all (self->by_address);
  g_hash_table_remove_all (self->by_text);
  code = sqlite3_close (self->handle);
  if (code == SQLITE_OK)
    self->handle = NULL;
  return code;
}

/**
 * mull_database_close:
 * @error: return location
 *
 * Moves the log into the file and closes it. Every statement must have been let go of.
 *
 * Returns: %FALSE if something could not be written; the connection is closed all the same
 */
gboolean
mull_database_close (MullDatabase *self, GError **error)
{
  gboolean good = TRUE;

  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);

  if (self->handle == NULL)
    return TRUE;
  if (self->n_extra > 0)
    g_critical ("%u statements are still in use", self->n_extra);
  mull_database_rollback (self);
  if (self->mode == MULL_DATABASE_LIVE && !self->sync_failed && !self->leaves_log)
    good = mull_database_checkpoint (self, error);
  if (close_handle (self) != SQLITE_OK)
    g_critical ("%s could not be closed", self->path);
  return good;
}

static void
mull_database_dispose (GObject *object)
{
  MullDatabase *self = MULL_DATABASE (object);

  if (self->handle != NULL)
    close_handle (self);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mull_database_parent_class)->dispose (object);
}

static void
mull_database_finalize (GObject *object)
{
  MullDatabase *self = MULL_DATABASE (object);

  g_hash_table_unref (self->by_address);
  g_hash_table_unref (self->by_text);
  g_mutex_clear (&self->loan_mutex);
  g_cond_clear (&self->loan_cond);
  g_free (self->path);

  G_OBJECT_CLASS (mull_database_parent_class)->finalize (object);
}

static void
mull_database_class_init (MullDatabaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mull_database_dispose;
  object_class->finalize = mull_database_finalize;
}

static void
mull_database_init (MullDatabase *self)
{
  self->by_address = g_hash_table_new (NULL, NULL);
  self->by_text =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) mull_statement_free);
  self->thread = self->home = g_thread_self ();
  self->to = 1;
  g_mutex_init (&self->loan_mutex);
  g_cond_init (&self->loan_cond);
  self->check_plans = g_getenv ("MULLIGAN_CHECK_PLANS") != NULL;
}

/**
 * mull_database_get_handle:
 *
 * Returns: (transfer none) (nullable): SQLite's connection; %NULL when closed
 */
sqlite3 *
mull_database_get_handle (MullDatabase *self)
{
  return self->handle;
}

/**
 * mull_database_get_mode:
 *
 * Returns: what the database was opened for
 */
MullDatabaseMode
mull_database_get_mode (MullDatabase *self)
{
  return self->mode;
}

/**
 * mull_database_count_changes:
 *
 * Returns: a number that is larger after any change of any row, taken back or not
 */
gint64
mull_database_count_changes (MullDatabase *self)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), 0);

  if (G_UNLIKELY (g_atomic_pointer_get (&self->thread) != g_thread_self ()))
    mull_database_await (self);
  return self->n_replaced + sqlite3_total_changes64 (self->handle);
}

/**
 * mull_database_get_path:
 *
 * Returns: (transfer none): the file, with symbolic links of its folder resolved
 */
const char *
mull_database_get_path (MullDatabase *self)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), NULL);

  return self->path;
}

/**
 * mull_database_get_version:
 *
 * Returns: the schema version of the file
 */
int
mull_database_get_version (MullDatabase *self)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), 0);

  return self->version;
}

/**
 * mull_database_set_version:
 *
 * Notes the version after a migration.
 */
void
mull_database_set_version (MullDatabase *self, int version)
{
  self->version = version;
}

/**
 * mull_database_release_memory:
 *
 * Gives back the pages that a long read has filled the cache with, and has the C library give back
 * what it kept of them and of everything else that was needed once. Does nothing while another
 * thread has the connection.
 */
void
mull_database_release_memory (MullDatabase *self)
{
  g_return_if_fail (MULL_IS_DATABASE (self));

  if (g_atomic_pointer_get (&self->thread) != g_thread_self () || self->handle == NULL)
    return;
  sqlite3_db_release_memory (self->handle);
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
