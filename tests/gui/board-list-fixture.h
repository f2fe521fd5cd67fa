/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-board-list.h"
#include "mull-board-row.h"

G_BEGIN_DECLS

#define FIXTURE_ROW_HEIGHT 100
#define FIXTURE_SPACING 10
#define FIXTURE_HEIGHT 450

/* A window with two buttons around a list of "Deal 0", "Deal 1" … The number is the id. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *before;
  GtkWidget *scrolled;
  GtkWidget *after;
  MullBoardList *list;
  GtkStringList *deals;
  GtkAdjustment *adjustment;
  guint n_made;
  guint n_bound;
  guint n_unbound;
} Fixture;

typedef void (*FixtureTest) (Fixture *fixture);

void fixture_add (const char *path, guint n_deals, FixtureTest test);
GtkStringList *fixture_deals_new (guint from, guint to);
void fixture_splice (Fixture *fixture, guint position, guint n_removed, const char *numbers);
void fixture_move (Fixture *fixture, guint from, guint to);
void fixture_wait_frame (Fixture *fixture);
void fixture_scroll (Fixture *fixture, double value);
void fixture_press (Fixture *fixture, const char *trigger);

guint fixture_count_rows (Fixture *fixture);
MullBoardRow *fixture_find_row (Fixture *fixture, guint position);
double fixture_get_y (Fixture *fixture, guint position);
const char *fixture_get_text (Fixture *fixture, guint position);
guint fixture_get_focused (Fixture *fixture);
char *fixture_get_selection (Fixture *fixture);
void fixture_assert_shown (Fixture *fixture);

G_END_DECLS
