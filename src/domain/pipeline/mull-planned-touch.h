/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-entry.h"
#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullTouchState:
 * @MULL_TOUCH_OPEN: still to come
 * @MULL_TOUCH_DONE: happened
 * @MULL_TOUCH_DROPPED: will not happen
 *
 * What became of a planned touch.
 */
typedef enum
{
  MULL_TOUCH_OPEN,
  MULL_TOUCH_DONE,
  MULL_TOUCH_DROPPED,
} MullTouchState;

#define MULL_TYPE_TOUCH_STATE (mull_touch_state_get_type ())
GType mull_touch_state_get_type (void);

/**
 * MullPlannedTouch:
 * @uuid: identity across databases
 * @kind: call, meeting, mail, message or letter
 * @due_minute: local minute of the day, if fixed
 * @accepted: a meeting that they agreed to
 * @entry_id: what came of it
 * @cost_min: what it would cost, in minutes
 * @cost_minor: what it would cost, in minor units of @cost_currency
 *
 * A touch still to come.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 deal_id;
  gint64 person_id;
  MullEntryKind kind;
  MullDay due_on;
  gint64 due_minute;
  char *place;
  char *text;
  gboolean accepted;
  MullTouchState state;
  gint64 entry_id;
  int cost_min;
  gint64 cost_minor;
  char cost_currency[4];
  gint64 created_at;
} MullPlannedTouch;

MULL_DECLARE_RECORD (MullPlannedTouch, mull_planned_touch)

G_END_DECLS
