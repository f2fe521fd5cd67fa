/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-thresholds.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullThresholdRow:
 *
 * One number of the rules: what holds now, what holds without a change, and the way back to it.
 */
#define MULL_TYPE_THRESHOLD_ROW (mull_threshold_row_get_type ())
G_DECLARE_FINAL_TYPE (MullThresholdRow, mull_threshold_row, MULL, THRESHOLD_ROW, AdwActionRow)

GtkWidget *mull_threshold_row_new (MullWorkspace *workspace, const MullThresholdInfo *info);
const MullThresholdInfo *mull_threshold_row_get_info (MullThresholdRow *self);
void mull_threshold_row_reset (MullThresholdRow *self);

G_END_DECLS
