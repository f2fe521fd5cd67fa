/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-deal.h"

G_BEGIN_DECLS

/**
 * MullOutcomeBar:
 *
 * Six places to drop a deal on that is over, one for each way a deal ends. Emits ::chosen.
 */
#define MULL_TYPE_OUTCOME_BAR (mull_outcome_bar_get_type ())
G_DECLARE_FINAL_TYPE (MullOutcomeBar, mull_outcome_bar, MULL, OUTCOME_BAR, AdwBin)

MullOutcomeBar *mull_outcome_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_outcome_bar_set_narrow (MullOutcomeBar *self, gboolean narrow);
GtkWidget *mull_outcome_bar_get_target (MullOutcomeBar *self, MullOutcome outcome);

G_END_DECLS
