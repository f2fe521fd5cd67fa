/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-moment"

#include "config.h"

#include "mull-import-moment.h"

#include "mull-record.h"

#define NOON (12 * 60 * 60)
#define MICROSECONDS G_GINT64_CONSTANT (1000000)
#define SECONDS_OF_DAY G_GINT64_CONSTANT (86400)

/**
 * mull_import_moment_is_set:
 * @self: a moment
 *
 * Returns: whether there is a date at all
 */
gboolean
mull_import_moment_is_set (const MullImportMoment *self)
{
  return self->day != MULL_DAY_NONE;
}

/**
 * mull_import_moment_to_instant:
 * @self: a moment
 * @zone: the time zone of the rep, for what is written without one
 *
 * A day without a time becomes its noon, so that it stays the same day on a journey.
 *
 * Returns: microseconds UTC, or %MULL_INSTANT_NONE if there is no date
 */
gint64
mull_import_moment_to_instant (const MullImportMoment *self, GTimeZone *zone)
{
  int second = self->second != MULL_IMPORT_NO_SECOND ? self->second : NOON;
  gint64 seconds;
  int interval;

  if (!mull_import_moment_is_set (self))
    return MULL_INSTANT_NONE;
  seconds = self->day * SECONDS_OF_DAY + second;
  if (self->offset != MULL_IMPORT_NO_OFFSET)
    return (seconds - self->offset * G_GINT64_CONSTANT (60)) * MICROSECONDS;
  /* Adjusts a time that clocks skipped in spring. */
  interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &seconds);
  return (seconds - g_time_zone_get_offset (zone, interval)) * MICROSECONDS;
}

/**
 * mull_import_moment_to_day:
 * @self: a moment
 * @zone: the time zone of the rep
 *
 * Returns: the day that the rep's calendar shows, or %MULL_DAY_NONE
 */
MullDay
mull_import_moment_to_day (const MullImportMoment *self, GTimeZone *zone)
{
  if (!mull_import_moment_is_set (self) || self->second == MULL_IMPORT_NO_SECOND ||
      self->offset == MULL_IMPORT_NO_OFFSET)
    return self->day;
  return mull_day_from_instant (mull_import_moment_to_instant (self, zone), zone);
}
