/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-reference-check"

#include "config.h"

#include "mull-reference-check.h"

#include "mull-changeset.h"
#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-store.h"

#include <glib/gi18n-lib.h>

/* Above so many rows one pass over everything is cheaper. */
#define MAX_ROWS 2000
#define MAX_BYTES (2 * 1024 * 1024)

typedef struct
{
  char *table;
  char *column;
  char *target;
  char *key; /* how rows of @table are found by the id in a changeset */
} Reference;

typedef struct
{
  MullDatabase *db;
  GPtrArray *references;
  GError *error;
  gboolean broken;
} Check;

static void
reference_free (gpointer data)
{
  Reference *self = data;

  g_free (self->table);
  g_free (self->column);
  g_free (self->target);
  g_free (self->key);
  g_free (self);
}

static gboolean
list_references (MullDatabase *db, GPtrArray *references, GError **error)
{
  const char *const *tables = mull_store_content_tables ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autoptr (MullStatement) statement =
          mull_database_prepare (db,
                                 "SELECT \"from\", \"table\","
                                 "       (SELECT name FROM pragma_table_info(?1) WHERE pk = 1)"
                                 "  FROM pragma_foreign_key_list(?1)",
                                 error);
      MullStep step;

      if (statement == NULL)
        return FALSE;
      mull_statement_bind_text (statement, 1, tables[i]);
      while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
        {
          Reference *reference = g_new0 (Reference, 1);

          reference->table = g_strdup (tables[i]);
          reference->column = mull_statement_dup_text (statement, 0);
          reference->target = mull_statement_dup_text (statement, 1);
          reference->key = mull_statement_dup_text (statement, 2);
          g_ptr_array_add (references, reference);
        }
      if (step == MULL_STEP_ERROR)
        return FALSE;
    }
  return TRUE;
}

static void
run_query (Check *check, const char *sql, gint64 id)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_built (check->db, sql, &check->error);

  if (statement == NULL)
    return;
  mull_statement_bind_int64 (statement, 1, id);
  if (mull_statement_step (statement, &check->error) == MULL_STEP_ROW)
    check->broken = TRUE;
}

static void
check_row_cb (const char *table, gint64 id, gboolean inserted, gboolean deleted, gpointer user_data)
{
  Check *check = user_data;

  /* Whether the change was applied or taken back is not known here: a row that is there must have
   * its targets, a row that is not must have nobody pointing at it. */
  for (guint i = 0; i < check->references->len && check->error == NULL && !check->broken; i++)
    {
      const Reference *reference = g_ptr_array_index (check->references, i);
      g_autofree char *sql = NULL;

      if (g_str_equal (reference->table, table))
        {
          sql = g_strconcat ("SELECT 1 FROM ", table, " AS c WHERE c.", reference->key,
                             " = ?1 AND c.", reference->column,
                             " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ", reference->target,
                             " AS p WHERE p.id = c.", reference->column, ")", NULL);
          run_query (check, sql, id);
        }
      if (g_str_equal (reference->target, table) && (inserted || deleted))
        {
          g_autofree char *back =
              g_strconcat ("SELECT 1 FROM ", reference->table, " AS c WHERE c.", reference->column,
                           " = ?1 AND NOT EXISTS (SELECT 1 FROM ", table,
                           " AS p WHERE p.id = ?1) LIMIT 1", NULL);
          run_query (check, back, id);
        }
    }
}

static void
count_row_cb (const char *table, gint64 id, gboolean inserted, gboolean deleted, gpointer user_data)
{
  guint *n = user_data;

  (*n)++;
}

static gboolean
check_everything (Check *check)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (check->db, "PRAGMA foreign_key_check", &check->error);

  if (statement != NULL)
    check->broken = mull_statement_step (statement, &check->error) == MULL_STEP_ROW;
  return check->error == NULL && !check->broken;
}

/**
 * mull_reference_check:
 * @changeset: what was applied, or taken back, in the open transaction with foreign keys off
 * @error: return location
 *
 * Returns: %FALSE if a reference would be left without its target
 */
gboolean
mull_reference_check (MullDatabase *db, GBytes *changeset, GError **error)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (reference_free);
  Check check = { .db = db, .references = references };
  guint n_rows = 0;
  gboolean good;

  /* Counting very many rows takes longer than looking at everything. */
  if (g_bytes_get_size (changeset) <= MAX_BYTES &&
      !mull_changeset_foreach (changeset, count_row_cb, &n_rows, error))
    return FALSE;
  if (n_rows > MAX_ROWS || g_bytes_get_size (changeset) > MAX_BYTES)
    good = check_everything (&check);
  else
    good = list_references (db, references, error) &&
           mull_changeset_foreach (changeset, check_row_cb, &check, error);
  if (check.error != NULL)
    {
      g_propagate_error (error, check.error);
      return FALSE;
    }
  if (check.broken)
    {
      g_set_error_literal (
          error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
          _ ("This step can no longer be undone, because something else depends on "
             "it now. Everything is as it was."));
      return FALSE;
    }
  return good;
}
