/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-board-list.h"
#include "mull-board-row.h"
#include "mull-edge-scroll.h"

G_BEGIN_DECLS

/* A selected item. */
typedef struct
{
  guint position;
  gint64 id;
} MullBoardPick;

struct _MullBoardList
{
  GtkWidget parent_instance;

  /* Owned */
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GListModel *model;
  GPtrArray *rows; /* (element-type MullBoardRow): by position, spare ones last */
  GArray *picks;   /* (element-type MullBoardPick): the selection, by position */
  MullEdgeScroll *edge_scroll;
  MullBoardListFuncs funcs;
  gpointer funcs_data;
  GDestroyNotify funcs_destroy;

  /* Geometry, in pixels */
  int row_height; /* from one card's top to the next one's */
  int spacing;    /* the part of it that is not card; half above, half below */
  int height;     /* as last allocated; a guess before */
  int min_width;  /* the most that any row has asked for; it never shrinks while scrolling */

  guint n_items;          /* as far as the model has told us */
  guint focus_position;   /* the cursor, or GTK_INVALID_LIST_POSITION before there is one */
  gint64 focus_id;        /* the item at the cursor */
  guint anchor_position;  /* where a range with Shift begins */
  guint drop_position;    /* the gap, or GTK_INVALID_LIST_POSITION */
  double drag_y;          /* where a drag hovers, in our coordinates */
  guint pressed_position; /* to be selected alone when the button is released without a drag */
  guint late_id;          /* tick callback: rows are to be bound after layout */
  guint slide_id;         /* tick callback: rows slide towards their places */
  gint64 slide_start;     /* frame time; 0 before the first frame */

  gboolean allocated; /* the height is known */
  gboolean asleep;    /* nothing of it is in sight, so it has no rows */
  gboolean in_allocate;
  gboolean updating; /* our own change of the adjustment is no scrolling */
  gboolean focus_when_mapped;
  gboolean single_click_activate;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
};

/* mull-board-list.c */
void mull_board_list_emit_activate (MullBoardList *self, guint position);
void mull_board_list_emit_menu (MullBoardList *self, guint position, const GdkRectangle *area);
void mull_board_list_emit_selection_changed (MullBoardList *self);
void mull_board_list_notify_focus_position (MullBoardList *self);

/* mull-board-list-geometry.c */
void mull_board_list_init_geometry_class (GtkWidgetClass *widget_class, gpointer parent);

/* mull-board-list-rows.c */
void mull_board_list_update_rows (MullBoardList *self);
void mull_board_list_update_rows_late (MullBoardList *self);
void mull_board_list_update_adjustment (MullBoardList *self, double value);
void mull_board_list_allocate_rows (MullBoardList *self, int width, int height);
void mull_board_list_release_rows (MullBoardList *self);
MullBoardRow *mull_board_list_find_row (MullBoardList *self, guint position);
double mull_board_list_get_row_y (MullBoardList *self, guint position);
double mull_board_list_get_value (MullBoardList *self);
gint64 mull_board_list_get_item_id (MullBoardList *self, guint position);
void mull_board_list_slide_rows (MullBoardList *self, guint old_drop_position);

/* mull-board-list-splice.c */
void mull_board_list_splice (MullBoardList *self, guint position, guint n_removed, guint n_added);

/* mull-board-list-focus.c */
void mull_board_list_init_focus_class (GtkWidgetClass *widget_class);
gboolean mull_board_list_grab_focus (GtkWidget *widget);
gboolean mull_board_list_focus (GtkWidget *widget, GtkDirectionType direction);
MullBoardRow *mull_board_list_get_focus_row (MullBoardList *self);
void mull_board_list_set_cursor (MullBoardList *self, guint position);

/* mull-board-list-selection.c */
void mull_board_list_pick_range (MullBoardList *self, guint from, guint to);
void mull_board_list_toggle_pick (MullBoardList *self, guint position);
void mull_board_list_show_picks (MullBoardList *self);

/* mull-board-list-pointer.c */
void mull_board_list_init_pointer (MullBoardList *self);

G_END_DECLS
