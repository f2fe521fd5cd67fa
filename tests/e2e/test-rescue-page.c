/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data that is damaged or gone: the truth is told, and the board is there again. */
#include "config.h"

#include "mull-driver.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW "2026-03-02T09:00"

typedef struct
{
  char *folder;
  char *file;
  char *digest;
} Fixture;

static char *
read_digest (const char *folder)
{
  g_autoptr (MullDriver) driver = mull_driver_new (folder, NOW);

  return mull_driver_command (driver, "check", "--digest", NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullDriver) driver = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *made = NULL;

  fixture->folder = mull_driver_make_folder ();
  fixture->file = g_build_filename (fixture->folder, "mulligan.db", NULL);
  driver = mull_driver_new (fixture->folder, NOW);
  filled = mull_driver_command (driver, "demo", NULL);
  made = mull_driver_command (driver, "backup", NULL);
  fixture->digest = read_digest (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mull_driver_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->digest);
}

static void
press (MullDriver *driver, const char *name)
{
  g_autoptr (AtspiAccessible) button =
      mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, name);

  mull_driver_activate (button);
}

static void
assert_board (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) board = NULL;

  mull_driver_wait_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "*Try Again");
  board = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "*Qualify*");
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullDriver) driver = mull_driver_new (fixture->folder, NOW);
  g_autoptr (AtspiAccessible) truth = NULL;
  g_autoptr (AtspiAccessible) choice = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *digest = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->file, &bytes, &size, NULL));
  for (guint i = 0; i < 64; i++)
    bytes[i] = (char) ~bytes[i];
  g_assert_true (g_file_set_contents (fixture->file, bytes, (gssize) size, NULL));
  mull_driver_start (driver, NULL);
  choice = mull_driver_find (driver, NULL, ATSPI_ROLE_RADIO_BUTTON, "Repaired copy*");
  truth = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "Your data could not be opened");
  mull_driver_lint (driver, "the page of damaged data");
  press (driver, "*Repair");
  assert_board (driver);
  mull_driver_stop (driver);
  digest = read_digest (fixture->folder);
  g_assert_cmpstr (digest, ==, fixture->digest);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullDriver) driver = mull_driver_new (fixture->folder, NOW);
  g_autoptr (AtspiAccessible) choice = NULL;
  g_autofree char *digest = NULL;

  g_assert_cmpint (g_unlink (fixture->file), ==, 0);
  mull_driver_start (driver, NULL);
  choice = mull_driver_find (driver, NULL, ATSPI_ROLE_RADIO_BUTTON, "Backup of*");
  mull_driver_click (driver, choice, 1);
  press (driver, "*Put Back");
  assert_board (driver);
  mull_driver_stop (driver);
  digest = read_digest (fixture->folder);
  g_assert_cmpstr (digest, ==, fixture->digest);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add ("/rescue-page/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/rescue-page/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
