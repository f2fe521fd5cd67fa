/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-money"

#include "config.h"

#include "mull-money.h"

#include "mull-error.h"
#include "mull-money-locale.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <limits.h>
#include <string.h>

#define NO_BREAK_SPACE "\u00a0"
#define MINUS_SIGN "\u2212"

static guint64
power_of_ten (int exponent)
{
  guint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* A code that a newer version has written is shown with two digits rather than not at all. */
static int
digits_of (const MullMoney *money)
{
  int digits = mull_currency_digits (money->currency);

  return digits >= 0 ? digits : 2;
}

static guint64
magnitude (gint64 minor)
{
  return minor < 0 ? -(guint64) minor : (guint64) minor;
}

/**
 * mull_money_is_set:
 *
 * Returns: whether there is an amount, which may be zero
 */
gboolean
mull_money_is_set (const MullMoney *money)
{
  g_return_val_if_fail (money != NULL, FALSE);

  return money->currency[0] != '\0';
}

/**
 * mull_money_equal:
 *
 * Returns: whether both are the same amount of the same currency, or both none
 */
gboolean
mull_money_equal (const MullMoney *a, const MullMoney *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!mull_money_is_set (a) || !mull_money_is_set (b))
    return mull_money_is_set (a) == mull_money_is_set (b);
  return a->minor == b->minor && g_str_equal (a->currency, b->currency);
}

/**
 * mull_money_init:
 * @money: (out caller-allocates): the amount
 * @minor: in minor units of @currency
 * @currency: an ISO 4217 code in capitals
 * @error: return location for an error
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if the currency is not known or the amount too large;
 *   @money is then not set
 */
gboolean
mull_money_init (MullMoney *money, gint64 minor, const char *currency, GError **error)
{
  g_return_val_if_fail (money != NULL && currency != NULL, FALSE);

  *money = MULL_MONEY_NONE;
  if (!mull_currency_is_known (currency))
    {
      g_autofree char *excerpt = mull_text_excerpt (currency, 20);

      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   _ ("“%s” is not a known currency. Use a code of three capitals such as EUR."),
                   excerpt);
      return FALSE;
    }
  /* The lowest number of all stands for "no value" in the records. */
  if (minor == G_MININT64)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("The amount is too large to be kept. Please correct it."));
      return FALSE;
    }
  money->minor = minor;
  g_strlcpy (money->currency, currency, sizeof money->currency);
  return TRUE;
}

/**
 * mull_money_add_minor:
 *
 * Adds two amounts of one currency, in its minor units.
 *
 * Returns: their sum, or the largest or smallest amount there is if it does not fit
 */
gint64
mull_money_add_minor (gint64 sum, gint64 minor)
{
  gint64 result;

  if (__builtin_add_overflow (sum, minor, &result))
    return minor < 0 ? -G_MAXINT64 : G_MAXINT64;
  /* The lowest number of all stands for "no value" in the records. */
  return MAX (result, -G_MAXINT64);
}

/**
 * mull_money_add:
 * @sum: (inout): what to add to; if it is not set it becomes @other
 * @other: what to add; if it is not set nothing happens
 *
 * Adds as mull_money_add_minor() does.
 *
 * Returns: %FALSE if the currencies differ; @sum is then as it was
 */
gboolean
mull_money_add (MullMoney *sum, const MullMoney *other)
{
  g_return_val_if_fail (sum != NULL && other != NULL, FALSE);

  if (!mull_money_is_set (other))
    return TRUE;
  if (!mull_money_is_set (sum))
    {
      *sum = *other;
      return TRUE;
    }
  if (!g_str_equal (sum->currency, other->currency))
    return FALSE;
  sum->minor = mull_money_add_minor (sum->minor, other->minor);
  return TRUE;
}

/**
 * mull_money_share:
 * @money: an amount, or none
 * @percent: 0 to 100
 *
 * Returns: that part of @money, half a minor unit rounded away from zero
 */
MullMoney
mull_money_share (const MullMoney *money, int percent)
{
  MullMoney share;
  guint64 amount, part;

  g_return_val_if_fail (money != NULL, MULL_MONEY_NONE);
  g_return_val_if_fail (percent >= 0 && percent <= 100, MULL_MONEY_NONE);

  /* In two steps, because the amount a hundred times may not fit. */
  amount = magnitude (money->minor);
  part = amount / 100 * (guint64) percent + (amount % 100 * (guint64) percent + 50) / 100;
  share = *money;
  share.minor = money->minor < 0 ? -(gint64) part : (gint64) part;
  return share;
}

/* Where the digits are cut, counted from the right, as the locale writes "1,234" or "12,34,567". */
static char *
group_digits (guint64 number, const MullMoneyLocale *locale)
{
  g_autofree char *plain = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  const char *sizes = locale->grouping;
  GString *grouped = g_string_new (plain);
  gsize rest = strlen (plain);

  while (*sizes > 0 && *sizes != CHAR_MAX && rest > (gsize) *sizes)
    {
      rest -= (gsize) *sizes;
      g_string_insert (grouped, (gssize) rest, locale->separator);
      if (sizes[1] != '\0')
        sizes++;
    }
  return g_string_free (grouped, FALSE);
}

/* Puts the currency to the side of the number where the locale has it. */
static char *
add_currency (const MullMoney *money, const char *number, const MullMoneyLocale *locale)
{
  const char *symbol = mull_currency_get_symbol (money->currency);
  const char *minus = money->minor < 0 ? MINUS_SIGN : "";

  if (locale->currency_last)
    return g_strconcat (minus, number, NO_BREAK_SPACE, symbol != NULL ? symbol : money->currency,
                        NULL);
  if (symbol != NULL)
    return g_strconcat (minus, symbol, number, NULL);
  return g_strconcat (money->currency, NO_BREAK_SPACE, minus, number, NULL);
}

/**
 * mull_money_format:
 * @money: an amount, or none
 *
 * For people: with the currency, grouped as the locale does, digits after the decimal sign only if
 * they are not all zero. It holds no plain space, so that it is never broken over two lines.
 *
 * Returns: (transfer full): the text; the empty string if there is no amount
 */
char *
mull_money_format (const MullMoney *money)
{
  MullMoneyLocale locale;
  g_autofree char *grouped = NULL, *number = NULL;
  guint64 unit, amount;

  g_return_val_if_fail (money != NULL, NULL);

  if (!mull_money_is_set (money))
    return g_strdup ("");
  unit = power_of_ten (digits_of (money));
  amount = magnitude (money->minor);
  mull_money_locale_read (&locale);
  grouped = group_digits (amount / unit, &locale);
  if (amount % unit == 0)
    return add_currency (money, grouped, &locale);
  number = g_strdup_printf ("%s%s%0*" G_GUINT64_FORMAT, grouped, locale.decimal, digits_of (money),
                            amount % unit);
  return add_currency (money, number, &locale);
}

static guint64
divide_rounded (guint64 number, guint64 by)
{
  return number / by + (number % by >= by - by / 2);
}

/* @number with the sign of a thousand to the power of @step. */
static char *
add_magnitude (const char *number, int step)
{
  switch (step)
    {
    case 0:
      return g_strdup (number);
    case 1:
      /* Translators: so many thousand, as in "84 k", on a narrow head; the space does not break */
      return g_strdup_printf (C_ ("thousands", "%s\u00a0k"), number);
    case 2:
      /* Translators: so many million, as in "1.2 M" */
      return g_strdup_printf (C_ ("millions", "%s\u00a0M"), number);
    default:
      /* Translators: so many thousand million, as in "3 bn" */
      return g_strdup_printf (C_ ("billions", "%s\u00a0bn"), number);
    }
}

/**
 * mull_money_format_compact:
 * @money: an amount, or none
 *
 * For narrow heads: rounded to two or three figures, as in "€84 k", "€1.2 M", "€950". Show the
 * whole amount in a tooltip beside it.
 *
 * Returns: (transfer full): the text; the empty string if there is no amount
 */
char *
mull_money_format_compact (const MullMoney *money)
{
  MullMoneyLocale locale;
  g_autofree char *number = NULL, *scaled = NULL;
  guint64 amount, unit, tenths = 0;
  int step = 0;

  g_return_val_if_fail (money != NULL, NULL);

  if (!mull_money_is_set (money))
    return g_strdup ("");
  amount = magnitude (money->minor);
  unit = power_of_ten (digits_of (money));
  for (; step < 3 && divide_rounded (amount, unit) >= 1000; step++)
    unit *= 1000;
  mull_money_locale_read (&locale);
  if (step > 0)
    tenths = divide_rounded (amount, unit / 10);
  if (step > 0 && tenths < 100 && tenths % 10 != 0)
    number = g_strdup_printf ("%d%s%d", (int) (tenths / 10), locale.decimal, (int) (tenths % 10));
  else
    number = group_digits (divide_rounded (amount, unit), &locale);
  scaled = add_magnitude (number, step);
  return add_currency (money, scaled, &locale);
}

static char *
format_bare (const MullMoney *money, const char *decimal, gboolean all_digits)
{
  guint64 amount = magnitude (money->minor), unit = power_of_ten (digits_of (money));
  const char *minus = money->minor < 0 ? "-" : "";

  if (unit == 1 || (!all_digits && amount % unit == 0))
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, minus, amount / unit);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%0*" G_GUINT64_FORMAT, minus, amount / unit,
                          decimal, digits_of (money), amount % unit);
}

/**
 * mull_money_format_plain:
 * @money: an amount, or none
 *
 * For files: without currency and grouping, always with all digits of the currency and a point.
 *
 * Returns: (transfer full): the text, as in "12400.00"; the empty string if there is no amount
 */
char *
mull_money_format_plain (const MullMoney *money)
{
  g_return_val_if_fail (money != NULL, NULL);

  return mull_money_is_set (money) ? format_bare (money, ".", TRUE) : g_strdup ("");
}

/**
 * mull_money_format_typed:
 * @money: an amount, or none
 *
 * For an entry in which the amount is edited: without currency and grouping, with the locale's
 * decimal sign. mull_money_parse_typed() reads it back.
 *
 * Returns: (transfer full): the text, as in "12400" or "12400.50"; the empty string if there is no
 *   amount
 */
char *
mull_money_format_typed (const MullMoney *money)
{
  MullMoneyLocale locale;

  g_return_val_if_fail (money != NULL, NULL);

  mull_money_locale_read (&locale);
  return mull_money_is_set (money) ? format_bare (money, locale.decimal, FALSE) : g_strdup ("");
}
