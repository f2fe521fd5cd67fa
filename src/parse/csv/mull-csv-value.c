/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-csv-value"

#include "config.h"

#include "mull-csv-value.h"

#include "mull-error.h"
#include "mull-number-scan.h"
#include "mull-parse-limits.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"

/* What nobody deals in; such a year is a slip of the pen or of a spreadsheet. */
#define YEAR_FIRST 1900
#define YEAR_LAST 2199

static const struct
{
  const char *word;
  gboolean truth;
} truths[] = {
  { "yes", TRUE },     { "no", FALSE },    { "true", TRUE },      { "false", FALSE },
  { "1", TRUE },       { "0", FALSE },     { "done", TRUE },      { "ja", TRUE },
  { "nein", FALSE },   { "to do", FALSE }, { "todo", FALSE },     { "wahr", TRUE },
  { "falsch", FALSE }, { "open", FALSE },  { "completed", TRUE }, { "erledigt", TRUE },
  { "offen", FALSE },  { "sí", TRUE },     { "si", TRUE },        { "not done", FALSE },
};

/* Cutting a text at a character is left to mull_text_excerpt(). */
static char *
excerpt (const char *text, gsize length)
{
  g_autofree char *whole = g_strndup (text, length);

  return mull_text_excerpt (whole, MULL_IMPORT_EXCERPT_CHARS);
}

/**
 * mull_csv_value_trim:
 * @text: (inout): a value
 * @length: (inout): its bytes
 *
 * Leaves out white space at both ends.
 */
void
mull_csv_value_trim (const char **text, gsize *length)
{
  const char *start = *text, *end = start + *length;

  for (;;)
    {
      if (start < end && g_ascii_isspace (*start))
        start++;
      else if (end - start >= 2 && memcmp (start, NO_BREAK_SPACE, 2) == 0)
        start += 2;
      else
        break;
    }
  for (;;)
    {
      if (end > start && g_ascii_isspace (end[-1]))
        end--;
      else if (end - start >= 2 && memcmp (end - 2, NO_BREAK_SPACE, 2) == 0)
        end -= 2;
      else
        break;
    }
  *text = start;
  *length = (gsize) (end - start);
}

static const char *
order_text (MullDateOrder order)
{
  switch (order)
    {
    case MULL_DATE_ORDER_DMY:
      return _ ("day, month, year");
    case MULL_DATE_ORDER_MDY:
      return _ ("month, day, year");
    case MULL_DATE_ORDER_YMD:
    case MULL_DATE_ORDER_UNKNOWN:
      break;
    }
  return _ ("year, month, day");
}

static void
fail_date (const char *text,
           gsize length,
           const MullDateScan *scan,
           MullDateOrder order,
           GError **error)
{
  g_autofree char *shown = excerpt (text, length);
  gboolean iso = scan->orders == 1u << MULL_DATE_ORDER_YMD;

  if (!iso && order != MULL_DATE_ORDER_DMY && order != MULL_DATE_ORDER_MDY)
    g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                 _ ("“%s” can be read in two ways. Say whether the day or the month comes first."),
                 shown);
  else
    g_set_error (
        error, MULL_ERROR, MULL_ERROR_INVALID,
        /* Translators: a date of a file, and the order it was read in, as "day, month, year" */
        _ ("There is no such date as “%s” (read as %s)."), shown,
        order_text (iso ? MULL_DATE_ORDER_YMD : order));
}

/**
 * mull_csv_value_parse_date:
 * @text: a value
 * @length: its bytes
 * @order: in which order its column writes dates
 * @moment: (out): the date; none for an empty value
 * @error: return location
 *
 * Reads a date, with its time if there is one.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID and a sentence for what is no date or does not exist
 */
gboolean
mull_csv_value_parse_date (const char *text,
                           gsize length,
                           MullDateOrder order,
                           MullImportMoment *moment,
                           GError **error)
{
  MullDateScan scan;
  MullDay day;
  int year;

  *moment = MULL_IMPORT_MOMENT_NONE;
  mull_csv_value_trim (&text, &length);
  if (length == 0)
    return TRUE;
  if (!mull_date_scan (text, length, &scan))
    {
      g_autofree char *shown = excerpt (text, length);

      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, _ ("“%s” is not a date."), shown);
      return FALSE;
    }
  day = mull_date_scan_resolve (&scan, order);
  if (day == MULL_DAY_NONE)
    {
      fail_date (text, length, &scan, order, error);
      return FALSE;
    }
  mull_day_to_ymd (day, &year, NULL, NULL);
  if (year < YEAR_FIRST || year > YEAR_LAST)
    {
      g_autofree char *shown = excerpt (text, length);

      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, _ ("The year of “%s” cannot be right."),
                   shown);
      return FALSE;
    }
  moment->day = day;
  moment->second = scan.second == MULL_DATE_SCAN_NO_SECOND ? MULL_IMPORT_NO_SECOND : scan.second;
  moment->offset = scan.offset == MULL_DATE_SCAN_NO_OFFSET ? MULL_IMPORT_NO_OFFSET : scan.offset;
  return TRUE;
}

/**
 * mull_csv_value_parse_time:
 * @text: a value such as "14:30" or "2:30 PM"
 * @length: its bytes
 * @second: (out): seconds since midnight, %MULL_IMPORT_NO_SECOND for an empty value
 * @error: return location
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID and a sentence
 */
gboolean
mull_csv_value_parse_time (const char *text, gsize length, int *second, GError **error)
{
  g_autofree char *dated = NULL;
  MullDateScan scan;

  *second = MULL_IMPORT_NO_SECOND;
  mull_csv_value_trim (&text, &length);
  if (length == 0)
    return TRUE;
  dated = g_strdup_printf ("2000-01-01 %.*s", (int) length, text);
  if (!mull_date_scan (dated, strlen (dated), &scan) || scan.second == MULL_DATE_SCAN_NO_SECOND)
    {
      g_autofree char *shown = excerpt (text, length);

      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, _ ("“%s” is not a time of the day."),
                   shown);
      return FALSE;
    }
  *second = scan.second;
  return TRUE;
}

/* A bare dollar sign means the dollar that is expected anyway, or else the most common one. */
static const char *
choose_currency (const char *written, const char *expected)
{
  static const char *const dollars[] = { "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN" };

  if (*written == '\0')
    return expected;
  if (!g_str_equal (written, "$"))
    return written;
  for (guint i = 0; i < G_N_ELEMENTS (dollars); i++)
    if (g_str_equal (expected, dollars[i]))
      return expected;
  return dollars[0];
}

static void
strip_trailing_zeros (char *plain)
{
  char *point = strchr (plain, '.');
  gsize length = strlen (plain);

  if (point == NULL)
    return;
  while (plain[length - 1] == '0')
    plain[--length] = '\0';
  if (plain[length - 1] == '.')
    plain[--length] = '\0';
}

/**
 * mull_csv_value_parse_amount:
 * @text: a value
 * @length: its bytes
 * @decimal: the decimal sign of its column, `.` or `,`
 * @currency: the currency of an amount that names none
 * @money: (out): the amount; %MULL_MONEY_NONE for an empty value
 * @error: return location
 *
 * Reads an amount of money. A number whose grouping does not agree with @decimal is refused rather
 * than read as something a thousand times too big.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID and a sentence for what is no amount or does not fit
 */
gboolean
mull_csv_value_parse_amount (const char *text,
                             gsize length,
                             char decimal,
                             const char *currency,
                             MullMoney *money,
                             GError **error)
{
  g_autofree char *plain = NULL;
  MullNumberScan scan;
  const char *code;

  *money = MULL_MONEY_NONE;
  mull_csv_value_trim (&text, &length);
  if (length == 0)
    return TRUE;
  if (!mull_number_scan (text, length, &scan))
    {
      g_autofree char *shown = excerpt (text, length);

      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, _ ("“%s” is not an amount."), shown);
      return FALSE;
    }
  plain = mull_number_scan_plain (&scan, decimal);
  if (plain == NULL)
    {
      g_autofree char *shown = excerpt (text, length);

      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   decimal == '.' ? _ ("“%s” is not an amount with a decimal point.")
                                  : _ ("“%s” is not an amount with a decimal comma."),
                   shown);
      return FALSE;
    }
  code = choose_currency (scan.currency, currency);
  if (*code == '\0')
    {
      g_set_error_literal (
          error, MULL_ERROR, MULL_ERROR_INVALID,
          _ ("The amount has no currency. Choose the one for amounts that name none."));
      return FALSE;
    }
  if (!mull_currency_is_known (code))
    {
      g_autofree char *shown = excerpt (code, strlen (code));

      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   _ ("“%s” is not the code of a currency, such as EUR or USD."), shown);
      return FALSE;
    }
  strip_trailing_zeros (plain);
  return mull_money_parse (plain, '.', code, money, error);
}

/**
 * mull_csv_value_parse_currency:
 * @text: a value such as "EUR" or "€"
 * @length: its bytes
 * @code: (out): the ISO 4217 code; empty for an empty value
 * @error: return location
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID and a sentence for an unknown currency
 */
gboolean
mull_csv_value_parse_currency (const char *text, gsize length, char code[4], GError **error)
{
  g_autofree char *with_number = NULL;
  MullNumberScan scan;

  code[0] = '\0';
  mull_csv_value_trim (&text, &length);
  if (length == 0)
    return TRUE;
  if (length == 3 && g_ascii_isalpha (text[0]))
    {
      g_autofree char *upper = g_ascii_strup (text, 3);

      g_strlcpy (code, upper, 4);
    }
  else
    {
      with_number = g_strdup_printf ("%.*s1", (int) MIN (length, 8), text);
      if (mull_number_scan (with_number, strlen (with_number), &scan))
        g_strlcpy (code, choose_currency (scan.currency, ""), 4);
    }
  if (code[0] != '\0' && mull_currency_is_known (code))
    return TRUE;
  code[0] = '\0';
  g_autofree char *shown = excerpt (text, length);

  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("“%s” is not the code of a currency, such as EUR or USD."), shown);
  return FALSE;
}

/**
 * mull_csv_value_parse_boolean:
 * @text: a value such as "Done", "yes" or "0"
 * @length: its bytes
 * @truth: (out): whether it is true; %FALSE for an empty value
 * @error: return location
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID and a sentence
 */
gboolean
mull_csv_value_parse_boolean (const char *text, gsize length, gboolean *truth, GError **error)
{
  *truth = FALSE;
  mull_csv_value_trim (&text, &length);
  if (length == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    if (strlen (truths[i].word) == length &&
        g_ascii_strncasecmp (text, truths[i].word, length) == 0)
      {
        *truth = truths[i].truth;
        return TRUE;
      }
  if (error != NULL)
    {
      g_autofree char *shown = excerpt (text, length);

      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, _ ("“%s” means neither yes nor no."),
                   shown);
    }
  return FALSE;
}

/**
 * mull_csv_value_parse_mail:
 * @text: one e-mail address
 * @length: its bytes
 * @error: return location
 *
 * Checks the form only: a name, one "@", a domain with a point, no white space.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID and a sentence
 */
gboolean
mull_csv_value_parse_mail (const char *text, gsize length, GError **error)
{
  const char *at, *point, *end;

  mull_csv_value_trim (&text, &length);
  end = text + length;
  at = memchr (text, '@', length);
  point = at != NULL ? memchr (at, '.', (gsize) (end - at)) : NULL;
  if (at != NULL && at > text && point != NULL && point > at + 1 && end[-1] != '.' &&
      memchr (at + 1, '@', (gsize) (end - at - 1)) == NULL)
    {
      gboolean clean = TRUE;

      for (const char *c = text; c < end; c++)
        clean = clean && !g_ascii_isspace (*c) && !g_ascii_iscntrl (*c) &&
                strchr ("<>()\",;", *c) == NULL;
      if (clean)
        return TRUE;
    }
  g_autofree char *shown = excerpt (text, length);

  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, _ ("“%s” is not an e-mail address."), shown);
  return FALSE;
}

/**
 * mull_csv_value_parse_domain:
 * @text: a domain, or a web address
 * @length: its bytes
 *
 * Returns: (transfer full): the domain in lower case, without "www."; empty if there is none
 */
char *
mull_csv_value_parse_domain (const char *text, gsize length)
{
  g_autofree char *lower = NULL;
  char *start, *scheme;

  mull_csv_value_trim (&text, &length);
  lower = g_utf8_strdown (text, (gssize) length);
  scheme = strstr (lower, "://");
  start = scheme != NULL ? scheme + 3 : lower;
  start[strcspn (start, "/?#: ")] = '\0';
  if (g_str_has_prefix (start, "www."))
    start += 4;
  return strchr (start, '.') != NULL ? g_strdup (start) : g_strdup ("");
}

/**
 * mull_csv_value_split:
 * @text: a value that may hold several
 * @length: its bytes
 * @separators: ASCII characters that may stand between them
 *
 * Returns: (transfer full) (array zero-terminated=1): what is not empty, trimmed
 */
char **
mull_csv_value_split (const char *text, gsize length, const char *separators)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *end = text + length;

  while (text < end)
    {
      const char *part = text;
      gsize part_length;

      while (text < end && strchr (separators, *text) == NULL)
        text++;
      part_length = (gsize) (text - part);
      mull_csv_value_trim (&part, &part_length);
      if (part_length > 0)
        {
          g_autofree char *copy = g_strndup (part, part_length);

          g_strv_builder_add (parts, copy);
        }
      text++;
    }
  return g_strv_builder_end (parts);
}
