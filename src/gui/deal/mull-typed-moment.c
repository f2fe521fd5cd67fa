/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-typed-moment"

#include "config.h"

#include "mull-typed-moment.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>

#define NOON (12 * 60)

static gboolean
read_number (const char **text, int *number)
{
  const char *start = *text;

  *number = 0;
  while (g_ascii_isdigit (**text) && *text - start < 5)
    *number = *number * 10 + *(*text)++ - '0';
  return *text > start;
}

/**
 * mull_typed_time_parse:
 * @text: "14:05", "14.05", "1405" or "14"; nothing is no time
 * @minute: (out): the minute of the day, or -1 for no time
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it is no time of the day
 */
gboolean
mull_typed_time_parse (const char *text, int *minute, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  const char *p = clean;
  int hours, minutes = 0;

  *minute = -1;
  if (*clean == '\0')
    return TRUE;
  if (read_number (&p, &hours))
    {
      gboolean apart = *p == ':' || *p == '.';

      if (!apart && p - clean > 2)
        {
          minutes = hours % 100;
          hours /= 100;
        }
      if (apart && (p++, !read_number (&p, &minutes)))
        hours = -1;
      if (*p == '\0' && hours >= 0 && hours < 24 && minutes < 60)
        {
          *minute = hours * 60 + minutes;
          return TRUE;
        }
    }
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("“%s” is no time of the day. Type it like 14:05."), clean);
  return FALSE;
}

/**
 * mull_typed_moment:
 * @day: the day, or %MULL_DAY_NONE for today
 * @time: the time as it was typed; if it is missing, now for today and noon for another day
 * @instant: (out): microseconds UTC
 */
gboolean
mull_typed_moment (MullClock *clock, MullDay day, const char *time, gint64 *instant, GError **error)
{
  int minute;

  if (!mull_typed_time_parse (time, &minute, error))
    return FALSE;
  if (day == MULL_DAY_NONE)
    day = mull_clock_get_today (clock);
  if (minute < 0 && day == mull_clock_get_today (clock))
    {
      *instant = mull_clock_get_now (clock);
      return TRUE;
    }
  *instant = mull_day_instant_at (day, minute < 0 ? NOON : minute, mull_clock_get_zone (clock));
  return TRUE;
}
