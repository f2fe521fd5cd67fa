/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "floor-board"

/* floor-board filter|drop|open DATABASE N
 *
 * The least board that does the job: six columns of as many cards as are seen, raw SQL prepared
 * once, no model, no undo. DATABASE is a copy of ours. */

#include "config.h"

#include "bench.h"
#include "frames.h"

#include <adwaita.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#define N_COLUMNS 6
#define N_CARDS 8
#define N_ENTRIES 50

enum
{
  ALL,
  MATCHING,
  CARD,
  BEGIN,
  UPDATE,
  CARD_UPDATE,
  LOG,
  WORDS,
  COMMIT,
  ENTRIES,
  N_STATEMENTS
};

static const char *const sql[N_STATEMENTS] = {
  [ALL] = "SELECT deal_id FROM deal_card WHERE stage_id = ?1 ORDER BY needs, deal_id LIMIT 8",
  [MATCHING] = "SELECT d.deal_id, d.stage_id FROM deal_fts AS f JOIN deal_card AS d"
               " ON d.deal_id = f.rowid WHERE deal_fts MATCH ?1 ORDER BY f.rowid DESC LIMIT 50",
  [CARD] = "SELECT d.title, c.name, d.value_minor / 100, k.next_text FROM deal AS d"
           " JOIN deal_card AS k ON k.deal_id = d.id LEFT JOIN company AS c ON c.id = d.company_id"
           " WHERE d.id = ?1",
  [BEGIN] = "BEGIN IMMEDIATE",
  [UPDATE] = "UPDATE deal SET stage_id = ?2, rank = ?3 WHERE id = ?1",
  [CARD_UPDATE] = "UPDATE deal_card SET stage_id = ?2, rank = ?3 WHERE deal_id = ?1",
  [LOG] = "INSERT INTO entry (id, uuid, deal_id, kind, happened_at, written_at, text)"
          " VALUES (?1, ?1, ?2, 'stage', ?3, ?3, 'Moved from Qualify to Discover')",
  [WORDS] = "INSERT INTO entry_fts (rowid, text) VALUES (?1, 'Moved from Qualify to Discover')",
  [COMMIT] = "COMMIT",
  [ENTRIES] = "SELECT kind, text FROM entry WHERE deal_id = ?1"
              " ORDER BY happened_at DESC, id DESC LIMIT 50",
};

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *statements[N_STATEMENTS];
  GtkWindow *window;
  GtkStack *stack;
  GtkWidget *board;
  GtkWidget *timeline;
  GtkWidget *cards[N_COLUMNS][N_CARDS];
  gint64 deals[N_COLUMNS][N_CARDS];
  gint64 first_stage;
  gint64 entry;
  guint n;
} Floor;

static void
check (Floor *self, int code)
{
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
    return;
  fprintf (stderr, "%s\n", sqlite3_errmsg (self->db));
  exit (EXIT_FAILURE);
}

static gint64
query (Floor *self, const char *text)
{
  sqlite3_stmt *statement = NULL;
  gint64 value;

  check (self, sqlite3_prepare_v2 (self->db, text, -1, &statement, NULL));
  check (self, sqlite3_step (statement));
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

static void
open_database (Floor *self, const char *path)
{
  check (self, sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE, NULL));
  check (self, sqlite3_exec (self->db,
                             "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                             "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384",
                             NULL, NULL, NULL));
  for (guint i = 0; i < N_STATEMENTS; i++)
    check (self, sqlite3_prepare_v3 (self->db, sql[i], -1, SQLITE_PREPARE_PERSISTENT,
                                     &self->statements[i], NULL));
  self->first_stage = query (self, "SELECT min (id) FROM stage");
  self->entry = query (self, "SELECT max (id) FROM entry");
}

static void
run (Floor *self, int which, guint n, const gint64 *values)
{
  for (guint i = 0; i < n; i++)
    check (self, sqlite3_bind_int64 (self->statements[which], (int) i + 1, values[i]));
  check (self, sqlite3_step (self->statements[which]));
  check (self, sqlite3_reset (self->statements[which]));
}

/* ── Cards ────────────────────────────────────────────────────────────── */

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_card (void)
{
  static const char *const styles[] = { "heading", "dim-label", "numeric", "caption" };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_box_append (GTK_BOX (card), make_label (styles[i]));
  gtk_widget_add_css_class (card, "card");
  return card;
}

static void
fill_card (Floor *self, guint column, guint place, gint64 deal)
{
  sqlite3_stmt *statement = self->statements[CARD];
  GtkWidget *card = self->cards[column][place];
  GtkWidget *label = gtk_widget_get_first_child (card);

  self->deals[column][place] = deal;
  gtk_widget_set_child_visible (card, deal != 0);
  if (deal == 0)
    return;
  check (self, sqlite3_bind_int64 (statement, 1, deal));
  if (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; label != NULL; i++, label = gtk_widget_get_next_sibling (label))
      gtk_label_set_text (GTK_LABEL (label), (const char *) sqlite3_column_text (statement, i));
  check (self, sqlite3_reset (statement));
}

static void
fill_column (Floor *self, guint column)
{
  sqlite3_stmt *statement = self->statements[ALL];
  guint place = 0;

  check (self, sqlite3_bind_int64 (statement, 1, self->first_stage + column));
  while (place < N_CARDS && sqlite3_step (statement) == SQLITE_ROW)
    fill_card (self, column, place++, sqlite3_column_int64 (statement, 0));
  check (self, sqlite3_reset (statement));
  while (place < N_CARDS)
    fill_card (self, column, place++, 0);
}

static void
make_board (Floor *self)
{
  self->board = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->board), TRUE);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      for (guint j = 0; j < N_CARDS; j++)
        {
          self->cards[i][j] = make_card ();
          gtk_box_append (GTK_BOX (column), self->cards[i][j]);
        }
      fill_column (self, i);
      gtk_box_append (GTK_BOX (self->board), column);
    }
}

static void
make_window (Floor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->window = GTK_WINDOW (adw_window_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  self->timeline = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  make_board (self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->timeline);
  gtk_stack_add_named (self->stack, self->board, "board");
  gtk_stack_add_named (self->stack, scrolled, "deal");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_default_size (self->window, 1200, 780);
  gtk_window_present (self->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (self->window)))
    g_main_context_iteration (NULL, TRUE);
  frames_rest (self->window);
}

/* ── What the user does ───────────────────────────────────────────────── */

typedef struct
{
  Floor *floor;
  char *text;
  gint64 deal;
  guint from;
  guint to;
} Act;

static void
filter (gpointer user_data)
{
  Act *act = user_data;
  Floor *self = act->floor;
  sqlite3_stmt *statement = self->statements[MATCHING];
  guint filled[N_COLUMNS] = { 0 };

  check (self, sqlite3_bind_text (statement, 1, act->text, -1, SQLITE_STATIC));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      guint column = (guint) (sqlite3_column_int64 (statement, 1) - self->first_stage);

      if (column < N_COLUMNS && filled[column] < N_CARDS)
        fill_card (self, column, filled[column]++, sqlite3_column_int64 (statement, 0));
    }
  check (self, sqlite3_reset (statement));
  for (guint i = 0; i < N_COLUMNS; i++)
    for (guint j = filled[i]; j < N_CARDS; j++)
      fill_card (self, i, j, 0);
}

static void
drop (gpointer user_data)
{
  Act *act = user_data;
  Floor *self = act->floor;
  gint64 place[] = { act->deal, self->first_stage + act->to, -self->entry * 1024 };
  gint64 line[] = { ++self->entry, act->deal, G_GINT64_CONSTANT (1772442000000000) + self->entry };

  run (self, BEGIN, 0, NULL);
  run (self, UPDATE, 3, place);
  run (self, CARD_UPDATE, 3, place);
  run (self, LOG, 3, line);
  run (self, WORDS, 1, line);
  run (self, COMMIT, 0, NULL);
  fill_column (self, act->from);
  fill_column (self, act->to);
}

static void
open_deal (gpointer user_data)
{
  Act *act = user_data;
  Floor *self = act->floor;
  sqlite3_stmt *statement = self->statements[ENTRIES];
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (self->timeline)) != NULL)
    gtk_box_remove (GTK_BOX (self->timeline), old);
  check (self, sqlite3_bind_int64 (statement, 1, act->deal));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      for (int i = 0; i < 2; i++)
        {
          GtkWidget *label = make_label (i == 0 ? "caption" : "body");

          gtk_label_set_text (GTK_LABEL (label), (const char *) sqlite3_column_text (statement, i));
          gtk_box_append (GTK_BOX (row), label);
        }
      gtk_box_append (GTK_BOX (self->timeline), row);
    }
  check (self, sqlite3_reset (statement));
  gtk_stack_set_visible_child_name (self->stack, "deal");
}

/* ── ──────────────────────────────────────────────────────────────────── */

static const char *const typed[] = { "station", "moorda", "shoudin", "plant",  "cheeral",
                                     "thiemo",  "bloo",   "frantel", "wheesa", "glanti" };

static void
measure (Floor *self, const char *kind)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  g_autofree char *name = g_strconcat (kind, "_ms", NULL);

  for (guint i = 0; i < self->n; i++)
    {
      Act act = { .floor = self };
      FramesAct what = filter;

      if (g_str_equal (kind, "filter"))
        act.text =
            g_strdup_printf ("%.*s*", (int) (i % 6 + 1), typed[i / 6 % G_N_ELEMENTS (typed)]);
      else if (g_str_equal (kind, "drop"))
        {
          what = drop;
          act.from = i % N_COLUMNS;
          act.to = (i + 1) % N_COLUMNS;
          act.deal = self->deals[act.from][i % 4];
        }
      else
        {
          what = open_deal;
          act.deal = BENCH_LONG_DEAL;
          gtk_stack_set_visible_child_name (self->stack, "board");
        }
      bench_samples_add (samples, frames_time_action (self->window, GTK_WIDGET (self->window),
                                                      GTK_TYPE_WIDGET, what, &act));
      g_free (act.text);
    }
  bench_samples_print (samples, name);
}

int
main (int argc, char *argv[])
{
  Floor self = { 0 };

  if (argc != 4)
    return 2;
  self.n = (guint) atoi (argv[3]);
  adw_init ();
  open_database (&self, argv[2]);
  make_window (&self);
  measure (&self, argv[1]);
  gtk_window_destroy (self.window);
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self.statements[i]);
  sqlite3_close (self.db);
  return EXIT_SUCCESS;
}
