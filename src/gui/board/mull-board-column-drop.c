/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-column-drop"

#include "config.h"

#include "mull-board-column-private.h"

#include "mull-drag-escape.h"

/* That of the edge of a card. */
#define CARD_RADIUS 9

/* What travels is the number of the deal. The source is on the list, since a card may show another
 * deal before the drag is over; the target is the whole column, head, strip and empty ground
 * included. */

/* ── Dragging away ────────────────────────────────────────────────────── */

static GdkContentProvider *
on_source_prepare_cb (GtkDragSource *source, double x, double y, MullBoardColumn *self)
{
  guint position = mull_board_list_get_position_at (self->list, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;
  self->dragged_id = mull_stage_model_get_deal_id (self->stage, position);
  return gdk_content_provider_new_typed (G_TYPE_INT64, self->dragged_id);
}

/* As it looks now, since the card itself is dimmed next; on the ground of the window, since what a
 * card is drawn with lets some of that through. */
static GdkPaintable *
make_icon (GtkWidget *card)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (card);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gdk_paintable_get_intrinsic_width (live);
  int height = gdk_paintable_get_intrinsic_height (live);
  GdkRGBA ground = { 1, 1, 1, 1 };
  GskRoundedRect outline;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (card), "window_bg_color", &ground);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                   CARD_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gdk_paintable_snapshot (live, snapshot, width, height);
  return gtk_snapshot_to_paintable (snapshot, NULL);
}

static void
set_icon (MullBoardColumn *self, GtkDragSource *source)
{
  guint position = mull_board_column_find (self, self->dragged_id);
  GtkWidget *card = NULL;
  GdkRectangle area;

  if (position != GTK_INVALID_LIST_POSITION)
    card = mull_board_list_get_card (self->list, position);
  if (card != NULL && mull_board_list_get_row_area (self->list, position, &area))
    {
      g_autoptr (GdkPaintable) icon = make_icon (card);

      gtk_drag_source_set_icon (source, icon, area.width / 3, area.height / 3);
    }
}

static void
on_source_drag_begin_cb (GtkDragSource *source, GdkDrag *drag, MullBoardColumn *self)
{
  set_icon (self, source);
  mull_board_column_emit_drag (self, self->dragged_id);
}

static void
on_source_drag_end_cb (GtkDragSource *source,
                       GdkDrag *drag,
                       gboolean delete_data,
                       MullBoardColumn *self)
{
  mull_board_column_emit_drag (self, 0);
}

/* ── Dropping here ────────────────────────────────────────────────────── */

static void
set_target (MullBoardColumn *self, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-target");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-target");
}

/* Where the pointer is, in pixels from the top of the list; the head counts as its upper edge. */
static double
get_list_y (MullBoardColumn *self, double x, double y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->list),
                                 &GRAPHENE_POINT_INIT (x, y), &point))
    return 0;
  return MAX (point.y, 0);
}

static gboolean
is_open (MullBoardColumn *self)
{
  return gtk_widget_get_visible (self->open);
}

/* Before which card it would land, or -1 where the order is not the rep's own. */
static int
get_position (MullBoardColumn *self, double x, double y)
{
  if (!self->manual || !is_open (self))
    return -1;
  return mull_board_list_get_drop_position_at (self->list, get_list_y (self, x, y));
}

/* Before or after itself a card is where it is. */
static gboolean
is_own_place (MullBoardColumn *self, int position)
{
  guint own = self->dragged_at;

  return own != GTK_INVALID_LIST_POSITION &&
         (position < 0 || (guint) position == own || (guint) position == own + 1);
}

static void
show_place (MullBoardColumn *self, double x, double y)
{
  int position = get_position (self, x, y);
  gboolean own = is_own_place (self, position);

  if (is_open (self))
    {
      mull_board_list_set_drop_position (self->list, own ? -1 : position);
      mull_board_list_drag_motion (self->list, get_list_y (self, x, y));
    }
  set_target (self, position < 0 && !own);
}

static GdkDragAction
on_target_motion_cb (GtkDropTarget *target, double x, double y, MullBoardColumn *self)
{
  show_place (self, x, y);
  return GDK_ACTION_MOVE;
}

static void
on_target_leave_cb (GtkDropTarget *target, MullBoardColumn *self)
{
  mull_board_list_drag_leave (self->list);
  set_target (self, FALSE);
}

static gboolean
on_target_drop_cb (GtkDropTarget *target,
                   const GValue *value,
                   double x,
                   double y,
                   MullBoardColumn *self)
{
  gint64 deal_id = g_value_get_int64 (value);
  int position;

  self->dragged_id = deal_id;
  position = get_position (self, x, y);
  mull_board_list_drag_leave (self->list);
  set_target (self, FALSE);
  return mull_board_column_emit_drop (self, deal_id, position);
}

/**
 * mull_board_column_init_drop:
 *
 * Lets cards be dragged away and dropped.
 */
void
mull_board_column_init_drop (MullBoardColumn *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  mull_drag_escape_attach (source);
  g_signal_connect (source, "prepare", G_CALLBACK (on_source_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_source_drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_source_drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (source));

  g_signal_connect (target, "enter", G_CALLBACK (on_target_motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_target_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_target_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_target_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
