/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-today"

#include "config.h"

#include "cli-fixture.h"

static void
test_today (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "promise 1 --ours --due fri --words 'The figures'");
  cli_done (fixture, "plan 1 --kind call --due today --person ann Ring them");
  cli_assert_has (cli_done (fixture, "today"), "Our promises");
  cli_assert_has (cli_done (fixture, "today"), "Own it");
  cli_assert_has (cli_done (fixture, "today"), "Planned for today");
  cli_assert_fits (cli_done (fixture, "today"));
  cli_assert_has (cli_done (fixture, "today --csv"), "before-due,Own it,1,Boiler service");
}

static void
test_nothing_today (CliFixture *fixture, gconstpointer data)
{
  cli_assert_has (cli_done (fixture, "today"), "Nothing is due.");
}

static void
test_since (CliFixture *fixture, gconstpointer data)
{
  cli_assert_has (cli_done (fixture, "since 2024-05-20"), "Nothing has changed.");
  cli_done (fixture, "promise 1 --theirs --due fri --words 'The log'");
  cli_assert_has (cli_done (fixture, "since mon"), "They said: The log");
  cli_assert_fits (cli_done (fixture, "since 2024-01-01"));
}

static void
test_record (CliFixture *fixture, gconstpointer data)
{
  cli_assert_has (cli_done (fixture, "record ann"), "0 kept");
  cli_assert_has (cli_done (fixture, "record hartwell"), "Hartwell Mills");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "today 1", MULL_CLI_USAGE, "today" },       { "since", MULL_CLI_USAGE, "since" },
    { "since never", MULL_CLI_REFUSED, "never" }, { "record", MULL_CLI_USAGE, "record" },
    { "record Zoe", MULL_CLI_REFUSED, "“Zoe”" },  { "record ''", MULL_CLI_REFUSED, "Type more" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-today/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("today", cli_fixture_set_up, test_today);
  ADD ("nothing-today", cli_fixture_set_up_empty, test_nothing_today);
  ADD ("since", cli_fixture_set_up, test_since);
  ADD ("record", cli_fixture_set_up, test_record);
  ADD ("refused", cli_fixture_set_up, test_refused);
  return g_test_run ();
}
