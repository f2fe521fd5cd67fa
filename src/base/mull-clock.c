/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-clock"

#include "config.h"

#include "mull-clock.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What --now may be: the rules count days, months and years to both sides of it. */
#define FIRST_YEAR 1970
#define LAST_YEAR 9000

/* How long the system's zone is believed before it is asked for again. */
#define ZONE_LIFE_US G_USEC_PER_SEC

/**
 * MullClock:
 *
 * Tells what time and what day it is. The system clock follows the machine, a fixed clock stands
 * still until it is moved. Any thread may ask it while no other one moves it.
 */
struct _MullClock
{
  GObject parent_instance;

  gboolean fixed;
  gint64 fixed_now;

  GMutex mutex; /* for what follows */
  /* Owned: every zone that was in force, the last one is; callers may hold on to any of them. */
  GPtrArray *zones;
  gint64 zone_read_at;
};

G_DEFINE_FINAL_TYPE (MullClock, mull_clock, G_TYPE_OBJECT)

static GTimeZone *
current_zone (MullClock *self)
{
  return g_ptr_array_index (self->zones, self->zones->len - 1);
}

static void
follow_system_zone (MullClock *self)
{
  g_autoptr (GTimeZone) zone = NULL;
  gint64 now = g_get_monotonic_time ();

  if (now - self->zone_read_at < ZONE_LIFE_US)
    return;
  self->zone_read_at = now;
  zone = g_time_zone_new_local ();
  if (!g_str_equal (g_time_zone_get_identifier (zone),
                    g_time_zone_get_identifier (current_zone (self))))
    g_ptr_array_add (self->zones, g_steal_pointer (&zone));
}

static GDateTime *
to_local (gint64 utc_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_from_unix_utc (0);
  g_autoptr (GDateTime) utc = g_date_time_add (epoch, utc_us);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static gint64
to_instant (GDateTime *date_time)
{
  return g_date_time_to_unix (date_time) * G_USEC_PER_SEC + g_date_time_get_microsecond (date_time);
}

static void
mull_clock_finalize (GObject *object)
{
  MullClock *self = MULL_CLOCK (object);

  g_ptr_array_unref (self->zones);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (mull_clock_parent_class)->finalize (object);
}

static void
mull_clock_class_init (MullClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mull_clock_finalize;
}

static void
mull_clock_init (MullClock *self)
{
  g_mutex_init (&self->mutex);
  self->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref);
}

/**
 * mull_clock_new_system:
 *
 * Returns: (transfer full): the clock of the machine, which follows it into another zone
 */
MullClock *
mull_clock_new_system (void)
{
  MullClock *self = g_object_new (MULL_TYPE_CLOCK, NULL);

  g_ptr_array_add (self->zones, g_time_zone_new_local ());
  self->zone_read_at = g_get_monotonic_time ();
  return self;
}

/**
 * mull_clock_new_fixed:
 * @utc_us: the time to show, in microseconds UTC
 * @zone: (transfer none): the zone to show it in
 *
 * Returns: (transfer full): a clock that stands still until it is moved
 */
MullClock *
mull_clock_new_fixed (gint64 utc_us, GTimeZone *zone)
{
  MullClock *self;

  g_return_val_if_fail (zone != NULL, NULL);

  self = g_object_new (MULL_TYPE_CLOCK, NULL);
  self->fixed = TRUE;
  self->fixed_now = utc_us;
  g_ptr_array_add (self->zones, g_time_zone_ref (zone));
  return self;
}

/* Two digits below @limit, or -1. */
static int
read_two_digits (const char *text, int limit)
{
  int number;

  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;
  number = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
  return number < limit ? number : -1;
}

/* The rest of a time after the date: nothing, or "T09:00", or "T09:00:30". */
static gboolean
read_time (const char *text, int *hour, int *minute, int *second)
{
  gsize length = strlen (text);

  *hour = 12;
  *minute = 0;
  *second = 0;
  if (length == 0)
    return TRUE;
  if ((text[0] != 'T' && text[0] != ' ') || (length != 6 && length != 9) || text[3] != ':')
    return FALSE;
  *hour = read_two_digits (text + 1, 24);
  *minute = read_two_digits (text + 4, 60);
  if (length == 9)
    *second = text[6] == ':' ? read_two_digits (text + 7, 60) : -1;
  return *hour >= 0 && *minute >= 0 && *second >= 0;
}

/**
 * mull_clock_new_from_text:
 * @local_time: `2026-03-01T09:00`, with seconds if wanted, or `2026-03-01` for its noon; in the
 *   machine's zone, from 1970 to 9000
 * @error: return location for an error
 *
 * Makes a fixed clock from what was given on a command line.
 *
 * Returns: (transfer full) (nullable): the clock, or %NULL with %MULL_ERROR_INVALID
 */
MullClock *
mull_clock_new_from_text (const char *local_time, GError **error)
{
  g_autofree char *date = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) date_time = NULL;
  int hour, minute, second, year, month, day_of_month;
  MullDay day;

  g_return_val_if_fail (local_time != NULL, NULL);

  date = g_strndup (local_time, strlen ("YYYY-MM-DD"));
  day = mull_day_from_iso (date);
  if (day == MULL_DAY_NONE || !read_time (local_time + strlen (date), &hour, &minute, &second))
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   /* Translators: %s is what was typed */
                   _ ("“%s” is not a time. Write it as 2026-03-01T09:00 or 2026-03-01."),
                   local_time);
      return NULL;
    }
  mull_day_to_ymd (day, &year, &month, &day_of_month);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   /* Translators: %s is what was typed, then two years */
                   _ ("“%s” is too far away. Choose a time from %d to %d."), local_time, FIRST_YEAR,
                   LAST_YEAR);
      return NULL;
    }
  zone = g_time_zone_new_local ();
  date_time = g_date_time_new (zone, year, month, day_of_month, hour, minute, second);
  return mull_clock_new_fixed (to_instant (date_time), zone);
}

/**
 * mull_clock_get_now:
 *
 * Returns: microseconds since 1970-01-01 00:00 UTC
 */
gint64
mull_clock_get_now (MullClock *self)
{
  g_return_val_if_fail (MULL_IS_CLOCK (self), 0);

  return self->fixed ? self->fixed_now : g_get_real_time ();
}

/**
 * mull_clock_get_today:
 *
 * Returns: the civil day it is in the clock's zone
 */
MullDay
mull_clock_get_today (MullClock *self)
{
  g_return_val_if_fail (MULL_IS_CLOCK (self), MULL_DAY_NONE);

  return mull_clock_day_of (self, mull_clock_get_now (self));
}

/**
 * mull_clock_get_zone:
 *
 * Returns: (transfer none): the zone now in force; it lives as long as the clock
 */
GTimeZone *
mull_clock_get_zone (MullClock *self)
{
  GTimeZone *zone;

  g_return_val_if_fail (MULL_IS_CLOCK (self), NULL);

  g_mutex_lock (&self->mutex);
  if (!self->fixed)
    follow_system_zone (self);
  zone = current_zone (self);
  g_mutex_unlock (&self->mutex);
  return zone;
}

/**
 * mull_clock_day_of:
 * @utc_us: microseconds UTC
 *
 * Returns: the civil day of that instant in the clock's zone
 */
MullDay
mull_clock_day_of (MullClock *self, gint64 utc_us)
{
  g_return_val_if_fail (MULL_IS_CLOCK (self), MULL_DAY_NONE);

  return mull_day_from_instant (utc_us, mull_clock_get_zone (self));
}

/**
 * mull_clock_offset_of:
 * @utc_us: microseconds UTC
 *
 * Returns: the minutes east of UTC that the clock's zone shows at that instant
 */
int
mull_clock_offset_of (MullClock *self, gint64 utc_us)
{
  GTimeZone *zone;
  gint64 seconds = utc_us / G_USEC_PER_SEC - (utc_us % G_USEC_PER_SEC < 0);
  int interval;

  g_return_val_if_fail (MULL_IS_CLOCK (self), 0);

  zone = mull_clock_get_zone (self);
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
  return g_time_zone_get_offset (zone, interval) / 60;
}

/**
 * mull_clock_get_next_midnight:
 *
 * Returns: the first instant of the day after today, in microseconds UTC
 */
gint64
mull_clock_get_next_midnight (MullClock *self)
{
  g_return_val_if_fail (MULL_IS_CLOCK (self), 0);

  return mull_day_start_instant (mull_clock_get_today (self) + 1, mull_clock_get_zone (self));
}

/**
 * mull_clock_is_fixed:
 *
 * Returns: whether the clock stands still
 */
gboolean
mull_clock_is_fixed (MullClock *self)
{
  g_return_val_if_fail (MULL_IS_CLOCK (self), FALSE);

  return self->fixed;
}

/**
 * mull_clock_set_now:
 * @self: a fixed clock
 * @utc_us: the time to show from now on, in microseconds UTC
 */
void
mull_clock_set_now (MullClock *self, gint64 utc_us)
{
  g_return_if_fail (MULL_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  self->fixed_now = utc_us;
}

/**
 * mull_clock_advance_days:
 * @self: a fixed clock
 * @days: how many civil days to go on, or back if negative
 *
 * Moves the clock to the same time of another day, also over a change of the clocks.
 */
void
mull_clock_advance_days (MullClock *self, int days)
{
  g_autoptr (GDateTime) local = NULL, moved = NULL;

  g_return_if_fail (MULL_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  local = to_local (self->fixed_now, mull_clock_get_zone (self));
  moved = local != NULL ? g_date_time_add_days (local, days) : NULL;
  g_return_if_fail (moved != NULL);
  self->fixed_now = to_instant (moved);
}
