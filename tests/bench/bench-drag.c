/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-drag"

/* bench-drag FOLDER N
 *
 * N drags with a real pointer: a card is taken from the top of a column, carried to one end of the
 * board, where the board scrolls, and back down across the columns to the other; one step a frame.
 * Prints the work of every frame and how many came late. */

#include "config.h"

#include "bench-window.h"
#include "bench.h"
#include "frames.h"
#include "mull-board-list.h"
#include "mull-outcome-bar.h"
#include "pointer.h"

#include "mull-gui-test.h"

#include <stdlib.h>

#define STEPS 60
/* A frame that comes later than this after the last one is seen to stutter. */
#define LATE_MS 25

typedef struct
{
  GtkWidget *board;
  graphene_point_t from;
  guint step;
  gboolean dragging; /* the outcomes have risen */
} Drag;

/* Across to the right edge, held there, then to the left edge and down. */
static graphene_point_t
get_place (Drag *self)
{
  double width = gtk_widget_get_width (self->board), height = gtk_widget_get_height (self->board);
  double part = self->step / (double) STEPS;

  if (part < 0.4)
    return GRAPHENE_POINT_INIT (self->from.x + (width - 12 - self->from.x) * part / 0.4,
                                self->from.y);
  if (part < 0.6)
    return GRAPHENE_POINT_INIT (width - 12, self->from.y + (part - 0.4) * height);
  return GRAPHENE_POINT_INIT (width - 12 - (width - 24) * (part - 0.6) / 0.4,
                              self->from.y + 0.2 * height + (part - 0.6) * height * 0.5);
}

static gboolean
on_drag_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Drag *self = user_data;
  graphene_point_t place;

  if (self->step >= STEPS)
    return G_SOURCE_REMOVE;
  self->step++;
  place = get_place (self);
  pointer_step (self->board, place.x, place.y);
  self->dragging =
      self->dragging || mull_gui_test_find (self->board, MULL_TYPE_OUTCOME_BAR, NULL, NULL) != NULL;
  return G_SOURCE_CONTINUE;
}

/* The last drag has scrolled the board, and the first column may be out of sight. */
static void
scroll_back (GtkWidget *list)
{
  GtkWidget *own = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *board =
      gtk_widget_get_ancestor (gtk_widget_get_parent (own), GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (board)), 0);
}

static void
drag_once (BenchWindow *bench, GtkWidget *list, BenchSamples *work, BenchSamples *gaps)
{
  Drag drag = { .board = bench->board };
  Frames frames;

  scroll_back (list);
  frames_rest (bench->window);
  if (!gtk_widget_compute_point (list, bench->board, &GRAPHENE_POINT_INIT (60, 60), &drag.from))
    g_error ("The list is not on the board");
  pointer_move (bench->board, drag.from.x, drag.from.y);
  pointer_press (GDK_BUTTON_PRIMARY);
  pointer_settle ();
  frames_rest (bench->window);
  frames_start (&frames, bench->window);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), on_drag_tick_cb, &drag, NULL);
  while (drag.step < STEPS)
    g_main_context_iteration (NULL, TRUE);
  frames_stop (&frames);
  if (!drag.dragging)
    g_error ("No drag began");
  g_array_append_vals (work, frames.work->data, frames.work->len);
  g_array_append_vals (gaps, frames.gaps->data, frames.gaps->len);
  frames_clear (&frames);
  /* Outside the window nothing takes it. */
  pointer_move (bench->board, -40, -40);
  pointer_release (GDK_BUTTON_PRIMARY);
  pointer_settle ();
  frames_rest (bench->window);
}

int
main (int argc, char *argv[])
{
  g_autoptr (BenchSamples) work = bench_samples_new ();
  g_autoptr (BenchSamples) gaps = bench_samples_new ();
  BenchWindow bench = { 0 };

  if (argc != 3)
    return 2;
  bench_window_open (&bench, argv[1]);
  for (int i = 0; i < atoi (argv[2]); i++)
    {
      g_autoptr (GPtrArray) lists = bench_window_list_columns (&bench);

      drag_once (&bench, lists->pdata[i % 3], work, gaps);
    }
  bench_samples_print (work, "drag_work_ms");
  bench_print ("drag_frames", gaps->len);
  bench_print ("drag_late", bench_samples_count_over (gaps, LATE_MS));
  bench_window_close (&bench);
  return EXIT_SUCCESS;
}
