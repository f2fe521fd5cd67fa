/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-entry-row.h"
#include "mull-timeline-view.h"

G_BEGIN_DECLS

/* Entries on a page: so many rows are made, and given back, together. */
#define PAGE_SIZE 10

/* A page of entries. Its rows are the first children of its box; a page that lacks rows keeps the
 * height it had with them, or is likely to have. */
typedef struct
{
  GtkWidget *box;
  GPtrArray *items;
  guint n_rows;
} TimelinePage;

struct _MullTimelineView
{
  GtkWidget parent_instance;

  /* Template children */
  GtkBox *pages_box;
  GtkWidget *older;
  GtkLabel *empty;

  /* Owned; behind the first @n_pages are hidden ones that keep their rows for other entries */
  MullWorkspace *workspace;
  GPtrArray *pages;
  guint n_pages;
  GPtrArray *spare_rows;
  GtkAdjustment *adjustment;

  /* Borrowed: an ancestor */
  GtkScrolledWindow *scroller;

  gint64 deal_id;
  MullTimelineFilter filter;
  guint n_shown;
  guint n_hidden;
  guint fill_id;
  guint tick_id;
  /* The entry to be scrolled to, or the one that keeps its place while the others change. */
  gint64 target_id;
  double target_offset;
  gboolean target_flashes;
  int target_frames;
  /* While the position is moved from here. */
  gboolean shifting;
};

/* In mull-timeline-view.c */
gboolean mull_timeline_view_load_more (MullTimelineView *self, GError **error);

/* In mull-timeline-view-pages.c */
guint mull_timeline_view_count_loaded (MullTimelineView *self);
gboolean mull_timeline_view_load_older (MullTimelineView *self, GError **error);
gboolean mull_timeline_view_is_full (TimelinePage *page);
gboolean mull_timeline_view_is_held (TimelinePage *page);
void mull_timeline_view_fill_page (MullTimelineView *self, TimelinePage *page, guint n_rows);
void mull_timeline_view_empty_page (MullTimelineView *self, TimelinePage *page, int height);
gboolean mull_timeline_view_reload (MullTimelineView *self, GError **error);
void mull_timeline_view_hide_unused (MullTimelineView *self);
void mull_timeline_view_clear (MullTimelineView *self);
void mull_timeline_view_free_page (gpointer data);
MullEntryRow *mull_timeline_view_find_row (MullTimelineView *self, gint64 entry_id);

/* In mull-timeline-view-scroll.c */
void mull_timeline_view_fill_first (MullTimelineView *self);
void mull_timeline_view_queue_fill (MullTimelineView *self);
void mull_timeline_view_approach (MullTimelineView *self, gint64 entry_id);
void mull_timeline_view_keep_place (MullTimelineView *self);
void mull_timeline_view_forget_scroller (MullTimelineView *self);

G_END_DECLS
