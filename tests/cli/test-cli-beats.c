/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-beats"

#include "config.h"

#include "cli-fixture.h"

static void
test_keep_and_use (CliFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (cli_done (fixture, "beats"), ==, "You keep no wording yet.\n");
  g_assert_cmpstr (
      cli_done (fixture, "beats keep do-over own-it '{person}, my slip.' --name Short"), ==,
      "Kept as wording 1.\n");
  cli_assert_fits (cli_done (fixture, "beats do-over own-it"));
  cli_assert_has (fixture->out->str, "{person}, my slip.");
  g_assert_cmpstr (cli_done (fixture, "beats --csv"), ==,
                   "id,kind,beat,calls,got-it,name,text\n"
                   "1,do-over,own-it,0,0,Short,\"{person}, my slip.\"\n");
  g_assert_cmpstr (cli_done (fixture, "beats do-over ask --csv"), ==,
                   "id,kind,beat,calls,got-it,name,text\n");

  g_assert_cmpstr (cli_done (fixture, "beats use 1 boiler"), ==, "Ann, my slip.\n");
  cli_assert_has (cli_done (fixture, "script do-over 1"), "   Ann, my slip.\n");
  cli_done (fixture, "beats change 1 'Mine, {person}.' --name ''");
  cli_assert_has (cli_done (fixture, "beats --csv"), "0,0,,\"Mine, {person}.\"");
  cli_done (fixture, "beats remove 1");
  cli_done (fixture, "undo");
  cli_assert_has (cli_done (fixture, "beats --csv"), "0,0,,\"Mine, {person}.\"");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "beats apology", MULL_CLI_REFUSED, "“apology”" },
    { "beats do-over opening", MULL_CLI_REFUSED, "own-it, name-it" },
    { "beats keep do-over own-it", MULL_CLI_USAGE, "which wording" },
    { "beats keep do-over opening Hello", MULL_CLI_REFUSED, "own-it, name-it" },
    { "beats keep do-over own-it ' '", MULL_CLI_REFUSED, "nothing to keep" },
    { "beats keep do-over own-it Mine.", MULL_CLI_REFUSED, "already" },
    { "beats change 9 Mine.", MULL_CLI_REFUSED, "" },
    { "beats change one", MULL_CLI_REFUSED, "ID" },
    { "beats remove", MULL_CLI_USAGE, "which wording" },
    { "beats use 1", MULL_CLI_USAGE, "which wording" },
    { "beats use 1 pump", MULL_CLI_REFUSED, "“Pump”" },
    { "beats a b c", MULL_CLI_USAGE, "which wording" },
  };

  cli_done (fixture, "add deal Pump");
  cli_done (fixture, "beats keep do-over own-it Mine.");
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli-beats/" name, CliFixture, NULL, cli_fixture_set_up, function,                  \
              cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keep-and-use", test_keep_and_use);
  ADD ("refused", test_refused);
  return g_test_run ();
}
