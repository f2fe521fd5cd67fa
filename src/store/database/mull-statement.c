/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-statement"

#include "config.h"

#include "mull-statement.h"

#include "mull-database-private.h"

#include <string.h>

struct _MullStatement
{
  sqlite3_stmt *handle;
  MullDatabase *db; /* borrowed: the connection owns its statements */
  int bind_code;    /* the first binding that failed; reported by the next step */
  gboolean cached;
  gboolean taken;
};

/**
 * mull_statement_new:
 *
 * Returns: (transfer full): a statement that owns @handle
 */
MullStatement *
mull_statement_new (MullDatabase *db, sqlite3_stmt *handle, gboolean cached)
{
  MullStatement *self = g_new0 (MullStatement, 1);

  self->db = db;
  self->handle = handle;
  self->cached = cached;
  return self;
}

void
mull_statement_free (MullStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

/**
 * mull_statement_take:
 *
 * Returns: %FALSE if somebody is using the statement, so that the caller needs another one
 */
gboolean
mull_statement_take (MullStatement *self)
{
  if (self->taken)
    return FALSE;
  self->taken = TRUE;
  return TRUE;
}

/**
 * mull_statement_get_handle:
 *
 * Returns: (transfer none): SQLite's statement
 */
sqlite3_stmt *
mull_statement_get_handle (MullStatement *self)
{
  return self->handle;
}

/**
 * mull_statement_reset:
 *
 * Goes back to before the first row and clears every binding.
 */
void
mull_statement_reset (MullStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bind_code = SQLITE_OK;
}

/**
 * mull_statement_release:
 * @self: (transfer full): a statement that is no longer needed
 */
void
mull_statement_release (MullStatement *self)
{
  g_return_if_fail (self != NULL);

  mull_statement_reset (self);
  self->taken = FALSE;
  if (!self->cached)
    mull_database_forget_statement (self->db, self);
}

static void
check_bound (MullStatement *self, int code)
{
  if (G_UNLIKELY (code != SQLITE_OK) && self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

/**
 * mull_statement_bind_int64:
 *
 * Binds a number to the parameter, from 1.
 */
void
mull_statement_bind_int64 (MullStatement *self, int parameter, gint64 value)
{
  check_bound (self, sqlite3_bind_int64 (self->handle, parameter, value));
}

/**
 * mull_statement_bind_text:
 * @parameter: number of the parameter, from 1
 * @value: (nullable): UTF-8; copied. %NULL binds NULL.
 */
void
mull_statement_bind_text (MullStatement *self, int parameter, const char *value)
{
  check_bound (self, sqlite3_bind_text (self->handle, parameter, value, -1, SQLITE_TRANSIENT));
}

/**
 * mull_statement_bind_static_text:
 * @parameter: number of the parameter, from 1
 * @value: (nullable): UTF-8 that stays as it is until the statement is reset or let go of; not
 *   copied. %NULL binds NULL.
 */
void
mull_statement_bind_static_text (MullStatement *self, int parameter, const char *value)
{
  check_bound (self, sqlite3_bind_text (self->handle, parameter, value, -1, SQLITE_STATIC));
}

/**
 * mull_statement_bind_day:
 * @day: a valid day, or %MULL_DAY_NONE for NULL
 */
void
mull_statement_bind_day (MullStatement *self, int parameter, MullDay day)
{
  g_autofree char *iso = NULL;

  /* What is no day has no text; stored as an empty one it would sort before every day. */
  g_return_if_fail (day == MULL_DAY_NONE || mull_day_is_valid (day));

  if (day != MULL_DAY_NONE)
    iso = mull_day_to_iso (day);
  mull_statement_bind_text (self, parameter, iso);
}

/**
 * mull_statement_bind_null:
 *
 * Binds NULL to the parameter, from 1.
 */
void
mull_statement_bind_null (MullStatement *self, int parameter)
{
  check_bound (self, sqlite3_bind_null (self->handle, parameter));
}

/**
 * mull_statement_bind_blob:
 * @value: (nullable): bytes; copied. %NULL binds NULL.
 */
void
mull_statement_bind_blob (MullStatement *self, int parameter, GBytes *value)
{
  gsize size = 0;
  gconstpointer data = value != NULL ? g_bytes_get_data (value, &size) : NULL;

  if (value != NULL && size == 0)
    check_bound (self, sqlite3_bind_zeroblob (self->handle, parameter, 0));
  else
    check_bound (self, sqlite3_bind_blob64 (self->handle, parameter, data, size, SQLITE_TRANSIENT));
}

/**
 * mull_statement_step:
 *
 * Goes to the next row.
 *
 * Returns: whether there is one, or that something failed
 */
MullStep
mull_statement_step (MullStatement *self, GError **error)
{
  int code = self->bind_code;

  if (G_UNLIKELY (mull_database_is_adrift (self->db)))
    code = SQLITE_ABORT_ROLLBACK;
  if (G_LIKELY (code == SQLITE_OK))
    code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return MULL_STEP_ROW;
  if (code == SQLITE_DONE)
    return MULL_STEP_DONE;
  mull_database_fail (self->db, code, error);
  return MULL_STEP_ERROR;
}

/**
 * mull_statement_step_row:
 * @self: (nullable): a statement that must have a row; %NULL if it could not be prepared
 * @error: return location, already set if @self is %NULL
 *
 * Goes to the row that has to be there.
 *
 * Returns: %FALSE with @error set if it is not
 */
gboolean
mull_statement_step_row (MullStatement *self, GError **error)
{
  if (self == NULL)
    return FALSE;
  switch (mull_statement_step (self, error))
    {
    case MULL_STEP_ROW:
      return TRUE;
    case MULL_STEP_DONE:
      g_debug ("No row for “%s”", sqlite3_sql (self->handle));
      return mull_database_fail (self->db, SQLITE_INTERNAL, error);
    case MULL_STEP_ERROR:
      break;
    }
  return FALSE;
}

/**
 * mull_statement_find_text:
 * @self: (nullable): a statement that looks a text up by a key; %NULL if it could not be prepared
 * @key: the key
 * @text: (out) (nullable) (transfer full): the text, or %NULL if there is none
 * @error: return location, already set if @self is %NULL
 *
 * Returns: %FALSE if it could not be looked up
 */
gboolean
mull_statement_find_text (MullStatement *self, const char *key, char **text, GError **error)
{
  MullStep step;

  *text = NULL;
  if (self == NULL)
    return FALSE;
  mull_statement_bind_text (self, 1, key);
  step = mull_statement_step (self, error);
  if (step == MULL_STEP_ROW)
    *text = mull_statement_dup_text (self, 0);
  return step != MULL_STEP_ERROR;
}

/**
 * mull_statement_run:
 *
 * Runs a statement that has no rows and resets it; the bindings stay.
 */
gboolean
mull_statement_run (MullStatement *self, GError **error)
{
  MullStep step = mull_statement_step (self, error);

  g_return_val_if_fail (step != MULL_STEP_ROW, FALSE);
  sqlite3_reset (self->handle);
  return step == MULL_STEP_DONE;
}

/* Nothing is what SQLite gives for NULL, for an empty blob, and for want of memory. */
static void
check_absent (MullStatement *self, int column)
{
  if (sqlite3_errcode (sqlite3_db_handle (self->handle)) == SQLITE_NOMEM)
    mull_database_note_lack (self->db);
}

/**
 * mull_statement_is_null:
 *
 * Returns: whether the column, from 0, is NULL in this row
 */
gboolean
mull_statement_is_null (MullStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * mull_statement_get_int64:
 *
 * Returns: the number in the column, from 0; 0 for NULL
 */
gint64
mull_statement_get_int64 (MullStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * mull_statement_get_text:
 *
 * Returns: (transfer none): the text, "" for NULL; valid until the next step
 */
const char *
mull_statement_get_text (MullStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  if (text == NULL)
    check_absent (self, column);
  return text != NULL ? text : "";
}

/**
 * mull_statement_dup_text:
 *
 * Returns: (transfer full): the text, "" for NULL
 */
char *
mull_statement_dup_text (MullStatement *self, int column)
{
  return g_strdup (mull_statement_get_text (self, column));
}

/**
 * mull_statement_get_day:
 *
 * Returns: the day, or %MULL_DAY_NONE for NULL and for what is no date
 */
MullDay
mull_statement_get_day (MullStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  if (text == NULL)
    check_absent (self, column);
  return text != NULL ? mull_day_from_iso (text) : MULL_DAY_NONE;
}

/**
 * mull_statement_dup_blob:
 *
 * Returns: (transfer full): the bytes, none for NULL
 */
GBytes *
mull_statement_dup_blob (MullStatement *self, int column)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  if (data == NULL)
    check_absent (self, column);
  return g_bytes_new (data, sqlite3_column_bytes (self->handle, column));
}
