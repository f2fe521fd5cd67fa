/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database-trouble"

#include "config.h"

#include "mull-database-error.h"
#include "mull-database-private.h"
#include "mull-page-guard.h"

/* What a caller gets as an error may concern everybody: it is told to one listener, too, from the
 * main loop, whichever thread and however deep it happened in. */

#define NOTHING (-1)

/**
 * mull_database_set_trouble_func:
 * @func: (nullable) (scope forever): told of %MULL_ERROR_CORRUPT, %MULL_ERROR_NO_SPACE, and with
 *   %MULL_ERROR_IO of a sync that failed
 * @user_data: for @func
 *
 * Only for the live file, on the thread of the main loop.
 */
void
mull_database_set_trouble_func (MullDatabase *self,
                                MullDatabaseTroubleFunc func,
                                gpointer user_data)
{
  g_return_if_fail (MULL_IS_DATABASE (self));

  self->trouble_func = func;
  self->trouble_data = user_data;
  g_atomic_int_set (&self->trouble, NOTHING);
}

static gboolean
on_tell_cb (gpointer user_data)
{
  MullDatabase *self = user_data;
  int kind = g_atomic_int_get (&self->trouble);

  g_atomic_int_set (&self->trouble, NOTHING);
  if (self->trouble_func != NULL && kind != NOTHING)
    self->trouble_func ((MullError) kind, self->trouble_data);
  return G_SOURCE_REMOVE;
}

/**
 * mull_database_note_trouble:
 * @code: an extended result code of SQLite
 * @system_error: errno of the failed call, or 0
 *
 * Has the listener told, unless it is about to be already.
 */
void
mull_database_note_trouble (MullDatabase *self, int code, int system_error)
{
  MullError kind = mull_database_error_kind (code, system_error);

  if (self->trouble_func == NULL || (kind != MULL_ERROR_CORRUPT && kind != MULL_ERROR_NO_SPACE &&
                                     !mull_database_error_is_sync (code)))
    return;
  if (g_atomic_int_compare_and_exchange (&self->trouble, NOTHING, (int) kind))
    g_idle_add_full (G_PRIORITY_DEFAULT, on_tell_cb, g_object_ref (self), g_object_unref);
}

/**
 * mull_database_leave_log:
 *
 * From now on the log stays what it is, when the file is closed as well: what is damaged is not
 * made worse by it, and is read as far as it can be.
 */
void
mull_database_leave_log (MullDatabase *self)
{
  MullPageGuard *guard;

  g_return_if_fail (MULL_IS_DATABASE (self));

  self->leaves_log = TRUE;
  if (self->handle == NULL)
    return;
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  guard = mull_page_guard_get (self->handle);
  if (guard != NULL)
    guard->mode = MULL_PAGE_GUARD_PASS;
}

/**
 * mull_database_note_failed_sync:
 *
 * Nobody knows what of the log is on the disk, and the next sync may be told to be good although it
 * is not. So the file stays what it is, and the log beside it, until both are read again.
 */
void
mull_database_note_failed_sync (MullDatabase *self)
{
  self->sync_failed = TRUE;
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

/**
 * mull_database_take_log:
 *
 * The file is known to be ours, and its log as well.
 */
void
mull_database_take_log (MullDatabase *self)
{
  if (!self->sync_failed && !self->leaves_log)
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
}
