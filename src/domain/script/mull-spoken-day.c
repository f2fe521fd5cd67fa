/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-spoken-day"

#include "config.h"

#include "mull-spoken-day.h"

#include <glib/gi18n-lib.h>

#define NOON 12
#define EVENING 18

/* Names come from the translation and not from LC_TIME: a sentence has one language. */

/**
 * mull_spoken_weekday:
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: (transfer none): its whole name in the language of the interface
 */
const char *
mull_spoken_weekday (int weekday)
{
  static const char *const names[] = {
    N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
    N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
  };

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");

  return _ (names[weekday - 1]);
}

/**
 * mull_spoken_month:
 * @month: 1 to 12
 *
 * Returns: (transfer none): its whole name in the language of the interface
 */
const char *
mull_spoken_month (int month)
{
  /* Translators: month names as they are said within a date ("3 November"). */
  static const char *const names[] = {
    N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
    N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
    N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return _ (names[month - 1]);
}

/* "3 November", with the year if it is not this one. */
static char *
date_words (MullDay day, MullDay today)
{
  int year, month, day_of_month, this_year;

  mull_day_to_ymd (today, &this_year, &month, &day_of_month);
  mull_day_to_ymd (day, &year, &month, &day_of_month);
  if (year == this_year)
    /* Translators: a date as it is said: day of the month, name of the month. */
    return g_strdup_printf (_ ("%1$d %2$s"), day_of_month, mull_spoken_month (month));

  /* Translators: a date as it is said: day of the month, name of the month, year. */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), day_of_month, mull_spoken_month (month), year);
}

/**
 * mull_spoken_on_day:
 * @day: a day, past or to come
 * @today: today
 *
 * "yesterday", "today", "tomorrow"; "on Thursday" within a week on both sides; farther away "on
 * Thursday 3 December", or "on 3 November" if it is past.
 *
 * Returns: (transfer full): the words
 */
char *
mull_spoken_on_day (MullDay day, MullDay today)
{
  const char *weekday = mull_spoken_weekday (mull_day_weekday (day));
  int distance = day - today;
  g_autofree char *date = NULL;

  if (distance == 0)
    return g_strdup (_ ("today"));
  if (distance == 1)
    return g_strdup (_ ("tomorrow"));
  if (distance == -1)
    return g_strdup (_ ("yesterday"));
  if (distance > -7 && distance < 7)
    /* Translators: %s is a weekday: "on Thursday". */
    return g_strdup_printf (_ ("on %s"), weekday);

  date = date_words (day, today);
  if (distance < 0)
    /* Translators: %s is a date: "on 3 November". */
    return g_strdup_printf (_ ("on %s"), date);

  /* Translators: a weekday and a date: "on Thursday 3 December". */
  return g_strdup_printf (_ ("on %1$s %2$s"), weekday, date);
}

/**
 * mull_spoken_by_day:
 * @day: a day to come
 * @today: today
 *
 * "by the end of today", "by tomorrow", "by Thursday", "by Thursday 3 December".
 *
 * Returns: (transfer full): the words
 */
char *
mull_spoken_by_day (MullDay day, MullDay today)
{
  const char *weekday = mull_spoken_weekday (mull_day_weekday (day));
  g_autofree char *date = NULL;

  if (day == today)
    return g_strdup (_ ("by the end of today"));
  if (day == today + 1)
    return g_strdup (_ ("by tomorrow"));
  if (day > today && day < today + 7)
    /* Translators: %s is a weekday: "by Thursday". */
    return g_strdup_printf (_ ("by %s"), weekday);

  date = date_words (day, today);
  /* Translators: a weekday and a date: "by Thursday 3 December". */
  return g_strdup_printf (_ ("by %1$s %2$s"), weekday, date);
}

/**
 * mull_spoken_when:
 * @at: when something was, microseconds UTC
 * @now: microseconds UTC
 * @zone: the rep's time zone
 *
 * "this morning", "this afternoon", "this evening", else as mull_spoken_on_day(). What was on the
 * day before but only an hour ago is said as "a moment ago".
 *
 * Returns: (transfer full): the words
 */
char *
mull_spoken_when (gint64 at, gint64 now, GTimeZone *zone)
{
  MullDay day = mull_day_from_instant (at, zone);
  MullDay today = mull_day_from_instant (now, zone);
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (at >= now || (day != today && now - at < G_TIME_SPAN_HOUR))
    return g_strdup (_ ("a moment ago"));
  if (day != today)
    return mull_spoken_on_day (day, today);

  utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  local = g_date_time_to_timezone (utc, zone);
  if (g_date_time_get_hour (local) < NOON)
    return g_strdup (_ ("this morning"));
  if (g_date_time_get_hour (local) < EVENING)
    return g_strdup (_ ("this afternoon"));
  return g_strdup (_ ("this evening"));
}
