/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-move-state.h"

G_BEGIN_DECLS

/**
 * MullNeedsFacts:
 * @state: whose move it is
 * @on: the day shown with it
 * @flags: what is said beside it
 * @our_next_on: the earliest open step that is ours to take; see #MullNextStep
 * @ours_due_on: the earliest day on which an open promise of ours is or was due
 * @theirs_failed_on: the earliest day from which an open promise of theirs is missed
 * @open_holes: how many holes are open
 * @stuck_on: when they said what the oldest open roadblock is about
 *
 * What decides how soon a deal needs the rep. Absent days are %MULL_DAY_NONE.
 */
typedef struct
{
  MullMoveState state;
  MullDay on;
  MullMoveFlags flags;
  MullDay our_next_on;
  MullDay ours_due_on;
  MullDay theirs_failed_on;
  int open_holes;
  MullDay stuck_on;
} MullNeedsFacts;

/**
 * MullNeedsRange:
 * @state: the state to which it belongs
 * @from: the first key
 * @to: the key after the last one
 *
 * A range of sort keys, of deals in one state.
 */
typedef struct
{
  MullMoveState state;
  gint64 from;
  gint64 to;
} MullNeedsRange;

gint64 mull_needs_decide (const MullNeedsFacts *facts,
                          const MullThresholds *thresholds,
                          MullDay today,
                          MullDay *recheck_on);
int mull_needs_get_group (gint64 needs);
MullDay mull_needs_get_day (gint64 needs);
MullMoveState mull_needs_get_state (gint64 needs);
const MullNeedsRange *mull_needs_list_silent (guint *n_ranges);

G_END_DECLS
