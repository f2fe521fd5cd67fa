/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullDay:
 *
 * A civil date as the number of days since 1970-01-01 (negative before it), so that "days" in the
 * rules are plain integer differences. It has no time zone. Printed and stored as `YYYY-MM-DD`.
 */
typedef gint32 MullDay;

/**
 * MULL_DAY_NONE:
 *
 * "No date". Never a valid day.
 */
#define MULL_DAY_NONE G_MININT32

/* Calendar. Valid days are 0001-01-01 to 9999-12-31. */
gboolean mull_day_is_valid (MullDay day);
MullDay mull_day_from_ymd (int year, int month, int day);
void mull_day_to_ymd (MullDay day, int *year, int *month, int *day_of_month);
MullDay mull_day_from_iso (const char *text);
char *mull_day_to_iso (MullDay day);
/* ISO 8601: 1 is Monday, 7 is Sunday. */
int mull_day_weekday (MullDay day);
gboolean mull_day_is_working (MullDay day);
MullDay mull_day_add_working (MullDay day, int working_days);
int mull_day_working_between (MullDay from, MullDay to);
MullDay mull_day_add_months (MullDay day, int months);
MullDay mull_day_month_start (MullDay day);
MullDay mull_day_month_end (MullDay day);

/* Between instants (microseconds UTC) and days. */
MullDay mull_day_from_instant (gint64 utc_us, GTimeZone *zone);
gint64 mull_day_start_instant (MullDay day, GTimeZone *zone);
gint64 mull_day_instant_at (MullDay day, int minute, GTimeZone *zone);

/* Text for people. Of "no date" all of them make the empty string. */
/* For sentences: "today", "tomorrow", "in 3 days", "3 days ago", "3 Mar", "3 Mar 2027". */
char *mull_day_format_relative (MullDay day, MullDay today);
/* In full: "3 March 2026". */
char *mull_day_format (MullDay day);
/* For headings: "Tuesday, 3 March 2026". */
char *mull_day_format_long (MullDay day);
/* For narrow spots: "today", "Tue", "3 Mar", "3 Mar 27". */
char *mull_day_format_short (MullDay day, MullDay today);
/* "March 2026". */
char *mull_day_format_month (MullDay day);
/* "14:05", as the locale writes it. */
char *mull_instant_format_time (gint64 utc_us, GTimeZone *zone);

/* What a person types: "fri", "+2w", "3d", "tomorrow", "1 jul", "12.5.", "2026-03-01". */
gboolean mull_day_parse_typed (const char *text, MullDay today, MullDay *day, GError **error);
/* The same for things that have happened: names and dates without a year look back. */
gboolean mull_day_parse_typed_past (const char *text, MullDay today, MullDay *day, GError **error);

G_END_DECLS
