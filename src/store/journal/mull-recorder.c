/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-recorder"

#include "config.h"

#include "mull-recorder.h"

#include "mull-change-log.h"
#include "mull-changeset.h"
#include "mull-database-private.h"
#include "mull-store.h"
#include "mull-undo-record.h"

#include <string.h>

/* What SQLite's session extension writes, without what it costs: for every transaction it asks for
 * the columns of each table twice and reads every changed row back. Here the columns are asked for
 * once, and the rows are taken as they pass. */

/* No row of a table has an id beyond it. */
#define NO_MARK G_MAXINT64

typedef struct
{
  /* Owned */
  MullChangeLog *log;
  char *read_sql; /* the rows between two ids */
  /* State */
  gboolean has_rowid;
  gint64 mark;  /* rows with later ids are new */
  gint64 n_new; /* how many of them there are */
} Table;

struct _MullRecorder
{
  /* Owned */
  MullDatabase *db;
  GPtrArray *tables;      /* Table, in the order of the content tables */
  GHashTable *by_address; /* name as SQLite has it, which is the same string each time → Table */
  GByteArray *before;
  GByteArray *after;
  /* State */
  gsize max_bytes;
  gboolean is_recording;
  gboolean has_overflowed;
};

static void
free_table (gpointer data)
{
  Table *self = data;

  mull_change_log_free (self->log);
  g_free (self->read_sql);
  g_free (self);
}

/**
 * mull_recorder_new:
 * @db: a database that stays as it is: no table gets other columns
 *
 * Returns: (transfer full): a recorder that is not recording
 */
MullRecorder *
mull_recorder_new (MullDatabase *db)
{
  MullRecorder *self = g_new0 (MullRecorder, 1);

  self->db = g_object_ref (db);
  self->tables = g_ptr_array_new_with_free_func (free_table);
  self->by_address = g_hash_table_new (NULL, NULL);
  self->before = g_byte_array_new ();
  self->after = g_byte_array_new ();
  return self;
}

/**
 * mull_recorder_free:
 * @self: (transfer full): a recorder
 */
void
mull_recorder_free (MullRecorder *self)
{
  mull_recorder_cancel (self);
  g_hash_table_unref (self->by_address);
  g_ptr_array_unref (self->tables);
  g_byte_array_unref (self->before);
  g_byte_array_unref (self->after);
  g_object_unref (self->db);
  g_free (self);
}

static gboolean
load_table (MullRecorder *self, const char *name, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      self->db,
      "SELECT pk, name, (SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?1)"
      "  FROM pragma_table_info(?1) ORDER BY cid",
      error);
  g_autoptr (GByteArray) keys = g_byte_array_new ();
  g_autoptr (GString) columns = g_string_new (NULL);
  gboolean has_rowid = TRUE;
  Table *table;
  MullStep step;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, name);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      guint8 key = (guint8) mull_statement_get_int64 (statement, 0);

      g_byte_array_append (keys, &key, 1);
      g_string_append_printf (columns, "%s%s", columns->len > 0 ? ", " : "",
                              mull_statement_get_text (statement, 1));
      has_rowid = mull_statement_get_int64 (statement, 2) == 0;
    }
  if (step == MULL_STEP_ERROR)
    return FALSE;
  table = g_new0 (Table, 1);
  table->log = mull_change_log_new (name, keys->data, keys->len);
  table->read_sql = g_strconcat ("SELECT ", columns->str, " FROM ", name,
                                 " WHERE rowid > ?1 AND rowid <= ?2 ORDER BY rowid", NULL);
  table->has_rowid = has_rowid;
  table->mark = NO_MARK;
  g_ptr_array_add (self->tables, table);
  return TRUE;
}

static Table *
find_table (MullRecorder *self, const char *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      Table *table = self->tables->pdata[i];

      if (strcmp (mull_change_log_get_name (table->log), name) == 0)
        return table;
    }
  return NULL;
}

/* Returns: FALSE if there was not enough memory to see the value */
static gboolean
append_value (GByteArray *bytes, sqlite3_value *value)
{
  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      mull_change_log_append_integer (bytes, sqlite3_value_int64 (value));
      break;
    case SQLITE_FLOAT:
      mull_change_log_append_real (bytes, sqlite3_value_double (value));
      break;
    case SQLITE_TEXT:
      {
        gconstpointer text = sqlite3_value_text (value);

        if (text == NULL)
          return FALSE;
        mull_change_log_append_bytes (bytes, TRUE, text, sqlite3_value_bytes (value));
      }
      break;
    case SQLITE_BLOB:
      {
        gconstpointer blob = sqlite3_value_blob (value);

        mull_change_log_append_bytes (bytes, FALSE, blob, sqlite3_value_bytes (value));
      }
      break;
    default:
      mull_change_log_append_null (bytes);
      break;
    }
  return TRUE;
}

/* Also of a table that is not recorded: then there is none. */
static Table *
find_table_of_row (MullRecorder *self, const char *name)
{
  gpointer table = NULL;

  if (!g_hash_table_lookup_extended (self->by_address, name, NULL, &table))
    {
      table = find_table (self, name);
      g_hash_table_insert (self->by_address, (gpointer) name, table);
    }
  return table;
}

typedef int (*GetValue) (sqlite3 *handle, int column, sqlite3_value **value);

static void
take_row (MullRecorder *self, const Table *table, GetValue get, GByteArray *bytes)
{
  sqlite3 *handle = mull_database_get_handle (self->db);

  g_byte_array_set_size (bytes, 0);
  for (guint i = 0; i < mull_change_log_get_n_columns (table->log); i++)
    {
      sqlite3_value *value = NULL;

      if (get (handle, (int) i, &value) == SQLITE_OK && append_value (bytes, value))
        continue;
      /* The row will not be stored, but it is looked at, and has to have all of its values. */
      mull_change_log_append_null (bytes);
      mull_database_note_lack (self->db);
    }
}

static void
overflow (MullRecorder *self)
{
  self->has_overflowed = TRUE;
  for (guint i = 0; i < self->tables->len; i++)
    mull_change_log_clear (((Table *) self->tables->pdata[i])->log);
}

static gsize
count_bytes (MullRecorder *self)
{
  gsize n = 0;

  for (guint i = 0; i < self->tables->len; i++)
    n += mull_change_log_get_size (((Table *) self->tables->pdata[i])->log);
  return n;
}

static void
on_preupdate_cb (gpointer user_data,
                 sqlite3 *handle,
                 int operation,
                 const char *schema,
                 const char *name,
                 sqlite3_int64 old_row,
                 sqlite3_int64 new_row)
{
  MullRecorder *self = user_data;
  Table *table;
  gboolean takes_old, takes_new;

  if (self->has_overflowed || strcmp (schema, "main") != 0 ||
      (table = find_table_of_row (self, name)) == NULL)
    return;
  takes_old = operation != SQLITE_INSERT && (!table->has_rowid || old_row <= table->mark);
  takes_new = operation != SQLITE_DELETE && (!table->has_rowid || new_row <= table->mark);
  table->n_new +=
      (operation != SQLITE_DELETE && !takes_new) - (operation != SQLITE_INSERT && !takes_old);
  if (!takes_old && !takes_new)
    return;
  if (takes_old)
    take_row (self, table, sqlite3_preupdate_old, self->before);
  if (takes_new)
    take_row (self, table, sqlite3_preupdate_new, self->after);
  mull_change_log_add (table->log, takes_old ? self->before : NULL, takes_new ? self->after : NULL);
  if (self->max_bytes > 0 && count_bytes (self) > self->max_bytes)
    overflow (self);
}

static gboolean
load_tables (MullRecorder *self, GError **error)
{
  const char *const *names = mull_store_content_tables ();

  for (guint i = 0; names[i] != NULL && self->tables->len <= i; i++)
    if (!load_table (self, names[i], error))
      {
        g_ptr_array_set_size (self->tables, 0);
        return FALSE;
      }
  return TRUE;
}

static gboolean
begin (MullRecorder *self, GError **error)
{
  g_return_val_if_fail (!self->is_recording && mull_database_in_transaction (self->db), FALSE);

  if (!load_tables (self, error))
    return FALSE;
  self->max_bytes = 0;
  self->has_overflowed = FALSE;
  self->is_recording = TRUE;
  sqlite3_preupdate_hook (mull_database_get_handle (self->db), on_preupdate_cb, self);
  return TRUE;
}

/**
 * mull_recorder_begin:
 * @self: a recorder that is not recording
 * @error: return location
 *
 * Records what follows in the open transaction.
 */
gboolean
mull_recorder_begin (MullRecorder *self, GError **error)
{
  return begin (self, error);
}

static gboolean
find_mark (MullRecorder *self, Table *table, GError **error)
{
  g_autofree char *sql =
      g_strconcat ("SELECT max (rowid) FROM ", mull_change_log_get_name (table->log), NULL);
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (self->db, sql, error);

  if (!mull_statement_step_row (statement, error))
    return FALSE;
  table->mark = mull_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * mull_recorder_begin_bulk:
 * @self: a recorder that is not recording
 * @max_bytes: what the record of rows that were there before may take
 * @error: return location
 *
 * As mull_recorder_begin() for a step that adds many rows: it is noted which ones they are, not
 * what is in them.
 */
gboolean
mull_recorder_begin_bulk (MullRecorder *self, gsize max_bytes, GError **error)
{
  if (!begin (self, error))
    return FALSE;
  self->max_bytes = max_bytes;
  for (guint i = 0; i < self->tables->len; i++)
    {
      Table *table = self->tables->pdata[i];

      if (table->has_rowid && !find_mark (self, table, error))
        {
          mull_recorder_cancel (self);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * mull_recorder_has_overflowed:
 *
 * Returns: whether the step is too big to be undone
 */
gboolean
mull_recorder_has_overflowed (MullRecorder *self)
{
  return self->has_overflowed;
}

/* Which rows came after the mark. */
static gboolean
name_new_rows (MullRecorder *self, Table *table, GByteArray *record, GError **error)
{
  MullNewRows rows = { mull_change_log_get_name (table->log), table->mark, 0, table->n_new };

  if (!find_mark (self, table, error))
    return FALSE;
  rows.last = table->mark;
  mull_undo_record_add_rows (record, &rows);
  return TRUE;
}

static gboolean
write_record (MullRecorder *self, GBytes **record, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (guint i = 0; i < self->tables->len; i++)
    {
      Table *table = self->tables->pdata[i];

      if (table->n_new > 0 && !name_new_rows (self, table, bytes, error))
        return FALSE;
    }
  mull_undo_record_end_rows (bytes);
  for (guint i = 0; i < self->tables->len; i++)
    {
      Table *table = self->tables->pdata[i];

      mull_change_log_write (table->log, bytes);
      mull_change_log_clear (table->log);
    }
  if (bytes->len > 0)
    *record = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return TRUE;
}

/**
 * mull_recorder_finish:
 * @record: (out) (nullable) (transfer full): what happened, in the format of SQLite's session
 *   extension, except after mull_recorder_begin_bulk(): then mull_recorder_read() makes it that;
 *   %NULL if nothing did, or too much
 * @error: return location
 *
 * Ends the record.
 */
gboolean
mull_recorder_finish (MullRecorder *self, GBytes **record, GError **error)
{
  gboolean good;

  g_return_val_if_fail (self->is_recording, FALSE);

  *record = NULL;
  sqlite3_preupdate_hook (mull_database_get_handle (self->db), NULL, NULL);
  good = self->has_overflowed || write_record (self, record, error);
  mull_recorder_cancel (self);
  return good;
}

/**
 * mull_recorder_cancel:
 *
 * Ends the record and forgets it; does nothing if none was begun.
 */
void
mull_recorder_cancel (MullRecorder *self)
{
  sqlite3 *handle = mull_database_get_handle (self->db);

  if (!self->is_recording)
    return;
  if (handle != NULL)
    sqlite3_preupdate_hook (handle, NULL, NULL);
  for (guint i = 0; i < self->tables->len; i++)
    {
      Table *table = self->tables->pdata[i];

      mull_change_log_clear (table->log);
      table->mark = NO_MARK;
      table->n_new = 0;
    }
  g_hash_table_remove_all (self->by_address);
  self->is_recording = FALSE;
}

/* The rows that are named, as they are now. */
static gboolean
read_rows (MullRecorder *self, const MullNewRows *rows, GByteArray *changeset, GError **error)
{
  g_autoptr (MullStatement) statement = NULL;
  Table *table = find_table (self, rows->table);
  gint64 n_rows = 0;
  MullStep step;

  if (table == NULL || !table->has_rowid)
    return mull_changeset_fail (error);
  statement = mull_database_prepare_scan (self->db, table->read_sql, error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, rows->after);
  mull_statement_bind_int64 (statement, 2, rows->last);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      sqlite3_stmt *row = mull_statement_get_handle (statement);

      g_byte_array_set_size (self->after, 0);
      for (guint i = 0; i < mull_change_log_get_n_columns (table->log); i++)
        if (!append_value (self->after, sqlite3_column_value (row, (int) i)))
          return mull_database_fail (self->db, SQLITE_NOMEM, error);
      mull_change_log_write_new (table->log, self->after, n_rows == 0, changeset);
      n_rows++;
    }
  if (step == MULL_STEP_ERROR)
    return FALSE;
  return n_rows == rows->n_rows || mull_changeset_fail (error);
}

/**
 * mull_recorder_names_rows:
 * @record: what mull_recorder_finish() returned, or mull_undo_record_squeeze() made of that
 *
 * Returns: whether the record can be read only as long as its rows are there
 */
gboolean
mull_recorder_names_rows (GBytes *record)
{
  g_autoptr (GBytes) whole = mull_undo_record_swell (record);

  return whole != NULL && mull_undo_record_names_rows (whole);
}

static gboolean
delete_named (MullRecorder *self, const MullNewRows *rows, GError **error)
{
  g_autoptr (MullStatement) statement = NULL;
  g_autofree char *sql = NULL;
  Table *table = find_table (self, rows->table);

  if (table == NULL || !table->has_rowid)
    return mull_changeset_fail (error);
  sql = g_strconcat ("DELETE FROM ", mull_change_log_get_name (table->log),
                     " WHERE rowid > ?1 AND rowid <= ?2", NULL);
  statement = mull_database_prepare_scan (self->db, sql, error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, rows->after);
  mull_statement_bind_int64 (statement, 2, rows->last);
  if (!mull_statement_run (statement, error))
    return FALSE;
  return mull_database_changes (self->db) == rows->n_rows || mull_changeset_fail (error);
}

/**
 * mull_recorder_delete_rows:
 * @record: a record that names rows
 * @rest: (out) (transfer full): what else it says, in the format of SQLite's session extension
 * @error: return location
 *
 * Deletes the rows that a record of many rows only names, with foreign keys off. They must not have
 * changed since.
 */
gboolean
mull_recorder_delete_rows (MullRecorder *self, GBytes *record, GBytes **rest, GError **error)
{
  g_autoptr (GBytes) whole = mull_undo_record_swell (record);
  g_autoptr (GArray) rows = NULL;

  g_return_val_if_fail (!self->is_recording, FALSE);

  *rest = NULL;
  if (whole == NULL || !mull_undo_record_split (whole, &rows, rest))
    return mull_changeset_fail (error);
  if (!load_tables (self, error))
    return FALSE;
  for (guint i = rows->len; i > 0; i--)
    if (!delete_named (self, &g_array_index (rows, MullNewRows, i - 1), error))
      return FALSE;
  return TRUE;
}

/**
 * mull_recorder_read:
 * @record: what mull_recorder_finish() returned, or mull_undo_record_squeeze() made of that
 * @changeset: (out) (transfer full): the same in the format of SQLite's session extension
 * @error: return location
 *
 * Reads the rows that a record of many rows only names. They must not have changed since.
 *
 * Returns: %FALSE if that cannot be done; with %MULL_ERROR_CONSTRAINT if it never can
 */
gboolean
mull_recorder_read (MullRecorder *self, GBytes *record, GBytes **changeset, GError **error)
{
  g_autoptr (GBytes) whole = mull_undo_record_swell (record);
  g_autoptr (GBytes) rest = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GByteArray) bytes = NULL;

  g_return_val_if_fail (!self->is_recording, FALSE);

  *changeset = NULL;
  if (whole == NULL || !mull_undo_record_split (whole, &rows, &rest))
    return mull_changeset_fail (error);
  if (rows->len == 0)
    {
      *changeset = g_steal_pointer (&rest);
      return TRUE;
    }
  if (!load_tables (self, error))
    return FALSE;
  bytes = g_byte_array_new ();
  g_byte_array_append (bytes, g_bytes_get_data (rest, NULL), (guint) g_bytes_get_size (rest));
  for (guint i = 0; i < rows->len; i++)
    if (!read_rows (self, &g_array_index (rows, MullNewRows, i), bytes, error))
      return FALSE;
  *changeset = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return TRUE;
}
