/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-timeline.h"

G_BEGIN_DECLS

/**
 * MullTimelineView:
 *
 * The entries of a deal, newest first, under headings of days. The newest page is there at once,
 * older ones when the end is reached or asked for; pages far from what is seen give their rows
 * back. It scrolls in a scrolled window of somebody else.
 */
#define MULL_TYPE_TIMELINE_VIEW (mull_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (MullTimelineView, mull_timeline_view, MULL, TIMELINE_VIEW, GtkWidget)

void mull_timeline_view_set_workspace (MullTimelineView *self, MullWorkspace *workspace);
void mull_timeline_view_set_scroller (MullTimelineView *self, GtkScrolledWindow *scroller);
gboolean mull_timeline_view_open (MullTimelineView *self, gint64 deal_id, GError **error);
gboolean mull_timeline_view_set_filter (MullTimelineView *self,
                                        const MullTimelineFilter *filter,
                                        GError **error);
gboolean mull_timeline_view_refresh (MullTimelineView *self, GError **error);
gboolean mull_timeline_view_show_entry (MullTimelineView *self, gint64 entry_id, GError **error);
guint mull_timeline_view_get_n_hidden (MullTimelineView *self);
MullTimelineItem *mull_timeline_view_get_item (MullTimelineView *self, gint64 entry_id);

G_END_DECLS
