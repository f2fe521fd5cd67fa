/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullMoney:
 * @minor: the amount in minor units of @currency (cents, pence; yen have none)
 * @currency: ISO 4217 code, three capitals; the empty string is "no amount"
 *
 * Money is never a float and two currencies are never added.
 */
typedef struct
{
  gint64 minor;
  char currency[4];
} MullMoney;

#define MULL_MONEY_NONE ((MullMoney){ 0, "" })

/* The largest amount that is read, in minor units: nine thousand of them can be added up. */
#define MULL_MONEY_MAX G_GINT64_CONSTANT (1000000000000000)

gboolean mull_currency_is_known (const char *code);
/* Digits after the decimal sign: 2 for EUR, 0 for JPY, 3 for KWD; -1 if unknown. */
int mull_currency_digits (const char *code);
/* "€", or NULL where the code itself is shown. */
const char *mull_currency_get_symbol (const char *code);
/* Whether a sign or word beside a number ("$", "eur", "kr") can mean @code. */
gboolean mull_currency_answers_to (const char *code, const char *sign);
/* Whether it can mean any currency at all. */
gboolean mull_currency_is_sign (const char *sign);
const char *mull_currency_of_locale (void);
const char *const *mull_currency_list (void);

gboolean mull_money_is_set (const MullMoney *money);
gboolean mull_money_equal (const MullMoney *a, const MullMoney *b);
gboolean mull_money_init (MullMoney *money, gint64 minor, const char *currency, GError **error);
/* Sums stop at the largest amount that can be kept. */
gboolean mull_money_add (MullMoney *sum, const MullMoney *other);
gint64 mull_money_add_minor (gint64 sum, gint64 minor);
/* @percent of @money, rounded to a minor unit, for weighting by a probability. */
MullMoney mull_money_share (const MullMoney *money, int percent);

/* "€12,400" or "CHF 12’400.50": for people; digits after the sign only if @money has any. */
char *mull_money_format (const MullMoney *money);
/* "€84 k": for column heads. */
char *mull_money_format_compact (const MullMoney *money);
/* "12400.00": for files, always with the currency's digits and a point. */
char *mull_money_format_plain (const MullMoney *money);
/* "12400.5": for an entry, in the form mull_money_parse_typed() reads. */
char *mull_money_format_typed (const MullMoney *money);

/* @decimal is '.' or ','; the other one, spaces and apostrophes are grouping. Currency signs and
 * codes around the number are accepted if they agree with @currency. */
gboolean mull_money_parse (const char *text,
                           char decimal,
                           const char *currency,
                           MullMoney *money,
                           GError **error);
/* What a person types, with the locale's decimal sign. */
gboolean
mull_money_parse_typed (const char *text, const char *currency, MullMoney *money, GError **error);

G_END_DECLS
