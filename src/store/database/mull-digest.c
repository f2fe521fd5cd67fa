/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-digest"

#include "config.h"

#include "mull-content-table.h"
#include "mull-database-private.h"
#include "mull-store.h"

#include <string.h>

#define HASH_SIZE 32

/* The schema of a version is known text by text, so the query of a table is made once. */
static char *
dup_query (MullDatabase *db, const char *table, GError **error)
{
  static GMutex mutex;
  static GHashTable *known;
  g_autofree char *key = g_strdup_printf ("%d %s", mull_database_get_version (db), table);
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  g_autoptr (MullContentTable) content = NULL;
  char *sql;

  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sql = g_hash_table_lookup (known, key);
  if (sql != NULL)
    return g_strdup (sql);
  content = mull_content_table_load (db, table, error);
  if (content == NULL)
    return NULL;
  g_hash_table_insert (known, g_steal_pointer (&key), g_strdup (content->select));
  return g_strdup (content->select);
}

static void
hash_row (MullStatement *row, GChecksum *checksum, guint8 *hash)
{
  sqlite3_stmt *handle = mull_statement_get_handle (row);
  gsize size = HASH_SIZE;

  g_checksum_reset (checksum);
  for (int i = 0; i < sqlite3_column_count (handle); i++)
    {
      guint8 type = (guint8) sqlite3_column_type (handle, i);
      const guint8 *data = type != SQLITE_NULL ? sqlite3_column_blob (handle, i) : NULL;
      gint32 length = data != NULL ? sqlite3_column_bytes (handle, i) : 0;
      gint32 stored = GINT32_TO_LE (length);

      g_checksum_update (checksum, &type, 1);
      g_checksum_update (checksum, (const guint8 *) &stored, sizeof stored);
      if (length > 0)
        g_checksum_update (checksum, data, length);
    }
  g_checksum_get_digest (checksum, hash, &size);
}

/* Adds up hashes as numbers of 256 bits: the order of the rows does not matter, and unlike with an
 * exclusive or two equal rows do not cancel out. */
static void
add_hash (guint8 *sum, const guint8 *hash)
{
  guint carry = 0;

  for (int i = HASH_SIZE - 1; i >= 0; i--)
    {
      carry += sum[i] + hash[i];
      sum[i] = carry & 0xff;
      carry >>= 8;
    }
}

static gboolean
append_table (MullDatabase *db, const char *table, GString *text, GError **error)
{
  g_autofree char *sql = dup_query (db, table, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (MullStatement) row = NULL;
  guint8 sum[HASH_SIZE] = { 0 }, hash[HASH_SIZE];
  guint64 n_rows = 0;
  MullStep step;

  row = sql != NULL ? mull_database_prepare_scan (db, sql, error) : NULL;
  if (row == NULL)
    return FALSE;
  while ((step = mull_statement_step (row, error)) == MULL_STEP_ROW)
    {
      hash_row (row, checksum, hash);
      add_hash (sum, hash);
      n_rows++;
    }
  g_string_append_printf (text, "%s %" G_GUINT64_FORMAT " ", table, n_rows);
  for (guint i = 0; i < HASH_SIZE; i++)
    g_string_append_printf (text, "%02x", sum[i]);
  g_string_append_c (text, '\n');
  return step == MULL_STEP_DONE;
}

/**
 * mull_database_digest:
 * @error: return location
 *
 * Returns: (transfer full): a line for each content table with the number of its rows and a
 *   digest that is equal for equal content, or %NULL
 */
char *
mull_database_digest (MullDatabase *self, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const *tables = mull_store_content_tables ();

  g_return_val_if_fail (MULL_IS_DATABASE (self), NULL);

  for (guint i = 0; tables[i] != NULL; i++)
    if (!append_table (self, tables[i], text, error))
      return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}
