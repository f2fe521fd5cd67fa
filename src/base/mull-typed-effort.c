/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-typed-effort"

#include "config.h"

#include "mull-typed-effort.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A week; more was never spent on one touch. */
#define MAX_MINUTES (7 * 24 * 60)
#define MAX_DIGITS 5

static gboolean
read_digits (const char **at, int *number)
{
  const char *start = *at;

  *number = 0;
  while (g_ascii_isdigit (**at) && *at - start < MAX_DIGITS)
    *number = *number * 10 + *(*at)++ - '0';
  return *at > start;
}

static gboolean
skip_word (const char **at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*at, *words))
      {
        *at += strlen (*words);
        return TRUE;
      }
  return FALSE;
}

/* "45", "1:30", "30m", "2h", "1h30", "1.5h": a time in one word, in lower case. */
static gboolean
read_time (const char *word, int *minutes)
{
  static const char *const hours[] = { "hours", "hour", "hrs", "hr", "std", "h", NULL };
  static const char *const mins[] = { "minutes", "minute", "mins", "min", "m", "'", NULL };
  const char *at = word;
  int first, second = 0, tenths = 0;

  if (!read_digits (&at, &first))
    return FALSE;
  if (*at == ':')
    {
      at++;
      if (!read_digits (&at, &second) || second > 59 || (*at != '\0' && !skip_word (&at, hours)))
        return FALSE;
      *minutes = first * 60 + second;
      return *at == '\0';
    }
  if ((*at == '.' || *at == ',') && g_ascii_isdigit (at[1]))
    {
      int scale = 100;

      for (at++; g_ascii_isdigit (*at); at++, scale /= 10)
        tenths += (*at - '0') * scale;
      if (!skip_word (&at, hours) || *at != '\0')
        return FALSE;
      *minutes = first * 60 + (tenths * 60 + 500) / 1000;
      return TRUE;
    }
  if (*at == '\0' || skip_word (&at, mins))
    {
      *minutes = first;
      return *at == '\0';
    }
  if (!skip_word (&at, hours))
    return FALSE;
  if (*at != '\0' && (!read_digits (&at, &second) || second > 59))
    return FALSE;
  skip_word (&at, mins);
  *minutes = first * 60 + second;
  return *at == '\0';
}

/* An amount that names its currency; that of the deal is tried first. */
static gboolean
read_cost (const char *word, const char *currency, MullMoney *cost)
{
  const char *const *codes = mull_currency_list ();
  gboolean named = FALSE;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      named |= g_unichar_isalpha (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
    }
  if (!named)
    return FALSE;
  if (currency != NULL && *currency != '\0' && mull_money_parse_typed (word, currency, cost, NULL))
    return cost->minor >= 0;
  for (guint i = 0; codes[i] != NULL; i++)
    if (mull_money_parse_typed (word, codes[i], cost, NULL))
      return cost->minor >= 0;
  return FALSE;
}

static gboolean
has_digit (const char *word)
{
  return strpbrk (word, "0123456789") != NULL;
}

/* The words, with each sign or unit that stands alone put to the number that it belongs to: "40
 * EUR", "€ 40", "2 h". */
static GPtrArray *
split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t+;", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  char *before = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (has_digit (parts[i]))
        {
          g_ptr_array_add (words, g_strconcat (before != NULL ? before : "", parts[i], NULL));
          g_clear_pointer (&before, g_free);
        }
      else if (words->len > 0 && before == NULL && g_unichar_isalpha (g_utf8_get_char (parts[i])))
        {
          char *last = words->pdata[words->len - 1];

          words->pdata[words->len - 1] = g_strconcat (last, parts[i], NULL);
          g_free (last);
        }
      else
        {
          g_free (before);
          before = g_strdup (parts[i]);
        }
    }
  if (before != NULL)
    g_ptr_array_add (words, before);
  return words;
}

/**
 * mull_effort_parse_typed:
 * @text: "30m", "2h", "1:30", "€40", "2h €40"; a bare number is minutes; nothing is no effort
 * @currency: (nullable): the currency of the deal
 * @minutes: (out): how long it took
 * @cost: (out): what it cost, %MULL_MONEY_NONE if no money was named
 *
 * Reads effort as a person types it, with as few keys as can be.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if a part of it is neither a time nor an amount
 */
gboolean
mull_effort_parse_typed (const char *text,
                         const char *currency,
                         int *minutes,
                         MullMoney *cost,
                         GError **error)
{
  g_autoptr (GPtrArray) words = NULL;

  g_return_val_if_fail (text != NULL && minutes != NULL && cost != NULL, FALSE);

  *minutes = 0;
  *cost = MULL_MONEY_NONE;
  words = split (text);
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];
      g_autofree char *lower = g_utf8_strdown (word, -1);
      MullMoney amount;
      int time;

      if (read_time (lower, &time) && *minutes + time <= MAX_MINUTES)
        *minutes += time;
      else if (!mull_money_is_set (cost) && read_cost (word, currency, &amount))
        *cost = amount;
      else
        {
          g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                       /* Translators: %s is what was typed */
                       _ ("“%s” is neither a time nor an amount. Type effort like 30m, 2h, 1:30 or "
                          "€40."),
                       word);
          return FALSE;
        }
    }
  return TRUE;
}
