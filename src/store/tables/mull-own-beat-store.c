/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-beat-store"

#include "config.h"

#include "mull-own-beat-store.h"

#include "mull-record-store.h"

/**
 * mull_own_beat_store_get:
 *
 * Returns: (transfer full) (nullable): the wording; %NULL with %MULL_ERROR_NOT_FOUND if there is
 *   none
 */
MullOwnBeat *
mull_own_beat_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_own_beat_type, id, error);
}

static MullStatement *
select_wordings (MullDatabase *db, const char *kind, const char *beat, GError **error)
{
  MullStatement *stmt;

  if (kind == NULL)
    return mull_record_store_select (db, &mull_own_beat_type, "ORDER BY id", error);
  stmt = mull_record_store_select (db, &mull_own_beat_type,
                                   beat != NULL ? "WHERE kind = ?1 AND beat = ?2 ORDER BY id"
                                                : "WHERE kind = ?1 ORDER BY id",
                                   error);
  if (stmt == NULL)
    return NULL;
  mull_statement_bind_text (stmt, 1, kind);
  if (beat != NULL)
    mull_statement_bind_text (stmt, 2, beat);
  return stmt;
}

/* A try that reached nobody says nothing about the words. */
static gboolean
count_use (MullDatabase *db, MullWording *wording, GError **error)
{
  g_autoptr (MullStatement) stmt =
      mull_database_prepare (db,
                             "SELECT count(*),"
                             " coalesce(sum(s.outcome IN ('got-it', 'promised')), 0)"
                             " FROM script_beat AS b JOIN script AS s ON s.id = b.script_id"
                             " WHERE b.own_beat_id = ?1 AND s.state = 'called'",
                             error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, wording->own->record.id);
  if (mull_statement_step (stmt, error) != MULL_STEP_ROW)
    return FALSE;
  wording->n_used = (guint) mull_statement_get_int64 (stmt, 0);
  wording->n_worked = (guint) mull_statement_get_int64 (stmt, 1);
  return TRUE;
}

/**
 * mull_own_beat_store_list:
 * @kind: (nullable): id of a template, %NULL for every one
 * @beat: (nullable): id of one of its beats, %NULL for every one
 *
 * Returns: (transfer full) (element-type MullWording) (nullable): what the rep keeps, with how
 *   often it was used, oldest first
 */
GPtrArray *
mull_own_beat_store_list (MullDatabase *db, const char *kind, const char *beat, GError **error)
{
  g_autoptr (GPtrArray) wordings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_wording_free);
  g_autoptr (MullStatement) stmt = select_wordings (db, kind, beat, error);
  MullStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      g_autoptr (MullOwnBeat) own = mull_record_store_read (&mull_own_beat_type, stmt);

      g_ptr_array_add (wordings, mull_wording_new (own));
    }
  if (step != MULL_STEP_DONE)
    return NULL;
  for (guint i = 0; i < wordings->len; i++)
    if (!count_use (db, wordings->pdata[i], error))
      return NULL;
  return g_steal_pointer (&wordings);
}
