/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-timeline-view"

#include "config.h"

#include "mull-timeline-view-private.h"

#include "mull-feedback.h"
#include "mull-seen-box.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

/* Pages that are read before the first frame. */
#define FIRST_PAGES 2

G_DEFINE_FINAL_TYPE (MullTimelineView, mull_timeline_view, GTK_TYPE_WIDGET)

/* ── Filling ──────────────────────────────────────────────────────────── */

static void
update_ends (MullTimelineView *self)
{
  guint n_loaded = mull_timeline_view_count_loaded (self);

  gtk_widget_set_visible (self->older, n_loaded < self->n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n_loaded == 0);
  gtk_label_set_text (self->empty,
                      self->n_hidden > 0
                          ? _ ("Nothing here matches the filter.")
                          : _ ("Nothing has happened yet. Write down the first call above."));
}

/**
 * mull_timeline_view_load_more:
 *
 * Reads the next older entries. Their rows are made when they are wanted.
 */
gboolean
mull_timeline_view_load_more (MullTimelineView *self, GError **error)
{
  if (!mull_timeline_view_load_older (self, error))
    return FALSE;
  update_ends (self);
  mull_timeline_view_queue_fill (self);
  return TRUE;
}

static void
on_older_clicked_cb (MullTimelineView *self)
{
  g_autoptr (GError) error = NULL;

  if (!mull_timeline_view_load_more (self, &error))
    mull_feedback_error (GTK_WIDGET (self), error);
}

/* ── Keyboard ─────────────────────────────────────────────────────────── */

static GtkWidget *
step (GtkWidget *widget, gboolean down)
{
  do
    widget = down ? gtk_widget_get_next_sibling (widget) : gtk_widget_get_prev_sibling (widget);
  while (widget != NULL && !gtk_widget_get_visible (widget));
  return widget;
}

static GtkWidget *
step_row (GtkWidget *row, gboolean down)
{
  GtkWidget *next = step (row, down);
  GtkWidget *box = gtk_widget_get_parent (row);

  while (next == NULL)
    {
      box = step (box, down);
      if (box == NULL)
        return NULL;
      next = down ? gtk_widget_get_first_child (box) : gtk_widget_get_last_child (box);
      if (next != NULL && !gtk_widget_get_visible (next))
        next = step (next, down);
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

/* All rows are one stop for Tab, with the files of the one that is there; the arrows walk among
 * them.
 */
static gboolean
mull_timeline_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MullTimelineView *self = MULL_TIMELINE_VIEW (widget);
  GtkWidget *row = get_focused_row (self), *next;

  if (row == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD &&
                      direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return GTK_WIDGET_CLASS (mull_timeline_view_parent_class)->focus (widget, direction);
  if (mull_entry_row_walk_files (MULL_ENTRY_ROW (row), direction))
    return TRUE;
  if (direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_get_visible (self->older) && gtk_widget_grab_focus (self->older);
  next = step_row (row, direction == GTK_DIR_DOWN);
  return next != NULL && gtk_widget_grab_focus (next);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_timeline_view_dispose (GObject *object)
{
  MullTimelineView *self = MULL_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  mull_timeline_view_forget_scroller (self);
  self->n_pages = 0;
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
  g_type_ensure (MULL_TYPE_SEEN_BOX);
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
  self->pages = g_ptr_array_new_with_free_func (mull_timeline_view_free_page);
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
  if (!count (self, error))
    return FALSE;
  for (guint i = 0; i == 0 || (i < FIRST_PAGES && i * PAGE_SIZE < self->n_shown); i++)
    if (!mull_timeline_view_load_older (self, error))
      return FALSE;
  update_ends (self);
  mull_timeline_view_fill_first (self);
  mull_timeline_view_hide_unused (self);
  return TRUE;
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

  mull_timeline_view_keep_place (self);
  if (!count (self, error) || !mull_timeline_view_reload (self, error))
    return FALSE;
  mull_timeline_view_queue_fill (self);
  update_ends (self);
  return TRUE;
}

static TimelinePage *
find_page (MullTimelineView *self, gint64 entry_id, MullTimelineItem **item)
{
  for (guint i = 0; i < self->n_pages; i++)
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
  mull_timeline_view_queue_fill (self);
  mull_timeline_view_approach (self, entry_id);
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
