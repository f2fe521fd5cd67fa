/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-qualify"

#include "config.h"

#include <string.h>

#include "cli-fixture.h"

static void
test_four_questions (CliFixture *fixture, gconstpointer data)
{
  const char *told;

  cli_assert_has (cli_done (fixture, "qualify 1"), "not asked");
  cli_assert_has (cli_done (fixture, "qualify 1 1 yes"), "nothing shows it");
  cli_assert_has (cli_done (fixture, "qualify 1 1 yes --evidence 'Like Kiln & Sons'"),
                  "Like Kiln & Sons");
  cli_done (fixture, "qualify 1 3 unknown");
  cli_assert_has (cli_done (fixture, "show 1"), "Is our answer clearly better for them?");
  cli_done (fixture, "qualify 1 2 no");
  told = cli_done (fixture, "qualify 1");
  cli_assert_has (told, "walk away");
  cli_assert_fits (told);
}

static void
test_past_a_no (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "move 1 Discover", MULL_CLI_REFUSED, "--reason" },
    { "move 1 Discover --reason ' '", MULL_CLI_REFUSED, "--reason" },
  };

  cli_done (fixture, "move 1 Qualify");
  cli_done (fixture, "qualify 1 2 no");
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  cli_done (fixture, "move 1 Discover --reason 'The audit makes it urgent'");
  cli_assert_has (cli_done (fixture, "show 1"), "The audit makes it urgent");
}

static void
test_call_plan (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "call-plan 1 --must a --must b --must c --must d --must e --must f", MULL_CLI_REFUSED,
      "5 must-haves" },
  };
  const char *told;

  told = cli_done (fixture, "call-plan 1 --outcome 'A day' --gets 'No standstill' --must 'Who'"
                            " --must 'When' --ask 'A day for the trial'");
  cli_assert_has (told, "No standstill");
  cli_assert_has (told, "A day for the trial");
  cli_assert_fits (told);
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  cli_assert_has (cli_done (fixture, "call-plan 1 --must Why"), "A day for the trial");
}

static void
test_drift (CliFixture *fixture, gconstpointer data)
{
  const char *told;

  cli_done (fixture, "qualify 1 1 yes --evidence x");
  told = cli_done (fixture, "drift");
  cli_assert_has (told, "Yeses with evidence");
  cli_assert_has (told, "talk");
  cli_assert_fits (told);
  cli_assert_has (cli_done (fixture, "drift --months 1 --csv"), "month,deals,asked,yeses,per-deal");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "qualify 1 1", MULL_CLI_USAGE, "question" },
    { "qualify 1 5 yes", MULL_CLI_REFUSED, "QUESTION. Give a whole number from 1 to 4" },
    { "qualify 1 0 yes", MULL_CLI_REFUSED, "1 to 4" },
    { "qualify 1 1 perhaps", MULL_CLI_REFUSED, "yes" },
    { "qualify 9", MULL_CLI_REFUSED, "“9”" },
    { "drift --months x", MULL_CLI_REFUSED, "--months" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli-qualify/" name, CliFixture, NULL, cli_fixture_set_up, function,                \
              cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("four-questions", test_four_questions);
  ADD ("past-a-no", test_past_a_no);
  ADD ("call-plan", test_call_plan);
  ADD ("drift", test_drift);
  ADD ("refused", test_refused);
  return g_test_run ();
}
