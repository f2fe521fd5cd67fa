/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-ui"

/* bench-ui filter|drop|scroll|open|read FOLDER N
 *
 * The real window over FOLDER; N actions of one kind, each from the act to the frame on the screen:
 * a key in the board's filter, a card moved as a drop does, frames of scrolling the columns, deals
 * opened, frames of scrolling the longest timeline. */

#include "config.h"

#include "bench-window.h"
#include "bench.h"
#include "frames.h"

#include "mull-board-list.h"
#include "mull-board-page.h"
#include "mull-deal-ops.h"
#include "mull-deal-ref.h"
#include "mull-gui-test.h"
#include "mull-stage-model.h"

#include <stdlib.h>

#define STEP_PX 120
#define FRAMES_PER_COLUMN 60

typedef struct
{
  BenchWindow bench;
  guint n;
} Bench;

/* ── A key in the filter ──────────────────────────────────────────────── */

static const char *const typed[] = { "station", "moorda", "shoudin", "plant",  "cheeral",
                                     "thiemo",  "bloo",   "frantel", "wheesa", "glanti" };

typedef struct
{
  GtkEditable *entry;
  char *text;
} Key;

static void
press_key (gpointer user_data)
{
  Key *key = user_data;

  gtk_editable_set_text (key->entry, key->text);
}

static void
measure_filter (Bench *self)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  Key key = { GTK_EDITABLE (bench_window_need (self->bench.board, GTK_TYPE_SEARCH_ENTRY)), NULL };

  for (guint i = 0; i < self->n; i++)
    {
      const char *word = typed[i / 6 % G_N_ELEMENTS (typed)];

      key.text = g_strndup (word, i % 6 + 1);
      bench_samples_add (samples, frames_time_action (self->bench.window, self->bench.board,
                                                      MULL_TYPE_BOARD_LIST, press_key, &key));
      g_free (key.text);
    }
  bench_samples_print (samples, "filter_ms");
}

/* ── A drop ───────────────────────────────────────────────────────────── */

typedef struct
{
  MullWorkspace *workspace;
  gint64 deal_id;
  gint64 stage_id;
} Drop;

static void
drop (gpointer user_data)
{
  Drop *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!mull_deal_ops_move (self->workspace, self->deal_id, self->stage_id, MULL_PLACE_KEEP, &error))
    bench_check (error);
}

/* The cards that are seen at the top of the columns, in turn, each into the next column. */
static void
measure_drop (Bench *self)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  g_autoptr (GPtrArray) lists = bench_window_list_columns (&self->bench);

  for (guint i = 0; i < self->n; i++)
    {
      GListModel *from = mull_board_list_get_model (lists->pdata[i % lists->len]);
      GListModel *to = mull_board_list_get_model (lists->pdata[(i + 1) % lists->len]);
      g_autoptr (MullDealRef) deal = g_list_model_get_item (from, i % 4);
      Drop act = { self->bench.workspace, mull_deal_ref_get_id (deal),
                   mull_stage_model_get_stage (MULL_STAGE_MODEL (to))->record.id };

      bench_samples_add (samples, frames_time_action (self->bench.window, self->bench.board,
                                                      MULL_TYPE_BOARD_LIST, drop, &act));
    }
  bench_samples_print (samples, "drop_ms");
}

/* ── Scrolling ────────────────────────────────────────────────────────── */

typedef struct
{
  GPtrArray *adjustments;
  Frames frames;
  guint n;
  guint step;
  guint backwards;
  double wanted;
  gboolean jumped;
} Scroll;

/* One step a frame, and to the other end of the list once in a while. */
static gboolean
on_scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *self = user_data;
  guint column = self->step / FRAMES_PER_COLUMN % self->adjustments->len;
  GtkAdjustment *adjustment = self->adjustments->pdata[column];
  guint in_column = self->step % FRAMES_PER_COLUMN;
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);

  if (in_column > 0 && value < self->wanted - 1)
    self->backwards++;
  if (self->step++ >= self->n)
    return G_SOURCE_REMOVE;
  if (in_column == FRAMES_PER_COLUMN / 2)
    value = end / 2;
  gtk_adjustment_set_value (adjustment, MIN (end, value + STEP_PX));
  self->wanted = gtk_adjustment_get_value (adjustment);
  return G_SOURCE_CONTINUE;
}

static void
scroll (Bench *self, GPtrArray *adjustments, const char *name)
{
  Scroll run = { .adjustments = adjustments, .n = self->n };
  g_autofree char *work = g_strconcat (name, "_work_ms", NULL);
  g_autofree char *late = g_strconcat (name, "_late", NULL);
  g_autofree char *backwards = g_strconcat (name, "_backwards", NULL);

  frames_rest (self->bench.window);
  frames_start (&run.frames, self->bench.window);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->bench.window), on_scroll_tick_cb, &run, NULL);
  while (run.step <= run.n)
    g_main_context_iteration (NULL, TRUE);
  frames_stop (&run.frames);
  bench_samples_print (run.frames.work, work);
  bench_print (late, bench_samples_count_over (run.frames.work, 1000.0 / 60));
  bench_print (backwards, run.backwards);
  frames_clear (&run.frames);
}

static void
measure_scroll (Bench *self)
{
  g_autoptr (GPtrArray) lists = bench_window_list_columns (&self->bench);
  g_autoptr (GPtrArray) adjustments = g_ptr_array_new ();

  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (adjustments, gtk_scrollable_get_vadjustment (lists->pdata[i]));
  scroll (self, adjustments, "scroll");
}

/* ── Opening a deal ───────────────────────────────────────────────────── */

typedef struct
{
  GtkWidget *window;
  gint64 deal_id;
} Open;

static void
open_deal (gpointer user_data)
{
  Open *self = user_data;

  if (!gtk_widget_activate_action (self->window, "win.open-deal", "x", self->deal_id))
    g_error ("There is no win.open-deal");
}

static void
go_back (Bench *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->bench.window), "win.back", NULL);
  frames_rest (self->bench.window);
}

static void
measure_open (Bench *self)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  Open act = { GTK_WIDGET (self->bench.window), BENCH_LONG_DEAL };

  for (guint i = 0; i < self->n; i++)
    {
      double ms;

      /* Another one in between: the page does not show it already. */
      act.deal_id = 2 + i % 100;
      frames_time_action (self->bench.window, GTK_WIDGET (self->bench.window), GTK_TYPE_WIDGET,
                          open_deal, &act);
      go_back (self);
      act.deal_id = BENCH_LONG_DEAL;
      ms = frames_time_action (self->bench.window, GTK_WIDGET (self->bench.window), GTK_TYPE_WIDGET,
                               open_deal, &act);
      /* The first one makes the page. */
      if (i > 0)
        bench_samples_add (samples, ms);
      else
        bench_print ("first_open_ms", ms);
      go_back (self);
    }
  bench_samples_print (samples, "open_ms");
}

/* The scrolled window with the most to scroll. */
static GtkAdjustment *
find_longest (GtkWidget *widget, GtkAdjustment *longest)
{
  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget))
    {
      GtkAdjustment *own = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

      if (longest == NULL || gtk_adjustment_get_upper (own) > gtk_adjustment_get_upper (longest))
        longest = own;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    longest = find_longest (child, longest);
  return longest;
}

static void
measure_read (Bench *self)
{
  g_autoptr (GPtrArray) adjustments = g_ptr_array_new ();
  Open act = { GTK_WIDGET (self->bench.window), BENCH_LONG_DEAL };

  frames_time_action (self->bench.window, GTK_WIDGET (self->bench.window), GTK_TYPE_WIDGET,
                      open_deal, &act);
  frames_rest (self->bench.window);
  g_ptr_array_add (adjustments, find_longest (GTK_WIDGET (self->bench.window), NULL));
  scroll (self, adjustments, "read");
}

/* ── ──────────────────────────────────────────────────────────────────── */

static const struct
{
  const char *name;
  void (*measure) (Bench *self);
} kinds[] = {
  { "filter", measure_filter }, { "drop", measure_drop }, { "scroll", measure_scroll },
  { "open", measure_open },     { "read", measure_read },
};

static void
run (Bench *self, const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, kind))
      {
        kinds[i].measure (self);
        return;
      }
  g_error ("There is no benchmark “%s”", kind);
}

int
main (int argc, char *argv[])
{
  Bench self = { 0 };

  if (argc != 4)
    return 2;
  bench_window_open (&self.bench, argv[2]);
  self.n = (guint) atoi (argv[3]);
  run (&self, argv[1]);
  bench_window_close (&self.bench);
  return EXIT_SUCCESS;
}
