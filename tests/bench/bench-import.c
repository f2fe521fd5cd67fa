/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-import"

/* bench-import FOLDER FILE
 *
 * Takes FILE in as a user does who has seen the dry run: read, mapped, checked, stored, indexed.
 * First half of it, to see how soon it stops when it is told to. */

#include "config.h"

#include "bench.h"

#include "mull-importer.h"

#include <locale.h>
#include <stdlib.h>

#define TURN_MS 4

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
  file = mull_import_file_open (bytes, name, NULL, &error);
  bench_check (error);
  return file;
}

/* What the main loop sees of a run: how long it is kept waiting, and how soon a stop is answered.
 */
typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  GError *error;
  double stop_at; /* share of the file */
  double stopped_ms;
  double last_ms;
  double worst_ms;
} Watch;

static gboolean
on_turn_cb (gpointer user_data)
{
  Watch *watch = user_data;
  double now = bench_now_ms ();

  watch->worst_ms = MAX (watch->worst_ms, now - watch->last_ms);
  watch->last_ms = now;
  return G_SOURCE_CONTINUE;
}

static void
on_progress_cb (double progress, gpointer user_data)
{
  Watch *watch = user_data;

  if (progress < watch->stop_at || g_cancellable_is_cancelled (watch->cancellable))
    return;
  watch->stopped_ms = bench_now_ms ();
  g_cancellable_cancel (watch->cancellable);
}

static void
on_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Watch *watch = user_data;

  mull_importer_run_finish (MULL_IMPORTER (source), result, &watch->error);
  g_main_loop_quit (watch->loop);
}

/* As the window does it, for whom a frame is the same as a turn. It turns often enough to notice
 * a wait, but does not spin: that would take half of a core from the import. */
static void
run_in_turns (MullImporter *importer, Watch *watch)
{
  guint id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, TURN_MS, on_turn_cb, watch, NULL);

  watch->loop = g_main_loop_new (NULL, FALSE);
  watch->cancellable = g_cancellable_new ();
  watch->last_ms = bench_now_ms ();
  mull_importer_run_async (importer, MULL_IMPORTER_IN_EARNEST, watch->cancellable, on_progress_cb,
                           watch, on_run_cb, watch);
  g_main_loop_run (watch->loop);
  on_turn_cb (watch);
  g_source_remove (id);
  g_clear_object (&watch->cancellable);
  g_clear_pointer (&watch->loop, g_main_loop_unref);
}

static void
measure_stop (MullImporter *importer)
{
  Watch watch = { .stop_at = 0.5 };

  run_in_turns (importer, &watch);
  if (!g_error_matches (watch.error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bench_check (watch.error);
  g_clear_error (&watch.error);
  bench_print ("stop_ms", bench_now_ms () - watch.stopped_ms);
  bench_print ("stop_worst_ms", watch.worst_ms);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullClock) clock = mull_clock_new_from_text (BENCH_NOW, &error);
  g_autoptr (MullWorkspace) workspace = NULL;
  g_autoptr (MullImportFile) file = NULL;
  g_autoptr (MullImporter) importer = NULL;
  Watch watch = { .stop_at = 2 };
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
  measure_stop (importer);
  start = bench_now_ms ();
  run_in_turns (importer, &watch);
  bench_check (watch.error);
  bench_print ("import_ms", bench_now_ms () - start);
  bench_print ("worst_ms", watch.worst_ms);
  bench_print ("deals", mull_importer_get_report (importer)->counts[MULL_IMPORT_THING_DEAL].n_new);
  if (!mull_workspace_close (workspace, &error))
    bench_check (error);
  return EXIT_SUCCESS;
}
