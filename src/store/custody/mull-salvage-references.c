/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-salvage-references"

#include "config.h"

#include "mull-salvage-references.h"

#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-statement.h"
#include "mull-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* Each round may take away what others refer to; no chain of references is as long. */
#define MAX_ROUNDS 20

/* What stands in for a lost row: ?1 is its number, ?2 a new uuid, ?3 its name, ?4 the same folded,
 * ?5 the present time. What it refers to may be lost as well, which the next round sees to. */
static const struct
{
  const char *table;
  const char *name;
  const char *sql;
} stand_ins[] = {
  { "pipeline",
    /* Translators: name of a pipeline whose own name is lost; its number follows */
    N_ ("Recovered pipeline"),
    "INSERT INTO pipeline (id, uuid, name, rank, created_at) SELECT ?1, ?2, ?3, ?1, ?5 WHERE ?4 IS "
    "NOT NULL" },
  { "stage",
    /* Translators: name of a stage whose own name is lost */
    N_ ("Recovered stage"),
    "INSERT INTO stage (id, uuid, pipeline_id, name, rank)"
    "  SELECT ?1, ?2, coalesce ((SELECT min (id) FROM pipeline), 1), ?3, ?1 WHERE ?4 IS NOT NULL "
    "AND ?5 IS NOT NULL" },
  { "company",
    /* Translators: name of a company whose own name is lost */
    N_ ("Recovered company"),
    "INSERT INTO company (id, uuid, name, name_key, created_at) VALUES (?1, ?2, ?3, ?4, ?5)" },
  { "person",
    /* Translators: name of a person whose own name is lost */
    N_ ("Recovered person"),
    "INSERT INTO person (id, uuid, name, name_key, created_at) VALUES (?1, ?2, ?3, ?4, ?5)" },
  { "deal",
    /* Translators: title of a deal whose own title is lost */
    N_ ("Recovered deal"),
    "INSERT INTO deal (id, uuid, title, stage_id, rank, created_at, stage_since_at)"
    "  SELECT ?1, ?2, ?3, coalesce ((SELECT min (id) FROM stage), 1), ?1, ?5, ?5 WHERE ?4 IS NOT "
    "NULL" },
};

/* What a column refers to. @is_part: the row is nothing without it. */
typedef struct
{
  char *column;
  char *target;
  gboolean is_part;
} Reference;

typedef struct
{
  MullDatabase *db;
  MullSalvageList *list;
  gint64 now;
  guint n_altered;
  guint n_removed;
  gboolean is_changed; /* in this round */
} Mending;

/* Rows of @table of which @column leads nowhere. */
#define LOST_TARGET " WHERE %2$s IS NOT NULL AND %2$s NOT IN (SELECT id FROM %3$s)"

static gboolean
write_down (Mending *self,
            const char *table,
            const Reference *reference,
            const char *what,
            guint *n,
            GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT t.* FROM %1$s AS t" LOST_TARGET, table,
                                          reference->column, reference->target);
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (self->db, sql, error);
  MullStep step = MULL_STEP_ERROR;

  while (statement != NULL && (step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      mull_salvage_list_add (self->list, table, 0, what, mull_statement_get_handle (statement));
      self->is_changed = TRUE;
      (*n)++;
    }
  return step == MULL_STEP_DONE;
}

static gboolean
cut_off (Mending *self, const char *table, const Reference *reference, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %1$s SET %2$s = NULL" LOST_TARGET, table,
                                          reference->column, reference->target);

  return mull_database_exec (self->db, sql, error);
}

static gboolean
leave_out (Mending *self, const char *table, const Reference *reference, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("DELETE FROM %1$s" LOST_TARGET, table, reference->column, reference->target);

  return mull_database_exec (self->db, sql, error);
}

static int
find_stand_in (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (stand_ins); i++)
    if (g_str_equal (stand_ins[i].table, table))
      return (int) i;
  return -1;
}

static gboolean
add_stand_in (Mending *self, int index, gint64 id, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (self->db, stand_ins[index].sql, error);
  g_autofree char *name = g_strdup_printf ("%s %d", _ (stand_ins[index].name), (int) id);
  g_autofree char *key = mull_text_fold (name);
  g_autofree char *uuid = mull_uuid_new ();

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, id);
  mull_statement_bind_text (statement, 2, uuid);
  mull_statement_bind_text (statement, 3, name);
  mull_statement_bind_text (statement, 4, key);
  mull_statement_bind_int64 (statement, 5, self->now);
  mull_salvage_list_add (self->list, stand_ins[index].table, id,
                         _ ("lost; an empty one with this name stands in for it"), NULL);
  self->is_changed = TRUE;
  self->n_altered++;
  return mull_statement_run (statement, error);
}

static gboolean
add_stand_ins (Mending *self,
               const char *table,
               const Reference *reference,
               int index,
               GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT %2$s FROM %1$s" LOST_TARGET, table,
                                          reference->column, reference->target);
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (self->db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  MullStep step = MULL_STEP_ERROR;

  while (statement != NULL && (step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      gint64 id = mull_statement_get_int64 (statement, 0);

      /* A number that was damaged itself leads nowhere at all. */
      if (id > 0 && id <= MULL_SALVAGE_MAX_ID)
        g_array_append_val (ids, id);
    }
  if (step != MULL_STEP_DONE)
    return FALSE;
  g_clear_pointer (&statement, mull_statement_release);
  for (guint i = 0; i < ids->len; i++)
    if (!add_stand_in (self, index, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
mend_reference (Mending *self, const char *table, const Reference *reference, GError **error)
{
  int index = reference->is_part ? find_stand_in (reference->target) : -1;

  if (index >= 0 && !add_stand_ins (self, table, reference, index, error))
    return FALSE;
  if (reference->is_part)
    return write_down (self, table, reference, _ ("left out, because what it belongs to is lost"),
                       &self->n_removed, error) &&
           leave_out (self, table, reference, error);
  return write_down (self, table, reference, _ ("kept, but without something lost that it named"),
                     &self->n_altered, error) &&
         cut_off (self, table, reference, error);
}

static void
reference_free (gpointer data)
{
  Reference *self = data;

  g_free (self->column);
  g_free (self->target);
  g_free (self);
}

static GPtrArray *
list_references (MullDatabase *db, const char *table, GError **error)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (reference_free);
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      db,
      "SELECT \"from\", \"table\", on_delete <> 'SET NULL' FROM pragma_foreign_key_list(?1)"
      " ORDER BY id",
      error);
  MullStep step = MULL_STEP_ERROR;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_text (statement, 1, table);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      Reference *reference = g_new0 (Reference, 1);

      reference->column = mull_statement_dup_text (statement, 0);
      reference->target = mull_statement_dup_text (statement, 1);
      reference->is_part = mull_statement_get_int64 (statement, 2) != 0;
      g_ptr_array_add (references, reference);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&references) : NULL;
}

static gboolean
mend_table (Mending *self, const char *table, GError **error)
{
  g_autoptr (GPtrArray) references = list_references (self->db, table, error);

  for (guint i = 0; references != NULL && i < references->len; i++)
    if (!mend_reference (self, table, references->pdata[i], error))
      return FALSE;
  return references != NULL;
}

/**
 * mull_salvage_mend_references:
 * @db: a new file, inside a transaction and with foreign keys off
 * @list: where everything that is done is written down
 * @now: microseconds UTC
 * @n_altered: (inout): how many rows are not as they were
 * @n_removed: (inout): how many rows were left out
 * @error: return location
 */
gboolean
mull_salvage_mend_references (MullDatabase *db,
                              MullSalvageList *list,
                              gint64 now,
                              guint *n_altered,
                              guint *n_removed,
                              GError **error)
{
  Mending self = { .db = db, .list = list, .now = now };
  const char *const *tables = mull_store_content_tables ();
  guint n_rounds = 0;

  g_return_val_if_fail (mull_database_in_transaction (db), FALSE);

  do
    {
      self.is_changed = FALSE;
      for (guint i = 0; tables[i] != NULL; i++)
        if (!mend_table (&self, tables[i], error))
          return FALSE;
    }
  while (self.is_changed && n_rounds++ < MAX_ROUNDS);
  *n_altered += self.n_altered;
  *n_removed += self.n_removed;
  return TRUE;
}
