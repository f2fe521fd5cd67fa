/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-spoken-day.h"

/* Tuesday. */
#define TODAY (mull_day_from_ymd (2026, 11, 24))

static void
test_on_day (void)
{
  static const struct
  {
    int distance;
    const char *on;
    const char *by;
  } cases[] = {
    { 0, "today", "by the end of today" },
    { 1, "tomorrow", "by tomorrow" },
    { 2, "on Thursday", "by Thursday" },
    { 6, "on Monday", "by Monday" },
    { 7, "on Tuesday 1 December", "by Tuesday 1 December" },
    { 38, "on Friday 1 January 2027", "by Friday 1 January 2027" },
    { -1, "yesterday", NULL },
    { -2, "on Sunday", NULL },
    { -6, "on Wednesday", NULL },
    { -7, "on 17 November", NULL },
    { -365, "on 24 November 2025", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *on = mull_spoken_on_day (TODAY + cases[i].distance, TODAY);
      g_autofree char *by = mull_spoken_by_day (TODAY + cases[i].distance, TODAY);

      g_assert_cmpstr (on, ==, cases[i].on);
      if (cases[i].by != NULL)
        g_assert_cmpstr (by, ==, cases[i].by);
    }
}

static void
test_when (void)
{
  static const struct
  {
    const char *at;
    const char *expected;
  } cases[] = {
    { "2026-11-24T00:00:00Z", "this morning" },   { "2026-11-24T11:59:59Z", "this morning" },
    { "2026-11-24T12:00:00Z", "this afternoon" }, { "2026-11-24T17:59:59Z", "this afternoon" },
    { "2026-11-24T18:00:00Z", "this evening" },   { "2026-11-23T23:59:59Z", "yesterday" },
    { "2026-11-20T09:00:00Z", "on Friday" },      { "2026-11-17T09:00:00Z", "on 17 November" },
    { "2026-11-24T22:30:00Z", "a moment ago" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-24T22:00:00Z", NULL);
  g_autofree char *across = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (cases[i].at, NULL);
      g_autofree char *when = mull_spoken_when (g_date_time_to_unix (at) * G_USEC_PER_SEC,
                                                g_date_time_to_unix (now) * G_USEC_PER_SEC, zone);

      g_assert_cmpstr (when, ==, cases[i].expected);
    }

  across = mull_spoken_when (mull_day_start_instant (TODAY, zone) - G_TIME_SPAN_MINUTE,
                             mull_day_start_instant (TODAY, zone) + G_TIME_SPAN_MINUTE, zone);
  g_assert_cmpstr (across, ==, "a moment ago");
}

static void
test_names (void)
{
  g_assert_cmpstr (mull_spoken_weekday (1), ==, "Monday");
  g_assert_cmpstr (mull_spoken_weekday (7), ==, "Sunday");
  g_assert_cmpstr (mull_spoken_month (1), ==, "January");
  g_assert_cmpstr (mull_spoken_month (12), ==, "December");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spoken-day/on-day", test_on_day);
  g_test_add_func ("/spoken-day/when", test_when);
  g_test_add_func ("/spoken-day/names", test_names);
  return g_test_run ();
}
