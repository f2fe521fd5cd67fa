/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-planned-touch"

#include "config.h"

#include "mull-planned-touch.h"

G_DEFINE_ENUM_TYPE (MullTouchState,
                    mull_touch_state,
                    G_DEFINE_ENUM_VALUE (MULL_TOUCH_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (MULL_TOUCH_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (MULL_TOUCH_DROPPED, "dropped"))

static const MullField fields[] = {
  MULL_FIELD (MullPlannedTouch, uuid, TEXT),
  MULL_FIELD (MullPlannedTouch, deal_id, REFERENCE),
  MULL_FIELD (MullPlannedTouch, person_id, OPTIONAL_REFERENCE),
  MULL_FIELD_OF_ENUM (MullPlannedTouch, kind, mull_entry_kind_get_type),
  MULL_FIELD (MullPlannedTouch, due_on, DAY),
  MULL_FIELD (MullPlannedTouch, due_minute, OPTIONAL_NUMBER),
  MULL_FIELD (MullPlannedTouch, place, TEXT),
  MULL_FIELD (MullPlannedTouch, text, TEXT),
  MULL_FIELD (MullPlannedTouch, accepted, BOOLEAN),
  MULL_FIELD_OF_ENUM (MullPlannedTouch, state, mull_touch_state_get_type),
  MULL_FIELD (MullPlannedTouch, entry_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullPlannedTouch, cost_min, INT),
  MULL_FIELD (MullPlannedTouch, cost_minor, NUMBER),
  MULL_FIELD (MullPlannedTouch, cost_currency, CURRENCY),
  MULL_FIELD (MullPlannedTouch, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullPlannedTouch, mull_planned_touch, "planned_touch", fields)
