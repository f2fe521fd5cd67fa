/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-kill-restore"

#include "config.h"

#include "gestures.h"
#include "mull-custody.h"
#include "store-fixture.h"

#include <gio/gio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* More with MULLIGAN_TEST_KILLS. */
#define N_KILLS 300
#define N_GESTURES 250

static const char *driver;

static char *
back_up (MullWorkspace *workspace, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullBackupManifest) backup = NULL;

  for (guint i = 0; i < N_GESTURES; i++)
    {
      gesture_run (workspace, rand, &error);
      g_assert_no_error (error);
    }
  backup = mull_custody_back_up (workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  return g_strdup (backup->path);
}

/* Runs to the end. Returns: (transfer full): the last line that it said */
static char *
run (const char *folder, const char *option, const char *path)
{
  const char *argv[] = { driver, folder, option, path, NULL };
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, &message, &status,
                &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s", message);
  g_assert_cmpint (status, ==, 0);
  lines = g_strsplit (g_strstrip (text), "\n", -1);
  return g_strdup (lines[g_strv_length (lines) - 1]);
}

/* Kills it a while after it began. */
static void
run_and_kill (const char *folder, const char *path, gint64 after)
{
  const char *argv[] = { driver, folder, "--restore", path, NULL };
  g_autoptr (GError) error = NULL;
  int output;
  gint64 start;
  char c = '\0';
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &output, NULL, &error);
  g_assert_no_error (error);
  while (c != '\n')
    g_assert_cmpint (read (output, &c, 1), ==, 1);
  start = g_get_monotonic_time ();
  while (g_get_monotonic_time () < start + after)
    g_thread_yield ();
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  close (output);
  g_spawn_close_pid (pid);
}

static void
test_kill (void)
{
  char *folder = fixture_make_quick_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  g_auto (GStrv) paths = g_new0 (char *, 2 + 1);
  g_auto (GStrv) lines = g_new0 (char *, 2 + 1);
  guint n_kills = fixture_get_size ("MULLIGAN_TEST_KILLS", N_KILLS);
  guint n_old = 0, n_new = 0, now = 1;
  gint64 start, span;

  paths[0] = back_up (workspace, rand);
  paths[1] = back_up (workspace, rand);
  fixture_close (workspace);
  lines[1] = run (folder, "--digest", NULL);
  start = g_get_monotonic_time ();
  lines[0] = run (folder, "--restore", paths[0]);
  span = g_get_monotonic_time () - start;
  now = 0;
  g_assert_cmpstr (lines[0], !=, lines[1]);

  for (guint i = 0; i < n_kills; i++)
    {
      g_autofree char *found = NULL;

      run_and_kill (folder, paths[1 - now], g_rand_int_range (rand, 0, (gint32) span));
      found = run (folder, "--digest", NULL);
      if (g_str_equal (found, lines[now]))
        n_old++;
      else
        {
          g_assert_cmpstr (found, ==, lines[1 - now]);
          now = 1 - now;
          n_new++;
        }
    }
  g_test_message ("%u kills: %u left the old data, %u the new", n_kills, n_old, n_new);
  /* Else nothing was tested. */
  g_assert_cmpuint (n_old, >, n_kills / 20);
  g_assert_cmpuint (n_new, >, n_kills / 20);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  driver = argv[1];
  g_test_add_func ("/store/kill-restore", test_kill);
  return g_test_run ();
}
