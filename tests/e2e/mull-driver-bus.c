/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program on the bus of the session, and on that of the accessibility. */
#define G_LOG_DOMAIN "mull-driver-bus"

#include "config.h"

#include "mull-driver-private.h"

#define CALL_MILLISECONDS 2000

static guint32
process_of (GDBusConnection *bus, const char *name)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
      g_variant_new ("(s)", name), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  guint32 pid = 0;

  if (reply != NULL)
    g_variant_get (reply, "(u)", &pid);
  return pid;
}

/**
 * mull_driver_dup_bus_name:
 * @bus: a bus
 * @prefix: how the name begins
 *
 * Returns: (transfer full) (nullable): the name of the program on @bus
 */
char *
mull_driver_dup_bus_name (MullDriver *self, GDBusConnection *bus, const char *prefix)
{
  guint pid = mull_driver_get_pid (self);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree const char **names = NULL;

  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/", "org.freedesktop.DBus",
                                       "ListNames", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                       &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(^a&s)", &names);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], prefix) && process_of (bus, names[i]) == pid)
      return g_strdup (names[i]);
  return NULL;
}

static GDBusConnection *
open_accessibility_bus (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) reply = NULL;
  const char *address;
  GDBusConnection *bus;

  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                       "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (address,
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                    G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
  return bus;
}

/* The registry answers from its own list, without asking anybody. */
static gboolean
is_registered (GDBusConnection *bus, const char *name)
{
  g_autoptr (GVariantIter) children = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root",
      "org.a11y.atspi.Accessible", "GetChildren", NULL, G_VARIANT_TYPE ("(a(so))"),
      G_DBUS_CALL_FLAGS_NONE, CALL_MILLISECONDS, NULL, NULL);
  const char *child;

  if (reply == NULL)
    return FALSE;
  g_variant_get (reply, "(a(so))", &children);
  while (g_variant_iter_next (children, "(&so)", &child, NULL))
    if (g_str_equal (child, name))
      return TRUE;
  return FALSE;
}

/**
 * mull_driver_may_be_asked:
 *
 * GTK 4.8 prints criticals when it is asked for its windows, or for the desktop they are on, after
 * it has come to the registry of the accessibility and before that has answered. From then on it
 * has the object that is asked here. Nor may it be asked anything before it has come to the
 * registry: GLib 2.74 complains when a call comes in on a connection that is not quite ready.
 *
 * Returns: whether it may be asked by now
 */
gboolean
mull_driver_may_be_asked (MullDriver *self)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) reply = NULL;

  if (self->accessibility_bus == NULL)
    self->accessibility_bus = open_accessibility_bus ();
  name = mull_driver_dup_bus_name (self, self->accessibility_bus, ":");
  if (name == NULL || !is_registered (self->accessibility_bus, name))
    return FALSE;
  reply = g_dbus_connection_call_sync (
      self->accessibility_bus, name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems",
      NULL, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, CALL_MILLISECONDS, NULL, NULL);
  return reply != NULL;
}
