/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MULL_TYPE_BOARD_ROW (mull_board_row_get_type ())

/**
 * MullBoardRow:
 *
 * One of the few widgets a #MullBoardList shows its items in. It carries what every row has
 * (focus, role, place in the set) around the card that the owner of the list made. Private to the
 * list.
 */
G_DECLARE_FINAL_TYPE (MullBoardRow, mull_board_row, MULL, BOARD_ROW, GtkWidget)

MullBoardRow *mull_board_row_new (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget *mull_board_row_get_child (MullBoardRow *self);

guint mull_board_row_get_position (MullBoardRow *self);
void mull_board_row_set_position (MullBoardRow *self, guint position, guint n_items);

gpointer mull_board_row_get_item (MullBoardRow *self);
gint64 mull_board_row_get_id (MullBoardRow *self);
void mull_board_row_take_item (MullBoardRow *self, gpointer item, gint64 id);

gboolean mull_board_row_get_stale (MullBoardRow *self);
void mull_board_row_set_stale (MullBoardRow *self);

double mull_board_row_get_slide (MullBoardRow *self);
void mull_board_row_start_slide (MullBoardRow *self, double distance);
void mull_board_row_advance_slide (MullBoardRow *self, double part);

void mull_board_row_set_label (MullBoardRow *self, const char *label);
void mull_board_row_set_selected (MullBoardRow *self, gboolean selected);

G_END_DECLS
