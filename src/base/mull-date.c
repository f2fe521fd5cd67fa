/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-date"

#include "config.h"

#include "mull-date.h"

#include <string.h>

/* GDate counts from 0001-01-01, which is its day 1. */
#define EPOCH_JULIAN 719163
#define FIRST_DAY (1 - EPOCH_JULIAN)
#define LAST_DAY (3652059 - EPOCH_JULIAN)

#define DAY_SECONDS G_GINT64_CONSTANT (86400)

static gint64
floor_div (gint64 number, gint64 by)
{
  return number / by - (number % by < 0);
}

/* Days since a Monday far enough back to be counted in whole weeks: 0 is Monday. */
static int
weekday_index (MullDay day)
{
  /* 1970-01-01 was a Thursday. */
  return (int) (day + 3 - floor_div (day + 3, 7) * 7);
}

static MullDay
checked (gint64 day)
{
  return day >= FIRST_DAY && day <= LAST_DAY ? (MullDay) day : MULL_DAY_NONE;
}

/**
 * mull_day_is_valid:
 * @day: a day, or %MULL_DAY_NONE
 *
 * Returns: whether @day is a date from 0001-01-01 to 9999-12-31
 */
gboolean
mull_day_is_valid (MullDay day)
{
  return day >= FIRST_DAY && day <= LAST_DAY;
}

/**
 * mull_day_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day in the Gregorian calendar, or %MULL_DAY_NONE if there is no such date
 */
MullDay
mull_day_from_ymd (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return MULL_DAY_NONE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return MULL_DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (MullDay) g_date_get_julian (&date) - EPOCH_JULIAN;
}

/**
 * mull_day_to_ymd:
 * @day: a valid day
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day_of_month: (out) (optional): its day of the month, from 1
 */
void
mull_day_to_ymd (MullDay day, int *year, int *month, int *day_of_month)
{
  GDate date;

  g_return_if_fail (mull_day_is_valid (day));

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + EPOCH_JULIAN));
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = g_date_get_month (&date);
  if (day_of_month != NULL)
    *day_of_month = g_date_get_day (&date);
}

/* The number that exactly @length digits make, or -1. */
static int
read_digits (const char *text, int length)
{
  int number = 0;

  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + g_ascii_digit_value (text[i]);
    }
  return number;
}

/**
 * mull_day_from_iso:
 * @text: (nullable): exactly `YYYY-MM-DD`, nothing around it
 *
 * For files and the database; for people's input see mull_day_parse_typed().
 *
 * Returns: the day, or %MULL_DAY_NONE if @text is anything else or no date that exists
 */
MullDay
mull_day_from_iso (const char *text)
{
  if (text == NULL || strlen (text) != strlen ("YYYY-MM-DD") || text[4] != '-' || text[7] != '-')
    return MULL_DAY_NONE;
  return mull_day_from_ymd (read_digits (text, 4), read_digits (text + 5, 2),
                            read_digits (text + 8, 2));
}

/**
 * mull_day_to_iso:
 * @day: a valid day
 *
 * Returns: (transfer full): @day as `YYYY-MM-DD`; the empty string for %MULL_DAY_NONE
 */
char *
mull_day_to_iso (MullDay day)
{
  int year, month, day_of_month;
  char *iso;

  if (!mull_day_is_valid (day))
    return g_strdup ("");
  mull_day_to_ymd (day, &year, &month, &day_of_month);
  /* Every date that is stored passes here, so it is written without a format. */
  iso = g_strdup ("0000-00-00");
  for (int i = 3; i >= 0; i--, year /= 10)
    iso[i] = (char) ('0' + year % 10);
  iso[5] = (char) ('0' + month / 10);
  iso[6] = (char) ('0' + month % 10);
  iso[8] = (char) ('0' + day_of_month / 10);
  iso[9] = (char) ('0' + day_of_month % 10);
  return iso;
}

/**
 * mull_day_weekday:
 * @day: a valid day
 *
 * Returns: 1 for Monday to 7 for Sunday, as ISO 8601 counts
 */
int
mull_day_weekday (MullDay day)
{
  return weekday_index (day) + 1;
}

/**
 * mull_day_is_working:
 * @day: a valid day
 *
 * Returns: whether @day is a Monday to Friday; holidays are not known
 */
gboolean
mull_day_is_working (MullDay day)
{
  return weekday_index (day) < 5;
}

/**
 * mull_day_add_working:
 * @day: a valid day
 * @working_days: how many working days to go on, or back if negative
 *
 * Every step goes to the next working day, so one from a Friday, a Saturday and a Sunday is the
 * same Monday, and minus one from a Saturday is the Friday. Zero steps leave even a Sunday alone.
 *
 * Returns: the day, or %MULL_DAY_NONE if it is outside of the calendar
 */
MullDay
mull_day_add_working (MullDay day, int working_days)
{
  gint64 result = day;
  int index = weekday_index (day), rest = working_days % 5;

  g_return_val_if_fail (mull_day_is_valid (day), MULL_DAY_NONE);

  if (working_days == 0)
    return day;

  /* From a weekend the count starts at the working day on the far side of where it goes. */
  if (index >= 5)
    {
      result += working_days > 0 ? 4 - index : 7 - index;
      index = working_days > 0 ? 4 : 0;
    }
  result += (gint64) (working_days / 5) * 7 + rest;
  if (index + rest > 4)
    result += 2;
  else if (index + rest < 0)
    result -= 2;
  return checked (result);
}

/* How many working days there are up to and with @day, counted from a fixed Monday. */
static int
working_count (MullDay day)
{
  return (int) floor_div (day + 3, 7) * 5 + MIN (weekday_index (day) + 1, 5);
}

/**
 * mull_day_working_between:
 * @from: a valid day
 * @to: a valid day
 *
 * Counts the working days after @from up to and with @to: from a Friday to the Monday after is 1,
 * from a day to itself 0. It turns mull_day_add_working() around for every step forward.
 *
 * Returns: the count, negative if @to is before @from
 */
int
mull_day_working_between (MullDay from, MullDay to)
{
  g_return_val_if_fail (mull_day_is_valid (from) && mull_day_is_valid (to), 0);

  return working_count (to) - working_count (from);
}

/**
 * mull_day_add_months:
 * @day: a valid day
 * @months: how many months to go on, or back if negative
 *
 * The day of the month stays, or becomes the month's last: 31 January and one month is the 28th or
 * 29th of February.
 *
 * Returns: the day, or %MULL_DAY_NONE if it is outside of the calendar
 */
MullDay
mull_day_add_months (MullDay day, int months)
{
  int year, month, day_of_month;
  gint64 count;

  g_return_val_if_fail (mull_day_is_valid (day), MULL_DAY_NONE);

  mull_day_to_ymd (day, &year, &month, &day_of_month);
  count = (gint64) year * 12 + (month - 1) + months;
  if (count < 12 || count >= 10000 * 12)
    return MULL_DAY_NONE;
  year = (int) (count / 12);
  month = (int) (count % 12) + 1;
  day_of_month =
      MIN (day_of_month, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
  return mull_day_from_ymd (year, month, day_of_month);
}

/**
 * mull_day_month_start:
 * @day: a valid day
 *
 * Returns: the first day of its month
 */
MullDay
mull_day_month_start (MullDay day)
{
  int day_of_month;

  g_return_val_if_fail (mull_day_is_valid (day), MULL_DAY_NONE);

  mull_day_to_ymd (day, NULL, NULL, &day_of_month);
  return day - day_of_month + 1;
}

/**
 * mull_day_month_end:
 * @day: a valid day
 *
 * Returns: the last day of its month
 */
MullDay
mull_day_month_end (MullDay day)
{
  int year, month;

  g_return_val_if_fail (mull_day_is_valid (day), MULL_DAY_NONE);

  mull_day_to_ymd (day, &year, &month, NULL);
  return mull_day_from_ymd (year, month,
                            g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
}

static gint64
zone_offset_at (GTimeZone *zone, gint64 utc_seconds)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc_seconds);

  return g_time_zone_get_offset (zone, interval);
}

/**
 * mull_day_from_instant:
 * @utc_us: microseconds since 1970-01-01 00:00 UTC
 * @zone: where the calendar hangs
 *
 * Returns: the day it is in @zone at that instant, or %MULL_DAY_NONE outside of the calendar
 */
MullDay
mull_day_from_instant (gint64 utc_us, GTimeZone *zone)
{
  gint64 seconds;

  g_return_val_if_fail (zone != NULL, MULL_DAY_NONE);

  seconds = floor_div (utc_us, G_USEC_PER_SEC);
  return checked (floor_div (seconds + zone_offset_at (zone, seconds), DAY_SECONDS));
}

/**
 * mull_day_start_instant:
 * @day: a valid day
 * @zone: where the calendar hangs
 *
 * Finds midnight. Where the clocks jump over midnight the day starts at the jump; where they show
 * midnight twice it starts at the first.
 *
 * Returns: the first instant of @day in @zone, in microseconds UTC
 */
gint64
mull_day_start_instant (MullDay day, GTimeZone *zone)
{
  gint64 midnight, before, after, early, late;

  g_return_val_if_fail (mull_day_is_valid (day), 0);
  g_return_val_if_fail (zone != NULL, 0);

  midnight = day * DAY_SECONDS;
  before = zone_offset_at (zone, midnight - DAY_SECONDS);
  after = zone_offset_at (zone, midnight + DAY_SECONDS);
  early = midnight - MAX (before, after);
  late = midnight - MIN (before, after);
  if (early + zone_offset_at (zone, early) == midnight)
    return early * G_USEC_PER_SEC;

  /* Either the change is at another hour and @late is midnight, or the search finds the jump. */
  while (early + 1 < late)
    {
      gint64 middle = early + (late - early) / 2;

      if (middle + zone_offset_at (zone, middle) >= midnight)
        late = middle;
      else
        early = middle;
    }
  return late * G_USEC_PER_SEC;
}

/**
 * mull_day_instant_at:
 * @day: a valid day
 * @minute: the time on the clock, in minutes from 0 to 1439
 * @zone: where the calendar hangs
 *
 * Finds when the clocks show a time on a day. Counting from midnight would be an hour off on a day
 * on which they are changed. For a time that they
 * leave out it is when they jump over it.
 *
 * Returns: that instant, in microseconds UTC
 */
gint64
mull_day_instant_at (MullDay day, int minute, GTimeZone *zone)
{
  g_autoptr (GDateTime) local = NULL;
  int year, month, day_of_month;

  g_return_val_if_fail (mull_day_is_valid (day), 0);
  g_return_val_if_fail (minute >= 0 && minute < 24 * 60, 0);
  g_return_val_if_fail (zone != NULL, 0);

  mull_day_to_ymd (day, &year, &month, &day_of_month);
  local = g_date_time_new (zone, year, month, day_of_month, minute / 60, minute % 60, 0);
  return local != NULL ? g_date_time_to_unix (local) * G_USEC_PER_SEC
                       : mull_day_start_instant (day, zone);
}
