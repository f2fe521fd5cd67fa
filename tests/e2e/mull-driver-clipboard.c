/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-driver-clipboard"

#include "config.h"

#include "mull-driver-private.h"

#include <X11/Xatom.h>
#include <string.h>

static Atom
atom (MullDriver *self, const char *name)
{
  return XInternAtom (self->display, name, False);
}

/* Whole, however long: the server takes requests of some megabytes. */
static gboolean
answer (MullDriver *self, const XSelectionRequestEvent *request)
{
  Atom targets[] = { atom (self, "TARGETS"), atom (self, "UTF8_STRING") };

  if (request->target == targets[0])
    XChangeProperty (self->display, request->requestor, request->property, XA_ATOM, 32,
                     PropModeReplace, (const unsigned char *) targets, G_N_ELEMENTS (targets));
  else if (request->target == targets[1])
    XChangeProperty (self->display, request->requestor, request->property, targets[1], 8,
                     PropModeReplace, (const unsigned char *) self->copied,
                     (int) strlen (self->copied));
  else
    return FALSE;
  return TRUE;
}

/**
 * mull_driver_serve_clipboard:
 *
 * Gives what was copied to those who have asked for it since the last call.
 */
void
mull_driver_serve_clipboard (MullDriver *self)
{
  XEvent event;

  while (self->copied != NULL &&
         XCheckTypedWindowEvent (self->display, self->clipboard, SelectionRequest, &event))
    {
      const XSelectionRequestEvent *request = &event.xselectionrequest;
      XSelectionEvent reply = { .type = SelectionNotify,
                                .display = self->display,
                                .requestor = request->requestor,
                                .selection = request->selection,
                                .target = request->target,
                                .property = answer (self, request) ? request->property : None,
                                .time = request->time };

      XSendEvent (self->display, request->requestor, False, NoEventMask, (XEvent *) &reply);
      XFlush (self->display);
    }
}

/**
 * mull_driver_copy:
 * @text: what is in the clipboard from now on
 *
 * Copies a text as another program would.
 */
void
mull_driver_copy (MullDriver *self, const char *text)
{
  g_free (self->copied);
  self->copied = g_strdup (text);
  if (self->clipboard == None)
    self->clipboard =
        XCreateSimpleWindow (self->display, DefaultRootWindow (self->display), 0, 0, 1, 1, 0, 0, 0);
  XSetSelectionOwner (self->display, atom (self, "CLIPBOARD"), self->clipboard, CurrentTime);
  XSync (self->display, False);
  g_assert_cmpuint (XGetSelectionOwner (self->display, atom (self, "CLIPBOARD")), ==,
                    self->clipboard);
  mull_driver_settle (self);
}
