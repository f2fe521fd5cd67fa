/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-backup"

#include "config.h"

#include "cli-fixture.h"

#include "mull-custody.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
test_backups (CliFixture *fixture, gconstpointer data)
{
  g_assert_nonnull (strstr (cli_done (fixture, "backups"), "no backup yet"));
  cli_assert_has (cli_done (fixture, "backup"), "mulligan-20240515-100000-manual.db");
  cli_assert_has (cli_done (fixture, "backups"), "2024-05-15 10:00");
  cli_assert_fits (cli_done (fixture, "backups"));
  cli_assert_has (cli_done (fixture, "backups --csv"),
                  "mulligan-20240515-100000-manual.db,2024-05-15 10:00,manual,1,");
  g_assert_true (g_str_has_suffix (cli_done (fixture, "backups --csv"), ",yes,copy\n"));
}

/* The other kind of backup is listed too, and not restored but imported. */
static void
test_archives (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = mull_custody_dup_folder (fixture->script.workspace);
  g_autofree char *path = g_build_filename (folder, "mulligan-20240512-080000.xml", NULL);
  g_autofree char *refused = g_strdup_printf ("restore %s", path);
  const CliRefusal refusals[] = {
    { "restore mulligan-20240512-080000.xml", MULL_CLI_REFUSED, "mulligan import " },
    { refused, MULL_CLI_REFUSED, "20240512-080000.xml' --dry-run" },
  };
  g_autoptr (GError) error = NULL;

  cli_done (fixture, "backup");
  g_file_set_contents (path, "<?xml version=\"1.0\"?><mulligan/>", -1, &error);
  g_assert_no_error (error);
  cli_assert_has (cli_done (fixture, "backups"), "mulligan-20240512-080000.xml");
  cli_assert_fits (cli_done (fixture, "backups"));
  g_assert_true (
      g_str_has_suffix (cli_done (fixture, "backups --csv"),
                        "\nmulligan-20240512-080000.xml,2024-05-12 08:00,,,,,yes,archive\n"));
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

static void
test_file (CliFixture *fixture, gconstpointer data)
{
  char *folder = fixture_make_folder ();
  g_autofree char *backup = g_strdup_printf ("backup %s/mine.db", folder);
  g_autofree char *restore = g_strdup_printf ("restore %s/mine.db", folder);

  cli_assert_has (cli_done (fixture, backup), "mine.db");
  cli_done (fixture, "add deal Pump");
  cli_assert_has (cli_done (fixture, restore), "1 deal.");
  fixture_remove_folder (folder);
}

/* Nothing is ever replaced, above all not the data file that is open. */
static void
test_file_taken (CliFixture *fixture, gconstpointer data)
{
  static const char *const of_database[] = { "", "-wal", "-shm", "-journal" };
  MullDatabase *db = mull_workspace_get_database (fixture->script.workspace);
  const char *live = mull_database_get_path (db);
  char *folder = fixture_make_folder ();
  g_autofree char *letter = g_build_filename (folder, "letter.odt", NULL);
  g_autofree char *link = g_build_filename (folder, "link.db", NULL);
  g_autofree char *to_letter = g_strdup_printf ("backup %s", letter);
  g_autofree char *to_link = g_strdup_printf ("backup %s", link);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const CliRefusal refusals[] = {
    { to_letter, MULL_CLI_REFUSED, "letter.odt" },
    { to_link, MULL_CLI_REFUSED, "link.db" },
  };

  g_file_set_contents (letter, "Dear Anna", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (symlink (live, link), ==, 0);
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  g_file_get_contents (letter, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "Dear Anna");
  for (guint i = 0; i < G_N_ELEMENTS (of_database); i++)
    {
      g_autofree char *line = g_strdup_printf ("backup %s%s", live, of_database[i]);
      const CliRefusal refusal = { line, MULL_CLI_REFUSED, "mulligan.db" };

      cli_refused (fixture, &refusal, 1);
    }
  fixture_remove_folder (folder);
}

static void
test_restore (CliFixture *fixture, gconstpointer data)
{
  MullDatabase *db = mull_workspace_get_database (fixture->script.workspace);
  g_autofree char *before = fixture_digest (db);
  g_autofree char *after = NULL, *restored = NULL, *undone = NULL;
  static const CliRefusal refusals[] = {
    { "restore nothing.db", MULL_CLI_REFUSED, "nothing.db" },
    { "restore", MULL_CLI_USAGE, "restore" },
    { "backup a b", MULL_CLI_USAGE, "too much" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
  cli_done (fixture, "backup");
  cli_done (fixture, "add deal Pump");
  after = fixture_digest (db);
  cli_assert_has (cli_done (fixture, "restore mulligan-20240515-100000-manual.db"),
                  "mulligan restore mulligan-20240515-100000-restore.db");
  restored = fixture_digest (db);
  g_assert_cmpstr (before, ==, restored);
  cli_done (fixture, "restore mulligan-20240515-100000-restore.db");
  undone = fixture_digest (db);
  g_assert_cmpstr (after, ==, undone);
}

/* A folder that another program keeps: said whenever it is asked whether all is well. */
static void
test_sync (CliFixture *fixture, gconstpointer data)
{
  const char *folder = mull_workspace_get_folder (fixture->script.workspace);
  g_autofree char *mark = g_build_filename (folder, ".dropbox.cache", NULL);
  g_autofree char *move = g_strdup_printf ("move “%s” to a place", folder);

  g_assert_cmpstr (cli_done (fixture, "check"), ==, "Every check of the database passed.\n");
  g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      const char *said = cli_done (fixture, "check");

      cli_assert_has (said, "Every check of the database passed.\nYour data is in a folder that "
                            "Dropbox keeps");
      cli_assert_has (said, move);
    }
  /* That is for programs. */
  g_assert_null (strstr (cli_done (fixture, "check --digest"), "Dropbox"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/backup/list", CliFixture, NULL, cli_fixture_set_up, test_backups,
              cli_fixture_tear_down);
  g_test_add ("/cli/backup/archives", CliFixture, NULL, cli_fixture_set_up, test_archives,
              cli_fixture_tear_down);
  g_test_add ("/cli/backup/file", CliFixture, NULL, cli_fixture_set_up, test_file,
              cli_fixture_tear_down);
  g_test_add ("/cli/backup/file-taken", CliFixture, NULL, cli_fixture_set_up, test_file_taken,
              cli_fixture_tear_down);
  g_test_add ("/cli/backup/sync", CliFixture, NULL, cli_fixture_set_up, test_sync,
              cli_fixture_tear_down);
  g_test_add ("/cli/backup/restore", CliFixture, NULL, cli_fixture_set_up, test_restore,
              cli_fixture_tear_down);
  return g_test_run ();
}
