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
MullDay mull_day_month_end (MullDay day);

MullDay mull_day_from_instant (gint64 utc_us, GTimeZone *zone);
gint64 mull_day_start_instant (MullDay day, GTimeZone *zone);

/* Text for people: "today", "tomorrow", "Tue", "in 3 days", else the locale's date. */
char *mull_day_format_relative (MullDay day, MullDay today);
char *mull_day_format (MullDay day);
char *mull_day_format_short (MullDay day, MullDay today);

/* What a person types: "fri", "+2w", "3d", "tomorrow", "1 jul", "12.5.", "2026-03-01". */
gboolean mull_day_parse_typed (const char *text, MullDay today, MullDay *day, GError **error);

G_END_DECLS
