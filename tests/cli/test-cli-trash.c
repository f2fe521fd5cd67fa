/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-trash"

#include "config.h"

#include "cli-fixture.h"

#include "store-fixture.h"

static gint64
count (CliFixture *fixture, const char *sql)
{
  return fixture_query (mull_workspace_get_database (fixture->script.workspace), sql);
}

static void
test_round (CliFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (cli_done (fixture, "trash"), ==, "The trash is empty.\n");
  cli_done (fixture, "add deal Pump --company Zeta --person 'Zoe Abel'");
  g_assert_cmpstr (cli_done (fixture, "trash put Pump"), ==, "Delete “Pump”\n");
  g_assert_cmpstr (cli_done (fixture, "trash put --contact Zoe"), ==, "Delete “Zoe Abel”\n");
  g_assert_cmpstr (cli_done (fixture, "trash --csv"), ==,
                   "id,deleted,kind,name,place\n"
                   "deal:2,2024-05-15,deal,Pump,Zeta\n"
                   "person:3,2024-05-15,person,Zoe Abel,Zeta\n");
  cli_assert_has (cli_done (fixture, "trash find ZÖE"), "Zoe Abel");
  g_assert_cmpstr (cli_done (fixture, "trash find Hay"), ==,
                   "Nothing in the trash is called so.\n");
  g_assert_cmpstr (cli_done (fixture, "trash restore deal:2"), ==, "Restore “Pump”\n");
  g_assert_cmpstr (cli_done (fixture, "trash restore deal:2"), ==,
                   "“deal:2” was not in the trash.\n");
  cli_assert_has (cli_done (fixture, "list deals --csv"), "Pump");
  cli_assert_has (cli_done (fixture, "trash empty"), "1 person");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE name = 'Zoe Abel'"), ==, 0);
  cli_done (fixture, "undo");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE name = 'Zoe Abel'"), ==, 1);
}

static void
test_refusals (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal cases[] = {
    { "trash restore", MULL_CLI_USAGE, "restore ID" },
    { "trash restore 7", MULL_CLI_REFUSED, "deal:7" },
    { "trash restore deal:x", MULL_CLI_REFUSED, "deal:7" },
    { "trash restore deal:4711", MULL_CLI_REFUSED, "" },
    { "trash empty", MULL_CLI_REFUSED, "empty already" },
    { "trash empty now", MULL_CLI_USAGE, "empty" },
    { "trash put Nobody", MULL_CLI_REFUSED, "Nobody" },
    { "trash --contact", MULL_CLI_USAGE, "put" },
    { "trash burn x", MULL_CLI_USAGE, "restore ID" },
  };

  cli_refused (fixture, cases, G_N_ELEMENTS (cases));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-trash/round", test_round);
  ADD ("/cli-trash/refusals", test_refusals);
  return g_test_run ();
}
