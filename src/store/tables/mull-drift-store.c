/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-drift-store"

#include "config.h"

#include "mull-drift-store.h"

#include "mull-statement.h"

/* The last answer to each question stands; of answers given in the same moment, the later row. */
#define DRIFT                                                                                      \
  "SELECT d.created_at, count (q.id),"                                                             \
  "       count (CASE WHEN q.answer = 'yes'"                                                       \
  "                    AND (trim (q.evidence) <> '' OR q.entry_id IS NOT NULL) THEN 1 END)"        \
  "  FROM deal AS d LEFT JOIN qualification AS q ON q.deal_id = d.id AND NOT EXISTS ("             \
  "    SELECT 1 FROM qualification AS later"                                                       \
  "      WHERE later.deal_id = q.deal_id AND later.question = q.question"                          \
  "        AND (later.answered_at, later.id) > (q.answered_at, q.id))"                             \
  "  WHERE d.created_at >= ?1 AND d.trashed_at IS NULL"                                            \
  "  GROUP BY d.id"

/**
 * mull_drift_store_list:
 * @since: the first day that counts
 * @zone: the rep's time zone
 *
 * Returns: (transfer full) (element-type MullDriftDeal) (nullable): the deals added since that day,
 *   with how they were qualified
 */
GArray *
mull_drift_store_list (MullDatabase *db, MullDay since, GTimeZone *zone, GError **error)
{
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (MullDriftDeal));
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, DRIFT, error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, mull_day_start_instant (since, zone));
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullDriftDeal deal = {
        .created_on = mull_day_from_instant (mull_statement_get_int64 (statement, 0), zone),
        .answered = (int) mull_statement_get_int64 (statement, 1),
        .yeses = (int) mull_statement_get_int64 (statement, 2),
      };

      g_array_append_val (deals, deal);
    }
  return step == MULL_STEP_ERROR ? NULL : g_steal_pointer (&deals);
}

#define TALKS                                                                                      \
  "SELECT count (*), count (CASE WHEN d.plan_outcome = '' AND d.plan_gets = ''"                    \
  "                               AND d.plan_must = '' AND d.plan_ask = '' THEN 1 END)"            \
  "  FROM planned_touch AS t JOIN deal AS d ON d.id = t.deal_id"                                   \
  "  WHERE t.state = 'open' AND t.kind IN ('call', 'meeting')"                                     \
  "    AND d.outcome = 'open' AND d.trashed_at IS NULL"

/**
 * mull_drift_store_count_talks:
 * @count: (out caller-allocates): talks to come, and how many of them have no plan
 */
gboolean
mull_drift_store_count_talks (MullDatabase *db, MullTalkCount *count, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, TALKS, error);

  if (!mull_statement_step_row (statement, error))
    return FALSE;
  count->planned = (int) mull_statement_get_int64 (statement, 0);
  count->without_plan = (int) mull_statement_get_int64 (statement, 1);
  return TRUE;
}
