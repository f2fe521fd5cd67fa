/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-call-plan-ops.h"
#include "mull-decision-ops.h"
#include "mull-drill.h"
#include "mull-promise-store.h"
#include "mull-roadblock-case.h"

G_BEGIN_DECLS

/**
 * MullFigures:
 * @from: the first day of those holes
 * @holes: the do-over, over the holes left in the last quarter of a year
 * @roadblocks: what became of the roadblocks
 * @closes: how fast we get to a no
 * @promises: what became of what we promised
 * @months: (element-type MullDriftMonth): how closely new deals were looked at, oldest first
 * @talks: how many talks are planned, and how many without a plan
 *
 * What the methods brought, in figures. Read-only.
 */
typedef struct
{
  MullDay from;
  MullHoleFigures holes;
  MullRoadblockMeasures roadblocks;
  MullCloseMeasures closes;
  MullPromiseFigures promises;
  GArray *months;
  MullTalkCount talks;
} MullFigures;

MullFigures *mull_figures_load (MullWorkspace *workspace, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_figures_free (MullFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullFigures, mull_figures_free)

gboolean
mull_figures_count_promises (MullWorkspace *workspace, MullPromiseFigures *figures, GError **error);

G_END_DECLS
