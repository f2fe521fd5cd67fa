/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MULL_TYPE_EDGE_SCROLL (mull_edge_scroll_get_type ())

/**
 * MullEdgeScroll:
 *
 * Scrolls an adjustment while something is held near one end of a widget, as during a drag. GTK
 * has nothing of the kind.
 *
 * The nearer to the edge, the faster. One tick callback runs while there is somewhere to go, and
 * none otherwise.
 */
G_DECLARE_FINAL_TYPE (MullEdgeScroll, mull_edge_scroll, MULL, EDGE_SCROLL, GObject)

/* How far from an end, in pixels, scrolling begins; a quarter of a widget shorter than four zones.
 */
#define MULL_EDGE_SCROLL_ZONE 48

MullEdgeScroll *mull_edge_scroll_new (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
void mull_edge_scroll_set_adjustment (MullEdgeScroll *self, GtkAdjustment *adjustment);
void mull_edge_scroll_motion (MullEdgeScroll *self, double position, double extent);
void mull_edge_scroll_stop (MullEdgeScroll *self);
gboolean mull_edge_scroll_is_running (MullEdgeScroll *self);

double mull_edge_scroll_get_speed (double position, double extent);

G_END_DECLS
