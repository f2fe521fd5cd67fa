/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-date-scan"

#include "config.h"

#include "mull-date-scan.h"

#include <string.h>

/* Two digits of a year mean 1970 to 2069. */
#define CENTURY_PIVOT 70
#define MINUTES_OF_HOUR 60
#define SECONDS_OF_HOUR 3600

#define YMD (1u << MULL_DATE_ORDER_YMD)
#define DMY (1u << MULL_DATE_ORDER_DMY)
#define MDY (1u << MULL_DATE_ORDER_MDY)

G_DEFINE_ENUM_TYPE (MullDateOrder,
                    mull_date_order,
                    G_DEFINE_ENUM_VALUE (MULL_DATE_ORDER_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (MULL_DATE_ORDER_YMD, "ymd"),
                    G_DEFINE_ENUM_VALUE (MULL_DATE_ORDER_DMY, "dmy"),
                    G_DEFINE_ENUM_VALUE (MULL_DATE_ORDER_MDY, "mdy"))

/* Enough letters of each month to tell it, in the languages that the recognisers know. */
static const struct
{
  const char *start;
  int month;
} months[] = {
  { "jan", 1 },  { "feb", 2 },  { "mar", 3 },  { "mär", 3 },  { "mrz", 3 },  { "apr", 4 },
  { "may", 5 },  { "mai", 5 },  { "jun", 6 },  { "jul", 7 },  { "aug", 8 },  { "sep", 9 },
  { "oct", 10 }, { "okt", 10 }, { "nov", 11 }, { "dec", 12 }, { "dez", 12 },
};

typedef struct
{
  const char *at;
  const char *end;
} Cursor;

static gboolean
at_end (const Cursor *cursor)
{
  return cursor->at == cursor->end;
}

static gboolean
take (Cursor *cursor, char c)
{
  if (at_end (cursor) || *cursor->at != c)
    return FALSE;
  cursor->at++;
  return TRUE;
}

static void
skip_spaces (Cursor *cursor)
{
  while (take (cursor, ' '))
    ;
}

/* Returns how many digits were read; more than @most do not count as a number. */
static guint
take_number (Cursor *cursor, guint most, int *number)
{
  guint n = 0;

  *number = 0;
  while (!at_end (cursor) && g_ascii_isdigit (*cursor->at) && n <= most)
    {
      *number = *number * 10 + (*cursor->at - '0');
      cursor->at++;
      n++;
    }
  return n <= most ? n : 0;
}

static int
take_month (Cursor *cursor)
{
  const char *start = cursor->at;
  g_autofree char *word = NULL;

  while (!at_end (cursor) && (g_ascii_isalpha (*cursor->at) || (*cursor->at & 0x80) != 0))
    cursor->at++;
  if (cursor->at - start < 3 || cursor->at - start > 12)
    return 0;
  word = g_utf8_strdown (start, cursor->at - start);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (word, months[i].start))
      return months[i].month;
  return 0;
}

static int
full_year (int year, guint n_digits)
{
  if (n_digits > 2)
    return year;
  return year + (year < CENTURY_PIVOT ? 2000 : 1900);
}

static void
set_named (MullDateScan *scan, int year, int month, int day)
{
  scan->parts[0] = year;
  scan->parts[1] = month;
  scan->parts[2] = day;
  scan->orders = YMD;
}

/* "1 Mar 2026", "01-Mar-26", "1. März 2026"; the day was read already. */
static gboolean
scan_day_month_word (Cursor *cursor, int day, MullDateScan *scan)
{
  int month, year;
  guint n;

  take (cursor, '.');
  take (cursor, '-');
  skip_spaces (cursor);
  month = take_month (cursor);
  if (month == 0)
    return FALSE;
  take (cursor, '.');
  take (cursor, '-');
  take (cursor, ',');
  skip_spaces (cursor);
  n = take_number (cursor, 4, &year);
  if (n != 2 && n != 4)
    return FALSE;
  set_named (scan, full_year (year, n), month, day);
  return TRUE;
}

/* "Mar 1, 2026" */
static gboolean
scan_month_word_day (Cursor *cursor, MullDateScan *scan)
{
  int month = take_month (cursor), day, year;

  if (month == 0)
    return FALSE;
  take (cursor, '.');
  skip_spaces (cursor);
  if (take_number (cursor, 2, &day) == 0)
    return FALSE;
  take (cursor, ',');
  skip_spaces (cursor);
  if (take_number (cursor, 4, &year) != 4)
    return FALSE;
  set_named (scan, year, month, day);
  return TRUE;
}

/* Which of day and month comes first. A number over 12 tells; so does the point, which only those
 * put between numbers who begin with the day. */
static guint
guess_orders (const int parts[3], char separator)
{
  if (parts[0] > 12 && parts[1] <= 12)
    return DMY;
  if (parts[1] > 12 && parts[0] <= 12)
    return MDY;
  return separator == '.' ? DMY : DMY | MDY;
}

static gboolean
scan_numbers (Cursor *cursor, MullDateScan *scan)
{
  guint n[3];
  char separator;

  n[0] = take_number (cursor, 4, &scan->parts[0]);
  if (n[0] == 0 || at_end (cursor))
    return FALSE;
  separator = *cursor->at;
  if (n[0] <= 2 && (separator == ' ' || separator == '.' || separator == '-'))
    {
      Cursor words = *cursor;

      if (scan_day_month_word (&words, scan->parts[0], scan))
        {
          *cursor = words;
          return TRUE;
        }
    }
  if (separator != '-' && separator != '/' && separator != '.')
    return FALSE;
  cursor->at++;
  n[1] = take_number (cursor, 2, &scan->parts[1]);
  if (n[1] == 0 || !take (cursor, separator))
    return FALSE;
  n[2] = take_number (cursor, 4, &scan->parts[2]);
  if (n[0] == 4 && (n[2] == 1 || n[2] == 2))
    {
      scan->orders = YMD;
      return TRUE;
    }
  /* Two digits at both ends and dashes between them could begin with the year as well. */
  if (n[0] > 2 || (n[2] != 4 && (n[2] != 2 || separator == '-')))
    return FALSE;
  scan->parts[2] = full_year (scan->parts[2], n[2]);
  scan->orders = guess_orders (scan->parts, separator);
  return TRUE;
}

static gboolean
scan_offset (Cursor *cursor, MullDateScan *scan)
{
  int hours, minutes = 0, sign;
  guint n;

  if (take (cursor, 'Z'))
    {
      scan->offset = 0;
      return TRUE;
    }
  if (cursor->end - cursor->at == 3 && strncmp (cursor->at, "UTC", 3) == 0)
    {
      cursor->at += 3;
      scan->offset = 0;
      return TRUE;
    }
  sign = take (cursor, '+') ? 1 : take (cursor, '-') ? -1 : 0;
  if (sign == 0)
    return TRUE;
  n = take_number (cursor, 4, &hours);
  if (n == 4)
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else if (n != 2 || (take (cursor, ':') && take_number (cursor, 2, &minutes) != 2))
    return FALSE;
  scan->offset = sign * (hours * MINUTES_OF_HOUR + minutes);
  return hours <= 14 && minutes < MINUTES_OF_HOUR;
}

static gboolean
scan_half (Cursor *cursor, int *hours)
{
  gboolean afternoon;

  if (cursor->end - cursor->at < 2 || g_ascii_toupper (cursor->at[1]) != 'M')
    return TRUE;
  afternoon = g_ascii_toupper (cursor->at[0]) == 'P';
  if (!afternoon && g_ascii_toupper (cursor->at[0]) != 'A')
    return TRUE;
  if (*hours < 1 || *hours > 12)
    return FALSE;
  cursor->at += 2;
  *hours = *hours % 12 + (afternoon ? 12 : 0);
  return TRUE;
}

static gboolean
scan_time (Cursor *cursor, MullDateScan *scan)
{
  int hours, minutes, seconds = 0;

  take (cursor, ',');
  if (!take (cursor, 'T') && !take (cursor, 't'))
    skip_spaces (cursor);
  if (at_end (cursor))
    return TRUE;
  if (take_number (cursor, 2, &hours) == 0 || !take (cursor, ':') ||
      take_number (cursor, 2, &minutes) != 2)
    return FALSE;
  if (take (cursor, ':') && take_number (cursor, 2, &seconds) != 2)
    return FALSE;
  if (take (cursor, '.'))
    while (!at_end (cursor) && g_ascii_isdigit (*cursor->at))
      cursor->at++;
  skip_spaces (cursor);
  if (!scan_half (cursor, &hours) || hours > 23 || minutes > 59 || seconds > 59)
    return FALSE;
  skip_spaces (cursor);
  scan->second = hours * SECONDS_OF_HOUR + minutes * 60 + seconds;
  return scan_offset (cursor, scan) && at_end (cursor);
}

/**
 * mull_date_scan:
 * @text: a text without white space at its ends
 * @length: its bytes
 * @scan: (out): what it says
 *
 * Reads numeric dates with `-`, `/` or `.`, and dates with an English or German month, each with an
 * optional time and offset. Whether the date exists is not looked at.
 *
 * Returns: whether the text looks like a date
 */
gboolean
mull_date_scan (const char *text, gsize length, MullDateScan *scan)
{
  Cursor cursor = { text, text + length };

  *scan = (MullDateScan){ .second = MULL_DATE_SCAN_NO_SECOND, .offset = MULL_DATE_SCAN_NO_OFFSET };
  if (length < 6)
    return FALSE;
  if (!(g_ascii_isdigit (text[0]) ? scan_numbers (&cursor, scan)
                                  : scan_month_word_day (&cursor, scan)))
    return FALSE;
  return scan_time (&cursor, scan);
}

/**
 * mull_date_scan_resolve:
 * @scan: what a text says
 * @order: in which order its column writes dates; only asked for if the text leaves it open
 *
 * Returns: the day, or %MULL_DAY_NONE if there is no such date or its order is unknown
 */
MullDay
mull_date_scan_resolve (const MullDateScan *scan, MullDateOrder order)
{
  const int *parts = scan->parts;

  if (scan->orders == YMD)
    return mull_day_from_ymd (parts[0], parts[1], parts[2]);
  if (order != MULL_DATE_ORDER_DMY && order != MULL_DATE_ORDER_MDY)
    order = scan->orders == DMY   ? MULL_DATE_ORDER_DMY
            : scan->orders == MDY ? MULL_DATE_ORDER_MDY
                                  : MULL_DATE_ORDER_UNKNOWN;
  switch (order)
    {
    case MULL_DATE_ORDER_DMY:
      return mull_day_from_ymd (parts[2], parts[1], parts[0]);
    case MULL_DATE_ORDER_MDY:
      return mull_day_from_ymd (parts[2], parts[0], parts[1]);
    case MULL_DATE_ORDER_UNKNOWN:
    case MULL_DATE_ORDER_YMD:
      break;
    }
  return MULL_DAY_NONE;
}
