/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-elapsed"

#include "config.h"

#include "mull-elapsed.h"

#include "mull-date.h"
#include "mull-record.h"

#define JUST_NOW_US (2 * G_TIME_SPAN_HOUR)

G_DEFINE_ENUM_TYPE (MullElapsed,
                    mull_elapsed,
                    G_DEFINE_ENUM_VALUE (MULL_ELAPSED_JUST_NOW, "just-now"),
                    G_DEFINE_ENUM_VALUE (MULL_ELAPSED_SAME_DAY, "same-day"),
                    G_DEFINE_ENUM_VALUE (MULL_ELAPSED_LATER, "later"))

/**
 * mull_elapsed_of:
 * @left_at: when the touch ended, microseconds UTC, or %MULL_INSTANT_NONE
 * @now: microseconds UTC
 * @zone: the rep's time zone
 *
 * Two hours are two hours of real time, so that a change to summer time or midnight in between does
 * not matter; the day is the civil day of @zone. A touch in the future counts as just now (clocks
 * are set), one at an unknown time as later.
 *
 * Returns: how long ago it was
 */
MullElapsed
mull_elapsed_of (gint64 left_at, gint64 now, GTimeZone *zone)
{
  if (left_at == MULL_INSTANT_NONE)
    return MULL_ELAPSED_LATER;

  if (now - left_at < JUST_NOW_US)
    return MULL_ELAPSED_JUST_NOW;

  return mull_day_from_instant (left_at, zone) == mull_day_from_instant (now, zone)
             ? MULL_ELAPSED_SAME_DAY
             : MULL_ELAPSED_LATER;
}
