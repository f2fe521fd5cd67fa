/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was deleted comes back from the trash and from the history; who is erased does not. */
#define _GNU_SOURCE /* memmem() */

#include "config.h"

#include "mull-driver.h"

#include <string.h>

#define NOW "2026-03-02T09:00"
#define CARD "*, Boiler service, *"

static MullDriver *
start (void)
{
  MullDriver *driver = mull_driver_new (NULL, NOW);

  g_free (
      mull_driver_command (driver, "add", "deal", "Boiler service", "--person", "Ann Ruiz", NULL));
  g_free (
      mull_driver_command (driver, "log", "1", "--kind", "note", "She spoke of Pentecost", NULL));
  mull_driver_start (driver, NULL);
  mull_driver_wait_focus (driver, CARD);
  return driver;
}

static void
delete_deal (MullDriver *driver)
{
  mull_driver_key (driver, "Delete");
  mull_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, CARD);
}

static void
expect (MullDriver *driver, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) hit = mull_driver_find (driver, NULL, role, name);
}

static void
press_in_row (MullDriver *driver, const char *row, const char *button)
{
  g_autoptr (AtspiAccessible) hit = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, row);

  mull_driver_press (driver, hit, button);
}

static void
check_command (MullDriver *driver, const char *const *words, const char *part, gboolean has_part)
{
  g_autofree char *said = mull_driver_command (driver, words[0], words[1], NULL);

  g_assert_cmpint (strstr (said, part) != NULL, ==, has_part);
}

static void
test_restore (void)
{
  g_autoptr (MullDriver) driver = start ();
  g_autoptr (AtspiAccessible) item = NULL;

  delete_deal (driver);
  mull_driver_key (driver, "F10");
  item = mull_driver_find (driver, NULL, ATSPI_ROLE_MENU_ITEM, "*Trash*");
  mull_driver_activate (item);
  mull_driver_wait_window (driver, "Trash", TRUE);
  mull_driver_lint (driver, "trash");
  press_in_row (driver, "Boiler service, Deal*", "Restore");
  expect (driver, ATSPI_ROLE_LABEL, "The Trash Is Empty");
  mull_driver_key (driver, "<Alt>Left");
  expect (driver, ATSPI_ROLE_LIST_ITEM, CARD);
  check_command (driver, (const char *const[]){ "show", "1" }, "She spoke of Pentecost", TRUE);
  mull_driver_stop (driver);
}

/* To a point before the note, and on again to the end. */
static void
test_history (void)
{
  g_autoptr (MullDriver) driver = start ();

  delete_deal (driver);
  mull_driver_key (driver, "<Control>h");
  mull_driver_wait_window (driver, "History", TRUE);
  mull_driver_lint (driver, "history");
  press_in_row (driver, "Add “Boiler service”, *", "Undo to Here");
  expect (driver, ATSPI_ROLE_LIST_ITEM, "Add “Boiler service”, *The present");
  check_command (driver, (const char *const[]){ "show", "1" }, "She spoke of Pentecost", FALSE);
  press_in_row (driver, "Log: Note, *", "Redo to Here");
  expect (driver, ATSPI_ROLE_LIST_ITEM, "Log: Note, *The present");
  mull_driver_key (driver, "<Alt>Left");
  expect (driver, ATSPI_ROLE_LIST_ITEM, CARD);
  check_command (driver, (const char *const[]){ "show", "1" }, "She spoke of Pentecost", TRUE);
  mull_driver_stop (driver);
}

static gboolean
is_in_file (MullDriver *driver, const char *words)
{
  g_autofree char *path = g_build_filename (mull_driver_get_data_dir (driver), "mulligan.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, &error));
  g_assert_no_error (error);
  return memmem (bytes, size, words, strlen (words)) != NULL;
}

static void
test_erase (void)
{
  g_autoptr (MullDriver) driver = start ();
  g_autoptr (AtspiAccessible) person = NULL;
  g_autoptr (AtspiAccessible) item = NULL;

  mull_driver_key (driver, "<Control>k");
  mull_driver_wait_focus (driver, "Go to a deal*");
  mull_driver_type (driver, "ruiz");
  person = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, "Ann Ruiz*");
  mull_driver_key (driver, "Return");
  mull_driver_wait_window (driver, "Go To", FALSE);
  mull_driver_wait_window (driver, "Ann Ruiz", TRUE);
  mull_driver_wait_focus (driver, "Back");
  mull_driver_key (driver, "Tab");
  mull_driver_wait_focus (driver, "Edit");
  mull_driver_key (driver, "Tab");
  mull_driver_wait_focus (driver, "More");
  mull_driver_key (driver, "Return");
  item = mull_driver_find (driver, NULL, ATSPI_ROLE_MENU_ITEM, "*Erase for Good*");
  mull_driver_activate (item);
  expect (driver, ATSPI_ROLE_LABEL, "Erase “Ann Ruiz” for good?");
  mull_driver_lint (driver, "erase");
  mull_driver_press (driver, NULL, "*Erase “Ann Ruiz”");
  expect (driver, ATSPI_ROLE_LABEL, "“Ann Ruiz” is erased");
  check_command (driver, (const char *const[]){ "show", "1" }, "Ann Ruiz", FALSE);
  mull_driver_stop (driver);
  g_assert_false (is_in_file (driver, "Ruiz"));
  g_assert_true (is_in_file (driver, "Boiler service"));
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/e2e/trash/restore", test_restore);
  g_test_add_func ("/e2e/trash/history", test_history);
  g_test_add_func ("/e2e/trash/erase", test_erase);
  return g_test_run ();
}
