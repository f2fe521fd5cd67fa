/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-merge"

#include "config.h"

#include "cli-fixture.h"

#include "store-fixture.h"

static gint64
count (CliFixture *fixture, const char *sql)
{
  return fixture_query (mull_workspace_get_database (fixture->script.workspace), sql);
}

static void
add_two (CliFixture *fixture)
{
  cli_done (fixture,
            "contact add person 'Zoe Abel' --title Buyer --company Zeta --phone 030123456");
  cli_done (fixture, "contact add person 'Zoe K. Abel' --title 'Head buyer' --company Zeta"
                     " --mail z@zeta.example --phone '030 123456'");
}

static void
test_people (CliFixture *fixture, gconstpointer data)
{
  add_two (fixture);
  cli_done (fixture, "merge person 'zoe abel' 'Zoe K' --keep name=a --dry-run");
  cli_assert_has (fixture->out->str, "Name (a): Zoe Abel\nJob title (b): Head buyer\n");
  cli_assert_has (fixture->out->str,
                  "“Zoe K. Abel” would be merged into “Zoe Abel”: 1 address would move.\n");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE name LIKE 'Zoe%'"), ==, 2);

  cli_done (fixture, "merge person 'zoe abel' 'Zoe K' --keep name=a --keep title=a");
  cli_assert_has (fixture->out->str, "“Zoe K. Abel” is merged into “Zoe Abel”: 1 address moved.\n");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE name = 'Zoe Abel'"
                                   " AND title = 'Buyer'"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE name LIKE 'Zoe%'"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person_address AS a JOIN person AS p"
                                   " ON p.id = a.person_id WHERE p.name = 'Zoe Abel'"),
                   ==, 2);
  cli_done (fixture, "undo");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE name LIKE 'Zoe%'"), ==, 2);
}

static void
test_companies (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "contact add company Omega --notes One");
  cli_done (fixture, "contact add company 'Omega GmbH' --notes Two");
  cli_assert_has (cli_done (fixture, "duplicates --companies"), "Same name\n");
  cli_done (fixture, "merge company Omega 'Omega G' --keep notes=both");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM company WHERE name = 'Omega GmbH'"
                                   " AND notes = 'One' || char (10, 10) || 'Two'"),
                   ==, 1);
}

/* Two of one name can only be told by their numbers. */
static void
test_numbers (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *line = NULL;
  gint64 first, second;

  cli_done (fixture, "contact add person 'Zoe Abel' --company Zeta");
  cli_done (fixture, "contact add person 'Zoe Abel' --company Zeta");
  first = count (fixture, "SELECT min (id) FROM person WHERE name = 'Zoe Abel'");
  second = count (fixture, "SELECT max (id) FROM person WHERE name = 'Zoe Abel'");
  cli_run (fixture, "merge person 'Zoe Abel' 'Zoe Abel'");
  cli_check_refusal (fixture, MULL_CLI_REFUSED, "may be several");
  cli_assert_has (cli_done (fixture, "duplicates"), "Zoe Abel · Zeta\n");
  line = g_strdup_printf ("merge person %d %d", (int) first, (int) second);
  cli_done (fixture, line);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE name = 'Zoe Abel'"), ==, 1);
  g_assert_cmpstr (cli_done (fixture, "duplicates"), ==, "Nobody seems to be here twice.\n");
}

static void
test_refusals (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal cases[] = {
    { "merge person Zoe", MULL_CLI_USAGE, "missing" },
    { "merge deal 1 2", MULL_CLI_USAGE, "two people or two companies" },
    { "merge person 'Zoe Abel' Nobody", MULL_CLI_REFUSED, "Nobody is called" },
    { "merge person 'Zoe Abel' 'Zoe Abel'", MULL_CLI_REFUSED, "themselves" },
    { "merge person 'Zoe Abel' 9999", MULL_CLI_REFUSED, "" },
    { "merge person 'Zoe Abel' 'Zoe K' --keep title", MULL_CLI_REFUSED, "FIELD=a" },
    { "merge person 'Zoe Abel' 'Zoe K' --keep title=both", MULL_CLI_REFUSED, "FIELD=a" },
    { "merge person 'Zoe Abel' 'Zoe K' --keep web=a", MULL_CLI_REFUSED, "name, title" },
    { "duplicates x", MULL_CLI_USAGE, "too much" },
  };

  add_two (fixture);
  cli_refused (fixture, cases, G_N_ELEMENTS (cases));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-merge/people", test_people);
  ADD ("/cli-merge/companies", test_companies);
  ADD ("/cli-merge/numbers", test_numbers);
  ADD ("/cli-merge/refusals", test_refusals);
  return g_test_run ();
}
