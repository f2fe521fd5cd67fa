/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-roadblock"

#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>

/* From what they said to what became of it. */
static void
test_whole_way (CliFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (cli_done (fixture, "roadblock list"), ==, "There is no roadblock.\n");
  g_assert_cmpstr (cli_done (fixture, "roadblock add 1 --words 'Not this year' --person ann --on "
                                      "2024-05-06 --kind mail --believe yes"),
                   ==, "“Boiler service” has roadblock 1.\n");
  cli_assert_has (cli_done (fixture, "roadblock 1"), "“Not this year”");
  cli_assert_has (cli_done (fixture, "roadblock list"), "Symptom only");
  cli_assert_has (cli_done (fixture, "roadblock list --csv"), "symptom-only alone");
  cli_done (fixture, "roadblock symptom 1 --no because");
  cli_done (fixture, "roadblock answer 1 --question 'Whose reason is it?' --words 'The insurer’s' "
                     "--source relayed --person ann");
  cli_assert_has (cli_done (fixture, "roadblock 1"), "Get on the phone with them");
  cli_done (fixture, "roadblock answer 1 --question 'What does he ask for?' --words Proof --source "
                     "heard");
  cli_done (fixture, "roadblock cause 1 --words 'Nobody can prove it' --type risk --truth "
                     "confirmed");
  cli_done (fixture,
            "roadblock takes 1 --words 'A certificate' --who Naveed --by fri --give 'A day' "
            "--costs 'Three years'");
  g_assert_cmpstr (cli_done (fixture, "roadblock help 1 --who Naveed --words 'Can we show it?'"),
                   ==, "You are not alone with it any more.\n");
  cli_assert_has (cli_done (fixture, "roadblock show 1"), "Call them with it.");
  g_assert_cmpstr (cli_done (fixture, "roadblock settle 1 --outcome removed --lesson 'Ask sooner'"),
                   ==, "Removed\n");
  g_assert_cmpstr (cli_done (fixture, "roadblock list"), ==, "There is no roadblock.\n");
  cli_assert_has (cli_done (fixture, "roadblock list --settled"), "Removed");
  cli_assert_has (cli_done (fixture, "roadblock measures"), "9 days");
  cli_assert_fits (cli_done (fixture, "roadblock 1"));
  cli_assert_has (cli_done (fixture, "show 1"), "Boiler service");
}

static void
test_another_behind (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "roadblock add 1 --words 'Not this year'");
  g_assert_cmpstr (cli_done (fixture, "roadblock settle 1 --outcome another-behind --behind "
                                      "'The board wants three prices'"),
                   ==, "Behind it is roadblock 2.\n");
  cli_assert_has (cli_done (fixture, "roadblock 1"), "The board wants three prices");
  cli_done (fixture, "roadblock remove 2");
  g_assert_cmpstr (cli_done (fixture, "roadblock list"), ==, "There is no roadblock.\n");
}

static void
test_help_request (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("mulligan-help-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "help.pdf", NULL);
  g_autofree char *line = g_strdup_printf ("roadblock 1 --help-request --paper Letter -o %s", path);
  g_autofree char *contents = NULL;

  cli_done (fixture, "roadblock add 1 --words 'Not this year'");
  cli_assert_has (cli_done (fixture, line), "Wrote the request for help with “Boiler service”");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_remove (path);
  g_rmdir (folder);
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "roadblock", MULL_CLI_USAGE, "roadblock" },
    { "roadblock find", MULL_CLI_USAGE, "which roadblock" },
    { "roadblock 7", MULL_CLI_REFUSED, "“7”" },
    { "roadblock show x", MULL_CLI_REFUSED, "“x”" },
    { "roadblock add 1", MULL_CLI_USAGE, "--words" },
    { "roadblock add 1 --words ''", MULL_CLI_REFUSED, "in their words" },
    { "roadblock add 9 --words x", MULL_CLI_REFUSED, "“9”" },
    { "roadblock add 1 --words x --no maybe", MULL_CLI_REFUSED, "--no" },
    { "roadblock add 1 --words x --person Zoe", MULL_CLI_REFUSED, "“Zoe”" },
    { "roadblock add 1 --words x --on 2024-06-31", MULL_CLI_REFUSED, "2024-06-31" },
  };
  static const CliRefusal later[] = {
    { "roadblock 1 --help-request", MULL_CLI_USAGE, "-o FILE.pdf" },
    { "roadblock 1 --help-request -o /nowhere/at/all.pdf", MULL_CLI_REFUSED, "does not exist" },
    { "roadblock answer 1", MULL_CLI_USAGE, "--question" },
    { "roadblock answer 1 --question q --source rumour", MULL_CLI_REFUSED, "heard, relayed" },
    { "roadblock cause 1 --truth confirmed", MULL_CLI_REFUSED, "one sentence" },
    { "roadblock takes 1 --by never", MULL_CLI_REFUSED, "never" },
    { "roadblock help 1", MULL_CLI_USAGE, "--who" },
    { "roadblock settle 1", MULL_CLI_USAGE, "--outcome" },
    { "roadblock settle 1 --outcome real-no", MULL_CLI_REFUSED, "Nobody is on record" },
    { "roadblock settle 1 --outcome another-behind", MULL_CLI_USAGE, "--behind" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  cli_done (fixture, "roadblock add 1 --words 'Not this year'");
  cli_refused (fixture, later, G_N_ELEMENTS (later));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli-roadblock/" name, CliFixture, NULL, cli_fixture_set_up, function,              \
              cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole-way", test_whole_way);
  ADD ("another-behind", test_another_behind);
  ADD ("help-request", test_help_request);
  ADD ("refused", test_refused);
  return g_test_run ();
}
