/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The do-over in the real window, from the talk that left a hole to the call that filled it. */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

/* A Monday. */
#define NOW "2026-03-02T09:00"
#define DEAL "Exhaust heat of three fryers"
#define HOLE "Who else has to sign"

static MullDriver *
start_with_sample (void)
{
  MullDriver *driver = mull_driver_new (NULL, NOW);
  g_autofree char *filled = mull_driver_command (driver, "demo", NULL);

  mull_driver_start (driver, NULL);
  return driver;
}

static void
open_deal (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) card =
      mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, "*, " DEAL ", *");

  mull_driver_click (driver, card, 1);
  mull_driver_wait_focus (driver, "*, " DEAL ", *");
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "What happened");
}

/* ── The talk, and what it left open ──────────────────────────────────── */

/* By keys alone: no next commitment, and a question that came to mind. */
static void
look_back (MullDriver *driver)
{
  mull_driver_type (driver, "Rang Neil about the fryers");
  mull_driver_key (driver, "Return");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LIST_ITEM, "*Rang Neil about the fryers*");
  mull_driver_wait_focus (driver, "*es");
  mull_driver_lint (driver, "the look back");
  mull_driver_key (driver, "n");
  mull_driver_wait_focus (driver, "One question that just came to you*");
  mull_driver_type (driver, HOLE);
  mull_driver_key (driver, "Return");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LIST_ITEM, "*" HOLE "*");
  mull_driver_wait_focus (driver, "*Do-over*");
}

/* ── The script, and what the reviewer says ───────────────────────────── */

/* The list of beats tells how many remarks there are on each. */
static void
expect_in_list (MullDriver *driver, const char *beat)
{
  g_autoptr (AtspiAccessible) item = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, beat);
}

static void
write_and_ignore (MullDriver *driver)
{
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "Own it");
  expect_in_list (driver, "Own it, suggested, 0 remarks");
  mull_driver_key (driver, "<Control>End");
  mull_driver_type (driver, " Hopefully you have a minute.");
  expect_in_list (driver, "Own it, your words, 1 remark");
  mull_driver_key (driver, "<Control>Home");
  mull_driver_key (driver, "F7");
  mull_driver_press (driver, NULL, "Ignore Once");
  expect_in_list (driver, "Own it, your words, 0 remarks");
  mull_driver_wait_focus (driver, "Own it");
}

/* ── The call ─────────────────────────────────────────────────────────── */

static void
call (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) page = NULL;

  mull_driver_key (driver, "<Control>Return");
  mull_driver_wait_focus (driver, "Neil Corrigan*");
  mull_driver_key (driver, "space");
  mull_driver_wait_focus (driver, "Beat 1 of 5, *Hopefully you have a minute.");
  mull_driver_key (driver, "space");
  mull_driver_wait_focus (driver, "Beat 2 of 5, *");
  mull_driver_key (driver, "1");
  mull_driver_wait_focus (driver, "What did they say?");
  mull_driver_type (driver, "Only Neil and the board");
  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullCallPage");
  mull_driver_press (driver, page, "Write It Down");
  mull_driver_wait_focus (driver, "What happened");
}

/* ── What is written down ─────────────────────────────────────────────── */

static void
expect_said (MullDriver *driver, const char *said, const char *text)
{
  if (strstr (said, text) == NULL)
    g_error ("It does not say “%s”:\n%s", text, said);
}

static void
expect_timeline (MullDriver *driver)
{
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LIST_ITEM, "*Only Neil and the board*");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LIST_ITEM,
                      "*Hopefully you have a minute*");
}

/* The window is closed: another process reads what it left. */
static void
expect_stored (MullDriver *driver)
{
  g_autofree char *shown = mull_driver_command (driver, "show", DEAL, NULL);
  g_autofree char *history = mull_driver_command (driver, "history", NULL);
  g_autofree char *checked = mull_driver_command (driver, "check", NULL);

  expect_said (driver, shown, "Only Neil and the board");
  expect_said (driver, shown, "Rang Neil about the fryers");
  expect_said (driver, history, "Do-over, Got it: " HOLE);
  expect_said (driver, history, "Ignore “Hopefully”");
  expect_said (driver, checked, "passed");
}

static void
test_do_over (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();

  open_deal (driver);
  look_back (driver);
  write_and_ignore (driver);
  call (driver);
  expect_timeline (driver);
  mull_driver_stop (driver);
  expect_stored (driver);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/do-over/from-hole-to-answer", test_do_over);
  return g_test_run ();
}
