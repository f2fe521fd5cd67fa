/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-import"

/* bench-import FOLDER FILE
 *
 * Takes FILE in as a user does who has seen the dry run: read, mapped, checked, stored, indexed. */

#include "config.h"

#include "bench.h"

#include "mull-importer.h"

#include <locale.h>
#include <stdlib.h>

static MullImportFile *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_path_get_basename (path);
  MullImportFile *file;

  bench_check (error);
  bytes = g_mapped_file_get_bytes (mapped);
  file = mull_import_file_open (bytes, name, &error);
  bench_check (error);
  return file;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullClock) clock = mull_clock_new_from_text (BENCH_NOW, &error);
  g_autoptr (MullWorkspace) workspace = NULL;
  g_autoptr (MullImportFile) file = NULL;
  g_autoptr (MullImporter) importer = NULL;
  double start;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 3)
    return 2;
  workspace = mull_workspace_open (argv[1], clock, &error);
  bench_check (error);

  start = bench_now_ms ();
  file = open_file (argv[2]);
  bench_print ("read_ms", bench_now_ms () - start);
  importer = mull_importer_new (workspace, file);
  start = bench_now_ms ();
  if (!mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error))
    bench_check (error);
  bench_print ("dry_ms", bench_now_ms () - start);
  start = bench_now_ms ();
  if (!mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error))
    bench_check (error);
  bench_print ("import_ms", bench_now_ms () - start);
  bench_print ("deals", mull_importer_get_report (importer)->counts[MULL_IMPORT_THING_DEAL].n_new);
  if (!mull_workspace_close (workspace, &error))
    bench_check (error);
  return EXIT_SUCCESS;
}
