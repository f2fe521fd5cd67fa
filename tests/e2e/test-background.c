/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program without its window: gone, or there for a reason. */
#include "config.h"

#include "journey-steps.h"

#include <string.h>

#define NOW "2026-03-02T09:00"

static MullDriver *
start (void)
{
  MullDriver *driver = mull_driver_new (NULL, NOW);

  mull_driver_start (driver, NULL);
  journey_fill_with_sample (driver);
  return driver;
}

static gboolean
has_ended (MullDriver *driver, gpointer user_data)
{
  return !mull_driver_is_running (driver);
}

/* Closed means closed: nothing of it goes on behind the rep's back. */
static void
test_close (void)
{
  g_autoptr (MullDriver) driver = start ();

  mull_driver_key (driver, "<Control>w");
  mull_driver_wait_for (driver, "the end of the program", has_ended, NULL);
}

static gboolean
has_window (MullDriver *driver, gpointer user_data)
{
  return mull_driver_count (driver, NULL, ATSPI_ROLE_FRAME, NULL) > 0;
}

static gboolean
has_no_window (MullDriver *driver, gpointer user_data)
{
  return !has_window (driver, NULL);
}

/* Who asked to be reminded while the window is closed keeps the program, without a window, until
 * it is quit. */
static void
test_close_and_remind (void)
{
  g_autoptr (MullDriver) driver = start ();
  g_autoptr (AtspiAccessible) reminds = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autofree char *list = NULL;

  mull_driver_key (driver, "<Control>comma");
  mull_driver_wait_window (driver, "Preferences", TRUE);
  reminds = mull_driver_find (driver, NULL, ATSPI_ROLE_CHECK_BOX, "Also while the window*");
  mull_driver_activate (reminds);
  mull_driver_key (driver, "Escape");
  mull_driver_wait_window (driver, "Preferences", FALSE);
  mull_driver_key (driver, "<Control>w");
  mull_driver_wait_for (driver, "no window", has_no_window, NULL);
  g_assert_true (mull_driver_is_running (driver));
  list = mull_driver_command (driver, "list", "deals", NULL);
  g_assert_true (mull_driver_is_running (driver));
  g_assert_cmpint (mull_driver_run (driver, &out, &err, NULL), ==, 0);
  mull_driver_wait_for (driver, "the window again", has_window, NULL);
  mull_driver_wait_window (driver, "Sales", TRUE);
  mull_driver_stop (driver);
}

static GVariant *
call (const char *name, const char *path, const char *method, GVariant *arguments)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (method, " ", 2);
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_sync (bus, name, path, parts[0], parts[1], arguments,
                                                  NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

/* (nullable): the name under which the program is known on the session bus. */
static char *
dup_bus_name (void)
{
  g_autoptr (GVariant) answer = call ("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                      "org.freedesktop.DBus ListNames", NULL);
  g_autofree const char **names = NULL;

  g_variant_get (answer, "(^a&s)", &names);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "org.mulliganapp.Mulligan"))
      return g_strdup (names[i]);
  return NULL;
}

static gboolean
has_bus_name (MullDriver *driver, gpointer user_data)
{
  g_autofree char *name = dup_bus_name ();

  return name != NULL;
}

static gboolean
has_exited (MullDriver *driver, gpointer service)
{
  return g_subprocess_get_identifier (service) == NULL;
}

/* The session bus starts it without a window, and asks for one then: so does a desktop's menu. */
static void
test_service (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, NOW);
  g_autoptr (GSubprocess) service = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  service = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("MULL_PROGRAM"),
                              "--data-dir", mull_driver_get_data_dir (driver), "--now", NOW,
                              "--gapplication-service", NULL);
  g_assert_no_error (error);
  mull_driver_wait_for (driver, "the service", has_bus_name, NULL);
  g_assert_cmpint (mull_driver_run (driver, &out, &err, NULL), ==, 0);
  mull_driver_wait_window (driver, "Mulligan", TRUE);
  name = dup_bus_name ();
  path = g_strdelimit (g_strconcat ("/", name, NULL), ".", '/');
  answer = call (name, path, "org.gtk.Actions Activate",
                 g_variant_new ("(sava{sv})", "quit", NULL, NULL));
  mull_driver_wait_for (driver, "the end of the service", has_exited, service);
  g_assert_cmpint (g_subprocess_get_exit_status (service), ==, 0);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/background/close", test_close);
  g_test_add_func ("/background/close-and-remind", test_close_and_remind);
  g_test_add_func ("/background/service", test_service);
  return g_test_run ();
}
