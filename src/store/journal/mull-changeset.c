/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-changeset"

#include "config.h"

#include "mull-changeset.h"

#include "mull-database-error.h"
#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-store.h"

#include <glib/gi18n-lib.h>

/* Tables are named, never "all": the tables inside a full-text index must not be recorded. */
static int
filter_table_cb (gpointer user_data, const char *table)
{
  return g_strv_contains (mull_store_content_tables (), table);
}

/**
 * mull_changeset_fail:
 * @error: return location
 *
 * Says that a step cannot be taken back or done again because the content is not what it left.
 *
 * Returns: %FALSE
 */
gboolean
mull_changeset_fail (GError **error)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                       _ ("This step can no longer be undone, because what it changed was changed "
                          "again. Everything is as it was."));
  return FALSE;
}

/* What fails for want of memory may succeed the next time. */
static gboolean
fail (int code, GError **error)
{
  if ((code & 0xff) != SQLITE_NOMEM)
    return mull_changeset_fail (error);
  mull_database_error_set (error, code, 0, "a record of changes");
  return FALSE;
}

/* A lenient answer would leave half a step. */
static int
on_conflict_cb (gpointer user_data, int kind, sqlite3_changeset_iter *iter)
{
  const char *table = NULL;
  int n_columns, operation, indirect;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
  g_debug ("Conflict %d at %s, operation %d", kind, table, operation);
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
count_columns (MullDatabase *db, const char *table, int *n_columns, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "SELECT count(*) FROM pragma_table_info(?1)", error);

  if (statement != NULL)
    mull_statement_bind_text (statement, 1, table);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *n_columns = (int) mull_statement_get_int64 (statement, 0);
  return TRUE;
}

/* The tables of a changeset, with how many columns they had. */
static gboolean
list_tables (GBytes *changeset, GPtrArray *names, GArray *n_columns, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &size);
  int code = sqlite3changeset_start (&iter, (int) size, data);

  while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table = NULL;
      int n, operation, indirect;

      sqlite3changeset_op (iter, &table, &n, &operation, &indirect);
      if (names->len > 0 && g_strcmp0 (table, names->pdata[names->len - 1]) == 0)
        continue;
      g_ptr_array_add (names, g_strdup (table));
      g_array_append_val (n_columns, n);
    }
  if (code == SQLITE_OK)
    code = sqlite3changeset_finalize (iter);
  return code == SQLITE_OK || fail (code, error);
}

/* A change of a table that is missing or has other columns would be skipped and called good. */
static gboolean
check_tables (MullDatabase *db, GBytes *changeset, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) n_columns = g_array_new (FALSE, FALSE, sizeof (int));

  if (!list_tables (changeset, names, n_columns, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      int n_now = 0;

      if (!filter_table_cb (NULL, names->pdata[i]))
        return mull_changeset_fail (error);
      if (!count_columns (db, names->pdata[i], &n_now, error))
        return FALSE;
      if (n_now != g_array_index (n_columns, int, i))
        return mull_changeset_fail (error);
    }
  return TRUE;
}

/**
 * mull_changeset_apply:
 * @inverted: whether to take the step back
 * @error: return location
 *
 * Returns: %FALSE if it cannot be applied as a whole; the transaction must then be rolled back
 */
gboolean
mull_changeset_apply (MullDatabase *db, GBytes *changeset, gboolean inverted, GError **error)
{
  gsize size;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &size);
  /* Inside a savepoint, each row would walk through all that was kept for it of those before. */
  const int flags = SQLITE_CHANGESETAPPLY_NOSAVEPOINT;
  int code;

  if (mull_database_is_adrift (db))
    return mull_database_fail (db, SQLITE_ABORT_ROLLBACK, error);
  g_return_val_if_fail (mull_database_in_transaction (db), FALSE);

  if (!check_tables (db, changeset, error))
    return FALSE;
  code = sqlite3changeset_apply_v2 (mull_database_get_handle (db), (int) size, data,
                                    filter_table_cb, on_conflict_cb, NULL, NULL, NULL,
                                    flags | (inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0));
  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_ABORT || code == SQLITE_CORRUPT || code == SQLITE_CONSTRAINT)
    return mull_changeset_fail (error);
  return mull_database_fail (db, code, error);
}

static gint64
get_key (sqlite3_changeset_iter *iter, int operation)
{
  unsigned char *is_key = NULL;
  sqlite3_value *value = NULL;
  int n_columns = 0;

  sqlite3changeset_pk (iter, &is_key, &n_columns);
  for (int i = 0; i < n_columns; i++)
    {
      if (!is_key[i])
        continue;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, i, &value);
      else
        sqlite3changeset_old (iter, i, &value);
      break;
    }
  return value != NULL && sqlite3_value_type (value) == SQLITE_INTEGER ? sqlite3_value_int64 (value)
                                                                       : 0;
}

/**
 * mull_changeset_foreach:
 * @func: (scope call): called for each row; the id is 0 if the key of the table is a text
 *
 * Reads a record without a database.
 */
gboolean
mull_changeset_foreach (GBytes *changeset, MullChangeFunc func, gpointer user_data, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &size);
  int code = sqlite3changeset_start (&iter, (int) size, data);

  while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table = NULL;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      func (table, get_key (iter, operation), operation == SQLITE_INSERT,
            operation == SQLITE_DELETE, user_data);
    }
  if (code == SQLITE_OK)
    code = sqlite3changeset_finalize (iter);
  if (code == SQLITE_OK)
    return TRUE;
  return fail (code, error);
}

typedef int (*GetValueFunc) (sqlite3_changeset_iter *iter, int column, sqlite3_value **value);

static void
tell_texts (sqlite3_changeset_iter *iter,
            GetValueFunc get_value,
            int n_columns,
            MullChangeTextFunc func,
            gpointer user_data)
{
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (get_value (iter, i, &value) == SQLITE_OK && value != NULL &&
          sqlite3_value_type (value) == SQLITE_TEXT)
        func ((const char *) sqlite3_value_text (value), user_data);
    }
}

/**
 * mull_changeset_foreach_text:
 * @table: a content table
 * @func: (scope call): called for each text of its rows, as it was and as it became
 *
 * Reads a record without a database.
 */
gboolean
mull_changeset_foreach_text (GBytes *changeset,
                             const char *table,
                             MullChangeTextFunc func,
                             gpointer user_data,
                             GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &size);
  int code = sqlite3changeset_start (&iter, (int) size, data);

  while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *name = NULL;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, &indirect);
      if (g_strcmp0 (name, table) != 0)
        continue;
      if (operation != SQLITE_INSERT)
        tell_texts (iter, sqlite3changeset_old, n_columns, func, user_data);
      if (operation != SQLITE_DELETE)
        tell_texts (iter, sqlite3changeset_new, n_columns, func, user_data);
    }
  if (code == SQLITE_OK)
    code = sqlite3changeset_finalize (iter);
  return code == SQLITE_OK || mull_changeset_fail (error);
}
