/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-edge-scroll"

#include "config.h"

#include "mull-edge-scroll.h"

#define MAX_SPEED 1500.0 /* pixels a second, right at the edge */
#define MIN_SPEED 40.0   /* so that the zone's far end already moves visibly */
#define MAX_FRAME 0.1    /* seconds; a longer frame must not make the content leap */

struct _MullEdgeScroll
{
  GObject parent_instance;

  /* Owned */
  GtkAdjustment *adjustment;
  guint tick_id;

  /* Borrowed: the widget owns this object */
  GtkWidget *widget;

  double speed;         /* pixels a second; negative towards the start */
  gint64 last_frame_at; /* microseconds; 0 before the first frame */
};

G_DEFINE_FINAL_TYPE (MullEdgeScroll, mull_edge_scroll, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_SCROLLED,
} MullEdgeScrollSignals;

static guint signals[SIGNAL_SCROLLED + 1];

static gboolean
can_scroll (MullEdgeScroll *self)
{
  double value, end;

  if (self->adjustment == NULL || self->speed == 0)
    return FALSE;
  value = gtk_adjustment_get_value (self->adjustment);
  end =
      gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);
  return self->speed < 0 ? value > gtk_adjustment_get_lower (self->adjustment) : value < end;
}

static gboolean
on_widget_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullEdgeScroll *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds =
      self->last_frame_at == 0 ? 0 : (now - self->last_frame_at) / (double) G_USEC_PER_SEC;

  if (!can_scroll (self))
    {
      self->tick_id = 0;
      return G_SOURCE_REMOVE;
    }
  self->last_frame_at = now;
  if (seconds > 0)
    {
      g_autoptr (MullEdgeScroll) alive = g_object_ref (self);

      gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) +
                                                      self->speed * MIN (seconds, MAX_FRAME));
      g_signal_emit (self, signals[SIGNAL_SCROLLED], 0);
      /* A handler may have stopped it; the callback is then gone already. */
      return alive->tick_id != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static void
mull_edge_scroll_dispose (GObject *object)
{
  MullEdgeScroll *self = MULL_EDGE_SCROLL (object);

  mull_edge_scroll_stop (self);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (mull_edge_scroll_parent_class)->dispose (object);
}

static void
mull_edge_scroll_class_init (MullEdgeScrollClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mull_edge_scroll_dispose;

  /**
   * MullEdgeScroll::scrolled:
   *
   * The content has moved under the pointer, which itself may stand still.
   */
  signals[SIGNAL_SCROLLED] = g_signal_new ("scrolled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mull_edge_scroll_init (MullEdgeScroll *self)
{
}

/**
 * mull_edge_scroll_new:
 * @widget: (transfer none): the widget whose frame clock drives the scrolling. It must own the
 *   result, and stop it when it is unmapped or disposed
 *
 * Returns: (transfer full): a scroller at rest
 */
MullEdgeScroll *
mull_edge_scroll_new (GtkWidget *widget)
{
  MullEdgeScroll *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (MULL_TYPE_EDGE_SCROLL, NULL);
  self->widget = widget;
  return self;
}

/**
 * mull_edge_scroll_set_adjustment:
 * @adjustment: (nullable) (transfer none): what to scroll
 *
 * Sets what is scrolled.
 */
void
mull_edge_scroll_set_adjustment (MullEdgeScroll *self, GtkAdjustment *adjustment)
{
  g_return_if_fail (MULL_IS_EDGE_SCROLL (self));
  g_return_if_fail (adjustment == NULL || GTK_IS_ADJUSTMENT (adjustment));

  g_set_object (&self->adjustment, adjustment);
}

/**
 * mull_edge_scroll_get_speed:
 * @position: pixels from the start of the widget
 * @extent: pixels the widget measures in that direction
 *
 * Returns: how fast to scroll, in pixels a second: negative near the start, positive near the end,
 *   0 between the zones
 */
double
mull_edge_scroll_get_speed (double position, double extent)
{
  double zone = MIN (MULL_EDGE_SCROLL_ZONE, extent / 4);
  double depth;

  if (zone <= 0)
    return 0;
  if (position < zone)
    depth = -(zone - position) / zone;
  else if (position > extent - zone)
    depth = (position - (extent - zone)) / zone;
  else
    return 0;

  depth = CLAMP (depth, -1, 1);
  return (depth < 0 ? -1 : 1) * MAX (MIN_SPEED, depth * depth * MAX_SPEED);
}

/**
 * mull_edge_scroll_motion:
 * @position: where the pointer is, in pixels from the start of the widget
 * @extent: pixels the widget measures in that direction
 *
 * Starts, steers or stops the scrolling, as the pointer's place demands.
 */
void
mull_edge_scroll_motion (MullEdgeScroll *self, double position, double extent)
{
  g_return_if_fail (MULL_IS_EDGE_SCROLL (self));

  self->speed = mull_edge_scroll_get_speed (position, extent);
  if (!can_scroll (self) || !gtk_widget_get_mapped (self->widget))
    mull_edge_scroll_stop (self);
  else if (self->tick_id == 0)
    {
      self->last_frame_at = 0;
      self->tick_id = gtk_widget_add_tick_callback (self->widget, on_widget_tick_cb, self, NULL);
    }
}

/**
 * mull_edge_scroll_stop:
 *
 * Stops at once. Harmless when nothing moves.
 */
void
mull_edge_scroll_stop (MullEdgeScroll *self)
{
  g_return_if_fail (MULL_IS_EDGE_SCROLL (self));

  self->speed = 0;
  if (self->tick_id != 0)
    {
      gtk_widget_remove_tick_callback (self->widget, self->tick_id);
      self->tick_id = 0;
    }
}

/**
 * mull_edge_scroll_is_running:
 *
 * Returns: whether the content is being moved
 */
gboolean
mull_edge_scroll_is_running (MullEdgeScroll *self)
{
  g_return_val_if_fail (MULL_IS_EDGE_SCROLL (self), FALSE);

  return self->tick_id != 0;
}
