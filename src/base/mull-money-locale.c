/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-money-locale"

#include "config.h"

#include "mull-money-locale.h"

#include <locale.h>
#include <string.h>

#define NARROW_NO_BREAK_SPACE "\u202f"

/* Copies a sign of the locale's encoding, or @fallback if there is none or it is too long. */
static void
set_sign (char sign[8], const char *local, const char *fallback)
{
  g_autofree char *text = g_locale_to_utf8 (local, -1, NULL, NULL, NULL);
  gboolean usable = text != NULL && *text != '\0' && strlen (text) < 8;

  g_strlcpy (sign, usable ? text : fallback, 8);
}

/**
 * mull_money_locale_read:
 * @locale: (out caller-allocates): the conventions of LC_NUMERIC and LC_MONETARY
 *
 * May be called from any thread, as long as no other calls setlocale().
 */
void
mull_money_locale_read (MullMoneyLocale *locale)
{
  /* localeconv() fills one struct for all threads. */
  static GMutex mutex;
  const struct lconv *conventions;
  const char *fallback;

  g_return_if_fail (locale != NULL);

  g_mutex_lock (&mutex);
  conventions = localeconv ();
  set_sign (locale->decimal, conventions->decimal_point, ".");
  fallback = g_str_equal (locale->decimal, ",") ? NARROW_NO_BREAK_SPACE : ",";
  set_sign (locale->separator, conventions->thousands_sep, fallback);
  if (g_str_equal (locale->separator, locale->decimal))
    g_strlcpy (locale->separator, fallback, sizeof locale->separator);
  g_strlcpy (locale->grouping, *conventions->grouping != '\0' ? conventions->grouping : "\3",
             sizeof locale->grouping);
  locale->currency_last = conventions->p_cs_precedes == 0;
  /* The fourth character is the sign between code and number. */
  g_strlcpy (locale->currency, conventions->int_curr_symbol, sizeof locale->currency);
  g_mutex_unlock (&mutex);
}
