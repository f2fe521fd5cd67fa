/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A promise of theirs is missed: the hard question, silence, the decision, and the end. */
#include "config.h"

#include "mull-driver.h"

#include <glib/gstdio.h>
#include <string.h>

#define DEAL "Boiler service"

static void
expect_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* The same data on another day, with the deal open in the window. */
static MullDriver *
open_deal_on (const char *folder, const char *now)
{
  MullDriver *driver = mull_driver_new (folder, now);
  g_autoptr (AtspiAccessible) column = NULL;
  g_autoptr (AtspiAccessible) card = NULL;

  mull_driver_start (driver, NULL);
  column = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST, "Qualify");
  card = mull_driver_find (driver, column, ATSPI_ROLE_LIST_ITEM, "*, " DEAL ", *");
  mull_driver_click (driver, card, 1);
  mull_driver_wait_focus (driver, "*, " DEAL ", *");
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "What happened");
  return driver;
}

static void
press_on_page (MullDriver *driver, const char *name)
{
  g_autoptr (AtspiAccessible) page =
      mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullDealPage");

  mull_driver_press (driver, page, name);
}

static AtspiAccessible *
find_window (MullDriver *driver, const char *title)
{
  mull_driver_wait_window (driver, title, TRUE);
  return mull_driver_find (driver, NULL, ATSPI_ROLE_FILLER, title);
}

/* By keyboard alone, from wherever the focus is. */
static void
tab_to (MullDriver *driver, const char *name)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *focus = mull_driver_dup_focus (driver);

      if (focus != NULL && strstr (focus, name) != NULL)
        return;
      mull_driver_key (driver, "Tab");
    }
  g_error ("Tab never came to “%s”.", name);
}

static void
promise (const char *folder)
{
  MullDriver *driver = mull_driver_new (folder, "2026-03-02T09:00");

  g_free (mull_driver_command (driver, "add", "deal", DEAL, "--person", "Ann Ruiz", NULL));
  g_free (mull_driver_command (driver, "promise", "1", "--theirs", "--due", "2026-03-05", "--words",
                               "The list", NULL));
  mull_driver_free (driver);
}

/* Tuesday: missed since yesterday. */
static void
ask (const char *folder)
{
  MullDriver *driver = open_deal_on (folder, "2026-03-10T09:00");
  g_autoptr (AtspiAccessible) reading = NULL;
  g_autoptr (AtspiAccessible) question = NULL;

  press_on_page (driver, "What now?");
  reading = find_window (driver, "Two readings");
  mull_driver_press (driver, reading, "*Go on");
  question = find_window (driver, "The hard question");
  tab_to (driver, "I have asked it already");
  mull_driver_key (driver, "space");
  mull_driver_press (driver, question, "*Go on");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LABEL, "waiting for the answer");
  mull_driver_free (driver);
}

/* Their day has passed; nothing was concluded from it. */
static void
give_up (const char *folder)
{
  MullDriver *driver = open_deal_on (folder, "2026-03-18T09:00");
  g_autoptr (AtspiAccessible) answer = NULL;
  g_autoptr (AtspiAccessible) decision = NULL;
  g_autoptr (AtspiAccessible) why = NULL;
  g_autoptr (AtspiAccessible) end = NULL;

  press_on_page (driver, "What came of it?");
  answer = find_window (driver, "What came of it?");
  mull_driver_press (driver, answer, "*Save");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LABEL, "to decide");
  /* Silence leads on by itself. */
  decision = find_window (driver, "Go on, or stop?");
  tab_to (driver, "What do you decide?");
  mull_driver_key (driver, "space");
  mull_driver_key (driver, "Down");
  mull_driver_key (driver, "Return");
  why = mull_driver_find (driver, decision, ATSPI_ROLE_TEXT, "Why?");
  mull_driver_set_text (why, "No word from them");
  mull_driver_press (driver, decision, "*Decide");
  end = find_window (driver, "Close the deal");
  mull_driver_press (driver, end, "*Close the Deal");
  mull_driver_wait_window (driver, "Close the deal", FALSE);
  mull_driver_free (driver);
}

static void
test_missed_promise_to_gone_dark (void)
{
  g_autofree char *folder = mull_driver_make_folder ();
  g_autofree char *shown = NULL;
  g_autofree char *due = NULL;
  MullDriver *driver;

  promise (folder);
  ask (folder);
  give_up (folder);
  driver = mull_driver_new (folder, "2026-03-18T10:00");
  shown = mull_driver_command (driver, "show", "1", NULL);
  expect_has (shown, "Gone dark");
  expect_has (shown, "Walk away. No word from them");
  expect_has (shown, "Silence");
  expect_has (shown, "The list · 5 Mar · Broken");
  mull_driver_free (driver);
  mull_driver_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/promises/missed-promise-to-gone-dark", test_missed_promise_to_gone_dark);
  return g_test_run ();
}
