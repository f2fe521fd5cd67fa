/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-typed-effort.h"

#include "mull-error.h"

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    int minutes;
    gint64 minor;
    const char *currency;
  } cases[] = {
    { "", 0, 0, "" },
    { "45", 45, 0, "" },
    { "30m", 30, 0, "" },
    { "30 min", 30, 0, "" },
    { "2h", 120, 0, "" },
    { "2 h", 120, 0, "" },
    { "1h30", 90, 0, "" },
    { "1h 30m", 90, 0, "" },
    { "1:30", 90, 0, "" },
    { "1.5h", 90, 0, "" },
    { "0,25h", 15, 0, "" },
    { "€40", 0, 4000, "EUR" },
    { "40€", 0, 4000, "EUR" },
    { "40 EUR", 0, 4000, "EUR" },
    { "€ 40", 0, 4000, "EUR" },
    { "2h €40", 120, 4000, "EUR" },
    { "€40 2H", 120, 4000, "EUR" },
    { "GBP 12", 0, 1200, "GBP" },
    { "30m + 12.50 EUR", 30, 1250, "EUR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MullMoney cost;
      int minutes;

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (mull_effort_parse_typed (cases[i].text, "EUR", &minutes, &cost, &error));
      g_assert_no_error (error);
      g_assert_cmpint (minutes, ==, cases[i].minutes);
      g_assert_cmpint (cost.minor, ==, cases[i].minor);
      g_assert_cmpstr (cost.currency, ==, cases[i].currency);
    }
}

static void
test_refused (void)
{
  static const char *const bad[] = { "soon",  "2x",   "1:75", "h",      "€",   "-€40",
                                     "€1 €2", "200h", "1h75", "999999", "1.5", "2h soon" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      MullMoney cost;
      int minutes;

      g_test_message ("“%s”", bad[i]);
      g_assert_false (mull_effort_parse_typed (bad[i], "EUR", &minutes, &cost, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-effort/read", test_read);
  g_test_add_func ("/typed-effort/refused", test_refused);
  return g_test_run ();
}
