/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-pulse.h"

G_BEGIN_DECLS

/**
 * MullPulseStrip:
 *
 * The pulse of a deal over its timeline: touches out and in, silences, quiet stretches and promises
 * on an axis of days. The pointer, or the arrow keys, ask what something is; a click or Enter goes
 * to it (#MullPulseStrip::entry-activated).
 */
#define MULL_TYPE_PULSE_STRIP (mull_pulse_strip_get_type ())
G_DECLARE_FINAL_TYPE (MullPulseStrip, mull_pulse_strip, MULL, PULSE_STRIP, GtkWidget)

void mull_pulse_strip_set_pulse (MullPulseStrip *self, MullPulse *pulse);
char *mull_pulse_strip_describe (MullPulseStrip *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
