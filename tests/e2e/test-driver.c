/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The driver itself, on a program made for it: a journey that fails must mean the real program. */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

static MullDriver *
start (void)
{
  MullDriver *driver = mull_driver_new (NULL, "2026-03-02T09:00");

  mull_driver_start (driver, NULL);
  return driver;
}

static void
test_command (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, NULL);
  g_autofree char *output = mull_driver_command (driver, "demo", NULL);
  g_autofree char *expected = g_strdup_printf ("demo in %s\n", mull_driver_get_data_dir (driver));

  g_assert_cmpstr (output, ==, expected);
  g_assert_true (g_file_test (mull_driver_get_data_dir (driver), G_FILE_TEST_IS_DIR));
}

static void
test_type_and_click (void)
{
  g_autoptr (MullDriver) driver = start ();
  g_autoptr (AtspiAccessible) entry = mull_driver_find (driver, NULL, ATSPI_ROLE_TEXT, "Name");
  g_autoptr (AtspiAccessible) button =
      mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "Add");
  g_autoptr (AtspiAccessible) outcome = NULL;
  g_autofree char *text = NULL;

  mull_driver_click (driver, entry, 1);
  mull_driver_wait_focus (driver, "Name");
  mull_driver_type (driver, "Söhne & Co (日)");
  mull_driver_click (driver, button, 1);
  outcome = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "added *");
  text = mull_driver_dup_text (outcome);
  g_assert_cmpstr (text, ==, "added Söhne & Co (日)");
  mull_driver_stop (driver);
}

static void
test_set_text_and_activate (void)
{
  g_autoptr (MullDriver) driver = start ();
  g_autoptr (AtspiAccessible) entry = mull_driver_find (driver, NULL, ATSPI_ROLE_TEXT, "Name");
  g_autoptr (AtspiAccessible) button =
      mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "Add");
  g_autoptr (AtspiAccessible) outcome = NULL;

  mull_driver_set_text (entry, "at once");
  mull_driver_activate (button);
  outcome = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "added at once");
  mull_driver_wait_gone (driver, ATSPI_ROLE_LABEL, "nothing yet");
  g_assert_cmpuint (mull_driver_count (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "Add"), ==, 1);
  mull_driver_stop (driver);
}

static void
test_drag (void)
{
  g_autoptr (MullDriver) driver = start ();
  g_autoptr (AtspiAccessible) card =
      mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "Card");
  g_autoptr (AtspiAccessible) target =
      mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "Target");
  g_autoptr (AtspiAccessible) still_nothing = NULL;
  g_autoptr (AtspiAccessible) outcome = NULL;

  mull_driver_drag_begin (driver, card);
  mull_driver_drag_out (driver);
  mull_driver_drag_end (driver);
  still_nothing = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "nothing yet");
  mull_driver_drag (driver, card, target);
  outcome = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "dropped Card");
  mull_driver_stop (driver);
}

static void
test_key (void)
{
  g_autoptr (MullDriver) driver = start ();
  g_autoptr (AtspiAccessible) entry = mull_driver_find (driver, NULL, ATSPI_ROLE_TEXT, "Name");
  g_autoptr (AtspiAccessible) outcome = NULL;

  mull_driver_click (driver, entry, 1);
  mull_driver_wait_focus (driver, "Name");
  mull_driver_key (driver, "<Alt>Right");
  outcome = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "Alt and Right");
  mull_driver_stop (driver);
}

static gboolean
has_notification (MullDriver *driver, gpointer user_data)
{
  return mull_driver_has_notification (driver, user_data);
}

static void
test_notification (void)
{
  g_autoptr (MullDriver) driver = start ();
  char noon[] = "Noo*";

  g_assert_false (mull_driver_has_notification (driver, noon));
  mull_driver_action (driver, "notify", NULL);
  mull_driver_wait_for (driver, "the notification", has_notification, noon);
  mull_driver_stop (driver);
}

static void
test_screenshot_and_kill (void)
{
  g_autoptr (MullDriver) driver = start ();
  g_autofree char *path = g_build_filename (mull_driver_get_data_dir (driver), "screen.png", NULL);
  g_autofree char *png = NULL;
  gsize length = 0;

  mull_driver_screenshot (driver, path);
  g_assert_true (g_file_get_contents (path, &png, &length, NULL));
  g_assert_cmpmem (png, 4, "\x89PNG", 4);
  mull_driver_kill (driver);
  g_assert_false (mull_driver_is_running (driver));
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/driver/command", test_command);
  g_test_add_func ("/driver/type-and-click", test_type_and_click);
  g_test_add_func ("/driver/set-text-and-activate", test_set_text_and_activate);
  g_test_add_func ("/driver/drag", test_drag);
  g_test_add_func ("/driver/key", test_key);
  g_test_add_func ("/driver/notification", test_notification);
  g_test_add_func ("/driver/screenshot-and-kill", test_screenshot_and_kill);
  return g_test_run ();
}
