/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-store"

#include "config.h"

#include "mull-script-store.h"

#include "mull-record-store.h"

/**
 * mull_script_store_get:
 *
 * Returns: (transfer full) (nullable): the script; %NULL with %MULL_ERROR_NOT_FOUND if there is
 * none
 */
MullScript *
mull_script_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_script_type, id, error);
}

/**
 * mull_script_store_find_for_hole:
 * @script: (out) (transfer full) (nullable): the newest script for the hole that was not dropped
 */
gboolean
mull_script_store_find_for_hole (MullDatabase *db,
                                 gint64 hole_id,
                                 MullScript **script,
                                 GError **error)
{
  return mull_record_store_find (
      db, &mull_script_type,
      "WHERE hole_id = ?1 AND state IN ('draft', 'calling') ORDER BY id DESC LIMIT 1", hole_id, 0,
      (gpointer *) script, error);
}

/**
 * mull_script_store_find_open:
 * @kind: id of the template
 * @script: (out) (transfer full) (nullable): the newest script of that kind that was not spoken yet
 */
gboolean
mull_script_store_find_open (MullDatabase *db,
                             gint64 deal_id,
                             const char *kind,
                             MullScript **script,
                             GError **error)
{
  g_autoptr (MullStatement) stmt =
      mull_record_store_select (db, &mull_script_type,
                                "WHERE deal_id = ?1 AND state IN ('draft', 'calling')"
                                " AND kind = ?2 ORDER BY id DESC LIMIT 1",
                                error);
  MullStep step;

  *script = NULL;
  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, deal_id);
  mull_statement_bind_text (stmt, 2, kind);
  step = mull_statement_step (stmt, error);
  if (step == MULL_STEP_ROW)
    *script = mull_record_store_read (&mull_script_type, stmt);
  return step != MULL_STEP_ERROR;
}

/**
 * mull_script_store_list_calls:
 * @kind: id of the template
 * @since: microseconds UTC
 *
 * A try that reached nobody is no call.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): when that person was called with a
 *   script of that kind, in microseconds UTC
 */
GArray *
mull_script_store_list_calls (MullDatabase *db,
                              const char *kind,
                              gint64 person_id,
                              gint64 since,
                              GError **error)
{
  g_autoptr (GArray) calls = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MullStatement) stmt =
      mull_database_prepare (db,
                             "SELECT called_at FROM script WHERE person_id = ?1"
                             " AND called_at >= ?2 AND kind = ?3 AND state = 'called'",
                             error);
  MullStep step;

  if (stmt == NULL)
    return NULL;
  mull_statement_bind_int64 (stmt, 1, person_id);
  mull_statement_bind_int64 (stmt, 2, since);
  mull_statement_bind_text (stmt, 3, kind);
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      gint64 called_at = mull_statement_get_int64 (stmt, 0);

      g_array_append_val (calls, called_at);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&calls) : NULL;
}

/**
 * mull_script_beat_store_read:
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): the beats that the rep wrote
 */
GHashTable *
mull_script_beat_store_read (MullDatabase *db, gint64 script_id, GError **error)
{
  g_autoptr (GHashTable) beats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MullStatement) stmt =
      mull_database_prepare (db, "SELECT beat, text FROM script_beat WHERE script_id = ?1", error);
  MullStep step;

  if (stmt == NULL)
    return NULL;
  mull_statement_bind_int64 (stmt, 1, script_id);
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    g_hash_table_insert (beats, mull_statement_dup_text (stmt, 0),
                         mull_statement_dup_text (stmt, 1));
  return step == MULL_STEP_DONE ? g_steal_pointer (&beats) : NULL;
}

/**
 * mull_script_beat_store_write:
 * @text: (nullable): what the rep wrote; %NULL to follow the template again
 */
gboolean
mull_script_beat_store_write (MullDatabase *db,
                              gint64 script_id,
                              const char *beat,
                              const char *text,
                              GError **error)
{
  g_autoptr (MullStatement) stmt =
      text == NULL ? mull_database_prepare (
                         db, "DELETE FROM script_beat WHERE script_id = ?1 AND beat = ?2", error)
                   : mull_database_prepare (
                         db,
                         "INSERT INTO script_beat (script_id, beat, text) VALUES (?1, ?2, ?3)"
                         " ON CONFLICT (script_id, beat) DO UPDATE SET text = excluded.text",
                         error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, script_id);
  mull_statement_bind_text (stmt, 2, beat);
  if (text != NULL)
    mull_statement_bind_text (stmt, 3, text);
  return mull_statement_run (stmt, error);
}

/**
 * mull_script_beat_store_write_own:
 * @text: what is said
 * @own_beat_id: the wording of the rep's own that it begins with
 *
 * Later changes of the text leave it that wording's.
 */
gboolean
mull_script_beat_store_write_own (MullDatabase *db,
                                  gint64 script_id,
                                  const char *beat,
                                  const char *text,
                                  gint64 own_beat_id,
                                  GError **error)
{
  g_autoptr (MullStatement) stmt =
      mull_database_prepare (db,
                             "INSERT INTO script_beat (script_id, beat, text, own_beat_id)"
                             " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (script_id, beat) DO UPDATE"
                             " SET text = excluded.text, own_beat_id = excluded.own_beat_id",
                             error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, script_id);
  mull_statement_bind_text (stmt, 2, beat);
  mull_statement_bind_text (stmt, 3, text);
  mull_statement_bind_int64 (stmt, 4, own_beat_id);
  return mull_statement_run (stmt, error);
}
