/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-erase"

#include "config.h"

#include "cli-fixture.h"

#include "mull-backup-file.h"
#include "mull-custody.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

static gint64
count_zoe (CliFixture *fixture)
{
  return fixture_query (mull_workspace_get_database (fixture->script.workspace),
                        "SELECT count(*) FROM person WHERE name = 'Zoe Abel'");
}

/* Told first, done then; the copies go only if that is said. */
static void
test_round (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "contact add person 'Zoe Abel' --phone '+49 30 1'");
  cli_assert_has (cli_done (fixture, "erase person Zoe"), "1 number or address");
  cli_assert_has (fixture->out->str, "cannot be undone");
  cli_assert_has (fixture->out->str, "No backup");
  g_assert_cmpint (count_zoe (fixture), ==, 1);
  cli_assert_has (cli_done (fixture, "erase person Zoe --yes"), "“Zoe Abel” is erased.");
  cli_assert_has (fixture->out->str, "-erase.db");
  g_assert_cmpint (count_zoe (fixture), ==, 0);
  g_assert_cmpint (cli_run (fixture, "undo"), ==, MULL_CLI_REFUSED);

  cli_done (fixture, "contact add person 'Zoe Abel'");
  cli_assert_has (cli_done (fixture, "erase person Zoe --yes --with-copies"), "No backup");
}

static void
on_changed_cb (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  g_autofree char *folder = mull_custody_dup_folder (workspace);
  g_autofree char *away = g_strconcat (folder, "-away", NULL);

  g_assert_cmpint (g_rename (folder, away), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
}

/* What holds them may be the only backup. */
static void
test_no_clean_backup (CliFixture *fixture, gconstpointer data)
{
  MullWorkspace *workspace = fixture->script.workspace;
  g_autofree char *away = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  gulong id;

  cli_done (fixture, "contact add person 'Zoe Abel'");
  id = g_signal_connect (workspace, "changed", G_CALLBACK (on_changed_cb), NULL);
  g_test_expect_message ("mull-erasure", G_LOG_LEVEL_WARNING, "*");
  g_assert_cmpint (cli_run (fixture, "erase person Zoe --yes --with-copies"), ==, MULL_CLI_REFUSED);
  g_test_assert_expected_messages ();
  g_signal_handler_disconnect (workspace, id);
  g_assert_cmpint (count_zoe (fixture), ==, 0);
  cli_assert_has (fixture->err->str, "could not be made");
  away = g_build_filename (mull_workspace_get_folder (workspace), "backups-away", NULL);
  backups = mull_backup_file_list (away);
  g_assert_cmpuint (backups->len, ==, 1);
}

static void
test_refusals (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal cases[] = {
    { "erase", MULL_CLI_USAGE, "" },
    { "erase deal Boiler", MULL_CLI_USAGE, "Only a person" },
    { "erase person Zoe --with-copies", MULL_CLI_USAGE, "--yes" },
    { "erase person Nobody", MULL_CLI_REFUSED, "Nobody" },
    { "erase person Omega", MULL_CLI_REFUSED, "company" },
  };

  cli_done (fixture, "contact add company Omega");
  cli_refused (fixture, cases, G_N_ELEMENTS (cases));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-erase/round", test_round);
  ADD ("/cli-erase/no-clean-backup", test_no_clean_backup);
  ADD ("/cli-erase/refusals", test_refusals);
  return g_test_run ();
}
