/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-quiet"

#include "config.h"

#include "cli-fixture.h"

#define PARK "quiet 1 --until 2024-07-01 --words 'Not before July'"

static void
test_asked (CliFixture *fixture, gconstpointer data)
{
  const char *told;

  g_assert_cmpstr (cli_done (fixture, PARK), ==, "“Boiler service” is quiet until 1 July 2024.\n");
  g_assert_true (g_str_has_prefix (cli_done (fixture, "state 1"), "quiet 2024-07-01\n"));
  cli_assert_has (cli_done (fixture, "show 1"), "told once");
  cli_assert_has (cli_done (fixture, "quiet 1 --until 2024-08-01 --words 'August, I said'"
                                     " --promised 'Bring the plan' --first 'Call Ann'"),
                  "They had to say it 2 times.");
  told = cli_done (fixture, "quiet 1");
  cli_assert_has (told, "August, I said");
  cli_assert_has (told, "Bring the plan");
  cli_assert_fits (told);
}

static void
test_event (CliFixture *fixture, gconstpointer data)
{
  cli_assert_has (cli_done (fixture, "quiet 1 --when 'the budget is out' --words 'Wait for it'"
                                     " --person ann --scope company"),
                  "until “the budget is out”");
  g_assert_true (g_str_has_prefix (cli_done (fixture, "state 1"), "quiet"));
}

static void
test_outcome (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, PARK);
  g_assert_cmpstr (cli_done (fixture, "quiet 1 --ready facts,person"), ==, "Ready: 2 of 3.\n");
  cli_assert_has (cli_done (fixture, "quiet 1 --outcome lifted"), "Lifted by them");
  cli_done (fixture, "log 1 --kind mail --out");
}

static void
test_guard (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal guarded[] = {
    { "log 1 --kind mail --out", MULL_CLI_REFUSED, "“Not before July”" },
    { "log 1 --kind call --reached", MULL_CLI_REFUSED, "told once" },
    { "log 1 --kind mail --out --anyway ' '", MULL_CLI_REFUSED, "why" },
    { "log 1 --kind mail --out --duty --they-contacted", MULL_CLI_USAGE, "one of" },
    { "plan 1 --kind call --due 2024-06-30", MULL_CLI_REFUSED, "--they-contacted" },
  };

  cli_done (fixture, PARK);
  cli_refused (fixture, guarded, G_N_ELEMENTS (guarded));
  cli_done (fixture, "log 1 --kind mail --in");
  cli_done (fixture, "log 1 --kind note Thinking");
  cli_done (fixture, "plan 1 --kind call --due 2024-07-01");
  cli_done (fixture, "plan 1 --kind call --due 2024-06-30 --duty");
  cli_done (fixture, "log 1 --kind message --out");
  cli_done (fixture, "log 1 --kind mail --out --anyway 'The boiler leaks'");
  cli_assert_has (cli_done (fixture, "quiet 1"), "The boiler leaks");
}

/* A hard question is no duty. */
static void
test_guard_before_a_hard_question (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal guarded[] = {
    { "ask 1 --words 'Is it off?'", MULL_CLI_REFUSED, "--anyway" },
    { "ask 1 --words 'Is it off?' --duty --they-contacted", MULL_CLI_USAGE, "one of" },
  };

  cli_done (fixture, PARK);
  cli_refused (fixture, guarded, G_N_ELEMENTS (guarded));
  cli_done (fixture, "ask 1 --words 'Is it off?' --anyway 'The offer ends'");
  cli_assert_has (cli_done (fixture, "quiet 1"), "The offer ends");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "quiet 1", MULL_CLI_REFUSED, "Nobody on “Boiler service”" },
    { "quiet 1 --until fri", MULL_CLI_USAGE, "--words" },
    { "quiet 1 --words x", MULL_CLI_USAGE, "--until" },
    { "quiet 1 --until today --words x", MULL_CLI_REFUSED, "still to come" },
    { "quiet 1 --until fri --words ''", MULL_CLI_REFUSED, "words" },
    { "quiet 1 --until fri --words x --person Zed", MULL_CLI_REFUSED, "Zed" },
    { "quiet 1 --until fri --words x --scope all", MULL_CLI_REFUSED, "deal, person, company" },
    { "quiet 1 --outcome lifted", MULL_CLI_REFUSED, "Nobody" },
    { "quiet 1 --outcome asked-again", MULL_CLI_REFUSED, "Nobody" },
    { "quiet 1 --ready facts", MULL_CLI_REFUSED, "Nobody" },
  };
  static const CliRefusal parked[] = {
    { "quiet 1 --outcome asked-again", MULL_CLI_REFUSED, "asked again" },
    { "quiet 1 --outcome gone", MULL_CLI_REFUSED, "resumed" },
    { "quiet 1 --ready tea", MULL_CLI_REFUSED, "facts" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  cli_done (fixture, PARK);
  cli_refused (fixture, parked, G_N_ELEMENTS (parked));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli-quiet/" name, CliFixture, NULL, cli_fixture_set_up, function,                  \
              cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("asked", test_asked);
  ADD ("event", test_event);
  ADD ("outcome", test_outcome);
  ADD ("guard", test_guard);
  ADD ("guard-before-a-hard-question", test_guard_before_a_hard_question);
  ADD ("refused", test_refused);
  return g_test_run ();
}
