/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database-check"

#include "config.h"

#include "mull-database-private.h"

#include "mull-error.h"
#include "mull-page-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * mull_database_set_damaged:
 * @finding: what is wrong, for the log
 * @error: return location
 *
 * Returns: %FALSE
 */
gboolean
mull_database_set_damaged (MullDatabase *self, const char *finding, GError **error)
{
  g_info ("%s: %s", mull_database_get_path (self), finding);
  g_set_error (error, MULL_ERROR, MULL_ERROR_CORRUPT,
               _ ("“%s” is damaged. Restore a backup, or keep the file for a repair."),
               mull_database_get_path (self));
  return FALSE;
}

/* That a page cannot be read is a finding, too, but says nothing about what is on it. */
static int
get_read_code (const char *finding)
{
  static const char prefix[] = "error code=";
  const char *found = strstr (finding, prefix);
  int code = found != NULL ? (int) g_ascii_strtoll (found + strlen (prefix), NULL, 10) : SQLITE_OK;

  if (strstr (finding, "failed to get page") != NULL)
    code = SQLITE_IOERR_READ;
  return (code & 0xff) == SQLITE_CORRUPT ? SQLITE_OK : code;
}

static gboolean
check_pages (MullDatabase *self, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (self, "PRAGMA integrity_check(1)", error);
  const MullPageGuard *guard = mull_page_guard_get (mull_database_get_handle (self));
  guint n_wrong = guard != NULL ? guard->n_wrong : 0;
  const char *finding;
  int code;

  if (!mull_statement_step_row (statement, error))
    return FALSE;
  finding = mull_statement_get_text (statement, 0);
  if (g_str_equal (finding, "ok"))
    return TRUE;
  code = guard != NULL && guard->n_wrong != n_wrong ? SQLITE_OK : get_read_code (finding);
  return code != SQLITE_OK ? mull_database_fail (self, code, error)
                           : mull_database_set_damaged (self, finding, error);
}

static gboolean
check_references (MullDatabase *self, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (self, "PRAGMA foreign_key_check", error);

  switch (statement != NULL ? mull_statement_step (statement, error) : MULL_STEP_ERROR)
    {
    case MULL_STEP_ROW:
      return mull_database_set_damaged (self, mull_statement_get_text (statement, 0), error);
    case MULL_STEP_DONE:
      return TRUE;
    case MULL_STEP_ERROR:
      break;
    }
  return FALSE;
}

/* Finds what the page checks cannot: an index that says other words than its table. */
static gboolean
check_index (MullDatabase *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (mull_database_get_handle (self), sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  if ((code & 0xff) == SQLITE_CORRUPT)
    return mull_database_set_damaged (self, sql, error);
  return mull_database_fail (self, code, error);
}

static gboolean
check (MullDatabase *self, GError **error)
{
  if (!check_pages (self, error) || !check_references (self, error))
    return FALSE;
  /* SQLite counts this check as writing. */
  if (mull_database_get_mode (self) == MULL_DATABASE_LOOK)
    return TRUE;
  return check_index (self, "INSERT INTO entry_fts (entry_fts, rank) VALUES ('integrity-check', 1)",
                      error) &&
         check_index (self, "INSERT INTO deal_fts (deal_fts, rank) VALUES ('integrity-check', 0)",
                      error) &&
         check_index (self,
                      "INSERT INTO contact_fts (contact_fts, rank) VALUES ('integrity-check', 0)",
                      error) &&
         check_index (self, "INSERT INTO note_fts (note_fts, rank) VALUES ('integrity-check', 0)",
                      error);
}

/**
 * mull_database_check:
 * @error: return location
 *
 * Checks everything there is to check: the pages and their sums, the references and, unless for a
 * look, the search indexes against what they index. Reads the whole file.
 *
 * Returns: %FALSE with %MULL_ERROR_CORRUPT if the file is damaged
 */
gboolean
mull_database_check (MullDatabase *self, GError **error)
{
  MullPageGuard *guard;
  MullPageGuardMode mode;
  gboolean good;

  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);

  guard = mull_page_guard_get (mull_database_get_handle (self));
  if (guard == NULL)
    return check (self, error);
  /* What is in memory already says nothing about the disk. */
  sqlite3_db_release_memory (mull_database_get_handle (self));
  mode = guard->mode;
  guard->mode = MULL_PAGE_GUARD_REFUSE;
  good = check (self, error);
  guard->mode = mode;
  return good;
}
