/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-pipeline-store"

#include "config.h"

#include "mull-pipeline-store.h"

#include "mull-record-store.h"

/**
 * mull_pipeline_store_get:
 *
 * Returns: (transfer full) (nullable): the pipeline; %NULL with %MULL_ERROR_NOT_FOUND if there is
 * none
 */
MullPipeline *
mull_pipeline_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_pipeline_type, id, error);
}

/**
 * mull_pipeline_store_list:
 *
 * Returns: (transfer container) (element-type MullPipeline) (nullable): all pipelines in order
 */
GPtrArray *
mull_pipeline_store_list (MullDatabase *db, GError **error)
{
  return mull_record_store_list (db, &mull_pipeline_type, "ORDER BY rank, id", 0, 0, error);
}

/**
 * mull_stage_store_get:
 *
 * Returns: (transfer full) (nullable): the stage; %NULL with %MULL_ERROR_NOT_FOUND if there is none
 */
MullStage *
mull_stage_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_stage_type, id, error);
}

/**
 * mull_stage_store_list:
 *
 * Returns: (transfer container) (element-type MullStage) (nullable): the stages of a pipeline in
 *   order
 */
GPtrArray *
mull_stage_store_list (MullDatabase *db, gint64 pipeline_id, GError **error)
{
  return mull_record_store_list (db, &mull_stage_type, "WHERE pipeline_id = ?1 ORDER BY rank, id",
                                 pipeline_id, 0, error);
}

/**
 * mull_stage_store_count_deals:
 * @n_deals: (out): how many deals are in the stage, closed ones and those in the trash included
 */
gboolean
mull_stage_store_count_deals (MullDatabase *db, gint64 stage_id, gint64 *n_deals, GError **error)
{
  g_autoptr (MullStatement) stmt =
      mull_database_prepare (db, "SELECT count(*) FROM deal WHERE stage_id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, stage_id);
  if (!mull_statement_step_row (stmt, error))
    return FALSE;
  *n_deals = mull_statement_get_int64 (stmt, 0);
  return TRUE;
}

/**
 * mull_stage_store_move_deals:
 * @now: when, microseconds UTC
 *
 * Moves every deal of a stage, closed ones and those in the trash included, to another.
 */
gboolean
mull_stage_store_move_deals (MullDatabase *db,
                             gint64 stage_id,
                             gint64 target_id,
                             gint64 now,
                             GError **error)
{
  g_autoptr (MullStatement) stmt = mull_database_prepare (
      db, "UPDATE deal SET stage_id = ?2, stage_since_at = ?3 WHERE stage_id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, stage_id);
  mull_statement_bind_int64 (stmt, 2, target_id);
  mull_statement_bind_int64 (stmt, 3, now);
  return mull_statement_run (stmt, error);
}
