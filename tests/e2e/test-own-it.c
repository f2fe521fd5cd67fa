/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A promise of ours is at risk: it is owned before its day, and a way out replaces it. */
#include "config.h"

#include "mull-driver.h"

#include <glib/gstdio.h>
#include <string.h>

#define DEAL "Boiler service"

static void
expect_said (MullDriver *driver, const char *command, const char *text)
{
  g_autofree char *said = mull_driver_command (driver, command, "1", NULL);

  if (strstr (said, text) == NULL)
    g_error ("“%s 1” does not say “%s”:\n%s", command, text, said);
}

static void
promise (const char *folder)
{
  g_autoptr (MullDriver) driver = mull_driver_new (folder, "2026-03-02T09:00");

  g_free (mull_driver_command (driver, "add", "deal", DEAL, "--person", "Ann Ruiz", NULL));
  g_free (mull_driver_command (driver, "promise", "1", "--ours", "--due", "2026-03-12", "--words",
                               "Forty valves", NULL));
  g_free (mull_driver_command (driver, "risk", "1", NULL));
}

static void
press_on (MullDriver *driver, const char *page_name, const char *button)
{
  g_autoptr (AtspiAccessible) page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, page_name);

  mull_driver_press (driver, page, button);
}

static void
open_deal (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) column = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST, "Qualify");
  g_autoptr (AtspiAccessible) card =
      mull_driver_find (driver, column, ATSPI_ROLE_LIST_ITEM, "*, " DEAL ", *");

  mull_driver_click (driver, card, 1);
  mull_driver_wait_focus (driver, "*, " DEAL ", *");
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "What happened");
}

static void
fill (MullDriver *driver, AtspiAccessible *window, const char *label, const char *text)
{
  g_autoptr (AtspiAccessible) field = mull_driver_find (driver, window, ATSPI_ROLE_TEXT, label);

  mull_driver_set_text (field, text);
}

static void
expect_text (MullDriver *driver, AtspiAccessible *page, const char *label, const char *expected)
{
  g_autoptr (AtspiAccessible) field = mull_driver_find (driver, page, ATSPI_ROLE_TEXT, label);
  g_autofree char *text = mull_driver_dup_text (field);

  g_assert_cmpstr (text, ==, expected);
}

/* The truth and the effort are typed; Escape, and then the end of the program, take nothing away.
 */
static void
begin (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) page = NULL;

  press_on (driver, "MullDealPage", "Own It");
  mull_driver_wait_focus (driver, "What can you not do*");
  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullOwnItPage");
  mull_driver_type (driver, "All forty by Thursday");
  fill (driver, page, "What did you try*", "Rang three foundries on Monday");
  mull_driver_key (driver, "Escape");
  mull_driver_wait_focus (driver, "What happened");
  press_on (driver, "MullDealPage", "Own It");
  mull_driver_wait_focus (driver, "What can you not do*");
  mull_driver_expect (driver, "MullOwnItPage", ATSPI_ROLE_INVALID, "*not saved yet*");
  mull_driver_kill (driver);
}

/* What was typed is there, and one way out goes with it. */
static void
get_ready (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) page = NULL;

  press_on (driver, "MullDealPage", "Own It");
  mull_driver_wait_focus (driver, "What can you not do*");
  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullOwnItPage");
  expect_text (driver, page, "What can you not do*", "All forty by Thursday");
  expect_text (driver, page, "What did you try*", "Rang three foundries on Monday");
  fill (driver, page, "A way out*", "Twenty from our stock");
  fill (driver, page, "By when are you sure of it?", "2026-03-20");
  mull_driver_lint (driver, "owning a promise");
  mull_driver_press (driver, page, "*Write the Call");
}

/* They agree to the way out, which stands there as it was prepared. */
static void
call (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) page = NULL;
  g_autoptr (AtspiAccessible) words = NULL;
  g_autoptr (AtspiAccessible) lesson = NULL;
  g_autofree char *text = NULL;

  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullScriptPage");
  mull_driver_key (driver, "<Control>Return");
  mull_driver_wait_focus (driver, "Ann Ruiz*");
  mull_driver_key (driver, "space");
  mull_driver_wait_focus (driver, "Beat 1 of *");
  mull_driver_key (driver, "1");
  mull_driver_wait_focus (driver, "What do you do instead?");
  g_clear_object (&page);
  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullCallPage");
  words = mull_driver_find (driver, page, ATSPI_ROLE_TEXT, "What do you do instead?");
  text = mull_driver_dup_text (words);
  g_assert_cmpstr (text, ==, "Twenty from our stock");
  mull_driver_press (driver, page, "Write It Down");
  mull_driver_expect (driver, "MullCallPage", ATSPI_ROLE_LABEL,
                      "A way out is agreed: Forty valves");
  expect_said (driver, "promises", "Owned");
  expect_said (driver, "promises", "Twenty from our stock");
  mull_driver_press (driver, page, "On to the Deal");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LABEL, "Twenty from our stock");
}

static void
test_owned_before_its_day (void)
{
  g_autofree char *folder = mull_driver_make_folder ();
  g_autofree char *today = NULL;
  MullDriver *driver;

  promise (folder);
  driver = mull_driver_new (folder, "2026-03-09T09:00");
  mull_driver_start (driver, NULL);
  open_deal (driver);
  begin (driver);
  mull_driver_start (driver, NULL);
  open_deal (driver);
  get_ready (driver);
  call (driver);
  /* The old one is owned, the new one is open, the call is on the timeline, with a thank-you to
   * come. */
  expect_said (driver, "promises", "2026-03-20");
  expect_said (driver, "show", "Owned: Forty valves (A way out is agreed)");
  expect_said (driver, "show", "spoke today");
  mull_driver_stop (driver);
  mull_driver_free (driver);
  driver = mull_driver_new (folder, "2026-03-23T09:00");
  today = mull_driver_command (driver, "today", NULL);
  g_assert_nonnull (strstr (today, "Thank them"));
  mull_driver_free (driver);
  mull_driver_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/own-it/owned-before-its-day", test_owned_before_its_day);
  return g_test_run ();
}
