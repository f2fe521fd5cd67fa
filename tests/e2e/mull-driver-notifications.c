/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-driver-notifications"

#include "config.h"

#include "mull-driver-private.h"

/* What a desktop offers and the bare bus of gui-session.sh lacks: GIO warns without it. Of the
 * interface, what GIO calls. */
static const char INTERFACE[] =
    "<node><interface name='org.freedesktop.Notifications'>"
    "<method name='Notify'>"
    "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in' name='summary'/><arg type='s' direction='in' name='body'/>"
    "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='i' direction='in'/><arg type='u' direction='out'/>"
    "</method>"
    "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
    "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
    "</interface></node>";

struct _MullDriverNotifications
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GDBusConnection *bus;
  GMutex lock;
  GPtrArray *summaries; /* (element-type utf8): under the lock */
};

static guint
add (MullDriverNotifications *self, const char *summary)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  g_ptr_array_add (self->summaries, g_strdup (summary));
  return self->summaries->len;
}

static void
on_bus_method_call_cb (GDBusConnection *connection,
                       const char *sender,
                       const char *path,
                       const char *interface,
                       const char *method,
                       GVariant *parameters,
                       GDBusMethodInvocation *invocation,
                       gpointer user_data)
{
  const char *summary = NULL;
  GVariant *reply = NULL;

  if (g_str_equal (method, "Notify"))
    {
      g_variant_get_child (parameters, 3, "&s", &summary);
      reply = g_variant_new ("(u)", add (user_data, summary));
    }
  else if (g_str_equal (method, "GetCapabilities"))
    reply = g_variant_new_parsed ("(['actions', 'body'],)");
  g_dbus_method_invocation_return_value (invocation, reply);
}

static const GDBusInterfaceVTable VTABLE = { .method_call = on_bus_method_call_cb };

static gpointer
serve (gpointer user_data)
{
  MullDriverNotifications *self = user_data;
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GError) error = NULL;
  guint object = 0;
  guint name = 0;

  g_main_context_push_thread_default (self->context);
  node = g_dbus_node_info_new_for_xml (INTERFACE, &error);
  g_assert_no_error (error);
  object = g_dbus_connection_register_object (self->bus, "/org/freedesktop/Notifications",
                                              node->interfaces[0], &VTABLE, self, NULL, &error);
  g_assert_no_error (error);
  name = g_bus_own_name_on_connection (self->bus, "org.freedesktop.Notifications",
                                       G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  g_main_loop_run (self->loop);
  g_bus_unown_name (name);
  g_dbus_connection_unregister_object (self->bus, object);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

/**
 * mull_driver_notifications_new:
 *
 * Takes the notifications of all programs on the session bus until it is freed; in a thread, since
 * a journey may wait long for a slow program that waits for an answer.
 *
 * Returns: (transfer full): nothing shown yet
 */
MullDriverNotifications *
mull_driver_notifications_new (void)
{
  MullDriverNotifications *self = g_new0 (MullDriverNotifications, 1);
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->lock);
  self->summaries = g_ptr_array_new_with_free_func (g_free);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  /* A connection of its own: a journey may have two drivers. The first takes the notifications. */
  address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->bus =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);
  self->thread = g_thread_new ("notifications", serve, self);
  return self;
}

static gboolean
on_end_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

/**
 * mull_driver_notifications_free:
 * @self: (transfer full): what was shown
 */
void
mull_driver_notifications_free (MullDriverNotifications *self)
{
  /* From inside: a loop that does not run yet would not hear of its end. */
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, on_end_cb, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);
  g_ptr_array_unref (self->summaries);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_object_unref (self->bus);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * mull_driver_count_notifications:
 * @summary: a pattern: "*is due*"
 *
 * Returns: how often a notification with such a title was shown since the driver was made
 */
guint
mull_driver_count_notifications (MullDriver *self, const char *summary)
{
  GPtrArray *summaries = self->notifications->summaries;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->notifications->lock);
  guint n = 0;

  for (guint i = 0; i < summaries->len; i++)
    n += g_pattern_match_simple (summary, summaries->pdata[i]);
  return n;
}

/**
 * mull_driver_has_notification:
 * @summary: a pattern: "*is due*"
 *
 * Returns: whether a notification with such a title was shown since the driver was made
 */
gboolean
mull_driver_has_notification (MullDriver *self, const char *summary)
{
  return mull_driver_count_notifications (self, summary) > 0;
}
