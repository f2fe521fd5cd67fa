/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-move-state.h"
#include "mull-stage-model.h"

G_BEGIN_DECLS

/* Arrays of MullStageTotal, one for each currency. */
void mull_stage_totals_add (GArray *totals,
                            const char *currency,
                            MullMoveState state,
                            guint n,
                            gint64 value_minor,
                            gint64 weighted_minor);
void mull_stage_totals_sort (GArray *totals);

G_END_DECLS
