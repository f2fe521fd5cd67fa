/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-entry-row.h"
#include "mull-timeline-view.h"

G_BEGIN_DECLS

/* Entries on a page, and how many pages keep their rows. */
#define PAGE_SIZE 50
/* Rows that are made before the first frame; the others follow when the window is idle. */
#define FIRST_ROWS 14

/* A page of entries. Its rows are made from the top; a far page has none, and keeps its height. */
typedef struct
{
  GtkWidget *box;
  GPtrArray *items;
  guint n_rows;
  gboolean far;
} TimelinePage;

struct _MullTimelineView
{
  GtkWidget parent_instance;

  /* Template children */
  GtkBox *pages_box;
  GtkWidget *older;
  GtkLabel *empty;

  /* Owned */
  MullWorkspace *workspace;
  GPtrArray *pages;
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
};

guint mull_timeline_view_count_loaded (MullTimelineView *self);
gboolean mull_timeline_view_load_older (MullTimelineView *self, GError **error);
void mull_timeline_view_fill_page (MullTimelineView *self, TimelinePage *page, guint n_rows);
void mull_timeline_view_empty_page (MullTimelineView *self, TimelinePage *page);
gboolean mull_timeline_view_reload (MullTimelineView *self, GError **error);
void mull_timeline_view_clear (MullTimelineView *self);
MullEntryRow *mull_timeline_view_find_row (MullTimelineView *self, gint64 entry_id);

G_END_DECLS
