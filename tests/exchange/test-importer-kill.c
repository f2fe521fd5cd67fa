/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-importer-kill"

#include "config.h"

#include "importer-fixture.h"
#include "store-fixture.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* This program is also the one that is killed: called with this word and a folder, it imports. */
#define IMPORT_WORD "--import"
/* More with MULLIGAN_TEST_KILLS. */
#define N_POINTS 200
#define N_ROWS 150

static const char *program;

static MullImportFile *
make_file (void)
{
  g_autoptr (GString) text = g_string_new ("Id,Deal,Company,Stage,Value,Contact,Email\n");

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "%u,Deal %u,Company %u,Propose,%u,Person %u,p%u@mail.example\n",
                            i, i, i % 97, i, i, i);
  return importer_fixture_read_text (text->str);
}

/* ── Who is killed ────────────────────────────────────────────────────── */

static void
say (const char *word)
{
  g_assert_cmpint (write (STDOUT_FILENO, word, strlen (word)), >, 0);
}

static int
import (const char *folder)
{
  MullWorkspace *workspace = fixture_open (folder);
  g_autoptr (MullImportFile) file = make_file ();
  g_autoptr (MullImporter) importer = mull_importer_new (workspace, file);
  g_autoptr (GError) error = NULL;

  mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  say ("begin\n");
  mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  say ("done\n");
  g_clear_object (&importer);
  fixture_close (workspace);
  return 0;
}

/* ── Who kills ────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 duration; /* of the import, as far as it came */
  gboolean is_done;
} Run;

/* Kills it so long after it began in earnest; lets it end by itself if @after is negative. */
static Run
run (const char *folder, gint64 after)
{
  const char *argv[] = { program, IMPORT_WORD, folder, NULL };
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gint64 begin = 0;
  char buffer[64];
  gssize n;
  int output;
  GPid pid;
  Run result;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &output, NULL, &error);
  g_assert_no_error (error);
  fcntl (output, F_SETFL, O_NONBLOCK);
  while (strstr (said->str, "done") == NULL)
    {
      n = read (output, buffer, sizeof buffer);
      if (n > 0)
        g_string_append_len (said, buffer, n);
      if (begin == 0 && said->len > 0)
        begin = g_get_monotonic_time ();
      if (n == 0 || (begin != 0 && after >= 0 && g_get_monotonic_time () - begin >= after))
        break;
      g_thread_yield ();
    }
  result.duration = g_get_monotonic_time () - begin;
  if (after >= 0)
    kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  while ((n = read (output, buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, n);
  close (output);
  g_spawn_close_pid (pid);
  result.is_done = strstr (said->str, "done") != NULL;
  return result;
}

static gint64
count_all (MullDatabase *db)
{
  return fixture_query (db, "SELECT (SELECT count (*) FROM deal) + (SELECT count (*) FROM company)"
                            " + (SELECT count (*) FROM person) + (SELECT count (*) FROM member)"
                            " + (SELECT count (*) FROM person_address)"
                            " + (SELECT count (*) FROM source_identity)");
}

/* All of it is there, as one step that can be undone, or nothing is. */
static gboolean
check (const char *folder, const char *before, gint64 n_all)
{
  MullWorkspace *workspace = fixture_open (folder);
  MullDatabase *db = mull_workspace_get_database (workspace);
  gboolean is_complete = fixture_query (db, "SELECT count (*) FROM deal") > 0;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  if (is_complete)
    {
      g_assert_cmpint (count_all (db), ==, n_all);
      fixture_check_derived (workspace);
      mull_workspace_undo (workspace, &error);
      g_assert_no_error (error);
    }
  found = fixture_digest (db);
  g_assert_cmpstr (found, ==, before);
  fixture_close (workspace);
  return is_complete;
}

static void
test_kill (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  g_autofree char *before = fixture_digest (mull_workspace_get_database (workspace));
  guint n_points = fixture_get_size ("MULLIGAN_TEST_KILLS", N_POINTS);
  guint n_complete = 0, n_nothing = 0, n_lost = 0;
  gint64 n_all, duration;

  fixture_close (workspace);
  duration = run (folder, -1).duration;
  workspace = fixture_open (folder);
  n_all = count_all (mull_workspace_get_database (workspace));
  g_assert_cmpint (n_all, >, 4 * N_ROWS);
  fixture_close (workspace);
  g_assert_true (check (folder, before, n_all));
  for (guint i = 0; i < n_points; i++)
    {
      Run killed = run (folder, duration * 5 / 4 * i / n_points);
      gboolean is_complete = check (folder, before, n_all);

      if (is_complete)
        n_complete++;
      else
        n_nothing++;
      /* What it said was stored is stored. */
      n_lost += killed.is_done && !is_complete;
    }
  g_test_message ("%u kills: %u complete, %u nothing, %u lost", n_points, n_complete, n_nothing,
                  n_lost);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_cmpuint (n_nothing, >, 0);
  fixture_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], IMPORT_WORD))
    return import (argv[2]);
  g_test_init (&argc, &argv, NULL);
  program = argv[0];
  g_test_add_func ("/importer-kill/kill", test_kill);
  return g_test_run ();
}
