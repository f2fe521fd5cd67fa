/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MULL_TYPE_BOARD_LIST (mull_board_list_get_type ())

/**
 * MullBoardList:
 *
 * A vertical list of cards of one height over any #GListModel, to be put into a
 * #GtkScrolledWindow. However long the model, only the visible cards and at most two more exist;
 * they are bound to other items as the list scrolls.
 *
 * # Keyboard
 *
 * The list is one Tab stop, which leads to the card last focused. Up, Down, Home, End, Page Up and
 * Page Down walk; with Shift they select a range, with Control they leave the selection alone.
 * Control+Space selects or unselects one card, Control+A all, Escape none. Enter activates. Menu
 * and Shift+F10 ask for the menu. Left, Right and everything with Alt are left to the board.
 *
 * # Dragging
 *
 * A drag source belongs on the list, not on a card: a card may show another item before the drag
 * is over. Its "prepare" handler finds the item by mull_board_list_get_position_at(). While
 * something hovers, the owner calls mull_board_list_drag_motion() and opens a gap by
 * mull_board_list_set_drop_position().
 *
 * # CSS nodes
 *
 * `boardlist > boardrow > (the owner's card)`. Rows take :selected, :focus and :focus-visible. What
 * stands out sideways is cut off, so an outline wants a negative offset.
 */
G_DECLARE_FINAL_TYPE (MullBoardList, mull_board_list, MULL, BOARD_LIST, GtkWidget)

/**
 * MullBoardListFuncs:
 * @make: makes an empty card (transfer floating)
 * @bind: shows @item, which is at @position now and may be elsewhere later without another call, in
 *   @card; also says what a screen reader says, by mull_board_list_row_set_label()
 * @unbind: (nullable): undoes what @bind connected
 * @get_id: (nullable): a number that tells the item at @position of @model from all others of its
 *   list and stays the same when the model makes a new object for the same thing. %NULL: the object
 *   itself. Focus and selection follow items by it
 *
 * What the owner does about cards. They are called outside layout only.
 */
typedef struct
{
  GtkWidget *(*make) (gpointer user_data);
  void (*bind) (GtkWidget *card, gpointer item, guint position, gpointer user_data);
  void (*unbind) (GtkWidget *card, gpointer item, gpointer user_data);
  gint64 (*get_id) (GListModel *model, guint position, gpointer user_data);
} MullBoardListFuncs;

MullBoardList *mull_board_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

void mull_board_list_set_funcs (MullBoardList *self,
                                const MullBoardListFuncs *funcs,
                                gpointer user_data,
                                GDestroyNotify destroy);

GListModel *mull_board_list_get_model (MullBoardList *self);
void mull_board_list_set_model (MullBoardList *self, GListModel *model);

void mull_board_list_set_row_height (MullBoardList *self, int row_height);
void mull_board_list_set_spacing (MullBoardList *self, int spacing);

void mull_board_list_set_asleep (MullBoardList *self, gboolean asleep);
gboolean mull_board_list_get_asleep (MullBoardList *self);
void mull_board_list_set_single_click_activate (MullBoardList *self, gboolean single_click);

/* Where things are */
guint mull_board_list_get_position_at (MullBoardList *self, double y);
gboolean mull_board_list_get_row_area (MullBoardList *self, guint position, GdkRectangle *area);
GtkWidget *mull_board_list_get_card (MullBoardList *self, guint position);
void mull_board_list_scroll_to (MullBoardList *self, guint position);

/* For the owner's bind */
void mull_board_list_row_set_label (GtkWidget *card, const char *label);
guint mull_board_list_row_get_position (GtkWidget *card);

/* Focus */
guint mull_board_list_get_focus_position (MullBoardList *self);
gboolean mull_board_list_focus_item (MullBoardList *self, guint position);

/* Selection */
GtkBitset *mull_board_list_get_selection (MullBoardList *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_board_list_is_selected (MullBoardList *self, guint position);
void mull_board_list_select_all (MullBoardList *self);
void mull_board_list_unselect_all (MullBoardList *self);

/* Dragging */
int mull_board_list_get_drop_position (MullBoardList *self);
void mull_board_list_set_drop_position (MullBoardList *self, int position);
int mull_board_list_get_drop_position_at (MullBoardList *self, double y);
void mull_board_list_drag_motion (MullBoardList *self, double y);
void mull_board_list_drag_leave (MullBoardList *self);

G_END_DECLS
