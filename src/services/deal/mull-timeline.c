/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-timeline"

#include "config.h"

#include "mull-timeline.h"

#include "mull-attachment-store.h"
#include "mull-contact-store.h"
#include "mull-entry-store.h"
#include "mull-timeline-store.h"

#include <glib/gi18n-lib.h>

/* ── Items ────────────────────────────────────────────────────────────── */

MullTimelineItem *
mull_timeline_item_ref (MullTimelineItem *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mull_timeline_item_unref (MullTimelineItem *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->entry, mull_entry_unref);
  g_free (self->words);
  g_free (self->person);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self);
}

static void
unref_item (gpointer data)
{
  mull_timeline_item_unref (data);
}

static gboolean
has_same_files (const MullTimelineItem *a, const MullTimelineItem *b)
{
  if (a->files->len != b->files->len)
    return FALSE;
  for (guint i = 0; i < a->files->len; i++)
    if (!mull_record_equal (a->files->pdata[i], b->files->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * mull_timeline_item_equal:
 *
 * Returns: whether both would look the same
 */
gboolean
mull_timeline_item_equal (const MullTimelineItem *a, const MullTimelineItem *b)
{
  return a == b || (mull_record_equal (a->entry, b->entry) && g_str_equal (a->words, b->words) &&
                    g_strcmp0 (a->person, b->person) == 0 && has_same_files (a, b));
}

static gboolean
load_words (MullTimelineItem *self, MullDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) quotes = mull_entry_words_store_list (db, self->entry->record.id, error);
  g_autoptr (GString) words = NULL;

  if (quotes == NULL)
    return FALSE;
  words = g_string_new (NULL);
  for (guint i = 0; i < quotes->len; i++)
    {
      if (i > 0)
        g_string_append_c (words, '\n');
      g_string_append (words, ((MullEntryWords *) quotes->pdata[i])->words);
    }
  self->words = g_string_free (g_steal_pointer (&words), FALSE);
  return TRUE;
}

/* The few people of a deal appear on many rows: each is read once. */
static gboolean
load_person (MullTimelineItem *self, MullDatabase *db, GHashTable *names, GError **error)
{
  gint64 id = self->entry->person_id;
  g_autoptr (MullPerson) person = NULL;
  const char *name;

  if (id == 0)
    return TRUE;
  name = g_hash_table_lookup (names, &id);
  if (name == NULL)
    {
      person = mull_person_store_get (db, id, error);
      if (person == NULL)
        return FALSE;
      g_hash_table_insert (names, g_memdup2 (&id, sizeof id), g_strdup (person->name));
      name = person->name;
    }
  self->person = g_strdup (name);
  return TRUE;
}

static MullTimelineItem *
make_item (MullDatabase *db, MullEntry *entry, GHashTable *names, GError **error)
{
  g_autoptr (MullTimelineItem) item = g_new0 (MullTimelineItem, 1);

  g_atomic_ref_count_init (&item->ref_count);
  item->entry = mull_entry_ref (entry);
  item->files = mull_attachment_store_list (db, entry->record.id, error);
  if (item->files == NULL || !load_words (item, db, error) || !load_person (item, db, names, error))
    return NULL;
  return g_steal_pointer (&item);
}

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/* ── Pages ────────────────────────────────────────────────────────────── */

static const char *const kind_nicks[MULL_TIMELINE_N_KINDS] = {
  [MULL_TIMELINE_ANY] = NULL,
  [MULL_TIMELINE_CALLS] = " call ",
  [MULL_TIMELINE_MEETINGS] = " meeting ",
  [MULL_TIMELINE_WRITTEN] = " mail message letter ",
  [MULL_TIMELINE_NOTES] = " note ",
  [MULL_TIMELINE_APP] = " stage commitment script drill field ",
};

static MullTimelineQuery
make_query (gint64 deal_id, const MullTimelineFilter *filter)
{
  return (MullTimelineQuery){
    .deal_id = deal_id,
    .kinds = filter != NULL ? kind_nicks[filter->kinds] : NULL,
    .person_id = filter != NULL ? filter->person_id : 0,
    .direction = filter != NULL ? filter->direction : MULL_DIRECTION_NONE,
    .words_only = filter != NULL && filter->words_only,
  };
}

/**
 * mull_timeline_load_page:
 * @filter: (nullable): what is shown of the timeline
 * @after: (nullable): the last entry of the page before, or %NULL for the newest page
 * @limit: at most so many
 *
 * Returns: (transfer container) (element-type MullTimelineItem) (nullable): a page of the timeline,
 *   newest first by when it happened, without the trash
 */
GPtrArray *
mull_timeline_load_page (MullWorkspace *workspace,
                         gint64 deal_id,
                         const MullTimelineFilter *filter,
                         const MullEntry *after,
                         guint limit,
                         GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  MullTimelineQuery query = make_query (deal_id, filter);
  g_autoptr (GPtrArray) entries =
      mull_timeline_store_list (db, &query, after != NULL ? after->happened_at : G_MAXINT64,
                                after != NULL ? after->record.id : G_MAXINT64, limit, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (unref_item);
  g_autoptr (GHashTable) names = new_names ();

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      MullTimelineItem *item = make_item (db, entries->pdata[i], names, error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return g_steal_pointer (&items);
}

/**
 * mull_timeline_load_item:
 *
 * Returns: (transfer full) (nullable): one entry as the timeline shows it, even from the trash;
 *   %NULL with %MULL_ERROR_NOT_FOUND if there is none
 */
MullTimelineItem *
mull_timeline_load_item (MullWorkspace *workspace, gint64 entry_id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullEntry) entry = mull_entry_store_get (db, entry_id, error);
  g_autoptr (GHashTable) names = new_names ();

  return entry != NULL ? make_item (db, entry, names, error) : NULL;
}

/**
 * mull_timeline_count:
 * @filter: (nullable): what is shown of the timeline
 * @n_shown: (out): how many entries it lets through
 * @n_hidden: (out): how many it hides
 */
gboolean
mull_timeline_count (MullWorkspace *workspace,
                     gint64 deal_id,
                     const MullTimelineFilter *filter,
                     guint *n_shown,
                     guint *n_hidden,
                     GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  MullTimelineQuery all = make_query (deal_id, NULL);
  MullTimelineQuery some = make_query (deal_id, filter);
  guint n_all;

  if (!mull_timeline_store_count (db, &all, &n_all, error))
    return FALSE;
  *n_shown = n_all;
  if (filter != NULL && mull_timeline_filter_is_set (filter) &&
      !mull_timeline_store_count (db, &some, n_shown, error))
    return FALSE;
  *n_hidden = n_all - *n_shown;
  return TRUE;
}

/**
 * mull_timeline_filter_is_set:
 *
 * Returns: whether it may hide anything
 */
gboolean
mull_timeline_filter_is_set (const MullTimelineFilter *filter)
{
  return filter->kinds != MULL_TIMELINE_ANY || filter->person_id != 0 ||
         filter->direction != MULL_DIRECTION_NONE || filter->words_only;
}

/**
 * mull_timeline_kinds_label:
 *
 * Returns: (transfer none): kinds of entries, in the words of the user
 */
const char *
mull_timeline_kinds_label (MullTimelineKinds kinds)
{
  static const char *const labels[MULL_TIMELINE_N_KINDS] = {
    [MULL_TIMELINE_ANY] = NC_ ("kinds of entries", "Everything"),
    [MULL_TIMELINE_CALLS] = NC_ ("kinds of entries", "Calls"),
    [MULL_TIMELINE_MEETINGS] = NC_ ("kinds of entries", "Meetings"),
    [MULL_TIMELINE_WRITTEN] = NC_ ("kinds of entries", "Mails, messages, letters"),
    [MULL_TIMELINE_NOTES] = NC_ ("kinds of entries", "Notes"),
    [MULL_TIMELINE_APP] = NC_ ("kinds of entries", "Changes"),
  };

  g_return_val_if_fail (kinds < MULL_TIMELINE_N_KINDS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "kinds of entries", labels[kinds]);
}
