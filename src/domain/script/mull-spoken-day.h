/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-date.h"

G_BEGIN_DECLS

/* Days as they are said on the phone; whole words, never abbreviations. */
char *mull_spoken_on_day (MullDay day, MullDay today) G_GNUC_WARN_UNUSED_RESULT;
char *mull_spoken_by_day (MullDay day, MullDay today) G_GNUC_WARN_UNUSED_RESULT;
char *mull_spoken_when (gint64 at, gint64 now, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

const char *mull_spoken_weekday (int weekday);
const char *mull_spoken_month (int month);

G_END_DECLS
