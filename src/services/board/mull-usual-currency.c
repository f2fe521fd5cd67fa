/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-usual-currency"

#include "config.h"

#include "mull-usual-currency.h"

#include "mull-board-store.h"
#include "mull-pipeline-store.h"

static void
count (GHashTable *counts, const MullStageSum *sum)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, sum->currency));

  if (*sum->currency != '\0')
    g_hash_table_replace (counts, g_strdup (sum->currency), GUINT_TO_POINTER (n + sum->n));
}

static void
count_stages (GHashTable *counts, MullDatabase *db, GPtrArray *stages)
{
  for (guint i = 0; i < stages->len; i++)
    {
      const MullStage *stage = stages->pdata[i];
      g_autoptr (GArray) sums = mull_board_store_list_sums (db, stage->record.id, NULL);

      for (guint k = 0; sums != NULL && k < sums->len; k++)
        count (counts, &g_array_index (sums, MullStageSum, k));
    }
}

static void
count_pipelines (GHashTable *counts, MullDatabase *db)
{
  g_autoptr (GPtrArray) pipelines = mull_pipeline_store_list (db, NULL);

  for (guint i = 0; pipelines != NULL && i < pipelines->len; i++)
    {
      const MullPipeline *pipeline = pipelines->pdata[i];
      g_autoptr (GPtrArray) stages = mull_stage_store_list (db, pipeline->record.id, NULL);

      if (stages != NULL)
        count_stages (counts, db, stages);
    }
}

/**
 * mull_usual_currency:
 * @stages: (element-type MullStage) (nullable): the stages of a board, or %NULL for those of all
 *
 * Returns: (transfer full) (nullable): the code of the currency that most open deals in @stages
 *   have; of two that are as usual, the first in the alphabet. %NULL if none has any
 */
char *
mull_usual_currency (MullWorkspace *workspace, GPtrArray *stages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *usual = NULL;
  guint most = 0;
  GHashTableIter iter;
  gpointer code, n;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  if (stages != NULL)
    count_stages (counts, mull_workspace_get_database (workspace), stages);
  else
    count_pipelines (counts, mull_workspace_get_database (workspace));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &code, &n))
    if (GPOINTER_TO_UINT (n) > most ||
        (GPOINTER_TO_UINT (n) == most && g_strcmp0 (code, usual) < 0))
      {
        usual = code;
        most = GPOINTER_TO_UINT (n);
      }
  return g_strdup (usual);
}
