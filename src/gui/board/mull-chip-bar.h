/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-board-query.h"

G_BEGIN_DECLS

/**
 * MullChipBar:
 *
 * The filters of the board with their counts: one is chosen at a time, and choosing it again shows
 * everything. Those that would show nothing stay away.
 */
#define MULL_TYPE_CHIP_BAR (mull_chip_bar_get_type ())
G_DECLARE_FINAL_TYPE (MullChipBar, mull_chip_bar, MULL, CHIP_BAR, AdwBin)

MullBoardChip mull_chip_bar_get_chip (MullChipBar *self);
void mull_chip_bar_set_chip (MullChipBar *self, MullBoardChip chip);
void mull_chip_bar_set_count (MullChipBar *self, MullBoardChip chip, guint count);
GtkToggleButton *mull_chip_bar_get_button (MullChipBar *self, MullBoardChip chip);

G_END_DECLS
