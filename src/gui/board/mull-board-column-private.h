/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-board-column-head.h"
#include "mull-board-column.h"
#include "mull-turned-label.h"

G_BEGIN_DECLS

/* Between two cards, pixels. */
#define CARD_SPACING 6

typedef enum
{
  MULL_BOARD_COLUMN_MENU,
  MULL_BOARD_COLUMN_DRAG,
  MULL_BOARD_COLUMN_DROP,
} MullBoardColumnSignal;

struct _MullBoardColumn
{
  AdwBin parent_instance;

  /* Template children */
  GtkWidget *open;
  MullBoardColumnHead *head;
  GtkScrolledWindow *scrolled;
  MullBoardList *list;
  GtkLabel *nothing;
  GtkButton *strip; /* (nullable): made when the column is first folded */
  MullTurnedLabel *strip_label;

  /* Owned */
  MullWorkspace *workspace;
  MullStageModel *stage;

  gint64 dragged_id;
  guint dragged_at; /* where that deal is here, or GTK_INVALID_LIST_POSITION */
  int width;        /* in pixels, when it is neither folded nor alone */
  guint measure_id; /* tick callback: the font has changed */
  MullDensity density;
  gboolean manual;
  gboolean filtered;
  gboolean alone;
  gboolean folded;
};

/* mull-board-column.c */
void mull_board_column_emit_drag (MullBoardColumn *self, gint64 deal_id);
gboolean mull_board_column_emit_drop (MullBoardColumn *self, gint64 deal_id, int position);
guint mull_board_column_find (MullBoardColumn *self, gint64 deal_id);

/* mull-board-column-drop.c */
void mull_board_column_init_drop (MullBoardColumn *self);

/* mull-board-column-menu.c */
void mull_board_column_install_menu (GtkWidgetClass *widget_class);
void mull_board_column_init_menu (MullBoardColumn *self);

/* mull-board-column-layout.c */
void mull_board_column_show_strip (MullBoardColumn *self);
void mull_board_column_update_layout (MullBoardColumn *self);
void mull_board_column_measure_width (MullBoardColumn *self);
void mull_board_column_install_layout (GtkWidgetClass *widget_class, gpointer parent);

G_END_DECLS
