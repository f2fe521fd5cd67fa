/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-error.h"
#include "mull-money.h"

#include <locale.h>
#include <string.h>

#define NBSP "\u00a0"

static MullMoney
money_of (gint64 minor, const char *currency)
{
  g_autoptr (GError) error = NULL;
  MullMoney money;

  mull_money_init (&money, minor, currency, &error);
  g_assert_no_error (error);
  return money;
}

static void
test_init (void)
{
  g_autoptr (GError) unknown = NULL, too_large = NULL;
  MullMoney money = MULL_MONEY_NONE;

  g_assert_false (mull_money_is_set (&money));
  g_assert_true (mull_money_init (&money, 0, "EUR", NULL));
  g_assert_true (mull_money_is_set (&money));
  g_assert_false (mull_money_init (&money, 1, "ABC", &unknown));
  g_assert_error (unknown, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (unknown->message, "ABC"));
  g_assert_false (mull_money_is_set (&money));
  g_assert_false (mull_money_init (&money, G_MININT64, "EUR", &too_large));
  g_assert_error (too_large, MULL_ERROR, MULL_ERROR_INVALID);
}

static void
test_add (void)
{
  MullMoney sum = MULL_MONEY_NONE, none = MULL_MONEY_NONE;
  MullMoney euro = money_of (150, "EUR"), dollar = money_of (1, "USD");
  MullMoney most = money_of (G_MAXINT64, "EUR"), least = money_of (-G_MAXINT64, "EUR");
  MullMoney minus_one = money_of (-1, "EUR");

  g_assert_true (mull_money_add (&sum, &none));
  g_assert_false (mull_money_is_set (&sum));
  g_assert_true (mull_money_add (&sum, &euro));
  g_assert_true (mull_money_add (&sum, &euro));
  g_assert_cmpint (sum.minor, ==, 300);
  g_assert_cmpstr (sum.currency, ==, "EUR");
  g_assert_true (mull_money_add (&sum, &none));
  g_assert_false (mull_money_add (&sum, &dollar));
  g_assert_cmpint (sum.minor, ==, 300);
  g_assert_true (mull_money_add (&sum, &most));
  g_assert_cmpint (sum.minor, ==, G_MAXINT64);
  g_assert_true (mull_money_add (&least, &minus_one));
  g_assert_cmpint (least.minor, ==, -G_MAXINT64);
  g_assert_true (mull_money_add (&least, &most));
  g_assert_cmpint (least.minor, ==, 0);
}

static void
test_equal (void)
{
  MullMoney euro = money_of (5, "EUR"), dollar = money_of (5, "USD"), more = money_of (6, "EUR");
  MullMoney none = MULL_MONEY_NONE, zero = money_of (0, "EUR");

  g_assert_true (mull_money_equal (&euro, &euro));
  g_assert_false (mull_money_equal (&euro, &dollar));
  g_assert_false (mull_money_equal (&euro, &more));
  g_assert_true (mull_money_equal (&none, &none));
  g_assert_false (mull_money_equal (&none, &zero));
}

static void
test_share (void)
{
  static const struct
  {
    gint64 minor;
    int percent;
    gint64 share;
  } cases[] = {
    { 10000, 25, 2500 },
    { 10000, 0, 0 },
    { 10000, 100, 10000 },
    { 1, 50, 1 },
    { 1, 49, 0 },
    { 3, 50, 2 },
    { -1, 50, -1 },
    { -3, 49, -1 },
    { 199, 33, 66 },
    { 0, 70, 0 },
    { G_MAXINT64, 100, G_MAXINT64 },
    { -G_MAXINT64, 100, -G_MAXINT64 },
    { G_MAXINT64, 50, 4611686018427387904 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MullMoney money = money_of (cases[i].minor, "EUR");
      MullMoney share = mull_money_share (&money, cases[i].percent);

      g_assert_cmpint (share.minor, ==, cases[i].share);
      g_assert_cmpstr (share.currency, ==, "EUR");
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency;
    const char *shown;
    const char *plain;
    const char *typed;
  } cases[] = {
    { 1240000, "EUR", "€12,400", "12400.00", "12400" },
    { 1240050, "EUR", "€12,400.50", "12400.50", "12400.50" },
    { 5, "EUR", "€0.05", "0.05", "0.05" },
    { 0, "EUR", "€0", "0.00", "0" },
    { 99999, "USD", "$999.99", "999.99", "999.99" },
    { 100000, "USD", "$1,000", "1000.00", "1000" },
    { -1240050, "GBP", "−£12,400.50", "-12400.50", "-12400.50" },
    { 1240050, "CHF", "CHF" NBSP "12,400.50", "12400.50", "12400.50" },
    { -100, "CHF", "CHF" NBSP "−1", "-1.00", "-1" },
    { 12400, "JPY", "¥12,400", "12400", "12400" },
    { 12400500, "KWD", "KWD" NBSP "12,400.500", "12400.500", "12400.500" },
    { 1, "CLF", "CLF" NBSP "0.0001", "0.0001", "0.0001" },
    { G_MAXINT64, "EUR", "€92,233,720,368,547,758.07", "92233720368547758.07",
      "92233720368547758.07" },
    { -G_MAXINT64, "JPY", "−¥9,223,372,036,854,775,807", "-9223372036854775807",
      "-9223372036854775807" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MullMoney money = money_of (cases[i].minor, cases[i].currency), back;
      g_autofree char *shown = mull_money_format (&money);
      g_autofree char *plain = mull_money_format_plain (&money);
      g_autofree char *typed = mull_money_format_typed (&money);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (typed, ==, cases[i].typed);

      /* A sum may be larger than any amount that is read. */
      if (money.minor > MULL_MONEY_MAX || money.minor < -MULL_MONEY_MAX)
        continue;
      mull_money_parse_typed (shown, cases[i].currency, &back, &error);
      g_assert_no_error (error);
      g_assert_true (mull_money_equal (&back, &money));
      g_assert_true (mull_money_parse (plain, '.', cases[i].currency, &back, NULL));
      g_assert_true (mull_money_equal (&back, &money));
      g_assert_true (mull_money_parse_typed (typed, cases[i].currency, &back, NULL));
      g_assert_true (mull_money_equal (&back, &money));
    }
}

static void
test_format_none (void)
{
  MullMoney none = MULL_MONEY_NONE;
  g_autofree char *shown = mull_money_format (&none);
  g_autofree char *compact = mull_money_format_compact (&none);
  g_autofree char *plain = mull_money_format_plain (&none);
  g_autofree char *typed = mull_money_format_typed (&none);

  g_assert_cmpstr (shown, ==, "");
  g_assert_cmpstr (compact, ==, "");
  g_assert_cmpstr (plain, ==, "");
  g_assert_cmpstr (typed, ==, "");
}

static void
test_format_compact (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency;
    const char *compact;
  } cases[] = {
    { 0, "EUR", "€0" },
    { 95000, "EUR", "€950" },
    { 95049, "EUR", "€950" },
    { 95050, "EUR", "€951" },
    { 99949, "EUR", "€999" },
    { 99950, "EUR", "€1" NBSP "k" },
    { 100000, "EUR", "€1" NBSP "k" },
    { 120000, "EUR", "€1.2" NBSP "k" },
    { 994999, "EUR", "€9.9" NBSP "k" },
    { 995000, "EUR", "€10" NBSP "k" },
    { 8400000, "EUR", "€84" NBSP "k" },
    { 8449999, "EUR", "€84" NBSP "k" },
    { 8450000, "EUR", "€85" NBSP "k" },
    { 99949999, "EUR", "€999" NBSP "k" },
    { 99950000, "EUR", "€1" NBSP "M" },
    { 120000000, "EUR", "€1.2" NBSP "M" },
    { 300000000000, "EUR", "€3" NBSP "bn" },
    { G_MAXINT64, "EUR", "€92,233,720" NBSP "bn" },
    { -8400000, "USD", "−$84" NBSP "k" },
    { 84000, "JPY", "¥84" NBSP "k" },
    { 84000000, "KWD", "KWD" NBSP "84" NBSP "k" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MullMoney money = money_of (cases[i].minor, cases[i].currency);
      g_autofree char *compact = mull_money_format_compact (&money);

      g_assert_cmpstr (compact, ==, cases[i].compact);
    }
}

typedef struct
{
  const char *text;
  char decimal;
  const char *currency;
  gint64 minor;
} ParseCase;

static const ParseCase readable[] = {
  { "1200", '.', "EUR", 120000 },
  { " 1200 ", '.', "EUR", 120000 },
  { "1200.5", '.', "EUR", 120050 },
  { "1200.50", '.', "EUR", 120050 },
  { "1200,50", ',', "EUR", 120050 },
  { "1,200", '.', "EUR", 120000 },
  { "1.200", ',', "EUR", 120000 },
  { "1.200,5", ',', "EUR", 120050 },
  { "1,234,567.89", '.', "EUR", 123456789 },
  { "1.234.567,89", ',', "EUR", 123456789 },
  { "1 200", '.', "EUR", 120000 },
  { "1\u00a0200,50", ',', "EUR", 120050 },
  { "1\u202f200,50", ',', "EUR", 120050 },
  { "1\u2009200\u00a0000", ',', "EUR", 120000000 },
  { "1'200.50", '.', "CHF", 120050 },
  { "1’200’000", '.', "CHF", 120000000 },
  { "12'400.–", '.', "CHF", 1240000 },
  { "12'400.--", '.', "CHF", 1240000 },
  { "12.400,-", ',', "EUR", 1240000 },
  { "12,34,567.50", '.', "INR", 123456750 },
  { "1,23,45,678", '.', "INR", 1234567800 },
  { "€1200", '.', "EUR", 120000 },
  { "1200 €", '.', "EUR", 120000 },
  { "1200€", '.', "EUR", 120000 },
  { "EUR 1200", '.', "EUR", 120000 },
  { "1200 eur", '.', "EUR", 120000 },
  { "EUR1200", '.', "EUR", 120000 },
  { "€ 1200 EUR", '.', "EUR", 120000 },
  { "$5", '.', "USD", 500 },
  { "$5", '.', "CAD", 500 },
  { "CA$5", '.', "CAD", 500 },
  { "US$ 5", '.', "USD", 500 },
  { "Fr. 5.50", '.', "CHF", 550 },
  { "5 kr.", '.', "SEK", 500 },
  { "5 Kč", ',', "CZK", 500 },
  { "-5", '.', "EUR", -500 },
  { "−5", '.', "EUR", -500 },
  { "+5", '.', "EUR", 500 },
  { "- 5", '.', "EUR", -500 },
  { "5-", '.', "EUR", -500 },
  { "-€5", '.', "EUR", -500 },
  { "€-5", '.', "EUR", -500 },
  { "-5 €", '.', "EUR", -500 },
  { "(5)", '.', "EUR", -500 },
  { "(€1,200.50)", '.', "EUR", -120050 },
  { "€(5)", '.', "EUR", -500 },
  { "(5) €", '.', "EUR", -500 },
  { ".5", '.', "EUR", 50 },
  { "5.", '.', "EUR", 500 },
  { "0", '.', "EUR", 0 },
  { "0.05", '.', "EUR", 5 },
  { "007", '.', "EUR", 700 },
  { "12.5000", '.', "EUR", 1250 },
  { "12400.000000", '.', "EUR", 1240000 },
  { "5.00", '.', "JPY", 5 },
  { "1.234", '.', "KWD", 1234 },
  { "0.0001", '.', "CLF", 1 },
  { "٣٤٥٫٥", '.', "EGP", 34550 },
  { "10000000000000.00", '.', "EUR", MULL_MONEY_MAX },
  { "-10000000000000.00", '.', "EUR", -MULL_MONEY_MAX },
  { "1000000000000000", '.', "JPY", MULL_MONEY_MAX },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      const ParseCase *c = &readable[i];
      g_autoptr (GError) error = NULL;
      MullMoney money = MULL_MONEY_NONE;

      g_test_message ("“%s”", c->text);
      mull_money_parse (c->text, c->decimal, c->currency, &money, &error);
      g_assert_no_error (error);
      g_assert_cmpint (money.minor, ==, c->minor);
      g_assert_cmpstr (money.currency, ==, c->currency);
    }
}

static const struct
{
  const char *text;
  char decimal;
  const char *currency;
  const char *says;
} refused[] = {
  { "", '.', "EUR", "not an amount" },
  { "   ", '.', "EUR", "not an amount" },
  { "€", '.', "EUR", "not an amount" },
  { "-", '.', "EUR", "not an amount" },
  { ".", '.', "EUR", "not an amount" },
  { ",", '.', "EUR", "not an amount" },
  { "abc", '.', "EUR", "not an amount" },
  { "12abc", '.', "EUR", "not an amount" },
  { "12x34", '.', "EUR", "not an amount" },
  { "1e5", '.', "EUR", "not an amount" },
  { "12 %", '.', "EUR", "not an amount" },
  { "--5", '.', "EUR", "not an amount" },
  { "-5-", '.', "EUR", "not an amount" },
  { "-(5)", '.', "EUR", "not an amount" },
  { "(5", '.', "EUR", "not an amount" },
  { "5)", '.', "EUR", "not an amount" },
  { "a\xff", '.', "EUR", "not an amount" },
  { "1.2.3", '.', "EUR", "not clear" },
  { "1,2,3", '.', "EUR", "not clear" },
  { "1,20", '.', "EUR", "not clear" },
  { "12.50", ',', "EUR", "not clear" },
  { "0,123", '.', "EUR", "not clear" },
  { "1,200,00", '.', "EUR", "not clear" },
  { "1234,567", '.', "EUR", "not clear" },
  { ",200", '.', "EUR", "not clear" },
  { "1,,200", '.', "EUR", "not clear" },
  { "1 200,300", '.', "EUR", "not clear" },
  { "1.5,000", '.', "EUR", "not clear" },
  { "1.200,50", '.', "EUR", "not clear" },
  { "1.234", '.', "EUR", "decimals" },
  { "1.200", '.', "EUR", "decimals" },
  { "1.2005", '.', "EUR", "decimals" },
  { "1.5", '.', "JPY", "decimals" },
  { "1.000", '.', "JPY", "decimals" },
  { "1.00001", '.', "CLF", "decimals" },
  { "$5", '.', "EUR", "another currency" },
  { "USD 5", '.', "EUR", "another currency" },
  { "5 CHF", '.', "EUR", "another currency" },
  { "€ 5 USD", '.', "EUR", "another currency" },
  { "10000000000000.01", '.', "EUR", "too large" },
  { "-10000000000000.01", '.', "EUR", "too large" },
  { "1000000000000000.001", '.', "KWD", "too large" },
  { "92233720368547758.08", '.', "EUR", "too large" },
  { "-92233720368547758.08", '.', "EUR", "too large" },
  { "99999999999999999999", '.', "JPY", "too large" },
  { "5", '.', "ABC", "not a known currency" },
};

static void
test_parse_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      MullMoney money = { 77, "USD" };

      g_test_message ("“%s”", refused[i].text);
      g_assert_false (mull_money_parse (refused[i].text, refused[i].decimal, refused[i].currency,
                                        &money, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_nonnull (strstr (error->message, refused[i].says));
      g_assert_cmpint (money.minor, ==, 77);
    }
}

static void
test_parse_typed (void)
{
  static const struct
  {
    const char *text;
    gint64 minor;
  } cases[] = {
    { "12.50", 1250 },      { "12,50", 1250 },          { "1,200", 120000 },
    { "1.200,50", 120050 }, { "1.200.000", 120000000 }, { "€84", 8400 },
  };
  static const char *const wrong[] = { "1.200", "0,123", "1.2.3", "1,20.300", "", "1.234,567" };
  MullMoney money;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      mull_money_parse_typed (cases[i].text, "EUR", &money, &error);
      g_assert_no_error (error);
      g_assert_cmpint (money.minor, ==, cases[i].minor);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mull_money_parse_typed (wrong[i], "EUR", &money, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
}

/* Whatever comes in, the answer is an amount or a sentence. */
static void
test_parse_anything (void)
{
  static const char *const pieces[] = { "1", "2", "0",   ".", ",",      " ", "'",    "-", "(",
                                        ")", "€", "EUR", "k", "\u00a0", "–", "\xff", "٫" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      MullMoney money = MULL_MONEY_NONE;
      int n = g_test_rand_int_range (0, 12);

      for (int i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (mull_money_parse (text->str, round % 2 == 0 ? '.' : ',', "EUR", &money, &error))
        g_assert_no_error (error);
      else
        g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_cmpint (mull_money_is_set (&money), ==, error == NULL);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/init", test_init);
  g_test_add_func ("/money/add", test_add);
  g_test_add_func ("/money/equal", test_equal);
  g_test_add_func ("/money/share", test_share);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/format-none", test_format_none);
  g_test_add_func ("/money/format-compact", test_format_compact);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-refused", test_parse_refused);
  g_test_add_func ("/money/parse-typed", test_parse_typed);
  g_test_add_func ("/money/parse-anything", test_parse_anything);
  return g_test_run ();
}
