/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-setting-store"

#include "config.h"

#include "mull-setting-store.h"

/**
 * mull_setting_store_get:
 * @value: (out) (nullable) (transfer full): the value, or %NULL if it was never set
 * @error: return location
 */
gboolean
mull_setting_store_get (MullDatabase *db, const char *key, char **value, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "SELECT value FROM setting WHERE key = ?1", error);

  return mull_statement_find_text (statement, key, value, error);
}

/**
 * mull_setting_store_set:
 * @value: (nullable): the value; %NULL removes it
 * @error: return location
 */
gboolean
mull_setting_store_set (MullDatabase *db, const char *key, const char *value, GError **error)
{
  g_autoptr (MullStatement) statement = NULL;

  if (value == NULL)
    statement = mull_database_prepare (db, "DELETE FROM setting WHERE key = ?1", error);
  else
    statement = mull_database_prepare (db,
                                       "INSERT INTO setting (key, value) VALUES (?1, ?2)"
                                       " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                       error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, key);
  if (value != NULL)
    mull_statement_bind_text (statement, 2, value);
  return mull_statement_run (statement, error);
}

/**
 * mull_setting_store_load_thresholds:
 * @thresholds: (out caller-allocates): the thresholds that hold
 * @error: return location
 */
gboolean
mull_setting_store_load_thresholds (MullDatabase *db, MullThresholds *thresholds, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "SELECT key, value FROM setting", error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  mull_thresholds_init (thresholds);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      const char *key = mull_statement_get_text (statement, 0);
      g_autoptr (GError) local_error = NULL;

      if (mull_thresholds_find (key) == NULL)
        continue;
      if (!mull_thresholds_set_text (thresholds, key, mull_statement_get_text (statement, 1),
                                     &local_error))
        g_info ("The setting %s is ignored: %s", key, local_error->message);
    }
  return step == MULL_STEP_DONE;
}
