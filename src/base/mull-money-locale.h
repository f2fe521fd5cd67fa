/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullMoneyLocale:
 * @decimal: the sign before the decimals, never empty
 * @separator: the sign between thousands, never empty and never @decimal
 * @grouping: sizes of the groups from the right, as localeconv() has them
 * @currency_last: whether a currency stands behind its number
 * @currency: the code of the country's currency, or empty
 *
 * How the user's country writes money.
 */
typedef struct
{
  char decimal[8];
  char separator[8];
  char grouping[8];
  gboolean currency_last;
  char currency[4];
} MullMoneyLocale;

void mull_money_locale_read (MullMoneyLocale *locale);

G_END_DECLS
