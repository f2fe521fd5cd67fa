/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "first-paint"

/* first-paint PROGRAM [ARGUMENT...]
 *
 * Starts a program, watches from outside what the X server is told to draw, and prints when the
 * first window came up (map_ms), when something was drawn first (paint_ms), and when the drawing
 * came to rest (settled_ms): nothing more was drawn for QUIET_MS. Also the memory that only this
 * program holds (anon_mb). Then ends it. */

#include "config.h"

#include "bench.h"

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define QUIET_MS 700
#define PATIENCE_MS 60000
/* What is smaller is a cursor or a tooltip. */
#define MIN_AREA 2500
#define MIN_WIDTH 300

typedef struct
{
  Display *display;
  int damage_event;
  pid_t child;
  double start;
  double mapped;
  double first;
  double last;
} Watch;

static int
on_x_error_cb (Display *display, XErrorEvent *event)
{
  /* Windows come and go while we look at them. */
  return 0;
}

static void
on_mapped (Watch *self, XMapEvent *event)
{
  XWindowAttributes attributes;

  if (self->mapped < 0 && !event->override_redirect &&
      XGetWindowAttributes (self->display, event->window, &attributes) != 0 &&
      attributes.width >= MIN_WIDTH)
    self->mapped = bench_now_ms () - self->start;
}

static void
on_damage (Watch *self, XDamageNotifyEvent *event)
{
  if (self->mapped < 0 || event->area.width * event->area.height < MIN_AREA)
    return;
  self->last = bench_now_ms () - self->start;
  if (self->first < 0)
    self->first = self->last;
}

static void
read_events (Watch *self)
{
  while (XPending (self->display) > 0)
    {
      XEvent event;

      XNextEvent (self->display, &event);
      if (event.type == MapNotify)
        on_mapped (self, &event.xmap);
      else if (event.type == self->damage_event)
        {
          XDamageNotifyEvent damage;

          memcpy (&damage, &event, sizeof damage);
          on_damage (self, &damage);
        }
    }
}

/* Until nothing is drawn any more. Returns whether that came to pass. */
static gboolean
watch (Watch *self)
{
  for (;;)
    {
      struct pollfd source = { ConnectionNumber (self->display), POLLIN, 0 };
      double now;

      read_events (self);
      now = bench_now_ms () - self->start;
      if (self->last >= 0 && now - self->last > QUIET_MS)
        return TRUE;
      if (now > PATIENCE_MS || waitpid (self->child, NULL, WNOHANG) != 0)
        return FALSE;
      poll (&source, 1, 5);
    }
}

static double
read_anonymous_mb (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", (int) pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, "Anonymous:");
  return line != NULL ? (double) g_ascii_strtoll (line + strlen ("Anonymous:"), NULL, 10) / 1024
                      : 0;
}

static void
end (pid_t child)
{
  kill (child, SIGTERM);
  for (int i = 0; i < 40; i++)
    {
      if (waitpid (child, NULL, WNOHANG) != 0)
        return;
      g_usleep (25000);
    }
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
}

int
main (int argc, char *argv[])
{
  Watch self = { .mapped = -1, .first = -1, .last = -1 };
  Window root;
  int error_base;
  gboolean settled;

  if (argc < 2)
    return 2;
  self.display = XOpenDisplay (NULL);
  if (self.display == NULL ||
      !XDamageQueryExtension (self.display, &self.damage_event, &error_base))
    {
      fprintf (stderr, "no display that tells what it draws\n");
      return EXIT_FAILURE;
    }
  XSetErrorHandler (on_x_error_cb);
  self.damage_event += XDamageNotify;
  root = DefaultRootWindow (self.display);
  XSelectInput (self.display, root, SubstructureNotifyMask);
  XDamageCreate (self.display, root, XDamageReportRawRectangles);
  /* Over a card it would bring up a tooltip, and that is not of the start. */
  XWarpPointer (self.display, None, root, 0, 0, 0, 0, 0, 0);
  XSync (self.display, True);

  self.start = bench_now_ms ();
  self.child = fork ();
  if (self.child == 0)
    {
      execv (argv[1], argv + 1);
      perror (argv[1]);
      _exit (127);
    }
  settled = watch (&self);
  if (settled)
    {
      bench_print ("map_ms", self.mapped);
      bench_print ("paint_ms", self.first);
      bench_print ("settled_ms", self.last);
      bench_print ("anon_mb", read_anonymous_mb (self.child));
    }
  end (self.child);
  XCloseDisplay (self.display);
  return settled ? EXIT_SUCCESS : EXIT_FAILURE;
}
