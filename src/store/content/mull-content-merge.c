/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-content-merge"

#include "config.h"

#include "mull-content-merge.h"

#include "mull-error.h"
#include "mull-person-address.h"
#include "mull-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

#define MAX_KEY_COLUMNS 4

/* What makes two rows without a uuid the same one. The first column, if it is a reference, is what
 * they belong to. */
static const struct
{
  const char *table;
  const char *columns[MAX_KEY_COLUMNS + 1];
  gboolean is_unique; /* by its declaration; of the others the first one is meant */
} natural_keys[] = {
  { "person_company", { "person_id", "company_id" }, TRUE },
  { "person_address", { "person_id", "kind", "value_key", "label" } },
  { "member", { "deal_id", "person_id" } },
  { "entry_words", { "entry_id", "person_id", "words" } },
  { "entry_change", { "entry_id" }, TRUE },
  { "quiet_touch", { "quiet_id", "entry_id", "touch_id" } },
  { "qualification", { "deal_id", "question", "answered_at" } },
  { "roadblock_answer", { "roadblock_id", "rank", "question" } },
  { "roadblock_help", { "roadblock_id", "helper", "asked_on", "asked" } },
  { "call_review_item", { "review_id", "rank", "text" } },
  { "way_out", { "own_it_id", "rank", "text" } },
  { "script_beat", { "script_id", "beat" }, TRUE },
  { "source_identity", { "source", "kind", "source_id" }, TRUE },
};
static const char *const uuid_key[MAX_KEY_COLUMNS + 1] = { "uuid" };

/* How rows of a table are merged. Column i is parameter i + 1 in all of its statements. */
typedef struct
{
  MullContentTable *table;
  const char *const *key;
  gboolean is_unique;
  int owner; /* column with what the row belongs to, or -1 */
  char *find;
  char *insert;
  char *update; /* (nullable): all its columns are its key */
} Plan;

/* A reference to a row of the same table that comes later. */
typedef struct
{
  const Plan *plan;
  guint column;
  char *uuid;
  char *target;
} Later;

struct _MullContentMerge
{
  MullDatabase *db;
  GPtrArray *plans;
  GHashTable *highest; /* table → number of its last row before the merge */
  GPtrArray *later;
};

static void
plan_free (gpointer data)
{
  Plan *self = data;

  mull_content_table_free (self->table);
  g_free (self->find);
  g_free (self->insert);
  g_free (self->update);
  g_free (self);
}

static void
later_free (gpointer data)
{
  Later *self = data;

  g_free (self->uuid);
  g_free (self->target);
  g_free (self);
}

/* ── How a table is merged ────────────────────────────────────────────── */

static void
find_key (Plan *plan)
{
  plan->key = uuid_key;
  plan->is_unique = TRUE;
  if (mull_content_table_find (plan->table, "uuid") >= 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (natural_keys); i++)
    if (g_str_equal (natural_keys[i].table, plan->table->name))
      {
        plan->key = natural_keys[i].columns;
        plan->is_unique = natural_keys[i].is_unique;
        return;
      }
  g_assert_not_reached ();
}

static char *
build_where (const Plan *plan)
{
  g_autoptr (GString) sql = g_string_new (" WHERE ");

  for (guint i = 0; plan->key[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s IS ?%d", i == 0 ? "" : " AND ", plan->key[i],
                            mull_content_table_find (plan->table, plan->key[i]) + 1);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
build_sql (Plan *plan)
{
  const MullContentTable *table = plan->table;
  g_autoptr (GString) equal = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) parameters = g_string_new (NULL);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autofree char *where = build_where (plan);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *name = mull_content_table_get_column (table, i)->name;
      const char *comma = i == 0 ? "" : ", ";

      g_string_append_printf (equal, "%s%s IS ?%u", i == 0 ? "" : " AND ", name, i + 1);
      g_string_append_printf (names, "%s%s", comma, name);
      g_string_append_printf (parameters, "%s?%u", comma, i + 1);
      if (!g_strv_contains (plan->key, name))
        g_string_append_printf (changes, "%s%s = ?%u", changes->len == 0 ? "" : ", ", name, i + 1);
    }
  /* One that says the same is the one that is meant. */
  plan->find = g_strconcat ("SELECT max (", equal->str, ") FROM ", table->name, where, NULL);
  plan->insert = g_strconcat ("INSERT INTO ", table->name, " (", names->str, ") VALUES (",
                              parameters->str, ")", NULL);
  if (changes->len > 0 && plan->is_unique)
    plan->update = g_strconcat ("UPDATE ", table->name, " SET ", changes->str, where, NULL);
  else if (changes->len > 0)
    plan->update =
        g_strconcat ("UPDATE ", table->name, " SET ", changes->str,
                     " WHERE id = (SELECT min (id) FROM ", table->name, where, ")", NULL);
}

static gboolean
note_highest (MullContentMerge *self, const char *table, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT coalesce (max (id), 0) FROM ", table, NULL);
  g_autoptr (MullStatement) statement = NULL;

  if (g_hash_table_contains (self->highest, table))
    return TRUE;
  statement = mull_database_prepare_built (self->db, sql, error);
  if (statement == NULL || mull_statement_step (statement, error) != MULL_STEP_ROW)
    return FALSE;
  g_hash_table_insert (
      self->highest, g_strdup (table),
      g_memdup2 (&(gint64){ mull_statement_get_int64 (statement, 0) }, sizeof (gint64)));
  return TRUE;
}

static gboolean
add_plan (MullContentMerge *self, const char *name, GError **error)
{
  MullContentTable *table = mull_content_table_load (self->db, name, error);
  const MullContentColumn *first;
  Plan *plan;

  if (table == NULL)
    return FALSE;
  plan = g_new0 (Plan, 1);
  plan->table = table;
  find_key (plan);
  plan->owner = mull_content_table_find (table, plan->key[0]);
  g_ptr_array_add (self->plans, plan);
  build_sql (plan);
  first = mull_content_table_get_column (table, (guint) plan->owner);
  if (first->kind == MULL_CONTENT_REFERENCE)
    return note_highest (self, first->target, error);
  plan->owner = -1;
  return TRUE;
}

/**
 * mull_content_merge_new:
 * @db: (transfer none): where to; has to live as long as this
 * @error: return location
 *
 * Returns: (transfer full) (nullable): nothing merged yet
 */
MullContentMerge *
mull_content_merge_new (MullDatabase *db, GError **error)
{
  g_autoptr (MullContentMerge) self = g_new0 (MullContentMerge, 1);
  const char *const *tables = mull_store_content_tables ();

  self->db = db;
  self->plans = g_ptr_array_new_with_free_func (plan_free);
  self->highest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->later = g_ptr_array_new_with_free_func (later_free);
  for (guint i = 0; tables[i] != NULL; i++)
    if (!add_plan (self, tables[i], error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * mull_content_merge_free:
 * @self: (transfer full): a merge
 *
 * Frees it; what was merged stays merged.
 */
void
mull_content_merge_free (MullContentMerge *self)
{
  g_ptr_array_unref (self->plans);
  g_hash_table_unref (self->highest);
  g_ptr_array_unref (self->later);
  g_free (self);
}

/**
 * mull_content_merge_get_n_tables:
 *
 * Returns: how many tables there are
 */
guint
mull_content_merge_get_n_tables (MullContentMerge *self)
{
  return self->plans->len;
}

/**
 * mull_content_merge_get_table:
 * @index: from 0, in the order in which their rows have to come
 *
 * Returns: (transfer none): the table
 */
const MullContentTable *
mull_content_merge_get_table (MullContentMerge *self, guint index)
{
  const Plan *plan = g_ptr_array_index (self->plans, index);

  return plan->table;
}

/* ── A row ────────────────────────────────────────────────────────────── */

static const char *
get_value (const Plan *plan, const char *const *values, const char *column)
{
  int i = mull_content_table_find (plan->table, column);

  return i >= 0 && values[i] != NULL ? values[i] : "";
}

/* The table that a reference of this row points to. */
static const char *
find_target (const Plan *plan, const char *const *values, const MullContentColumn *column)
{
  return column->target != NULL ? column->target : get_value (plan, values, "kind");
}

/* @id is 0 if there is no such row. */
static gboolean
look_up (MullContentMerge *self, const char *table, const char *uuid, gint64 *id, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT id FROM ", table, " WHERE uuid = ?1", NULL);
  g_autoptr (MullStatement) statement = mull_database_prepare_built (self->db, sql, error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, uuid);
  step = mull_statement_step (statement, error);
  *id = step == MULL_STEP_ROW ? mull_statement_get_int64 (statement, 0) : 0;
  return step != MULL_STEP_ERROR;
}

static gboolean
refuse_reference (const MullContentTable *table, const char *uuid, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: the name of a table as the file has it ("hole"), and an identity */
               _ ("a %s refers to %s, which is not there"), table->name, uuid);
  return FALSE;
}

static gboolean
resolve (MullContentMerge *self,
         const Plan *plan,
         guint index,
         const char *const *values,
         gint64 *id,
         GError **error)
{
  const MullContentColumn *column = mull_content_table_get_column (plan->table, index);
  const char *target = find_target (plan, values, column);
  Later *later;

  if (!look_up (self, target, values[index], id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (column->is_required || !g_str_equal (target, plan->table->name))
    return refuse_reference (plan->table, values[index], error);
  later = g_new0 (Later, 1);
  later->plan = plan;
  later->column = index;
  later->uuid = g_strdup (get_value (plan, values, "uuid"));
  later->target = g_strdup (values[index]);
  g_ptr_array_add (self->later, later);
  return TRUE;
}

static char *
dup_key (const Plan *plan, const char *const *values)
{
  int kind = MULL_ADDRESS_PHONE;

  if (mull_content_table_find (plan->table, "value") < 0)
    return mull_text_fold (get_value (plan, values, "name"));
  mull_enum_from_nick (MULL_TYPE_ADDRESS_KIND, get_value (plan, values, "kind"), &kind);
  return mull_address_key (kind, get_value (plan, values, "value"));
}

/* The values with references as numbers of this database; text of a number is taken as a number. */
static GPtrArray *
localise (MullContentMerge *self, const Plan *plan, const char *const *values, GError **error)
{
  g_autoptr (GPtrArray) local = g_ptr_array_new_null_terminated (0, g_free, FALSE);

  for (guint i = 0; i < plan->table->columns->len; i++)
    {
      const MullContentColumn *column = mull_content_table_get_column (plan->table, i);
      gint64 id = 0;

      if (column->kind == MULL_CONTENT_KEY)
        g_ptr_array_add (local, dup_key (plan, values));
      else if (values[i] == NULL || column->kind != MULL_CONTENT_REFERENCE)
        g_ptr_array_add (local, g_strdup (values[i]));
      else if (!resolve (self, plan, i, values, &id, error))
        return NULL;
      else
        g_ptr_array_add (local, id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL);
    }
  return g_steal_pointer (&local);
}

static void
bind (MullStatement *statement, const Plan *plan, GPtrArray *local)
{
  for (guint i = 0; i < local->len; i++)
    {
      const char *value = local->pdata[i];

      if (value == NULL)
        mull_statement_bind_null (statement, (int) i + 1);
      else
        switch (mull_content_table_get_column (plan->table, i)->kind)
          {
          case MULL_CONTENT_NUMBER:
          case MULL_CONTENT_INSTANT:
          case MULL_CONTENT_REFERENCE:
            mull_statement_bind_int64 (statement, (int) i + 1, g_ascii_strtoll (value, NULL, 10));
            break;
          case MULL_CONTENT_TEXT:
          case MULL_CONTENT_DAY:
          case MULL_CONTENT_KEY:
            mull_statement_bind_text (statement, (int) i + 1, value);
            break;
          }
    }
}

static gboolean
run (MullContentMerge *self, const Plan *plan, const char *sql, GPtrArray *local, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_built (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  bind (statement, plan, local);
  return mull_statement_run (statement, error);
}

static gboolean
find_row (MullContentMerge *self,
          const Plan *plan,
          GPtrArray *local,
          MullMergeOutcome *outcome,
          GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_built (self->db, plan->find, error);

  if (statement == NULL)
    return FALSE;
  bind (statement, plan, local);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  if (mull_statement_is_null (statement, 0))
    *outcome = MULL_MERGE_NEW;
  else
    *outcome =
        mull_statement_get_int64 (statement, 0) != 0 ? MULL_MERGE_IDENTICAL : MULL_MERGE_CHANGED;
  return TRUE;
}

/* All that belongs to a new thing is new: rows that look alike are then two. */
static gboolean
belongs_to_new (MullContentMerge *self, const Plan *plan, GPtrArray *local)
{
  const gint64 *highest;

  if (plan->owner < 0)
    return FALSE;
  highest = g_hash_table_lookup (
      self->highest, mull_content_table_get_column (plan->table, (guint) plan->owner)->target);
  return g_ascii_strtoll (local->pdata[plan->owner], NULL, 10) > *highest;
}

/**
 * mull_content_merge_row:
 * @table: the index of its table
 * @values: (array): a text or %NULL for each column: instants as microseconds, references as uuids;
 *   keys are not looked at
 * @outcome: (out): what became of it
 * @error: return location; what refuses a row is a %MULL_ERROR_INVALID whose message is a clause
 *
 * Brings a row in.
 */
gboolean
mull_content_merge_row (MullContentMerge *self,
                        guint table,
                        const char *const *values,
                        MullMergeOutcome *outcome,
                        GError **error)
{
  const Plan *plan = g_ptr_array_index (self->plans, table);
  g_autoptr (GPtrArray) local = localise (self, plan, values, error);

  if (local == NULL)
    return FALSE;
  *outcome = MULL_MERGE_NEW;
  if (!belongs_to_new (self, plan, local) && !find_row (self, plan, local, outcome, error))
    return FALSE;
  switch (*outcome)
    {
    case MULL_MERGE_NEW:
      return run (self, plan, plan->insert, local, error);
    case MULL_MERGE_CHANGED:
      return run (self, plan, plan->update, local, error);
    case MULL_MERGE_IDENTICAL:
      break;
    }
  return TRUE;
}

/**
 * mull_content_merge_finish:
 * @error: return location, as for mull_content_merge_row()
 *
 * Sets what pointed to rows that came later. Call once, after the last row.
 */
gboolean
mull_content_merge_finish (MullContentMerge *self, GError **error)
{
  for (guint i = 0; i < self->later->len; i++)
    {
      const Later *later = self->later->pdata[i];
      const MullContentTable *table = later->plan->table;
      g_autofree char *sql =
          g_strconcat ("UPDATE ", table->name, " SET ",
                       mull_content_table_get_column (table, later->column)->name,
                       " = ?2 WHERE uuid = ?1", NULL);
      g_autoptr (MullStatement) statement = NULL;
      gint64 id;

      if (!look_up (self, table->name, later->target, &id, error))
        return FALSE;
      if (id == 0)
        return refuse_reference (table, later->target, error);
      statement = mull_database_prepare_built (self->db, sql, error);
      if (statement == NULL)
        return FALSE;
      mull_statement_bind_text (statement, 1, later->uuid);
      mull_statement_bind_int64 (statement, 2, id);
      if (!mull_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
