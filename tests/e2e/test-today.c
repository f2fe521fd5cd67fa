/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three rows of today, each done from the keyboard: a promise, who asked for today, and silence. */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

#define PROMISED "Boiler service"
#define ASKED "Heat pump"
#define DARK "Steam line"

static void
expect_said (MullDriver *driver, const char *command, const char *argument, const char *text)
{
  g_autofree char *said = mull_driver_command (driver, command, argument, NULL);

  if (strstr (said, text) == NULL)
    g_error ("“%s %s” does not say “%s”:\n%s", command, argument, text, said);
}

static void
run_on (const char *folder, const char *now, const char *const *words)
{
  g_autoptr (MullDriver) driver = mull_driver_new (folder, now);

  g_free (mull_driver_command (driver, words[0], words[1], words[2], words[3], words[4], words[5],
                               words[6], words[7], NULL));
}

/* What has happened until the eighteenth of March. */
static void
prepare (const char *folder)
{
  static const struct
  {
    const char *now;
    const char *words[9];
  } steps[] = {
    { "2026-03-02T09:00", { "add", "deal", PROMISED, "--person", "Ann Ruiz" } },
    { "2026-03-02T09:10", { "add", "deal", ASKED, "--person", "Bo Lind" } },
    { "2026-03-02T09:20", { "add", "deal", DARK, "--person", "Cy Dunn" } },
    { "2026-03-02T09:30",
      { "promise", "1", "--ours", "--due", "2026-03-18", "--words", "The list" } },
    { "2026-03-02T09:40",
      { "quiet", "2", "--until", "2026-03-18", "--words", "Call us on the 18th" } },
    { "2026-03-02T09:50", { "log", "3", "--kind", "call", "--reached", "Spoke about the valves" } },
    { "2026-03-03T09:00", { "log", "3", "--kind", "mail", "Sent the offer" } },
    { "2026-03-05T09:00", { "log", "3", "--kind", "call", "Nobody there" } },
    { "2026-03-06T09:00", { "log", "3", "--kind", "mail", "Asked again" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    run_on (folder, steps[i].now, steps[i].words);
}

static void
go_to_row (MullDriver *driver, const char *name)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *focus = mull_driver_dup_focus (driver);

      if (focus != NULL && g_str_has_prefix (focus, name))
        return;
      mull_driver_key (driver, i < 6 ? "Down" : "Tab");
    }
  g_error ("The keys never came to “%s”.", name);
}

static void
test_three_rows (void)
{
  g_autofree char *folder = mull_driver_make_folder ();
  g_autoptr (MullDriver) driver = NULL;
  g_autoptr (AtspiAccessible) form = NULL;
  g_autoptr (AtspiAccessible) frame = NULL;
  g_autoptr (AtspiAccessible) row = NULL;
  g_autofree char *said = NULL;
  g_autofree char *refused = NULL;

  prepare (folder);
  driver = mull_driver_new (folder, "2026-03-18T09:00");
  expect_said (driver, "state", "3", "ark");
  mull_driver_start (driver, NULL);
  mull_driver_key (driver, "<Control>t");
  row = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, PROMISED "*");
  mull_driver_lint (driver, "today");

  go_to_row (driver, PROMISED);
  mull_driver_key (driver, "d");
  mull_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, PROMISED "*");
  expect_said (driver, "promises", "1", "Kept");

  go_to_row (driver, ASKED);
  mull_driver_key (driver, "d");
  mull_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, ASKED "*");
  g_assert_cmpint (mull_driver_run (driver, &said, &refused, "quiet", "2", NULL), ==, 1);
  g_assert_nonnull (strstr (refused, "Nobody on “" ASKED "” has asked"));

  go_to_row (driver, DARK);
  mull_driver_key (driver, "Return");
  mull_driver_wait_window (driver, "The hard question", TRUE);
  form = mull_driver_find (driver, NULL, ATSPI_ROLE_FILLER, "The hard question");
  mull_driver_press (driver, form, "*Go on");
  mull_driver_wait_window (driver, "The hard question", FALSE);
  frame = mull_driver_find (driver, NULL, ATSPI_ROLE_FRAME, "*" DARK "*");
  expect_said (driver, "due", "3", "hard question");
  mull_driver_stop (driver);
  mull_driver_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/e2e/today/three-rows", test_three_rows);
  return g_test_run ();
}
