/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-merge-store"

#include "config.h"

#include "mull-merge-store.h"

#include "mull-content-table.h"
#include "mull-store.h"

/* What refers to a person or a company is read off the schema, so that no reference that is added
 * later can be forgotten. */
typedef gboolean (*VisitFunc) (MullDatabase *db,
                               const char *table,
                               const char *column,
                               gpointer user_data,
                               GError **error);

static gboolean
visit_references (MullDatabase *db,
                  const char *target,
                  VisitFunc func,
                  gpointer user_data,
                  GError **error)
{
  const char *const *tables = mull_store_content_tables ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autoptr (MullContentTable) table = mull_content_table_load (db, tables[i], error);

      if (table == NULL)
        return FALSE;
      for (guint j = 0; j < table->columns->len; j++)
        {
          const MullContentColumn *column = mull_content_table_get_column (table, j);

          if (g_strcmp0 (column->target, target) == 0 &&
              !func (db, table->name, column->name, user_data, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* ── Counting ─────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 id;
  MullReferenceFunc func;
  gpointer user_data;
} Count;

static gboolean
count_reference (MullDatabase *db,
                 const char *table,
                 const char *column,
                 gpointer user_data,
                 GError **error)
{
  Count *count = user_data;
  g_autofree char *sql =
      g_strconcat ("SELECT count (*) FROM ", table, " WHERE ", column, " = ?1", NULL);
  g_autoptr (MullStatement) statement = mull_database_prepare_built (db, sql, error);
  gint64 n;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, count->id);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  n = mull_statement_get_int64 (statement, 0);
  if (n > 0)
    count->func (table, column, n, count->user_data);
  return TRUE;
}

/**
 * mull_merge_store_count:
 * @target: "person" or "company"
 * @id: one of them
 * @func: (scope call): called for every column that refers to it
 * @user_data: for @func
 */
gboolean
mull_merge_store_count (MullDatabase *db,
                        const char *target,
                        gint64 id,
                        MullReferenceFunc func,
                        gpointer user_data,
                        GError **error)
{
  Count count = { id, func, user_data };

  return visit_references (db, target, count_reference, &count, error);
}

/* ── Moving ───────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 from_id;
  gint64 to_id;
} Move;

static gboolean
run (MullDatabase *db, const char *sql, gint64 first, gint64 second, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_built (db, sql, error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, first);
  mull_statement_bind_int64 (statement, 2, second);
  return mull_statement_run (statement, error);
}

static gboolean
move_reference (MullDatabase *db,
                const char *table,
                const char *column,
                gpointer user_data,
                GError **error)
{
  const Move *move = user_data;
  g_autofree char *sql =
      g_strconcat ("UPDATE ", table, " SET ", column, " = ?2 WHERE ", column, " = ?1", NULL);

  return run (db, sql, move->from_id, move->to_id, error);
}

/* The one table in which a person and a company may stand together once only. */
static gboolean
drop_double_companies (MullDatabase *db, gboolean people, const Move *move, GError **error)
{
  return run (db,
              people ? "DELETE FROM person_company WHERE person_id = ?1 AND company_id IN"
                       " (SELECT company_id FROM person_company WHERE person_id = ?2)"
                     : "DELETE FROM person_company WHERE company_id = ?1 AND person_id IN"
                       " (SELECT person_id FROM person_company WHERE company_id = ?2)",
              move->from_id, move->to_id, error);
}

static gboolean
move_identities (MullDatabase *db, const char *target, const Move *move, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db, "UPDATE source_identity SET object_id = ?2 WHERE kind = ?3 AND object_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, move->from_id);
  mull_statement_bind_int64 (statement, 2, move->to_id);
  mull_statement_bind_text (statement, 3, target);
  return mull_statement_run (statement, error);
}

/**
 * mull_merge_store_move:
 * @target: "person" or "company"
 * @from_id: who or what is referred to
 * @to_id: who or what shall be referred to instead
 *
 * Moves every reference: what happened with the one has happened with the other. Where both stand
 * in one place already, in a buying centre or with one address twice, the caller has seen to it.
 */
gboolean
mull_merge_store_move (MullDatabase *db,
                       const char *target,
                       gint64 from_id,
                       gint64 to_id,
                       GError **error)
{
  Move move = { from_id, to_id };

  return drop_double_companies (db, g_str_equal (target, "person"), &move, error) &&
         visit_references (db, target, move_reference, &move, error) &&
         move_identities (db, target, &move, error);
}

/**
 * mull_merge_store_add_company:
 * @company_id: a further company of the person, or 0 for none
 */
gboolean
mull_merge_store_add_company (MullDatabase *db, gint64 person_id, gint64 company_id, GError **error)
{
  return company_id == 0 ||
         run (db,
              "INSERT INTO person_company (person_id, company_id) VALUES (?1, ?2)"
              " ON CONFLICT (person_id, company_id) DO NOTHING",
              person_id, company_id, error);
}

/**
 * mull_merge_store_tidy_companies:
 * @target: "person" or "company"
 * @id: who or what was merged
 *
 * The first company of somebody is none of their further ones.
 */
gboolean
mull_merge_store_tidy_companies (MullDatabase *db, const char *target, gint64 id, GError **error)
{
  return run (db,
              g_str_equal (target, "person")
                  ? "DELETE FROM person_company WHERE person_id = ?1"
                    " AND company_id = (SELECT company_id FROM person WHERE id = ?2)"
                  : "DELETE FROM person_company WHERE company_id = ?1"
                    " AND person_id IN (SELECT id FROM person WHERE company_id = ?2)",
              id, id, error);
}
