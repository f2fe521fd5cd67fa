/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-quiet-touch"

#include "config.h"

#include "mull-quiet-touch.h"

G_DEFINE_ENUM_TYPE (MullQuietReason,
                    mull_quiet_reason,
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_REASON_THEY_CONTACTED, "they-contacted"),
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_REASON_DUTY, "duty"),
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_REASON_ANYWAY, "anyway"))

static const MullField fields[] = {
  MULL_FIELD (MullQuietTouch, quiet_id, REFERENCE),
  MULL_FIELD (MullQuietTouch, entry_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullQuietTouch, touch_id, OPTIONAL_REFERENCE),
  MULL_FIELD_OF_ENUM (MullQuietTouch, reason, mull_quiet_reason_get_type),
  MULL_FIELD (MullQuietTouch, why, TEXT),
  MULL_FIELD (MullQuietTouch, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullQuietTouch, mull_quiet_touch, "quiet_touch", fields)
