/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-hostile"

/* bench-hostile DATA FOLDER
 *
 * Opens every file of FOLDER that means harm as the import page does, and looks how long the window
 * waits meanwhile. Archives go through the same job, without the question that follows. */

#include "config.h"

#include "bench.h"

#include "mull-archive-import.h"
#include "mull-gui-test.h"
#include "mull-import-page.h"
#include "mull-ui.h"

#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>

#define TURN_MS 4
/* A page that asks something first does not check the file. */
#define SETTLE_MS 1500

typedef struct
{
  MullWorkspace *workspace;
  double last_ms;
  double worst_ms;
} Bench;

static gboolean
on_turn_cb (gpointer user_data)
{
  Bench *self = user_data;
  double now = bench_now_ms ();

  self->worst_ms = MAX (self->worst_ms, now - self->last_ms);
  self->last_ms = now;
  return G_SOURCE_CONTINUE;
}

/* ── Archives ─────────────────────────────────────────────────────────── */

typedef struct
{
  GBytes *bytes;
  gboolean is_done;
} Archive;

/* In another thread. */
static gboolean
look_through (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  Archive *archive = user_data;
  g_autoptr (MullArchiveReport) report = mull_archive_import (
      workspace, archive->bytes, "a.xml", NULL, MULL_ARCHIVE_DRY_RUN, NULL, error);

  return report != NULL;
}

static void
on_looked_through_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Archive *archive = user_data;

  /* Most are refused, as they should be. */
  mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, NULL);
  archive->is_done = TRUE;
}

static void
open_archive (Bench *self, const char *path)
{
  Archive archive = { 0 };
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  bench_check (error);
  archive.bytes = g_bytes_new_take (data, size);
  self->last_ms = bench_now_ms ();
  mull_workspace_run_job_async (self->workspace, look_through, &archive, NULL, NULL, NULL, NULL,
                                on_looked_through_cb, &archive);
  while (!archive.is_done)
    g_main_context_iteration (NULL, TRUE);
  on_turn_cb (self);
  g_bytes_unref (archive.bytes);
}

/* ── Tables and cards ─────────────────────────────────────────────────── */

static gboolean
shows (GtkWidget *page, const char *view)
{
  GtkWidget *views = mull_gui_test_find (page, GTK_TYPE_STACK, NULL, NULL);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (views)), view) == 0;
}

static gboolean
is_checking (GtkWidget *page)
{
  return mull_gui_test_find_label (page, "Checking the file. Nothing is written yet.") != NULL;
}

/* Until it is said what is wrong with the file, or what would come of it. */
static void
wait_for (Bench *self, GtkWidget *page)
{
  gboolean was_checked = FALSE;
  double since = 0;

  while (!shows (page, "bad"))
    {
      gboolean checks = shows (page, "review") && is_checking (page);

      if (was_checked && !checks)
        break;
      was_checked = was_checked || checks;
      if (shows (page, "review") && since == 0)
        since = bench_now_ms ();
      if (since > 0 && !checks && bench_now_ms () - since > SETTLE_MS)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  on_turn_cb (self);
}

static void
open_on_page (Bench *self, const char *path)
{
  MullImportPage *page = mull_import_page_new (self->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 1000, 700);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->last_ms = bench_now_ms ();
  mull_import_page_open (page, file);
  wait_for (self, GTK_WIDGET (page));
  gtk_window_destroy (window);
  mull_gui_test_drain ();
}

/* The longest that the window waited for one file. */
static double
open_file (Bench *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  self->worst_ms = 0;
  if (g_str_has_suffix (name, ".xml"))
    open_archive (self, path);
  else
    open_on_page (self, path);
  return self->worst_ms;
}

int
main (int argc, char *argv[])
{
  Bench self = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MullClock) clock = mull_clock_new_from_text (BENCH_NOW, &error);
  g_autoptr (GDir) files = NULL;
  const char *name;
  double worst_ms = 0;
  guint n = 0, id;

  if (argc != 3)
    return 2;
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  mull_ui_init ();
  self.workspace = mull_workspace_open (argv[1], clock, &error);
  bench_check (error);
  files = g_dir_open (argv[2], 0, &error);
  bench_check (error);
  id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, TURN_MS, on_turn_cb, &self, NULL);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      double waited = open_file (&self, argv[2], name);

      if (waited > worst_ms)
        g_printerr ("# %s: %.1f ms\n", name, waited);
      worst_ms = MAX (worst_ms, waited);
      n++;
    }
  g_source_remove (id);
  bench_print ("files", n);
  bench_print ("worst_ms", worst_ms);
  if (!mull_workspace_close (self.workspace, &error))
    bench_check (error);
  g_object_unref (self.workspace);
  return EXIT_SUCCESS;
}
