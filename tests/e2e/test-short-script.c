/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The shortest visit: start, fill with the sample, look, quit. It is run under valgrind (the
 * environment variable MULL_WRAPPER), whose word on the program's memory is its exit status.
 */
#include "config.h"

#include "mull-driver.h"

static void
test_short_script (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, "2026-03-02T09:00");
  g_autoptr (AtspiAccessible) sample = NULL;
  g_autoptr (AtspiAccessible) again = NULL;
  g_auto (GStrv) wrapper = NULL;

  if (g_getenv ("MULL_WRAPPER") != NULL)
    {
      g_assert_true (g_shell_parse_argv (g_getenv ("MULL_WRAPPER"), NULL, &wrapper, NULL));
      mull_driver_set_wrapper (driver, (const char *const *) wrapper);
    }
  mull_driver_start (driver, NULL);
  sample = mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "*Sample Pipeline*");
  mull_driver_activate (sample);
  mull_driver_wait_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "*Sample Pipeline*");
  mull_driver_key (driver, "<Control>z");
  again = mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "*Sample Pipeline*");
  mull_driver_stop (driver);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/short-script", test_short_script);
  return g_test_run ();
}
