/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer is left alone, is written to all the same, and wakes on the day. */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

/* A Monday, and the Wednesday on which they asked to be called. */
#define NOW "2026-03-02T09:00"
#define THEN "2026-04-01T09:00"
#define DEAL "Exhaust heat of three fryers"
#define WORDS "Please leave us alone until April."
#define WHY "The burner is recalled"

static void
expect_quiet (MullDriver *driver, const char *text, gboolean said)
{
  g_autofree char *told = mull_driver_command (driver, "quiet", DEAL, NULL);

  if ((strstr (told, text) != NULL) != said)
    g_error ("“quiet” should %ssay “%s”:\n%s", said ? "" : "not ", text, told);
}

static void
open_deal (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) search =
      mull_driver_find (driver, NULL, ATSPI_ROLE_ENTRY, "Filter the deals");
  g_autoptr (AtspiAccessible) card = NULL;
  g_autoptr (AtspiAccessible) frame = NULL;

  /* Who is left alone stands last in a column, out of sight. */
  mull_driver_key (driver, "<Control>f");
  mull_driver_wait_focus (driver, "Filter the deals");
  mull_driver_type (driver, "fryers");
  card = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, "*, " DEAL ", *");
  mull_driver_click (driver, card, 1);
  mull_driver_wait_focus (driver, "*, " DEAL ", *");
  mull_driver_key (driver, "Return");
  frame = mull_driver_find (driver, NULL, ATSPI_ROLE_FRAME, DEAL "*");
  mull_driver_wait_focus (driver, "What happened");
}

static void
write_all_the_same (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) guard = NULL;
  g_autoptr (AtspiAccessible) words = NULL;

  mull_driver_type (driver, "Rang about the recall");
  mull_driver_key (driver, "Return");
  guard = mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "They Contacted Me");
  words = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, WORDS);
  expect_quiet (driver, "Reached for", FALSE);
  mull_driver_lint (driver, "the guard");

  mull_driver_press (driver, NULL, "Anyway…");
  mull_driver_wait_focus (driver, "Why anyway?");
  mull_driver_type (driver, WHY);
  mull_driver_key (driver, "Return");
  mull_driver_wait_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "They Contacted Me");
  expect_quiet (driver, WHY, TRUE);
}

static void
test_quiet (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, NOW);
  g_autofree char *sample = mull_driver_command (driver, "demo", NULL);
  g_autofree char *parked =
      mull_driver_command (driver, "quiet", DEAL, "--until", "2026-04-01", "--words", WORDS,
                           "--promised", "Bring the figures of the first fryer", NULL);

  g_assert_nonnull (strstr (parked, "1 April 2026"));
  mull_driver_start (driver, NULL);
  open_deal (driver);
  write_all_the_same (driver);
  mull_driver_stop (driver);
}

static void
test_wakes (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, NOW);
  g_autofree char *sample = mull_driver_command (driver, "demo", NULL);
  g_autofree char *parked =
      mull_driver_command (driver, "quiet", DEAL, "--until", "2026-04-01", "--words", WORDS, NULL);
  g_autoptr (MullDriver) later = mull_driver_new (mull_driver_get_data_dir (driver), THEN);
  g_autoptr (AtspiAccessible) words = NULL;
  g_autoptr (AtspiAccessible) today = NULL;

  expect_quiet (later, "That day has come", TRUE);
  mull_driver_start (later, NULL);
  open_deal (later);
  words = mull_driver_find (later, NULL, ATSPI_ROLE_LABEL, "“" WORDS "”");
  today = mull_driver_find (later, NULL, ATSPI_ROLE_LABEL, "they asked for today");
  mull_driver_lint (later, "a quiet that wakes");
  mull_driver_press (later, NULL, "Talking again");
  mull_driver_wait_gone (later, ATSPI_ROLE_LABEL, "they asked for today");
  mull_driver_stop (later);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/e2e/quiet/left-alone", test_quiet);
  g_test_add_func ("/e2e/quiet/wakes", test_wakes);
  return g_test_run ();
}
