/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-timeline-view"

#include "config.h"

#include "mull-timeline-view-private.h"

#include "mull-feedback.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

/* Rows that are made in one idle turn. */
#define IDLE_ROWS 6
/* Where an entry that was asked for comes to stand below the top edge. */
#define TARGET_MARGIN 24
/* How many screens away a page loses its rows. */
#define FAR_SCREENS 3

G_DEFINE_FINAL_TYPE (MullTimelineView, mull_timeline_view, GTK_TYPE_WIDGET)

/* ── Filling ──────────────────────────────────────────────────────────── */

static void
update_ends (MullTimelineView *self)
{
  guint n_loaded = mull_timeline_view_count_loaded (self);

  gtk_widget_set_visible (self->older, n_loaded < self->n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n_loaded == 0);
  gtk_label_set_text (self->empty, self->n_hidden > 0
                      ? _("Nothing here matches the filter.")
                      : _("Nothing has happened yet. Write down the first call above."));
}

static gboolean
fill_some (gpointer user_data)
{
  MullTimelineView *self = user_data;

  for (guint i = 0; i < self->pages->len; i++)
    {
      TimelinePage *page = self->pages->pdata[i];

      if (page->far || page->n_rows == page->items->len)
        continue;
      mull_timeline_view_fill_page (self, page, page->n_rows + IDLE_ROWS);
      return G_SOURCE_CONTINUE;
    }
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_fill (MullTimelineView *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (fill_some, self);
}

static gboolean
show_older (MullTimelineView *self, GError **error)
{
  if (!mull_timeline_view_load_older (self, error))
    return FALSE;
  mull_timeline_view_fill_page (self, self->pages->pdata[self->pages->len - 1], FIRST_ROWS);
  queue_fill (self);
  update_ends (self);
  return TRUE;
}

static void
on_older_clicked_cb (MullTimelineView *self)
{
  g_autoptr (GError) error = NULL;

  if (!show_older (self, &error))
    mull_feedback_error (GTK_WIDGET (self), error);
}

/* ── Scrolling ────────────────────────────────────────────────────────── */

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

static void
update_far_pages (MullTimelineView *self)
{
  double screen = gtk_adjustment_get_page_size (self->adjustment);
  double y;

  if (screen <= 0)
    return;
  for (guint i = 0; i < self->pages->len; i++)
    {
      TimelinePage *page = self->pages->pdata[i];
      int height = gtk_widget_get_height (page->box);
      gboolean far;

      if (height <= 0 || !get_y (self, page->box, &y))
        continue;
      far = y + height < -FAR_SCREENS * screen || y > (FAR_SCREENS + 1) * screen;
      if (far && !page->far && page->n_rows == page->items->len && i > 0)
        mull_timeline_view_empty_page (self, page);
      else if (!far && page->far)
        mull_timeline_view_fill_page (self, page, page->items->len);
    }
}

static gboolean
is_near_end (MullTimelineView *self)
{
  double y;

  return gtk_widget_get_visible (self->older) && get_y (self, self->older, &y) &&
         y < 2 * gtk_adjustment_get_page_size (self->adjustment);
}

static void
on_adjustment_value_changed_cb (MullTimelineView *self)
{
  update_far_pages (self);
  if (self->fill_id == 0 && gtk_adjustment_get_value (self->adjustment) > 0 && is_near_end (self))
    on_older_clicked_cb (self);
}

/* Runs before a frame until the wanted row has a place, then brings it there. */
static gboolean
approach_target (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullTimelineView *self = MULL_TIMELINE_VIEW (widget);
  MullEntryRow *row = mull_timeline_view_find_row (self, self->target_id);
  double y;

  if (row != NULL &&
      (gtk_widget_get_height (GTK_WIDGET (row)) <= 0 || !get_y (self, GTK_WIDGET (row), &y)))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  if (row == NULL || self->adjustment == NULL)
    return G_SOURCE_REMOVE;
  gtk_adjustment_set_value (self->adjustment,
                            gtk_adjustment_get_value (self->adjustment) + y - self->target_offset);
  if (self->target_flashes)
    {
      mull_entry_row_flash (row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return G_SOURCE_REMOVE;
}

static void
approach (MullTimelineView *self, gint64 entry_id, double offset, gboolean flashes)
{
  self->target_id = entry_id;
  self->target_offset = offset;
  self->target_flashes = flashes;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), approach_target, NULL, NULL);
}

/* What stands at the top edge stays there while rows come and go above it. */
static void
keep_place (MullTimelineView *self)
{
  if (self->adjustment == NULL || gtk_adjustment_get_value (self->adjustment) <= 0 ||
      self->tick_id != 0)
    return;
  for (guint i = 0; i < self->pages->len; i++)
    for (GtkWidget *row =
             gtk_widget_get_first_child (((TimelinePage *) self->pages->pdata[i])->box);
         row != NULL; row = gtk_widget_get_next_sibling (row))
      {
        double y;

        if (gtk_widget_get_height (row) <= 0 || !get_y (self, row, &y) || y < 0)
          continue;
        approach (self, mull_entry_row_get_item (MULL_ENTRY_ROW (row))->entry->record.id, y, FALSE);
        return;
      }
}

/* ── Keyboard ─────────────────────────────────────────────────────────── */

static GtkWidget *
step_row (MullTimelineView *self, GtkWidget *row, gboolean down)
{
  GtkWidget *next = down ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
  GtkWidget *box = gtk_widget_get_parent (row);

  while (next == NULL)
    {
      box = down ? gtk_widget_get_next_sibling (box) : gtk_widget_get_prev_sibling (box);
      if (box == NULL)
        return NULL;
      next = down ? gtk_widget_get_first_child (box) : gtk_widget_get_last_child (box);
    }
  return next;
}

static GtkWidget *
get_focused_row (MullTimelineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return MULL_IS_ENTRY_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, MULL_TYPE_ENTRY_ROW);
}

/* All rows are one stop for Tab; the arrows walk among them. */
static gboolean
mull_timeline_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MullTimelineView *self = MULL_TIMELINE_VIEW (widget);
  GtkWidget *row = get_focused_row (self), *next;

  if (row == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD &&
                      direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return GTK_WIDGET_CLASS (mull_timeline_view_parent_class)->focus (widget, direction);
  if (direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_get_visible (self->older) && gtk_widget_grab_focus (self->older);
  next = step_row (self, row, direction == GTK_DIR_DOWN);
  return next != NULL && gtk_widget_grab_focus (next);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
forget_scroller (MullTimelineView *self)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  self->scroller = NULL;
}

static void
mull_timeline_view_dispose (GObject *object)
{
  MullTimelineView *self = MULL_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  forget_scroller (self);
  if (self->pages != NULL)
    mull_timeline_view_clear (self);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->spare_rows, g_ptr_array_unref);
  mull_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_timeline_view_parent_class)->dispose (object);
}

static void
mull_timeline_view_class_init (MullTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_timeline_view_dispose;
  widget_class->focus = mull_timeline_view_focus;

  mull_ui_init ();
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/mulliganapp/Mulligan/deal/mull-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MullTimelineView, pages_box);
  gtk_widget_class_bind_template_child (widget_class, MullTimelineView, older);
  gtk_widget_class_bind_template_child (widget_class, MullTimelineView, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_older_clicked_cb);
}

static void
mull_timeline_view_init (MullTimelineView *self)
{
  self->pages = g_ptr_array_new_with_free_func (g_free);
  self->spare_rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * mull_timeline_view_set_workspace:
 *
 * Says, once, where entries are read.
 */
void
mull_timeline_view_set_workspace (MullTimelineView *self, MullWorkspace *workspace)
{
  g_return_if_fail (MULL_IS_TIMELINE_VIEW (self));

  g_set_object (&self->workspace, workspace);
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
  forget_scroller (self);
  self->scroller = scroller;
  if (scroller == NULL)
    return;
  self->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (scroller));
  g_signal_connect_swapped (self->adjustment, "value-changed",
                            G_CALLBACK (on_adjustment_value_changed_cb), self);
}

static gboolean
count (MullTimelineView *self, GError **error)
{
  return mull_timeline_count (self->workspace, self->deal_id, &self->filter, &self->n_shown,
                              &self->n_hidden, error);
}

static gboolean
start_over (MullTimelineView *self, GError **error)
{
  mull_timeline_view_clear (self);
  return count (self, error) && show_older (self, error);
}

/**
 * mull_timeline_view_open:
 *
 * Shows the newest entries of a deal, unfiltered.
 */
gboolean
mull_timeline_view_open (MullTimelineView *self, gint64 deal_id, GError **error)
{
  g_return_val_if_fail (MULL_IS_TIMELINE_VIEW (self), FALSE);

  self->deal_id = deal_id;
  self->filter = (MullTimelineFilter){ 0 };
  if (!start_over (self, error))
    return FALSE;
  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment, 0);
  return TRUE;
}

/**
 * mull_timeline_view_set_filter:
 * @filter: what is wanted
 *
 * Shows the newest entries that @filter lets through.
 */
gboolean
mull_timeline_view_set_filter (MullTimelineView *self,
                               const MullTimelineFilter *filter,
                               GError **error)
{
  g_return_val_if_fail (MULL_IS_TIMELINE_VIEW (self), FALSE);

  self->filter = *filter;
  return start_over (self, error);
}

/**
 * mull_timeline_view_refresh:
 *
 * Reads again what is shown. Where the rep is, what is unfolded and what has the focus stays.
 */
gboolean
mull_timeline_view_refresh (MullTimelineView *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_TIMELINE_VIEW (self), FALSE);

  keep_place (self);
  if (!count (self, error) || !mull_timeline_view_reload (self, error))
    return FALSE;
  queue_fill (self);
  update_ends (self);
  return TRUE;
}

static TimelinePage *
find_page (MullTimelineView *self, gint64 entry_id, MullTimelineItem **item)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      TimelinePage *page = self->pages->pdata[i];

      for (guint j = 0; j < page->items->len; j++)
        if (((MullTimelineItem *) page->items->pdata[j])->entry->record.id == entry_id)
          {
            *item = page->items->pdata[j];
            return page;
          }
    }
  return NULL;
}

/**
 * mull_timeline_view_show_entry:
 *
 * Scrolls to an entry, however old, and shows for a moment which it is. An entry that the filter
 * hides, or that is not of this deal, changes nothing.
 */
gboolean
mull_timeline_view_show_entry (MullTimelineView *self, gint64 entry_id, GError **error)
{
  MullTimelineItem *item;
  TimelinePage *page;

  g_return_val_if_fail (MULL_IS_TIMELINE_VIEW (self), FALSE);

  while ((page = find_page (self, entry_id, &item)) == NULL &&
         mull_timeline_view_count_loaded (self) < self->n_shown)
    if (!mull_timeline_view_load_older (self, error))
      return FALSE;
  update_ends (self);
  if (page == NULL)
    return TRUE;
  mull_timeline_view_fill_page (self, page, page->items->len);
  queue_fill (self);
  approach (self, entry_id, TARGET_MARGIN, TRUE);
  return TRUE;
}

/**
 * mull_timeline_view_get_n_hidden:
 *
 * Returns: how many entries the filter hides
 */
guint
mull_timeline_view_get_n_hidden (MullTimelineView *self)
{
  return self->n_hidden;
}

/**
 * mull_timeline_view_get_item:
 *
 * Returns: (transfer none) (nullable): an entry that was read already
 */
MullTimelineItem *
mull_timeline_view_get_item (MullTimelineView *self, gint64 entry_id)
{
  MullTimelineItem *item = NULL;

  return find_page (self, entry_id, &item) != NULL ? item : NULL;
}
