/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-board-page.h"
#include "mull-window.h"

G_BEGIN_DECLS

#define BOARD_FIXTURE_DEALS 6

/* A window on a board with six deals: "Alpha", "Bravo" and "Charlie" in the first stage from the
 * top down by hand, "Delta" and "Echo" in the second, "Foxtrot" in the third. Ordered by hand. */
typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullWindow *window;
  MullBoardPage *page;
  gint64 deals[BOARD_FIXTURE_DEALS];
} BoardFixture;

typedef void (*BoardFixtureTest) (BoardFixture *fixture);

void board_fixture_init (int *argc, char ***argv);
int board_fixture_run (void);
void board_fixture_add (const char *path, BoardFixtureTest test);

MullBoardColumn *board_fixture_get_column (BoardFixture *fixture, guint column);
/* "Alpha Bravo" */
char *board_fixture_list (BoardFixture *fixture, guint column);
void board_fixture_assert (BoardFixture *fixture, guint column, const char *titles);
void board_fixture_focus (BoardFixture *fixture, guint deal);
/* The deal whose card has the keyboard focus, or 0. */
gint64 board_fixture_get_focused (BoardFixture *fixture);
void board_fixture_press (BoardFixture *fixture, const char *trigger);
guint board_fixture_count_steps (BoardFixture *fixture);
GtkEventController *board_fixture_get_controller (GtkWidget *widget, GType type);
gboolean board_fixture_drop (GtkWidget *widget, gint64 deal_id, double x, double y);

G_END_DECLS
