/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-review"

#include "config.h"

#include "mull-reviewer-ops.h"

#include "cli-fixture.h"

#include <string.h>

static char *
write_script (CliFixture *fixture, const char *text, gssize length)
{
  char *path = g_build_filename (fixture->script.folder, "script.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_file (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_script (
      fixture, "Ann, I made a mistake.\n\nNobody told me about it.\nCould you\nperhaps help?\n",
      -1);
  g_autofree char *line = g_strdup_printf ("review '%s' --kind do-over", path);
  g_auto (GStrv) lines = g_strsplit (cli_done (fixture, line), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==,
                   "blame 3:1 “Nobody told me about it” This makes those who said nothing the "
                   "cause. It was yours to ask; say that you did not.");
  g_assert_true (g_str_has_prefix (lines[2], "hedge 4:1 “Could you perhaps” "));
  g_assert_true (
      g_str_has_prefix (lines[1], "no-date 4:1 “Could you perhaps help?” No day is named."));
}

static void
test_clean (CliFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (cli_done (fixture,
                             "review --kind do-over --text 'Ann, I made a mistake. You save "
                             "a day. Could you send it by Friday?'"),
                   ==, "");
}

/* A message on a machine opens with who calls, and says no why. */
static void
test_voicemail (CliFixture *fixture, gconstpointer data)
{
  const char *text;

  g_assert_cmpstr (cli_done (fixture,
                             "review --kind do-over --voicemail --text 'Ann, this is Tom. I "
                             "forgot the key. Could you ring me by Friday?'"),
                   ==, "");
  text = cli_done (fixture, "review --kind do-over --voicemail --text 'Ann, this is Tom. It was so "
                            "busy. I am in on Friday.'");
  g_assert_nonnull (strstr (text, "no-ownership "));
  g_assert_nonnull (strstr (text, "excuse 1:19 "));
  g_assert_nonnull (strstr (text, "ask 1:1 "));
}

static void
test_language (CliFixture *fixture, gconstpointer data)
{
  const char *text =
      cli_done (fixture, "review --language de --kind do-over --text 'Frau Keller, ich "
                         "habe etwas vergessen. Hoffentlich geht es bis Freitag?'");

  g_assert_true (g_str_has_prefix (text, "hedge 1:40 “Hoffentlich” Das nimmt zurück"));
  /* What is in German is reviewed in German, unless it is said otherwise. */
  text = cli_done (fixture, "review --kind do-over --text 'Frau Keller, ich habe etwas vergessen "
                            "und das ist nicht gut. Hoffentlich geht es bis Freitag?'");
  cli_assert_has (text, "“Hoffentlich” Das nimmt zurück");
  /* The structure alone, which says so. */
  g_assert_cmpint (cli_run (fixture, "review --language fr --kind do-over --text 'Bonjour.'"), ==,
                   MULL_CLI_DONE);
  cli_assert_has (fixture->out->str, "ask 1:1 “Bonjour.” Nothing is asked for.");
  cli_assert_has (fixture->err->str, "“fr”");
}

static void
test_script (CliFixture *fixture, gconstpointer data)
{
  const char *text;

  g_assert_cmpstr (cli_done (fixture, "review --script 1"), ==, "");
  script_fixture_write (&fixture->script, "name-it", "Hopefully I forgot it.");
  text = cli_done (fixture, "review --script 1");
  g_assert_true (g_str_has_prefix (text, "hedge name-it 1:1 “Hopefully” It takes back"));
}

static void
test_own_rule (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (MullOwnRule) rule = mull_own_rule_new ();
  g_autoptr (GError) error = NULL;

  rule->category = MULL_REMARK_PITCH;
  mull_set_text (&rule->language, "en");
  mull_set_text (&rule->pattern, "synergies");
  mull_reviewer_ops_add_rule (fixture->script.workspace, rule, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cli_done (fixture, "review --kind roadblock --text 'Synergies on Monday.'"), ==,
                   "pitch 1:1 “Synergies” A rule of your own marks this.\n");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "review", MULL_CLI_USAGE, "Say what to review" },
    { "review a.txt --text b", MULL_CLI_USAGE, "Say what to review" },
    { "review --script 1 --kind do-over", MULL_CLI_USAGE, "Say what to review" },
    { "review --script 1 --voicemail", MULL_CLI_USAGE, "Say what to review" },
    { "review a.txt b.txt", MULL_CLI_USAGE, "too much" },
    { "review /nowhere/a.txt", MULL_CLI_REFUSED, "no file “/nowhere/a.txt”" },
    { "review --text a --kind apology", MULL_CLI_REFUSED, "do-over" },
    { "review --script 99", MULL_CLI_REFUSED, "" },
    { "review --script one", MULL_CLI_REFUSED, "--script" },
  };
  g_autofree char *binary = NULL;
  g_autofree char *line = NULL;

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  binary = write_script (fixture, "\xff\xfe", 2);
  line = g_strdup_printf ("review '%s'", binary);
  g_assert_cmpint (cli_run (fixture, line), ==, MULL_CLI_REFUSED);
  cli_check_refusal (fixture, MULL_CLI_REFUSED, "is no script");
}

static char *
read_nothing (gpointer user_data)
{
  return NULL;
}

static char *
read_words (gpointer user_data)
{
  return g_strdup (user_data);
}

static void
test_input (CliFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) review = g_strsplit ("review - --kind do-over", " ", -1);
  g_auto (GStrv) other = g_strsplit ("log -", " ", -1);
  char words[] = "I -- we";
  g_auto (GStrv) taken = mull_cli_dup_with_input (review, read_words, words);
  g_auto (GStrv) kept = mull_cli_dup_with_input (other, read_nothing, NULL);

  g_assert_cmpuint (g_strv_length (taken), ==, 5);
  g_assert_cmpstr (taken[1], ==, "--text");
  g_assert_cmpstr (taken[2], ==, "I -- we");
  g_assert_cmpstr (kept[1], ==, "-");
  g_assert_null (mull_cli_dup_with_input (review, read_nothing, NULL));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-review/file", test_file);
  ADD ("/cli-review/clean", test_clean);
  ADD ("/cli-review/voicemail", test_voicemail);
  ADD ("/cli-review/language", test_language);
  ADD ("/cli-review/script", test_script);
  ADD ("/cli-review/own-rule", test_own_rule);
  ADD ("/cli-review/refused", test_refused);
  ADD ("/cli-review/input", test_input);
  return g_test_run ();
}
