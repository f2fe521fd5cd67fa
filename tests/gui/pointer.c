/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "pointer"

#include "config.h"

#include "mull-gui-test.h"
#include "pointer.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

/* A real pointer and real keys for widgets of our own process, through the X server: GTK 4 cannot
 * make events. */

static Display *
get_display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

/* Whether there is an X server that lets tests move its pointer. */
gboolean
pointer_is_there (void)
{
  int event, error, major, minor;

  return GDK_IS_X11_DISPLAY (gdk_display_get_default ()) &&
         XTestQueryExtension (get_display (), &event, &error, &major, &minor);
}

/* Handles what the server has to say about everything asked of it so far. */
void
pointer_settle (void)
{
  gint64 quiet_until = g_get_monotonic_time () + 30 * G_TIME_SPAN_MILLISECOND;

  XSync (get_display (), False);
  while (g_get_monotonic_time () < quiet_until)
    if (g_main_context_iteration (NULL, FALSE))
      quiet_until = MAX (quiet_until, g_get_monotonic_time () + 5 * G_TIME_SPAN_MILLISECOND);
    else
      g_usleep (500);
}

/* Where a place in the widget is on the screen. */
static void
get_place (GtkWidget *widget, double x, double y, int *to_x, int *to_y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  Window window = gdk_x11_surface_get_xid (gtk_native_get_surface (native)), child;
  graphene_point_t point;
  double shadow_x, shadow_y;
  int left, top;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native),
                                           &GRAPHENE_POINT_INIT ((float) x, (float) y), &point));
  gtk_native_get_surface_transform (native, &shadow_x, &shadow_y);
  XTranslateCoordinates (get_display (), window, DefaultRootWindow (get_display ()), 0, 0, &left,
                         &top, &child);
  *to_x = left + shadow_x + point.x;
  *to_y = top + shadow_y + point.y;
}

/* Moves the pointer there at once, and lets the main loop hear of it when it comes to it. */
void
pointer_step (GtkWidget *widget, double x, double y)
{
  int to_x, to_y;

  get_place (widget, x, y, &to_x, &to_y);
  XTestFakeMotionEvent (get_display (), -1, to_x, to_y, CurrentTime);
  XFlush (get_display ());
}

/* Moves the pointer to a place in the widget, in small steps as a hand does. */
void
pointer_move (GtkWidget *widget, double x, double y)
{
  Window root = DefaultRootWindow (get_display ()), child, unused;
  int from_x, from_y, to_x, to_y, unused_x, unused_y;
  unsigned int mask;

  get_place (widget, x, y, &to_x, &to_y);
  XQueryPointer (get_display (), root, &unused, &child, &from_x, &from_y, &unused_x, &unused_y,
                 &mask);
  for (int step = 1; step <= 8; step++)
    {
      XTestFakeMotionEvent (get_display (), -1, from_x + (to_x - from_x) * step / 8,
                            from_y + (to_y - from_y) * step / 8, CurrentTime);
      XSync (get_display (), False);
      mull_gui_test_drain ();
    }
  pointer_settle ();
}

void
pointer_press (guint button)
{
  XTestFakeButtonEvent (get_display (), button, True, CurrentTime);
  XSync (get_display (), False);
}

void
pointer_release (guint button)
{
  XTestFakeButtonEvent (get_display (), button, False, CurrentTime);
  XSync (get_display (), False);
}

/* Presses or releases a key, by its X name. */
void
pointer_key (const char *name, gboolean down)
{
  KeyCode code = XKeysymToKeycode (get_display (), XStringToKeysym (name));

  g_assert_cmpuint (code, !=, 0);
  XTestFakeKeyEvent (get_display (), code, down, CurrentTime);
  XSync (get_display (), False);
}
