/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-date.h"

static MullDay
day_of (const char *iso)
{
  MullDay day = mull_day_from_iso (iso);

  g_assert_cmpint (day, !=, MULL_DAY_NONE);
  return day;
}

static void
assert_day (MullDay day, const char *iso)
{
  g_autofree char *text = mull_day_to_iso (day);

  g_assert_cmpstr (text, ==, iso);
}

static gint64
instant (const char *iso)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (date_time);
  return g_date_time_to_unix (date_time) * G_USEC_PER_SEC;
}

static void
test_ymd (void)
{
  g_assert_cmpint (mull_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (mull_day_from_ymd (1969, 12, 31), ==, -1);
  g_assert_cmpint (mull_day_from_ymd (2000, 3, 1), ==, 11017);
  g_assert_cmpint (mull_day_from_ymd (2026, 1, 1), ==, 20454);
  g_assert_cmpint (mull_day_from_ymd (1, 1, 1), ==, -719162);
  g_assert_cmpint (mull_day_from_ymd (9999, 12, 31), ==, 2932896);
  g_assert_cmpint (mull_day_from_ymd (2024, 2, 29), !=, MULL_DAY_NONE);
  g_assert_cmpint (mull_day_from_ymd (2000, 2, 29), !=, MULL_DAY_NONE);
}

static void
test_ymd_refused (void)
{
  static const struct
  {
    int year, month, day;
  } cases[] = {
    { 0, 1, 1 },     { -1, 1, 1 },     { 10000, 1, 1 },  { 2026, 0, 1 },  { 2026, 13, 1 },
    { 2026, 1, 0 },  { 2026, 1, 32 },  { 2026, 4, 31 },  { 2026, 2, 29 }, { 1900, 2, 29 },
    { 67562, 1, 1 }, { 2026, 257, 1 }, { 2026, 1, 257 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mull_day_from_ymd (cases[i].year, cases[i].month, cases[i].day), ==,
                     MULL_DAY_NONE);
  g_assert_false (mull_day_is_valid (MULL_DAY_NONE));
  g_assert_false (mull_day_is_valid (-719163));
  g_assert_true (mull_day_is_valid (-719162));
  g_assert_true (mull_day_is_valid (2932896));
  g_assert_false (mull_day_is_valid (2932897));
}

/* Every day of the calendar, there and back, with its weekday one further each time. */
static void
test_round_trip (void)
{
  int weekday = mull_day_weekday (-719162);

  g_assert_cmpint (weekday, ==, 1);
  for (MullDay day = -719162; day <= 2932896; day += 1)
    {
      int year, month, day_of_month;

      mull_day_to_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (mull_day_from_ymd (year, month, day_of_month), ==, day);
      g_assert_cmpint (mull_day_weekday (day), ==, weekday);
      weekday = weekday % 7 + 1;
    }
}

static void
test_iso (void)
{
  static const char *const refused[] = {
    "",           "2026",       "2026-3-1",   "2026-03-1",        "26-03-01",
    "2026/03/01", "2026-02-29", "2026-13-01", " 2026-03-01",      "2026-03-01 ",
    "+026-03-01", "2026-03-0x", "0000-01-01", "2026-03-01T00:00",
  };

  assert_day (day_of ("2026-03-01"), "2026-03-01");
  assert_day (day_of ("0001-01-01"), "0001-01-01");
  assert_day (day_of ("9999-12-31"), "9999-12-31");
  assert_day (MULL_DAY_NONE, "");
  g_assert_cmpint (mull_day_from_iso (NULL), ==, MULL_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpint (mull_day_from_iso (refused[i]), ==, MULL_DAY_NONE);
}

static void
test_add_working (void)
{
  /* 2026-03-02 is a Monday. */
  static const struct
  {
    const char *from;
    int working_days;
    const char *to;
  } cases[] = {
    { "2026-03-02", 0, "2026-03-02" },  { "2026-03-02", 1, "2026-03-03" },
    { "2026-03-02", 4, "2026-03-06" },  { "2026-03-02", 5, "2026-03-09" },
    { "2026-03-02", 10, "2026-03-16" }, { "2026-03-06", 1, "2026-03-09" },
    { "2026-03-07", 0, "2026-03-07" },  { "2026-03-07", 1, "2026-03-09" },
    { "2026-03-08", 1, "2026-03-09" },  { "2026-03-08", 2, "2026-03-10" },
    { "2026-03-07", 5, "2026-03-13" },  { "2026-03-02", -1, "2026-02-27" },
    { "2026-03-06", -4, "2026-03-02" }, { "2026-03-06", -5, "2026-02-27" },
    { "2026-03-07", -1, "2026-03-06" }, { "2026-03-08", -1, "2026-03-06" },
    { "2026-03-08", -5, "2026-03-02" }, { "2026-03-04", 3, "2026-03-09" },
    { "2026-03-04", -3, "2026-02-27" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_day (mull_day_add_working (day_of (cases[i].from), cases[i].working_days), cases[i].to);
  g_assert_cmpint (mull_day_add_working (day_of ("9999-12-31"), 1), ==, MULL_DAY_NONE);
}

/* Against the plain way of counting: one day at a time. */
static void
test_working_by_steps (void)
{
  MullDay start = day_of ("2026-03-02");

  for (MullDay from = start; from < start + 7; from++)
    {
      MullDay day = from;

      for (int n = 1; n <= 30; n++)
        {
          do
            day++;
          while (!mull_day_is_working (day));
          g_assert_cmpint (mull_day_add_working (from, n), ==, day);
          g_assert_cmpint (mull_day_working_between (from, day), ==, n);
          g_assert_cmpint (mull_day_working_between (day, from), ==, -n);
        }
      day = from;
      for (int n = 1; n <= 30; n++)
        {
          do
            day--;
          while (!mull_day_is_working (day));
          g_assert_cmpint (mull_day_add_working (from, -n), ==, day);
        }
    }
}

static void
test_working_between (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    int count;
  } cases[] = {
    { "2026-03-02", "2026-03-02", 0 },  { "2026-03-06", "2026-03-07", 0 },
    { "2026-03-06", "2026-03-08", 0 },  { "2026-03-06", "2026-03-09", 1 },
    { "2026-03-07", "2026-03-08", 0 },  { "2026-03-08", "2026-03-09", 1 },
    { "2026-03-02", "2026-03-30", 20 }, { "1969-12-25", "1970-01-08", 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MullDay from = day_of (cases[i].from), to = day_of (cases[i].to);

      g_assert_cmpint (mull_day_working_between (from, to), ==, cases[i].count);
      g_assert_cmpint (mull_day_working_between (to, from), ==, -cases[i].count);
    }
}

static void
test_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } cases[] = {
    { "2026-01-31", 1, "2026-02-28" },   { "2024-01-31", 1, "2024-02-29" },
    { "2026-01-31", 2, "2026-03-31" },   { "2026-01-31", 3, "2026-04-30" },
    { "2026-12-15", 1, "2027-01-15" },   { "2026-01-15", -1, "2025-12-15" },
    { "2026-03-31", -1, "2026-02-28" },  { "2024-02-29", 12, "2025-02-28" },
    { "2026-05-05", 0, "2026-05-05" },   { "2026-05-05", -17, "2024-12-05" },
    { "0001-12-31", -11, "0001-01-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_day (mull_day_add_months (day_of (cases[i].from), cases[i].months), cases[i].to);
  g_assert_cmpint (mull_day_add_months (day_of ("9999-12-01"), 1), ==, MULL_DAY_NONE);
  g_assert_cmpint (mull_day_add_months (day_of ("0001-01-01"), -1), ==, MULL_DAY_NONE);
  g_assert_cmpint (mull_day_add_months (day_of ("2026-01-01"), G_MAXINT), ==, MULL_DAY_NONE);
  assert_day (mull_day_month_end (day_of ("2026-02-01")), "2026-02-28");
  assert_day (mull_day_month_end (day_of ("2024-02-29")), "2024-02-29");
  assert_day (mull_day_month_end (day_of ("2026-12-31")), "2026-12-31");
  assert_day (mull_day_month_start (day_of ("2026-12-31")), "2026-12-01");
  assert_day (mull_day_month_start (day_of ("2026-12-01")), "2026-12-01");
}

/* The first instant of days on which the clocks change, and of days around them. */
static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    const char *day;
    const char *start;
  } cases[] = {
    { "UTC", "2026-03-29", "2026-03-29T00:00:00Z" },
    { "Europe/Berlin", "2026-03-28", "2026-03-27T23:00:00Z" },
    { "Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z" },
    { "Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00Z" },
    { "Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z" },
    { "Europe/Berlin", "2026-10-26", "2026-10-25T23:00:00Z" },
    { "Asia/Kolkata", "2026-01-01", "2025-12-31T18:30:00Z" },
    { "Pacific/Kiritimati", "2026-01-01", "2025-12-31T10:00:00Z" },
    /* Midnight does not exist: the day begins at one. */
    { "America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z" },
    /* Midnight comes twice. */
    { "America/Havana", "2026-11-01", "2026-11-01T04:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      MullDay day = day_of (cases[i].day);
      gint64 start;

      g_assert_nonnull (zone);
      g_test_message ("%s in %s", cases[i].day, cases[i].zone);
      start = mull_day_start_instant (day, zone);
      g_assert_cmpint (start, ==, instant (cases[i].start));
      g_assert_cmpint (mull_day_from_instant (start, zone), ==, day);
      g_assert_cmpint (mull_day_from_instant (start - 1, zone), ==, day - 1);
    }
}

/* On the days on which clocks are changed, midnight is not as many hours away as usual. */
static void
test_instant_at (void)
{
  static const struct
  {
    const char *day;
    int minute;
    const char *at;
  } cases[] = {
    { "2026-03-28", 14 * 60 + 5, "2026-03-28T13:05:00Z" },
    { "2026-03-29", 0, "2026-03-28T23:00:00Z" },
    { "2026-03-29", 14 * 60 + 5, "2026-03-29T12:05:00Z" },
    { "2026-03-29", 2 * 60 + 30, "2026-03-29T01:00:00Z" },
    { "2026-10-25", 14 * 60 + 5, "2026-10-25T13:05:00Z" },
    { "2026-10-25", 23 * 60 + 59, "2026-10-25T22:59:00Z" },
  };
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (berlin);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, minute %d", cases[i].day, cases[i].minute);
      g_assert_cmpint (mull_day_instant_at (day_of (cases[i].day), cases[i].minute, berlin), ==,
                       instant (cases[i].at));
    }
}

/* Samoa went without 30 December 2011. */
static void
test_day_left_out (void)
{
  g_autoptr (GTimeZone) apia = g_time_zone_new_identifier ("Pacific/Apia");

  g_assert_nonnull (apia);
  g_assert_cmpint (mull_day_start_instant (day_of ("2011-12-30"), apia), ==,
                   instant ("2011-12-30T10:00:00Z"));
  g_assert_cmpint (mull_day_start_instant (day_of ("2011-12-31"), apia), ==,
                   instant ("2011-12-30T10:00:00Z"));
}

static void
test_instants_out_of_calendar (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  g_assert_cmpint (mull_day_from_instant (G_MAXINT64, utc), ==, MULL_DAY_NONE);
  g_assert_cmpint (mull_day_from_instant (G_MININT64, utc), ==, MULL_DAY_NONE);
  assert_day (mull_day_from_instant (-1, utc), "1969-12-31");
}

static void
test_format (void)
{
  static const struct
  {
    const char *day;
    const char *relative;
    const char *brief;
  } cases[] = {
    { "2026-03-03", "today", "today" },
    { "2026-03-04", "tomorrow", "tomorrow" },
    { "2026-03-02", "yesterday", "yesterday" },
    { "2026-03-05", "in 2 days", "Thu" },
    { "2026-03-09", "in 6 days", "Mon" },
    { "2026-03-10", "in 7 days", "10 Mar" },
    { "2026-03-11", "11 Mar", "11 Mar" },
    { "2026-03-01", "2 days ago", "1 Mar" },
    { "2026-02-24", "7 days ago", "24 Feb" },
    { "2026-02-23", "23 Feb", "23 Feb" },
    { "2026-12-31", "31 Dec", "31 Dec" },
    { "2027-01-01", "1 Jan 2027", "1 Jan 27" },
    { "2025-12-31", "31 Dec 2025", "31 Dec 25" },
    { "2099-12-31", "31 Dec 2099", "31 Dec 99" },
    { "2100-01-01", "1 Jan 2100", "1 Jan 2100" },
    { "9999-12-31", "31 Dec 9999", "31 Dec 9999" },
    { "1999-12-31", "31 Dec 1999", "31 Dec 1999" },
  };
  MullDay today = day_of ("2026-03-03");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *relative = mull_day_format_relative (day_of (cases[i].day), today);
      g_autofree char *brief = mull_day_format_short (day_of (cases[i].day), today);

      g_assert_cmpstr (relative, ==, cases[i].relative);
      g_assert_cmpstr (brief, ==, cases[i].brief);
    }
}

static void
test_format_full (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  MullDay day = day_of ("2026-03-03");
  g_autofree char *full = mull_day_format (day);
  g_autofree char *longer = mull_day_format_long (day);
  g_autofree char *month = mull_day_format_month (day);
  g_autofree char *time = mull_instant_format_time (instant ("2026-07-01T12:05:00Z"), zone);

  g_assert_cmpstr (full, ==, "3 March 2026");
  g_assert_cmpstr (longer, ==, "Tuesday, 3 March 2026");
  g_assert_cmpstr (month, ==, "March 2026");
  g_assert_cmpstr (time, ==, "14:05");
}

static void
test_format_none (void)
{
  g_autofree char *full = mull_day_format (MULL_DAY_NONE);
  g_autofree char *relative = mull_day_format_relative (MULL_DAY_NONE, 0);
  g_autofree char *brief = mull_day_format_short (MULL_DAY_NONE, 0);

  g_assert_cmpstr (full, ==, "");
  g_assert_cmpstr (relative, ==, "");
  g_assert_cmpstr (brief, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/ymd", test_ymd);
  g_test_add_func ("/date/ymd-refused", test_ymd_refused);
  g_test_add_func ("/date/round-trip", test_round_trip);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/add-working", test_add_working);
  g_test_add_func ("/date/working-by-steps", test_working_by_steps);
  g_test_add_func ("/date/working-between", test_working_between);
  g_test_add_func ("/date/months", test_months);
  g_test_add_func ("/date/zones", test_zones);
  g_test_add_func ("/date/instant-at", test_instant_at);
  g_test_add_func ("/date/day-left-out", test_day_left_out);
  g_test_add_func ("/date/instants-out-of-calendar", test_instants_out_of_calendar);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/format-full", test_format_full);
  g_test_add_func ("/date/format-none", test_format_none);
  return g_test_run ();
}
