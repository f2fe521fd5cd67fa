/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-entry-store"

#include "config.h"

#include "mull-entry-store.h"

#include "mull-record-store.h"

/**
 * mull_entry_store_get:
 *
 * Returns: (transfer full) (nullable): the entry; %NULL with %MULL_ERROR_NOT_FOUND if there is none
 */
MullEntry *
mull_entry_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_entry_type, id, error);
}

/**
 * mull_entry_store_list_touches:
 *
 * Returns: (transfer container) (element-type MullEntry) (nullable): the entries with a direction,
 * an absence, or effort, oldest first, without the trash
 */
GPtrArray *
mull_entry_store_list_touches (MullDatabase *db, gint64 deal_id, GError **error)
{
  return mull_record_store_list (db, &mull_entry_type,
                                 "WHERE deal_id = ?1 AND trashed_at IS NULL"
                                 " AND (direction <> 'none' OR away_until_on IS NOT NULL"
                                 " OR effort_min > 0 OR cost_minor <> 0)"
                                 " ORDER BY happened_at, id",
                                 deal_id, 0, error);
}

/**
 * mull_entry_words_store_list:
 *
 * Returns: (transfer container) (element-type MullEntryWords) (nullable): the words quoted in an
 *   entry
 */
GPtrArray *
mull_entry_words_store_list (MullDatabase *db, gint64 entry_id, GError **error)
{
  return mull_record_store_list (db, &mull_entry_words_type, "WHERE entry_id = ?1 ORDER BY id",
                                 entry_id, 0, error);
}

/**
 * mull_entry_words_store_find_last:
 * @words: (out) (transfer full) (nullable): the words said last
 */
gboolean
mull_entry_words_store_find_last (MullDatabase *db,
                                  gint64 deal_id,
                                  MullEntryWords **words,
                                  GError **error)
{
  g_autoptr (MullStatement) stmt =
      mull_database_prepare (db,
                             "SELECT w.id FROM entry e JOIN entry_words w ON w.entry_id = e.id"
                             " WHERE e.deal_id = ?1 AND e.trashed_at IS NULL"
                             " ORDER BY e.happened_at DESC, e.id DESC LIMIT 1",
                             error);
  MullStep step;

  *words = NULL;
  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, deal_id);
  step = mull_statement_step (stmt, error);
  if (step == MULL_STEP_ROW)
    {
      *words = mull_record_store_get (db, &mull_entry_words_type,
                                      mull_statement_get_int64 (stmt, 0), error);
      return *words != NULL;
    }
  return step == MULL_STEP_DONE;
}

/**
 * mull_entry_change_store_insert:
 * @field: which field of the deal: "stage", "expected-on", "value", "outcome" …
 */
gboolean
mull_entry_change_store_insert (MullDatabase *db,
                                gint64 entry_id,
                                const char *field,
                                const char *old_value,
                                const char *new_value,
                                GError **error)
{
  g_autoptr (MullStatement) stmt = mull_database_prepare (
      db,
      "INSERT INTO entry_change (entry_id, field, old_value, new_value) VALUES (?1, ?2, ?3, ?4)",
      error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, entry_id);
  mull_statement_bind_text (stmt, 2, field);
  mull_statement_bind_text (stmt, 3, old_value);
  mull_statement_bind_text (stmt, 4, new_value);
  return mull_statement_run (stmt, error);
}

static void
free_change (gpointer data)
{
  MullEntryChange *change = data;

  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

/**
 * mull_entry_change_store_list:
 *
 * Returns: (transfer container) (element-type MullEntryChange) (nullable): how a field of a deal
 *   changed, oldest first
 */
GPtrArray *
mull_entry_change_store_list (MullDatabase *db, gint64 deal_id, const char *field, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (free_change);
  g_autoptr (MullStatement) stmt =
      mull_database_prepare (db,
                             "SELECT e.id, e.happened_at, c.old_value, c.new_value"
                             " FROM entry e JOIN entry_change c ON c.entry_id = e.id"
                             " WHERE e.deal_id = ?1 AND e.kind IN ('stage', 'field')"
                             " AND c.field = ?2 AND e.trashed_at IS NULL"
                             " ORDER BY e.happened_at, e.id",
                             error);
  MullStep step;

  if (stmt == NULL)
    return NULL;
  mull_statement_bind_int64 (stmt, 1, deal_id);
  mull_statement_bind_text (stmt, 2, field);
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      MullEntryChange *change = g_new0 (MullEntryChange, 1);

      change->entry_id = mull_statement_get_int64 (stmt, 0);
      change->happened_at = mull_statement_get_int64 (stmt, 1);
      change->old_value = mull_statement_dup_text (stmt, 2);
      change->new_value = mull_statement_dup_text (stmt, 3);
      g_ptr_array_add (changes, change);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&changes) : NULL;
}
