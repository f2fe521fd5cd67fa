/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-seen-box"

#include "config.h"

#include "mull-seen-box.h"

/* What a child may draw outside of its own place: outlines and shadows. */
#define MARGIN 12

struct _MullSeenBox
{
  GtkBox parent_instance;

  /* While it is mapped: of the viewports around it */
  GPtrArray *adjustments;
};

G_DEFINE_FINAL_TYPE (MullSeenBox, mull_seen_box, GTK_TYPE_BOX)

static GtkWidget *
next_viewport (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return parent != NULL ? gtk_widget_get_ancestor (parent, GTK_TYPE_VIEWPORT) : NULL;
}

/* The part of the box that all viewports around it show. */
static gboolean
get_sight (MullSeenBox *self, graphene_rect_t *sight)
{
  gboolean seen = TRUE;

  *sight = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                               (float) gtk_widget_get_height (GTK_WIDGET (self)));
  for (GtkWidget *viewport = next_viewport (GTK_WIDGET (self)); viewport != NULL && seen;
       viewport = next_viewport (viewport))
    {
      graphene_rect_t part;

      if (gtk_widget_compute_bounds (viewport, GTK_WIDGET (self), &part))
        seen = graphene_rect_intersection (sight, &part, sight);
    }
  return seen;
}

static void
mull_seen_box_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t sight, bounds;

  if (!get_sight (MULL_SEEN_BOX (widget), &sight))
    return;
  graphene_rect_inset (&sight, -MARGIN, -MARGIN);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_compute_bounds (child, widget, &bounds) &&
        graphene_rect_intersection (&bounds, &sight, NULL))
      gtk_widget_snapshot_child (widget, child, snapshot);
}

/* ── Following what is seen ───────────────────────────────────────────── */

static void
follow (MullSeenBox *self, GtkAdjustment *adjustment)
{
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_ptr_array_add (self->adjustments, g_object_ref (adjustment));
}

static void
mull_seen_box_map (GtkWidget *widget)
{
  MullSeenBox *self = MULL_SEEN_BOX (widget);

  for (GtkWidget *viewport = next_viewport (widget); viewport != NULL;
       viewport = next_viewport (viewport))
    {
      follow (self, gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport)));
      follow (self, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
    }
  GTK_WIDGET_CLASS (mull_seen_box_parent_class)->map (widget);
}

static void
forget_all (MullSeenBox *self)
{
  for (guint i = 0; i < self->adjustments->len; i++)
    g_signal_handlers_disconnect_by_data (self->adjustments->pdata[i], self);
  g_ptr_array_set_size (self->adjustments, 0);
}

static void
mull_seen_box_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mull_seen_box_parent_class)->unmap (widget);
  forget_all (MULL_SEEN_BOX (widget));
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_seen_box_finalize (GObject *object)
{
  MullSeenBox *self = MULL_SEEN_BOX (object);

  forget_all (self);
  g_ptr_array_unref (self->adjustments);
  G_OBJECT_CLASS (mull_seen_box_parent_class)->finalize (object);
}

static void
mull_seen_box_class_init (MullSeenBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mull_seen_box_finalize;
  widget_class->map = mull_seen_box_map;
  widget_class->unmap = mull_seen_box_unmap;
  widget_class->snapshot = mull_seen_box_snapshot;
}

static void
mull_seen_box_init (MullSeenBox *self)
{
  self->adjustments = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mull_seen_box_new:
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
mull_seen_box_new (GtkOrientation orientation)
{
  return g_object_new (MULL_TYPE_SEEN_BOX, "orientation", orientation, NULL);
}
