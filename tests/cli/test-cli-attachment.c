/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-attachment"

#include "config.h"

#include "cli-fixture.h"

#include "store-fixture.h"

#include <string.h>

static char *
make_file (const char *folder, const char *name, const char *content)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
test_attach (CliFixture *fixture, gconstpointer data)
{
  char *folder = fixture_make_folder ();
  g_autofree char *offer = make_file (folder, "offer & <b>.txt", "12,400");
  g_autofree char *plan = make_file (folder, "plan.txt", "July");
  g_autofree char *saved = g_build_filename (folder, "saved.txt", NULL);
  g_autofree char *content = NULL;
  const char *log[] = { "log", "1", "--kind", "note", "--attach", offer, "The offer", NULL };
  const char *attach[] = { "attach", "1", plan, offer, NULL };
  const char *save[] = { "attachment", "save", "1", saved, NULL };

  cli_done (fixture, "attachments 1");
  cli_assert_has (fixture->out->str, "No file is attached on “Boiler service”.");
  g_assert_cmpint (cli_run_words (fixture, log), ==, MULL_CLI_DONE);
  g_assert_cmpint (cli_run_words (fixture, attach), ==, MULL_CLI_DONE);
  cli_assert_has (fixture->out->str, "Attached 2 files on “Boiler service”.");
  cli_done (fixture, "attachments 1");
  cli_assert_has (fixture->out->str, "offer & <b>.txt");
  cli_assert_has (fixture->out->str, "plan.txt");
  cli_assert_fits (fixture->out->str);
  cli_done (fixture, "attachments 1 --csv");
  cli_assert_has (fixture->out->str, "id,name,size,kind,entry,sha256");
  cli_assert_has (fixture->out->str, "plan.txt,4,text/plain,");

  g_assert_cmpint (cli_run_words (fixture, save), ==, MULL_CLI_DONE);
  g_assert_true (g_file_get_contents (saved, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "12,400");
  cli_done (fixture, "undo");
  cli_done (fixture, "undo");
  cli_done (fixture, "attachments 1");
  cli_assert_has (fixture->out->str, "No file is attached");
  fixture_remove_folder (folder);
}

/* Names are those of the folder in which the command was typed, whoever carries it out. */
static void
test_folder (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *plan = make_file (fixture->script.folder, "plan.txt", "July");
  g_autofree char *saved = g_build_filename (fixture->script.folder, "saved.txt", NULL);

  cli_assert_has (cli_done (fixture, "attach 1 plan.txt"), "Attached 1 file");
  cli_assert_has (cli_done (fixture, "attachment save 1 saved.txt"), saved);
  g_assert_true (g_file_test (saved, G_FILE_TEST_EXISTS));
  cli_done (fixture, "log 1 --kind note --attach saved.txt Both");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "attach 1", MULL_CLI_USAGE, "FILE" },
    { "attach 1 /nonexistent/offer.pdf --entry 99", MULL_CLI_REFUSED, "" },
    { "attach 1 /nonexistent/offer.pdf --entry x", MULL_CLI_REFUSED, "--entry" },
    { "log 1 --kind note --attach /nonexistent/offer.pdf x", MULL_CLI_REFUSED,
      "There is no file “/nonexistent/offer.pdf”" },
    { "attachment open 1 x", MULL_CLI_USAGE, "save" },
    { "attachment save 99 x", MULL_CLI_REFUSED, "" },
    { "attachments 99", MULL_CLI_REFUSED, "99" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-attachment/attach", CliFixture, NULL, cli_fixture_set_up, test_attach,
              cli_fixture_tear_down);
  g_test_add ("/cli-attachment/refused", CliFixture, NULL, cli_fixture_set_up, test_refused,
              cli_fixture_tear_down);
  g_test_add ("/cli/attachment/folder", CliFixture, NULL, cli_fixture_set_up, test_folder,
              cli_fixture_tear_down);
  return g_test_run ();
}
