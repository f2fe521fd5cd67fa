/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-pulse-drawing"

#include "config.h"

#include "mull-pulse-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Room at both ends for what stands on the first and the last day. */
#define PAD 5.0
#define MONTHS_HEIGHT 13.0
/* What a label may reach into the room above: it has no letters there. */
#define MONTHS_OVERLAP 3
#define DOT 2.1
#define STICK 0.9
#define FLAG_WIDTH 5.5
#define FLAG_HEIGHT 4.6
#define FLAG_POLE 10.0
#define HATCH 3.5
#define LABEL_GAP 10.0
/* Up to so many days the axis is labelled by weeks. */
#define DAYS_BY_WEEK 75

#define BLACK                                                                                      \
  {                                                                                                \
    0, 0, 0, 1                                                                                     \
  }
#define GREY(level)                                                                                \
  {                                                                                                \
    level, level, level, 1                                                                         \
  }

typedef struct
{
  cairo_t *cr;
  const MullPulse *pulse;
  const MullPulseStyle *style;
  double width;
  /* Of the part above the months, and of theirs */
  double height;
  double months_height;
  double axis;
} Drawing;

/**
 * mull_pulse_style_for_paper:
 * @rtl: whether time runs from right to left
 *
 * Returns: (transfer none): black and greys that survive a photocopier
 */
const MullPulseStyle *
mull_pulse_style_for_paper (gboolean rtl)
{
  static const MullPulseStyle styles[2] = {
    { BLACK, BLACK, BLACK, GREY (0.88), GREY (0.76), GREY (0.5), BLACK, BLACK, BLACK,
      "Cantarell, Sans 9", FALSE },
    { BLACK, BLACK, BLACK, GREY (0.88), GREY (0.76), GREY (0.5), BLACK, BLACK, BLACK,
      "Cantarell, Sans 9", TRUE },
  };

  return &styles[rtl ? 1 : 0];
}

/**
 * mull_pulse_x_of_day:
 * @pulse: a pulse
 * @width: the width that it is drawn with
 * @rtl: whether time runs from right to left
 * @day: a day; one outside the axis is taken as the nearer end
 *
 * Returns: where @day is drawn
 */
double
mull_pulse_x_of_day (const MullPulse *pulse, double width, gboolean rtl, MullDay day)
{
  double n_days;
  double x;

  g_return_val_if_fail (pulse != NULL, 0);

  n_days = MAX (1, (double) pulse->to_on - pulse->from_on);
  day = CLAMP (day, pulse->from_on, pulse->to_on);
  x = PAD + (width - 2 * PAD) * ((double) day - pulse->from_on) / n_days;
  return rtl ? width - x : x;
}

/**
 * mull_pulse_day_at_x:
 * @pulse: a pulse
 * @width: the width that it is drawn with
 * @rtl: whether time runs from right to left
 * @x: a place on it
 *
 * Returns: the day that is drawn nearest to @x
 */
MullDay
mull_pulse_day_at_x (const MullPulse *pulse, double width, gboolean rtl, double x)
{
  double n_days;
  double part;

  g_return_val_if_fail (pulse != NULL, MULL_DAY_NONE);
  g_return_val_if_fail (width > 2 * PAD, pulse->from_on);

  n_days = (double) pulse->to_on - pulse->from_on;
  part = ((rtl ? width - x : x) - PAD) / (width - 2 * PAD);
  return pulse->from_on + (MullDay) lround (CLAMP (part, 0, 1) * n_days);
}

static double
x_of (const Drawing *drawing, MullDay day)
{
  return mull_pulse_x_of_day (drawing->pulse, drawing->width, drawing->style->rtl, day);
}

static void
set_colour (const Drawing *drawing, const MullPulseColour *colour)
{
  cairo_set_source_rgba (drawing->cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static gboolean
is_on_axis (const Drawing *drawing, MullDay day)
{
  return day >= drawing->pulse->from_on && day <= drawing->pulse->to_on;
}

/* Adds a rectangle that reaches over some days; FALSE if all of them lie outside. */
static gboolean
add_band (const Drawing *drawing, MullDay from_on, MullDay to_on, double part)
{
  double start;
  double end;
  double height = drawing->height * part;

  if (to_on < drawing->pulse->from_on || from_on > drawing->pulse->to_on || from_on >= to_on)
    return FALSE;
  start = x_of (drawing, from_on);
  end = x_of (drawing, to_on);
  cairo_rectangle (drawing->cr, MIN (start, end), drawing->axis - height / 2, fabs (end - start),
                   height);
  return TRUE;
}

/* A dark silence fills the height, a fading one half of it: they differ in more than the shade. */
static void
draw_silence (const Drawing *drawing, const MullPulseSilence *silence)
{
  MullDay faded_to = silence->dark_on != MULL_DAY_NONE ? silence->dark_on : silence->to_on;

  if (silence->fades_on != MULL_DAY_NONE && add_band (drawing, silence->fades_on, faded_to, 0.5))
    {
      set_colour (drawing, &drawing->style->fading);
      cairo_fill (drawing->cr);
    }
  if (silence->dark_on != MULL_DAY_NONE && add_band (drawing, silence->dark_on, silence->to_on, 1))
    {
      set_colour (drawing, &drawing->style->dark);
      cairo_fill (drawing->cr);
    }
}

static void
draw_quiet (const Drawing *drawing, const MullPulseQuiet *quiet)
{
  double left;
  double right;
  double top;
  double bottom;

  if (!add_band (drawing, quiet->from_on, quiet->until_on, 0.8))
    return;
  cairo_save (drawing->cr);
  cairo_path_extents (drawing->cr, &left, &top, &right, &bottom);
  cairo_clip (drawing->cr);
  set_colour (drawing, &drawing->style->quiet);
  cairo_set_line_width (drawing->cr, 0.5);
  for (double x = left - (bottom - top); x < right; x += HATCH)
    {
      cairo_move_to (drawing->cr, x, bottom);
      cairo_line_to (drawing->cr, x + (bottom - top), top);
    }
  cairo_stroke (drawing->cr);
  cairo_restore (drawing->cr);
}

typedef enum
{
  STICKS,
  HOLLOW_HEADS,
  FULL_HEADS,
} TouchPart;

static void
add_touch_part (const Drawing *drawing, MullDay day, double direction, TouchPart part)
{
  double x = x_of (drawing, day);
  double end = drawing->axis + direction * drawing->height * 0.27;

  switch (part)
    {
    case STICKS:
      cairo_move_to (drawing->cr, x, drawing->axis);
      cairo_line_to (drawing->cr, x, end - direction * DOT);
      break;
    case HOLLOW_HEADS:
    case FULL_HEADS:
      cairo_new_sub_path (drawing->cr);
      cairo_arc (drawing->cr, x, end, part == FULL_HEADS ? DOT : DOT - STICK / 2, 0, 2 * G_PI);
      cairo_close_path (drawing->cr);
      break;
    }
}

/* All of a kind are one path: a long deal has a thousand touches. Several on one day are one. */
static void
draw_touches (const Drawing *drawing, MullDirection side, TouchPart part)
{
  MullDay last = MULL_DAY_NONE;

  for (guint i = 0; i < drawing->pulse->touches->len; i++)
    {
      const MullPulseTouch *touch = &g_array_index (drawing->pulse->touches, MullPulseTouch, i);

      if (!is_on_axis (drawing, touch->day) || touch->day == last ||
          (touch->direction != side && touch->direction != MULL_DIRECTION_BOTH) ||
          (part != STICKS && touch->reached != (part == FULL_HEADS)))
        continue;
      add_touch_part (drawing, touch->day, side == MULL_DIRECTION_IN ? -1 : 1, part);
      last = touch->day;
    }
  if (part == FULL_HEADS)
    cairo_fill (drawing->cr);
  else
    cairo_stroke (drawing->cr);
}

static void
draw_side (const Drawing *drawing, MullDirection side)
{
  set_colour (drawing, side == MULL_DIRECTION_IN ? &drawing->style->theirs : &drawing->style->ours);
  cairo_set_line_width (drawing->cr, STICK);
  draw_touches (drawing, side, STICKS);
  draw_touches (drawing, side, HOLLOW_HEADS);
  draw_touches (drawing, side, FULL_HEADS);
}

/* A full pennant is kept, an empty one open, a cross on the pole broken. */
static void
draw_flag (const Drawing *drawing, MullDay day, MullPulseFlag flag, gboolean theirs)
{
  double x = x_of (drawing, day);
  double top = theirs ? 0.5 : drawing->height - FLAG_POLE - 0.5;
  double wind = drawing->style->rtl ? -1 : 1;

  if (x + wind * (FLAG_WIDTH + 1) > drawing->width || x + wind * (FLAG_WIDTH + 1) < 0)
    wind = -wind;
  cairo_set_line_width (drawing->cr, STICK);
  cairo_move_to (drawing->cr, x, top);
  cairo_line_to (drawing->cr, x, top + FLAG_POLE);
  cairo_stroke (drawing->cr);
  if (flag == MULL_PULSE_FLAG_BROKEN)
    {
      double near = x + wind * 1.4;
      double far = x + wind * FLAG_WIDTH;

      cairo_move_to (drawing->cr, near, top + 0.4);
      cairo_line_to (drawing->cr, far, top + FLAG_HEIGHT);
      cairo_move_to (drawing->cr, far, top + 0.4);
      cairo_line_to (drawing->cr, near, top + FLAG_HEIGHT);
      cairo_stroke (drawing->cr);
      return;
    }
  cairo_move_to (drawing->cr, x, top + STICK / 2);
  cairo_line_to (drawing->cr, x + wind * FLAG_WIDTH, top + FLAG_HEIGHT / 2);
  cairo_line_to (drawing->cr, x, top + FLAG_HEIGHT);
  cairo_close_path (drawing->cr);
  if (flag == MULL_PULSE_FLAG_KEPT)
    cairo_fill_preserve (drawing->cr);
  cairo_stroke (drawing->cr);
}

static void
draw_promise (const Drawing *drawing, const MullPulsePromise *promise)
{
  if (!is_on_axis (drawing, promise->day))
    return;
  switch (promise->flag)
    {
    case MULL_PULSE_FLAG_OPEN:
      set_colour (drawing, &drawing->style->open);
      break;
    case MULL_PULSE_FLAG_KEPT:
      set_colour (drawing, &drawing->style->kept);
      break;
    case MULL_PULSE_FLAG_BROKEN:
      set_colour (drawing, &drawing->style->broken);
      break;
    }
  if (promise->side != MULL_SIDE_US)
    draw_flag (drawing, promise->day, promise->flag, TRUE);
  if (promise->side != MULL_SIDE_THEM)
    draw_flag (drawing, promise->day, promise->flag, FALSE);
}

static void
draw_axis (const Drawing *drawing)
{
  static const double dashes[] = { 1.5, 1.5 };
  double x;

  set_colour (drawing, &drawing->style->axis);
  cairo_set_line_width (drawing->cr, 0.5);
  cairo_move_to (drawing->cr, 0, drawing->axis);
  cairo_line_to (drawing->cr, drawing->width, drawing->axis);
  cairo_stroke (drawing->cr);
  if (!is_on_axis (drawing, drawing->pulse->today))
    return;
  x = x_of (drawing, drawing->pulse->today);
  cairo_save (drawing->cr);
  cairo_set_dash (drawing->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (drawing->cr, x, 0);
  cairo_line_to (drawing->cr, x, drawing->height);
  cairo_stroke (drawing->cr);
  cairo_restore (drawing->cr);
}

static char *
format_day (MullDay day, const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year;
  int month;
  int day_of_month;

  mull_day_to_ymd (day, &year, &month, &day_of_month);
  time = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  return time != NULL ? g_date_time_format (time, format) : NULL;
}

/* The year is said once and where it changes. */
static char *
format_tick (MullDay day, gboolean by_week, gboolean first)
{
  int year;
  int month;
  int day_of_month;

  mull_day_to_ymd (day, &year, &month, &day_of_month);
  if (by_week)
    /* Translators: a day below a time line, such as "3 Nov". */
    return format_day (day, _ ("%-d %b"));
  /* Translators: a month below a time line, such as "Nov 2026". */
  return format_day (day, first || month == 1 ? _ ("%b %Y") : "%b");
}

static MullDay
first_tick (const MullPulse *pulse, gboolean by_week)
{
  int year;
  int month;
  int day;

  if (by_week)
    return pulse->from_on + (8 - mull_day_weekday (pulse->from_on)) % 7;
  mull_day_to_ymd (pulse->from_on, &year, &month, &day);
  return day == 1 ? pulse->from_on : mull_day_add_months (pulse->from_on - day + 1, 1);
}

static void
set_font (PangoLayout *layout, const char *name)
{
  PangoFontDescription *font = pango_font_description_from_string (name);

  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/* Labels are written where they do not touch the one before; ticks are drawn for each of them. */
static void
draw_months (const Drawing *drawing)
{
  const MullPulse *pulse = drawing->pulse;
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (drawing->cr);
  gboolean by_week = pulse->to_on - pulse->from_on <= DAYS_BY_WEEK;
  guint n_labels = 0;
  double taken = drawing->style->rtl ? drawing->width + LABEL_GAP : -LABEL_GAP;

  set_font (layout, drawing->style->font);
  set_colour (drawing, &drawing->style->axis);
  cairo_set_line_width (drawing->cr, 0.5);
  for (MullDay day = first_tick (pulse, by_week); day <= pulse->to_on;
       day = by_week ? day + 7 : mull_day_add_months (day, 1))
    {
      g_autofree char *text = format_tick (day, by_week, n_labels == 0);
      PangoRectangle logical;
      double x = x_of (drawing, day);
      double left;

      if (text == NULL)
        continue;
      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_extents (layout, NULL, &logical);
      left = drawing->style->rtl ? x - logical.width : x;
      if (left < 0 || left + logical.width > drawing->width ||
          (drawing->style->rtl ? left + logical.width > taken - LABEL_GAP
                               : left < taken + LABEL_GAP))
        continue;
      cairo_move_to (drawing->cr, x, drawing->axis - 1.5);
      cairo_line_to (drawing->cr, x, drawing->axis + 1.5);
      cairo_stroke (drawing->cr);
      cairo_move_to (drawing->cr, left, drawing->height + drawing->months_height - logical.height);
      pango_cairo_show_layout (drawing->cr, layout);
      n_labels++;
      taken = drawing->style->rtl ? left : left + logical.width;
    }
}

/**
 * mull_pulse_get_months_height:
 * @font: what the months are written in, as a Pango font description
 *
 * Returns: how much of the height of a strip they take
 */
double
mull_pulse_get_months_height (const char *font)
{
  PangoContext *context;
  PangoLayout *layout;
  int height;

  g_return_val_if_fail (font != NULL, MONTHS_HEIGHT);

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  layout = pango_layout_new (context);
  set_font (layout, font);
  pango_layout_get_pixel_size (layout, NULL, &height);
  g_object_unref (layout);
  g_object_unref (context);
  return MAX (MONTHS_HEIGHT, height - MONTHS_OVERLAP);
}

/**
 * mull_pulse_draw:
 * @cr: where to draw, from its origin
 * @pulse: what to draw
 * @width: of the strip
 * @height: of the strip, with the months below it
 * @style: its colours
 *
 * Draws the pulse strip: what came from them points up, what we sent points down, and a hollow
 * head reached nobody. Silences lie behind as grounds, quiet stretches as hatching, promises are
 * flags: theirs at the top, ours at the bottom.
 */
void
mull_pulse_draw (cairo_t *cr,
                 const MullPulse *pulse,
                 double width,
                 double height,
                 const MullPulseStyle *style)
{
  Drawing drawing = { cr, pulse, style, width, 0, 0, 0 };

  g_return_if_fail (cr != NULL && pulse != NULL && style != NULL);

  drawing.months_height = mull_pulse_get_months_height (style->font);
  drawing.height = height - drawing.months_height;

  if (width <= 2 * PAD || drawing.height <= 2 * FLAG_POLE)
    return;
  drawing.axis = drawing.height / 2;
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < pulse->silences->len; i++)
    draw_silence (&drawing, &g_array_index (pulse->silences, MullPulseSilence, i));
  for (guint i = 0; i < pulse->quiets->len; i++)
    draw_quiet (&drawing, &g_array_index (pulse->quiets, MullPulseQuiet, i));
  draw_axis (&drawing);
  draw_months (&drawing);
  draw_side (&drawing, MULL_DIRECTION_IN);
  draw_side (&drawing, MULL_DIRECTION_OUT);
  for (guint i = 0; i < pulse->promises->len; i++)
    draw_promise (&drawing, &g_array_index (pulse->promises, MullPulsePromise, i));
  cairo_restore (cr);
}
