/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli"

#include "config.h"

#include "cli-fixture.h"

#include "store-fixture.h"

#include <string.h>

static const char *const commands[] = {
  "demo",     "export",      "board",  "list",   "show",   "state",    "add",
  "move",     "close",       "reopen", "log",    "plan",   "promise",  "quiet",
  "hole",     "script",      "brief",  "undo",   "redo",   "history",  "check",
  "help",     "promises",    "keep",   "risk",   "owned",  "broken",   "release",
  "unsettle", "renegotiate", "proof",  "own",    "called", "due",      "reading",
  "ask",      "contact",     "answer", "decide", "stop",   "measures", "search",
};

/* Every command is listed, and says how it is used. */
static void
test_help (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *help = mull_cli_dup_help ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *listed = g_strdup_printf ("\n  %s ", commands[i]);
      g_autofree char *asked = g_strdup_printf ("%s --help", commands[i]);
      g_autofree char *explained = g_strdup_printf ("help %s", commands[i]);
      g_autofree char *usage = g_strdup_printf ("Usage: mulligan %s", commands[i]);
      g_autofree char *first = NULL;

      g_assert_true (mull_cli_is_command (commands[i]));
      cli_assert_has (help, listed);
      first = g_strdup (cli_done (fixture, asked));
      g_assert_true (g_str_has_prefix (first, usage));
      g_assert_cmpstr (cli_done (fixture, explained), ==, first);
    }
  g_assert_cmpstr (cli_done (fixture, "help"), !=, "");
  g_assert_false (mull_cli_is_command ("boards"));
  g_assert_false (mull_cli_is_command (""));
}

/* Without data every command still says how it is used, and what is wrong with how it was. */
static void
test_without_data (void)
{
  g_autofree char *help = mull_cli_dup_help ();
  g_auto (GStrv) lines = g_strsplit (help, "\n", -1);
  guint n_commands = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 4);
      g_autofree char *usage = NULL;
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GString) err = g_string_new (NULL);
      MullCliContext context = { NULL, "/", out, err };

      if (!g_str_has_prefix (lines[i], "  "))
        continue;
      n_commands++;
      usage = g_strdup_printf ("Usage: mulligan %s", words[2]);
      g_assert_cmpint (mull_cli_run (&context, (char *[]){ words[2], (char *) "--help", NULL }), ==,
                       MULL_CLI_DONE);
      cli_assert_has (out->str, usage);
      g_assert_cmpint (mull_cli_run (&context, (char *[]){ (char *) "help", words[2], NULL }), ==,
                       MULL_CLI_DONE);
      g_assert_cmpstr (err->str, ==, "");
      g_assert_cmpint (
          mull_cli_run (&context, (char *[]){ words[2], (char *) "--frobnicate", NULL }), ==,
          MULL_CLI_USAGE);
      cli_assert_has (err->str, usage);
      g_assert_false (context.wants_data);
    }
  g_assert_cmpuint (n_commands, >=, G_N_ELEMENTS (commands));
}

/* What is used rightly wants data, and nothing else does. */
static void
test_wants_data (void)
{
  static const struct
  {
    const char *words[5];
    gboolean wants_data;
  } lines[] = {
    { { "board" }, TRUE },
    { { "check", "--digest" }, TRUE },
    { { "list", "deals" }, TRUE },
    /* Here it is what was said. */
    { { "log", "1", "--words", "--help" }, TRUE },
    { { "help" }, FALSE },
    { { "help", "frobnicate" }, FALSE },
    { { "frobnicate" }, FALSE },
    { { "move", "1" }, FALSE },
    { { NULL }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GString) err = g_string_new (NULL);
      MullCliContext context = { NULL, "/", out, err };
      int status = mull_cli_run (&context, (char **) lines[i].words);

      g_test_message ("line %u", i);
      g_assert_cmpint (context.wants_data, ==, lines[i].wants_data);
      g_assert_cmpint (status, ==, i == 4 ? MULL_CLI_DONE : MULL_CLI_USAGE);
    }
}

static void
test_unknown (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "frobnicate", MULL_CLI_USAGE, "“frobnicate”" },
    { "''", MULL_CLI_USAGE, "“”" },
    { "list deals --frobnicate", MULL_CLI_USAGE, "--frobnicate" },
    { "list deals -x", MULL_CLI_USAGE, "-x" },
    { "help frobnicate", MULL_CLI_USAGE, "no such command" },
    { "undo now", MULL_CLI_USAGE, "too much" },
    { "move 1", MULL_CLI_USAGE, "missing" },
    { "log 1 --kind", MULL_CLI_USAGE, "--kind" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

/* Bytes that are no text, wherever a text is taken, are refused in text. */
static void
test_not_text (CliFixture *fixture, gconstpointer data)
{
  static const char bad[] = "x\xff\xfe";
  static const char *const lines[][8] = {
    { bad },
    { "state", bad },
    { "show", bad },
    { "board", bad },
    { "list", bad },
    { "list", "deals", bad },
    { "list", "deals", "--stage", bad },
    { "list", "deals", "--state", bad },
    { "list", "deals", "--\xff" },
    { "add", "deal", bad },
    { "add", "deal", "T", "--company", bad },
    { "add", "deal", "T", "--person", bad },
    { "add", "deal", "T", "--value", bad },
    { "add", "deal", "T", "--value", "1", "--currency", bad },
    { "add", "deal", "T", "--expected", bad },
    { "add", "deal", "T", "--stage", bad },
    { "add", "person", bad, "--deal", "1" },
    { "move", "1", bad },
    { "close", "1", bad },
    { "close", "1", "won", "--reason", bad },
    { "log", "1", "--kind", bad },
    { "log", "1", "--kind", "note", bad },
    { "log", "1", "--kind", "note", "--at", bad },
    { "log", "1", "--kind", "note", "--words", bad },
    { "log", "1", "--kind", "note", "--person", bad },
    { "plan", "1", "--kind", "call", "--due", bad },
    { "plan", "1", "--kind", "call", "--due", "fri", bad },
    { "promise", "1", "--ours", "--due", "fri", "--words", bad },
    { "quiet", "1", "--until", "fri", "--words", bad },
    { "hole", "1", "--kind", "question", "--words", bad },
    { "hole", "1", "--kind", bad, "--words", "x" },
    { "script", bad, "1" },
    { "brief", bad, "-o", "x.pdf" },
    { "brief", "1", "-o", "x.pdf", "--paper", bad },
    { "export", bad },
  };
  MullDatabase *db = mull_workspace_get_database (fixture->script.workspace);
  g_autofree char *before = fixture_digest (db);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      int status = cli_run_words (fixture, lines[i]);

      g_test_message ("line %u", i);
      g_assert_cmpint (status, !=, MULL_CLI_DONE);
      cli_check_refusal (fixture, status, "");
    }
  after = fixture_digest (db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_demo (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal again = { "demo", MULL_CLI_REFUSED, "already" };

  cli_done (fixture, "demo");
  cli_assert_has (cli_done (fixture, "board"), "Qualify");
  cli_refused (fixture, &again, 1);
  cli_done (fixture, "undo");
  g_assert_cmpstr (cli_done (fixture, "list deals"), ==, "No deals.\n");
}

/* A database in which nothing has been done: nothing fails, and nothing is made up. */
static void
test_empty (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "state 1", MULL_CLI_REFUSED, "“1”" },
    { "show x", MULL_CLI_REFUSED, "“x”" },
    { "script do-over 1", MULL_CLI_REFUSED, "“1”" },
    { "brief 1 -o x.pdf", MULL_CLI_REFUSED, "“1”" },
    { "board x", MULL_CLI_REFUSED, "“x”" },
    { "list deals --stage x", MULL_CLI_REFUSED, "“x”" },
    { "add deal T --stage x", MULL_CLI_REFUSED, "without --stage" },
    { "add deal ''", MULL_CLI_REFUSED, "title" },
    { "undo", MULL_CLI_REFUSED, "nothing to undo" },
    { "redo", MULL_CLI_REFUSED, "nothing to redo" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  g_assert_cmpstr (cli_done (fixture, "list deals"), ==, "No deals.\n");
  g_assert_cmpstr (cli_done (fixture, "list people"), ==, "No people.\n");
  g_assert_cmpstr (cli_done (fixture, "list companies"), ==, "No companies.\n");
  g_assert_true (g_str_has_prefix (cli_done (fixture, "list deals --csv"), "id,title,"));
  cli_assert_has (cli_done (fixture, "board"), "no pipeline yet");
  cli_assert_has (cli_done (fixture, "history"), "Nothing");
  cli_done (fixture, "check");
}

/* The same digests as the database makes, and only when it is sound. */
static void
test_check (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = { { "check", MULL_CLI_REFUSED, "damaged" } };
  MullDatabase *db = mull_workspace_get_database (fixture->script.workspace);
  g_autofree char *digest = fixture_digest (db);
  g_autoptr (GError) error = NULL;

  cli_assert_has (cli_done (fixture, "check"), "passed");
  cli_assert_has (cli_done (fixture, "check --digest"), digest);
  /* Words can be made anew, and cards that are missing are damage. */
  mull_database_exec (db, "DELETE FROM deal_fts WHERE rowid = 1", &error);
  g_assert_no_error (error);
  cli_assert_has (cli_done (fixture, "check"), "passed");
  mull_database_exec (db, "DELETE FROM deal_card WHERE 1", &error);
  g_assert_no_error (error);
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

/* A file that could not be given its sums is as good as it was, and says so. */
static void
test_check_plain (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_strdup (mull_workspace_get_folder (fixture->script.workspace));
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (strstr (cli_done (fixture, "check"), "sums"));
  fixture_close (g_steal_pointer (&fixture->script.workspace));
  fixture_strip_sums (path);
  g_file_set_contents_full (backups, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  fixture->script.workspace = fixture_open (folder);
  cli_assert_has (cli_done (fixture, "check"), "passed");
  cli_assert_has (cli_done (fixture, "check"), "no sums yet");
  g_assert_null (strstr (cli_done (fixture, "check --digest"), "sums"));
}

/* Days have passed since something was last changed: lists say what holds today. */
static void
test_catches_up (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "quiet 1 --until 2024-05-20 --words 'Not before Monday'");
  cli_assert_has (cli_done (fixture, "list deals"), "quiet until");
  script_fixture_advance (&fixture->script, 10 * G_TIME_SPAN_DAY);
  cli_assert_has (cli_done (fixture, "list deals"), "our move since");
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("help", cli_fixture_set_up, test_help);
  ADD ("unknown", cli_fixture_set_up, test_unknown);
  ADD ("not-text", cli_fixture_set_up, test_not_text);
  ADD ("demo", cli_fixture_set_up_empty, test_demo);
  ADD ("empty", cli_fixture_set_up_empty, test_empty);
  ADD ("check", cli_fixture_set_up, test_check);
  ADD ("check-plain", cli_fixture_set_up, test_check_plain);
  ADD ("catches-up", cli_fixture_set_up, test_catches_up);
  g_test_add_func ("/cli/without-data", test_without_data);
  g_test_add_func ("/cli/wants-data", test_wants_data);
  return g_test_run ();
}
