/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-since-store"

#include "config.h"

#include "mull-since-store.h"

#include "mull-record-store.h"

/* Nobody is silent for longer before it counts. */
#define LONGEST_DARK_DAYS 365

static void
change_free (gpointer data)
{
  MullSinceChange *change = data;

  g_free (change->field);
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change->text);
  g_free (change);
}

static void
deal_free (gpointer data)
{
  MullSinceDeal *deal = data;

  g_free (deal->stage);
  g_free (deal);
}

/**
 * mull_since_store_list_deals:
 * @since: microseconds UTC
 * @limit: how many at most
 *
 * Looks at all deals: for a report.
 *
 * Returns: (transfer full) (element-type MullSinceDeal) (nullable): deals that were added since
 *   then and are not in the trash, the latest first
 */
GPtrArray *
mull_since_store_list_deals (MullDatabase *db, gint64 since, guint limit, GError **error)
{
  g_autoptr (GPtrArray) deals = g_ptr_array_new_with_free_func (deal_free);
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db,
                                  "SELECT d.id, d.created_at, s.name, d.value_minor, d.currency"
                                  " FROM deal AS d JOIN stage AS s ON s.id = d.stage_id"
                                  " WHERE d.created_at >= ?1 AND d.trashed_at IS NULL"
                                  " ORDER BY d.created_at DESC, d.id LIMIT ?2",
                                  error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, since);
  mull_statement_bind_int64 (statement, 2, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullSinceDeal *deal = g_new0 (MullSinceDeal, 1);

      deal->deal_id = mull_statement_get_int64 (statement, 0);
      deal->at = mull_statement_get_int64 (statement, 1);
      deal->stage = mull_statement_dup_text (statement, 2);
      if (!mull_statement_is_null (statement, 3))
        mull_money_init (&deal->value, mull_statement_get_int64 (statement, 3),
                         mull_statement_get_text (statement, 4), NULL);
      g_ptr_array_add (deals, deal);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&deals) : NULL;
}

/**
 * mull_since_store_list_changes:
 * @since: microseconds UTC
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullSinceChange) (nullable): what was changed since then
 *   on deals that are not in the trash, the latest first
 */
GPtrArray *
mull_since_store_list_changes (MullDatabase *db, gint64 since, guint limit, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db,
      "SELECT e.deal_id, e.id, e.written_at, c.field, c.old_value, c.new_value, e.text"
      " FROM entry AS e JOIN entry_change AS c ON c.entry_id = e.id"
      " JOIN deal AS d ON d.id = e.deal_id"
      " WHERE e.kind IN ('stage', 'field') AND e.written_at >= ?1 AND e.trashed_at IS NULL"
      " AND d.trashed_at IS NULL ORDER BY e.written_at DESC LIMIT ?2",
      error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, since);
  mull_statement_bind_int64 (statement, 2, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullSinceChange *change = g_new0 (MullSinceChange, 1);

      change->deal_id = mull_statement_get_int64 (statement, 0);
      change->entry_id = mull_statement_get_int64 (statement, 1);
      change->at = mull_statement_get_int64 (statement, 2);
      change->field = mull_statement_dup_text (statement, 3);
      change->old_value = mull_statement_dup_text (statement, 4);
      change->new_value = mull_statement_dup_text (statement, 5);
      change->text = mull_statement_dup_text (statement, 6);
      g_ptr_array_add (changes, change);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&changes) : NULL;
}

/**
 * mull_since_store_list_promises:
 * @since: the first day
 * @limit: how many at most
 *
 * Looks at all promises: for a report.
 *
 * Returns: (transfer full) (element-type MullCommitment) (nullable): promises that were made or
 *   settled since that day
 */
GPtrArray *
mull_since_store_list_promises (MullDatabase *db, MullDay since, guint limit, GError **error)
{
  g_autoptr (GPtrArray) promises = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullStatement) ids = mull_database_prepare_scan (
      db,
      "SELECT id FROM commitment WHERE (made_on >= ?1 OR settled_on >= ?1)"
      " AND EXISTS (SELECT 1 FROM deal AS d WHERE d.id = deal_id AND d.trashed_at IS NULL)"
      " ORDER BY coalesce (settled_on, made_on) DESC, id LIMIT ?2",
      error);
  MullStep step;

  if (ids == NULL)
    return NULL;
  mull_statement_bind_day (ids, 1, since);
  mull_statement_bind_int64 (ids, 2, limit);
  while ((step = mull_statement_step (ids, error)) == MULL_STEP_ROW)
    {
      MullCommitment *promise = mull_record_store_get (db, &mull_commitment_type,
                                                       mull_statement_get_int64 (ids, 0), error);

      if (promise == NULL)
        return NULL;
      g_ptr_array_add (promises, promise);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&promises) : NULL;
}

/**
 * mull_since_store_list_silent:
 * @since: the day on or after which their silence can have begun to count
 * @limit: how many at most
 *
 * Looks at all open deals: for a report.
 *
 * Returns: (transfer full) (element-type MullSinceSilence) (nullable): deals on which they are
 *   silent, the shortest silence first
 */
GArray *
mull_since_store_list_silent (MullDatabase *db, MullDay since, guint limit, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MullSinceSilence));
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db,
                                  "SELECT c.deal_id, c.state = 'dark', c.state_on, s.dark_days"
                                  " FROM deal_card AS c JOIN stage AS s ON s.id = c.stage_id"
                                  " WHERE c.state IN ('fading', 'dark') AND c.state_on >= ?1"
                                  " ORDER BY c.state_on DESC, c.deal_id LIMIT ?2",
                                  error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_day (statement, 1, since - LONGEST_DARK_DAYS);
  mull_statement_bind_int64 (statement, 2, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullSinceSilence silence = { mull_statement_get_int64 (statement, 0),
                                   mull_statement_get_int64 (statement, 1) != 0,
                                   mull_statement_get_day (statement, 2),
                                   (int) mull_statement_get_int64 (statement, 3) };

      g_array_append_val (found, silence);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&found) : NULL;
}
