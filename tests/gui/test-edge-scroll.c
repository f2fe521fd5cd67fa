/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-edge-scroll.h"
#include "mull-gui-test.h"

static void
test_speed (void)
{
  /* Between the zones nothing moves; at their ends a little; at the edge and beyond it as fast as
   * it gets; both ends alike. */
  g_assert_cmpfloat (mull_edge_scroll_get_speed (48, 400), ==, 0);
  g_assert_cmpfloat (mull_edge_scroll_get_speed (200, 400), ==, 0);
  g_assert_cmpfloat (mull_edge_scroll_get_speed (352, 400), ==, 0);
  g_assert_cmpfloat (mull_edge_scroll_get_speed (47, 400), <, 0);
  g_assert_cmpfloat (mull_edge_scroll_get_speed (353, 400), >, 0);
  g_assert_cmpfloat (mull_edge_scroll_get_speed (380, 400), <,
                     mull_edge_scroll_get_speed (395, 400));
  g_assert_cmpfloat (mull_edge_scroll_get_speed (0, 400), ==,
                     mull_edge_scroll_get_speed (-500, 400));
  for (double y = -10; y <= 410; y += 1)
    g_assert_cmpfloat (mull_edge_scroll_get_speed (y, 400), ==,
                       -mull_edge_scroll_get_speed (400 - y, 400));

  /* Something short keeps a middle. */
  g_assert_cmpfloat (mull_edge_scroll_get_speed (30, 60), ==, 0);
  g_assert_cmpfloat (mull_edge_scroll_get_speed (16, 60), ==, 0);
  g_assert_cmpfloat (mull_edge_scroll_get_speed (14, 60), <, 0);
  g_assert_cmpfloat (mull_edge_scroll_get_speed (0, 0), ==, 0);
}

static void
test_runs_and_stops (void)
{
  GtkWidget *widget = gtk_label_new ("Board");
  GtkWindow *window = mull_gui_test_present (widget, 400, 300);
  MullEdgeScroll *scroll = mull_edge_scroll_new (widget);
  g_autoptr (GtkAdjustment) adjustment =
      g_object_ref_sink (gtk_adjustment_new (50, 0, 1000, 10, 90, 400));
  guint scrolled = 0;

  g_signal_connect_swapped (scroll, "scrolled", G_CALLBACK (g_atomic_int_inc), &scrolled);
  mull_edge_scroll_motion (scroll, 0, 400);
  g_assert_false (mull_edge_scroll_is_running (scroll));

  mull_edge_scroll_set_adjustment (scroll, adjustment);
  mull_edge_scroll_motion (scroll, 200, 400);
  g_assert_false (mull_edge_scroll_is_running (scroll));
  mull_edge_scroll_motion (scroll, 0, 400);
  mull_edge_scroll_motion (scroll, 1, 400);
  g_assert_true (mull_edge_scroll_is_running (scroll));
  /* At the end of the way it stops by itself. */
  mull_gui_test_wait_for (!mull_edge_scroll_is_running (scroll));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_assert_cmpuint (scrolled, >, 0);

  mull_edge_scroll_motion (scroll, 0, 400);
  g_assert_false (mull_edge_scroll_is_running (scroll));
  mull_edge_scroll_motion (scroll, 400, 400);
  g_assert_true (mull_edge_scroll_is_running (scroll));
  mull_edge_scroll_motion (scroll, 200, 400);
  g_assert_false (mull_edge_scroll_is_running (scroll));
  mull_edge_scroll_motion (scroll, 400, 400);
  mull_edge_scroll_stop (scroll);
  mull_edge_scroll_stop (scroll);
  g_assert_false (mull_edge_scroll_is_running (scroll));

  /* A handler of its signal may stop it. */
  g_signal_connect (scroll, "scrolled", G_CALLBACK (mull_edge_scroll_stop), NULL);
  scrolled = 0;
  mull_edge_scroll_motion (scroll, 400, 400);
  mull_gui_test_wait_for (!mull_edge_scroll_is_running (scroll));
  g_assert_cmpuint (scrolled, ==, 1);

  g_assert_finalize_object (scroll);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);

  g_test_add_func ("/edge-scroll/speed", test_speed);
  g_test_add_func ("/edge-scroll/runs-and-stops", test_runs_and_stops);
  return g_test_run ();
}
