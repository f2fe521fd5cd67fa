/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-timeline-view"

#include "config.h"

#include "mull-timeline-view-private.h"

#include "mull-seen-box.h"
#include "mull-widget.h"

/* Rows are kept for the next page or the next deal, but not without end. */
#define MAX_SPARE_ROWS 60
/* How high a row is taken to be before there is one. */
#define LIKELY_ROW_HEIGHT 52

/* ── Rows ─────────────────────────────────────────────────────────────── */

static MullEntryRow *
take_row (MullTimelineView *self)
{
  if (self->spare_rows->len > 0)
    return g_ptr_array_steal_index (self->spare_rows, self->spare_rows->len - 1);
  return g_object_ref_sink (mull_entry_row_new ());
}

static void
give_row_back (MullTimelineView *self, GtkWidget *row)
{
  g_object_ref (row);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (row)), row);
  mull_widget_forget_state (row);
  if (self->spare_rows->len < MAX_SPARE_ROWS)
    g_ptr_array_add (self->spare_rows, row);
  else
    g_object_unref (row);
}

/* The row goes after @previous (or first) in @box, wherever it was. */
static void
place_row (GtkWidget *box, GtkWidget *row, GtkWidget *previous)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  if (parent == box)
    {
      gtk_box_reorder_child_after (GTK_BOX (box), row, previous);
      return;
    }
  if (parent != NULL)
    gtk_box_remove (GTK_BOX (parent), row);
  gtk_box_insert_child_after (GTK_BOX (box), row, previous);
}

/* A row that was not used again waits, hidden, behind the others. */
static void
hide_rows_behind (TimelinePage *page)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (page->box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, n++ < page->n_rows);
}

static GtkWidget *
get_row (TimelinePage *page, guint index)
{
  GtkWidget *row = gtk_widget_get_first_child (page->box);

  while (row != NULL && index-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static MullTimelineItem *
find_item_before (MullTimelineView *self, TimelinePage *page, guint index)
{
  guint place;

  if (index > 0)
    return page->items->pdata[index - 1];
  if (!g_ptr_array_find (self->pages, page, &place) || place == 0)
    return NULL;
  page = self->pages->pdata[place - 1];
  return page->items->len > 0 ? page->items->pdata[page->items->len - 1] : NULL;
}

static void
show_item (MullTimelineView *self, MullEntryRow *row, TimelinePage *page, guint index)
{
  MullClock *clock = mull_workspace_get_clock (self->workspace);
  MullTimelineItem *item = page->items->pdata[index];
  MullTimelineItem *before = find_item_before (self, page, index);
  MullDay day = mull_clock_day_of (clock, item->entry->happened_at);
  g_autofree char *heading = NULL;

  if (before == NULL || mull_clock_day_of (clock, before->entry->happened_at) != day)
    heading = mull_day_format_long (day);
  mull_entry_row_show (row, item, heading, clock);
}

/**
 * mull_timeline_view_is_full:
 *
 * Returns: whether each entry of a page has its row
 */
gboolean
mull_timeline_view_is_full (TimelinePage *page)
{
  return page->n_rows == page->items->len;
}

/**
 * mull_timeline_view_is_held:
 *
 * Returns: whether the rep is at one of its rows: it would be another one after it was made again
 */
gboolean
mull_timeline_view_is_held (TimelinePage *page)
{
  GtkWidget *row = gtk_widget_get_first_child (page->box);

  if (gtk_widget_get_state_flags (page->box) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return TRUE;
  for (guint i = 0; i < page->n_rows; i++, row = gtk_widget_get_next_sibling (row))
    if (mull_entry_row_is_expanded (MULL_ENTRY_ROW (row)))
      return TRUE;
  return FALSE;
}

/**
 * mull_timeline_view_fill_page:
 * @n_rows: how many rows it shall have
 *
 * Makes rows from the top of a page.
 */
void
mull_timeline_view_fill_page (MullTimelineView *self, TimelinePage *page, guint n_rows)
{
  GtkWidget *row = get_row (page, page->n_rows);

  n_rows = MIN (n_rows, page->items->len);
  for (; page->n_rows < n_rows; page->n_rows++)
    {
      if (row == NULL)
        {
          g_autoptr (MullEntryRow) taken = take_row (self);

          row = GTK_WIDGET (taken);
          gtk_box_append (GTK_BOX (page->box), row);
        }
      show_item (self, MULL_ENTRY_ROW (row), page, page->n_rows);
      row = gtk_widget_get_next_sibling (row);
    }
  hide_rows_behind (page);
  if (mull_timeline_view_is_full (page))
    gtk_widget_set_size_request (page->box, -1, -1);
}

/**
 * mull_timeline_view_empty_page:
 * @height: what it keeps
 *
 * Takes the rows of a page that is far away.
 */
void
mull_timeline_view_empty_page (MullTimelineView *self, TimelinePage *page, int height)
{
  GtkWidget *row;

  gtk_widget_set_size_request (page->box, -1, height);
  while ((row = gtk_widget_get_first_child (page->box)) != NULL)
    give_row_back (self, row);
  page->n_rows = 0;
}

/**
 * mull_timeline_view_find_row:
 *
 * Returns: (transfer none) (nullable): the row that shows the entry now
 */
MullEntryRow *
mull_timeline_view_find_row (MullTimelineView *self, gint64 entry_id)
{
  for (guint i = 0; i < self->n_pages; i++)
    {
      TimelinePage *page = self->pages->pdata[i];
      GtkWidget *row = gtk_widget_get_first_child (page->box);

      for (guint j = 0; j < page->n_rows; j++, row = gtk_widget_get_next_sibling (row))
        if (mull_entry_row_get_item (MULL_ENTRY_ROW (row))->entry->record.id == entry_id)
          return MULL_ENTRY_ROW (row);
    }
  return NULL;
}

/* ── Pages ────────────────────────────────────────────────────────────── */

/**
 * mull_timeline_view_count_loaded:
 *
 * Returns: how many entries were read
 */
guint
mull_timeline_view_count_loaded (MullTimelineView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_pages; i++)
    n += ((TimelinePage *) self->pages->pdata[i])->items->len;
  return n;
}

/**
 * mull_timeline_view_free_page:
 * @data: (transfer full): a page, whose box has gone with the others
 */
void
mull_timeline_view_free_page (gpointer data)
{
  TimelinePage *page = data;

  g_clear_pointer (&page->items, g_ptr_array_unref);
  g_free (page);
}

/* Pages that are no longer used keep their rows, in place, for other entries. */
static TimelinePage *
append_page (MullTimelineView *self, GPtrArray *items)
{
  TimelinePage *page;

  if (self->n_pages == self->pages->len)
    {
      page = g_new0 (TimelinePage, 1);
      page->box = mull_seen_box_new (GTK_ORIENTATION_VERTICAL);
      gtk_box_append (self->pages_box, page->box);
      g_ptr_array_add (self->pages, page);
    }
  page = self->pages->pdata[self->n_pages++];
  g_clear_pointer (&page->items, g_ptr_array_unref);
  page->items = items;
  page->n_rows = 0;
  gtk_widget_set_size_request (page->box, -1, LIKELY_ROW_HEIGHT * (int) items->len);
  gtk_widget_set_visible (page->box, TRUE);
  return page;
}

/**
 * mull_timeline_view_hide_unused:
 *
 * Hides the pages and rows that are kept for other entries.
 */
void
mull_timeline_view_hide_unused (MullTimelineView *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      TimelinePage *page = self->pages->pdata[i];

      gtk_widget_set_visible (page->box, i < self->n_pages);
      if (i < self->n_pages)
        hide_rows_behind (page);
    }
}

/**
 * mull_timeline_view_clear:
 *
 * Takes all entries away; the rows are kept for others.
 */
void
mull_timeline_view_clear (MullTimelineView *self)
{
  self->n_pages = 0;
}

static const MullEntry *
last_entry (MullTimelineView *self)
{
  TimelinePage *page;

  if (self->n_pages == 0)
    return NULL;
  page = self->pages->pdata[self->n_pages - 1];
  return page->items->len > 0
             ? ((MullTimelineItem *) page->items->pdata[page->items->len - 1])->entry
             : NULL;
}

/**
 * mull_timeline_view_load_older:
 *
 * Reads the next older page; it has no rows yet.
 */
gboolean
mull_timeline_view_load_older (MullTimelineView *self, GError **error)
{
  GPtrArray *items = mull_timeline_load_page (self->workspace, self->deal_id, &self->filter,
                                              last_entry (self), PAGE_SIZE, error);

  if (items == NULL)
    return FALSE;
  append_page (self, items);
  return TRUE;
}

/* ── The same entries again ───────────────────────────────────────────── */

static GPtrArray *
load_all_again (MullTimelineView *self, GError **error)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_pages = MAX (1, self->n_pages);
  const MullEntry *last = NULL;

  for (guint i = 0; i < n_pages; i++)
    {
      GPtrArray *items = mull_timeline_load_page (self->workspace, self->deal_id, &self->filter,
                                                  last, PAGE_SIZE, error);

      if (items == NULL)
        return NULL;
      g_ptr_array_add (fresh, items);
      if (items->len < PAGE_SIZE)
        break;
      last = ((MullTimelineItem *) items->pdata[items->len - 1])->entry;
    }
  return g_steal_pointer (&fresh);
}

static GHashTable *
collect_rows (MullTimelineView *self)
{
  GHashTable *rows =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_object_unref);

  for (guint i = 0; i < self->n_pages; i++)
    {
      TimelinePage *page = self->pages->pdata[i];
      GtkWidget *row = gtk_widget_get_first_child (page->box);

      for (guint j = 0; j < page->n_rows; j++, row = gtk_widget_get_next_sibling (row))
        g_hash_table_insert (rows,
                             &mull_entry_row_get_item (MULL_ENTRY_ROW (row))->entry->record.id,
                             g_object_ref (row));
    }
  return rows;
}

/* An entry keeps its row, and with it the focus and whether it is unfolded. */
static void
place_rows (MullTimelineView *self, TimelinePage *page, guint n_rows, GHashTable *rows)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      MullTimelineItem *item = page->items->pdata[i];
      gpointer known = NULL, key = NULL;
      g_autoptr (MullEntryRow) row = NULL;

      if (g_hash_table_steal_extended (rows, &item->entry->record.id, &key, &known))
        row = known;
      else
        row = take_row (self);
      place_row (page->box, GTK_WIDGET (row), previous);
      show_item (self, row, page, i);
      previous = GTK_WIDGET (row);
    }
  page->n_rows = n_rows;
}

static void
give_unused_back (MullTimelineView *self, GHashTable *rows)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    give_row_back (self, row);
}

/* A page that had all of its rows has them again. */
static void
renew_pages (MullTimelineView *self, GPtrArray *fresh, GHashTable *rows)
{
  g_autofree guint *n_rows = g_new0 (guint, fresh->len);

  for (guint i = 0; i < fresh->len; i++)
    {
      GPtrArray *items = fresh->pdata[i];
      TimelinePage *page;

      if (i == self->n_pages)
        append_page (self, g_ptr_array_new ());
      page = self->pages->pdata[i];
      n_rows[i] = mull_timeline_view_is_full (page) ? items->len : MIN (page->n_rows, items->len);
      g_ptr_array_unref (page->items);
      page->items = g_ptr_array_ref (items);
    }
  self->n_pages = fresh->len;
  for (guint i = 0; i < fresh->len; i++)
    place_rows (self, self->pages->pdata[i], n_rows[i], rows);
}

/**
 * mull_timeline_view_reload:
 *
 * Reads all pages again. An entry keeps its row.
 */
gboolean
mull_timeline_view_reload (MullTimelineView *self, GError **error)
{
  g_autoptr (GPtrArray) fresh = load_all_again (self, error);
  g_autoptr (GHashTable) rows = NULL;

  if (fresh == NULL)
    return FALSE;
  rows = collect_rows (self);
  renew_pages (self, fresh, rows);
  give_unused_back (self, rows);
  mull_timeline_view_hide_unused (self);
  return TRUE;
}
