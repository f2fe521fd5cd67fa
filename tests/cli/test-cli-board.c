/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-board"

#include "config.h"

#include "cli-fixture.h"

#include <string.h>

static void
test_text (CliFixture *fixture, gconstpointer data)
{
  const char *text;

  cli_done (fixture, "add deal Pump --value 1200 --currency EUR --stage Propose");
  cli_done (fixture, "add deal Valve --value 300 --currency GBP --stage Propose");
  cli_done (fixture, "add deal Pipe --value 800 --currency EUR --stage Propose");
  text = cli_done (fixture, "board sal --cards 2");
  g_assert_true (g_str_has_prefix (text, "Sales\n=====\n\nQualify: 1 deal\n---------------\n"));
  cli_assert_has (text, "\nPropose: 3 deals\n----------------\n€2,000, weighted €1,200\n"
                        "£300, weighted £180\n");
  cli_assert_has (text, "\n+1 more\n");
  cli_assert_has (text, "\nDecide: 0 deals\n");
  g_assert_null (strstr (cli_done (fixture, "board --cards 0"), "Boiler"));
}

/* Currencies are never added up. */
static void
test_csv (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "add deal Pump --value 1200 --currency EUR --stage Propose");
  cli_done (fixture, "add deal Valve --value 300 --currency GBP --stage Propose");
  cli_done (fixture, "quiet 2 --until +1m --words 'Later'");
  g_assert_cmpstr (cli_done (fixture, "board --csv"), ==,
                   "pipeline,stage,deals,currency,value,weighted,quiet,dark\n"
                   "Sales,Qualify,1,,,,,\n"
                   "Sales,Discover,0,,,,,\n"
                   "Sales,Propose,1,EUR,1200.00,720.00,1200.00,0.00\n"
                   "Sales,Propose,1,GBP,300.00,180.00,0.00,0.00\n"
                   "Sales,Decide,0,,,,,\n");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "board a b", MULL_CLI_USAGE, "too much" },
    { "board --cards many", MULL_CLI_REFUSED, "“many”" },
    { "board Nowhere", MULL_CLI_REFUSED, "“Nowhere”" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-board/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("text", cli_fixture_set_up, test_text);
  ADD ("csv", cli_fixture_set_up, test_csv);
  ADD ("refused", cli_fixture_set_up, test_refused);
  return g_test_run ();
}
