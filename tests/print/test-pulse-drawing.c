/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-pulse-drawing.h"

#include <math.h>

#define WIDTH 400
#define HEIGHT 84
#define BORDER 20

typedef struct
{
  guint above;
  guint below;
  guint outside;
} Ink;

/* Draws into the middle of a larger surface and looks where ink came out. */
static Ink
draw (const MullPulse *pulse, gboolean rtl)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH + 2 * BORDER, HEIGHT + 2 * BORDER);
  cairo_t *cr = cairo_create (surface);
  double axis = (HEIGHT - 13) / 2.0;
  Ink ink = { 0 };
  const guchar *data;
  int stride;

  cairo_translate (cr, BORDER, BORDER);
  mull_pulse_draw (cr, pulse, WIDTH, HEIGHT, mull_pulse_style_for_paper (rtl));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < HEIGHT + 2 * BORDER; y++)
    for (int x = 0; x < WIDTH + 2 * BORDER; x++)
      if (data[y * stride + x] > 60)
        {
          if (x < BORDER || x >= BORDER + WIDTH || y < BORDER || y >= BORDER + HEIGHT)
            ink.outside++;
          else if (y - BORDER < axis - 3)
            ink.above++;
          else if (y - BORDER > axis + 3 && y - BORDER < HEIGHT - 13)
            ink.below++;
        }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_sides (void)
{
  static const struct
  {
    MullDirection direction;
    gboolean above;
    gboolean below;
  } cases[] = {
    { MULL_DIRECTION_IN, TRUE, FALSE },
    { MULL_DIRECTION_OUT, FALSE, TRUE },
    { MULL_DIRECTION_BOTH, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullPulse) pulse = mull_pulse_new (20000, 20100, 30000);
      MullPulseTouch touch = { 20050, cases[i].direction, TRUE, 1 };
      Ink ink;

      g_array_append_val (pulse->touches, touch);
      ink = draw (pulse, FALSE);
      g_assert_cmpint (ink.above > 0, ==, cases[i].above);
      g_assert_cmpint (ink.below > 0, ==, cases[i].below);
      g_assert_cmpuint (ink.outside, ==, 0);
    }
}

static void
test_hollow_has_less_ink (void)
{
  guint ink[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MullPulse) pulse = mull_pulse_new (20000, 20100, 30000);
      MullPulseTouch touch = { 20050, MULL_DIRECTION_OUT, i == 1, 1 };

      g_array_append_val (pulse->touches, touch);
      ink[i] = draw (pulse, FALSE).below;
    }
  g_assert_cmpuint (ink[0], <, ink[1]);
}

static void
test_promises_fly_on_their_side (void)
{
  for (int flag = MULL_PULSE_FLAG_OPEN; flag <= MULL_PULSE_FLAG_BROKEN; flag++)
    for (int side = MULL_SIDE_US; side <= MULL_SIDE_BOTH; side++)
      {
        g_autoptr (MullPulse) pulse = mull_pulse_new (20000, 20100, 30000);
        MullPulsePromise promise = { 20100, (MullSide) side, (MullPulseFlag) flag, 1 };
        Ink ink;

        g_array_append_val (pulse->promises, promise);
        ink = draw (pulse, FALSE);
        g_assert_cmpint (ink.above > 0, ==, side != MULL_SIDE_US);
        g_assert_cmpint (ink.below > 0, ==, side != MULL_SIDE_THEM);
        g_assert_cmpuint (ink.outside, ==, 0);
      }
}

/* What lies outside the axis stays outside or is clipped to it; nothing is drawn over the edge. */
static void
test_stays_inside (void)
{
  static const MullDay ends[] = { 20000, 20001, 20030, 20080, 20400, 60000 };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        g_autoptr (MullPulse) pulse = mull_pulse_new (20000, ends[i], ends[i]);
        MullPulseSilence silence = { 19000, 19500, 20010, 90000 };
        MullPulseQuiet quiet = { 19000, 90000, 1 };

        for (MullDay day = 19990; day <= 20500; day += 5)
          {
            MullPulseTouch touch = { day, MULL_DIRECTION_BOTH, day % 2 == 0, 1 };
            MullPulsePromise promise = { day, MULL_SIDE_BOTH, MULL_PULSE_FLAG_BROKEN, 1 };

            g_array_append_val (pulse->touches, touch);
            g_array_append_val (pulse->promises, promise);
          }
        g_array_append_val (pulse->silences, silence);
        g_array_append_val (pulse->quiets, quiet);
        g_assert_cmpuint (draw (pulse, rtl == 1).outside, ==, 0);
      }
}

static void
test_days_and_places (void)
{
  g_autoptr (MullPulse) pulse = mull_pulse_new (20000, 20100, 20050);

  for (guint rtl = 0; rtl < 2; rtl++)
    for (MullDay day = 20000; day <= 20100; day++)
      {
        double x = mull_pulse_x_of_day (pulse, WIDTH, rtl == 1, day);

        g_assert_cmpfloat (x, >, 0);
        g_assert_cmpfloat (x, <, WIDTH);
        g_assert_cmpint (mull_pulse_day_at_x (pulse, WIDTH, rtl == 1, x), ==, day);
      }
  g_assert_cmpfloat (mull_pulse_x_of_day (pulse, WIDTH, FALSE, 20100), >,
                     mull_pulse_x_of_day (pulse, WIDTH, FALSE, 20000));
  g_assert_cmpfloat (mull_pulse_x_of_day (pulse, WIDTH, TRUE, 20100), <,
                     mull_pulse_x_of_day (pulse, WIDTH, TRUE, 20000));
  g_assert_cmpint (mull_pulse_day_at_x (pulse, WIDTH, FALSE, -5), ==, 20000);
  g_assert_cmpint (mull_pulse_day_at_x (pulse, WIDTH, FALSE, WIDTH + 5), ==, 20100);
}

static void
test_too_small (void)
{
  g_autoptr (MullPulse) pulse = mull_pulse_new (20000, 20100, 20050);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 4, 4);
  cairo_t *cr = cairo_create (surface);

  g_assert_true (mull_pulse_is_empty (pulse));
  mull_pulse_draw (cr, pulse, 4, 4, mull_pulse_style_for_paper (FALSE));
  mull_pulse_draw (cr, pulse, 0, 0, mull_pulse_style_for_paper (FALSE));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The room below the axis is as high as what is written there. */
static void
test_months_height (void)
{
  double usual = mull_pulse_get_months_height (mull_pulse_style_for_paper (FALSE)->font);

  g_assert_cmpfloat (usual, ==, mull_pulse_get_months_height ("Cantarell 1"));
  g_assert_cmpfloat (mull_pulse_get_months_height ("Cantarell 24"), >, usual);
  g_assert_cmpfloat (mull_pulse_get_months_height ("Cantarell 48"), >=,
                     mull_pulse_get_months_height ("Cantarell 24") * 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pulse-drawing/sides", test_sides);
  g_test_add_func ("/pulse-drawing/hollow-has-less-ink", test_hollow_has_less_ink);
  g_test_add_func ("/pulse-drawing/promises-fly-on-their-side", test_promises_fly_on_their_side);
  g_test_add_func ("/pulse-drawing/stays-inside", test_stays_inside);
  g_test_add_func ("/pulse-drawing/days-and-places", test_days_and_places);
  g_test_add_func ("/pulse-drawing/too-small", test_too_small);
  g_test_add_func ("/pulse-drawing/months-height", test_months_height);
  return g_test_run ();
}
