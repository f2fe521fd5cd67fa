/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-schema-check"

#include "config.h"

#include "mull-schema-check.h"

#include "mull-database-error.h"
#include "mull-database-header.h"
#include "mull-database-private.h"
#include "mull-migrator.h"
#include "mull-store.h"

/* The tables inside a full-text index are written by SQLite, whose versions word them differently;
 * what must hold is that they are there and are tables. */
#define SCHEMA_SQL                                                                                 \
  "SELECT type || ' ' || name || ' ' || tbl_name || ' ' ||"                                        \
  "       iif (name GLOB '*_fts_*' AND type = 'table', '', coalesce (sql, ''))"                    \
  "  FROM sqlite_schema ORDER BY type, name"

static char *
read_schema (sqlite3 *handle, int *code)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  *code = sqlite3_prepare_v2 (handle, SCHEMA_SQL, -1, &statement, NULL);
  if (*code == SQLITE_OK)
    {
      while ((*code = sqlite3_step (statement)) == SQLITE_ROW)
        g_string_append_printf (text, "%s\n", sqlite3_column_text (statement, 0));
    }
  sqlite3_finalize (statement);
  return *code == SQLITE_DONE ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Builds the schema of @version in memory. */
static char *
make_expected (int version, int *code)
{
  sqlite3 *handle = NULL;
  guint n_steps;
  const MullMigration *steps = mull_migrator_get_steps (&n_steps);
  char *schema = NULL;

  *code = sqlite3_open_v2 (":memory:", &handle,
                           SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, NULL);
  for (guint i = 0; *code == SQLITE_OK && i < n_steps && steps[i].version <= version; i++)
    {
      g_autoptr (GBytes) bytes =
          g_resources_lookup_data (steps[i].resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *script =
          g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      *code = sqlite3_exec (handle, script, NULL, NULL, NULL);
    }
  if (*code == SQLITE_OK)
    schema = read_schema (handle, code);
  else if (*code != SQLITE_NOMEM)
    g_critical ("The schema of version %d: %s", version, sqlite3_errmsg (handle));
  sqlite3_close (handle);
  return schema;
}

/* @code: (out): why it is NULL, if it is */
static const char *
get_expected (int version, int *code)
{
  static char *expected[MULL_STORE_VERSION + 1];
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  g_return_val_if_fail (version >= 1 && version <= MULL_STORE_VERSION, NULL);

  if (expected[version] == NULL)
    expected[version] = make_expected (version, code);
  return expected[version];
}

static gpointer
prepare (gpointer data)
{
  int code = SQLITE_OK;

  mull_store_init ();
  get_expected (MULL_STORE_VERSION, &code);
  return NULL;
}

/**
 * mull_schema_check_prepare:
 *
 * Lets another thread work out what mull_schema_check() compares with: for a program that has other
 * things to do before it opens its file.
 */
void
mull_schema_check_prepare (void)
{
  GThread *thread = g_thread_try_new ("schema", prepare, NULL, NULL);

  g_clear_pointer (&thread, g_thread_unref);
}

/**
 * mull_schema_check:
 * @version: the version that @db says it has
 * @error: return location
 *
 * A file with one object more than ours, or with a changed one, was not written by us: a planted
 * trigger or a weakened check would act on the next change.
 *
 * Returns: %FALSE with @error set if the schema is not ours
 */
gboolean
mull_schema_check (MullDatabase *db, int version, GError **error)
{
  int code = SQLITE_OK;
  g_autofree char *found = read_schema (mull_database_get_handle (db), &code);
  const char *expected = found != NULL ? get_expected (version, &code) : NULL;

  if (expected == NULL)
    return mull_database_fail (db, code, error);
  if (g_strcmp0 (found, expected) == 0)
    return TRUE;
  mull_database_header_set_foreign_error (mull_database_get_path (db), error);
  return FALSE;
}
