/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-contact"

#include "config.h"

#include "cli-fixture.h"

#include "store-fixture.h"

static gint64
count (CliFixture *fixture, const char *sql)
{
  return fixture_query (mull_workspace_get_database (fixture->script.workspace), sql);
}

/* Somebody who is in no deal yet, with a company that was not there either. */
static void
test_add (CliFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (cli_done (fixture, "contact add person 'Zoe Abel' --title Buyer --company Zeta"
                                      " --phone '+49 30 1' --mail z@zeta.example"),
                   ==, "Added “Zoe Abel”.\n");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person JOIN company AS c"
                                   " ON c.id = person.company_id WHERE person.name = 'Zoe Abel'"
                                   " AND title = 'Buyer' AND c.name = 'Zeta'"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person_address AS a JOIN person AS p"
                                   " ON p.id = a.person_id WHERE p.name = 'Zoe Abel'"),
                   ==, 2);
  g_assert_cmpstr (cli_done (fixture, "contact add company 'Omega Ltd' --sector Mills"), ==,
                   "Added “Omega Ltd”.\n");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM company WHERE sector = 'Mills'"), ==, 1);
}

/* What is not said stays as it is. */
static void
test_edit (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "contact add person 'Zoe Abel' --title Buyer --company Zeta --phone 1");
  cli_done (fixture, "contact edit Zoe --company Omega --mail z@zeta.example");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person JOIN company AS c"
                                   " ON c.id = person.company_id WHERE title = 'Buyer'"
                                   " AND c.name = 'Omega'"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person_address AS a JOIN person AS p"
                                   " ON p.id = a.person_id WHERE p.name = 'Zoe Abel'"),
                   ==, 2);
  cli_done (fixture, "contact edit Zeta --name 'Zeta GmbH' --web zeta.example");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM company WHERE name = 'Zeta GmbH'"
                                   " AND domain = 'zeta.example'"),
                   ==, 1);
  cli_done (fixture, "undo");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM company WHERE name = 'Zeta'"), ==, 1);
}

static void
test_refusals (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal cases[] = {
    { "contact", MULL_CLI_USAGE, "add or edit" },
    { "contact add thing X", MULL_CLI_USAGE, "a person or a company" },
    { "contact add company X --mail a@b.example", MULL_CLI_USAGE, "--mail" },
    { "contact add person X --web x.example", MULL_CLI_USAGE, "--web" },
    { "contact add person ' '", MULL_CLI_REFUSED, "name" },
    { "contact edit Nobody", MULL_CLI_REFUSED, "Nobody is called" },
  };

  cli_refused (fixture, cases, G_N_ELEMENTS (cases));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-contact/add", test_add);
  ADD ("/cli-contact/edit", test_edit);
  ADD ("/cli-contact/refusals", test_refusals);
  return g_test_run ();
}
