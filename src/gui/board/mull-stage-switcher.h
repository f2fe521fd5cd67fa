/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-board-model.h"

G_BEGIN_DECLS

/**
 * MullStageSwitcher:
 *
 * The stages by name, for windows in which one of them is seen at a time.
 */
#define MULL_TYPE_STAGE_SWITCHER (mull_stage_switcher_get_type ())
G_DECLARE_FINAL_TYPE (MullStageSwitcher, mull_stage_switcher, MULL, STAGE_SWITCHER, AdwBin)

void mull_stage_switcher_update (MullStageSwitcher *self, MullBoardModel *board);
guint mull_stage_switcher_get_selected (MullStageSwitcher *self);
void mull_stage_switcher_set_selected (MullStageSwitcher *self, guint selected);

G_END_DECLS
