/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-page-drag"

#include "config.h"

#include "mull-board-page-private.h"

#include "mull-deal-ops.h"
#include "mull-feedback.h"

/* ── Outcomes ─────────────────────────────────────────────────────────── */

static void
on_outcome_chosen_cb (MullBoardPage *self, gint64 deal_id, int outcome)
{
  mull_board_page_close_deal (self, deal_id, (MullOutcome) outcome);
}

/* The bar lies over the board, so that nothing moves away from under the pointer; a toast would lie
 * over the bar. */
static void
show_outcomes (MullBoardPage *self, gboolean show)
{
  if (show && self->outcome_bar == NULL)
    {
      self->outcome_bar = mull_outcome_bar_new ();
      g_signal_connect_swapped (self->outcome_bar, "chosen", G_CALLBACK (on_outcome_chosen_cb),
                                self);
      gtk_revealer_set_child (self->outcome_revealer, GTK_WIDGET (self->outcome_bar));
    }
  mull_feedback_hide_toasts (GTK_WIDGET (self), show);
  if (show)
    mull_outcome_bar_set_narrow (self->outcome_bar, self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_revealer), show);
  gtk_revealer_set_reveal_child (self->outcome_revealer, show);
}

/* ── Columns ──────────────────────────────────────────────────────────── */

static void
on_column_drag_cb (MullBoardPage *self, gint64 deal_id, MullBoardColumn *column)
{
  self->dragged_id = deal_id;
  for (guint i = 0; i < mull_board_page_get_n_columns (self); i++)
    mull_board_column_set_dragged (mull_board_page_get_column (self, i), deal_id);
  if (deal_id == 0)
    mull_edge_scroll_stop (self->edge_scroll);
  show_outcomes (self, deal_id != 0);
  mull_board_page_check_sight (self);
}

static gint64
get_place (MullBoardColumn *column, int position)
{
  if ((guint) position >= mull_board_column_get_n_deals (column))
    return MULL_PLACE_END;
  return mull_stage_model_get_deal_id (mull_board_column_get_stage (column), (guint) position);
}

/* @position: -1 for anywhere in the column */
static gboolean
on_column_drop_cb (MullBoardPage *self, gint64 deal_id, int position, MullBoardColumn *column)
{
  guint place, own;
  gboolean here = mull_board_model_find (self->board, deal_id, &place, &own) &&
                  mull_board_page_get_column (self, place) == column;
  gint64 before_id = MULL_PLACE_KEEP;

  if (here && self->order != MULL_BOARD_ORDER_MANUAL)
    {
      mull_board_page_explain_order (self);
      return FALSE;
    }
  /* Before and after itself a card is where it was. */
  if (here && (position < 0 || (guint) position == own || (guint) position == own + 1))
    return FALSE;
  if (self->order == MULL_BOARD_ORDER_MANUAL)
    before_id = position < 0 ? MULL_PLACE_END : get_place (column, position);
  mull_board_page_move_deal (self, deal_id, mull_board_column_get_stage_id (column), before_id);
  return TRUE;
}

/**
 * mull_board_page_follow_drags:
 * @column: a new column
 *
 * Takes part in drags that begin or end at @column.
 */
void
mull_board_page_follow_drags (MullBoardPage *self, MullBoardColumn *column)
{
  g_signal_connect_swapped (column, "drag", G_CALLBACK (on_column_drag_cb), self);
  g_signal_connect_swapped (column, "drop", G_CALLBACK (on_column_drop_cb), self);
}

/* ── The edges of the board ───────────────────────────────────────────── */

static void
on_board_drag_motion_cb (GtkDropControllerMotion *motion, double x, double y, MullBoardPage *self)
{
  mull_edge_scroll_motion (self->edge_scroll, x,
                           gtk_widget_get_width (GTK_WIDGET (self->scrolled)));
}

static void
on_board_drag_leave_cb (GtkDropControllerMotion *motion, MullBoardPage *self)
{
  mull_edge_scroll_stop (self->edge_scroll);
}

/**
 * mull_board_page_init_drag:
 *
 * Makes the board scroll sideways when a card is held at its edge.
 */
void
mull_board_page_init_drag (MullBoardPage *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  self->edge_scroll = mull_edge_scroll_new (GTK_WIDGET (self->scrolled));
  mull_edge_scroll_set_adjustment (self->edge_scroll,
                                   gtk_scrolled_window_get_hadjustment (self->scrolled));
  g_signal_connect (motion, "enter", G_CALLBACK (on_board_drag_motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_board_drag_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_board_drag_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled), motion);
}
