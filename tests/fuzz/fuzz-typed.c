/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person types and what a cell of a table holds: days, times, amounts, addresses. */

#include "config.h"

#include "fuzz.h"

#include "mull-csv-value.h"
#include "mull-date.h"
#include "mull-money.h"
#include "mull-number-scan.h"
#include "mull-typed-effort.h"

#include <string.h>

#define TODAY 20000

static void
check_day (gboolean done, MullDay day, const GError *error)
{
  g_assert_cmpint (done, ==, error == NULL);
  fuzz_check_error (error);
  if (done && day != MULL_DAY_NONE)
    g_assert_true (mull_day_is_valid (day));
}

static void
check_days (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) past_error = NULL;
  MullDay day = MULL_DAY_NONE, past = MULL_DAY_NONE, iso = mull_day_from_iso (text);
  gboolean done = mull_day_parse_typed (text, TODAY, &day, &error);

  check_day (done, day, error);
  done = mull_day_parse_typed_past (text, TODAY, &past, &past_error);
  check_day (done, past, past_error);
  if (iso != MULL_DAY_NONE)
    {
      g_autofree char *again = mull_day_to_iso (iso);

      g_assert_cmpstr (again, ==, text);
    }
}

static void
check_money (const char *text)
{
  static const char decimals[] = { '.', ',' };
  int minutes;
  MullMoney cost;
  g_autoptr (GError) effort_error = NULL;
  g_autoptr (GError) typed_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++)
    {
      MullMoney money = MULL_MONEY_NONE;
      g_autoptr (GError) error = NULL;

      if (mull_money_parse (text, decimals[i], i == 0 ? "EUR" : "KWD", &money, &error))
        {
          g_assert_cmpint (ABS (money.minor), <=, MULL_MONEY_MAX);
          g_assert_no_error (error);
        }
      fuzz_check_error (error);
    }
  mull_money_parse_typed (text, "JPY", &cost, &typed_error);
  fuzz_check_error (typed_error);
  mull_effort_parse_typed (text, "EUR", &minutes, &cost, &effort_error);
  fuzz_check_error (effort_error);
}

/* A cell is not terminated. */
static void
check_cell (const char *text, gsize length)
{
  static const char decimals[] = { '\0', '.', ',' };
  g_autofree char *cell = g_memdup2 (text, length);
  g_autofree char *domain = mull_csv_value_parse_domain (cell, length);
  g_auto (GStrv) parts = mull_csv_value_split (cell, length, ",;");
  char code[4];
  int second;
  gboolean truth;

  fuzz_check_text (domain);
  for (int order = MULL_DATE_ORDER_UNKNOWN; order <= MULL_DATE_ORDER_MDY; order++)
    {
      g_autoptr (GError) error = NULL;
      MullImportMoment moment;

      mull_csv_value_parse_date (cell, length, (MullDateOrder) order, &moment, &error);
      fuzz_check_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++)
    {
      g_autoptr (GError) error = NULL;
      MullMoney money;

      mull_csv_value_parse_amount (cell, length, decimals[i], "EUR", &money, &error);
      fuzz_check_error (error);
    }
  mull_csv_value_parse_time (cell, length, &second, NULL);
  mull_csv_value_parse_currency (cell, length, code, NULL);
  mull_csv_value_parse_boolean (cell, length, &truth, NULL);
  mull_csv_value_parse_mail (cell, length, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = fuzz_dup_text (data, size);

  if (!g_utf8_validate_len (text, size, NULL))
    return 0;
  check_days (text);
  check_money (text);
  if (size > 0)
    check_cell (text, size);
  return 0;
}
