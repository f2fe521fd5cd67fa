/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-deal"

#include "config.h"

#include "cli-fixture.h"

#include "store-fixture.h"

#include <string.h>

static void
test_add (CliFixture *fixture, gconstpointer data)
{
  static const char *const odd[] = { "add", "deal", "R&D <b>\"Süd\"</b> %s %n", NULL };

  g_assert_cmpstr (cli_done (fixture, "add deal Pump --company Mill --person 'Eve Hill' --value "
                                      "1200.50 --currency eur --stage prop --expected 2024-07-01"),
                   ==, "Added deal 2: “Pump”.\n");
  cli_assert_has (cli_done (fixture, "list deals --csv"),
                  "\n2,Pump,Mill,Eve Hill,Sales,Propose,1200.50,EUR,open,,never-heard,2024-05-15,,,"
                  "2024-07-01\n");
  g_assert_cmpint (cli_run_words (fixture, odd), ==, MULL_CLI_DONE);
  g_assert_cmpstr (fixture->out->str, ==, "Added deal 3: “R&D <b>\"Süd\"</b> %s %n”.\n");
  cli_assert_has (cli_done (fixture, "show 'R&D <b>'"), "R&D <b>\"Süd\"</b> %s %n\n");
}

/* Control characters go, as everywhere a title is typed. */
static void
test_control_characters (CliFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "add", "deal",
                                       "a\x01"
                                       "b\x1b[31m\nc",
                                       NULL };

  g_assert_cmpint (cli_run_words (fixture, words), ==, MULL_CLI_DONE);
  g_assert_cmpstr (fixture->out->str, ==, "Added deal 2: “ab[31m c”.\n");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "add", MULL_CLI_USAGE, "deal or a person" },
    { "add thing x", MULL_CLI_USAGE, "deal or a person" },
    { "add deal", MULL_CLI_USAGE, "missing" },
    { "add deal a b", MULL_CLI_USAGE, "too much" },
    { "add deal ' '", MULL_CLI_REFUSED, "title" },
    { "add deal T --value 9223372036854775807", MULL_CLI_REFUSED, "too large" },
    { "add deal T --value 10000000000000.01 --currency EUR", MULL_CLI_REFUSED, "too large" },
    { "add deal T --value 1.005 --currency EUR", MULL_CLI_REFUSED, "decimals" },
    { "add deal T --value 1.5 --currency JPY", MULL_CLI_REFUSED, "decimals" },
    { "add deal T --value many", MULL_CLI_REFUSED, "“many”" },
    { "add deal T --value ''", MULL_CLI_REFUSED, "amount" },
    { "add deal T --value=-5", MULL_CLI_REFUSED, "below zero" },
    { "add deal T --value 1 --currency QQQ", MULL_CLI_REFUSED, "“QQQ”" },
    { "add deal T --currency EUR", MULL_CLI_USAGE, "without a value" },
    { "add deal T --expected 2023-02-29", MULL_CLI_REFUSED, "2023-02-29" },
    { "add deal T --expected 2024-13-01", MULL_CLI_REFUSED, "2024-13-01" },
    { "add deal T --expected soon", MULL_CLI_REFUSED, "“soon”" },
    { "add deal T --stage Nowhere", MULL_CLI_REFUSED, "“Qualify”, “Discover”" },
    { "add person Eve", MULL_CLI_USAGE, "--deal" },
    { "add person '' --deal 1", MULL_CLI_USAGE, "name" },
    { "add person Eve --deal 1 --role king", MULL_CLI_REFUSED, "decision-maker" },
    { "add person Eve --deal 9", MULL_CLI_REFUSED, "“9”" },
    { "move 1 Nowhere", MULL_CLI_REFUSED, "“Qualify”, “Discover”" },
    { "move 1 ''", MULL_CLI_REFUSED, "“Qualify”" },
    { "close 1 lost", MULL_CLI_REFUSED, "said-no" },
    { "close 1 open", MULL_CLI_REFUSED, "“open”" },
    { "reopen 1", MULL_CLI_REFUSED, "is open" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

/* A megabyte where a line belongs. */
static void
test_huge (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *huge = g_strnfill (1024 * 1024, 'x');
  const char *const lines[][6] = {
    { "add", "deal", huge },
    { "add", "deal", "T", "--company", huge },
    { "add", "deal", "T", "--value", huge },
    { "state", huge },
    { "move", "1", huge },
    { "log", "1", "--kind", "note", huge },
    { "log", "1", "--kind", huge },
    { "quiet", "1", "--until", huge, "--words", "x" },
    { huge },
  };
  MullDatabase *db = mull_workspace_get_database (fixture->script.workspace);
  g_autofree char *before = fixture_digest (db);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *words[7] = { NULL };

      memcpy (words, lines[i], sizeof lines[i]);
      g_assert_cmpint (cli_run_words (fixture, words), !=, MULL_CLI_DONE);
      cli_check_refusal (fixture, MULL_CLI_USAGE, "");
      g_assert_cmpuint (fixture->err->len, <, 1000);
    }
  after = fixture_digest (db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_move_and_close (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal closed[] = {
    { "move 1 Decide", MULL_CLI_REFUSED, "closed: Won" },
    { "close 1 said-no", MULL_CLI_REFUSED, "closed: Won" },
  };

  g_assert_cmpstr (cli_done (fixture, "move boil deci"), ==, "“Boiler service” is in Decide.\n");
  cli_assert_has (cli_done (fixture, "list deals --csv"), ",Decide,");
  g_assert_cmpstr (cli_done (fixture, "close 1 WON --reason 'We %s asked'"), ==,
                   "“Boiler service” is closed: Won.\n");
  cli_assert_has (cli_done (fixture, "list deals --csv"), ",won,We %s asked,closed,");
  cli_refused (fixture, closed, G_N_ELEMENTS (closed));
  g_assert_cmpstr (cli_done (fixture, "reopen 1"), ==, "“Boiler service” is open again.\n");
  cli_done (fixture, "close 1 'said no'");
  cli_assert_has (cli_done (fixture, "show 1"), "Heard a no");
}

static void
test_add_person (CliFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (cli_done (fixture, "add person 'Eve Hill' --deal 1 --role decision-maker"), ==,
                   "“Eve Hill” is in the buying centre of “Boiler service”.\n");
  cli_assert_has (cli_done (fixture, "show 1"), "Eve Hill\n  Decision-maker · decides");
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-deal/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add", cli_fixture_set_up, test_add);
  ADD ("control-characters", cli_fixture_set_up, test_control_characters);
  ADD ("refused", cli_fixture_set_up, test_refused);
  ADD ("huge", cli_fixture_set_up, test_huge);
  ADD ("move-and-close", cli_fixture_set_up, test_move_and_close);
  ADD ("add-person", cli_fixture_set_up, test_add_person);
  return g_test_run ();
}
