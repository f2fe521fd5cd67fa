/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-history"

#include "config.h"

#include "mull-deal-history.h"

#include "mull-entry-store.h"
#include "mull-stage.h"

/* A stage that is no longer in the pipeline has no segment on the path: 0. */
static gint64
find_stage (GPtrArray *stages, const char *uuid)
{
  for (guint i = 0; i < stages->len; i++)
    {
      MullStage *stage = stages->pdata[i];

      if (g_str_equal (stage->uuid, uuid))
        return stage->record.id;
    }
  return 0;
}

/* The deal came into being in the stage that its first move left. */
static GArray *
collect_moves (const MullDeal *deal, GPtrArray *stages, GPtrArray *changes, MullClock *clock)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (MullStageMove));
  MullStageMove move = { mull_clock_day_of (clock, deal->created_at), deal->stage_id };

  if (changes->len > 0)
    move.stage_id = find_stage (stages, ((MullEntryChange *) changes->pdata[0])->old_value);
  g_array_append_val (moves, move);
  for (guint i = 0; i < changes->len; i++)
    {
      MullEntryChange *change = changes->pdata[i];

      move = (MullStageMove){ mull_clock_day_of (clock, change->happened_at),
                              find_stage (stages, change->new_value) };
      g_array_append_val (moves, move);
    }
  return moves;
}

static MullSlips
count_slips (GPtrArray *changes)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (MullDateChange));

  for (guint i = 0; i < changes->len; i++)
    {
      MullEntryChange *change = changes->pdata[i];
      MullDateChange date = { mull_day_from_iso (change->old_value),
                              mull_day_from_iso (change->new_value) };

      g_array_append_val (dates, date);
    }
  return mull_slips_count ((const MullDateChange *) (void *) dates->data, dates->len);
}

/**
 * mull_deal_history_load:
 * @stages: (element-type MullStage): of its pipeline
 * @entries: (element-type MullEntry): its touches
 * @quiets: (element-type MullQuiet): the quiets that cover it
 *
 * Returns: (transfer full) (nullable): what the deal has been through, until today or until it was
 *   closed
 */
MullDealHistory *
mull_deal_history_load (MullWorkspace *workspace,
                        const MullDeal *deal,
                        GPtrArray *stages,
                        GPtrArray *entries,
                        GPtrArray *quiets,
                        GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  MullClock *clock = mull_workspace_get_clock (workspace);
  MullDay until_on = mull_workspace_get_today (workspace);
  g_autoptr (MullDealHistory) self = NULL;
  g_autoptr (GPtrArray) stage_changes = NULL;
  g_autoptr (GPtrArray) date_changes = NULL;
  g_autoptr (GArray) moves = NULL;

  stage_changes = mull_entry_change_store_list (db, deal->record.id, "stage", error);
  if (stage_changes == NULL)
    return NULL;
  date_changes = mull_entry_change_store_list (db, deal->record.id, "expected-on", error);
  if (date_changes == NULL)
    return NULL;
  if (deal->closed_at != MULL_INSTANT_NONE)
    until_on = mull_clock_day_of (clock, deal->closed_at);
  moves = collect_moves (deal, stages, stage_changes, clock);
  self = g_new0 (MullDealHistory, 1);
  self->stage_times =
      mull_stage_time_count ((const MullStageMove *) (void *) moves->data, moves->len, entries,
                             quiets, until_on, mull_clock_get_zone (clock));
  self->slips = count_slips (date_changes);
  return g_steal_pointer (&self);
}

void
mull_deal_history_free (MullDealHistory *self)
{
  g_clear_pointer (&self->stage_times, g_array_unref);
  g_free (self);
}

/**
 * mull_deal_history_get_stage:
 *
 * Returns: (transfer none) (nullable): the time in a stage, or %NULL if the deal was never there
 */
const MullStageTime *
mull_deal_history_get_stage (const MullDealHistory *self, gint64 stage_id)
{
  for (guint i = 0; i < self->stage_times->len; i++)
    {
      const MullStageTime *time = &g_array_index (self->stage_times, MullStageTime, i);

      if (time->stage_id == stage_id)
        return time;
    }
  return NULL;
}
