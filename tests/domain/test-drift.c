/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-drift"

#include "config.h"

#include "mull-drift.h"

static void
add (GArray *deals, const char *day, int answered, int yeses)
{
  MullDriftDeal deal = { mull_day_from_iso (day), answered, yeses };

  g_array_append_val (deals, deal);
}

static void
test_by_month (void)
{
  static const MullDriftMonth expected[] = {
    { 0, 2, 1, 3 }, /* December */
    { 0, 0, 0, 0 },
    { 0, 1, 0, 0 },
    { 0, 1, 1, 4 },
  };
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (MullDriftDeal));
  g_autoptr (GArray) months = NULL;

  add (deals, "2025-11-30", 4, 4); /* a day too early */
  add (deals, "2025-12-01", 4, 3);
  add (deals, "2025-12-31", 0, 0);
  add (deals, "2026-02-28", 0, 0);
  add (deals, "2026-03-31", 4, 4);
  months = mull_drift_count (deals, mull_day_from_iso ("2026-03-31"), 4);
  g_assert_cmpuint (months->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < months->len; i++)
    {
      const MullDriftMonth *month = &g_array_index (months, MullDriftMonth, i);

      g_assert_cmpint (month->deals, ==, expected[i].deals);
      g_assert_cmpint (month->asked, ==, expected[i].asked);
      g_assert_cmpint (month->yeses, ==, expected[i].yeses);
    }
  g_assert_cmpint (g_array_index (months, MullDriftMonth, 0).first_on, ==,
                   mull_day_from_iso ("2025-12-01"));
}

static void
test_per_deal (void)
{
  const MullDriftMonth none = { 0, 0, 0, 0 };
  const MullDriftMonth two = { 0, 2, 2, 3 };

  g_assert_cmpfloat (mull_drift_per_deal (&none), ==, 0);
  g_assert_cmpfloat (mull_drift_per_deal (&two), ==, 1.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/four-questions/drift/by-month", test_by_month);
  g_test_add_func ("/four-questions/drift/per-deal", test_per_deal);
  return g_test_run ();
}
