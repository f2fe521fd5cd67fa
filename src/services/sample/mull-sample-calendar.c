/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sample"

#include "config.h"

#include "mull-sample-private.h"

#define MINUTE (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)

/* "An hour ago" is taken literally between these; else it was the last afternoon. */
#define OUT_FIRST 930
#define OUT_LAST 2000
#define OUT_OTHERWISE 1630

/**
 * mull_sample_start_calendar:
 *
 * Takes the present from the clock.
 */
void
mull_sample_start_calendar (MullSample *self)
{
  self->now = mull_clock_get_now (self->clock);
  self->today = mull_clock_get_today (self->clock);
  self->base =
      mull_day_is_working (self->today) ? self->today : mull_day_add_working (self->today, -1);
}

/**
 * mull_sample_day:
 * @days: working days from the present one; negative ones are past
 *
 * Returns: that day, a working one; never ahead of today unless @days is above 0
 */
MullDay
mull_sample_day (MullSample *self, int days)
{
  return days == 0 ? self->base : mull_day_add_working (self->base, days);
}

/**
 * mull_sample_next_working_day:
 * @days: working days from the present one
 *
 * The same for what is planned: for "today" on a weekend it is the Monday after it.
 */
MullDay
mull_sample_next_working_day (MullSample *self, int days)
{
  return mull_sample_day (self, days == 0 && self->base != self->today ? 1 : days);
}

static gint64
at_local_time (MullSample *self, MullDay day, int time)
{
  return mull_day_instant_at (day, time / 100 * 60 + time % 100, mull_clock_get_zone (self->clock));
}

/* When the rep came out of the last meeting. */
static gint64
an_hour_ago (MullSample *self)
{
  if (self->base == self->today)
    {
      if (self->now >= at_local_time (self, self->today, OUT_FIRST) &&
          self->now <= at_local_time (self, self->today, OUT_LAST))
        return self->now - 60 * MINUTE;
      if (self->now < at_local_time (self, self->today, OUT_FIRST))
        return at_local_time (self, mull_sample_day (self, -1), OUT_OTHERWISE);
    }
  return at_local_time (self, self->base, OUT_OTHERWISE);
}

/**
 * mull_sample_instant:
 * @days: working days from the present one, 0 or below
 * @time: hour * 100 + minute, or %SAMPLE_AN_HOUR_AGO
 *
 * Returns: that instant; what would still lie ahead today was on the working day before
 */
gint64
mull_sample_instant (MullSample *self, int days, int time)
{
  gint64 at;

  if (time == SAMPLE_AN_HOUR_AGO)
    return an_hour_ago (self);
  at = at_local_time (self, mull_sample_day (self, days), time);
  return at <= self->now ? at : at_local_time (self, mull_sample_day (self, days - 1), time);
}
