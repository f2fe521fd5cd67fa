/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-timeline-view"

#include "config.h"

#include "mull-timeline-view-private.h"

#include "mull-feedback.h"

#include <math.h>

/* Which rows there are, seen from what is seen: those in sight are made at once, those near to it
 * a few at a time when the window is idle, and those far away are given back. */

/* Rows that are made in one idle turn. */
#define IDLE_ROWS 4
/* Rows that are made before the height of the window is known, and the height of a low one. */
#define FIRST_ROWS 14
#define LOW_ROW 36
/* Where an entry that was asked for comes to stand below the top edge. */
#define TARGET_MARGIN 24
/* Frames after which an entry that has not moved is taken to stay. */
#define SETTLED_FRAMES 3
/* How many screens away rows are made, older entries read, and rows given back. */
#define SEEN_SCREENS 0.1
#define NEAR_SCREENS 1.5
#define FAR_SCREENS 3.0

/* ── Where things are ─────────────────────────────────────────────────── */

static gboolean
get_y (MullTimelineView *self, GtkWidget *widget, double *y)
{
  graphene_point_t point;

  /* Relative to what is seen: 0 is the top edge. */
  if (self->scroller == NULL || !gtk_widget_compute_point (widget, GTK_WIDGET (self->scroller),
                                                           &GRAPHENE_POINT_INIT (0, 0), &point))
    return FALSE;
  *y = point.y;
  return TRUE;
}

/* Also of what has not been allocated since it changed; GTK remembers what was measured. */
static double
get_page_height (MullTimelineView *self, TimelinePage *page)
{
  int height;

  gtk_widget_measure (page->box, GTK_ORIENTATION_VERTICAL,
                      gtk_widget_get_width (GTK_WIDGET (self->pages_box)), NULL, &height, NULL,
                      NULL);
  return height;
}

/* What is seen, and where the first page begins. */
static gboolean
get_view (MullTimelineView *self, double *screen, double *y)
{
  if (self->adjustment == NULL || gtk_widget_get_width (GTK_WIDGET (self->pages_box)) <= 0)
    return FALSE;
  *screen = gtk_adjustment_get_page_size (self->adjustment);
  return *screen > 0 && get_y (self, GTK_WIDGET (self->pages_box), y);
}

static gboolean
is_within (double y, double height, double screen, double n_screens)
{
  return y + height >= -n_screens * screen && y <= (1 + n_screens) * screen;
}

/* ── Making rows ──────────────────────────────────────────────────────── */

/* What is seen stays where it is while something above it becomes higher by @pixels. */
static void
shift (MullTimelineView *self, double pixels)
{
  if (pixels == 0)
    return;
  self->shifting = TRUE;
  gtk_adjustment_set_upper (self->adjustment, gtk_adjustment_get_upper (self->adjustment) + pixels);
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + pixels);
  self->shifting = FALSE;
}

static double
fill_page (MullTimelineView *self, TimelinePage *page, guint n_rows, double y)
{
  double before = get_page_height (self, page), after;

  mull_timeline_view_fill_page (self, page, n_rows);
  after = get_page_height (self, page);
  if (y < 0)
    shift (self, after - before);
  return after;
}

/* A page of which the upper part is in sight needs no more rows than there is room for. */
static guint
count_seen (TimelinePage *page, double screen, double y)
{
  double room = (1 + SEEN_SCREENS) * screen - MAX (0, y);

  return y < 0 ? page->items->len : MAX (page->n_rows, 1 + (guint) MAX (0, room / LOW_ROW));
}

static void
fill_seen (MullTimelineView *self)
{
  double screen, y;

  if (!get_view (self, &screen, &y))
    return;
  for (guint i = 0; i < self->n_pages && y <= (1 + SEEN_SCREENS) * screen; i++)
    {
      TimelinePage *page = self->pages->pdata[i];
      double height = get_page_height (self, page);

      if (!mull_timeline_view_is_full (page) && is_within (y, height, screen, SEEN_SCREENS))
        {
          double filled = fill_page (self, page, count_seen (page, screen, y), y);

          /* What reaches over the top edge ends where it ended. */
          height = y < 0 ? height : filled;
        }
      y += height;
    }
}

/* The pages on the way that the rep scrolls are wanted first. */
static TimelinePage *
find_lacking (MullTimelineView *self, double screen, double y, double *page_y)
{
  TimelinePage *above = NULL;

  for (guint i = 0; i < self->n_pages && y <= (1 + NEAR_SCREENS) * screen; i++)
    {
      TimelinePage *page = self->pages->pdata[i];
      double height = get_page_height (self, page);

      if (!mull_timeline_view_is_full (page) && is_within (y, height, screen, NEAR_SCREENS))
        {
          *page_y = y;
          if (y + height > 0)
            return page;
          above = page;
        }
      y += height;
    }
  return above;
}

/* On the way to an entry nothing is: the rep will be elsewhere in a moment. */
static TimelinePage *
find_far (MullTimelineView *self, double screen, double y, double *page_height)
{
  if (self->tick_id != 0)
    return NULL;
  for (guint i = 0; i < self->n_pages; i++)
    {
      TimelinePage *page = self->pages->pdata[i];
      double height = get_page_height (self, page);

      if (page->n_rows > 0 && !is_within (y, height, screen, FAR_SCREENS) &&
          !mull_timeline_view_is_held (page))
        {
          *page_height = height;
          return page;
        }
      y += height;
    }
  return NULL;
}

static gboolean
is_near_end (MullTimelineView *self, double screen)
{
  double y;

  return gtk_widget_get_visible (self->older) && get_y (self, self->older, &y) &&
         y < (1 + NEAR_SCREENS) * screen;
}

static gboolean
fill_some (gpointer user_data)
{
  MullTimelineView *self = user_data;
  g_autoptr (GError) error = NULL;
  TimelinePage *page;
  double screen, y, page_y, height;

  if (get_view (self, &screen, &y))
    {
      if ((page = find_lacking (self, screen, y, &page_y)) != NULL)
        {
          fill_page (self, page, page->n_rows + IDLE_ROWS, page_y);
          return G_SOURCE_CONTINUE;
        }
      if ((page = find_far (self, screen, y, &height)) != NULL)
        {
          mull_timeline_view_empty_page (self, page, (int) height);
          return G_SOURCE_CONTINUE;
        }
      if (is_near_end (self, screen) && !mull_timeline_view_load_more (self, &error))
        mull_feedback_error (GTK_WIDGET (self), error);
    }
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

/**
 * mull_timeline_view_queue_fill:
 *
 * Makes the rows that are wanted soon, and gives those back that are not.
 */
void
mull_timeline_view_queue_fill (MullTimelineView *self)
{
  if (self->fill_id == 0)
    self->fill_id =
        mull_workspace_add_idle (self->workspace, G_PRIORITY_DEFAULT_IDLE, fill_some, self);
}

/**
 * mull_timeline_view_fill_first:
 *
 * Makes the rows that are seen when the newest entries are shown from the top.
 */
void
mull_timeline_view_fill_first (MullTimelineView *self)
{
  guint wanted = FIRST_ROWS;
  double screen, y;

  if (get_view (self, &screen, &y))
    wanted =
        1 + (guint) MAX (0, (screen - y - gtk_adjustment_get_value (self->adjustment)) / LOW_ROW);
  for (guint i = 0; i < self->n_pages && wanted > 0; i++)
    {
      TimelinePage *page = self->pages->pdata[i];

      mull_timeline_view_fill_page (self, page, wanted);
      wanted -= MIN (wanted, page->n_rows);
    }
  mull_timeline_view_queue_fill (self);
}

/* ── Going somewhere ──────────────────────────────────────────────────── */

/* Brings the row to its place, or as near as it goes; says whether it is there already. */
static gboolean
move_target (MullTimelineView *self, double y)
{
  double value = gtk_adjustment_get_value (self->adjustment);

  gtk_adjustment_set_value (self->adjustment, value + y - self->target_offset);
  return fabs (gtk_adjustment_get_value (self->adjustment) - value) < 1;
}

/* Runs before a frame until the wanted row has a place, and brings it there. What was asked for
 * while the page found its arrangement is to stay in sight when it changes. */
static gboolean
approach_target (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullTimelineView *self = MULL_TIMELINE_VIEW (widget);
  MullEntryRow *row = mull_timeline_view_find_row (self, self->target_id);
  double y;

  if (row != NULL && self->adjustment != NULL)
    {
      if (gtk_widget_get_height (GTK_WIDGET (row)) <= 0 || !get_y (self, GTK_WIDGET (row), &y))
        return G_SOURCE_CONTINUE;
      if (!move_target (self, y))
        self->target_frames = self->target_flashes ? SETTLED_FRAMES : 1;
      if (--self->target_frames > 0)
        return G_SOURCE_CONTINUE;
      if (self->target_flashes)
        {
          mull_entry_row_flash (row);
          gtk_widget_grab_focus (GTK_WIDGET (row));
        }
    }
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
approach (MullTimelineView *self, gint64 entry_id, double offset, gboolean flashes)
{
  self->target_id = entry_id;
  self->target_offset = offset;
  self->target_flashes = flashes;
  self->target_frames = flashes ? SETTLED_FRAMES : 1;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), approach_target, NULL, NULL);
}

/**
 * mull_timeline_view_approach:
 * @entry_id: an entry that has a row
 *
 * Scrolls to an entry when it is known where it is, and shows for a moment which it is.
 */
void
mull_timeline_view_approach (MullTimelineView *self, gint64 entry_id)
{
  approach (self, entry_id, TARGET_MARGIN, TRUE);
}

/**
 * mull_timeline_view_keep_place:
 *
 * What stands at the top edge stays there while rows come and go above it.
 */
void
mull_timeline_view_keep_place (MullTimelineView *self)
{
  if (self->adjustment == NULL || gtk_adjustment_get_value (self->adjustment) <= 0 ||
      self->tick_id != 0)
    return;
  for (guint i = 0; i < self->n_pages; i++)
    {
      TimelinePage *page = self->pages->pdata[i];
      GtkWidget *row = gtk_widget_get_first_child (page->box);

      for (guint j = 0; j < page->n_rows; j++, row = gtk_widget_get_next_sibling (row))
        {
          double y;

          if (gtk_widget_get_height (row) <= 0 || !get_y (self, row, &y) || y < 0)
            continue;
          approach (self, mull_entry_row_get_item (MULL_ENTRY_ROW (row))->entry->record.id, y,
                    FALSE);
          return;
        }
    }
}

/* ── Scrolling ────────────────────────────────────────────────────────── */

static void
on_adjustment_value_changed_cb (MullTimelineView *self)
{
  if (self->shifting)
    return;
  fill_seen (self);
  mull_timeline_view_queue_fill (self);
}

/* Another size shows more. */
static void
on_adjustment_page_size_notify_cb (MullTimelineView *self)
{
  mull_timeline_view_queue_fill (self);
}

/**
 * mull_timeline_view_forget_scroller:
 *
 * Follows no scrolled window any more.
 */
void
mull_timeline_view_forget_scroller (MullTimelineView *self)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  self->scroller = NULL;
}

/**
 * mull_timeline_view_set_scroller:
 * @scroller: (nullable): the ancestor that scrolls it
 */
void
mull_timeline_view_set_scroller (MullTimelineView *self, GtkScrolledWindow *scroller)
{
  g_return_if_fail (MULL_IS_TIMELINE_VIEW (self));

  if (self->scroller == scroller)
    return;
  mull_timeline_view_forget_scroller (self);
  self->scroller = scroller;
  if (scroller == NULL)
    return;
  self->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (scroller));
  g_signal_connect_swapped (self->adjustment, "value-changed",
                            G_CALLBACK (on_adjustment_value_changed_cb), self);
  g_signal_connect_swapped (self->adjustment, "notify::page-size",
                            G_CALLBACK (on_adjustment_page_size_notify_cb), self);
}
