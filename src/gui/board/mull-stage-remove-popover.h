/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullStageRemovePopover:
 *
 * Asks where the deals of a stage, or of a pipeline, go before it is removed. Emits ::accepted with
 * the stage they go to.
 */
#define MULL_TYPE_STAGE_REMOVE_POPOVER (mull_stage_remove_popover_get_type ())
G_DECLARE_FINAL_TYPE (MullStageRemovePopover,
                      mull_stage_remove_popover,
                      MULL,
                      STAGE_REMOVE_POPOVER,
                      GtkPopover)

/* @stages: (element-type MullStage): where they can go, not empty */
MullStageRemovePopover *mull_stage_remove_popover_new (const char *question,
                                                       GPtrArray *stages,
                                                       guint selected) G_GNUC_WARN_UNUSED_RESULT;
void mull_stage_remove_popover_accept (MullStageRemovePopover *self);

G_END_DECLS
