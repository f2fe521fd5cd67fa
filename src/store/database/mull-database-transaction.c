/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database-transaction"

#include "config.h"

#include "mull-database-private.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>

/* What begins, ends and completes the file as a whole. */

/**
 * mull_database_in_transaction:
 *
 * Returns: whether a transaction is open
 */
gboolean
mull_database_in_transaction (MullDatabase *self)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);

  if (G_UNLIKELY (g_atomic_pointer_get (&self->thread) != g_thread_self ()))
    mull_database_await (self);
  if (G_UNLIKELY (self->must_roll_back))
    mull_database_retry_rollback (self, NULL);
  return self->handle != NULL && !sqlite3_get_autocommit (self->handle);
}

static gboolean
run (MullDatabase *self, const char *sql, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (self, sql, error);

  return statement != NULL && mull_statement_run (statement, error);
}

/**
 * mull_database_begin:
 *
 * Begins a transaction that may write. Refused after a failed sync: the file must be opened anew.
 */
gboolean
mull_database_begin (MullDatabase *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (!mull_database_in_transaction (self), FALSE);

  if (self->sync_failed)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_IO,
                           _ ("The disk failed while saving, so Mulligan stopped writing. "
                              "Check the disk, then start Mulligan again."));
      return FALSE;
    }
  self->lacked_memory = FALSE;
  self->is_begun = run (self, "BEGIN IMMEDIATE", error);
  return self->is_begun;
}

/**
 * mull_database_begin_exclusive:
 * @error: return location
 *
 * As mull_database_begin(), for what changes the schema.
 */
gboolean
mull_database_begin_exclusive (MullDatabase *self, GError **error)
{
  self->is_begun = run (self, "BEGIN EXCLUSIVE", error);
  return self->is_begun;
}

/**
 * mull_database_is_adrift:
 *
 * SQLite takes a transaction back by itself after some failures, even one inside a statement that
 * then goes on as if nothing had been. What followed would be stored piece by piece.
 *
 * Returns: whether the transaction that was begun is no longer there
 */
gboolean
mull_database_is_adrift (MullDatabase *self)
{
  return self->is_begun && sqlite3_get_autocommit (self->handle);
}

/**
 * mull_database_note_lack:
 *
 * For want of memory a value was read as an empty one. What is made of it must not be stored.
 */
void
mull_database_note_lack (MullDatabase *self)
{
  self->lacked_memory = TRUE;
}

/**
 * mull_database_commit:
 *
 * Returns: %FALSE if nothing was saved; mull_database_rollback() is then due
 */
gboolean
mull_database_commit (MullDatabase *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);

  if (self->lacked_memory)
    return mull_database_fail (self, SQLITE_NOMEM, error);
  if (!run (self, "COMMIT", error))
    return FALSE;
  self->is_begun = FALSE;
  return TRUE;
}

/**
 * mull_database_rollback:
 *
 * Takes back everything since mull_database_begin(); does nothing outside a transaction.
 */
void
mull_database_rollback (MullDatabase *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MULL_IS_DATABASE (self));

  self->is_begun = FALSE;
  /* SQLite rolls back by itself after some failures. */
  if (!mull_database_in_transaction (self) || run (self, "ROLLBACK", &error))
    return;
  g_warning ("Rolling back: %s", error->message);
  self->must_roll_back = mull_database_in_transaction (self);
}

/**
 * mull_database_retry_rollback:
 * @error: return location
 *
 * Even to take something back memory is needed. Until there is some, nothing else may be done: it
 * would be done with what should be gone.
 */
gboolean
mull_database_retry_rollback (MullDatabase *self, GError **error)
{
  int code = sqlite3_get_autocommit (self->handle)
                 ? SQLITE_OK
                 : sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);

  self->must_roll_back = !sqlite3_get_autocommit (self->handle);
  return !self->must_roll_back || mull_database_fail (self, code, error);
}

static gboolean
set_foreign_keys (MullDatabase *self, gboolean on, GError **error)
{
  int now = -1;
  int code = sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, on, &now);

  if (code == SQLITE_OK && now == on)
    return TRUE;
  return mull_database_fail (self, code != SQLITE_OK ? code : SQLITE_MISUSE, error);
}

/**
 * mull_database_pause_foreign_keys:
 *
 * Switches the checks of references and their cascades off. Inside a transaction this would do
 * nothing.
 */
gboolean
mull_database_pause_foreign_keys (MullDatabase *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (!mull_database_in_transaction (self), FALSE);

  return set_foreign_keys (self, FALSE, error);
}

/**
 * mull_database_resume_foreign_keys:
 *
 * Switches the checks on again that mull_database_pause_foreign_keys() switched off.
 */
void
mull_database_resume_foreign_keys (MullDatabase *self)
{
  g_return_if_fail (MULL_IS_DATABASE (self));
  g_return_if_fail (!mull_database_in_transaction (self) || self->must_roll_back);

  /* Nothing may be written without them. */
  if (!set_foreign_keys (self, TRUE, NULL))
    g_error ("Foreign keys cannot be switched on");
}

/**
 * mull_database_checkpoint:
 *
 * Moves the log into the file and empties it, so that the file alone is complete.
 */
gboolean
mull_database_checkpoint (MullDatabase *self, GError **error)
{
  int code;

  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);

  if (!mull_database_check_usable (self, error))
    return FALSE;
  if (self->leaves_log)
    return TRUE;
  code = sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  return code == SQLITE_OK || mull_database_fail (self, code, error);
}
