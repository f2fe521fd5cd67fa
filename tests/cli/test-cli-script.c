/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-script"

#include "config.h"

#include "cli-fixture.h"

#include <string.h>

static void
test_do_over (CliFixture *fixture, gconstpointer data)
{
  const char *text;

  script_fixture_write (&fixture->script, "own-it", "Ann, I owe you one %s.");
  text = cli_done (fixture, "script do-over boiler");
  cli_assert_fits (text);
  g_assert_true (g_str_has_prefix (text, "Do-over: Boiler service\n=======================\n"
                                         "Ann Ruiz · +44 20 7946 0123\n"));
  cli_assert_has (text, "   Ann, I owe you one %s.\n");
  cli_assert_has (text, "I just left our meeting");
  cli_assert_has (text, "To a machine (");
  cli_assert_has (text, "If they say …");
  cli_assert_has (text, "Subject: ");
  cli_assert_has (text, " seconds, the question after ");
}

/* The reviewer's remarks stand under the beat. */
static void
test_remarks (CliFixture *fixture, gconstpointer data)
{
  g_assert_null (strstr (cli_done (fixture, "script do-over 1"), "  ! "));
  script_fixture_write (&fixture->script, "ask", "Can you?");
  cli_assert_has (cli_done (fixture, "script do-over 1"), "   Can you?\n  ! No day is named.");
}

/* What speaks against a do-over now stands above it. */
static void
test_advice (CliFixture *fixture, gconstpointer data)
{
  g_assert_null (strstr (cli_done (fixture, "script do-over 1"), "! "));
  cli_done (fixture, "promise 1 --ours --due fri --words 'Send the plan'");
  script_fixture_advance (&fixture->script, 10 * G_TIME_SPAN_DAY);
  cli_assert_has (cli_done (fixture, "script do-over 1"),
                  "! You promised “Send the plan”, and its day has passed.");
  cli_done (fixture, "hole 1 --kind question --words 'Who signs? By when?'");
  cli_assert_has (cli_done (fixture, "script do-over 1"), "! These are 2 things.");
  cli_assert_fits (cli_done (fixture, "script do-over 1"));
}

/* A script that nobody has begun is put together all the same, and nothing is written. */
static void
test_other_kinds (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *steps = NULL;

  cli_done (fixture, "promise 1 --ours --due fri --words 'Send the plan'");
  cli_done (fixture, "promise 1 --theirs --due thu --words 'Send the log'");
  steps = g_strdup (cli_done (fixture, "history --csv"));
  cli_assert_has (cli_done (fixture, "script own-it 1"), "end the plan");
  cli_assert_has (cli_done (fixture, "script get-to-no 1"), "end the log");
  g_assert_cmpstr (cli_done (fixture, "history --csv"), ==, steps);
}

/* On paper, for whoever calls without a screen. */
static void
test_paper (CliFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "script do-over boiler -o card.pdf",
    "script do-over 1 --output=card.pdf --paper Letter",
  };
  static const char *const sizes[] = { "595.2 841.8", "612 792" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_build_filename (fixture->script.folder, "card.pdf", NULL);
      g_autofree char *command = g_strdup_printf ("pdftotext -bbox '%s' -", path);
      g_autofree char *text = NULL;
      g_autofree char *page = NULL;
      g_auto (GStrv) size = g_strsplit (sizes[i], " ", 2);
      int status = 0;

      cli_assert_has (cli_done (fixture, lines[i]), "Boiler service” to ");
      g_assert_true (g_spawn_command_line_sync (command, &text, NULL, &status, NULL));
      g_assert_cmpint (status, ==, 0);
      page = g_strdup_printf ("<page width=\"%s", size[0]);
      cli_assert_has (text, page);
      cli_assert_has (text, ">Ruiz</word>");
      cli_assert_has (text, ">meeting</word>");
    }
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "script do-over", MULL_CLI_USAGE, "missing" },
    { "script apology 1", MULL_CLI_REFUSED, "do-over" },
    { "script do-over 1 --paper A4", MULL_CLI_USAGE, "-o FILE.pdf" },
    { "script do-over 1 -o card.pdf --paper A3", MULL_CLI_REFUSED, "“A3”" },
    { "script do-over 1 -o no/such/card.pdf", MULL_CLI_REFUSED, "card.pdf" },
    { "script do-over 9", MULL_CLI_REFUSED, "“9”" },
    { "script do-over Pump", MULL_CLI_REFUSED, "Nothing is missing on “Pump”" },
    { "script own-it 1", MULL_CLI_REFUSED, "No promise of ours" },
    { "script get-to-no 1", MULL_CLI_REFUSED, "No promise of theirs" },
    { "script roadblock 1", MULL_CLI_REFUSED, "No roadblock" },
  };

  cli_done (fixture, "add deal Pump");
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-script/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("do-over", cli_fixture_set_up, test_do_over);
  ADD ("remarks", cli_fixture_set_up, test_remarks);
  ADD ("advice", cli_fixture_set_up, test_advice);
  ADD ("other-kinds", cli_fixture_set_up, test_other_kinds);
  ADD ("paper", cli_fixture_set_up, test_paper);
  ADD ("refused", cli_fixture_set_up, test_refused);
  return g_test_run ();
}
