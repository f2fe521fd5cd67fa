/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-driver.h"

static void
test_journey (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, "2026-03-02T09:00");
  g_autoptr (AtspiAccessible) sample = NULL;

  mull_driver_start (driver, NULL);
  sample = mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "*Sample Pipeline*");
  mull_driver_lint (driver, "the start page");
  mull_driver_activate (sample);
  mull_driver_wait_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "*Sample Pipeline*");
  mull_driver_lint (driver, "the board");
  mull_driver_stop (driver);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/journey", test_journey);
  return g_test_run ();
}
