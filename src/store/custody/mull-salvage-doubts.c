/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-salvage-doubts"

#include "config.h"

#include "mull-salvage-doubts.h"

#include "mull-database-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* More than that is a damaged index, not damaged rows. */
#define MAX_MISSING 20
#define INDEX_NAME_SIZE 80

typedef struct
{
  gint64 id;
  char *table;
} Row;

struct _MullSalvageDoubts
{
  GHashTable *words; /* (nullable): number of an entry → sum over its words in the search index */
  GPtrArray *missing; /* (element-type Row): rows that an index does not have as they are */
};

static void
row_free (gpointer data)
{
  Row *self = data;

  g_free (self->table);
  g_free (self);
}

/* ── Words ────────────────────────────────────────────────────────────── */

static guint64
hash_word (const char *word, gint64 offset)
{
  guint64 hash = 14695981039346656037u;

  for (const char *c = word; c != NULL && *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * 1099511628211u;
  return (hash ^ (guint64) offset) * 1099511628211u;
}

static GHashTable *
sum_words (sqlite3 *handle)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (handle, "SELECT doc, term, offset FROM temp.old_words", -1,
                                 &statement, NULL);

  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      gint64 id;
      guint64 *sum;

      code = sqlite3_step (statement);
      if (code != SQLITE_ROW)
        break;
      id = sqlite3_column_int64 (statement, 0);
      sum = g_hash_table_lookup (sums, &id);
      if (sum == NULL)
        {
          sum = g_new0 (guint64, 1);
          g_hash_table_insert (sums, g_memdup2 (&id, sizeof id), sum);
        }
      *sum += hash_word ((const char *) sqlite3_column_text (statement, 1),
                         sqlite3_column_int64 (statement, 2));
    }
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? g_steal_pointer (&sums) : NULL;
}

/* Returns: (transfer full) (nullable): NULL if the index cannot be read to its end */
static GHashTable *
read_words (MullDatabase *db)
{
  sqlite3 *handle = mull_database_get_handle (db);
  gboolean is_look = mull_database_get_mode (db) == MULL_DATABASE_LOOK;
  GHashTable *words = NULL;

  /* A look writes nothing, not even what is gone with it. */
  if (is_look)
    sqlite3_exec (handle, "PRAGMA query_only = OFF", NULL, NULL, NULL);
  if (sqlite3_exec (handle,
                    "CREATE VIRTUAL TABLE temp.old_words"
                    " USING fts5vocab (main, entry_fts, instance)",
                    NULL, NULL, NULL) == SQLITE_OK)
    {
      words = sum_words (handle);
      sqlite3_exec (handle, "DROP TABLE temp.old_words", NULL, NULL, NULL);
    }
  if (is_look)
    sqlite3_exec (handle, "PRAGMA query_only = ON", NULL, NULL, NULL);
  return words;
}

/* ── Rows that are not in an index ────────────────────────────────────── */

static char *
dup_table (sqlite3 *handle, const char *index)
{
  sqlite3_stmt *statement = NULL;
  char *table = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT tbl_name FROM sqlite_schema WHERE name = ?1", -1,
                          &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, index, -1, SQLITE_STATIC);
      if (sqlite3_step (statement) == SQLITE_ROW)
        table = g_strdup ((const char *) sqlite3_column_text (statement, 0));
    }
  sqlite3_finalize (statement);
  return table;
}

static gboolean
is_listed (GPtrArray *rows, gint64 id, const char *table)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      if (row->id == id && g_str_equal (row->table, table))
        return TRUE;
    }
  return FALSE;
}

/* Returns: whether it is about a row, and not about the index as such */
static gboolean
read_finding (sqlite3 *handle, GPtrArray *rows, const char *finding)
{
  char index[INDEX_NAME_SIZE];
  g_autofree char *table = NULL;
  gint64 id;
  Row *row;

  if (g_str_has_prefix (finding, "wrong # of entries in index"))
    return TRUE;
  if (sscanf (finding, "row %" G_GINT64_FORMAT " missing from index %79s", &id, index) != 2)
    return FALSE;
  table = dup_table (handle, index);
  if (table == NULL || is_listed (rows, id, table))
    return TRUE;
  row = g_new0 (Row, 1);
  row->id = id;
  row->table = g_steal_pointer (&table);
  g_ptr_array_add (rows, row);
  return TRUE;
}

/* Nothing if an index is damaged as such: that is why it does not have them. */
static GPtrArray *
read_missing (sqlite3 *handle)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  sqlite3_stmt *statement = NULL;
  gboolean good =
      sqlite3_prepare_v2 (handle, "PRAGMA integrity_check", -1, &statement, NULL) == SQLITE_OK;

  while (good && sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *finding = (const char *) sqlite3_column_text (statement, 0);

      good = g_strcmp0 (finding, "ok") == 0 || read_finding (handle, rows, finding);
    }
  sqlite3_finalize (statement);
  if (!good || rows->len > MAX_MISSING)
    g_ptr_array_set_size (rows, 0);
  return rows;
}

/**
 * mull_salvage_doubts_new:
 * @db: a damaged file, or a look at it
 *
 * Returns: (transfer full): what its indexes say
 */
MullSalvageDoubts *
mull_salvage_doubts_new (MullDatabase *db)
{
  MullSalvageDoubts *self = g_new0 (MullSalvageDoubts, 1);

  self->words = read_words (db);
  self->missing = read_missing (mull_database_get_handle (db));
  return self;
}

/**
 * mull_salvage_doubts_free:
 * @self: (transfer full): what indexes said
 */
void
mull_salvage_doubts_free (MullSalvageDoubts *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

/* ── What that means ──────────────────────────────────────────────────── */

static gboolean
write_down (MullDatabase *db,
            MullSalvageList *list,
            const char *table,
            gint64 id,
            guint *n,
            GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT t.* FROM ", table, " AS t WHERE rowid = ?1", NULL);
  sqlite3_stmt *row = NULL;
  int code = sqlite3_prepare_v2 (mull_database_get_handle (db), sql, -1, &row, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_bind_int64 (row, 1, id);
      code = sqlite3_step (row);
    }
  if (code == SQLITE_ROW)
    *n += mull_salvage_list_add_doubt (list, table, id, row);
  sqlite3_finalize (row);
  return code == SQLITE_ROW || code == SQLITE_DONE || mull_database_fail (db, code, error);
}

static gboolean
list_words (MullSalvageDoubts *self,
            MullDatabase *db,
            MullSalvageList *list,
            guint *n,
            GError **error)
{
  g_autoptr (GHashTable) words = self->words != NULL ? read_words (db) : NULL;
  GHashTableIter iter;
  gpointer id, sum;

  if (words == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &id, &sum))
    {
      const guint64 *now = g_hash_table_lookup (words, id);

      if (now != NULL && *now != *(const guint64 *) sum &&
          !write_down (db, list, "entry", *(const gint64 *) id, n, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mull_salvage_doubts_list:
 * @db: the same rows with new indexes
 * @list: where each row is written down that the old indexes contradict
 * @n: (inout): grows by the number of these rows
 * @error: return location
 */
gboolean
mull_salvage_doubts_list (MullSalvageDoubts *self,
                          MullDatabase *db,
                          MullSalvageList *list,
                          guint *n,
                          GError **error)
{
  g_return_val_if_fail (self != NULL && MULL_IS_DATABASE (db), FALSE);

  for (guint i = 0; i < self->missing->len; i++)
    {
      const Row *row = self->missing->pdata[i];

      if (!write_down (db, list, row->table, row->id, n, error))
        return FALSE;
    }
  return list_words (self, db, list, n, error);
}
