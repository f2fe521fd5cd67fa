/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-store"

#include "config.h"

#include "mull-roadblock-store.h"

#include "mull-record-store.h"
#include "mull-roadblock-rules.h"

/**
 * mull_roadblock_store_get:
 *
 * Returns: (transfer full) (nullable): the roadblock; %NULL with %MULL_ERROR_NOT_FOUND if there is
 * none
 */
MullRoadblock *
mull_roadblock_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_roadblock_type, id, error);
}

/**
 * mull_roadblock_store_list:
 *
 * Returns: (transfer container) (element-type MullRoadblock) (nullable): the roadblocks of a deal
 */
GPtrArray *
mull_roadblock_store_list (MullDatabase *db, gint64 deal_id, GError **error)
{
  return mull_record_store_list (db, &mull_roadblock_type,
                                 "WHERE deal_id = ?1 ORDER BY created_at, id", deal_id, 0, error);
}

/**
 * mull_roadblock_store_list_open:
 * @limit: how many at most
 *
 * Returns: (transfer container) (element-type MullRoadblock) (nullable): open roadblocks of open
 *   deals, the oldest first
 */
GPtrArray *
mull_roadblock_store_list_open (MullDatabase *db, guint limit, GError **error)
{
  return mull_record_store_list (
      db, &mull_roadblock_type,
      "WHERE outcome = 'open' AND symptom_on > '' AND EXISTS (SELECT 1 FROM deal AS d"
      " WHERE d.id = deal_id AND d.outcome = 'open'"
      " AND d.trashed_at IS NULL)"
      " ORDER BY symptom_on, id LIMIT ?1",
      limit, 0, error);
}

/**
 * mull_roadblock_store_list_settled:
 * @limit: how many at most
 *
 * Returns: (transfer container) (element-type MullRoadblock) (nullable): roadblocks that have an
 *   outcome, the latest first
 */
GPtrArray *
mull_roadblock_store_list_settled (MullDatabase *db, guint limit, GError **error)
{
  return mull_record_store_list (db, &mull_roadblock_type,
                                 "WHERE outcome <> 'open' AND outcome_on > ''"
                                 " AND EXISTS (SELECT 1 FROM deal AS d WHERE d.id = deal_id"
                                 " AND d.trashed_at IS NULL)"
                                 " ORDER BY outcome_on DESC, id DESC LIMIT ?1",
                                 limit, 0, error);
}

/**
 * mull_roadblock_store_list_all:
 *
 * Returns: (transfer container) (element-type MullRoadblock) (nullable): every roadblock there
 *   ever was, for measuring
 */
GPtrArray *
mull_roadblock_store_list_all (MullDatabase *db, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_record_store_select_all (db, &mull_roadblock_type, error);
  g_autoptr (GPtrArray) roadblocks = g_ptr_array_new_with_free_func (mull_record_unref);
  MullStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    g_ptr_array_add (roadblocks, mull_record_store_read (&mull_roadblock_type, statement));
  return step == MULL_STEP_DONE ? g_steal_pointer (&roadblocks) : NULL;
}

/**
 * mull_roadblock_answer_store_list:
 *
 * Returns: (transfer container) (element-type MullRoadblockAnswer) (nullable): the ladder of
 *   questions, in order
 */
GPtrArray *
mull_roadblock_answer_store_list (MullDatabase *db, gint64 roadblock_id, GError **error)
{
  return mull_record_store_list (db, &mull_roadblock_answer_type,
                                 "WHERE roadblock_id = ?1 ORDER BY rank, id", roadblock_id, 0,
                                 error);
}

/**
 * mull_roadblock_help_store_list:
 *
 * Returns: (transfer container) (element-type MullRoadblockHelp) (nullable): who was asked for
 *   help, first come first
 */
GPtrArray *
mull_roadblock_help_store_list (MullDatabase *db, gint64 roadblock_id, GError **error)
{
  return mull_record_store_list (db, &mull_roadblock_help_type,
                                 "WHERE roadblock_id = ?1 ORDER BY id", roadblock_id, 0, error);
}

/**
 * mull_roadblock_store_find_top_value:
 * @share: per cent of the open deals
 * @value_minor: (out): what a deal in @currency is worth at least that is among the largest @share
 *   per cent; %G_MAXINT64 if none is
 *
 * Looks at the values of all open deals.
 */
gboolean
mull_roadblock_store_find_top_value (MullDatabase *db,
                                     const char *currency,
                                     int share,
                                     gint64 *value_minor,
                                     GError **error)
{
  g_autoptr (MullStatement) count = mull_database_prepare_scan (
      db, "SELECT count (*) FROM deal_card WHERE currency = ?1 AND value_minor > 0", error);
  g_autoptr (MullStatement) value = NULL;
  gint64 n_top;

  *value_minor = G_MAXINT64;
  if (count == NULL)
    return FALSE;
  mull_statement_bind_text (count, 1, currency);
  if (!mull_statement_step_row (count, error))
    return FALSE;
  n_top = mull_roadblock_count_top (mull_statement_get_int64 (count, 0), share);
  if (n_top == 0)
    return TRUE;
  value = mull_database_prepare_scan (
      db,
      "SELECT value_minor FROM deal_card WHERE currency = ?1 AND value_minor > 0"
      " ORDER BY value_minor DESC LIMIT 1 OFFSET ?2",
      error);
  if (value == NULL)
    return FALSE;
  mull_statement_bind_text (value, 1, currency);
  mull_statement_bind_int64 (value, 2, n_top - 1);
  if (!mull_statement_step_row (value, error))
    return FALSE;
  *value_minor = mull_statement_get_int64 (value, 0);
  return TRUE;
}

/**
 * mull_roadblock_store_was_brought_back:
 * @brought_back: (out): whether a call with a script about it reached them
 */
gboolean
mull_roadblock_store_was_brought_back (MullDatabase *db,
                                       gint64 roadblock_id,
                                       gboolean *brought_back,
                                       GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db,
      "SELECT count (*) FROM script WHERE roadblock_id = ?1 AND state = 'called'"
      " AND outcome NOT IN ('none', 'not-reached', 'not-needed')",
      error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, roadblock_id);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *brought_back = mull_statement_get_int64 (statement, 0) > 0;
  return TRUE;
}

/**
 * mull_roadblock_store_find_script:
 * @script_id: (out): the script about it that was begun last and not used yet, or 0
 */
gboolean
mull_roadblock_store_find_script (MullDatabase *db,
                                  gint64 roadblock_id,
                                  gint64 *script_id,
                                  GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db,
                             "SELECT coalesce (max (id), 0) FROM script WHERE roadblock_id = ?1"
                             " AND state IN ('draft', 'calling')",
                             error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, roadblock_id);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *script_id = mull_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * mull_roadblock_store_count_deals:
 * @n_unknown: (out): roadblocks that were still open when their deal was closed
 * @n_lost: (out): deals that were lost
 * @n_lost_confirmed: (out): of these, the ones with a roadblock whose cause they confirmed
 *
 * Reads all of them: for reports.
 */
gboolean
mull_roadblock_store_count_deals (MullDatabase *db,
                                  guint *n_unknown,
                                  guint *n_lost,
                                  guint *n_lost_confirmed,
                                  GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      db,
      "SELECT (SELECT count (*) FROM roadblock AS r JOIN deal AS d ON d.id = r.deal_id"
      "  WHERE r.outcome = 'open' AND d.outcome <> 'open' AND d.trashed_at IS NULL),"
      " count (*),"
      " coalesce (sum (EXISTS (SELECT 1 FROM roadblock AS r"
      "  WHERE r.deal_id = d.id AND r.confirmed_on IS NOT NULL)), 0)"
      " FROM deal AS d WHERE d.outcome NOT IN ('open', 'won') AND d.trashed_at IS NULL",
      error);

  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *n_unknown = (guint) mull_statement_get_int64 (statement, 0);
  *n_lost = (guint) mull_statement_get_int64 (statement, 1);
  *n_lost_confirmed = (guint) mull_statement_get_int64 (statement, 2);
  return TRUE;
}
