/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-drill-store"

#include "config.h"

#include "mull-drill-store.h"

#include "mull-hole-figures.h"
#include "mull-record.h"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *id_a = a, *id_b = b;

  return (*id_a > *id_b) - (*id_a < *id_b);
}

/**
 * mull_drill_store_list_deals:
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the open deals that are not quiet, by
 *   id
 */
GArray *
mull_drill_store_list_deals (MullDatabase *db, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db,
      "SELECT card.deal_id FROM stage CROSS JOIN deal_card AS card ON card.stage_id = stage.id"
      " WHERE card.state NOT IN ('closed', 'quiet')",
      error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      gint64 id = mull_statement_get_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (step != MULL_STEP_DONE)
    return NULL;
  /* So that the same seed chooses the same deal, whatever happened to the cards. */
  g_array_sort (ids, compare_ids);
  return g_steal_pointer (&ids);
}

/**
 * mull_hole_life_store_list:
 * @from_at: microseconds UTC
 * @to_at: microseconds UTC
 *
 * Returns: (transfer full) (element-type MullHoleLife) (nullable): what became of the holes that
 *   were left from @from_at until before @to_at
 */
GArray *
mull_hole_life_store_list (MullDatabase *db, gint64 from_at, gint64 to_at, GError **error)
{
  g_autoptr (GArray) lives = g_array_new (FALSE, FALSE, sizeof (MullHoleLife));
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db,
      "WITH life AS (SELECT h.deal_id, h.left_at, h.asked_at IS NOT NULL AS asked,"
      "                     h.state = 'filled' AS filled,"
      "                     (SELECT min (coalesce (e.happened_at, s.called_at))"
      "                        FROM script AS s LEFT JOIN entry AS e ON e.id = s.entry_id"
      "                       WHERE s.hole_id = h.id AND s.called_at IS NOT NULL) AS called_at"
      "                FROM stage CROSS JOIN deal_card AS card ON card.stage_id = stage.id"
      "                CROSS JOIN hole AS h ON h.deal_id = card.deal_id"
      "               WHERE h.left_at >= ?1 AND h.left_at < ?2)"
      "SELECT left_at, called_at, asked, filled,"
      "       EXISTS (SELECT 1 FROM entry AS e"
      "                WHERE e.deal_id = life.deal_id AND e.kind = 'stage'"
      "                  AND e.trashed_at IS NULL AND e.happened_at >= life.called_at"
      "                  AND e.happened_at < life.called_at + ?3)"
      "  FROM life",
      error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, from_at);
  mull_statement_bind_int64 (statement, 2, to_at);
  mull_statement_bind_int64 (statement, 3, MULL_HOLE_FIGURES_DAYS * G_TIME_SPAN_DAY);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullHoleLife life = {
        .left_at = mull_statement_get_int64 (statement, 0),
        .called_at = mull_statement_is_null (statement, 1)
                         ? MULL_INSTANT_NONE
                         : mull_statement_get_int64 (statement, 1),
        .asked = mull_statement_get_int64 (statement, 2) != 0,
        .filled = mull_statement_get_int64 (statement, 3) != 0,
        .moved = mull_statement_get_int64 (statement, 4) != 0,
      };

      g_array_append_val (lives, life);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&lives) : NULL;
}
