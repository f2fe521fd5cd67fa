/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-elapsed.h"

#include "mull-record.h"

typedef struct
{
  const char *zone;
  const char *left_at;
  const char *now;
  MullElapsed expected;
} Case;

static const Case cases[] = {
  /* The border of two hours. */
  { "UTC", "2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z", MULL_ELAPSED_JUST_NOW },
  { "UTC", "2026-11-24T09:00:00Z", "2026-11-24T10:59:59Z", MULL_ELAPSED_JUST_NOW },
  { "UTC", "2026-11-24T09:00:00Z", "2026-11-24T11:00:00Z", MULL_ELAPSED_SAME_DAY },
  /* Midnight. */
  { "UTC", "2026-11-24T00:00:00Z", "2026-11-24T23:59:59Z", MULL_ELAPSED_SAME_DAY },
  { "UTC", "2026-11-24T21:59:00Z", "2026-11-25T00:00:00Z", MULL_ELAPSED_LATER },
  { "UTC", "2026-11-24T23:30:00Z", "2026-11-25T01:29:00Z", MULL_ELAPSED_JUST_NOW },
  /* The civil day is the zone's. */
  { "Asia/Tokyo", "2026-11-24T14:00:00Z", "2026-11-24T16:00:00Z", MULL_ELAPSED_LATER },
  { "Asia/Tokyo", "2026-11-24T15:00:00Z", "2026-11-25T14:59:00Z", MULL_ELAPSED_SAME_DAY },
  /* Clocks go back at 01:00 UTC: 59 minutes by the wall are almost two hours of time. */
  { "Europe/Berlin", "2026-10-24T23:30:00Z", "2026-10-25T01:29:00Z", MULL_ELAPSED_JUST_NOW },
  { "Europe/Berlin", "2026-10-24T23:30:00Z", "2026-10-25T01:30:00Z", MULL_ELAPSED_SAME_DAY },
  /* Clocks go forward at 01:00 UTC: two and a half hours by the wall are one and a half. */
  { "Europe/Berlin", "2026-03-29T00:30:00Z", "2026-03-29T02:00:00Z", MULL_ELAPSED_JUST_NOW },
  /* The clock was set back. */
  { "UTC", "2026-11-24T12:00:00Z", "2026-11-24T09:00:00Z", MULL_ELAPSED_JUST_NOW },
};

static gint64
instant (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static void
test_borders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);

      g_assert_nonnull (zone);
      g_test_message ("%s to %s in %s", cases[i].left_at, cases[i].now, cases[i].zone);
      g_assert_cmpint (mull_elapsed_of (instant (cases[i].left_at), instant (cases[i].now), zone),
                       ==, cases[i].expected);
    }
}

static void
test_unknown (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  g_assert_cmpint (mull_elapsed_of (MULL_INSTANT_NONE, 0, zone), ==, MULL_ELAPSED_LATER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/do-over/elapsed/borders", test_borders);
  g_test_add_func ("/do-over/elapsed/unknown", test_unknown);
  return g_test_run ();
}
