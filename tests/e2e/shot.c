/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * shot DATA-DIR PICTURE.png [ACTION [PARAMETER]]
 *
 * Starts the program that MULL_PROGRAM names, activates an action of the application if one is
 * given (the parameter is a GVariant as text), waits until nothing changes any more on the screen,
 * and leaves a picture of it. tests/e2e/shots.sh calls it for every look.
 */
#include "config.h"

#include "mull-driver.h"

typedef struct
{
  char *tree;
  gint64 since;
} Stillness;

/* Still is what the accessibility tree has not changed for half a second. */
static gboolean
is_still (MullDriver *driver, gpointer user_data)
{
  Stillness *stillness = user_data;
  g_autofree char *tree = mull_driver_dup_tree (driver);

  if (g_strcmp0 (tree, stillness->tree) != 0)
    {
      g_free (stillness->tree);
      stillness->tree = g_steal_pointer (&tree);
      stillness->since = g_get_monotonic_time ();
    }
  return g_get_monotonic_time () - stillness->since > G_TIME_SPAN_SECOND / 2;
}

static void
wait_until_still (MullDriver *driver)
{
  Stillness stillness = { NULL, 0 };

  mull_driver_wait_for (driver, "a still screen", is_still, &stillness);
  g_free (stillness.tree);
}

int
main (int argc, char **argv)
{
  g_autoptr (MullDriver) driver = NULL;

  mull_driver_init (&argc, &argv);
  if (argc < 3 || argc > 5)
    {
      g_printerr ("usage: shot DATA-DIR PICTURE.png [ACTION [PARAMETER]]\n");
      return 2;
    }
  driver = mull_driver_new (argv[1], g_getenv ("MULL_NOW"));
  mull_driver_start (driver, NULL);
  if (argc > 3)
    {
      g_autoptr (GError) error = NULL;
      GVariant *parameter = argc > 4 ? g_variant_parse (NULL, argv[4], NULL, NULL, &error) : NULL;

      g_assert_no_error (error);
      wait_until_still (driver);
      mull_driver_action (driver, argv[3], parameter);
    }
  wait_until_still (driver);
  mull_driver_screenshot (driver, argv[2]);
  mull_driver_stop (driver);
  return 0;
}
