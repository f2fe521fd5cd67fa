/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drags that are thought better of: nothing is moved, nothing is written, nothing can be undone. */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

#define DEAL "Exhaust heat of three fryers"

typedef struct
{
  MullDriver *driver;
  char *digest;
  char *history;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *said = NULL;

  fixture->driver = mull_driver_new (NULL, "2026-03-02T09:00");
  said = mull_driver_command (fixture->driver, "demo", NULL);
  fixture->digest = mull_driver_command (fixture->driver, "check", "--digest", NULL);
  fixture->history = mull_driver_command (fixture->driver, "history", NULL);
  mull_driver_start (fixture->driver, NULL);
  mull_driver_wait_focus (fixture->driver, "*in this stage*");
}

static AtspiAccessible *
find_card (Fixture *fixture, const char *stage)
{
  g_autoptr (AtspiAccessible) column =
      mull_driver_find (fixture->driver, NULL, ATSPI_ROLE_LIST, stage);

  return mull_driver_find (fixture->driver, column, ATSPI_ROLE_LIST_ITEM, "*, " DEAL ", *");
}

/* In the window, in the file and in the history. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtspiAccessible) card = find_card (fixture, "Qualify");
  g_autofree char *digest = mull_driver_command (fixture->driver, "check", "--digest", NULL);
  g_autofree char *history = mull_driver_command (fixture->driver, "history", NULL);

  g_assert_cmpstr (digest, ==, fixture->digest);
  g_assert_cmpstr (history, ==, fixture->history);
  mull_driver_stop (fixture->driver);
  mull_driver_free (fixture->driver);
  g_free (fixture->digest);
  g_free (fixture->history);
}

/* The outcomes are on the screen for as long as a card is dragged. */
static void
begin (Fixture *fixture)
{
  g_autoptr (AtspiAccessible) card = find_card (fixture, "Qualify");
  g_autoptr (AtspiAccessible) target = NULL;

  mull_driver_drag_begin (fixture->driver, card);
  target = mull_driver_find (fixture->driver, NULL, ATSPI_ROLE_LABEL, "Chose another");
}

static void
wait_end (Fixture *fixture)
{
  mull_driver_wait_gone (fixture->driver, ATSPI_ROLE_LABEL, "Chose another");
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtspiAccessible) column =
      mull_driver_find (fixture->driver, NULL, ATSPI_ROLE_LIST, "Propose");

  begin (fixture);
  mull_driver_drag_to (fixture->driver, column, 0.5, 0.3);
  mull_driver_key (fixture->driver, "Escape");
  wait_end (fixture);
  mull_driver_drag_end (fixture->driver);
}

static void
test_outside (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  mull_driver_drag_out (fixture->driver);
  mull_driver_drag_end (fixture->driver);
  wait_end (fixture);
}

static void
test_own_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtspiAccessible) card = find_card (fixture, "Qualify");
  g_autoptr (AtspiAccessible) column =
      mull_driver_find (fixture->driver, NULL, ATSPI_ROLE_LIST, "Discover");

  begin (fixture);
  mull_driver_drag_to (fixture->driver, column, 0.5, 0.3);
  mull_driver_drag_to (fixture->driver, card, 0.5, 0.5);
  mull_driver_drag_end (fixture->driver);
  wait_end (fixture);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  ADD ("/drag/escape", test_escape);
  ADD ("/drag/outside", test_outside);
  ADD ("/drag/own-place", test_own_place);
  return g_test_run ();
}
