/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "mull-pulse.h"

G_BEGIN_DECLS

/**
 * MullPulseColour:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 * @alpha: 0 to 1
 *
 * A colour of the pulse strip.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} MullPulseColour;

/**
 * MullPulseStyle:
 * @axis: the axis, its ticks and the months below it
 * @ours: touches of ours
 * @theirs: touches of theirs
 * @fading: the ground of a silence that fades
 * @dark: the ground of a silence that is dark
 * @quiet: the hatching of a quiet stretch
 * @kept: the flag of a kept promise
 * @open: the flag of an open promise
 * @broken: the flag of a broken promise
 * @font: what the months are written in, as a Pango font description
 * @rtl: whether time runs from right to left
 *
 * How a pulse strip looks. Every meaning has a shape besides its colour.
 */
typedef struct
{
  MullPulseColour axis;
  MullPulseColour ours;
  MullPulseColour theirs;
  MullPulseColour fading;
  MullPulseColour dark;
  MullPulseColour quiet;
  MullPulseColour kept;
  MullPulseColour open;
  MullPulseColour broken;
  const char *font;
  gboolean rtl;
} MullPulseStyle;

const MullPulseStyle *mull_pulse_style_for_paper (gboolean rtl);

double mull_pulse_get_months_height (const char *font);
void mull_pulse_draw (cairo_t *cr,
                      const MullPulse *pulse,
                      double width,
                      double height,
                      const MullPulseStyle *style);
double mull_pulse_x_of_day (const MullPulse *pulse, double width, gboolean rtl, MullDay day);
MullDay mull_pulse_day_at_x (const MullPulse *pulse, double width, gboolean rtl, double x);

G_END_DECLS
