/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullQuietReason:
 * @MULL_QUIET_REASON_THEY_CONTACTED: they reached for us first
 * @MULL_QUIET_REASON_DUTY: a duty that we owe them
 * @MULL_QUIET_REASON_ANYWAY: none of these: quiet broken
 *
 * Why somebody who asked to be left alone was reached for all the same.
 */
typedef enum
{
  MULL_QUIET_REASON_THEY_CONTACTED,
  MULL_QUIET_REASON_DUTY,
  MULL_QUIET_REASON_ANYWAY,
} MullQuietReason;

#define MULL_TYPE_QUIET_REASON (mull_quiet_reason_get_type ())
GType mull_quiet_reason_get_type (void);

/**
 * MullQuietTouch:
 * @entry_id: the touch, if it was made
 * @touch_id: the touch, if it was planned
 * @why: in the words of the rep
 *
 * A touch that was made or planned although they asked to be left alone.
 */
typedef struct
{
  MullRecord record;
  gint64 quiet_id;
  gint64 entry_id;
  gint64 touch_id;
  MullQuietReason reason;
  char *why;
  gint64 created_at;
} MullQuietTouch;

MULL_DECLARE_RECORD (MullQuietTouch, mull_quiet_touch)

G_END_DECLS
