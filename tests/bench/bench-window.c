/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-window"

#include "config.h"

#include "bench-window.h"

#include "bench.h"
#include "frames.h"
#include "mull-board-list.h"
#include "mull-board-page.h"
#include "mull-gui-test.h"
#include "mull-window.h"

#include <locale.h>

/**
 * bench_window_open:
 * @self: (out caller-allocates): the window
 * @folder: where its data is
 */
void
bench_window_open (BenchWindow *self, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullClock) clock = mull_clock_new_from_text (BENCH_NOW, &error);
  AdwApplication *application =
      adw_application_new (MULL_APP_ID ".Bench", G_APPLICATION_NON_UNIQUE);

  setlocale (LC_ALL, "C.UTF-8");
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    bench_check (error);
  self->workspace = mull_workspace_open (folder, clock, &error);
  bench_check (error);
  self->window = GTK_WINDOW (mull_window_new (application, self->workspace));
  g_object_unref (application);
  mull_window_show_home (MULL_WINDOW (self->window));
  gtk_window_present (self->window);
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  frames_rest (self->window);
  self->board = bench_window_need (GTK_WIDGET (self->window), MULL_TYPE_BOARD_PAGE);
}

/**
 * bench_window_close:
 */
void
bench_window_close (BenchWindow *self)
{
  g_autoptr (GError) error = NULL;

  gtk_window_destroy (self->window);
  if (!mull_workspace_close (self->workspace, &error))
    bench_check (error);
  g_object_unref (self->workspace);
}

/**
 * bench_window_need:
 *
 * Returns: (transfer none): the widget of that type; without it the program ends
 */
GtkWidget *
bench_window_need (GtkWidget *root, GType type)
{
  GtkWidget *found = mull_gui_test_find (root, type, NULL, NULL);

  if (found == NULL)
    g_error ("There is no %s", g_type_name (type));
  return found;
}

static void
collect_lists (GtkWidget *widget, GPtrArray *lists)
{
  if (MULL_IS_BOARD_LIST (widget) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (lists, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_lists (child, lists);
}

/**
 * bench_window_list_columns:
 */
GPtrArray *
bench_window_list_columns (BenchWindow *self)
{
  GPtrArray *lists = g_ptr_array_new ();

  collect_lists (self->board, lists);
  return lists;
}
