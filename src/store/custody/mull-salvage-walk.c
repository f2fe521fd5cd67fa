/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-salvage-walk"

#include "config.h"

#include "mull-salvage-walk.h"

#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-page-guard.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* More is not looked for one by one: rows are numbered without large gaps. */
#define MAX_PROBES (50 * 1000)
/* Where nothing says how far the numbers go, a few lost pages are all that is looked over. */
#define BLIND_PROBES 1000
/* A damaged file may lead in circles: nobody can have more rows than fit into so many bytes each.
 */
#define MIN_ROW_BYTES 8

struct _MullSalvageWalk
{
  MullDatabase *source; /* owned */
  char *table;
  char *columns;
  char *key;        /* what the rows are ordered by */
  gboolean has_ids; /* the key is the number of the row */
  gboolean is_text; /* the key is text, so there is nothing between two of them to be tried */
  GHashTable *seen; /* numbers of rows */
  gint64 max_rows;
  gint64 n_rows;
  gboolean met_damage;
  gboolean has_whole_index; /* that knows of every row there was */
};

/* How many damaged pages were read so far, if that is noted. */
static guint
count_wrong (MullSalvageWalk *self)
{
  const MullPageGuard *guard = mull_page_guard_get (mull_database_get_handle (self->source));

  return guard != NULL ? guard->n_all_wrong : 0;
}

/* The first part of the primary key. */
static gboolean
find_key (MullSalvageWalk *self, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      self->source,
      "SELECT name, type, (SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0)"
      "  FROM pragma_table_info(?1) WHERE pk = 1",
      error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, self->table);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  self->key = mull_statement_dup_text (statement, 0);
  self->is_text = !g_str_equal (mull_statement_get_text (statement, 1), "INTEGER");
  self->has_ids = !self->is_text && mull_statement_get_int64 (statement, 2) == 1;
  return TRUE;
}

/**
 * mull_salvage_walk_new:
 * @source: a look at a damaged file whose schema can be read
 * @table: one of its tables
 * @columns: what is read of each row
 * @error: return location
 *
 * Returns: (transfer full): what reads the table, or %NULL
 */
MullSalvageWalk *
mull_salvage_walk_new (MullDatabase *source, const char *table, const char *columns, GError **error)
{
  g_autoptr (MullSalvageWalk) self = g_new0 (MullSalvageWalk, 1);
  gint64 n_pages = 0;

  self->source = g_object_ref (source);
  self->table = g_strdup (table);
  self->columns = g_strdup (columns);
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!mull_database_query_int64 (source, "PRAGMA page_count", &n_pages, error) ||
      !find_key (self, error))
    return NULL;
  self->max_rows = n_pages * 4096 / MIN_ROW_BYTES;
  return g_steal_pointer (&self);
}

/**
 * mull_salvage_walk_free:
 * @self: (transfer full): what read a table
 */
void
mull_salvage_walk_free (MullSalvageWalk *self)
{
  g_clear_object (&self->source);
  g_hash_table_unref (self->seen);
  g_free (self->table);
  g_free (self->columns);
  g_free (self->key);
  g_free (self);
}

/**
 * mull_salvage_walk_get_key:
 *
 * Returns: (transfer none): the first column of the primary key
 */
const char *
mull_salvage_walk_get_key (MullSalvageWalk *self)
{
  return self->key;
}

/**
 * mull_salvage_walk_has_ids:
 *
 * Returns: whether a row of the table has a number of its own
 */
gboolean
mull_salvage_walk_has_ids (MullSalvageWalk *self)
{
  return self->has_ids;
}

static sqlite3_stmt *
prepare (MullSalvageWalk *self, const char *condition, const char *order)
{
  g_autofree char *sql =
      g_strconcat ("SELECT ", self->has_ids ? self->key : "0", ", ", self->columns, " FROM ",
                   self->table, " NOT INDEXED WHERE ", self->key, " ", condition, " ?1 ORDER BY ",
                   self->key, " ", order, NULL);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (mull_database_get_handle (self->source), sql, -1, &statement, NULL) !=
      SQLITE_OK)
    g_info ("%s: %s", self->table, sqlite3_errmsg (mull_database_get_handle (self->source)));
  return statement;
}

/* A row that was met before is known, whichever way led to it. */
static gboolean
take_row (MullSalvageWalk *self,
          sqlite3_stmt *row,
          MullSalvageRowFunc func,
          gpointer user_data,
          GError **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  self->n_rows++;
  if (self->has_ids && !g_hash_table_add (self->seen, g_memdup2 (&id, sizeof id)))
    return TRUE;
  return func (row, user_data, error);
}

/* Reads what @statement gives until that fails. @last: the number of the last row.
 * Returns: SQLITE_DONE, what it failed with, or SQLITE_ABORT with @error set */
static int
read_rows (MullSalvageWalk *self,
           sqlite3_stmt *statement,
           MullSalvageRowFunc func,
           gpointer user_data,
           gint64 *last,
           GError **error)
{
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      *last = sqlite3_column_int64 (statement, 0);
      if (!take_row (self, statement, func, user_data, error))
        return SQLITE_ABORT;
      if (self->n_rows > self->max_rows)
        return SQLITE_CORRUPT;
    }
  return code;
}

static gboolean
is_damage (int code)
{
  return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB ||
         code == SQLITE_IOERR_SHORT_READ;
}

/* Row by row between what was read upwards and what was read downwards; where there is one again,
 * upwards from there. */
static int
probe (MullSalvageWalk *self,
       gint64 first,
       gint64 end,
       MullSalvageRowFunc func,
       gpointer user_data,
       GError **error)
{
  sqlite3_stmt *one = prepare (self, "=", "ASC");
  sqlite3_stmt *up = prepare (self, ">=", "ASC");
  guint n_probes = 0;
  int code = one != NULL && up != NULL ? SQLITE_DONE : SQLITE_CORRUPT;

  for (gint64 id = first; id < end && code != SQLITE_ABORT && n_probes++ < MAX_PROBES &&
                          self->n_rows <= self->max_rows && one != NULL && up != NULL;
       id++)
    {
      gint64 last = id;

      if (self->has_ids && g_hash_table_contains (self->seen, &id))
        continue;
      sqlite3_bind_int64 (one, 1, id);
      code = read_rows (self, one, func, user_data, &last, error);
      sqlite3_reset (one);
      if (!self->has_ids || !g_hash_table_contains (self->seen, &id) || code == SQLITE_ABORT)
        continue;
      sqlite3_bind_int64 (up, 1, id + 1);
      code = read_rows (self, up, func, user_data, &last, error);
      sqlite3_reset (up);
      id = MAX (id, MIN (last, end));
      n_probes = 0;
    }
  sqlite3_finalize (one);
  sqlite3_finalize (up);
  return code;
}

static void
bind_end (MullSalvageWalk *self, sqlite3_stmt *statement, gboolean first)
{
  /* No text sorts after a blob, and none before the empty one. */
  if (self->is_text && first)
    sqlite3_bind_text (statement, 1, "", 0, SQLITE_STATIC);
  else if (self->is_text)
    sqlite3_bind_zeroblob (statement, 1, 1);
  else
    sqlite3_bind_int64 (statement, 1, first ? G_MININT64 : G_MAXINT64);
}

/* @last: the last row that was met, if there is one */
static int
read_from_end (MullSalvageWalk *self,
               gboolean first,
               MullSalvageRowFunc func,
               gpointer user_data,
               gint64 *last,
               GError **error)
{
  sqlite3_stmt *statement = prepare (self, first ? ">=" : "<=", first ? "ASC" : "DESC");
  int code = SQLITE_CORRUPT;

  if (statement == NULL)
    return code;
  bind_end (self, statement, first);
  code = read_rows (self, statement, func, user_data, last, error);
  sqlite3_finalize (statement);
  return code;
}

/* ── What the indexes know ────────────────────────────────────────────── */

static void
add_known (MullSalvageWalk *self, GHashTable *known, const char *index, const char *order)
{
  g_autofree char *sql = g_strconcat ("SELECT ", self->key, " FROM ", self->table, " INDEXED BY ",
                                      index, " ORDER BY ", order, NULL);
  sqlite3_stmt *statement = NULL;
  guint n_wrong = count_wrong (self);
  gint64 n = 0;
  int code =
      sqlite3_prepare_v2 (mull_database_get_handle (self->source), sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    while ((code = sqlite3_step (statement)) == SQLITE_ROW && n++ < self->max_rows)
      {
        gint64 id = sqlite3_column_int64 (statement, 0);

        if (id > 0)
          g_hash_table_add (known, g_memdup2 (&id, sizeof id));
      }
  if (code == SQLITE_DONE && count_wrong (self) == n_wrong)
    self->has_whole_index = TRUE;
  sqlite3_finalize (statement);
}

/* Each index of which every row has a part, read from both of its ends. */
static void
add_known_of_indexes (MullSalvageWalk *self, GHashTable *known)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (
          mull_database_get_handle (self->source),
          "SELECT l.name,"
          "       (SELECT group_concat (name, ', ') FROM pragma_index_info(l.name)),"
          "       (SELECT group_concat (name || ' DESC', ', ')"
          "          FROM pragma_index_info(l.name))"
          "  FROM pragma_index_list(?1) AS l WHERE l.partial = 0",
          -1, &statement, NULL) != SQLITE_OK)
    return;
  sqlite3_bind_text (statement, 1, self->table, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *index = (const char *) sqlite3_column_text (statement, 0);

      add_known (self, known, index, (const char *) sqlite3_column_text (statement, 1));
      add_known (self, known, index, (const char *) sqlite3_column_text (statement, 2));
    }
  sqlite3_finalize (statement);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static GArray *
list_known (MullSalvageWalk *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  if (self->has_ids)
    add_known_of_indexes (self, known);
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids);
  return ids;
}

/**
 * mull_salvage_walk_list_lost:
 *
 * Returns: (transfer full) (element-type gint64): the numbers of the rows that an index knows of
 * and that mull_salvage_walk_run() did not meet, in order
 */
GArray *
mull_salvage_walk_list_lost (MullSalvageWalk *self)
{
  GArray *lost = list_known (self);
  guint n = 0;

  for (guint i = 0; i < lost->len; i++)
    if (!g_hash_table_contains (self->seen, &g_array_index (lost, gint64, i)))
      g_array_index (lost, gint64, n++) = g_array_index (lost, gint64, i);
  g_array_set_size (lost, n);
  return lost;
}

/**
 * mull_salvage_walk_note_damage:
 *
 * The pages by which the rows are reached were pieced together.
 */
void
mull_salvage_walk_note_damage (MullSalvageWalk *self)
{
  self->met_damage = TRUE;
}

/**
 * mull_salvage_walk_may_lack:
 *
 * Returns: whether rows may have been lost that mull_salvage_walk_list_lost() did not name: the
 * table is damaged, and so is every index that could tell, or it has none
 */
gboolean
mull_salvage_walk_may_lack (MullSalvageWalk *self)
{
  return self->met_damage && !self->has_whole_index;
}

/* ── All of it ────────────────────────────────────────────────────────── */

/* What lies between the two ends; if nothing was read downwards, up to the last known row. */
static int
read_between (MullSalvageWalk *self,
              gint64 low,
              gint64 high,
              MullSalvageRowFunc func,
              gpointer user_data,
              GError **error)
{
  g_autoptr (GArray) known = NULL;

  if (self->is_text)
    return SQLITE_DONE;
  known = list_known (self);
  if (high == G_MAXINT64)
    high = known->len > 0 ? g_array_index (known, gint64, known->len - 1) + 1
                          : MAX (low, 0) + BLIND_PROBES;
  return probe (self, MAX (low, 0) + 1, high, func, user_data, error);
}

/**
 * mull_salvage_walk_run:
 * @func: (scope call): takes each row once
 * @user_data: for @func
 * @error: return location
 *
 * Returns: %FALSE if @func gave up, or the disk failed; what cannot be read is no failure
 */
gboolean
mull_salvage_walk_run (MullSalvageWalk *self,
                       MullSalvageRowFunc func,
                       gpointer user_data,
                       GError **error)
{
  gint64 low = 0, high = G_MAXINT64;
  guint n_wrong;
  int code;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  n_wrong = count_wrong (self);
  code = read_from_end (self, TRUE, func, user_data, &low, error);
  self->met_damage |= is_damage (code) || count_wrong (self) != n_wrong;
  if (is_damage (code))
    code = read_from_end (self, FALSE, func, user_data, &high, error);
  /* Downwards the whole of it may be read, past where it broke off upwards. */
  if (is_damage (code))
    code = read_between (self, low, high, func, user_data, error);
  if (code == SQLITE_DONE || is_damage (code))
    return TRUE;
  return code != SQLITE_ABORT && mull_database_fail (self->source, code, error);
}
