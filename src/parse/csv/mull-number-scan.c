/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-number-scan"

#include "config.h"

#include "mull-number-scan.h"

#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"
#define NARROW_NO_BREAK_SPACE "\xe2\x80\xaf"
#define MINUS "\xe2\x88\x92"

static const struct
{
  const char *sign;
  const char *code;
} currencies[] = {
  { "US$", "USD" }, { "CA$", "CAD" },  { "NZ$", "NZD" }, { "HK$", "HKD" },
  { "AU$", "AUD" }, { "R$", "BRL" },   { "A$", "AUD" },  { "C$", "CAD" },
  { "€", "EUR" },   { "£", "GBP" },    { "¥", "JPY" },   { "₹", "INR" },
  { "zł", "PLN" },  { "SFr.", "CHF" }, { "Fr.", "CHF" }, { "$", "$" },
};

/* What groups digits besides the point and the comma. */
static const char *const spaces[] = { " ", "'", "’", NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE };

typedef struct
{
  const char *at;
  const char *end;
} Span;

static gboolean
take_front (Span *span, const char *text)
{
  gsize length = strlen (text);

  if ((gsize) (span->end - span->at) < length || memcmp (span->at, text, length) != 0)
    return FALSE;
  span->at += length;
  return TRUE;
}

static gboolean
take_back (Span *span, const char *text)
{
  gsize length = strlen (text);

  if ((gsize) (span->end - span->at) < length || memcmp (span->end - length, text, length) != 0)
    return FALSE;
  span->end -= length;
  return TRUE;
}

static void
trim (Span *span)
{
  while (take_front (span, " ") || take_front (span, NO_BREAK_SPACE) ||
         take_front (span, NARROW_NO_BREAK_SPACE))
    ;
  while (take_back (span, " ") || take_back (span, NO_BREAK_SPACE) ||
         take_back (span, NARROW_NO_BREAK_SPACE))
    ;
}

static gboolean
is_code (const char *text)
{
  return g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]);
}

static void
take_currency (Span *span, MullNumberScan *scan)
{
  if (span->at == span->end || (g_ascii_isdigit (*span->at) && g_ascii_isdigit (span->end[-1])))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (take_front (span, currencies[i].sign) || take_back (span, currencies[i].sign))
      {
        g_strlcpy (scan->currency, currencies[i].code, sizeof scan->currency);
        return;
      }
  if (span->end - span->at < 4)
    return;
  if (is_code (span->at) && !g_ascii_isalpha (span->at[3]))
    {
      memcpy (scan->currency, span->at, 3);
      span->at += 3;
    }
  else if (is_code (span->end - 3) && !g_ascii_isalpha (span->end[-4]))
    {
      memcpy (scan->currency, span->end - 3, 3);
      span->end -= 3;
    }
}

/* A sign may stand before the currency and after it; an accountant's brackets mean minus. */
static void
take_sign (Span *span, MullNumberScan *scan)
{
  if (take_front (span, "-") || take_front (span, MINUS))
    scan->negative = TRUE;
  else if (!take_front (span, "+") && span->end - span->at > 2 && span->at[0] == '(' &&
           span->end[-1] == ')')
    {
      scan->negative = TRUE;
      span->at++;
      span->end--;
    }
  trim (span);
}

/* The grouping sign that @at starts with, other than the decimal sign. */
static gsize
grouping_length (const char *at, const char *end, char decimal)
{
  Span span = { at, end };

  if ((*at == '.' || *at == ',') && *at != decimal)
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (take_front (&span, spaces[i]))
      return strlen (spaces[i]);
  return 0;
}

/* Groups have three digits, in India some have two, and never begin with a lone zero; only what
 * groups strictly is read as grouped, or 12,50 would become 1250. */
static gboolean
fits (const MullNumberScan *scan, char decimal)
{
  const char *at = scan->start, *end = at + scan->length;
  const char *grouping = NULL;
  gsize grouping_size = 0;
  guint n_digits = 0, n_groups = 0, n_whole = 0;

  for (; at < end && *at != decimal; n_groups++)
    {
      gsize size;

      for (n_digits = 0; at < end && g_ascii_isdigit (*at); at++)
        n_digits++;
      n_whole += n_digits;
      if (n_groups > 0 && n_digits != 2 && n_digits != 3)
        return FALSE;
      if (at == end || *at == decimal)
        break;
      size = grouping_length (at, end, decimal);
      if (size == 0 || n_digits == 0 || n_digits > 3 || (n_groups == 0 && *scan->start == '0'))
        return FALSE;
      if (grouping != NULL && (size != grouping_size || memcmp (grouping, at, size) != 0))
        return FALSE;
      grouping = at;
      grouping_size = size;
      at += size;
    }
  if (grouping != NULL && n_digits != 3)
    return FALSE;
  if (at == end)
    return n_whole > 0;
  for (at++, n_digits = 0; at < end && g_ascii_isdigit (*at); at++)
    n_digits++;
  return at == end && n_digits > 0;
}

/**
 * mull_number_scan:
 * @text: a text
 * @length: its bytes
 * @scan: (out): what it says; it points into @text
 *
 * Reads an amount with an optional sign, currency and grouping.
 *
 * Returns: whether the text looks like a number, whatever its decimal sign
 */
gboolean
mull_number_scan (const char *text, gsize length, MullNumberScan *scan)
{
  Span span = { text, text + length };

  *scan = (MullNumberScan){ 0 };
  trim (&span);
  take_sign (&span, scan);
  take_currency (&span, scan);
  trim (&span);
  if (!scan->negative)
    take_sign (&span, scan);
  if (span.at == span.end || (!g_ascii_isdigit (*span.at) && *span.at != '.' && *span.at != ','))
    return FALSE;
  scan->start = span.at;
  scan->length = (gsize) (span.end - span.at);
  scan->has_sign = memchr (scan->start, '.', scan->length) != NULL ||
                   memchr (scan->start, ',', scan->length) != NULL;
  scan->point_fits = fits (scan, '.');
  scan->comma_fits = fits (scan, ',');
  return scan->point_fits || scan->comma_fits;
}

/**
 * mull_number_scan_plain:
 * @scan: a number
 * @decimal: `.` or `,`
 *
 * Returns: (transfer full) (nullable): the number with a point and without grouping, or %NULL if it
 *   is not well formed with this decimal sign
 */
char *
mull_number_scan_plain (const MullNumberScan *scan, char decimal)
{
  GString *plain;

  if (!(decimal == '.' ? scan->point_fits : scan->comma_fits))
    return NULL;
  plain = g_string_sized_new (scan->length + 2);
  if (scan->negative)
    g_string_append_c (plain, '-');
  if (*scan->start == decimal)
    g_string_append_c (plain, '0');
  for (gsize i = 0; i < scan->length; i++)
    {
      if (g_ascii_isdigit (scan->start[i]))
        g_string_append_c (plain, scan->start[i]);
      else if (scan->start[i] == decimal)
        g_string_append_c (plain, '.');
    }
  return g_string_free (plain, FALSE);
}
