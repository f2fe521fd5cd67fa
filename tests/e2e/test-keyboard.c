/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without a pointer, and without eyes: where Tab leads, and whether everything there has a name. */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

#define MAX_STOPS 60

static MullDriver *
start_with_sample (void)
{
  MullDriver *driver = mull_driver_new (NULL, "2026-03-02T09:00");
  g_autofree char *said = mull_driver_command (driver, "demo", NULL);

  mull_driver_start (driver, NULL);
  mull_driver_wait_focus (driver, "*in this stage*");
  return driver;
}

/* The focus moves between two looks: what is not what it was is where it came to. */
typedef struct
{
  const char *before;
  char *now;
} Stop;

static gboolean
has_moved (MullDriver *driver, gpointer user_data)
{
  Stop *stop = user_data;

  g_free (stop->now);
  stop->now = mull_driver_dup_focus (driver);
  return stop->now != NULL && !g_str_equal (stop->now, stop->before);
}

static char *
press (MullDriver *driver, const char *key, const char *before)
{
  Stop stop = { .before = before };

  mull_driver_key (driver, key);
  mull_driver_wait_for (driver, "the next stop", has_moved, &stop);
  return stop.now;
}

/* Once round, back to where it began. */
static GPtrArray *
go_round (MullDriver *driver, const char *key)
{
  GPtrArray *stops = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (stops, mull_driver_dup_focus (driver));
  while (stops->len < 2 || !g_str_equal (stops->pdata[0], stops->pdata[stops->len - 1]))
    {
      g_assert_cmpuint (stops->len, <, MAX_STOPS);
      g_ptr_array_add (stops, press (driver, key, stops->pdata[stops->len - 1]));
    }
  return stops;
}

static void
test_tab_round (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autoptr (GPtrArray) forward = go_round (driver, "Tab");
  g_autoptr (GPtrArray) backward = go_round (driver, "<Shift>Tab");
  guint n_cards = 0;

  for (guint i = 0; i + 1 < forward->len; i++)
    {
      const char *name = forward->pdata[i];

      g_test_message ("%s", name);
      g_assert_cmpstr (name, !=, "");
      g_assert_false (g_str_has_prefix (name, "Gtk") || g_str_has_prefix (name, "Adw") ||
                      g_str_has_prefix (name, "Mull"));
      n_cards += strstr (name, "in this stage") != NULL;
    }
  /* One stop a column, however many cards. */
  g_assert_cmpuint (n_cards, ==, 4);
  g_assert_cmpuint (forward->len, ==, backward->len);
  for (guint i = 0; i < forward->len; i++)
    g_assert_cmpstr (forward->pdata[i], ==, backward->pdata[backward->len - 1 - i]);
  mull_driver_stop (driver);
}

/* Every page, one after the other: pages that were seen stay in the tree and are looked at again.
 */
static void
test_names (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();

  mull_driver_lint (driver, "the board");
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_lint (driver, "the deal");
  mull_driver_stop (driver);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/keyboard/tab-round", test_tab_round);
  g_test_add_func ("/keyboard/names", test_names);
  return g_test_run ();
}
