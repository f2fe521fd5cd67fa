/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-search"

#include "config.h"

#include "cli-fixture.h"

static void
test_page (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "add deal Pump --company Zeta --person 'Zoë Abel'");
  cli_done (fixture, "log Pump --kind call --reached 'Spoke of the café by the gate'");
  g_assert_cmpstr (cli_done (fixture, "search CAFE gat"), ==,
                   "\nTimelines\n---------\n"
                   "Pump (2)\n"
                   "  Call · Zeta · today\n"
                   "  Spoke of the café by the gate\n");
  cli_assert_has (cli_done (fixture, "search zoe"), "People\n------\nZoë Abel");
  g_assert_cmpstr (cli_done (fixture, "search nowhere"), ==, "Nothing was found.\n");
}

static void
test_csv (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "add deal Pump --company Zeta");
  cli_done (fixture, "log Pump --kind note \"'=1+1', they say\"");
  g_assert_cmpstr (cli_done (fixture, "search --csv pump"), ==,
                   "kind,id,deal_id,title,about,text\n"
                   "deal,2,2,Pump,Zeta,\n");
  cli_assert_has (cli_done (fixture, "search they say --csv"), "entry,");
  g_assert_cmpstr (cli_done (fixture, "search --csv nowhere"), ==,
                   "kind,id,deal_id,title,about,text\n");
}

static void
test_refusals (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal cases[] = {
    { "search", MULL_CLI_USAGE, "missing" },
    { "search '…'", MULL_CLI_REFUSED, "“…”" },
    { "search x --frobnicate", MULL_CLI_USAGE, "--frobnicate" },
  };

  cli_refused (fixture, cases, G_N_ELEMENTS (cases));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-search/page", test_page);
  ADD ("/cli-search/csv", test_csv);
  ADD ("/cli-search/refusals", test_refusals);
  return g_test_run ();
}
