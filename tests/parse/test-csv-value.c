/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-csv-value.h"
#include "mull-error.h"
#include "mull-record.h"

#include <string.h>

#define HOUR 3600
#define MINUTE 60

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    MullDateOrder order;
    const char *day; /* NULL: refused */
    int second;
    int offset;
  } cases[] = {
    { "", MULL_DATE_ORDER_YMD, "", MULL_IMPORT_NO_SECOND, MULL_IMPORT_NO_OFFSET },
    { "  ", MULL_DATE_ORDER_YMD, "", MULL_IMPORT_NO_SECOND, MULL_IMPORT_NO_OFFSET },
    { "2026-02-28", MULL_DATE_ORDER_UNKNOWN, "2026-02-28", -1, MULL_IMPORT_NO_OFFSET },
    { " 2026-02-28 ", MULL_DATE_ORDER_UNKNOWN, "2026-02-28", -1, MULL_IMPORT_NO_OFFSET },
    { "2026/2/8", MULL_DATE_ORDER_DMY, "2026-02-08", -1, MULL_IMPORT_NO_OFFSET },
    { "2024-02-29", MULL_DATE_ORDER_YMD, "2024-02-29", -1, MULL_IMPORT_NO_OFFSET },
    { "2026-02-29", MULL_DATE_ORDER_YMD, NULL, 0, 0 },
    { "2026-13-01", MULL_DATE_ORDER_YMD, NULL, 0, 0 },
    { "1899-12-31", MULL_DATE_ORDER_YMD, NULL, 0, 0 },
    { "1900-01-01", MULL_DATE_ORDER_YMD, "1900-01-01", -1, MULL_IMPORT_NO_OFFSET },
    { "2199-12-31", MULL_DATE_ORDER_YMD, "2199-12-31", -1, MULL_IMPORT_NO_OFFSET },
    { "2200-01-01", MULL_DATE_ORDER_YMD, NULL, 0, 0 },
    { "3/4/2026", MULL_DATE_ORDER_DMY, "2026-04-03", -1, MULL_IMPORT_NO_OFFSET },
    { "3/4/2026", MULL_DATE_ORDER_MDY, "2026-03-04", -1, MULL_IMPORT_NO_OFFSET },
    { "3/4/2026", MULL_DATE_ORDER_UNKNOWN, NULL, 0, 0 },
    { "13/4/2026", MULL_DATE_ORDER_UNKNOWN, "2026-04-13", -1, MULL_IMPORT_NO_OFFSET },
    { "13/4/2026", MULL_DATE_ORDER_MDY, NULL, 0, 0 },
    { "4/13/2026", MULL_DATE_ORDER_DMY, NULL, 0, 0 },
    { "31.12.2026", MULL_DATE_ORDER_UNKNOWN, "2026-12-31", -1, MULL_IMPORT_NO_OFFSET },
    { "1.2.26", MULL_DATE_ORDER_DMY, "2026-02-01", -1, MULL_IMPORT_NO_OFFSET },
    { "1/2/69", MULL_DATE_ORDER_DMY, "2069-02-01", -1, MULL_IMPORT_NO_OFFSET },
    { "1/2/70", MULL_DATE_ORDER_DMY, "1970-02-01", -1, MULL_IMPORT_NO_OFFSET },
    { "24-03-01", MULL_DATE_ORDER_DMY, NULL, 0, 0 },
    { "1 Mar 2026", MULL_DATE_ORDER_DMY, "2026-03-01", -1, MULL_IMPORT_NO_OFFSET },
    { "01-Mar-26", MULL_DATE_ORDER_DMY, "2026-03-01", -1, MULL_IMPORT_NO_OFFSET },
    { "Mar 1, 2026", MULL_DATE_ORDER_DMY, "2026-03-01", -1, MULL_IMPORT_NO_OFFSET },
    { "1. März 2026", MULL_DATE_ORDER_MDY, "2026-03-01", -1, MULL_IMPORT_NO_OFFSET },
    { "31 Apr 2026", MULL_DATE_ORDER_DMY, NULL, 0, 0 },
    { "2026-03-01 14:05", MULL_DATE_ORDER_YMD, "2026-03-01", 14 * HOUR + 5 * MINUTE,
      MULL_IMPORT_NO_OFFSET },
    { "2026-03-01 14:05:09", MULL_DATE_ORDER_YMD, "2026-03-01", 14 * HOUR + 5 * MINUTE + 9,
      MULL_IMPORT_NO_OFFSET },
    { "2026-03-01T14:05:09.123Z", MULL_DATE_ORDER_YMD, "2026-03-01", 14 * HOUR + 5 * MINUTE + 9,
      0 },
    { "2026-03-01T14:05+02:30", MULL_DATE_ORDER_YMD, "2026-03-01", 14 * HOUR + 5 * MINUTE, 150 },
    { "2026-03-01T14:05-0800", MULL_DATE_ORDER_YMD, "2026-03-01", 14 * HOUR + 5 * MINUTE, -480 },
    { "3/4/2026 12:00 AM", MULL_DATE_ORDER_MDY, "2026-03-04", 0, MULL_IMPORT_NO_OFFSET },
    { "3/4/2026, 12:30 PM", MULL_DATE_ORDER_MDY, "2026-03-04", 12 * HOUR + 30 * MINUTE,
      MULL_IMPORT_NO_OFFSET },
    { "2026-03-01 24:00", MULL_DATE_ORDER_YMD, NULL, 0, 0 },
    { "2026-03-01 13:00 PM", MULL_DATE_ORDER_YMD, NULL, 0, 0 },
    { "2026-03-01 10:60", MULL_DATE_ORDER_YMD, NULL, 0, 0 },
    { "2026-03-01 x", MULL_DATE_ORDER_YMD, NULL, 0, 0 },
    { "45000", MULL_DATE_ORDER_YMD, NULL, 0, 0 },
    { "soon", MULL_DATE_ORDER_YMD, NULL, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MullImportMoment moment;
      gboolean ok = mull_csv_value_parse_date (cases[i].text, strlen (cases[i].text),
                                               cases[i].order, &moment, &error);

      g_test_message ("“%s” read as %u", cases[i].text, cases[i].order);
      if (cases[i].day == NULL)
        {
          g_assert_false (ok);
          g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (ok);
      g_assert_cmpint (moment.day, ==,
                       *cases[i].day == '\0' ? MULL_DAY_NONE : mull_day_from_iso (cases[i].day));
      g_assert_cmpint (moment.second, ==, cases[i].second);
      g_assert_cmpint (moment.offset, ==, cases[i].offset);
    }
}

static void
test_instants (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_offset (2 * HOUR);
  MullDay day = mull_day_from_iso ("2026-03-01");
  gint64 midnight = day * G_GINT64_CONSTANT (86400000000);
  static const gint64 hour = G_GINT64_CONSTANT (3600000000);
  MullImportMoment none = MULL_IMPORT_MOMENT_NONE;
  MullImportMoment only_day = { day, MULL_IMPORT_NO_SECOND, MULL_IMPORT_NO_OFFSET };
  MullImportMoment local = { day, HOUR, MULL_IMPORT_NO_OFFSET };
  MullImportMoment utc = { day, 23 * HOUR, 0 };

  g_assert_cmpint (mull_import_moment_to_instant (&none, berlin), ==, MULL_INSTANT_NONE);
  g_assert_cmpint (mull_import_moment_to_instant (&only_day, berlin), ==, midnight + 10 * hour);
  g_assert_cmpint (mull_import_moment_to_instant (&local, berlin), ==, midnight - hour);
  g_assert_cmpint (mull_import_moment_to_instant (&utc, berlin), ==, midnight + 23 * hour);
  g_assert_cmpint (mull_import_moment_to_day (&none, berlin), ==, MULL_DAY_NONE);
  g_assert_cmpint (mull_import_moment_to_day (&local, berlin), ==, day);
  g_assert_cmpint (mull_import_moment_to_day (&utc, berlin), ==, day + 1);
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *text;
    char decimal;
    const char *expected; /* in EUR unless a code is written; NULL: refused */
    const char *currency;
  } cases[] = {
    { "", '.', "", "" },
    { "0", '.', "0.00", "EUR" },
    { "1054", '.', "1054.00", "EUR" },
    { "1054", ',', "1054.00", "EUR" },
    { "1,054.50", '.', "1054.50", "EUR" },
    { "1.054,50", ',', "1054.50", "EUR" },
    { "1.054,50", '.', NULL, NULL },
    { "12,50", '.', NULL, NULL },
    { "12.50", ',', NULL, NULL },
    { "1,234", '.', "1234.00", "EUR" },
    { "1,234", ',', NULL, NULL }, /* three decimals of a euro */
    { "1,234000", ',', NULL, NULL },
    { "1,230", ',', "1.23", "EUR" },
    { "0,123", '.', NULL, NULL },
    { "1 234 567,8", ',', "1234567.80", "EUR" },
    { "1’234.50", '.', "1234.50", "EUR" },
    { "1\xc2\xa0"
      "234.50",
      '.', "1234.50", "EUR" },
    { "12,34,567.00", '.', "1234567.00", "EUR" },
    { "1,2345", '.', NULL, NULL },
    { "1,234.567,8", '.', NULL, NULL },
    { "1,234 567", '.', NULL, NULL },
    { ".5", '.', "0.50", "EUR" },
    { "5.", '.', NULL, NULL },
    { "-12.5", '.', "-12.50", "EUR" },
    { "(12.5)", '.', "-12.50", "EUR" },
    { "+12.5", '.', "12.50", "EUR" },
    { "$1,200", '.', "1200.00", "USD" },
    { "-$5", '.', "-5.00", "USD" },
    { "1.200 €", ',', "1200.00", "EUR" },
    { "CHF 12’400.50", '.', "12400.50", "CHF" },
    { "12400 JPY", '.', "12400", "JPY" },
    { "12400.5 JPY", '.', NULL, NULL },
    { "12400.00 JPY", '.', "12400", "JPY" },
    { "12 XQQ", '.', NULL, NULL },
    { "99999999999999999999", '.', NULL, NULL },
    { "much", '.', NULL, NULL },
    { "12 apples", '.', NULL, NULL },
    { "1-2", '.', NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *plain = NULL;
      MullMoney money;
      gboolean ok = mull_csv_value_parse_amount (cases[i].text, strlen (cases[i].text),
                                                 cases[i].decimal, "EUR", &money, &error);

      g_test_message ("“%s” with %c", cases[i].text, cases[i].decimal);
      if (cases[i].expected == NULL)
        {
          g_assert_false (ok);
          g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (ok);
      g_assert_cmpstr (money.currency, ==, cases[i].currency);
      if (mull_money_is_set (&money))
        plain = mull_money_format_plain (&money);
      g_assert_cmpstr (plain != NULL ? plain : "", ==, cases[i].expected);
    }
}

static void
test_amount_currency (void)
{
  g_autoptr (GError) error = NULL;
  MullMoney money;

  g_assert_true (mull_csv_value_parse_amount ("$5", 2, '.', "CAD", &money, &error));
  g_assert_cmpstr (money.currency, ==, "CAD");
  g_assert_false (mull_csv_value_parse_amount ("5", 1, '.', "", &money, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
}

static void
test_small_values (void)
{
  static const char *const good_mails[] = { "a@b.example", "a.b+c@d.e.example", "ü@ö.example" };
  static const char *const bad_mails[] = {
    "", "a", "a@b", "@b.example", "a@b.example.", "a b@c.example", "a@b@c.example", "n/a"
  };
  static const struct
  {
    const char *text;
    const char *domain;
  } domains[] = {
    { "https://www.Example.org/path?x", "example.org" },
    { "example.org", "example.org" },
    { "www.example.org:80", "example.org" },
    { "n/a", "" },
    { "", "" },
  };
  gboolean truth;
  int second;
  char code[4];

  for (guint i = 0; i < G_N_ELEMENTS (good_mails); i++)
    g_assert_true (mull_csv_value_parse_mail (good_mails[i], strlen (good_mails[i]), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad_mails); i++)
    g_assert_false (mull_csv_value_parse_mail (bad_mails[i], strlen (bad_mails[i]), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autofree char *domain =
          mull_csv_value_parse_domain (domains[i].text, strlen (domains[i].text));

      g_assert_cmpstr (domain, ==, domains[i].domain);
    }
  g_assert_true (mull_csv_value_parse_boolean ("Done", 4, &truth, NULL) && truth);
  g_assert_true (mull_csv_value_parse_boolean ("To do", 5, &truth, NULL) && !truth);
  g_assert_false (mull_csv_value_parse_boolean ("perhaps", 7, &truth, NULL));
  g_assert_true (mull_csv_value_parse_time ("2:30 PM", 7, &second, NULL));
  g_assert_cmpint (second, ==, 14 * HOUR + 30 * MINUTE);
  g_assert_true (mull_csv_value_parse_time ("", 0, &second, NULL));
  g_assert_cmpint (second, ==, MULL_IMPORT_NO_SECOND);
  g_assert_false (mull_csv_value_parse_time ("25:00", 5, &second, NULL));
  g_assert_true (mull_csv_value_parse_currency ("eur", 3, code, NULL));
  g_assert_cmpstr (code, ==, "EUR");
  g_assert_true (mull_csv_value_parse_currency ("€", strlen ("€"), code, NULL));
  g_assert_cmpstr (code, ==, "EUR");
  g_assert_false (mull_csv_value_parse_currency ("XQQ", 3, code, NULL));
  g_assert_false (mull_csv_value_parse_currency ("euros", 5, code, NULL));
}

static void
test_split (void)
{
  static const char text[] = " 1; 2 ;;3";
  g_auto (GStrv) parts = mull_csv_value_split (text, strlen (text), ";");

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_cmpstr (parts[0], ==, "1");
  g_assert_cmpstr (parts[1], ==, "2");
  g_assert_cmpstr (parts[2], ==, "3");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-value/dates", test_dates);
  g_test_add_func ("/csv-value/instants", test_instants);
  g_test_add_func ("/csv-value/amounts", test_amounts);
  g_test_add_func ("/csv-value/amount-currency", test_amount_currency);
  g_test_add_func ("/csv-value/small-values", test_small_values);
  g_test_add_func ("/csv-value/split", test_split);
  return g_test_run ();
}
