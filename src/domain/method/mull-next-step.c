/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-next-step"

#include "config.h"

#include "mull-next-step.h"

#include "mull-commitment-rules.h"
#include "mull-words.h"

#define NO_MINUTE (-1)

/* On one day: what has its hour, our promises, what we planned, their promises, the older id. */
static int
order_within_day (const MullNextStep *step)
{
  if (step->minute != NO_MINUTE)
    return step->minute;
  switch (step->kind)
    {
    case MULL_NEXT_STEP_OURS:
      return 24 * 60;
    case MULL_NEXT_STEP_TOUCH:
      return 24 * 60 + 1;
    case MULL_NEXT_STEP_THEIRS:
    case MULL_NEXT_STEP_NONE:
      return 24 * 60 + 2;
    }
  g_return_val_if_reached (0);
}

static gboolean
comes_before (const MullNextStep *a, const MullNextStep *b)
{
  if (b->kind == MULL_NEXT_STEP_NONE)
    return TRUE;
  if (a->on != b->on)
    return a->on < b->on;
  if (order_within_day (a) != order_within_day (b))
    return order_within_day (a) < order_within_day (b);
  return a->kind == b->kind ? a->id < b->id : a->kind < b->kind;
}

static void
consider (MullNextStep *step, MullNextStep candidate)
{
  MullDay ours_on = step->ours_on;

  if (candidate.kind != MULL_NEXT_STEP_THEIRS &&
      (ours_on == MULL_DAY_NONE || candidate.on < ours_on))
    ours_on = candidate.on;
  if (comes_before (&candidate, step))
    *step = candidate;
  step->ours_on = ours_on;
}

/**
 * mull_next_step_find:
 * @step: (out caller-allocates): the next step
 * @touches: (nullable) (element-type MullPlannedTouch): the planned touches of a deal
 * @commitments: (nullable) (element-type MullCommitment): its commitments
 * @today: the present day
 *
 * Finds the earliest open dated thing that moves a deal, of either side. What is overdue comes
 * first, the oldest before the others.
 *
 * Returns: whether there is one
 */
gboolean
mull_next_step_find (MullNextStep *step, GPtrArray *touches, GPtrArray *commitments, MullDay today)
{
  g_return_val_if_fail (step != NULL, FALSE);

  *step = (MullNextStep){
    .on = MULL_DAY_NONE,
    .minute = NO_MINUTE,
    .text = "",
    .ours_on = MULL_DAY_NONE,
  };
  for (guint i = 0; touches != NULL && i < touches->len; i++)
    {
      const MullPlannedTouch *touch = g_ptr_array_index (touches, i);
      gboolean has_minute = touch->due_minute != MULL_NUMBER_NONE;

      if (touch->state != MULL_TOUCH_OPEN || touch->due_on == MULL_DAY_NONE)
        continue;
      consider (step, (MullNextStep){
                          .kind = MULL_NEXT_STEP_TOUCH,
                          .id = touch->record.id,
                          .on = touch->due_on,
                          .minute = has_minute ? (int) touch->due_minute : NO_MINUTE,
                          .text = touch->text[0] != '\0' ? touch->text
                                                         : mull_entry_kind_label (touch->kind),
                      });
    }
  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    {
      const MullCommitment *commitment = g_ptr_array_index (commitments, i);

      if (!mull_commitment_is_open (commitment) || commitment->due_on == MULL_DAY_NONE)
        continue;
      consider (step, (MullNextStep){
                          .kind = commitment->side == MULL_SIDE_THEM ? MULL_NEXT_STEP_THEIRS
                                                                     : MULL_NEXT_STEP_OURS,
                          .id = commitment->record.id,
                          .on = commitment->due_on,
                          .minute = NO_MINUTE,
                          .text = commitment->words,
                      });
    }
  step->overdue = step->kind != MULL_NEXT_STEP_NONE && step->on < today;
  return step->kind != MULL_NEXT_STEP_NONE;
}
