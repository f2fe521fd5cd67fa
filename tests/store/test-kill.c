/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-kill"

#include "config.h"

#include "store-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* More with MULLIGAN_TEST_KILLS. */
#define N_KILLS 1000
/* What grows is looked at for longer each time. */
#define NEW_FOLDER_EVERY 100
#define MAX_DELAY_US 30000

static const char *driver;

/* What the killed process acknowledged: sequence and digest of its last steps. */
typedef struct
{
  gint64 seq;
  char digest[65];
} Ledger;

static Ledger
parse (const char *line)
{
  Ledger entry = { 0 };
  char *end = NULL;

  entry.seq = g_ascii_strtoll (line, &end, 10);
  g_strlcpy (entry.digest, end + 1, sizeof entry.digest);
  return entry;
}

static gint64
file_size (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat info;

  return stat (path, &info) == 0 ? info.st_size : -1;
}

static void
spawn (const char *folder, GPid *pid, int *input, int *output)
{
  char *argv[] = { (char *) driver, (char *) folder, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, pid, input,
                            output, NULL, &error);
  g_assert_no_error (error);
}

/* Feeds gestures until the process has acknowledged one, then kills it a random time later. */
static Ledger
run_and_kill (const char *folder, GRand *rand, guint *n_acknowledged)
{
  GPid pid;
  int input, output;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) seeds = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  char buffer[4096];
  gssize n;
  gint64 kill_at = 0;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (seeds, "%u\n", g_rand_int (rand));
  spawn (folder, &pid, &input, &output);
  g_assert_cmpint (write (input, seeds->str, seeds->len), ==, (gssize) seeds->len);
  fcntl (output, F_SETFL, O_NONBLOCK);
  for (;;)
    {
      n = read (output, buffer, sizeof buffer);
      if (n > 0)
        g_string_append_len (text, buffer, n);
      if (kill_at == 0 && strchr (text->str, '\n') != NULL)
        kill_at = g_get_monotonic_time () + g_rand_int_range (rand, 0, MAX_DELAY_US);
      if (n == 0 || (kill_at != 0 && g_get_monotonic_time () >= kill_at))
        break;
      g_thread_yield ();
    }
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  fcntl (output, F_SETFL, 0);
  while ((n = read (output, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (input);
  close (output);
  g_spawn_close_pid (pid);

  /* What follows the last line feed was never acknowledged. */
  lines = g_strsplit (text->str, "\n", -1);
  *n_acknowledged += g_strv_length (lines) - 1;
  g_assert_cmpuint (g_strv_length (lines), >=, 2);
  return parse (lines[g_strv_length (lines) - 2]);
}

/* As the driver says it, but without starting it. */
static Ledger
look (const char *folder)
{
  MullWorkspace *workspace = fixture_open (folder);
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autofree char *digest = fixture_digest (db);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, digest, -1);
  g_autoptr (GError) error = NULL;
  Ledger found = { .seq = fixture_query (db, "SELECT ifnull (max (seq), 0) FROM undo_step") };

  g_strlcpy (found.digest, sum, sizeof found.digest);
  mull_database_check (db, &error);
  g_assert_no_error (error);
  fixture_close (workspace);
  return found;
}

static void
test_kill (void)
{
  char *folder = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240515);
  guint n_kills = fixture_get_size ("MULLIGAN_TEST_KILLS", N_KILLS);
  guint n_hot = 0, n_lost = 0, n_torn = 0, n_ahead = 0, n_acknowledged = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      Ledger told, found;

      if (i % NEW_FOLDER_EVERY == 0)
        {
          g_clear_pointer (&folder, fixture_remove_folder);
          folder = fixture_make_quick_folder ();
        }
      told = run_and_kill (folder, rand, &n_acknowledged);
      if (file_size (folder, "mulligan.db-wal") > 0)
        n_hot++;
      found = look (folder);
      if (found.seq < told.seq)
        n_lost++;
      else if (found.seq == told.seq)
        n_torn += strcmp (found.digest, told.digest) != 0;
      else
        /* Stored, but killed before it could say so. */
        n_ahead++;
      if (found.seq > told.seq + 1)
        n_torn++;
    }
  g_test_message (
      "%u kills, %u steps acknowledged: %u lost, %u torn, %u stored unsaid, %u with a log", n_kills,
      n_acknowledged, n_lost, n_torn, n_ahead, n_hot);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_cmpuint (n_torn, ==, 0);
  g_assert_cmpuint (n_acknowledged, >, n_kills);
  g_assert_cmpuint (n_hot, >=, n_kills * 9 / 10);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  driver = argv[1];
  g_test_add_func ("/store/kill", test_kill);
  return g_test_run ();
}
