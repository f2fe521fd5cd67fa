/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-draft-store"

#include "config.h"

#include "mull-draft-store.h"

/**
 * mull_draft_store_get:
 * @key: where it was typed: "composer:7"
 * @text: (out) (nullable) (transfer full): the text, or %NULL if there is none
 * @error: return location
 */
gboolean
mull_draft_store_get (MullDatabase *db, const char *key, char **text, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "SELECT text FROM draft WHERE key = ?1", error);

  return mull_statement_find_text (statement, key, text, error);
}

/**
 * mull_draft_store_set:
 * @text: (nullable): the text; %NULL removes it
 * @now: microseconds UTC
 * @error: return location
 */
gboolean
mull_draft_store_set (MullDatabase *db,
                      const char *key,
                      const char *text,
                      gint64 now,
                      GError **error)
{
  g_autoptr (MullStatement) statement = NULL;

  if (text == NULL)
    statement = mull_database_prepare (db, "DELETE FROM draft WHERE key = ?1", error);
  else
    statement =
        mull_database_prepare (db,
                               "INSERT INTO draft (key, text, updated_at) VALUES (?1, ?2, ?3)"
                               " ON CONFLICT (key) DO UPDATE"
                               "   SET text = excluded.text, updated_at = excluded.updated_at",
                               error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, key);
  if (text != NULL)
    {
      mull_statement_bind_text (statement, 2, text);
      mull_statement_bind_int64 (statement, 3, now);
    }
  return mull_statement_run (statement, error);
}

/**
 * mull_draft_store_foreach:
 * @func: (scope call): told every text
 * @error: return location
 */
gboolean
mull_draft_store_foreach (MullDatabase *db, MullDraftFunc func, gpointer user_data, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db, "SELECT text FROM draft", error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    func (mull_statement_get_text (statement, 0), user_data);
  return step == MULL_STEP_DONE;
}
