/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-board-page.h"
#include "mull-chip-bar.h"
#include "mull-close-sheet.h"
#include "mull-done.h"
#include "mull-edge-scroll.h"
#include "mull-outcome-bar.h"
#include "mull-stage-switcher.h"
#include "mull-today-button.h"

G_BEGIN_DECLS

struct _MullBoardPage
{
  AdwBin parent_instance;

  /* Template children */
  GtkMenuButton *pipeline_button;
  GtkLabel *pipeline_label;
  AdwBin *search_slot;
  GtkToggleButton *search_toggle;
  GtkWidget *add_label;
  MullTodayButton *today;
  GtkMenuButton *primary_button;
  GMenu *primary_menu; /* these three as they were shown last */
  GMenu *pipeline_menu;
  GMenu *card_menu;
  GtkRevealer *search_revealer;
  AdwBin *search_row;
  AdwBin *today_slot;
  AdwBin *today_row;
  GtkSearchEntry *search;
  GtkWidget *everywhere;
  GtkWidget *everywhere_label;
  MullChipBar *chips;
  GtkMenuButton *order_button;
  MullStageSwitcher *switcher;
  GtkOverlay *overlay;
  GtkScrolledWindow *scrolled;
  GtkBox *columns;
  GtkRevealer *outcome_revealer;
  GtkRevealer *sheet_revealer;
  GtkWidget *no_match;

  /* Children made at first use */
  MullOutcomeBar *outcome_bar;
  MullCloseSheet *sheet;

  /* Owned */
  MullWorkspace *workspace;
  MullBoardModel *board; /* (nullable): the data could not be read */
  GSettings *settings;
  GtkSizeGroup *heads; /* so that all first cards begin at one height */
  MullEdgeScroll *edge_scroll;
  char *title;
  char *pipeline; /* its uuid */

  /* Borrowed: a child of @columns, or NULL */
  MullBoardColumn *current;

  gint64 dragged_id;
  gint64 asked_deal_id; /* waits for a reason to move */
  gint64 asked_stage_id;
  gint64 asked_before_id;
  gint64 menu_deal_id;   /* whose menu was opened last */
  gint64 search_deal_id; /* where the focus was before typing narrowed the board */
  MullBoardOrder order;
  MullDensity density;
  MullBoardChip chip_before_focus; /* what focus-only goes back to */
  guint layout_id;                 /* tick callback: the width asks for the other layout */
  guint sight_id;                  /* tick callback: other columns are in sight */
  guint apply_id;                  /* what is typed is to be looked for */
  guint restore_id;                /* tick callback: the board is to be scrolled */
  gboolean narrow;
  gboolean restored;
};

/* mull-board-page.c */
void mull_board_page_show_title (MullBoardPage *self);
void mull_board_page_report (MullBoardPage *self,
                             const GError *error,
                             MullDone done,
                             const char *name,
                             const char *other);

/* mull-board-page-columns.c: which columns there are and which one is seen */
void mull_board_page_sync_columns (MullBoardPage *self);
int mull_board_page_find_column (MullBoardPage *self, MullBoardColumn *column);
MullBoardColumn *mull_board_page_get_focused (MullBoardPage *self);
void mull_board_page_set_current (MullBoardPage *self, MullBoardColumn *column);
void mull_board_page_step (MullBoardPage *self, int steps);
void mull_board_page_set_narrow (MullBoardPage *self, gboolean narrow);
void mull_board_page_guess_sight (MullBoardPage *self, int width);
void mull_board_page_check_sight (MullBoardPage *self);
void mull_board_page_init_columns (MullBoardPage *self);
void mull_board_page_reveal (MullBoardPage *self, MullBoardColumn *column);

/* mull-board-page-filter.c: what is shown, and in which order */
void mull_board_page_apply_query (MullBoardPage *self);
void mull_board_page_set_order (MullBoardPage *self, MullBoardOrder order);
void mull_board_page_set_focus_only (MullBoardPage *self, gboolean focus_only);
gboolean mull_board_page_get_focus_only (MullBoardPage *self);
void mull_board_page_set_density (MullBoardPage *self, MullDensity density);
void mull_board_page_show_order (MullBoardPage *self);
void mull_board_page_show_counts (MullBoardPage *self);
void mull_board_page_install_filter (GtkWidgetClass *widget_class);
void mull_board_page_init_filter (MullBoardPage *self);

/* mull-board-page-pipelines.c */
void mull_board_page_set_pipeline (MullBoardPage *self, const char *uuid);
gboolean mull_board_page_open_board (MullBoardPage *self, GError **error);
void mull_board_page_install_pipelines (GtkWidgetClass *widget_class);
void mull_board_page_init_pipelines (MullBoardPage *self);

/* mull-board-page-cards.c: what is done to a card */
gint64 mull_board_page_get_current_deal (MullBoardPage *self);
void
mull_board_page_move_deal (MullBoardPage *self, gint64 deal_id, gint64 stage_id, gint64 before_id);
void mull_board_page_close_deal (MullBoardPage *self, gint64 deal_id, MullOutcome outcome);
void mull_board_page_explain_order (MullBoardPage *self);
void mull_board_page_install_cards (GtkWidgetClass *widget_class);

/* mull-board-page-menu.c: menus, made when they are opened */
void mull_board_page_show_card_menu (MullBoardPage *self,
                                     MullBoardColumn *column,
                                     gint64 deal_id,
                                     const GdkRectangle *area);
void mull_board_page_init_menus (MullBoardPage *self);

/* mull-board-page-drag.c */
void mull_board_page_follow_drags (MullBoardPage *self, MullBoardColumn *column);
void mull_board_page_init_drag (MullBoardPage *self);

G_END_DECLS
