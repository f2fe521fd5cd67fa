/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-reminder-store"

#include "config.h"

#include "mull-reminder-store.h"

/**
 * mull_reminder_store_get:
 * @key: what it is about: "promise:7"
 * @on: (out): the last day on which the rep was told, or %MULL_DAY_NONE
 * @error: return location
 */
gboolean
mull_reminder_store_get (MullDatabase *db, const char *key, MullDay *on, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "SELECT on_day FROM reminder WHERE key = ?1", error);
  MullStep step;

  *on = MULL_DAY_NONE;
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, key);
  step = mull_statement_step (statement, error);
  if (step == MULL_STEP_ROW)
    *on = mull_statement_get_day (statement, 0);
  return step != MULL_STEP_ERROR;
}

/**
 * mull_reminder_store_set:
 * @on: the day on which the rep was told
 * @error: return location
 */
gboolean
mull_reminder_store_set (MullDatabase *db, const char *key, MullDay on, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db,
                             "INSERT INTO reminder (key, on_day) VALUES (?1, ?2)"
                             " ON CONFLICT (key) DO UPDATE SET on_day = excluded.on_day",
                             error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, key);
  mull_statement_bind_day (statement, 2, on);
  return mull_statement_run (statement, error);
}

/**
 * mull_reminder_store_forget:
 * @before: the first day that is kept
 * @error: return location
 *
 * Forgets what is so old that it will not be asked for again.
 */
gboolean
mull_reminder_store_forget (MullDatabase *db, MullDay before, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "DELETE FROM reminder WHERE on_day < ?1", error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_day (statement, 1, before);
  return mull_statement_run (statement, error);
}
