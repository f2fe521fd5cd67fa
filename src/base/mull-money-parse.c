/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-money-parse"

#include "config.h"

#include "mull-money.h"

#include "mull-error.h"
#include "mull-money-locale.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than any amount needs. */
#define MAX_CHARS 80
#define MAX_GROUPS 16

#define ARABIC_DECIMAL 0x066b
#define ARABIC_GROUP 0x066c

typedef enum
{
  PROBLEM_NONE,
  PROBLEM_NO_NUMBER,
  PROBLEM_SEPARATORS,
  PROBLEM_DECIMALS,
  PROBLEM_CURRENCY,
  PROBLEM_TOO_LARGE,
} Problem;

/* A text on its way to an amount: what is understood is taken off both ends. */
typedef struct
{
  const char *currency;
  gunichar decimal;
  const gunichar *start;
  const gunichar *end;
  gboolean has_sign;
  gboolean negative;
  gint64 minor;
} Reading;

/* The digits of a number, and where they were cut. */
typedef struct
{
  guint64 whole;
  guint64 fraction;
  int n_decimals;
  int n_digits;
  int groups[MAX_GROUPS];
  guint n_groups;
  gunichar separator;
  gboolean has_decimal;
} Number;

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212 || c == 0x2013 || c == 0x2014;
}

static gboolean
is_decimal (const Reading *reading, gunichar c)
{
  return c == reading->decimal || c == ARABIC_DECIMAL;
}

/* The kind of separator of thousands that @c is, or 0. */
static gunichar
separator_kind (const Reading *reading, gunichar c)
{
  if (is_decimal (reading, c))
    return 0;
  if (g_unichar_isspace (c))
    return ' ';
  switch (c)
    {
    case '.':
    case ',':
    case ARABIC_GROUP:
      return c;
    case '\'':
    case 0x2019:
    case 0x02bc:
    case 0x00b4:
      return '\'';
    default:
      return 0;
    }
}

static void
skip_spaces (Reading *reading)
{
  while (reading->start < reading->end && g_unichar_isspace (*reading->start))
    reading->start++;
  while (reading->start < reading->end && g_unichar_isspace (reading->end[-1]))
    reading->end--;
}

static gboolean
take_sign (Reading *reading)
{
  const gunichar *last;

  if (reading->start == reading->end || reading->has_sign)
    return FALSE;
  last = reading->end - 1;
  if (is_minus (*reading->start) || *reading->start == '+')
    {
      reading->negative = *reading->start != '+';
      reading->start++;
    }
  else if (*reading->start == '(' && *last == ')')
    {
      reading->negative = TRUE;
      reading->start++;
      reading->end--;
    }
  /* "12-" is negative, in "12.-" the dash stands for no pence. */
  else if (is_minus (*last) && last > reading->start && g_unichar_isdigit (last[-1]))
    {
      reading->negative = TRUE;
      reading->end--;
    }
  else
    return FALSE;
  reading->has_sign = TRUE;
  return TRUE;
}

static gboolean
is_of_currency (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static Problem
check_currency (const Reading *reading, const gunichar *start, const gunichar *end)
{
  g_autofree char *sign = g_ucs4_to_utf8 (start, end - start, NULL, NULL, NULL);

  if (mull_currency_answers_to (reading->currency, sign))
    return PROBLEM_NONE;
  return mull_currency_is_sign (sign) ? PROBLEM_CURRENCY : PROBLEM_NO_NUMBER;
}

/* Takes a sign or code of the currency off either end; @taken is left alone if there is none. */
static Problem
take_currency (Reading *reading, gboolean *taken)
{
  const gunichar *start = reading->start, *end = reading->end, *at;

  for (at = start; at < end && is_of_currency (*at); at++)
    ;
  if (at > start)
    {
      /* The point of "Fr. 5" */
      if (at + 1 < end && *at == '.' && !g_unichar_isdigit (at[1]))
        at++;
      reading->start = at;
      *taken = TRUE;
      return check_currency (reading, start, at);
    }
  at = end;
  if (at - 1 > start && at[-1] == '.' && is_of_currency (at[-2]))
    at--;
  for (; at > start && is_of_currency (at[-1]); at--)
    ;
  if (at < end)
    {
      reading->end = at;
      *taken = TRUE;
      return check_currency (reading, at, end);
    }
  return PROBLEM_NONE;
}

static Problem
take_ends (Reading *reading)
{
  for (gboolean taken = TRUE; taken;)
    {
      Problem problem;

      taken = FALSE;
      skip_spaces (reading);
      problem = take_currency (reading, &taken);
      if (problem != PROBLEM_NONE)
        return problem;
      skip_spaces (reading);
      if (take_sign (reading))
        taken = TRUE;
    }
  return PROBLEM_NONE;
}

static Problem
add_digit (Number *number, int digit)
{
  guint64 *part = number->has_decimal ? &number->fraction : &number->whole;

  if (__builtin_mul_overflow (*part, (guint64) 10, part) ||
      __builtin_add_overflow (*part, (guint64) digit, part))
    return number->has_decimal ? PROBLEM_DECIMALS : PROBLEM_TOO_LARGE;
  if (number->has_decimal)
    number->n_decimals++;
  else
    number->groups[number->n_groups]++;
  number->n_digits++;
  return PROBLEM_NONE;
}

/* Whether the digits are cut in threes, or as in India with a last three and twos before. */
static gboolean
groups_are_sound (const Number *number)
{
  int last = (int) number->n_groups, size = last > 1 ? number->groups[1] : 3;

  if (last == 0)
    return TRUE;
  if (number->groups[last] != 3 || (size != 2 && size != 3))
    return FALSE;
  for (int i = 1; i < last; i++)
    if (number->groups[i] != size)
      return FALSE;
  return number->groups[0] >= 1 && number->groups[0] <= size;
}

static gboolean
rest_is_dashes (const gunichar *at, const gunichar *end)
{
  while (at < end && is_minus (*at))
    at++;
  return at == end;
}

static Problem
read_number (const Reading *reading, Number *number)
{
  for (const gunichar *at = reading->start; at < reading->end; at++)
    {
      gunichar kind = separator_kind (reading, *at);
      Problem problem = PROBLEM_NONE;

      if (g_unichar_isdigit (*at))
        problem = add_digit (number, g_unichar_digit_value (*at));
      else if (is_decimal (reading, *at) && !number->has_decimal)
        number->has_decimal = TRUE;
      else if (is_decimal (reading, *at))
        problem = PROBLEM_SEPARATORS;
      else if (kind != 0)
        {
          if (number->has_decimal || (number->separator != 0 && number->separator != kind) ||
              number->n_groups + 1 == MAX_GROUPS)
            return PROBLEM_SEPARATORS;
          number->separator = kind;
          number->n_groups++;
        }
      else if (number->has_decimal && number->n_decimals == 0 && rest_is_dashes (at, reading->end))
        break;
      else
        problem = PROBLEM_NO_NUMBER;
      if (problem != PROBLEM_NONE)
        return problem;
    }
  if (number->n_digits == 0)
    return PROBLEM_NO_NUMBER;
  /* "0,123" is no thousand. */
  if (!groups_are_sound (number) ||
      (number->n_groups > 0 && g_unichar_digit_value (*reading->start) == 0))
    return PROBLEM_SEPARATORS;
  return PROBLEM_NONE;
}

/* Noughts beyond the digits of the currency are no loss, as files have them in "12.5000"; but three
 * digits where there should be two may as well be thousands with the other sign. */
static Problem
fit_decimals (Number *number, int digits)
{
  gboolean may_shorten = number->n_decimals != 3;

  while (may_shorten && number->n_decimals > digits && number->fraction % 10 == 0)
    {
      number->fraction /= 10;
      number->n_decimals--;
    }
  if (number->n_decimals > digits)
    return PROBLEM_DECIMALS;
  for (; number->n_decimals < digits; number->n_decimals++)
    if (__builtin_mul_overflow (number->fraction, (guint64) 10, &number->fraction))
      return PROBLEM_TOO_LARGE;
  return PROBLEM_NONE;
}

static Problem
read_amount (Reading *reading)
{
  Number number = { 0 };
  int digits = mull_currency_digits (reading->currency);
  guint64 unit = 1, amount;
  Problem problem = take_ends (reading);

  if (problem == PROBLEM_NONE)
    problem = read_number (reading, &number);
  if (problem == PROBLEM_NONE)
    problem = fit_decimals (&number, digits);
  if (problem != PROBLEM_NONE)
    return problem;
  for (int i = 0; i < digits; i++)
    unit *= 10;
  if (__builtin_mul_overflow (number.whole, unit, &amount) ||
      __builtin_add_overflow (amount, number.fraction, &amount) || amount > MULL_MONEY_MAX)
    return PROBLEM_TOO_LARGE;
  reading->minor = reading->negative ? -(gint64) amount : (gint64) amount;
  return PROBLEM_NONE;
}

static Problem
read_text (const char *text, char decimal, const char *currency, gint64 *minor)
{
  Reading reading = { .currency = currency, .decimal = (unsigned char) decimal };
  g_autofree gunichar *letters = NULL;
  glong length;
  Problem problem;

  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > MAX_CHARS)
    return PROBLEM_NO_NUMBER;
  letters = g_utf8_to_ucs4_fast (text, -1, &length);
  reading.start = letters;
  reading.end = letters + length;
  problem = read_amount (&reading);
  *minor = reading.minor;
  return problem;
}

static char *
describe_problem (Problem problem, const char *text, char decimal, const char *currency)
{
  switch (problem)
    {
    case PROBLEM_NO_NUMBER:
      /* Translators: what was typed, then the decimal sign of the example */
      return g_strdup_printf (_ ("“%s” is not an amount. Write it as 1200 or 1200%c50."), text,
                              decimal);
    case PROBLEM_SEPARATORS:
      return g_strdup_printf (_ ("“%s” is not clear: its points, commas or spaces do not divide it "
                                 "into thousands. Write it as 1200 or 1200%c50."),
                              text, decimal);
    case PROBLEM_DECIMALS:
      /* Translators: what was typed, a currency code, its number of decimals (0 to 4) */
      return g_strdup_printf (_ ("“%s” has too many decimals: an amount in %s has %d, and nothing "
                                 "is rounded. Please correct it."),
                              text, currency, mull_currency_digits (currency));
    case PROBLEM_CURRENCY:
      return g_strdup_printf (_ ("“%s” is in another currency than %s. Change the currency, or "
                                 "write the number alone."),
                              text, currency);
    case PROBLEM_TOO_LARGE:
      return g_strdup_printf (_ ("The amount “%s” is too large to be kept. Please correct it."),
                              text);
    case PROBLEM_NONE:
      break;
    }
  g_return_val_if_reached (NULL);
}

static void
report (Problem problem, const char *text, char decimal, const char *currency, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *excerpt = mull_text_excerpt (valid, 40);
  g_autofree char *shown = mull_text_strip_bidi (excerpt);
  g_autofree char *message = describe_problem (problem, shown, decimal, currency);

  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, message);
}

/**
 * mull_money_parse:
 * @text: a number as people and files write it
 * @decimal: the decimal sign, '.' or ','
 * @currency: the ISO 4217 code the amount is in
 * @money: (out caller-allocates): the amount; not touched on failure
 * @error: return location for an error
 *
 * Reads an amount. The sign that is not @decimal, spaces of every kind and apostrophes may divide
 * thousands, also as in India ("12,34,567"). The amount is negative with a minus before or after
 * it, or in brackets. The sign or code of @currency may stand on either side. ".–" after the number
 * is no decimals.
 *
 * Nothing is guessed and nothing rounded: what could be read in two ways, holds another currency or
 * more decimals than the currency has is refused. Noughts beyond the currency's decimals are
 * accepted ("12.5000"), but not three digits where there should be two, which may be thousands.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if @text is no amount in @currency, or one of more than
 *   %MULL_MONEY_MAX
 */
gboolean
mull_money_parse (const char *text,
                  char decimal,
                  const char *currency,
                  MullMoney *money,
                  GError **error)
{
  gint64 minor = 0;
  Problem problem;

  g_return_val_if_fail (text != NULL && currency != NULL && money != NULL, FALSE);
  g_return_val_if_fail (decimal == '.' || decimal == ',', FALSE);

  if (!mull_currency_is_known (currency))
    {
      MullMoney none;

      return mull_money_init (&none, 0, currency, error);
    }
  problem = read_text (text, decimal, currency, &minor);
  if (problem != PROBLEM_NONE)
    {
      report (problem, text, decimal, currency, error);
      return FALSE;
    }
  return mull_money_init (money, minor, currency, error);
}

/**
 * mull_money_parse_typed:
 * @text: what a person typed
 * @currency: the ISO 4217 code the amount is in
 * @money: (out caller-allocates): the amount; not touched on failure
 * @error: return location for an error
 *
 * Reads an amount with the locale's decimal sign, as mull_money_parse() does. A number that makes
 * no sense that way but is clear with the other sign ("12.50" where the comma is the decimal sign)
 * is read with that one.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if @text is no amount in @currency
 */
gboolean
mull_money_parse_typed (const char *text, const char *currency, MullMoney *money, GError **error)
{
  MullMoneyLocale locale;
  char decimal, other;
  gint64 minor = 0;

  g_return_val_if_fail (text != NULL && currency != NULL && money != NULL, FALSE);

  mull_money_locale_read (&locale);
  decimal = *locale.decimal == ',' ? ',' : '.';
  other = decimal == ',' ? '.' : ',';
  if (mull_currency_is_known (currency) &&
      read_text (text, decimal, currency, &minor) == PROBLEM_SEPARATORS &&
      read_text (text, other, currency, &minor) == PROBLEM_NONE)
    return mull_money_init (money, minor, currency, error);
  return mull_money_parse (text, decimal, currency, money, error);
}
