/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-plan"

#include "config.h"

#include "cli-fixture.h"

static void
test_done (CliFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (cli_done (fixture, "plan 1 --kind meeting --due fri --person ann --place Leeds "
                                      "--accepted show the plan"),
                   ==, "Planned for “Boiler service”: Meeting on 17 May 2024.\n");
  g_assert_true (g_str_has_prefix (cli_done (fixture, "state 1"), "meeting set 2024-05-17\n"));
  g_assert_cmpstr (cli_done (fixture, "promise 1 --theirs --due +1w --words 'The %s log'"), ==,
                   "Promised on “Boiler service”: They said, by 22 May 2024.\n");
  cli_assert_has (cli_done (fixture, "show 1"), "They said     The %s log · 22 May · Open");
  g_assert_cmpstr (cli_done (fixture, "hole 1 --kind information --words 'The figures' --why w "
                                      "--benefit b --person ben"),
                   ==, "That is now the hole of “Boiler service”.\n");
  cli_assert_has (cli_done (fixture, "script do-over 1"), "Ben Cole");
}

/* A promise may be due today, and may have been due before today if it was made before that. */
static void
test_promise_days (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal late[] = {
    { "promise 1 --ours --due yesterday --words x", MULL_CLI_REFUSED, "before it was made" },
    { "promise 1 --ours --due 2024-05-09 --made 2024-05-10 --words x", MULL_CLI_REFUSED,
      "before it was made" },
  };

  cli_refused (fixture, late, G_N_ELEMENTS (late));
  cli_done (fixture, "promise 1 --ours --due today --words x");
  cli_done (fixture, "promise 1 --ours --due 2024-05-10 --made 2024-05-10 --words x");
  g_assert_true (g_str_has_prefix (cli_done (fixture, "state 1"), "we owe 2024-05-10\n"));
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "plan 1", MULL_CLI_USAGE, "--due" },
    { "plan 1 --kind call", MULL_CLI_USAGE, "--due" },
    { "plan 1 --kind note --due fri", MULL_CLI_REFUSED, "“note”" },
    { "plan 1 --kind call --due yesterday", MULL_CLI_REFUSED, "has passed" },
    { "plan 1 --kind call --due 2024-06-31", MULL_CLI_REFUSED, "2024-06-31" },
    { "plan 1 --kind call --due fri --person Zoe", MULL_CLI_REFUSED, "“Zoe”" },
    { "promise 1 --due fri --words x", MULL_CLI_USAGE, "--ours" },
    { "promise 1 --ours --words x", MULL_CLI_USAGE, "--due" },
    { "promise 1 --ours --due fri", MULL_CLI_USAGE, "--words" },
    { "promise 1 --ours --due fri --words ' '", MULL_CLI_REFUSED, "words" },
    { "hole 1 --kind question", MULL_CLI_USAGE, "--words" },
    { "hole 1 --kind gap --words x", MULL_CLI_REFUSED, "question, access, information" },
    { "hole 1 --kind access --words ''", MULL_CLI_REFUSED, "words" },
    { "hole 9 --kind access --words x", MULL_CLI_REFUSED, "“9”" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-plan/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("done", cli_fixture_set_up, test_done);
  ADD ("promise-days", cli_fixture_set_up, test_promise_days);
  ADD ("refused", cli_fixture_set_up, test_refused);
  return g_test_run ();
}
