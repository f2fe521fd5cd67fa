/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "It is not happening": from their words to the reason underneath, with help, until it is gone. */
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
press_on (MullDriver *driver, const char *page_name, const char *button)
{
  g_autoptr (AtspiAccessible) page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, page_name);

  mull_driver_press (driver, page, button);
}

static AtspiAccessible *
find_form (MullDriver *driver, const char *title)
{
  mull_driver_wait_window (driver, title, TRUE);
  return mull_driver_find (driver, NULL, ATSPI_ROLE_FILLER, title);
}

static void
fill (MullDriver *driver, AtspiAccessible *form, const char *label, const char *text)
{
  g_autoptr (AtspiAccessible) field = mull_driver_find (driver, form, ATSPI_ROLE_TEXT, label);

  mull_driver_set_text (field, text);
}

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
choose (MullDriver *driver, const char *name, guint n_down)
{
  tab_to (driver, name);
  mull_driver_key (driver, "space");
  for (guint i = 0; i < n_down; i++)
    mull_driver_key (driver, "Down");
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "*");
}

static void
save (MullDriver *driver, AtspiAccessible *form, const char *title)
{
  mull_driver_press (driver, form, "*Save");
  mull_driver_wait_window (driver, title, FALSE);
}

/* What they said is logged, and is where the roadblock begins; it was no no. */
static void
get_stuck (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) form = NULL;

  mull_driver_type (driver, "It is not happening this year");
  mull_driver_key (driver, "Return");
  /* What the call brought is asked first. */
  mull_driver_wait_focus (driver, "*es");
  mull_driver_key (driver, "Escape");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LABEL, "What is the next step?");
  press_on (driver, "MullDealPage", "It is stuck…");
  form = find_form (driver, "Roadblock");
  choose (driver, "Did they say no, or did they", 2);
  mull_driver_press (driver, form, "*Go On");
  mull_driver_wait_window (driver, "Roadblock", FALSE);
  mull_driver_expect (driver, "MullRoadblockPage", ATSPI_ROLE_LABEL,
                      "“It is not happening this year”");
  mull_driver_expect (driver, "MullRoadblockPage", ATSPI_ROLE_LABEL, "Not happening, because …");
  mull_driver_lint (driver, "the roadblock");
}

/* What is typed is there again after Escape, and after the program was killed. */
static void
think_aloud (MullDriver *driver, const char *words)
{
  g_autoptr (AtspiAccessible) form = find_form (driver, "The reason underneath");

  fill (driver, form, "They cannot go forward because*", words);
  mull_driver_key (driver, "Escape");
  mull_driver_wait_window (driver, "The reason underneath", FALSE);
}

static void
expect_typed (MullDriver *driver, AtspiAccessible *form, const char *words)
{
  g_autoptr (AtspiAccessible) field =
      mull_driver_find (driver, form, ATSPI_ROLE_TEXT, "They cannot go forward because*");
  g_autofree char *text = mull_driver_dup_text (field);

  g_assert_cmpstr (text, ==, words);
}

static void
kill_while_typing (MullDriver *driver, const char *words)
{
  g_autoptr (AtspiAccessible) form = find_form (driver, "The reason underneath");
  g_autoptr (AtspiAccessible) kept = NULL;

  fill (driver, form, "They cannot go forward because*", words);
  kept = mull_driver_find (driver, form, ATSPI_ROLE_INVALID, "Kept as a draft, not saved yet.");
  mull_driver_kill (driver);
  mull_driver_start (driver, NULL);
  open_deal (driver);
  press_on (driver, "MullDealPage", "Go on");
}

/* From question to question to the reason, and what it takes. */
static void
find_the_reason (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) ask = NULL;
  g_autoptr (AtspiAccessible) cause = NULL;
  g_autoptr (AtspiAccessible) takes = NULL;

  press_on (driver, "MullRoadblockPage", "Ask");
  ask = find_form (driver, "Ask");
  fill (driver, ask, "What was the answer?", "The controller's: he has no budget line");
  save (driver, ask, "Ask");
  mull_driver_expect (driver, "MullRoadblockPage", ATSPI_ROLE_LABEL,
                      "The controller's: he has no budget line");
  press_on (driver, "MullRoadblockPage", "Write the reason underneath");
  think_aloud (driver, "spread the price");
  press_on (driver, "MullRoadblockPage", "Write the reason underneath");
  kill_while_typing (driver, "spread the price over two years");
  press_on (driver, "MullRoadblockPage", "Write the reason underneath");
  cause = find_form (driver, "The reason underneath");
  expect_typed (driver, cause, "spread the price over two years");
  choose (driver, "How do you know?", 2);
  save (driver, cause, "The reason underneath");
  mull_driver_expect (driver, "MullRoadblockPage", ATSPI_ROLE_LABEL, "Confirmed by them*");
  press_on (driver, "MullRoadblockPage", "Write what it takes");
  takes = find_form (driver, "What it takes");
  fill (driver, takes, "What would remove it?", "A yearly fee");
  save (driver, takes, "What it takes");
}

static gboolean
is_file (MullDriver *driver, gpointer path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* Nobody holds it alone: the request for help goes on paper. */
static void
ask_for_help (MullDriver *driver)
{
  g_autofree char *path =
      g_build_filename (mull_driver_get_data_dir (driver), "the-help.pdf", NULL);
  g_autoptr (AtspiAccessible) sheet = NULL;
  g_autoptr (AtspiAccessible) chooser = NULL;

  mull_driver_key (driver, "<Control>p");
  sheet = mull_driver_find (driver, NULL, ATSPI_ROLE_IMAGE, "Page 1 of *");
  press_on (driver, "MullPreviewPage", "Save as PDF…");
  mull_driver_wait_window (driver, "Save as PDF", TRUE);
  chooser = mull_driver_find (driver, NULL, ATSPI_ROLE_FILLER, "Save as PDF*");
  mull_driver_key (driver, "<Control>a");
  mull_driver_type (driver, path);
  mull_driver_key (driver, "Return");
  mull_driver_wait_for (driver, "the request as a file", is_file, path);
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_expect (driver, "MullRoadblockPage", ATSPI_ROLE_LABEL, "A yearly fee");
}

static void
remove_it (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) outcome = NULL;

  press_on (driver, "MullRoadblockPage", "Say what became of it");
  outcome = find_form (driver, "Outcome");
  fill (driver, outcome, "What would you ask sooner*", "Who holds the budget");
  save (driver, outcome, "Outcome");
  mull_driver_expect (driver, "MullRoadblockPage", ATSPI_ROLE_LABEL, "Who holds the budget");
}

static void
test_stuck_to_removed (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, "2026-03-02T09:00");
  g_autofree char *measures = NULL;

  g_free (mull_driver_command (driver, "add", "deal", DEAL, "--person", "Ann Ruiz", NULL));
  mull_driver_start (driver, NULL);
  open_deal (driver);
  get_stuck (driver);
  find_the_reason (driver);
  expect_said (driver, "state", "Remove the roadblock.");
  ask_for_help (driver);
  remove_it (driver);
  expect_said (driver, "show", "They confirmed the reason: spread the price over two years");
  expect_said (driver, "show", "Roadblock: Removed: spread the price over two years");
  measures = mull_driver_command (driver, "roadblock", "measures", NULL);
  g_assert_nonnull (strstr (measures, "1"));
  mull_driver_stop (driver);
}

int
main (int argc, char *argv[])
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/roadblock/stuck-to-removed", test_stuck_to_removed);
  return g_test_run ();
}
