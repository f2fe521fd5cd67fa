/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mull-date.h"

G_BEGIN_DECLS

#define MULL_TYPE_CLOCK (mull_clock_get_type ())
G_DECLARE_FINAL_TYPE (MullClock, mull_clock, MULL, CLOCK, GObject)

/* The only source of "now": tests own time by handing in a fixed clock.
 * A clock belongs to the thread that made it; work on other threads is given plain instants and
 * days. */
MullClock *mull_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;
MullClock *mull_clock_new_fixed (gint64 utc_us, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
MullClock *
mull_clock_new_from_text (const char *local_time, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Microseconds since the epoch, UTC. */
gint64 mull_clock_get_now (MullClock *self);
MullDay mull_clock_get_today (MullClock *self);
GTimeZone *mull_clock_get_zone (MullClock *self);
MullDay mull_clock_day_of (MullClock *self, gint64 utc_us);
/* Minutes east of UTC that the zone shows at @utc_us; stored beside each instant. */
int mull_clock_offset_of (MullClock *self, gint64 utc_us);
/* The first instant of the day after today, when everything that shows "today" is to be redone. */
gint64 mull_clock_get_next_midnight (MullClock *self);

/* Fixed clocks only. */
gboolean mull_clock_is_fixed (MullClock *self);
void mull_clock_set_now (MullClock *self, gint64 utc_us);
void mull_clock_advance_days (MullClock *self, int days);

G_END_DECLS
