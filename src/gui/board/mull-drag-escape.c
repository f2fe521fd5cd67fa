/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-drag-escape"

#include "config.h"

#include "mull-drag-escape.h"

#ifdef HAVE_X11

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>

/* During a drag GTK 4.8 grabs Escape on the root window, but drops the event when it comes, having
 * no surface for that window. Here it is seen before it is dropped. */

static gboolean
is_escape_press (GdkX11Display *display, const XEvent *event)
{
  const XGenericEventCookie *cookie = &event->xcookie;
  Display *xdisplay = gdk_x11_display_get_xdisplay (GDK_DISPLAY (display));
  const XIDeviceEvent *key;

  /* XInput is the only extension that GDK asks for generic events with this number and data. */
  if (cookie->type != GenericEvent || cookie->evtype != XI_KeyPress || cookie->data == NULL)
    return FALSE;
  key = cookie->data;
  return key->detail == XKeysymToKeycode (xdisplay, XK_Escape);
}

static gboolean
on_display_xevent_cb (GdkX11Display *display, gpointer event, GtkDragSource *source)
{
  GdkDrag *drag = gtk_drag_source_get_drag (source);

  if (drag == NULL || !is_escape_press (display, event))
    return FALSE;
  /* gtk_drag_source_drag_cancel() reports a cancel but keeps the pointer grabbed, and releasing the
   * button would still drop. */
  g_signal_emit_by_name (drag, "cancel", GDK_DRAG_CANCEL_USER_CANCELLED);
  return TRUE;
}

static void
on_source_drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  GdkDisplay *display = gdk_drag_get_display (drag);

  if (GDK_IS_X11_DISPLAY (display))
    g_signal_connect_object (display, "xevent", G_CALLBACK (on_display_xevent_cb), source, 0);
}

static void
on_source_drag_end_cb (GtkDragSource *source,
                       GdkDrag *drag,
                       gboolean delete_data,
                       gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gdk_drag_get_display (drag), on_display_xevent_cb, source);
}

#endif

/**
 * mull_drag_escape_attach:
 * @source: where drags start
 *
 * Makes Escape put back what is being dragged from @source. Wayland does so by itself; there, and
 * where GTK was built without X11, this does nothing.
 */
void
mull_drag_escape_attach (GtkDragSource *source)
{
  g_return_if_fail (GTK_IS_DRAG_SOURCE (source));

#ifdef HAVE_X11
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_source_drag_begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_source_drag_end_cb), NULL);
#endif
}
