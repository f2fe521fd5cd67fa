/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-figures"

#include "config.h"

#include "mull-figures.h"

#include "mull-commitment-rules.h"
#include "mull-qualification-ops.h"
#include "mull-setting-store.h"

/* A quarter of a year. */
#define DAYS 91
#define MONTHS 6

/* The first due day of which a promise of ours that is still open does not count as broken. */
static MullDay
find_broken_before (const MullThresholds *thresholds, MullDay today)
{
  g_autoptr (MullCommitment) promise = mull_commitment_new ();

  promise->side = MULL_SIDE_US;
  promise->due_on = today;
  while (mull_commitment_failed_from (promise, thresholds) > today)
    promise->due_on--;
  return promise->due_on + 1;
}

/**
 * mull_figures_count_promises:
 * @figures: (out caller-allocates): over all deals
 *
 * Counts what became of what we promised.
 */
gboolean
mull_figures_count_promises (MullWorkspace *workspace, MullPromiseFigures *figures, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  MullThresholds thresholds;

  return mull_setting_store_load_thresholds (db, &thresholds, error) &&
         mull_promise_store_count (
             db, find_broken_before (&thresholds, mull_workspace_get_today (workspace)),
             mull_workspace_get_now (workspace), figures, error);
}

/**
 * mull_figures_load:
 *
 * Returns: (transfer full) (nullable): the figures as of today
 */
MullFigures *
mull_figures_load (MullWorkspace *workspace, GError **error)
{
  g_autoptr (MullFigures) self = g_new0 (MullFigures, 1);
  MullDay today = mull_workspace_get_today (workspace);

  self->from = today - DAYS;
  if (!mull_hole_figures_load (workspace, self->from, today, &self->holes, error) ||
      !mull_roadblock_case_measure (workspace, &self->roadblocks, error) ||
      !mull_close_measure (workspace, &self->closes, error) ||
      !mull_figures_count_promises (workspace, &self->promises, error) ||
      (self->months = mull_qualification_count_drift (workspace, MONTHS, error)) == NULL ||
      !mull_call_plan_count (workspace, &self->talks, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mull_figures_free:
 * @self: (transfer full): figures
 */
void
mull_figures_free (MullFigures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->months, g_array_unref);
  g_free (self);
}
