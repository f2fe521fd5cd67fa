/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-trash"

#include "config.h"

#include "mull-trash.h"

#include "mull-contact-store.h"
#include "mull-deal-ops.h"
#include "mull-deal-store.h"
#include "mull-entry-store.h"
#include "mull-ops-private.h"
#include "mull-text.h"
#include "mull-timeline-ops.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many are looked through at a time for those that match. */
#define SCAN_ITEMS 400
/* An entry may be a long letter. */
#define NAME_CHARS 160

/* ── Reading ──────────────────────────────────────────────────────────── */

static gboolean
matches (const MullTrashItem *item, const char *key)
{
  g_autofree char *title = mull_text_fold (item->title);
  g_autofree char *place = NULL;

  if (strstr (title, key) != NULL)
    return TRUE;
  place = mull_text_fold (item->place);
  return strstr (place, key) != NULL;
}

/**
 * mull_trash_read:
 * @after: (inout): where to begin, then where to go on; see %MULL_TRASH_KEY_FIRST
 * @filter: what the text or the place has in it, however it is written; empty for all
 * @limit: how many at most, if there is no filter
 * @is_end: (out): whether nothing follows
 * @error: return location
 *
 * Reads a page of the trash. With a filter it looks through a fixed number of things, so there may
 * be fewer on a page, or none, although some follow.
 *
 * Returns: (transfer full) (element-type MullTrashItem) (nullable): newest first
 */
GPtrArray *
mull_trash_read (MullWorkspace *workspace,
                 MullTrashKey *after,
                 const char *filter,
                 guint limit,
                 gboolean *is_end,
                 GError **error)
{
  g_autofree char *key = mull_text_fold (filter);
  guint n = *key == '\0' ? limit : SCAN_ITEMS;
  g_autoptr (GPtrArray) items =
      mull_trash_store_list (mull_workspace_get_database (workspace), after, n, error);

  if (items == NULL)
    return NULL;
  *is_end = items->len < n;
  if (*key != '\0')
    for (guint i = items->len; i > 0; i--)
      if (!matches (items->pdata[i - 1], key))
        g_ptr_array_remove_index (items, i - 1);
  return g_steal_pointer (&items);
}

/**
 * mull_trash_count:
 * @counts: (out caller-allocates) (array fixed-size=4): how many there are of each kind
 * @error: return location
 *
 * Returns: how many things are in the trash, or -1
 */
gint64
mull_trash_count (MullWorkspace *workspace, gint64 *counts, GError **error)
{
  gint64 n = 0;

  if (!mull_trash_store_count (mull_workspace_get_database (workspace), counts, error))
    return -1;
  for (int i = 0; i < MULL_TRASH_N_KINDS; i++)
    n += counts[i];
  return n;
}

/* ── In words ─────────────────────────────────────────────────────────── */

/**
 * mull_trash_item_get_kind_label:
 *
 * Returns: (transfer none): what it is, translated
 */
const char *
mull_trash_item_get_kind_label (const MullTrashItem *item)
{
  switch (item->kind)
    {
    case MULL_TRASH_ENTRY:
      return mull_entry_kind_label (item->entry_kind);
    case MULL_TRASH_PERSON:
      return _ ("Person");
    case MULL_TRASH_COMPANY:
      return _ ("Company");
    case MULL_TRASH_DEAL:
    case MULL_TRASH_N_KINDS:
      break;
    }
  /* Translators: what a thing in the trash is */
  return _ ("Deal");
}

/**
 * mull_trash_item_dup_name:
 *
 * Returns: (transfer full): one line that names it: a title, or how a text begins
 */
char *
mull_trash_item_dup_name (const MullTrashItem *item)
{
  g_autofree char *line = g_strdup (item->title);

  g_strdelimit (line, "\n\t", ' ');
  g_strstrip (line);
  if (*line == '\0')
    /* Translators: an entry on which nothing was written */
    return g_strdup (_ ("Without words"));
  return mull_text_excerpt (line, NAME_CHARS);
}

/**
 * mull_trash_item_dup_place:
 *
 * Returns: (transfer full): where it belongs; empty if it stands for itself
 */
char *
mull_trash_item_dup_place (const MullTrashItem *item)
{
  if (!item->is_place_trashed || *item->place == '\0')
    return g_strdup (item->place);
  /* Translators: where a deleted thing belongs: the name of a deal or a company, deleted as well */
  return g_strdup_printf (_ ("%s, also in the trash"), item->place);
}

/**
 * mull_trash_dup_counts:
 * @counts: (array fixed-size=4): one number for each kind
 *
 * Returns: (transfer full): how many things there are of each kind, in words
 */
char *
mull_trash_dup_counts (const gint64 *counts)
{
  GString *text = g_string_new (NULL);
  int n_deals = (int) counts[MULL_TRASH_DEAL], n_entries = (int) counts[MULL_TRASH_ENTRY];
  int n_people = (int) counts[MULL_TRASH_PERSON], n_companies = (int) counts[MULL_TRASH_COMPANY];
  g_autofree char *deals =
      g_strdup_printf (ngettext ("%d deal", "%d deals", (gulong) n_deals), n_deals);
  g_autofree char *entries =
      g_strdup_printf (ngettext ("%d entry", "%d entries", (gulong) n_entries), n_entries);
  g_autofree char *people =
      g_strdup_printf (ngettext ("%d person", "%d people", (gulong) n_people), n_people);
  g_autofree char *companies =
      g_strdup_printf (ngettext ("%d company", "%d companies", (gulong) n_companies), n_companies);

  if (n_deals > 0)
    mull_text_append_part (text, deals);
  if (n_entries > 0)
    mull_text_append_part (text, entries);
  if (n_people > 0)
    mull_text_append_part (text, people);
  if (n_companies > 0)
    mull_text_append_part (text, companies);
  return g_string_free (text, FALSE);
}

/* ── Putting in and taking out ────────────────────────────────────────── */

static gboolean
set_person_trashed (MullWorkspace *workspace, gint64 id, gint64 at, GError **error)
{
  g_autoptr (MullPerson) person =
      mull_person_store_get (mull_workspace_get_database (workspace), id, error);
  g_autoptr (MullPerson) changed = NULL;
  g_autofree char *label = NULL;

  if (person == NULL)
    return FALSE;
  if ((person->trashed_at == MULL_INSTANT_NONE) == (at == MULL_INSTANT_NONE))
    return TRUE;
  changed = mull_person_copy (person);
  changed->trashed_at = at;
  /* Translators: steps of the history; %s is the name of a person or a company */
  label = g_strdup_printf (at != MULL_INSTANT_NONE ? _ ("Delete “%s”") : _ ("Restore “%s”"),
                           person->name);
  return mull_workspace_transact (
      workspace, at != MULL_INSTANT_NONE ? MULL_OP_TRASH_CONTACT : MULL_OP_RESTORE_CONTACT, label,
      0, mull_ops_save, changed, error);
}

static gboolean
set_company_trashed (MullWorkspace *workspace, gint64 id, gint64 at, GError **error)
{
  g_autoptr (MullCompany) company =
      mull_company_store_get (mull_workspace_get_database (workspace), id, error);
  g_autoptr (MullCompany) changed = NULL;
  g_autofree char *label = NULL;

  if (company == NULL)
    return FALSE;
  if ((company->trashed_at == MULL_INSTANT_NONE) == (at == MULL_INSTANT_NONE))
    return TRUE;
  changed = mull_company_copy (company);
  changed->trashed_at = at;
  /* Translators: steps of the history; %s is the name of a person or a company */
  label = g_strdup_printf (at != MULL_INSTANT_NONE ? _ ("Delete “%s”") : _ ("Restore “%s”"),
                           company->name);
  return mull_workspace_transact (
      workspace, at != MULL_INSTANT_NONE ? MULL_OP_TRASH_CONTACT : MULL_OP_RESTORE_CONTACT, label,
      0, mull_ops_save, changed, error);
}

/**
 * mull_trash_put:
 * @kind: %MULL_TRASH_PERSON or %MULL_TRASH_COMPANY
 * @error: return location
 *
 * Puts a person or a company into the trash: lists no longer show them. Deals and timelines keep
 * the name until the trash is emptied.
 */
gboolean
mull_trash_put (MullWorkspace *workspace, MullTrashKind kind, gint64 id, GError **error)
{
  gint64 now = mull_workspace_get_now (workspace);

  g_return_val_if_fail (kind == MULL_TRASH_PERSON || kind == MULL_TRASH_COMPANY, FALSE);

  return kind == MULL_TRASH_PERSON ? set_person_trashed (workspace, id, now, error)
                                   : set_company_trashed (workspace, id, now, error);
}

static gboolean
restore_both (MullDatabase *db, gpointer user_data, GError **error)
{
  gpointer *records = user_data;

  return mull_ops_save (db, records[0], error) && mull_ops_save (db, records[1], error);
}

/* Without its deal, nobody would see it. */
static gboolean
restore_entry (MullWorkspace *workspace, gint64 id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullEntry) entry = mull_entry_store_get (db, id, error);
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (MullEntry) changed_entry = NULL;
  g_autoptr (MullDeal) changed_deal = NULL;
  g_autofree char *label = NULL;

  if (entry == NULL || (deal = mull_deal_store_get (db, entry->deal_id, error)) == NULL)
    return FALSE;
  if (deal->trashed_at == MULL_INSTANT_NONE || entry->trashed_at == MULL_INSTANT_NONE)
    return mull_timeline_ops_restore (workspace, id, error);
  changed_entry = mull_entry_copy (entry);
  changed_entry->trashed_at = MULL_INSTANT_NONE;
  changed_deal = mull_deal_copy (deal);
  changed_deal->trashed_at = MULL_INSTANT_NONE;
  /* Translators: a step of the history; %s is the title of a deal */
  label = g_strdup_printf (_ ("Restore an entry, and “%s” with it"), deal->title);
  return mull_workspace_transact (workspace, MULL_OP_RESTORE_DEAL, label, deal->record.id,
                                  restore_both, (gpointer[]){ changed_entry, changed_deal }, error);
}

/**
 * mull_trash_restore:
 * @kind: what it is
 * @id: its id
 * @error: return location
 *
 * Takes one thing out of the trash, back to its place. An entry of a deal that is in the trash,
 * too, comes back with its deal.
 */
gboolean
mull_trash_restore (MullWorkspace *workspace, MullTrashKind kind, gint64 id, GError **error)
{
  switch (kind)
    {
    case MULL_TRASH_DEAL:
      return mull_deal_ops_restore (workspace, id, error);
    case MULL_TRASH_ENTRY:
      return restore_entry (workspace, id, error);
    case MULL_TRASH_PERSON:
      return set_person_trashed (workspace, id, MULL_INSTANT_NONE, error);
    case MULL_TRASH_COMPANY:
      return set_company_trashed (workspace, id, MULL_INSTANT_NONE, error);
    case MULL_TRASH_N_KINDS:
      break;
    }
  g_return_val_if_reached (FALSE);
}
