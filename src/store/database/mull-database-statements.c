/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database-statements"

#include "config.h"

#include "mull-database-plan.h"
#include "mull-database-private.h"
#include "mull-error.h"

#include <glib/gi18n-lib.h>

/* What is asked of the database, statement by statement; the statements are kept. */

static void
set_closed_error (GError **error)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INTERNAL,
                       _ ("The data is closed. Start Mulligan again."));
}

static MullStatement *
prepare_new (MullDatabase *self, const char *sql, gboolean cached, gboolean scan, GError **error)
{
  sqlite3_stmt *handle = NULL;
  MullStatement *statement;
  int code = sqlite3_prepare_v3 (self->handle, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0,
                                 &handle, NULL);

  if (code != SQLITE_OK || handle == NULL)
    {
      /* A damaged schema is no mistake of ours. */
      if ((code & 0xff) == SQLITE_ERROR || code == SQLITE_OK)
        g_critical ("“%s”: %s", sql, sqlite3_errmsg (self->handle));
      mull_database_fail (self, code != SQLITE_OK ? code : SQLITE_MISUSE, error);
      return NULL;
    }
  if (G_UNLIKELY (self->check_plans) && !scan)
    mull_database_plan_check (self, sql);
  statement = mull_statement_new (self, handle, cached);
  mull_statement_take (statement);
  if (!cached)
    self->n_extra++;
  return statement;
}

static MullStatement *
prepare_cached (MullDatabase *self, const char *sql, gboolean scan, GError **error)
{
  MullStatement *statement = g_hash_table_lookup (self->by_text, sql);

  if (statement == NULL)
    {
      statement = prepare_new (self, sql, TRUE, scan, error);
      if (statement != NULL)
        g_hash_table_insert (self->by_text, g_strdup (sql), statement);
      return statement;
    }
  /* In use further up the stack: this caller gets one of its own. */
  if (!mull_statement_take (statement))
    return prepare_new (self, sql, FALSE, TRUE, error);
  return statement;
}

/**
 * mull_database_check_usable:
 * @error: return location
 *
 * Waits for the connection if it is lent.
 *
 * Returns: %FALSE if the database is closed, or still has to take something back
 */
gboolean
mull_database_check_usable (MullDatabase *self, GError **error)
{
  if (G_UNLIKELY (g_atomic_pointer_get (&self->thread) != g_thread_self ()))
    mull_database_await (self);
  if (G_UNLIKELY (self->handle == NULL))
    {
      set_closed_error (error);
      return FALSE;
    }
  return G_LIKELY (!self->must_roll_back) || mull_database_retry_rollback (self, error);
}

/**
 * mull_database_prepare:
 * @sql: one statement; a literal, because the cache keys on its address
 * @error: return location
 *
 * Returns: (transfer full): the statement, or %NULL; let go of it with mull_statement_release()
 */
MullStatement *
mull_database_prepare (MullDatabase *self, const char *sql, GError **error)
{
  MullStatement *statement;

  g_return_val_if_fail (MULL_IS_DATABASE (self), NULL);

  if (!mull_database_check_usable (self, error))
    return NULL;
  statement = g_hash_table_lookup (self->by_address, sql);
  if (statement != NULL && mull_statement_take (statement))
    return statement;
  statement = prepare_cached (self, sql, FALSE, error);
  if (statement != NULL && g_hash_table_lookup (self->by_text, sql) == statement)
    g_hash_table_insert (self->by_address, (gpointer) sql, statement);
  return statement;
}

/**
 * mull_database_prepare_built:
 * @sql: one statement put together from constants of the program, never from data
 * @error: return location
 *
 * Returns: (transfer full): the statement, or %NULL; let go of it with mull_statement_release()
 */
MullStatement *
mull_database_prepare_built (MullDatabase *self, const char *sql, GError **error)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), NULL);

  return mull_database_check_usable (self, error) ? prepare_cached (self, sql, FALSE, error) : NULL;
}

/**
 * mull_database_prepare_scan:
 * @sql: one statement put together from constants of the program, never from data
 * @error: return location
 *
 * As mull_database_prepare_built() for the few statements that read whole tables on purpose:
 * exports, checks, digests. Nothing that a user waits for belongs here.
 *
 * Returns: (transfer full): the statement, or %NULL
 */
MullStatement *
mull_database_prepare_scan (MullDatabase *self, const char *sql, GError **error)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), NULL);

  return mull_database_check_usable (self, error) ? prepare_cached (self, sql, TRUE, error) : NULL;
}

/**
 * mull_database_forget_statement:
 *
 * Frees a statement outside the cache that was let go of.
 */
void
mull_database_forget_statement (MullDatabase *self, MullStatement *statement)
{
  self->n_extra--;
  mull_statement_free (statement);
}

/**
 * mull_database_exec:
 * @sql: one or more statements without parameters, literal
 */
gboolean
mull_database_exec (MullDatabase *self, const char *sql, GError **error)
{
  int code;

  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);

  if (!mull_database_check_usable (self, error))
    return FALSE;
  code = mull_database_is_adrift (self) ? SQLITE_ABORT_ROLLBACK
                                        : sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_ERROR)
    g_critical ("“%s”: %s", sql, sqlite3_errmsg (self->handle));
  return mull_database_fail (self, code, error);
}

gboolean
mull_database_query_int64 (MullDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (self, sql, error);
  MullStep step = statement != NULL ? mull_statement_step (statement, error) : MULL_STEP_ERROR;

  if (step == MULL_STEP_ERROR)
    return FALSE;
  *value = step == MULL_STEP_ROW ? mull_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * mull_database_last_insert_id:
 *
 * Returns: the id of the row that was inserted last
 */
gint64
mull_database_last_insert_id (MullDatabase *self)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self) && self->handle != NULL, 0);

  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * mull_database_changes:
 *
 * Returns: how many rows the last statement inserted, updated or deleted itself
 */
int
mull_database_changes (MullDatabase *self)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self) && self->handle != NULL, 0);

  return sqlite3_changes (self->handle);
}
