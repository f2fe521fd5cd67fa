/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-date-typed"

#include "config.h"

#include "mull-date.h"

#include "mull-error.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name may be cut down to this many letters. */
#define SHORTEST_NAME 3

/* How far to look for a 29 February: across a century that is not a leap year. */
#define YEARS_TO_LOOK 8

#define WORDS "typed date"

typedef struct
{
  const char *text; /* folded: small letters, no accents, single spaces */
  MullDay today;
  gboolean past;
} Typed;

static const char *const english_weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday",    NULL };
static const char *const english_months[] = { "january",   "february", "march",    "april",
                                              "may",       "june",     "july",     "august",
                                              "september", "october",  "november", "december",
                                              NULL };

static gboolean
is_in_list (const char *word, const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, ",", -1);

  for (char **at = words; *at != NULL; at++)
    {
      g_autofree char *folded = mull_text_fold (*at);

      if (g_str_equal (folded, word))
        return TRUE;
    }
  return FALSE;
}

/* Whether @word is in the English list or in its translation. */
static gboolean
is_word (const char *word, const char *list)
{
  return is_in_list (word, list) || is_in_list (word, g_dpgettext2 (GETTEXT_PACKAGE, WORDS, list));
}

/* The name of a day as the locale has it, ready to be compared. */
static char *
dup_local_name (MullDay day, const char *format)
{
  g_autoptr (GDateTime) date_time = NULL;
  g_autofree char *name = NULL, *folded = NULL;
  int year, month, day_of_month;

  mull_day_to_ymd (day, &year, &month, &day_of_month);
  date_time = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  name = g_date_time_format (date_time, format);
  folded = mull_text_fold (name);
  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';
  return g_steal_pointer (&folded);
}

/* Which of the days or months @word names, from 1, or 0: first by whole names, then by the start of
 * one, if it can be no other. */
static int
find_name (const char *word, GPtrArray *names, guint n_items)
{
  int found = 0;

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), word))
      return (int) (i % n_items) + 1;
  if (g_utf8_strlen (word, -1) < SHORTEST_NAME)
    return 0;
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (names, i), word))
      {
        int item = (int) (i % n_items) + 1;

        if (found != 0 && found != item)
          return 0;
        found = item;
      }
  return found;
}

/* 1 is Monday, 0 is no day's name. */
static int
weekday_of_word (const char *word)
{
  static const char *const formats[] = { "%A", "%a" };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MullDay monday = mull_day_from_ymd (2024, 1, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    for (int weekday = 0; weekday < 7; weekday++)
      g_ptr_array_add (names, dup_local_name (monday + weekday, formats[i]));
  for (int weekday = 0; weekday < 7; weekday++)
    g_ptr_array_add (names, g_strdup (english_weekdays[weekday]));
  return find_name (word, names, 7);
}

/* 1 is January, 0 is no month's name. */
static int
month_of_word (const char *word)
{
  /* Some languages have another form of the name for use beside a day. */
  static const char *const formats[] = { "%B", "%OB", "%b", "%Ob" };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    for (int month = 1; month <= 12; month++)
      g_ptr_array_add (names, dup_local_name (mull_day_from_ymd (2024, month, 1), formats[i]));
  for (int month = 0; month < 12; month++)
    g_ptr_array_add (names, g_strdup (english_months[month]));
  return find_name (word, names, 12);
}

/* The month in "of July" or "de julio de", where short words that are no month do not count. */
static int
month_of_phrase (const char *phrase)
{
  g_auto (GStrv) words = g_strsplit_set (phrase, " .,", -1);
  int found = 0;

  for (char **at = words; *at != NULL; at++)
    {
      int month = month_of_word (*at);

      if ((month == 0 && g_utf8_strlen (*at, -1) > 2) || (month != 0 && found != 0))
        return 0;
      found = month != 0 ? month : found;
    }
  return found;
}

static gboolean
match (const char *text, const char *pattern, GMatchInfo **info)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  g_return_val_if_fail (regex != NULL, FALSE);
  return g_regex_match (regex, text, 0, info);
}

/* The number of a group, or -1 if the group is empty. */
static int
number_of (GMatchInfo *info, const char *group)
{
  g_autofree char *digits = g_match_info_fetch_named (info, group);

  return digits != NULL && *digits != '\0' ? (int) g_ascii_strtoll (digits, NULL, 10) : -1;
}

/* A year of two digits is one of today's century. */
static int
full_year (const Typed *typed, int year)
{
  int this_year;

  mull_day_to_ymd (typed->today, &this_year, NULL, NULL);
  return year < 100 ? this_year / 100 * 100 + year : year;
}

/* @year is -1 if it was left out: then it is the next such date, or the last one. */
static MullDay
find_date (const Typed *typed, int year, int month, int day_of_month)
{
  int this_year;

  if (year >= 0)
    return mull_day_from_ymd (full_year (typed, year), month, day_of_month);
  mull_day_to_ymd (typed->today, &this_year, NULL, NULL);
  for (int i = 0; i <= YEARS_TO_LOOK; i++)
    {
      MullDay day =
          mull_day_from_ymd (typed->past ? this_year - i : this_year + i, month, day_of_month);

      if (day != MULL_DAY_NONE && (typed->past ? day <= typed->today : day >= typed->today))
        return day;
    }
  return MULL_DAY_NONE;
}

/* Each of the following knows one way to write a date. They return whether @typed is written in
 * that way; @day is MULL_DAY_NONE if there is no such date. */

static gboolean
read_word (const Typed *typed, MullDay *day)
{
  /* Translators: what people type for this day, without spaces around the commas */
  if (is_word (typed->text, NC_ ("typed date", "today,tod")))
    *day = typed->today;
  /* Translators: what people type for this day, without spaces around the commas */
  else if (is_word (typed->text, NC_ ("typed date", "tomorrow,tom")))
    *day = typed->today + 1;
  /* Translators: what people type for this day, without spaces around the commas */
  else if (is_word (typed->text, NC_ ("typed date", "yesterday,yest")))
    *day = typed->today - 1;
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_weekday (const Typed *typed, MullDay *day)
{
  g_autofree char *name = g_strdup (typed->text);
  int weekday, distance;

  if (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';
  weekday = weekday_of_word (name);
  if (weekday == 0)
    return FALSE;
  distance = weekday - mull_day_weekday (typed->today);
  if (typed->past)
    *day = typed->today + (distance > 0 ? distance - 7 : distance);
  else
    *day = typed->today + (distance > 0 ? distance : distance + 7);
  return TRUE;
}

static gboolean
add_units (MullDay today, int count, const char *unit, MullDay *day)
{
  gint64 days = today;

  /* Translators: what people type for days after a number, without spaces around the commas */
  if (is_word (unit, NC_ ("typed date", "d,day,days")))
    days += count;
  /* Translators: what people type for weeks after a number, without spaces around the commas */
  else if (is_word (unit, NC_ ("typed date", "w,wk,week,weeks")))
    days += (gint64) count * 7;
  /* Translators: what people type for months after a number, without spaces around the commas */
  else if (is_word (unit, NC_ ("typed date", "m,mo,month,months")))
    days = mull_day_add_months (today, count);
  /* Translators: what people type for years after a number, without spaces around the commas */
  else if (is_word (unit, NC_ ("typed date", "y,yr,year,years")))
    days = mull_day_add_months (today, count * 12);
  else
    return FALSE;
  *day = mull_day_is_valid ((MullDay) days) ? (MullDay) days : MULL_DAY_NONE;
  return TRUE;
}

/* "2w", "+3 days", "in 3 days", "3 days ago" */
static gboolean
read_distance (const Typed *typed, MullDay *day)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *before = NULL, *unit = NULL, *after = NULL;
  const char *direction;
  gboolean back = typed->past;

  if (!match (typed->text,
              "^(?<before>[+-]|\\p{L}+ )? ?(?<count>\\d{1,4}) ?(?<unit>\\p{L}+)( "
              "(?<after>\\p{L}+))?$",
              &info))
    return FALSE;
  before = g_strstrip (g_match_info_fetch_named (info, "before"));
  unit = g_match_info_fetch_named (info, "unit");
  after = g_match_info_fetch_named (info, "after");
  if (*before != '\0' && after != NULL && *after != '\0')
    return FALSE;

  direction = *before != '\0' || after == NULL ? before : after;
  /* Translators: the word beside a number of days to come, as in "in 3 days" */
  if (g_str_equal (direction, "+") || is_word (direction, NC_ ("typed date", "in")))
    back = FALSE;
  /* Translators: the word beside a number of days that have passed, as in "3 days ago"; it may
   * stand before or after the number */
  else if (g_str_equal (direction, "-") || is_word (direction, NC_ ("typed date", "ago")))
    back = TRUE;
  else if (*direction != '\0')
    return FALSE;
  return add_units (typed->today, back ? -number_of (info, "count") : number_of (info, "count"),
                    unit, day);
}

/* "2026-03-01", "2026/3/1" */
static gboolean
read_iso (const Typed *typed, MullDay *day)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (!match (typed->text,
              "^(?<year>\\d{4})(?<sign>[-/.])(?<month>\\d{1,2})\\g{sign}(?<day>\\d{1,2})$", &info))
    return FALSE;
  *day = mull_day_from_ymd (number_of (info, "year"), number_of (info, "month"),
                            number_of (info, "day"));
  return TRUE;
}

/* "12.5.", "12.5", "12. 5. 2027" */
static gboolean
read_dotted (const Typed *typed, MullDay *day)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (!match (typed->text,
              "^(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})(\\.|\\. ?(?<year>\\d{4}|\\d{2}))?$", &info))
    return FALSE;
  *day = find_date (typed, number_of (info, "year"), number_of (info, "month"),
                    number_of (info, "day"));
  return TRUE;
}

/* Whether the locale's short date has the day before the month. */
static gboolean
locale_has_day_first (void)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_utc (2003, 11, 22, 0, 0, 0);
  g_autofree char *text = g_date_time_format (date_time, "%x");
  const char *day = strstr (text, "22"), *month = strstr (text, "11");

  return day != NULL && (month == NULL || day < month);
}

/* "12/5", "12/5/2027": in the locale's order, unless only the other one makes sense. */
static gboolean
read_slashed (const Typed *typed, MullDay *day)
{
  g_autoptr (GMatchInfo) info = NULL;
  gboolean day_first;
  int first, second;

  if (!match (typed->text, "^(?<first>\\d{1,2})/(?<second>\\d{1,2})(/(?<year>\\d{4}|\\d{2}))?$",
              &info))
    return FALSE;
  first = number_of (info, "first");
  second = number_of (info, "second");
  if (first > 12 || second > 12)
    day_first = first > 12;
  else
    day_first = locale_has_day_first ();
  *day = find_date (typed, number_of (info, "year"), day_first ? second : first,
                    day_first ? first : second);
  return TRUE;
}

/* "1 jul", "1st of July 2027", "jul 1", "July 1, 2027" */
static gboolean
read_month_name (const Typed *typed, MullDay *day)
{
  static const char *const patterns[] = {
    "^(?<day>\\d{1,2})(st|nd|rd|th)?[. ]*(?<month>\\p{L}[^\\d,+/-]*?)[.,]* "
    "?(?<year>\\d{4}|\\d{2})?$",
    "^(?<month>\\p{L}[^\\d,+/-]*?)[. ]*(?<day>\\d{1,2})(st|nd|rd|th|\\.)?(,? "
    "(?<year>\\d{4}|\\d{2}))?$",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *phrase = NULL;
      int month;

      if (!match (typed->text, patterns[i], &info))
        continue;
      phrase = g_match_info_fetch_named (info, "month");
      month = month_of_phrase (phrase);
      if (month == 0)
        continue;
      *day = find_date (typed, number_of (info, "year"), month, number_of (info, "day"));
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_any (const Typed *typed, MullDay *day)
{
  return read_iso (typed, day) || read_word (typed, day) || read_weekday (typed, day) ||
         read_distance (typed, day) || read_dotted (typed, day) || read_slashed (typed, day) ||
         read_month_name (typed, day);
}

/* "Tuesday, 3 March 2026": a date as above after the name of its day, which has to be right. */
static gboolean
read_with_weekday (const Typed *typed, MullDay *day)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *name = NULL, *rest = NULL;
  Typed date = *typed;
  int weekday;

  if (!match (typed->text, "^(?<name>\\p{L}[\\p{L}-]*)[.,]* (?<rest>.*\\d.*)$", &info))
    return FALSE;
  name = g_match_info_fetch_named (info, "name");
  rest = g_match_info_fetch_named (info, "rest");
  weekday = weekday_of_word (name);
  date.text = rest;
  if (weekday == 0 || !read_any (&date, day))
    return FALSE;
  if (*day != MULL_DAY_NONE && mull_day_weekday (*day) != weekday)
    *day = MULL_DAY_NONE;
  return TRUE;
}

static gboolean
parse (const char *text, MullDay today, gboolean past, MullDay *day, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = mull_text_fold (valid), *excerpt = NULL, *shown = NULL;
  Typed typed = { folded, today, past };
  MullDay found = MULL_DAY_NONE;
  gboolean understood = read_any (&typed, &found) || read_with_weekday (&typed, &found);

  if (found != MULL_DAY_NONE)
    {
      *day = found;
      return TRUE;
    }
  excerpt = mull_text_excerpt (valid, 40);
  shown = mull_text_strip_bidi (excerpt);
  if (understood)
    g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                 _ ("There is no such date as “%s”. Please correct it."), shown);
  else if (past)
    g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                 /* Translators: leave only examples that can be typed in your language */
                 _ ("“%s” is not a date. Write it as “yesterday”, “fri”, “3 days ago”, “1 jul”, "
                    "“12.5.” or “2026-03-01”."),
                 shown);
  else
    g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                 /* Translators: leave only examples that can be typed in your language */
                 _ ("“%s” is not a date. Write it as “tomorrow”, “fri”, “+2w”, “3d”, “1 jul”, "
                    "“12.5.” or “2026-03-01”."),
                 shown);
  return FALSE;
}

/**
 * mull_day_parse_typed:
 * @text: what a person typed
 * @today: the clock's day
 * @day: (out): the date; not touched on failure
 * @error: return location for an error
 *
 * Reads a date as people write one, in English and in the language of the program:
 *
 * - words: "today", "tomorrow", "yesterday"
 * - the name of a weekday or its start: the next such day after @today, on a Friday "fri" is in a
 *   week
 * - a distance: "3d", "+2w", "in 3 days", "1 month", "2 weeks ago", "-3d"
 * - day and month, with or without a year: "1 jul", "July 1, 2027", "12.5.", "12.5.2027", and with
 *   a slash in the order of the locale's short date; without a year it is the next such date, which
 *   may be @today
 * - "2026-03-01"
 * - one of these dates after the name of its weekday, which has to be right
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if @text is not understood or there is no such date
 */
gboolean
mull_day_parse_typed (const char *text, MullDay today, MullDay *day, GError **error)
{
  g_return_val_if_fail (text != NULL && day != NULL, FALSE);
  g_return_val_if_fail (mull_day_is_valid (today), FALSE);

  return parse (text, today, FALSE, day, error);
}

/**
 * mull_day_parse_typed_past:
 * @text: what a person typed
 * @today: the clock's day
 * @day: (out): the date; not touched on failure
 * @error: return location for an error
 *
 * Reads a date as mull_day_parse_typed() does, for something that has happened: the name of a
 * weekday, and a day and month without a year, are the last ones up to and with @today, and a
 * distance without a sign or word goes back. Only what says so itself, as "tomorrow" or a date with
 * a year, can lie after @today.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if @text is not understood or there is no such date
 */
gboolean
mull_day_parse_typed_past (const char *text, MullDay today, MullDay *day, GError **error)
{
  g_return_val_if_fail (text != NULL && day != NULL, FALSE);
  g_return_val_if_fail (mull_day_is_valid (today), FALSE);

  return parse (text, today, TRUE, day, error);
}
