/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-money-locale.h"
#include "mull-money.h"

#include <locale.h>

#define NBSP "\u00a0"

static void
test_c (void)
{
  MullMoneyLocale locale;

  mull_money_locale_read (&locale);
  g_assert_cmpstr (locale.decimal, ==, ".");
  g_assert_cmpstr (locale.separator, ==, ",");
  g_assert_cmpstr (locale.grouping, ==, "\3");
  g_assert_false (locale.currency_last);
  g_assert_cmpstr (locale.currency, ==, "");
}

/* Other countries, as far as they are installed: what is written there is also read there. */
static void
test_countries (void)
{
  static const struct
  {
    const char *locale;
    const char *shown;
    const char *typed;
  } cases[] = {
    { "de_DE.UTF-8", "−1.234.567,50" NBSP "€", "-1234567,50" },
    { "de_CH.UTF-8", "−€1’234’567.50", "-1234567.50" },
    { "en_IN.UTF-8", "−€12,34,567.50", "-1234567.50" },
    { "fr_FR.UTF-8", "−1\u202f234\u202f567,50" NBSP "€", "-1234567,50" },
  };
  MullMoney money, back;

  g_assert_true (mull_money_init (&money, -123456750, "EUR", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = NULL, *typed = NULL;

      if (setlocale (LC_ALL, cases[i].locale) == NULL)
        {
          g_test_message ("%s is not installed", cases[i].locale);
          continue;
        }
      shown = mull_money_format (&money);
      typed = mull_money_format_typed (&money);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (typed, ==, cases[i].typed);
      g_assert_true (mull_money_parse_typed (shown, "EUR", &back, NULL));
      g_assert_true (mull_money_equal (&back, &money));
      g_assert_true (mull_money_parse_typed (typed, "EUR", &back, NULL));
      g_assert_true (mull_money_equal (&back, &money));
    }
  setlocale (LC_ALL, "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money-locale/c", test_c);
  g_test_add_func ("/money-locale/countries", test_countries);
  return g_test_run ();
}
