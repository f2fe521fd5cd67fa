/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-date-format"

#include "config.h"

#include "mull-date.h"

#include <glib/gi18n-lib.h>

static char *
format_day (MullDay day, const char *format)
{
  g_autoptr (GDateTime) date_time = NULL;
  int year, month, day_of_month;

  if (!mull_day_is_valid (day))
    return g_strdup ("");
  mull_day_to_ymd (day, &year, &month, &day_of_month);
  date_time = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  return g_date_time_format (date_time, format);
}

/* A date after which the year is left out, cut or whole, as far as @today tells it. */
static char *
format_beside (MullDay day, MullDay today, gboolean narrow)
{
  int year, this_year;

  mull_day_to_ymd (day, &year, NULL, NULL);
  mull_day_to_ymd (today, &this_year, NULL, NULL);
  if (year == this_year)
    /* Translators: a date of this year as in "3 Mar"; the codes are those of g_date_time_format()
     */
    return format_day (day, _ ("%-d %b"));
  if (narrow && year / 100 == this_year / 100)
    /* Translators: a date of another year where there is little room, as in "3 Mar 27" */
    return format_day (day, _ ("%-d %b %y"));
  /* Translators: a date of another year as in "3 Mar 2027" */
  return format_day (day, _ ("%-d %b %Y"));
}

/* "today", "tomorrow", "yesterday", else NULL. */
static const char *
word_for_distance (int days)
{
  switch (days)
    {
    case 0:
      return _ ("today");
    case 1:
      return _ ("tomorrow");
    case -1:
      return _ ("yesterday");
    default:
      return NULL;
    }
}

/**
 * mull_day_format_relative:
 * @day: a day, or %MULL_DAY_NONE
 * @today: the clock's day
 *
 * For the middle of a sentence: words for the days next to @today, a count of days within a week,
 * after that the date, with the year only if it is another one.
 *
 * Returns: (transfer full): the text; the empty string for %MULL_DAY_NONE
 */
char *
mull_day_format_relative (MullDay day, MullDay today)
{
  int days;
  const char *word;

  g_return_val_if_fail (mull_day_is_valid (today), NULL);

  if (!mull_day_is_valid (day))
    return g_strdup ("");
  days = day - today;
  word = word_for_distance (days);
  if (word != NULL)
    return g_strdup (word);
  if (days > 0 && days <= 7)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
  if (days < 0 && days >= -7)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);
  return format_beside (day, today, FALSE);
}

/**
 * mull_day_format:
 * @day: a day, or %MULL_DAY_NONE
 *
 * Returns: (transfer full): the date in full as in "3 March 2026"; the empty string for
 *   %MULL_DAY_NONE
 */
char *
mull_day_format (MullDay day)
{
  /* Translators: a date in full as in "3 March 2026" */
  return format_day (day, _ ("%-d %B %Y"));
}

/**
 * mull_day_format_long:
 * @day: a day, or %MULL_DAY_NONE
 *
 * Returns: (transfer full): the date with its day of the week as in "Tuesday, 3 March 2026"; the
 *   empty string for %MULL_DAY_NONE
 */
char *
mull_day_format_long (MullDay day)
{
  /* Translators: a date with its day of the week as in "Tuesday, 3 March 2026" */
  return format_day (day, _ ("%A, %-d %B %Y"));
}

/**
 * mull_day_format_short:
 * @day: a day, or %MULL_DAY_NONE
 * @today: the clock's day
 *
 * For narrow spots, as on a card. A day of the week alone always lies ahead, so that it cannot be
 * taken for one that has passed, and a year of two digits is one of this century.
 *
 * Returns: (transfer full): the text; the empty string for %MULL_DAY_NONE
 */
char *
mull_day_format_short (MullDay day, MullDay today)
{
  int days;
  const char *word;

  g_return_val_if_fail (mull_day_is_valid (today), NULL);

  if (!mull_day_is_valid (day))
    return g_strdup ("");
  days = day - today;
  word = word_for_distance (days);
  if (word != NULL)
    return g_strdup (word);
  if (days > 0 && days < 7)
    return format_day (day, "%a");
  return format_beside (day, today, TRUE);
}

/**
 * mull_day_format_month:
 * @day: a day, or %MULL_DAY_NONE
 *
 * Returns: (transfer full): its month as in "March 2026"; the empty string for %MULL_DAY_NONE
 */
char *
mull_day_format_month (MullDay day)
{
  /* Translators: a month as in "March 2026"; %OB is the month's name when it stands alone */
  return format_day (day, _ ("%OB %Y"));
}

/**
 * mull_instant_format_time:
 * @utc_us: microseconds since 1970-01-01 00:00 UTC
 * @zone: the zone whose clock is shown; g_time_zone_new_offset() of a stored offset shows the time
 *   as it was read then
 *
 * Returns: (transfer full): the time of day as in "14:05"; the empty string outside of the calendar
 */
char *
mull_instant_format_time (gint64 utc_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = NULL, local = NULL;
  gint64 seconds = utc_us / G_USEC_PER_SEC - (utc_us % G_USEC_PER_SEC < 0);

  g_return_val_if_fail (zone != NULL, NULL);

  utc = g_date_time_new_from_unix_utc (seconds);
  local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  /* Translators: a time of day as in "14:05"; use "%-I:%M %p" where people write "2:05 pm" */
  return local != NULL ? g_date_time_format (local, _ ("%H:%M")) : g_strdup ("");
}
