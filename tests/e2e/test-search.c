/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From words that were written once to the place where they stand, by the keyboard alone. */
#include "config.h"

#include "mull-driver.h"

/* More than there is room for. */
#define N_ENTRIES 10

static void
run (MullDriver *driver, const char *const *words)
{
  g_free (mull_driver_command (driver, words[0], words[1], words[2], words[3], words[4], words[5],
                               NULL));
}

/* What is looked for lies far back. */
static void
prepare (const char *folder)
{
  g_autoptr (MullDriver) driver = mull_driver_new (folder, "2026-03-02T09:00");

  run (driver,
       (const char *const[]){ "add", "deal", "Boiler service", "--person", "Ann Ruiz", NULL });
  run (driver, (const char *const[]){ "add", "deal", "Heat pump", "--person", "Bo Lind", NULL });
  run (driver,
       (const char *const[]){ "log", "1", "--kind", "note", "She asked about Pentecost", NULL });
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *text = g_strdup_printf ("Note %u of many", i);

      run (driver, (const char *const[]){ "log", "1", "--kind", "note", text, NULL });
    }
}

static void
test_everything (void)
{
  g_autofree char *folder = mull_driver_make_folder ();
  g_autoptr (MullDriver) driver = NULL;
  g_autoptr (AtspiAccessible) person = NULL;
  g_autoptr (AtspiAccessible) frame = NULL;

  prepare (folder);
  driver = mull_driver_new (folder, "2026-03-18T09:00");
  mull_driver_start (driver, NULL);
  mull_driver_key (driver, "<Control>f");
  mull_driver_wait_focus (driver, "Filter the deals");
  mull_driver_type (driver, "pentec");
  /* No card has it: Enter looks further. */
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "Search everything");
  mull_driver_expect (driver, "MullSearchPage", ATSPI_ROLE_LIST_ITEM, "Boiler service, *Pentecost");
  mull_driver_lint (driver, "search");
  mull_driver_key (driver, "Return");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LIST_ITEM, "*Pentecost*");

  mull_driver_key (driver, "<Control>k");
  mull_driver_wait_window (driver, "Go To", TRUE);
  mull_driver_wait_focus (driver, "Go to a deal*");
  mull_driver_type (driver, "lin");
  person = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, "Bo Lind*");
  mull_driver_key (driver, "Return");
  mull_driver_wait_window (driver, "Go To", FALSE);
  frame = mull_driver_find (driver, NULL, ATSPI_ROLE_FRAME, "*Bo Lind*");
  mull_driver_stop (driver);
  mull_driver_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/e2e/search/everything", test_everything);
  return g_test_run ();
}
