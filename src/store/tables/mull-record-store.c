/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-record-store"

#include "config.h"

#include "mull-record-store.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* SQL of a type, put together once. */
typedef struct
{
  char *select;
  char *insert;
  char *delete;
  GHashTable *selects; /* clause → statement, both by address */
} Sql;

static Sql *
sql_new (const MullRecordType *type)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) parameters = g_string_new (NULL);
  Sql *self = g_new0 (Sql, 1);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_string_append_printf (columns, ", %s", type->fields[i].column);
      g_string_append_printf (parameters, ", ?%u", i + 2);
    }
  self->select = g_strconcat ("SELECT id", columns->str, " FROM ", type->table, " ", NULL);
  self->insert = g_strconcat ("INSERT INTO ", type->table, " (id", columns->str, ") VALUES (?1",
                              parameters->str, ")", NULL);
  self->delete = g_strconcat ("DELETE FROM ", type->table, " WHERE id = ?1", NULL);
  self->selects = g_hash_table_new (NULL, NULL);
  return self;
}

static GMutex mutex;

/* With the mutex locked. Record types are constants, so what is kept here is never more than one
 * entry for each. */
static Sql *
find_sql (const MullRecordType *type)
{
  static GHashTable *known;
  Sql *sql;

  if (known == NULL)
    known = g_hash_table_new (NULL, NULL);
  sql = g_hash_table_lookup (known, type);
  if (sql == NULL)
    {
      sql = sql_new (type);
      g_hash_table_insert (known, (gpointer) type, sql);
    }
  return sql;
}

static const Sql *
get_sql (const MullRecordType *type)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  return find_sql (type);
}

/* Clauses are constants as well, so each statement is put together once and found by its address.
 */
static const char *
get_select (const MullRecordType *type, const char *clause)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  Sql *sql = find_sql (type);
  char *select = g_hash_table_lookup (sql->selects, clause);

  if (select == NULL)
    {
      select = g_strconcat (sql->select, clause, NULL);
      g_hash_table_insert (sql->selects, (gpointer) clause, select);
    }
  return select;
}

static void
bind_number (MullStatement *statement, int parameter, gint64 value, gint64 none)
{
  if (value == none)
    mull_statement_bind_null (statement, parameter);
  else
    mull_statement_bind_int64 (statement, parameter, value);
}

/* The texts must stay as they are until the statement is let go of. */
static void
bind_field (MullStatement *statement, int parameter, gconstpointer record, const MullField *field)
{
  gconstpointer at = G_STRUCT_MEMBER_P (record, field->offset);

  switch (field->kind)
    {
    case MULL_FIELD_TEXT:
      mull_statement_bind_static_text (statement, parameter, *(char *const *) at);
      break;
    case MULL_FIELD_CURRENCY:
      mull_statement_bind_static_text (statement, parameter, at);
      break;
    case MULL_FIELD_INT:
    case MULL_FIELD_BOOLEAN:
      mull_statement_bind_int64 (statement, parameter, *(const int *) at);
      break;
    case MULL_FIELD_NUMBER:
    case MULL_FIELD_REFERENCE:
      mull_statement_bind_int64 (statement, parameter, *(const gint64 *) at);
      break;
    case MULL_FIELD_OPTIONAL_NUMBER:
      bind_number (statement, parameter, *(const gint64 *) at, MULL_NUMBER_NONE);
      break;
    case MULL_FIELD_INSTANT:
    case MULL_FIELD_OPTIONAL_INSTANT:
      bind_number (statement, parameter, *(const gint64 *) at, MULL_INSTANT_NONE);
      break;
    case MULL_FIELD_OPTIONAL_REFERENCE:
      bind_number (statement, parameter, *(const gint64 *) at, 0);
      break;
    case MULL_FIELD_DAY:
    case MULL_FIELD_OPTIONAL_DAY:
      mull_statement_bind_day (statement, parameter, *(const MullDay *) at);
      break;
    case MULL_FIELD_ENUM:
      mull_statement_bind_static_text (statement, parameter,
                                       mull_enum_nick (field->enum_type (), *(const int *) at));
      break;
    }
}

static gint64
read_number (MullStatement *statement, int column, gint64 none)
{
  return mull_statement_is_null (statement, column) ? none
                                                    : mull_statement_get_int64 (statement, column);
}

static void
read_field (MullStatement *statement, int column, gpointer record, const MullField *field)
{
  gpointer at = G_STRUCT_MEMBER_P (record, field->offset);

  switch (field->kind)
    {
    case MULL_FIELD_TEXT:
      mull_take_text (at, mull_statement_dup_text (statement, column));
      break;
    case MULL_FIELD_CURRENCY:
      g_strlcpy (at, mull_statement_get_text (statement, column), 4);
      break;
    case MULL_FIELD_INT:
    case MULL_FIELD_BOOLEAN:
      *(int *) at = (int) mull_statement_get_int64 (statement, column);
      break;
    case MULL_FIELD_NUMBER:
    case MULL_FIELD_INSTANT:
    case MULL_FIELD_REFERENCE:
      *(gint64 *) at = mull_statement_get_int64 (statement, column);
      break;
    case MULL_FIELD_OPTIONAL_NUMBER:
      *(gint64 *) at = read_number (statement, column, MULL_NUMBER_NONE);
      break;
    case MULL_FIELD_OPTIONAL_INSTANT:
      *(gint64 *) at = read_number (statement, column, MULL_INSTANT_NONE);
      break;
    case MULL_FIELD_OPTIONAL_REFERENCE:
      *(gint64 *) at = read_number (statement, column, 0);
      break;
    case MULL_FIELD_DAY:
    case MULL_FIELD_OPTIONAL_DAY:
      *(MullDay *) at = mull_statement_get_day (statement, column);
      break;
    case MULL_FIELD_ENUM:
      if (!mull_enum_from_nick (field->enum_type (), mull_statement_get_text (statement, column),
                                at))
        g_warning ("%s holds an unknown word", field->column);
      break;
    }
}

static gboolean
set_missing_error (GError **error)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                       _ ("This no longer exists. It may have been deleted or undone."));
  return FALSE;
}

/**
 * mull_record_store_select:
 * @clause: what follows the table's name: a literal, because it is known by its address
 * @error: return location
 *
 * Returns: (transfer full): a statement whose rows mull_record_store_read() reads, or %NULL
 */
MullStatement *
mull_record_store_select (MullDatabase *db,
                          const MullRecordType *type,
                          const char *clause,
                          GError **error)
{
  return mull_database_prepare (db, get_select (type, clause), error);
}

/**
 * mull_record_store_select_all:
 * @error: return location
 *
 * As mull_record_store_select() for every record, by id; for exports.
 *
 * Returns: (transfer full): a statement whose rows mull_record_store_read() reads, or %NULL
 */
MullStatement *
mull_record_store_select_all (MullDatabase *db, const MullRecordType *type, GError **error)
{
  g_autofree char *sql = g_strconcat (get_sql (type)->select, "ORDER BY id", NULL);

  return mull_database_prepare_scan (db, sql, error);
}

/**
 * mull_record_store_read:
 * @statement: at a row
 *
 * Returns: (transfer full): the record of this row
 */
gpointer
mull_record_store_read (const MullRecordType *type, MullStatement *statement)
{
  MullRecord *record = mull_record_new (type);

  record->id = mull_statement_get_int64 (statement, 0);
  for (guint i = 0; i < type->n_fields; i++)
    read_field (statement, (int) i + 1, record, &type->fields[i]);
  return record;
}

static MullStatement *
select_two (MullDatabase *db,
            const MullRecordType *type,
            const char *clause,
            gint64 parameter1,
            gint64 parameter2,
            GError **error)
{
  MullStatement *statement = mull_record_store_select (db, type, clause, error);

  if (statement == NULL)
    return NULL;
  if (strstr (clause, "?1") != NULL)
    mull_statement_bind_int64 (statement, 1, parameter1);
  if (strstr (clause, "?2") != NULL)
    mull_statement_bind_int64 (statement, 2, parameter2);
  return statement;
}

/**
 * mull_record_store_find:
 * @clause: what follows the table's name: a literal
 * @parameter1: value of ?1, if @clause has it
 * @parameter2: value of ?2, if @clause has it
 * @record: (out) (nullable) (transfer full): the first record, or %NULL
 * @error: return location
 */
gboolean
mull_record_store_find (MullDatabase *db,
                        const MullRecordType *type,
                        const char *clause,
                        gint64 parameter1,
                        gint64 parameter2,
                        gpointer *record,
                        GError **error)
{
  g_autoptr (MullStatement) statement =
      select_two (db, type, clause, parameter1, parameter2, error);
  MullStep step = statement != NULL ? mull_statement_step (statement, error) : MULL_STEP_ERROR;

  *record = step == MULL_STEP_ROW ? mull_record_store_read (type, statement) : NULL;
  return step != MULL_STEP_ERROR;
}

/**
 * mull_record_store_get:
 * @error: return location
 *
 * Returns: (transfer full): the record with that id, or %NULL with %MULL_ERROR_NOT_FOUND
 */
gpointer
mull_record_store_get (MullDatabase *db, const MullRecordType *type, gint64 id, GError **error)
{
  gpointer record;

  if (!mull_record_store_find (db, type, "WHERE id = ?1", id, 0, &record, error))
    return NULL;
  if (record == NULL)
    set_missing_error (error);
  return record;
}

/**
 * mull_record_store_list:
 * @clause: what follows the table's name: a literal
 * @parameter1: value of ?1, if @clause has it
 * @parameter2: value of ?2, if @clause has it
 * @error: return location
 *
 * Returns: (transfer full) (element-type MullRecord): the records, or %NULL
 */
GPtrArray *
mull_record_store_list (MullDatabase *db,
                        const MullRecordType *type,
                        const char *clause,
                        gint64 parameter1,
                        gint64 parameter2,
                        GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullStatement) statement =
      select_two (db, type, clause, parameter1, parameter2, error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    g_ptr_array_add (records, mull_record_store_read (type, statement));
  return step == MULL_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/**
 * mull_record_store_insert:
 * @record: (inout): a record under construction; it gets its id. An id that is set is kept.
 * @error: return location
 */
gboolean
mull_record_store_insert (MullDatabase *db, gpointer record, GError **error)
{
  MullRecord *self = record;
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, get_sql (self->type)->insert, error);

  if (statement == NULL)
    return FALSE;
  bind_number (statement, 1, self->id, 0);
  for (guint i = 0; i < self->type->n_fields; i++)
    bind_field (statement, (int) i + 2, record, &self->type->fields[i]);
  if (!mull_statement_run (statement, error))
    return FALSE;
  self->id = mull_database_last_insert_id (db);
  return TRUE;
}

/* Naming only what differs spares the indexes, the reference checks and the triggers of the rest.
 */
static char *
build_update (const MullRecord *before, const MullRecord *after)
{
  const MullRecordType *type = after->type;
  g_autoptr (GString) sql = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    {
      if (mull_field_equal (before, after, &type->fields[i]))
        continue;
      if (sql == NULL)
        {
          sql = g_string_new (NULL);
          g_string_append_printf (sql, "UPDATE %s SET ", type->table);
        }
      else
        g_string_append (sql, ", ");
      g_string_append_printf (sql, "%s = ?%u", type->fields[i].column, i + 2);
    }
  if (sql == NULL)
    return NULL;
  g_string_append (sql, " WHERE id = ?1");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * mull_record_store_update:
 * @record: the record with its new values
 * @error: return location
 *
 * Writes the fields that differ from what is stored.
 */
gboolean
mull_record_store_update (MullDatabase *db, gconstpointer record, GError **error)
{
  const MullRecord *self = record;
  MullRecord *before = mull_record_store_get (db, self->type, self->id, error);
  g_autofree char *sql = NULL;
  g_autoptr (MullStatement) statement = NULL;
  gboolean good;

  if (before == NULL)
    return FALSE;
  sql = build_update (before, self);
  if (sql == NULL)
    {
      mull_record_unref (before);
      return TRUE;
    }
  statement = mull_database_prepare_built (db, sql, error);
  good = statement != NULL;
  if (good)
    {
      mull_statement_bind_int64 (statement, 1, self->id);
      for (guint i = 0; i < self->type->n_fields; i++)
        if (!mull_field_equal (before, self, &self->type->fields[i]))
          bind_field (statement, (int) i + 2, record, &self->type->fields[i]);
      good = mull_statement_run (statement, error);
    }
  mull_record_unref (before);
  return good;
}

/**
 * mull_record_store_delete:
 * @error: return location
 *
 * Deletes a record and, by the schema's cascades, what belongs to it.
 */
gboolean
mull_record_store_delete (MullDatabase *db, const MullRecordType *type, gint64 id, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (db, get_sql (type)->delete, error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, id);
  if (!mull_statement_run (statement, error))
    return FALSE;
  return mull_database_changes (db) > 0 || set_missing_error (error);
}
