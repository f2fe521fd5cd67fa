/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-history"

#include "config.h"

#include "cli-fixture.h"

#include "store-fixture.h"

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
  g_assert_true (g_str_has_prefix (cli_done (fixture, "history --csv --steps 1"),
                                   "at,step,undone\n2024-05-15 10:00,Add “Pump”,\n"));
  cli_assert_has (cli_done (fixture, "history"), "2024-05-15 10:00  Add “Pump”\n");
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-history/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("undo-redo", cli_fixture_set_up, test_undo_redo);
  ADD ("list", cli_fixture_set_up, test_list);
  return g_test_run ();
}
