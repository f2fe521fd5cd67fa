/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-timeline-view"

#include "config.h"

#include "mull-timeline-view-private.h"

/* Rows are kept for the next page or the next deal, but not without end. */
#define MAX_SPARE_ROWS (2 * PAGE_SIZE)

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
 * mull_timeline_view_fill_page:
 * @n_rows: how many rows it shall have
 *
 * Makes rows from the top of a page.
 */
void
mull_timeline_view_fill_page (MullTimelineView *self, TimelinePage *page, guint n_rows)
{
  GtkWidget *last = gtk_widget_get_last_child (page->box);

  n_rows = MIN (n_rows, page->items->len);
  for (; page->n_rows < n_rows; page->n_rows++)
    {
      g_autoptr (MullEntryRow) row = take_row (self);

      show_item (self, row, page, page->n_rows);
      gtk_box_insert_child_after (GTK_BOX (page->box), GTK_WIDGET (row), last);
      last = GTK_WIDGET (row);
    }
  page->far = FALSE;
  gtk_widget_set_size_request (page->box, -1, -1);
}

/**
 * mull_timeline_view_empty_page:
 *
 * Takes the rows of a page that is far away; an empty space of its height stays.
 */
void
mull_timeline_view_empty_page (MullTimelineView *self, TimelinePage *page)
{
  GtkWidget *row;

  gtk_widget_set_size_request (page->box, -1, gtk_widget_get_height (page->box));
  while ((row = gtk_widget_get_first_child (page->box)) != NULL)
    give_row_back (self, row);
  page->n_rows = 0;
  page->far = TRUE;
}

/**
 * mull_timeline_view_find_row:
 *
 * Returns: (transfer none) (nullable): the row that shows the entry now
 */
MullEntryRow *
mull_timeline_view_find_row (MullTimelineView *self, gint64 entry_id)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      TimelinePage *page = self->pages->pdata[i];

      for (GtkWidget *row = gtk_widget_get_first_child (page->box); row != NULL;
           row = gtk_widget_get_next_sibling (row))
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

  for (guint i = 0; i < self->pages->len; i++)
    n += ((TimelinePage *) self->pages->pdata[i])->items->len;
  return n;
}

static TimelinePage *
append_page (MullTimelineView *self, GPtrArray *items)
{
  TimelinePage *page = g_new0 (TimelinePage, 1);

  page->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  page->items = items;
  gtk_box_append (self->pages_box, page->box);
  g_ptr_array_add (self->pages, page);
  return page;
}

static void
remove_page (MullTimelineView *self, guint index)
{
  TimelinePage *page = self->pages->pdata[index];
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (page->box)) != NULL)
    give_row_back (self, row);
  gtk_box_remove (self->pages_box, page->box);
  g_ptr_array_unref (page->items);
  g_ptr_array_remove_index (self->pages, index);
}

/**
 * mull_timeline_view_clear:
 *
 * Takes all pages away; their rows are kept for others.
 */
void
mull_timeline_view_clear (MullTimelineView *self)
{
  while (self->pages->len > 0)
    remove_page (self, self->pages->len - 1);
}

static const MullEntry *
last_entry (MullTimelineView *self)
{
  TimelinePage *page;

  if (self->pages->len == 0)
    return NULL;
  page = self->pages->pdata[self->pages->len - 1];
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
  guint n_pages = MAX (1, self->pages->len);
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

  for (guint i = 0; i < self->pages->len; i++)
    {
      TimelinePage *page = self->pages->pdata[i];

      for (GtkWidget *row = gtk_widget_get_first_child (page->box); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        g_hash_table_insert (rows,
                             &mull_entry_row_get_item (MULL_ENTRY_ROW (row))->entry->record.id,
                             g_object_ref (row));
    }
  return rows;
}

/* An entry keeps its row, and with it the focus and whether it is unfolded. */
static void
place_rows (MullTimelineView *self, TimelinePage *page, GHashTable *rows)
{
  GtkWidget *previous = NULL;
  guint n_rows = page->far ? 0 : MAX (page->n_rows, MIN (FIRST_ROWS, page->items->len));

  n_rows = MIN (n_rows, page->items->len);
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
  for (guint i = 0; i < fresh->len; i++)
    {
      TimelinePage *page;

      if (i == self->pages->len)
        append_page (self, g_ptr_array_ref (fresh->pdata[i]));
      page = self->pages->pdata[i];
      g_ptr_array_unref (page->items);
      page->items = g_ptr_array_ref (fresh->pdata[i]);
    }
  for (guint i = 0; i < fresh->len; i++)
    place_rows (self, self->pages->pdata[i], rows);
  give_unused_back (self, rows);
  while (self->pages->len > fresh->len)
    remove_page (self, self->pages->len - 1);
  return TRUE;
}
