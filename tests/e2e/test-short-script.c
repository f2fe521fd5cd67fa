/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A short visit to what is used most: fill with the sample, take it back and bring it again, open a
 * deal, write a line, begin a do-over, look at the brief, quit. It is run
 * under valgrind (the environment variable MULL_WRAPPER), whose word on the program's memory is its
 * exit status.
 */
#include "config.h"

#include "journey-steps.h"

static void
focus_card (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) card =
      mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, "*in this stage*");

  mull_driver_click (driver, card, 1);
  mull_driver_wait_focus (driver, "*in this stage*");
}

static void
visit_start (MullDriver *driver)
{
  journey_fill_with_sample (driver);
  mull_driver_key (driver, "<Control>z");
  journey_wait_start_page (driver);
  mull_driver_key (driver, "<Control><Shift>z");
  journey_wait_board (driver);
}

/* A line without a next step leaves a hole, and the hole asks for a do-over. */
static void
visit_deal (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) page = NULL;

  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_type (driver, "Rang");
  mull_driver_key (driver, "Return");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LIST_ITEM, "*Rang*");
  /* The look back on the talk is skipped. */
  mull_driver_wait_focus (driver, "*es");
  mull_driver_key (driver, "Escape");
  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullDealPage");
  mull_driver_press (driver, page, "There is none");
  mull_driver_wait_focus (driver, "What did you leave without?");
  mull_driver_type (driver, "Who signs");
  mull_driver_press (driver, page, "*Keep it*");
  mull_driver_wait_focus (driver, "*Do-over now*");
}

static void
visit_script_and_brief (MullDriver *driver)
{
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "Own it");
  mull_driver_type (driver, "Mine");
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_key (driver, "<Control>p");
  mull_driver_expect (driver, "MullPreviewPage", ATSPI_ROLE_IMAGE, "Page 1 of *");
}

static void
test_short_script (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, "2026-03-02T09:00");
  g_auto (GStrv) wrapper = NULL;

  if (g_getenv ("MULL_WRAPPER") != NULL)
    {
      g_assert_true (g_shell_parse_argv (g_getenv ("MULL_WRAPPER"), NULL, &wrapper, NULL));
      mull_driver_set_wrapper (driver, (const char *const *) wrapper);
    }
  mull_driver_start (driver, NULL);
  visit_start (driver);
  focus_card (driver);
  visit_deal (driver);
  visit_script_and_brief (driver);
  mull_driver_stop (driver);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/short-script", test_short_script);
  return g_test_run ();
}
