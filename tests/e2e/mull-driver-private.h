/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <X11/Xlib.h>

#include "mull-driver.h"

G_BEGIN_DECLS

typedef struct _MullDriverNotifications MullDriverNotifications;

struct _MullDriver
{
  /* Owned */
  char *program;
  char *data_dir;
  char *now;
  gboolean data_dir_is_ours;
  char **wrapper;
  GSubprocessLauncher *launcher;
  GSubprocess *process;
  GCancellable *reading;
  GString *messages;
  const char *const *forgiven; /* (nullable) */
  AtspiAccessible *application;
  GDBusConnection *accessibility_bus; /* (nullable) until the program was started */
  MullDriverNotifications *notifications;
  Display *display;
  Window clipboard; /* owns what was copied */
  char *copied;     /* (nullable) */
  int pointer_x;
  int pointer_y;
};

GStrv mull_driver_build_arguments (MullDriver *self, va_list more) G_GNUC_WARN_UNUSED_RESULT;
char *mull_driver_dup_bus_name (MullDriver *self, GDBusConnection *bus, const char *prefix);
gboolean mull_driver_may_be_asked (MullDriver *self);
void mull_driver_settle (MullDriver *self);
void mull_driver_serve_clipboard (MullDriver *self);
MullDriverNotifications *mull_driver_notifications_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_driver_notifications_free (MullDriverNotifications *self);

G_END_DECLS
