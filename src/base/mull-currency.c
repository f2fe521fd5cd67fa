/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-currency"

#include "config.h"

#include "mull-money.h"

#include "mull-money-locale.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  char code[4];
  gint8 digits;
} Currency;

/* ISO 4217, in the order of the codes, without metals and funds of banks. Codes withdrawn in the
 * last years stay (ANG, BGN, CUC, HRK, SLL, ZWL), because deals were made in them. */
/* clang-format off */
static const Currency currencies[] = {
  { "AED", 2 }, { "AFN", 2 }, { "ALL", 2 }, { "AMD", 2 }, { "ANG", 2 }, { "AOA", 2 }, { "ARS", 2 },
  { "AUD", 2 }, { "AWG", 2 }, { "AZN", 2 }, { "BAM", 2 }, { "BBD", 2 }, { "BDT", 2 }, { "BGN", 2 },
  { "BHD", 3 }, { "BIF", 0 }, { "BMD", 2 }, { "BND", 2 }, { "BOB", 2 }, { "BOV", 2 }, { "BRL", 2 },
  { "BSD", 2 }, { "BTN", 2 }, { "BWP", 2 }, { "BYN", 2 }, { "BZD", 2 }, { "CAD", 2 }, { "CDF", 2 },
  { "CHE", 2 }, { "CHF", 2 }, { "CHW", 2 }, { "CLF", 4 }, { "CLP", 0 }, { "CNY", 2 }, { "COP", 2 },
  { "COU", 2 }, { "CRC", 2 }, { "CUC", 2 }, { "CUP", 2 }, { "CVE", 2 }, { "CZK", 2 }, { "DJF", 0 },
  { "DKK", 2 }, { "DOP", 2 }, { "DZD", 2 }, { "EGP", 2 }, { "ERN", 2 }, { "ETB", 2 }, { "EUR", 2 },
  { "FJD", 2 }, { "FKP", 2 }, { "GBP", 2 }, { "GEL", 2 }, { "GHS", 2 }, { "GIP", 2 }, { "GMD", 2 },
  { "GNF", 0 }, { "GTQ", 2 }, { "GYD", 2 }, { "HKD", 2 }, { "HNL", 2 }, { "HRK", 2 }, { "HTG", 2 },
  { "HUF", 2 }, { "IDR", 2 }, { "ILS", 2 }, { "INR", 2 }, { "IQD", 3 }, { "IRR", 2 }, { "ISK", 0 },
  { "JMD", 2 }, { "JOD", 3 }, { "JPY", 0 }, { "KES", 2 }, { "KGS", 2 }, { "KHR", 2 }, { "KMF", 0 },
  { "KPW", 2 }, { "KRW", 0 }, { "KWD", 3 }, { "KYD", 2 }, { "KZT", 2 }, { "LAK", 2 }, { "LBP", 2 },
  { "LKR", 2 }, { "LRD", 2 }, { "LSL", 2 }, { "LYD", 3 }, { "MAD", 2 }, { "MDL", 2 }, { "MGA", 2 },
  { "MKD", 2 }, { "MMK", 2 }, { "MNT", 2 }, { "MOP", 2 }, { "MRU", 2 }, { "MUR", 2 }, { "MVR", 2 },
  { "MWK", 2 }, { "MXN", 2 }, { "MXV", 2 }, { "MYR", 2 }, { "MZN", 2 }, { "NAD", 2 }, { "NGN", 2 },
  { "NIO", 2 }, { "NOK", 2 }, { "NPR", 2 }, { "NZD", 2 }, { "OMR", 3 }, { "PAB", 2 }, { "PEN", 2 },
  { "PGK", 2 }, { "PHP", 2 }, { "PKR", 2 }, { "PLN", 2 }, { "PYG", 0 }, { "QAR", 2 }, { "RON", 2 },
  { "RSD", 2 }, { "RUB", 2 }, { "RWF", 0 }, { "SAR", 2 }, { "SBD", 2 }, { "SCR", 2 }, { "SDG", 2 },
  { "SEK", 2 }, { "SGD", 2 }, { "SHP", 2 }, { "SLE", 2 }, { "SLL", 2 }, { "SOS", 2 }, { "SRD", 2 },
  { "SSP", 2 }, { "STN", 2 }, { "SVC", 2 }, { "SYP", 2 }, { "SZL", 2 }, { "THB", 2 }, { "TJS", 2 },
  { "TMT", 2 }, { "TND", 3 }, { "TOP", 2 }, { "TRY", 2 }, { "TTD", 2 }, { "TWD", 2 }, { "TZS", 2 },
  { "UAH", 2 }, { "UGX", 0 }, { "USD", 2 }, { "USN", 2 }, { "UYI", 0 }, { "UYU", 2 }, { "UYW", 4 },
  { "UZS", 2 }, { "VED", 2 }, { "VES", 2 }, { "VND", 0 }, { "VUV", 0 }, { "WST", 2 }, { "XAD", 2 },
  { "XAF", 0 }, { "XCD", 2 }, { "XCG", 2 }, { "XOF", 0 }, { "XPF", 0 }, { "YER", 2 }, { "ZAR", 2 },
  { "ZMW", 2 }, { "ZWG", 2 }, { "ZWL", 2 },
};
/* clang-format on */

/* Signs that mean one currency wherever they are shown. */
static const struct
{
  const char *code;
  const char *symbol;
} symbols[] = {
  { "AUD", "A$" }, { "BRL", "R$" },  { "CAD", "CA$" }, { "CNY", "CN¥" }, { "EUR", "€" },
  { "GBP", "£" },  { "HKD", "HK$" }, { "ILS", "₪" },   { "INR", "₹" },   { "JPY", "¥" },
  { "KRW", "₩" },  { "MXN", "MX$" }, { "NGN", "₦" },   { "NZD", "NZ$" }, { "PHP", "₱" },
  { "TRY", "₺" },  { "TWD", "NT$" }, { "UAH", "₴" },   { "USD", "$" },   { "VND", "₫" },
};

/* What else people write beside a number; one sign may stand for several currencies. */
static const struct
{
  const char *sign;
  const char *codes;
} aliases[] = {
  { "$", "ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD "
         "SBD SGD SRD TTD TWD UYU XCD" },
  { "us$", "USD" },
  { "a$", "AUD" },
  { "au$", "AUD" },
  { "c$", "CAD" },
  { "can$", "CAD" },
  { "s$", "SGD" },
  { "£", "EGP FKP GIP LBP SDG SHP SSP SYP" },
  { "¥", "CNY" },
  { "円", "JPY" },
  { "元", "CNY" },
  { "euro", "EUR" },
  { "euros", "EUR" },
  { "fr", "CHF" },
  { "fr.", "CHF" },
  { "sfr", "CHF" },
  { "sfr.", "CHF" },
  { "kr", "DKK ISK NOK SEK" },
  { "kr.", "DKK ISK NOK SEK" },
  { "rs", "INR LKR MUR NPR PKR" },
  { "rs.", "INR LKR MUR NPR PKR" },
  { "r", "ZAR" },
  { "zł", "PLN" },
  { "kč", "CZK" },
  { "ft", "HUF" },
  { "lei", "MDL RON" },
  { "лв", "BGN" },
  { "лв.", "BGN" },
  { "₽", "RUB" },
};

static int
compare_code (const void *key, const void *currency)
{
  return strcmp (key, ((const Currency *) currency)->code);
}

/**
 * mull_currency_digits:
 * @code: (nullable): an ISO 4217 code in capitals
 *
 * Returns: how many digits its minor unit takes after the decimal sign, or -1 if it is not known
 */
int
mull_currency_digits (const char *code)
{
  const Currency *currency;

  if (code == NULL)
    return -1;
  currency =
      bsearch (code, currencies, G_N_ELEMENTS (currencies), sizeof *currencies, compare_code);
  return currency != NULL ? currency->digits : -1;
}

/**
 * mull_currency_is_known:
 * @code: (nullable): an ISO 4217 code in capitals
 *
 * Returns: whether amounts can be kept in it
 */
gboolean
mull_currency_is_known (const char *code)
{
  return mull_currency_digits (code) >= 0;
}

/**
 * mull_currency_get_symbol:
 * @code: an ISO 4217 code in capitals
 *
 * Returns: (transfer none) (nullable): a sign that means only this currency, or %NULL where the
 *   code itself is shown
 */
const char *
mull_currency_get_symbol (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_equal (symbols[i].code, code))
      return symbols[i].symbol;
  return NULL;
}

/**
 * mull_currency_answers_to:
 * @code: an ISO 4217 code in capitals
 * @sign: what stands beside a number, as "€", "eur", "US$" or "kr."
 *
 * Returns: whether @sign may mean @code; some signs may mean several currencies
 */
gboolean
mull_currency_answers_to (const char *code, const char *sign)
{
  g_autofree char *lower = NULL;
  const char *symbol;

  g_return_val_if_fail (code != NULL && sign != NULL, FALSE);

  symbol = mull_currency_get_symbol (code);
  if (g_ascii_strcasecmp (code, sign) == 0 || g_strcmp0 (symbol, sign) == 0)
    return TRUE;
  lower = g_utf8_strdown (sign, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (aliases[i].sign, lower) && strstr (aliases[i].codes, code) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * mull_currency_is_sign:
 * @sign: what stands beside a number
 *
 * Returns: whether some currency answers to @sign
 */
gboolean
mull_currency_is_sign (const char *sign)
{
  g_autofree char *lower = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_ascii_strcasecmp (currencies[i].code, sign) == 0)
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_equal (symbols[i].symbol, sign))
      return TRUE;
  lower = g_utf8_strdown (sign, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (aliases[i].sign, lower))
      return TRUE;
  return FALSE;
}

/**
 * mull_currency_of_locale:
 *
 * Returns: (transfer none): the code of the currency of the user's country, "EUR" if the locale
 *   names none
 */
const char *
mull_currency_of_locale (void)
{
  MullMoneyLocale locale;

  mull_money_locale_read (&locale);
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_str_equal (currencies[i].code, locale.currency))
      return currencies[i].code;
  return "EUR";
}

/**
 * mull_currency_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): every known code in alphabetic order
 */
const char *const *
mull_currency_list (void)
{
  static const char *codes[G_N_ELEMENTS (currencies) + 1];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
        codes[i] = currencies[i].code;
      g_once_init_leave (&filled, 1);
    }
  return codes;
}
