/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-store"

#include "config.h"

#include "mull-deal-store.h"

#include "mull-rank.h"
#include "mull-record-store.h"

/**
 * mull_deal_store_get:
 *
 * Returns: (transfer full) (nullable): the deal; %NULL with %MULL_ERROR_NOT_FOUND if there is none
 */
MullDeal *
mull_deal_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_deal_type, id, error);
}

static gboolean
read_rank (MullStatement *stmt, gint64 *rank, gboolean *found, GError **error)
{
  MullStep step = mull_statement_step (stmt, error);

  *found = step == MULL_STEP_ROW;
  if (*found)
    *rank = mull_statement_get_int64 (stmt, 0);
  return step != MULL_STEP_ERROR;
}

/**
 * mull_deal_store_find_end:
 * @last: whether the last or the first deal is wanted
 * @rank: (out): its rank
 * @found: (out): whether the stage has any deal
 */
gboolean
mull_deal_store_find_end (MullDatabase *db,
                          gint64 stage_id,
                          gboolean last,
                          gint64 *rank,
                          gboolean *found,
                          GError **error)
{
  g_autoptr (MullStatement) stmt =
      last ? mull_database_prepare (
                 db, "SELECT rank FROM deal WHERE stage_id = ?1 ORDER BY rank DESC LIMIT 1", error)
           : mull_database_prepare (
                 db, "SELECT rank FROM deal WHERE stage_id = ?1 ORDER BY rank LIMIT 1", error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, stage_id);
  return read_rank (stmt, rank, found, error);
}

/**
 * mull_deal_store_find_before:
 * @rank: (out): the rank of the deal before @deal in its stage
 * @found: (out): whether there is one
 */
gboolean
mull_deal_store_find_before (MullDatabase *db,
                             const MullDeal *deal,
                             gint64 *rank,
                             gboolean *found,
                             GError **error)
{
  g_autoptr (MullStatement) stmt = mull_database_prepare (
      db, "SELECT rank FROM deal WHERE stage_id = ?1 AND rank < ?2 ORDER BY rank DESC LIMIT 1",
      error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, deal->stage_id);
  mull_statement_bind_int64 (stmt, 2, deal->rank);
  return read_rank (stmt, rank, found, error);
}

/**
 * mull_deal_store_spread:
 *
 * Numbers the deals of a stage anew when no room is left between two of them. Rare: it takes
 * twenty moves into one gap.
 */
gboolean
mull_deal_store_spread (MullDatabase *db, gint64 stage_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MullStatement) list = mull_database_prepare (
      db, "SELECT id FROM deal WHERE stage_id = ?1 ORDER BY rank, id", error);
  g_autoptr (MullStatement) update = NULL;
  MullStep step;

  if (list == NULL)
    return FALSE;
  mull_statement_bind_int64 (list, 1, stage_id);
  while ((step = mull_statement_step (list, error)) == MULL_STEP_ROW)
    {
      gint64 id = mull_statement_get_int64 (list, 0);
      g_array_append_val (ids, id);
    }
  if (step == MULL_STEP_ERROR)
    return FALSE;

  update = mull_database_prepare (db, "UPDATE deal SET rank = ?2 WHERE id = ?1", error);
  if (update == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      mull_statement_reset (update);
      mull_statement_bind_int64 (update, 1, g_array_index (ids, gint64, i));
      mull_statement_bind_int64 (update, 2, mull_rank_spread (i));
      if (!mull_statement_run (update, error))
        return FALSE;
    }
  return TRUE;
}
