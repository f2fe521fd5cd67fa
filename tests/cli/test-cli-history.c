/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-history"

#include "config.h"

#include "cli-fixture.h"

#include "store-fixture.h"

#include <string.h>

static void
test_undo_redo (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusal = { "redo", MULL_CLI_REFUSED, "nothing to redo" };
  MullDatabase *db = mull_workspace_get_database (fixture->script.workspace);
  g_autofree char *before = fixture_digest (db);
  g_autofree char *after = NULL, *undone = NULL, *redone = NULL;

  cli_refused (fixture, &refusal, 1);
  cli_done (fixture, "add deal 'Pump %s'");
  after = fixture_digest (db);
  g_assert_cmpstr (cli_done (fixture, "undo"), ==, "Undone: Add “Pump %s”\n");
  undone = fixture_digest (db);
  g_assert_cmpstr (before, ==, undone);
  cli_assert_has (cli_done (fixture, "history --csv --steps 1"), "Add “Pump %s”,yes\n");
  g_assert_cmpstr (cli_done (fixture, "redo"), ==, "Done again: Add “Pump %s”\n");
  redone = fixture_digest (db);
  g_assert_cmpstr (after, ==, redone);
}

static void
test_list (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "history x", MULL_CLI_USAGE, "too much" },
    { "history --steps x", MULL_CLI_REFUSED, "“x”" },
  };

  cli_done (fixture, "add deal Pump");
  g_assert_true (
      g_str_has_prefix (cli_done (fixture, "history --csv --steps 1"), "id,at,step,undone\n"));
  cli_assert_has (cli_done (fixture, "history --csv --steps 1"), ",2024-05-15 10:00,Add “Pump”,\n");
  cli_assert_has (cli_done (fixture, "history"), "2024-05-15 10:00  Add “Pump”\n");
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

static char *
get_newest (CliFixture *fixture)
{
  g_auto (GStrv) lines = g_strsplit (cli_done (fixture, "history --csv --steps 1"), "\n", -1);

  return g_strndup (lines[1], strcspn (lines[1], ","));
}

static void
test_to (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "undo --to 4711", MULL_CLI_REFUSED, "history" },
    { "redo --to 4711", MULL_CLI_REFUSED, "history" },
    { "undo --to x", MULL_CLI_REFUSED, "“x”" },
  };
  MullDatabase *db = mull_workspace_get_database (fixture->script.workspace);
  g_autofree char *start = get_newest (fixture);
  g_autofree char *before = fixture_digest (db);
  g_autofree char *end = NULL, *after = NULL, *undone = NULL, *redone = NULL;
  g_autofree char *undo = NULL, *redo = NULL;

  for (guint i = 0; i < 3; i++)
    cli_done (fixture, "add deal Pump");
  end = get_newest (fixture);
  after = fixture_digest (db);
  undo = g_strdup_printf ("undo --to %s", start);
  redo = g_strdup_printf ("redo --to %s", end);
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  g_assert_cmpint (cli_run (fixture, redo), ==, MULL_CLI_REFUSED);
  g_assert_cmpstr (cli_done (fixture, undo), ==, "3 steps undone.\n");
  undone = fixture_digest (db);
  g_assert_cmpstr (before, ==, undone);
  g_assert_cmpstr (cli_done (fixture, redo), ==, "3 steps done again.\n");
  redone = fixture_digest (db);
  g_assert_cmpstr (after, ==, redone);
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-history/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("undo-redo", cli_fixture_set_up, test_undo_redo);
  ADD ("to", cli_fixture_set_up, test_to);
  ADD ("list", cli_fixture_set_up, test_list);
  return g_test_run ();
}
