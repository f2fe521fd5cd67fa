/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-deal-history.h"
#include "mull-dossier.h"

G_BEGIN_DECLS

/**
 * MullStagePath:
 *
 * The stages of the pipeline as segments, with the days that the deal spent in each. A click on one
 * moves the deal there (deal.move-to-stage).
 */
#define MULL_TYPE_STAGE_PATH (mull_stage_path_get_type ())
G_DECLARE_FINAL_TYPE (MullStagePath, mull_stage_path, MULL, STAGE_PATH, AdwBin)

void
mull_stage_path_set (MullStagePath *self, MullDossier *dossier, const MullDealHistory *history);

G_END_DECLS
