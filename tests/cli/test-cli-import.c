/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-import"

#include "config.h"

#include "mull-cli.h"

#include "cli-fixture.h"
#include "store-fixture.h"

#define DEALS                                                                                      \
  "Deal,Company,Stage,Value,Currency\nPump,Mills,Propose,12,EUR\nValve,Mills,Won,3,EUR\n"
#define BAD "Deal,Stage,Expected close date\nA,Propose,2026-02-28\nB,Propose,2026-02-30\n"
#define OPEN "Deal,Stage,Expected close date\nA,Propose,03/04/2026\nB,Propose,05/06/2026\n"

static char *
write_file (CliFixture *fixture, const char *text)
{
  char *path = g_build_filename (fixture->script.folder, "in.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static char *
dup_line (const char *path, const char *options)
{
  return g_strdup_printf ("import '%s' %s", path, options);
}

static void
test_import (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, DEALS);
  g_autofree char *dry = dup_line (path, "--dry-run");
  g_autofree char *line = dup_line (path, "");

  cli_assert_has (cli_done (fixture, dry), "Deals: 2 new, 0 changed, 0 identical\n");
  cli_assert_has (cli_done (fixture, line), "Deals: 2 new, 0 changed, 0 identical\n");
  cli_assert_has (cli_done (fixture, line), "Deals: 0 new, 0 changed, 2 identical\n");
  cli_assert_has (cli_done (fixture, "list deals"), "Pump");
  cli_done (fixture, "undo");
  cli_assert_has (cli_done (fixture, dry), "Deals: 2 new, 0 changed, 0 identical\n");
}

static void
test_bad_rows (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, BAD);
  g_autofree char *line = dup_line (path, "");
  g_autofree char *skip = dup_line (path, "--skip-bad");

  g_assert_cmpint (cli_run (fixture, line), ==, MULL_CLI_REFUSED);
  cli_assert_has (fixture->err->str, "Line 3, column 3 (Expected close date): ");
  cli_assert_has (fixture->err->str, "Nothing was imported, because 1 row is refused.");
  cli_assert_has (cli_done (fixture, skip), "Deals: 1 new, 0 changed, 0 identical\n");
}

/* What is refused is a file of the same kind: corrected, it comes in by itself. */
static void
test_save_refused (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, BAD);
  g_autofree char *saved = g_build_filename (fixture->script.folder, "refused.csv", NULL);
  g_autofree char *option = g_strdup_printf ("--skip-bad --save-refused=%s", saved);
  g_autofree char *line = dup_line (path, option);
  g_autofree char *again = dup_line (saved, "--dry-run");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  cli_done (fixture, line);
  g_file_get_contents (saved, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"
                                         "Deal,Stage,"));
  cli_assert_has (cli_done (fixture, again), "Rows: 1 read, 1 refused");
}

/* What is here stays, and nobody is taken for somebody else, unless the rep says so. */
static void
test_choices (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *mine = write_file (fixture, "Name,Company,Email,Job title\n"
                                               "Ann Ruiz,Mills,ann@mills.example,Buyer\n"
                                               "Tom Hale,Mills,tom@mills.example,Fitter\n");
  g_autofree char *first = dup_line (mine, "");
  g_autofree char *theirs = NULL;
  g_autofree char *dry = dup_line (mine, "--dry-run");
  g_autofree char *nothing = dup_line (mine, "--add-new=4");
  g_autofree char *twice = dup_line (mine, "--add-new=2 --take-file=3,2");
  g_autofree char *word = dup_line (mine, "--use-existing=ann");
  g_autofree char *chosen = dup_line (mine, "--take-file=2 --use-existing=3");
  const CliRefusal refusals[] = {
    { nothing, MULL_CLI_REFUSED, "There is nothing to decide on line 4." },
    { twice, MULL_CLI_REFUSED, "Line 2 is named twice." },
    { word, MULL_CLI_REFUSED, "--use-existing" },
  };

  cli_done (fixture, first);
  /* Columns of another program, so that nothing is known by its id. */
  theirs = write_file (
      fixture, "Record ID,First Name,Last Name,Email,Job Title,Company Name,Lifecycle Stage\n"
               "1,Ann,Ruiz,ann@mills.example,Head of buying,Mills,Lead\n"
               "2,Tom,Hale,tom@omega.example,Owner,Omega,Lead\n"
               "3,Zoe,Abel,zoe@mills.example,,Mills,Lead\n");
  cli_assert_has (cli_done (fixture, dry), "2 rows need a look");
  cli_assert_has (fixture->out->str, "Line 2: “Ann Ruiz”: Job title stays “Buyer”");
  cli_assert_has (fixture->out->str, "Line 3: There is already a “Tom Hale” at “Mills”.\n");
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  cli_assert_has (cli_done (fixture, chosen), "People: 1 new, 1 changed, 1 identical\n");
  g_assert_cmpint (fixture_query (mull_workspace_get_database (fixture->script.workspace),
                                  "SELECT count (*) FROM person WHERE title = 'Head of buying'"),
                   ==, 1);
}

static void
test_questions (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, OPEN);
  g_autofree char *line = dup_line (path, "");
  g_autofree char *wrong = dup_line (path, "--date-order=ymd");
  g_autofree char *money = dup_line (path, "--date-order=mdy --currency=XQQ");
  g_autofree char *answered = dup_line (path, "--date-order=mdy");
  const CliRefusal refusals[] = {
    { line, MULL_CLI_REFUSED, "--date-order=dmy" },
    { wrong, MULL_CLI_REFUSED, "“mdy”" },
    { money, MULL_CLI_REFUSED, "currency" },
    { "import", MULL_CLI_USAGE, "missing" },
    { "import /nowhere/missing.csv", MULL_CLI_REFUSED,
      "There is no file “/nowhere/missing.csv”. Check its name and its folder.\n" },
    { "import /", MULL_CLI_REFUSED, "“/” is a folder. Choose a file in it.\n" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  cli_assert_has (cli_done (fixture, answered), "Deals: 2 new, 0 changed, 0 identical\n");
  g_assert_cmpint (fixture_query (mull_workspace_get_database (fixture->script.workspace),
                                  "SELECT count (*) FROM deal WHERE expected_on = '2026-03-04'"),
                   ==, 1);
}

/* A map says what nobody can guess: what the columns are, and how amounts are written. */
static void
test_map (CliFixture *fixture, gconstpointer data)
{
  static const char map[] = "[mapping]\nversion=1\nkind=deals\ncurrency=GBP\n"
                            "[file]\nencoding=utf-8\ndelimiter=;\nheader=true\n"
                            "[column 1]\nname=xq\ntarget=value\ndecimal=,\n"
                            "[column 2]\nname=xz\ntarget=deal-title\n";
  g_autofree char *path = write_file (fixture, "xq;xz\n1,250;Pump\n3,25;Valve\n");
  g_autofree char *map_path = g_build_filename (fixture->script.folder, "in.map", NULL);
  g_autofree char *line = g_strdup_printf ("import '%s' --map='%s'", path, map_path);
  g_autofree char *missing = g_strdup_printf ("import '%s' --map=/nowhere/in.map", path);

  g_assert_cmpint (cli_run (fixture, missing), ==, MULL_CLI_REFUSED);
  cli_check_refusal (fixture, MULL_CLI_REFUSED, "no file “/nowhere/in.map”");
  g_assert_true (g_file_set_contents (map_path, "no map", -1, NULL));
  g_assert_cmpint (cli_run (fixture, line), ==, MULL_CLI_REFUSED);
  g_assert_true (g_file_set_contents (map_path, map, -1, NULL));
  cli_assert_has (cli_done (fixture, line), "Deals: 2 new, 0 changed, 0 identical\n");
  g_assert_cmpint (fixture_query (mull_workspace_get_database (fixture->script.workspace),
                                  "SELECT value_minor FROM deal WHERE title = 'Pump'"
                                  " AND currency = 'GBP'"),
                   ==, 125);
}

/* A dry run says how the file is read, before anything is written. */
static void
test_reading (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "product,account,close_value,deal_stage\n"
                                               "GTX,Cancity,1054,Won\nMG,Isdom,550,Engaging\n");
  g_autofree char *line = dup_line (path, "--dry-run");
  g_autofree char *pounds = dup_line (path, "--dry-run --currency=GBP");
  const char *out = cli_done (fixture, pounds);

  cli_assert_has (out, "Read as Deals: utf-8, fields divided by comma, the first line names the "
                       "columns; values that name no currency are in GBP\n");
  cli_assert_has (out, "product      Part of the title  GTX · MG\n");
  cli_assert_has (out, "account      Company            Cancity · Isdom\n");
  cli_assert_has (out, "Deals: 2 new, 0 changed, 0 identical\n");
  g_assert_cmpint (fixture_query (mull_workspace_get_database (fixture->script.workspace),
                                  "SELECT count (*) FROM deal"),
                   ==, 0);
  /* What the other deals are in is what these are in. */
  cli_done (fixture, "demo");
  cli_assert_has (cli_done (fixture, line), "values that name no currency are in GBP\n");
}

/* How a file is written can be said, rightly or wrongly. */
static void
test_dialect (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "Deal;Stage\nPump, big;Won\nValve, small;Open\n");
  g_autofree char *told =
      dup_line (path, "--dry-run --encoding=utf-8 --delimiter=semicolon --header=yes");
  g_autofree char *encoding = dup_line (path, "--encoding=koi8");
  g_autofree char *delimiter = dup_line (path, "--delimiter=dot");
  g_autofree char *header = dup_line (path, "--header=perhaps");
  g_autofree char *wrong = dup_line (path, "--encoding=utf-16-le");
  const CliRefusal refusals[] = {
    { encoding, MULL_CLI_REFUSED, "“windows-1252”" },
    { delimiter, MULL_CLI_REFUSED, "“semicolon”" },
    { header, MULL_CLI_REFUSED, "“yes”" },
    { wrong, MULL_CLI_REFUSED, "UTF-16" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  cli_assert_has (cli_done (fixture, told), "fields divided by semicolon");
  cli_assert_has (cli_done (fixture, told), "Deals: 2 new, 0 changed, 0 identical\n");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli-import/" name, CliFixture, NULL, cli_fixture_set_up_empty, function,           \
              cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("import", test_import);
  ADD ("bad-rows", test_bad_rows);
  ADD ("save-refused", test_save_refused);
  ADD ("choices", test_choices);
  ADD ("questions", test_questions);
  ADD ("reading", test_reading);
  ADD ("dialect", test_dialect);
  ADD ("map", test_map);
  return g_test_run ();
}
