/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-move"

/* bench-move FOLDER N DEALS
 *
 * Moves cards as a drop does, by the operation itself, without a window. */

#include "config.h"

#include "bench.h"

#include "mull-deal-ops.h"
#include "mull-deal-store.h"
#include "mull-pipeline-ops.h"

#include <locale.h>
#include <stdlib.h>

/* Never where it is already: that would be no step. */
static gint64
other_stage (MullWorkspace *workspace, GPtrArray *stages, gint64 deal_id, GRand *chance)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDeal) deal =
      mull_deal_store_get (mull_workspace_get_database (workspace), deal_id, &error);
  gint64 id;

  bench_check (error);
  do
    id = ((MullStage *) stages->pdata[g_rand_int_range (chance, 0, (gint32) stages->len)])
             ->record.id;
  while (id == deal->stage_id);
  return id;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullClock) clock = mull_clock_new_from_text (BENCH_NOW, &error);
  g_autoptr (MullWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  gint64 pipeline_id;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 4)
    return 2;
  workspace = mull_workspace_open (argv[1], clock, &error);
  bench_check (error);
  if (!mull_pipeline_ops_ensure (workspace, &pipeline_id, &error) ||
      (stages = mull_stage_list (workspace, pipeline_id, &error)) == NULL)
    bench_check (error);
  for (int i = 0, n = atoi (argv[2]), last = atoi (argv[3]); i < n; i++)
    {
      gint64 deal = 1 + g_rand_int_range (chance, 0, last);
      gint64 stage = other_stage (workspace, stages, deal, chance);
      double start = bench_now_ms ();

      if (!mull_deal_ops_move (workspace, deal, stage, MULL_PLACE_START, &error))
        bench_check (error);
      bench_samples_add (samples, bench_now_ms () - start);
    }
  bench_samples_print (samples, "move_ms");
  if (!mull_workspace_close (workspace, &error))
    bench_check (error);
  return EXIT_SUCCESS;
}
