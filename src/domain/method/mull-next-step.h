/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-planned-touch.h"

G_BEGIN_DECLS

/**
 * MullNextStepKind:
 * @MULL_NEXT_STEP_NONE: there is none
 * @MULL_NEXT_STEP_TOUCH: a planned touch
 * @MULL_NEXT_STEP_OURS: a promise of ours, or of both
 * @MULL_NEXT_STEP_THEIRS: a promise of theirs
 *
 * What moves a deal next.
 */
typedef enum
{
  MULL_NEXT_STEP_NONE,
  MULL_NEXT_STEP_TOUCH,
  MULL_NEXT_STEP_OURS,
  MULL_NEXT_STEP_THEIRS,
} MullNextStepKind;

/**
 * MullNextStep:
 * @kind: what it is
 * @id: the planned touch or the commitment
 * @on: its day, or %MULL_DAY_NONE
 * @minute: minute of that day if a touch is fixed to it, else -1
 * @text: what is to be done; empty if there is none. Belongs to the record
 * @overdue: whether its day has passed
 * @ours_on: the earliest day of a step that is ours to take, which @kind need not be, or
 *   %MULL_DAY_NONE
 *
 * The earliest open dated thing that moves a deal.
 */
typedef struct
{
  MullNextStepKind kind;
  gint64 id;
  MullDay on;
  int minute;
  const char *text;
  gboolean overdue;
  MullDay ours_on;
} MullNextStep;

gboolean
mull_next_step_find (MullNextStep *step, GPtrArray *touches, GPtrArray *commitments, MullDay today);

G_END_DECLS
