/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-money.h"

#include <locale.h>
#include <string.h>

static void
test_known (void)
{
  static const struct
  {
    const char *code;
    int digits;
  } cases[] = {
    { "EUR", 2 },  { "USD", 2 },  { "AED", 2 }, { "ZWG", 2 },   { "JPY", 0 }, { "XPF", 0 },
    { "ISK", 0 },  { "KWD", 3 },  { "TND", 3 }, { "BHD", 3 },   { "CLF", 4 }, { "UYW", 4 },
    { "QQQ", -1 }, { "eur", -1 }, { "EU", -1 }, { "EURO", -1 }, { "", -1 },   { NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (mull_currency_digits (cases[i].code), ==, cases[i].digits);
      g_assert_cmpint (mull_currency_is_known (cases[i].code), ==, cases[i].digits >= 0);
    }
}

/* The search by halves needs the order. */
static void
test_list (void)
{
  const char *const *codes = mull_currency_list ();
  guint n = 0, by_digits[5] = { 0 };

  for (; codes[n] != NULL; n++)
    {
      int digits = mull_currency_digits (codes[n]);

      g_assert_cmpuint (strlen (codes[n]), ==, 3);
      if (n > 0)
        g_assert_cmpstr (codes[n - 1], <, codes[n]);
      g_assert_cmpint (digits, >=, 0);
      by_digits[digits]++;
      g_assert_true (mull_currency_answers_to (codes[n], codes[n]));
    }
  g_assert_cmpuint (n, >, 150);
  g_assert_cmpuint (by_digits[0], ==, 17);
  g_assert_cmpuint (by_digits[1], ==, 0);
  g_assert_cmpuint (by_digits[3], ==, 7);
  g_assert_cmpuint (by_digits[4], ==, 2);
}

static void
test_symbols (void)
{
  g_assert_cmpstr (mull_currency_get_symbol ("EUR"), ==, "€");
  g_assert_cmpstr (mull_currency_get_symbol ("CAD"), ==, "CA$");
  g_assert_null (mull_currency_get_symbol ("CHF"));
  g_assert_null (mull_currency_get_symbol (""));
}

/* Each sign belongs to one currency, or reading back what was written would fail. */
static void
test_symbols_differ (void)
{
  const char *const *codes = mull_currency_list ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *symbol = mull_currency_get_symbol (codes[i]);

      if (symbol == NULL)
        continue;
      g_assert_true (g_hash_table_add (seen, (gpointer) symbol));
      g_assert_true (mull_currency_answers_to (codes[i], symbol));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 20);
}

static void
test_answers_to (void)
{
  static const struct
  {
    const char *code;
    const char *sign;
    gboolean answers;
  } cases[] = {
    { "EUR", "€", TRUE },    { "EUR", "eur", TRUE },  { "EUR", "Euro", TRUE },
    { "EUR", "$", FALSE },   { "EUR", "USD", FALSE }, { "EUR", "", FALSE },
    { "USD", "$", TRUE },    { "USD", "US$", TRUE },  { "CAD", "$", TRUE },
    { "CAD", "US$", FALSE }, { "JPY", "¥", TRUE },    { "CNY", "¥", TRUE },
    { "SEK", "kr", TRUE },   { "DKK", "Kr.", TRUE },  { "CHF", "Fr.", TRUE },
    { "CZK", "Kč", TRUE },   { "PLN", "ZŁ", TRUE },   { "EUR", "kr", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].code, cases[i].sign);
      g_assert_cmpint (mull_currency_answers_to (cases[i].code, cases[i].sign), ==,
                       cases[i].answers);
    }
}

static void
test_is_sign (void)
{
  static const char *const signs[] = { "€", "eur", "EUR", "us$", "kr.", "ЛВ",  "zł",
                                       "",  "eu",  "x",   "$$",  "R",   "lei", "円" };
  const char *const *codes = mull_currency_list ();

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gboolean answers = FALSE;

      for (guint j = 0; codes[j] != NULL; j++)
        answers = answers || mull_currency_answers_to (codes[j], signs[i]);
      g_test_message ("%s", signs[i]);
      g_assert_cmpint (mull_currency_is_sign (signs[i]), ==, answers);
    }
}

static void
test_of_locale (void)
{
  static const struct
  {
    const char *locale;
    const char *code;
  } cases[] = {
    { "C.UTF-8", "EUR" },
    { "en_US.UTF-8", "USD" },
    { "de_CH.UTF-8", "CHF" },
    { "ja_JP.UTF-8", "JPY" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (setlocale (LC_ALL, cases[i].locale) != NULL)
      g_assert_cmpstr (mull_currency_of_locale (), ==, cases[i].code);
    else
      g_test_message ("%s is not installed", cases[i].locale);
  setlocale (LC_ALL, "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/currency/known", test_known);
  g_test_add_func ("/currency/list", test_list);
  g_test_add_func ("/currency/symbols", test_symbols);
  g_test_add_func ("/currency/symbols-differ", test_symbols_differ);
  g_test_add_func ("/currency/answers-to", test_answers_to);
  g_test_add_func ("/currency/is-sign", test_is_sign);
  g_test_add_func ("/currency/of-locale", test_of_locale);
  return g_test_run ();
}
