/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-column-kind"

#include "config.h"

#include "mull-column-kind.h"

#include "mull-csv-value.h"
#include "mull-date-scan.h"
#include "mull-number-scan.h"

#include <string.h>

#define PHONE_DIGITS_MIN 6
#define PHONE_DIGITS_MAX 20
#define BOOLEAN_BYTES_MAX 12

G_DEFINE_ENUM_TYPE (MullColumnKind,
                    mull_column_kind,
                    G_DEFINE_ENUM_VALUE (MULL_COLUMN_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (MULL_COLUMN_TEXT, "text"),
                    G_DEFINE_ENUM_VALUE (MULL_COLUMN_NUMBER, "number"),
                    G_DEFINE_ENUM_VALUE (MULL_COLUMN_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (MULL_COLUMN_BOOLEAN, "boolean"),
                    G_DEFINE_ENUM_VALUE (MULL_COLUMN_MAIL, "mail"),
                    G_DEFINE_ENUM_VALUE (MULL_COLUMN_PHONE, "phone"),
                    G_DEFINE_ENUM_VALUE (MULL_COLUMN_WEB, "web"))

static gboolean
starts_with (const char *text, gsize length, const char *start)
{
  gsize n = strlen (start);

  return length > n && g_ascii_strncasecmp (text, start, n) == 0;
}

static gboolean
has_digit (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_mail (const char *text, gsize length)
{
  const char *at = memchr (text, '@', length);

  return at != NULL && at > text && memchr (at, '.', length - (gsize) (at - text)) != NULL &&
         memchr (text, ' ', (gsize) (at - text)) == NULL;
}

/* Telephone numbers begin with what no amount begins with, or are cut up as no amount is. */
static gboolean
is_phone (const char *text, gsize length)
{
  guint n_digits = 0, n_breaks = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        n_digits++;
      else if (strchr (" ()/-.", text[i]) != NULL)
        n_breaks++;
      else if (text[i] != '+' || i > 0)
        return FALSE;
    }
  return n_digits >= PHONE_DIGITS_MIN && n_digits <= PHONE_DIGITS_MAX &&
         (strchr ("+0(", text[0]) != NULL || n_breaks >= 2);
}

/**
 * mull_column_kind_of_value:
 * @text: one value
 * @length: its bytes
 *
 * Returns: what the value looks like
 */
MullColumnKind
mull_column_kind_of_value (const char *text, gsize length)
{
  MullDateScan date;
  MullNumberScan number;
  gboolean truth;
  gboolean starts_as_phone;

  mull_csv_value_trim (&text, &length);
  if (length == 0)
    return MULL_COLUMN_EMPTY;
  if (is_mail (text, length))
    return MULL_COLUMN_MAIL;
  if (starts_with (text, length, "http://") || starts_with (text, length, "https://") ||
      starts_with (text, length, "www."))
    return MULL_COLUMN_WEB;
  if (!has_digit (text, length))
    return length <= BOOLEAN_BYTES_MAX && mull_csv_value_parse_boolean (text, length, &truth, NULL)
               ? MULL_COLUMN_BOOLEAN
               : MULL_COLUMN_TEXT;
  if (mull_date_scan (text, length, &date))
    return MULL_COLUMN_DATE;
  starts_as_phone = (text[0] == '0' || text[0] == '+') && memchr (text, '.', length) == NULL &&
                    memchr (text, ',', length) == NULL;
  if (starts_as_phone && is_phone (text, length))
    return MULL_COLUMN_PHONE;
  if (mull_number_scan (text, length, &number))
    return MULL_COLUMN_NUMBER;
  if (is_phone (text, length))
    return MULL_COLUMN_PHONE;
  return MULL_COLUMN_TEXT;
}
