/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-review-call"

#include "config.h"

#include "cli-fixture.h"

static void
test_review_call (CliFixture *fixture, gconstpointer data)
{
  const CliRefusal early[] = {
    { "review-call nobody --next", MULL_CLI_REFUSED, "nobody" },
    { "review-call boiler --next --no-next", MULL_CLI_USAGE, "--no-next" },
  };

  cli_refused (fixture, early, 1);
  cli_refused (fixture, early + 1, 1);
  cli_done (fixture, "log boiler --kind call --reached");
  cli_assert_has (cli_done (fixture, "review-call boiler --missing 'the floor plan' --no-next"),
                  "Left without: the floor plan");
  cli_assert_has (cli_done (fixture, "show boiler"), "the floor plan");
}

static void
test_drill (CliFixture *fixture, gconstpointer data)
{
  cli_assert_has (cli_done (fixture, "drill --seed 1"), "Boiler service");
  g_assert_cmpstr (cli_done (fixture, "drill boiler --kind access who  signs"), ==,
                   "Found on “Boiler service”: who signs\n");
  cli_assert_has (cli_done (fixture, "figures"), "Holes found");
  cli_assert_fits (cli_done (fixture, "figures do-over"));
}

static void
test_refusals (CliFixture *fixture, gconstpointer data)
{
  const CliRefusal refusals[] = {
    { "figures nothing", MULL_CLI_REFUSED, "figures" },
    { "drill --seed x", MULL_CLI_REFUSED, "--seed" },
    { "drill nobody what", MULL_CLI_REFUSED, "nobody" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-review-call/review-call", CliFixture, NULL, cli_fixture_set_up,
              test_review_call, cli_fixture_tear_down);
  g_test_add ("/cli-review-call/drill", CliFixture, NULL, cli_fixture_set_up, test_drill,
              cli_fixture_tear_down);
  g_test_add ("/cli-review-call/refusals", CliFixture, NULL, cli_fixture_set_up, test_refusals,
              cli_fixture_tear_down);
  return g_test_run ();
}
