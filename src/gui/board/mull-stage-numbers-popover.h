/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-stage.h"

G_BEGIN_DECLS

/**
 * MullStageNumbersPopover:
 *
 * Edits the numbers of a stage: how likely its deals are won, after how much silence they count as
 * dark, and when they have been in it for too long. Emits ::accepted once, when it is closed by its
 * button or Enter.
 */
#define MULL_TYPE_STAGE_NUMBERS_POPOVER (mull_stage_numbers_popover_get_type ())
G_DECLARE_FINAL_TYPE (MullStageNumbersPopover,
                      mull_stage_numbers_popover,
                      MULL,
                      STAGE_NUMBERS_POPOVER,
                      GtkPopover)

MullStageNumbersPopover *
mull_stage_numbers_popover_new (const MullStage *stage) G_GNUC_WARN_UNUSED_RESULT;
void mull_stage_numbers_popover_set_numbers (MullStageNumbersPopover *self,
                                             int probability,
                                             int dark_days,
                                             int stale_days);
/* Puts the numbers into @stage. */
void mull_stage_numbers_popover_apply (MullStageNumbersPopover *self, MullStage *stage);
void mull_stage_numbers_popover_accept (MullStageNumbersPopover *self);

G_END_DECLS
