/* SPDX-License-Identifier: GPL-3.0-or-later */

/* wal-reset [SECONDS]   shows whether the SQLite that is installed damages a file that several
 * connections share: when a log is begun anew between two checkpoints of others, SQLite before
 * 3.51.3 may take pages for written that are not (fixed also in 3.50.7 and 3.44.6). Mulligan has
 * one connection, so nothing of it depends on the answer, which is told and is no failure.
 *
 * One process writes and two do nothing but checkpoints, for SECONDS (60) or until the file is
 * damaged. The exit status is not 0 if that could not be tried. */

#include "config.h"

#include "store-fixture.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define USUAL_SECONDS 60
#define N_CHECKPOINTERS 2
#define N_ROWS 400
/* What is lost are pages of a short log that is taken for a longer one before it. */
#define MAX_PARTS 40
/* Now and then the checkpoints catch up. */
#define MAX_PAUSE_US 4000
/* Looking takes longer than writing. */
#define COMMITS_PER_LOOK 200
/* Less than that was no try. */
#define MIN_COMMITS 1000
#define WAIT_MS 10000

static int
run (sqlite3 *db, const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL);
}

static void
check (sqlite3 *db, int code)
{
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
    return;
  g_printerr ("wal-reset: %s\n", sqlite3_errmsg (db));
  exit (EXIT_FAILURE);
}

static sqlite3 *
open_shared (const char *path)
{
  sqlite3 *db = NULL;

  check (db, sqlite3_open (path, &db));
  sqlite3_busy_timeout (db, WAIT_MS);
  /* What is in memory would hide what is not in the file. */
  check (db, run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;"
                      "PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = 1"));
  return db;
}

static void
make (const char *path)
{
  sqlite3 *db = open_shared (path);
  g_autofree char *sql = g_strdup_printf (
      "CREATE TABLE part (id INTEGER PRIMARY KEY, n INTEGER NOT NULL, text TEXT NOT NULL);"
      "CREATE INDEX part_n ON part (n);"
      "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < %d)"
      "  INSERT INTO part SELECT n, 0, hex (randomblob (700)) FROM number",
      N_ROWS);

  check (db, run (db, sql));
  check (db, sqlite3_close (db));
}

/* Until it is killed. */
static void
write_checkpoints (const char *path)
{
  sqlite3 *db = open_shared (path);

  while (TRUE)
    sqlite3_wal_checkpoint_v2 (db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

static pid_t
start_checkpoints (const char *path)
{
  pid_t pid = fork ();

  if (pid == 0)
    write_checkpoints (path);
  return pid;
}

static char *
query (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  if (text == NULL)
    text = g_strdup (sqlite3_errmsg (db));
  sqlite3_finalize (statement);
  return text;
}

/* Returns: (nullable): what is wrong with the file, if anything is */
static char *
find_damage (sqlite3 *db, gint64 sum)
{
  g_autofree char *finding = query (db, "PRAGMA integrity_check (1)");
  g_autofree char *found = NULL;
  g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, sum);

  if (!g_str_equal (finding, "ok"))
    return g_steal_pointer (&finding);
  found = query (db, "SELECT sum (n) FROM part");
  if (!g_str_equal (found, expected))
    return g_strdup_printf ("%s changes were stored, and %s are there", expected, found);
  return NULL;
}

/* Returns: SQLITE_OK, or what the file's damage made of it */
static int
change (sqlite3 *db, GRand *rand, gint64 *sum)
{
  int n = g_rand_boolean (rand) ? 1 : g_rand_int_range (rand, 1, MAX_PARTS);
  int code = run (db, "BEGIN IMMEDIATE");

  for (int i = 0; code == SQLITE_OK && i < n; i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE part SET n = n + 1 WHERE id = %d",
                                              g_rand_int_range (rand, 1, N_ROWS + 1));

      code = run (db, sql);
    }
  if (code == SQLITE_OK)
    code = run (db, "COMMIT");
  if (code == SQLITE_OK)
    *sum += n;
  return code;
}

static void
write_until (const char *path, double seconds)
{
  g_autoptr (GRand) rand = g_rand_new ();
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autofree char *damage = NULL;
  sqlite3 *db = open_shared (path);
  gint64 sum = 0;
  guint n = 0;

  while (damage == NULL && g_timer_elapsed (timer, NULL) < seconds)
    {
      if (change (db, rand, &sum) != SQLITE_OK)
        damage = g_strdup (sqlite3_errmsg (db));
      else if (++n % COMMITS_PER_LOOK == 0)
        damage = find_damage (db, sum);
      g_usleep ((gulong) g_rand_int_range (rand, 0, MAX_PAUSE_US));
    }
  if (damage != NULL)
    g_print ("# SQLite %s damaged a file that %d connections share, after %.1f seconds and %u "
             "commits: %s\n",
             sqlite3_libversion (), N_CHECKPOINTERS + 1, g_timer_elapsed (timer, NULL), n, damage);
  else
    g_print ("# SQLite %s damaged no file that %d connections share, in %.0f seconds and %u "
             "commits\n",
             sqlite3_libversion (), N_CHECKPOINTERS + 1, seconds, n);
  sqlite3_close (db);
  if (damage == NULL && n < MIN_COMMITS)
    exit (EXIT_FAILURE);
}

int
main (int argc, char *argv[])
{
  double seconds = argc > 1 ? g_ascii_strtod (argv[1], NULL) : USUAL_SECONDS;
  char *folder = fixture_make_quick_folder ();
  g_autofree char *path = g_build_filename (folder, "shared.db", NULL);
  pid_t pids[N_CHECKPOINTERS];

  make (path);
  for (int i = 0; i < N_CHECKPOINTERS; i++)
    pids[i] = start_checkpoints (path);
  write_until (path, seconds);
  for (int i = 0; i < N_CHECKPOINTERS; i++)
    {
      kill (pids[i], SIGKILL);
      waitpid (pids[i], NULL, 0);
    }
  fixture_remove_folder (folder);
  return EXIT_SUCCESS;
}
