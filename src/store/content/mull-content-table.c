/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-content-table"

#include "config.h"

#include "mull-content-table.h"

#include <string.h>

static void
column_free (gpointer data)
{
  MullContentColumn *self = data;

  g_free (self->name);
  g_free (self->target);
  g_free (self);
}

/* What an imported thing became may be of four kinds, so no foreign key can say it. */
static gboolean
is_any_reference (const char *column)
{
  return g_str_equal (column, "object_id");
}

static MullContentKind
find_kind (const char *name, const char *type, const char *target)
{
  if (target != NULL || is_any_reference (name))
    return MULL_CONTENT_REFERENCE;
  if (g_str_has_suffix (name, "_at"))
    return MULL_CONTENT_INSTANT;
  if (g_str_has_suffix (name, "_on"))
    return MULL_CONTENT_DAY;
  if (g_str_has_suffix (name, "_key"))
    return MULL_CONTENT_KEY;
  return g_str_equal (type, "INTEGER") ? MULL_CONTENT_NUMBER : MULL_CONTENT_TEXT;
}

static void
append_column (GString *sql, const MullContentColumn *column)
{
  g_string_append (sql, sql->len == 0 ? "SELECT " : ", ");
  if (column->kind != MULL_CONTENT_REFERENCE)
    g_string_append_printf (sql, "t.%s", column->name);
  else if (column->target != NULL)
    g_string_append_printf (sql, "(SELECT p.uuid FROM %s AS p WHERE p.id = t.%s)", column->target,
                            column->name);
  else
    g_string_append_printf (sql,
                            "CASE kind WHEN 'deal' THEN (SELECT uuid FROM deal WHERE id = t.%1$s)"
                            " WHEN 'company' THEN (SELECT uuid FROM company WHERE id = t.%1$s)"
                            " WHEN 'person' THEN (SELECT uuid FROM person WHERE id = t.%1$s)"
                            " WHEN 'entry' THEN (SELECT uuid FROM entry WHERE id = t.%1$s) END",
                            column->name);
}

/**
 * mull_content_table_load:
 * @name: the name of a content table, a constant
 * @error: return location
 *
 * Reads the table's description off the schema.
 *
 * Returns: (transfer full) (nullable): the description
 */
MullContentTable *
mull_content_table_load (MullDatabase *db, const char *name, GError **error)
{
  g_autoptr (MullContentTable) self = g_new0 (MullContentTable, 1);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db,
      "SELECT c.name, c.type, c.\"notnull\", (SELECT \"table\" FROM pragma_foreign_key_list(?1) f"
      "                                       WHERE f.\"from\" = c.name)"
      "  FROM pragma_table_info(?1) AS c WHERE c.name <> 'id'",
      error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  self->name = name;
  self->columns = g_ptr_array_new_with_free_func (column_free);
  mull_statement_bind_text (statement, 1, name);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullContentColumn *column = g_new0 (MullContentColumn, 1);

      column->name = mull_statement_dup_text (statement, 0);
      column->is_required = mull_statement_get_int64 (statement, 2) != 0;
      if (!mull_statement_is_null (statement, 3))
        column->target = mull_statement_dup_text (statement, 3);
      column->kind =
          find_kind (column->name, mull_statement_get_text (statement, 1), column->target);
      g_ptr_array_add (self->columns, column);
      append_column (sql, column);
    }
  if (step == MULL_STEP_ERROR)
    return NULL;
  g_string_append_printf (sql, " FROM %s AS t", name);
  self->select = g_string_free (g_steal_pointer (&sql), FALSE);
  return g_steal_pointer (&self);
}

/**
 * mull_content_table_free:
 * @self: (transfer full): a description
 *
 * Frees it.
 */
void
mull_content_table_free (MullContentTable *self)
{
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self->select);
  g_free (self);
}

/**
 * mull_content_table_get_column:
 * @index: from 0
 *
 * Returns: (transfer none): the column
 */
const MullContentColumn *
mull_content_table_get_column (const MullContentTable *self, guint index)
{
  return g_ptr_array_index (self->columns, index);
}

/**
 * mull_content_table_find:
 * @column: a name
 *
 * Returns: the index of the column, or -1
 */
int
mull_content_table_find (const MullContentTable *self, const char *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (mull_content_table_get_column (self, i)->name, column))
      return (int) i;
  return -1;
}
