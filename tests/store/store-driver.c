/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "store-driver"

#include "config.h"

#include "gestures.h"
#include "mull-custody.h"
#include "mull-migrator.h"
#include "store-fixture.h"

#include <stdio.h>
#include <string.h>

/* The real workspace without windows: reads a line for each gesture on the standard input (a seed)
 * and writes "sequence digest" once it is stored, so that a judge who holds the pipe knows what
 * must be there after this process was killed. "--digest" prints that of what is there; "--restore"
 * puts a backup in its place; "--migrate" brings it to a version that there is only in tests, and
 * "--back-up" makes a backup. */

/* Writes every deal anew. */
#define DRIVER_MIGRATION                                                                           \
  "ALTER TABLE deal ADD COLUMN later TEXT; UPDATE deal SET later = title;"                         \
  "CREATE TABLE later (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;"                       \
  "INSERT INTO later SELECT id, title FROM deal"

static gint64
last_seq (MullWorkspace *workspace)
{
  return fixture_query (mull_workspace_get_database (workspace),
                        "SELECT ifnull (max (seq), 0) FROM undo_step");
}

static void
report (MullWorkspace *workspace)
{
  g_autofree char *digest = fixture_digest (mull_workspace_get_database (workspace));
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, digest, -1);

  printf ("%" G_GINT64_FORMAT " %s\n", last_seq (workspace), sum);
  fflush (stdout);
}

static int
drive (MullWorkspace *workspace)
{
  char line[64];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_ascii_strtoull (line, NULL, 10));

      if (!gesture_run (workspace, rand, &error))
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
      report (workspace);
    }
  return 0;
}

static int
check (MullWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  if (!mull_database_check (mull_workspace_get_database (workspace), &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  report (workspace);
  return 0;
}

/* Says that it begins, so that the judge knows when to kill it. */
static int
restore (MullWorkspace *workspace, const char *path)
{
  g_autoptr (GError) error = NULL;

  printf ("begins\n");
  fflush (stdout);
  if (!mull_custody_undo_restore (workspace, path, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  report (workspace);
  return 0;
}

static int
migrate (MullWorkspace *workspace)
{
  static const MullMigration steps[] = { { 2, NULL, DRIVER_MIGRATION } };
  g_autoptr (GError) error = NULL;

  printf ("begins\n");
  fflush (stdout);
  if (!mull_migrator_run_steps (mull_workspace_get_database (workspace), steps, 1, FALSE, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  report (workspace);
  return 0;
}

static int
back_up (MullWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullBackupManifest) backup = NULL;

  printf ("begins\n");
  fflush (stdout);
  backup = mull_custody_back_up (workspace, MULL_BACKUP_MANUAL, &error);
  if (backup == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  report (workspace);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (MullWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  gboolean digest = argc == 3 && g_str_equal (argv[2], "--digest");

  if (argc < 2)
    {
      fprintf (stderr, "Usage: %s FOLDER [--digest | --restore FILE | --migrate | --back-up]\n",
               argv[0]);
      return 2;
    }
  workspace = mull_workspace_open (argv[1], clock, &error);
  if (workspace == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  if (argc == 4 && g_str_equal (argv[2], "--restore"))
    return restore (workspace, argv[3]);
  if (argc == 3 && g_str_equal (argv[2], "--migrate"))
    return migrate (workspace);
  if (argc == 3 && g_str_equal (argv[2], "--back-up"))
    return back_up (workspace);
  return digest ? check (workspace) : drive (workspace);
}
