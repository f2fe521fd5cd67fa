/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database-setup"

#include "config.h"

#include "mull-database-private.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>

#define MIB (1024 * 1024)

static const struct
{
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_ATTACHED, 1 }, /* VACUUM INTO needs one */
  { SQLITE_LIMIT_SQL_LENGTH, 100 * 1000 },
  { SQLITE_LIMIT_LENGTH, 64 * MIB },
  { SQLITE_LIMIT_EXPR_DEPTH, 100 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_VDBE_OP, 100 * 1000 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
};

/**
 * mull_database_harden:
 *
 * What a file could do to us by its schema alone is switched off before anything of it is read.
 */
gboolean
mull_database_harden (MullDatabase *self, GError **error)
{
  sqlite3 *handle = mull_database_get_handle (self);
  /* FTS5 counts as unsafe, so a trusted schema is what lets our own TEMP triggers keep the index;
   * triggers and views of the file itself stay off. */
  const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, mull_database_get_mode (self) != MULL_DATABASE_LOOK },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int now = -1;
      int code = sqlite3_db_config (handle, options[i].option, options[i].value, &now);

      if (code != SQLITE_OK || now != options[i].value)
        return mull_database_fail (self, code != SQLITE_OK ? code : SQLITE_MISUSE, error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].limit, limits[i].value);
  return TRUE;
}

/* A pragma may be ignored silently, so every one that matters is read back. */
static gboolean
expect (MullDatabase *self, const char *set, const char *get, gint64 wanted, GError **error)
{
  gint64 value = -1;

  if (!mull_database_exec (self, set, error) ||
      !mull_database_query_int64 (self, get, &value, error))
    return FALSE;
  if (value == wanted)
    return TRUE;
  g_warning ("“%s” gives %" G_GINT64_FORMAT, get, value);
  return mull_database_fail (self, SQLITE_MISUSE, error);
}

static gboolean
use_wal (MullDatabase *self, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (self, "PRAGMA journal_mode = WAL", error);

  if (!mull_statement_step_row (statement, error))
    return FALSE;
  if (g_str_equal (mull_statement_get_text (statement, 0), "wal"))
    return TRUE;
  return mull_database_fail (self, SQLITE_MISUSE, error);
}

/**
 * mull_database_configure:
 *
 * How the connection writes. The locking mode must already be exclusive: set before anything else
 * touched the file, it spares the shared-memory file and keeps every second connection out.
 */
gboolean
mull_database_configure (MullDatabase *self, GError **error)
{
  switch (mull_database_get_mode (self))
    {
    case MULL_DATABASE_LIVE:
      if (!use_wal (self, error) ||
          !expect (self, "PRAGMA synchronous = FULL", "PRAGMA synchronous", 2, error) ||
          !expect (self, "PRAGMA wal_autocheckpoint = 1000", "PRAGMA wal_autocheckpoint", 1000,
                   error) ||
          !expect (self, "PRAGMA journal_size_limit = 4194304", "PRAGMA journal_size_limit",
                   4 * MIB, error))
        return FALSE;
      break;
    case MULL_DATABASE_COPY:
      /* Made by us and made again if it is lost. */
      if (!mull_database_exec (self, "PRAGMA journal_mode = MEMORY", error) ||
          !mull_database_exec (self, "PRAGMA synchronous = OFF", error))
        return FALSE;
      break;
    case MULL_DATABASE_LOOK:
      if (!expect (self, "PRAGMA query_only = ON", "PRAGMA query_only", 1, error))
        return FALSE;
      break;
    }
  return expect (self, "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1, error) &&
         expect (self, "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", 1, error) &&
         expect (self, "PRAGMA cache_size = -16384", "PRAGMA cache_size", -16384, error) &&
         expect (self, "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2, error) &&
         expect (self, "PRAGMA secure_delete = ON", "PRAGMA secure_delete", 1, error) &&
         mull_database_exec (self, "PRAGMA mmap_size = 0", error);
}
