/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "floor-move"

/* floor-move DATABASE N
 *
 * The floor of moving a card: the least SQL, prepared once. One transaction writes the deal, a line
 * of its timeline into table and index, and the sums of both stages. DATABASE is a copy of ours. */

#include "config.h"

#include "bench.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#define N_STAGES 6

static sqlite3 *db;

static void
check (int code)
{
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
    return;
  fprintf (stderr, "%s\n", sqlite3_errmsg (db));
  exit (EXIT_FAILURE);
}

static sqlite3_stmt *
prepare (const char *sql)
{
  sqlite3_stmt *statement = NULL;

  check (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
  return statement;
}

static void
run (sqlite3_stmt *statement)
{
  check (sqlite3_step (statement));
  check (sqlite3_reset (statement));
}

static void
bind (sqlite3_stmt *statement, int parameter, gint64 value)
{
  check (sqlite3_bind_int64 (statement, parameter, value));
}

static gint64
query (const char *sql)
{
  sqlite3_stmt *statement = prepare (sql);
  gint64 value;

  check (sqlite3_step (statement));
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

static void
move (int n)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  gint64 n_deals = query ("SELECT max (id) FROM deal");
  gint64 entry = query ("SELECT max (id) FROM entry");
  gint64 stage = query ("SELECT min (id) FROM stage");
  sqlite3_stmt *begin = prepare ("BEGIN IMMEDIATE"), *commit = prepare ("COMMIT");
  sqlite3_stmt *update =
      prepare ("UPDATE deal SET stage_id = ?2, rank = ?3, stage_since_at = ?4 WHERE id = ?1");
  sqlite3_stmt *log = prepare ("INSERT INTO entry (id, uuid, deal_id, kind, happened_at,"
                               " written_at, text) VALUES (?1, ?1, ?2, 'stage', ?3, ?3,"
                               " 'Moved from Qualify to Discover')");
  sqlite3_stmt *words = prepare ("INSERT INTO entry_fts (rowid, text)"
                                 " VALUES (?1, 'Moved from Qualify to Discover')");
  sqlite3_stmt *total = prepare ("UPDATE stage_total SET n = n + ?2, value_minor = value_minor + ?3"
                                 " WHERE stage_id = ?1 AND currency = 'EUR' AND state = 'ours'");
  sqlite3_stmt *all[] = { begin, update, log, words, total, commit };

  for (int i = 0; i < n; i++)
    {
      gint64 deal = 1 + g_rand_int_range (chance, 0, (gint32) n_deals);
      gint64 to = stage + g_rand_int_range (chance, 0, N_STAGES);
      double start = bench_now_ms ();

      run (begin);
      bind (update, 1, deal);
      bind (update, 2, to);
      bind (update, 3, -(gint64) i * 1024);
      bind (update, 4, G_GINT64_CONSTANT (1772442000000000) + i);
      run (update);
      bind (log, 1, ++entry);
      bind (log, 2, deal);
      bind (log, 3, G_GINT64_CONSTANT (1772442000000000) + i);
      run (log);
      bind (words, 1, entry);
      run (words);
      for (int side = 0; side < 2; side++)
        {
          bind (total, 1, side == 0 ? to : stage);
          bind (total, 2, side == 0 ? 1 : -1);
          bind (total, 3, 1000);
          run (total);
        }
      run (commit);
      bench_samples_add (samples, bench_now_ms () - start);
    }
  bench_samples_print (samples, "move_ms");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    sqlite3_finalize (all[i]);
}

int
main (int argc, char *argv[])
{
  if (argc != 3)
    return 2;
  check (sqlite3_open_v2 (argv[1], &db, SQLITE_OPEN_READWRITE, NULL));
  check (sqlite3_exec (db,
                       "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                       "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;"
                       "PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 1000",
                       NULL, NULL, NULL));
  move (atoi (argv[2]));
  sqlite3_close (db);
  return EXIT_SUCCESS;
}
