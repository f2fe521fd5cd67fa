/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-show"

#include "config.h"

#include "cli-fixture.h"

#include <string.h>

static void
test_show (CliFixture *fixture, gconstpointer data)
{
  const char *text;

  cli_done (fixture, "log 1 --kind mail --in --person ann --at '2024-05-14 09:00' --words "
                     "'We need a plan that covers the nights, and we need it before the winter "
                     "order comes in'");
  cli_done (fixture, "promise 1 --ours --due fri --words 'Send the service plan with a night shift "
                     "and everything that belongs to it'");
  cli_done (fixture, "plan 1 --kind call --due thu Ask about the night shift");
  cli_done (fixture, "log 1 --kind note --private she is looking for another job");
  text = cli_done (fixture, "show boiler");
  cli_assert_fits (text);
  g_assert_true (g_str_has_prefix (text, "Boiler service\n==============\n"
                                         "Hartwell Mills · Qualify (Sales)\n"));
  cli_assert_has (text, "Whose move    our move since today");
  cli_assert_has (text, "Next step     tomorrow · Ask about the night shift");
  cli_assert_has (text, "“We need a plan");
  cli_assert_has (text, "Access        your operations group\n");
  cli_assert_has (text, "Ann Ruiz · +44 20 7946 0123\n");
  cli_assert_has (text, "We said       Send the service plan");
  cli_assert_has (text, "Note · private\n");
  cli_assert_has (cli_done (fixture, "show 1 --entries 1"), "older entries");
  g_assert_null (strstr (cli_done (fixture, "show 1 --entries 0"), "Timeline"));
}

/* First line: the words of the program and a date; then why. */
static void
test_state (CliFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) lines = g_strsplit (cli_done (fixture, "state boiler"), "\n", -1);

  g_assert_cmpstr (lines[0], ==, "our move 2024-05-15");
  g_assert_true (g_str_has_prefix (lines[1], "- "));
  cli_done (fixture, "close 1 stopped");
  g_assert_true (g_str_has_prefix (cli_done (fixture, "state 1"), "closed 2024-05-15\n- "));
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "show", MULL_CLI_USAGE, "missing" },  { "show 1 2", MULL_CLI_USAGE, "too much" },
    { "show 9", MULL_CLI_REFUSED, "“9”" },  { "show 1 --entries x", MULL_CLI_REFUSED, "“x”" },
    { "state", MULL_CLI_USAGE, "missing" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-show/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("show", cli_fixture_set_up, test_show);
  ADD ("state", cli_fixture_set_up, test_state);
  ADD ("refused", cli_fixture_set_up, test_refused);
  return g_test_run ();
}
