/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-clock.h"
#include "mull-error.h"

#include <string.h>

static GTimeZone *
berlin (void)
{
  GTimeZone *zone = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (zone);
  return zone;
}

static gint64
instant (const char *iso)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (date_time);
  return g_date_time_to_unix (date_time) * G_USEC_PER_SEC;
}

static void
test_fixed (void)
{
  g_autoptr (GTimeZone) zone = berlin ();
  g_autoptr (MullClock) clock = mull_clock_new_fixed (instant ("2026-03-01T23:30:00Z"), zone);

  g_assert_true (mull_clock_is_fixed (clock));
  g_assert_cmpint (mull_clock_get_now (clock), ==, instant ("2026-03-01T23:30:00Z"));
  g_assert_cmpint (mull_clock_get_today (clock), ==, mull_day_from_ymd (2026, 3, 2));
  g_assert_true (mull_clock_get_zone (clock) == zone);
  g_assert_cmpint (mull_clock_get_next_midnight (clock), ==, instant ("2026-03-02T23:00:00Z"));

  mull_clock_set_now (clock, instant ("2026-03-01T22:59:59Z"));
  g_assert_cmpint (mull_clock_get_today (clock), ==, mull_day_from_ymd (2026, 3, 1));
  g_assert_finalize_object (g_steal_pointer (&clock));
}

static void
test_offset (void)
{
  g_autoptr (GTimeZone) zone = berlin ();
  g_autoptr (MullClock) clock = mull_clock_new_fixed (0, zone);

  g_assert_cmpint (mull_clock_offset_of (clock, instant ("2026-03-29T00:59:59Z")), ==, 60);
  g_assert_cmpint (mull_clock_offset_of (clock, instant ("2026-03-29T01:00:00Z")), ==, 120);
  g_assert_cmpint (mull_clock_offset_of (clock, instant ("2026-10-25T00:59:59Z")), ==, 120);
  g_assert_cmpint (mull_clock_offset_of (clock, instant ("2026-10-25T01:00:00Z")), ==, 60);
  g_assert_cmpint (mull_clock_day_of (clock, instant ("2026-06-30T22:00:00Z")), ==,
                   mull_day_from_ymd (2026, 7, 1));
}

/* The time of day stays, the hours between do not. */
static void
test_advance (void)
{
  g_autoptr (GTimeZone) zone = berlin ();
  g_autoptr (MullClock) clock = mull_clock_new_fixed (instant ("2026-03-28T08:00:00Z"), zone);

  mull_clock_advance_days (clock, 1);
  g_assert_cmpint (mull_clock_get_now (clock), ==, instant ("2026-03-29T07:00:00Z"));
  mull_clock_advance_days (clock, -1);
  g_assert_cmpint (mull_clock_get_now (clock), ==, instant ("2026-03-28T08:00:00Z"));
  mull_clock_advance_days (clock, 365);
  g_assert_cmpint (mull_clock_get_now (clock), ==, instant ("2027-03-28T07:00:00Z"));
}

static void
test_from_text (void)
{
  static const struct
  {
    const char *text;
    const char *utc;
  } cases[] = {
    { "2026-03-01T09:00", "2026-03-01T09:00:00Z" },
    { "2026-03-01 09:00", "2026-03-01T09:00:00Z" },
    { "2026-03-01T23:59:58", "2026-03-01T23:59:58Z" },
    { "2026-03-01", "2026-03-01T12:00:00Z" },
    { "2024-02-29T00:00", "2024-02-29T00:00:00Z" },
    { "1970-01-01T00:00", "1970-01-01T00:00:00Z" },
    { "9000-12-31T23:59", "9000-12-31T23:59:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullClock) clock = mull_clock_new_from_text (cases[i].text, &error);

      g_assert_no_error (error);
      g_assert_true (mull_clock_is_fixed (clock));
      g_assert_cmpint (mull_clock_get_now (clock), ==, instant (cases[i].utc));
    }
}

static void
test_from_text_refused (void)
{
  static const char *const texts[] = {
    "",
    "today",
    "2026-02-29",
    "2026-03-01T",
    "2026-03-01T9:00",
    "2026-03-01T24:00",
    "2026-03-01T09:60",
    "2026-03-01T09:00:60",
    "2026-03-01T09:00Z",
    "2026-03-01x09:00",
    "2026-03-01T09-00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mull_clock_new_from_text (texts[i], &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "2026-03-01T09:00"));
    }
}

/* The rules would count days over the ends of the calendar. */
static void
test_from_text_far (void)
{
  static const char *const texts[] = { "0001-01-01", "1969-12-31T23:59", "9001-01-01",
                                       "9999-12-31" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mull_clock_new_from_text (texts[i], &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "from 1970 to 9000"));
    }
}

static void
test_system (void)
{
  g_autoptr (MullClock) clock = mull_clock_new_system ();
  gint64 before = g_get_real_time (), now = mull_clock_get_now (clock);
  GTimeZone *zone = mull_clock_get_zone (clock);

  g_assert_false (mull_clock_is_fixed (clock));
  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time ());
  g_assert_cmpstr (g_time_zone_get_identifier (zone), ==, "UTC");
  g_assert_cmpint (mull_clock_offset_of (clock, now), ==, 0);
  g_assert_true (mull_day_is_valid (mull_clock_get_today (clock)));
  g_assert_true (mull_clock_get_zone (clock) == zone);
}

static gboolean
on_timeout_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* The rep travels: the clock follows, and a zone that was handed out stays usable. */
static void
test_system_follows_zone (void)
{
  g_autoptr (MullClock) clock = mull_clock_new_system ();
  GTimeZone *before = mull_clock_get_zone (clock), *after = before;
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  guint timeout_id = g_timeout_add (20, on_timeout_cb, NULL);

  g_assert_true (g_setenv ("TZ", "Europe/Berlin", TRUE));
  while (after == before && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, TRUE);
      after = mull_clock_get_zone (clock);
    }
  g_assert_true (g_setenv ("TZ", "UTC", TRUE));
  g_source_remove (timeout_id);
  g_assert_cmpstr (g_time_zone_get_identifier (after), ==, "Europe/Berlin");
  g_assert_cmpstr (g_time_zone_get_identifier (before), ==, "UTC");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/offset", test_offset);
  g_test_add_func ("/clock/advance", test_advance);
  g_test_add_func ("/clock/from-text", test_from_text);
  g_test_add_func ("/clock/from-text-refused", test_from_text_refused);
  g_test_add_func ("/clock/from-text-far", test_from_text_far);
  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/clock/system-follows-zone", test_system_follows_zone);
  return g_test_run ();
}
