/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-list"

#include "config.h"

#include "cli-fixture.h"
#include "mull-database-private.h"

#include <string.h>

static void
test_filters (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *line;
    const char *ids;
  } cases[] = {
    { "list deals --csv", "1 3 2 " },
    { "list deals --csv --stage propose", "3 " },
    { "list deals --csv --state 'our move'", "1 " },
    { "list deals --csv --state never-heard", "3 " },
    { "list deals --csv --state dark", "" },
    { "list deals --csv --outcome won", "2 " },
    { "list deals --csv --outcome open --stage Propose", "3 " },
    { "list deals --csv --state closed", "2 " },
    { "list people --csv", "1 2 " },
    { "list companies --csv", "1 " },
  };

  cli_done (fixture, "add deal Pump");
  cli_done (fixture, "close 2 won");
  cli_done (fixture, "add deal Valve --stage Propose");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = g_strsplit (cli_done (fixture, cases[i].line), "\n", -1);
      g_autoptr (GString) ids = g_string_new (NULL);

      g_assert_true (g_str_has_prefix (lines[0], "id,"));
      for (guint j = 1; *lines[j] != '\0'; j++)
        {
          g_auto (GStrv) cells = g_strsplit (lines[j], ",", 2);

          g_string_append_printf (ids, "%s ", cells[0]);
        }
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
    }
}

/* For people: aligned, without what only programs want. */
static void
test_text (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "add deal Pump --value 1200 --currency EUR");
  g_assert_cmpstr (cli_done (fixture, "list deals"), ==,
                   "Id  Whose move            Deal            Company         Stage     Value\n"
                   " 1  our move since today  Boiler service  Hartwell Mills  Qualify\n"
                   " 2  new since today       Pump                            Qualify  €1,200\n");
  cli_done (fixture, "log 2 --kind mail");
  cli_assert_has (cli_done (fixture, "list deals"), " 2  no answer since today  Pump");
  cli_assert_has (cli_done (fixture, "list people"), "Ann Ruiz");
  cli_assert_has (cli_done (fixture, "list companies"), "Hartwell Mills");
}

/* Why each stands as it does, as the last thing of its row. */
static void
test_why (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "add deal Pump");
  cli_done (fixture, "close 2 won");
  g_assert_cmpstr (
      cli_done (fixture, "list deals --why --outcome open"), ==,
      "Id  Whose move            Deal            Company         Stage    Value  Why\n"
      " 1  our move since today  Boiler service  Hartwell Mills  Qualify         heard "
      "today · nothing from us since\n");
  cli_assert_has (cli_done (fixture, "list deals --why --csv"), ",their date,why\n");
  cli_assert_has (cli_done (fixture, "list deals --why --csv --state closed"), ",closed today\n");
  /* Who does not ask is not told: scripts count columns. */
  cli_assert_has (cli_done (fixture, "list deals --csv"), ",their date\n");
}

static int
on_statement_cb (guint what, gpointer user_data, gpointer statement, gpointer sql)
{
  guint *n = user_data;

  *n += strstr (sql, "FROM setting") != NULL;
  return 0;
}

/* What holds for all deals is read once, however many there are. */
static void
test_why_once (CliFixture *fixture, gconstpointer data)
{
  sqlite3 *handle =
      mull_database_get_handle (mull_workspace_get_database (fixture->script.workspace));
  guint n[2] = { 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    {
      sqlite3_trace_v2 (handle, SQLITE_TRACE_STMT, on_statement_cb, &n[i]);
      cli_done (fixture, "list deals --why");
      sqlite3_trace_v2 (handle, 0, NULL, NULL);
      cli_done (fixture, "add deal Pump");
      cli_done (fixture, "add deal Boiler");
    }
  g_assert_cmpuint (n[0], >, 0);
  g_assert_cmpuint (n[1], ==, n[0]);
}

/* What would be a formula in a spreadsheet is guarded. */
static void
test_formula (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "add deal '=HYPERLINK(\"x\",1)' --company '+49 30 1234'");
  cli_assert_has (cli_done (fixture, "list deals --csv"),
                  "\n2,\"'=HYPERLINK(\"\"x\"\",1)\",+49 30 1234,");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "list", MULL_CLI_USAGE, "missing" },
    { "list things", MULL_CLI_USAGE, "deals, people or companies" },
    { "list people --stage Qualify", MULL_CLI_USAGE, "those of deals" },
    { "list companies --why", MULL_CLI_USAGE, "those of deals" },
    { "list deals --stage Nowhere", MULL_CLI_REFUSED, "“Qualify”" },
    { "list deals --state lost", MULL_CLI_REFUSED, "“lost”" },
    { "list deals --outcome lost", MULL_CLI_REFUSED, "said-no" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-list/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("filters", cli_fixture_set_up, test_filters);
  ADD ("text", cli_fixture_set_up, test_text);
  ADD ("why", cli_fixture_set_up, test_why);
  ADD ("why-once", cli_fixture_set_up, test_why_once);
  ADD ("formula", cli_fixture_set_up, test_formula);
  ADD ("refused", cli_fixture_set_up, test_refused);
  return g_test_run ();
}
