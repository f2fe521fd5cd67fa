/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-merge-ops"

#include "config.h"

#include "mull-merge-ops.h"

#include "mull-contact-store.h"
#include "mull-error.h"
#include "mull-merge-store.h"
#include "mull-ops-private.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

#define PERSON "person"
#define COMPANY "company"

/* What is merged is what was looked at. */
static gboolean
check_unchanged (MullDatabase *db, gconstpointer seen, GError **error)
{
  const MullRecord *record = seen;
  gpointer now = mull_record_store_get (db, record->type, record->id, error);
  gboolean unchanged;

  if (now == NULL)
    return FALSE;
  unchanged = mull_record_equal (now, seen);
  mull_record_unref (now);
  if (!unchanged)
    g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                         _ ("One of them was changed meanwhile, so nothing was merged. Compare "
                            "them again."));
  return unchanged;
}

static char *
dup_result (const MullMergeProposal *proposal, const char *name)
{
  return mull_merge_field_dup_result (mull_merge_proposal_find (proposal, name));
}

/* ── The buying centres ───────────────────────────────────────────────── */

static MullMember *
find_member (GPtrArray *members, gint64 person_id)
{
  for (guint i = 0; i < members->len; i++)
    {
      MullMember *member = members->pdata[i];

      if (member->person_id == person_id)
        return member;
    }
  return NULL;
}

/* Whoever stood twice in one buying centre stands there once, with all that was known of both. */
static gboolean
unite_members (MullDatabase *db, const MullMember *stays, const MullMember *goes, GError **error)
{
  g_autoptr (MullMember) united = mull_member_copy (stays);

  if (united->role == MULL_ROLE_UNKNOWN)
    united->role = goes->role;
  if (united->decides == MULL_TERNARY_UNKNOWN)
    united->decides = goes->decides;
  if (united->stance == MULL_STANCE_UNKNOWN)
    united->stance = goes->stance;
  if (*united->evidence == '\0')
    mull_set_text (&united->evidence, goes->evidence);
  else if (*goes->evidence != '\0' && !g_str_equal (united->evidence, goes->evidence))
    mull_take_text (&united->evidence, g_strdup_printf ("%s\n%s", stays->evidence, goes->evidence));
  united->rank = MIN (stays->rank, goes->rank);
  return mull_ops_clean_body (&united->evidence, _ ("Evidence"), error) &&
         mull_record_store_update (db, united, error) &&
         mull_record_store_delete (db, &mull_member_type, goes->record.id, error);
}

static gboolean
unite_buying_centres (MullDatabase *db, gint64 first_id, gint64 second_id, GError **error)
{
  g_autoptr (GPtrArray) memberships = mull_record_store_list (
      db, &mull_member_type, "WHERE person_id = ?1 ORDER BY id", second_id, 0, error);

  if (memberships == NULL)
    return FALSE;
  for (guint i = 0; i < memberships->len; i++)
    {
      const MullMember *goes = memberships->pdata[i];
      g_autoptr (GPtrArray) members = mull_member_store_list (db, goes->deal_id, error);
      const MullMember *stays;

      if (members == NULL)
        return FALSE;
      stays = find_member (members, first_id);
      if (stays != NULL && !unite_members (db, stays, goes, error))
        return FALSE;
    }
  return TRUE;
}

/* ── Addresses ────────────────────────────────────────────────────────── */

static gboolean
contains (GPtrArray *addresses, const MullRecord *wanted)
{
  for (guint i = 0; i < addresses->len; i++)
    if (((MullRecord *) addresses->pdata[i])->id == wanted->id)
      return TRUE;
  return FALSE;
}

/* The united ones get new ranks, in order; what is there twice goes. */
static gboolean
unite_addresses (MullDatabase *db, gint64 first_id, gint64 second_id, GError **error)
{
  g_autoptr (GPtrArray) united = mull_merge_list_addresses (db, first_id, second_id, error);
  g_autoptr (GPtrArray) second =
      united != NULL ? mull_person_address_store_list (db, second_id, error) : NULL;

  if (second == NULL)
    return FALSE;
  for (guint i = 0; i < second->len; i++)
    if (!contains (united, second->pdata[i]) &&
        !mull_record_store_delete (db, &mull_person_address_type,
                                   ((MullRecord *) second->pdata[i])->id, error))
      return FALSE;
  for (guint i = 0; i < united->len; i++)
    {
      g_autoptr (MullPersonAddress) address = mull_person_address_copy (united->pdata[i]);

      address->person_id = first_id;
      address->rank = i;
      if (!mull_record_store_update (db, address, error))
        return FALSE;
    }
  return TRUE;
}

/* ── Merging ──────────────────────────────────────────────────────────── */

static gboolean
merge_people (MullDatabase *db, gpointer user_data, GError **error)
{
  const MullMergeProposal *proposal = user_data;
  const MullPerson *first = proposal->people[0], *second = proposal->people[1];
  gint64 first_id = first->record.id, second_id = second->record.id;
  gboolean moves_over = mull_merge_proposal_find (proposal, "company")->choice == MULL_MERGE_SECOND;
  g_autoptr (MullPerson) merged = mull_person_copy (first);

  mull_take_text (&merged->name, dup_result (proposal, "name"));
  mull_take_text (&merged->name_key, mull_text_fold (merged->name));
  mull_take_text (&merged->title, dup_result (proposal, "title"));
  mull_take_text (&merged->notes, dup_result (proposal, "notes"));
  merged->company_id = moves_over ? second->company_id : first->company_id;
  merged->created_at = MIN (first->created_at, second->created_at);
  return check_unchanged (db, first, error) && check_unchanged (db, second, error) &&
         mull_ops_clean_body (&merged->notes, _ ("Notes"), error) &&
         unite_buying_centres (db, first_id, second_id, error) &&
         unite_addresses (db, first_id, second_id, error) &&
         mull_merge_store_move (db, PERSON, second_id, first_id, error) &&
         mull_merge_store_add_company (db, first_id, first->company_id, error) &&
         mull_merge_store_add_company (db, first_id, second->company_id, error) &&
         mull_record_store_update (db, merged, error) &&
         mull_merge_store_tidy_companies (db, PERSON, first_id, error) &&
         mull_record_store_delete (db, &mull_person_type, second_id, error);
}

static gboolean
merge_companies (MullDatabase *db, gpointer user_data, GError **error)
{
  const MullMergeProposal *proposal = user_data;
  const MullCompany *first = proposal->companies[0], *second = proposal->companies[1];
  gint64 first_id = first->record.id, second_id = second->record.id;
  g_autoptr (MullCompany) merged = mull_company_copy (first);

  mull_take_text (&merged->name, dup_result (proposal, "name"));
  mull_take_text (&merged->name_key, mull_text_fold (merged->name));
  mull_take_text (&merged->sector, dup_result (proposal, "sector"));
  mull_take_text (&merged->phone, dup_result (proposal, "phone"));
  mull_take_text (&merged->domain, dup_result (proposal, "web"));
  mull_take_text (&merged->address, dup_result (proposal, "address"));
  mull_take_text (&merged->notes, dup_result (proposal, "notes"));
  merged->created_at = MIN (first->created_at, second->created_at);
  return check_unchanged (db, first, error) && check_unchanged (db, second, error) &&
         mull_ops_clean_body (&merged->notes, _ ("Notes"), error) &&
         mull_merge_store_move (db, COMPANY, second_id, first_id, error) &&
         mull_merge_store_tidy_companies (db, COMPANY, first_id, error) &&
         mull_record_store_update (db, merged, error) &&
         mull_record_store_delete (db, &mull_company_type, second_id, error);
}

/**
 * mull_merge_ops_merge:
 * @proposal: two people or two companies, with what was chosen of each field
 *
 * Makes one of two, as one step that can be undone. The first one stays and gets everything that
 * belonged to the second: deals, entries, promises, and the ids by which imports know it.
 *
 * Returns: %FALSE with %MULL_ERROR_CONSTRAINT if one of them was changed since it was looked at
 */
gboolean
mull_merge_ops_merge (MullWorkspace *workspace, const MullMergeProposal *proposal, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && proposal != NULL, FALSE);

  /* Translators: a step of the history: the names of two people or two companies */
  label = g_strdup_printf (_ ("Merge “%s” into “%s”"), mull_merge_proposal_get_name (proposal, 1),
                           mull_merge_proposal_get_name (proposal, 0));
  return mull_workspace_transact (workspace, MULL_OP_MERGE, label, 0,
                                  proposal->people[0] != NULL ? merge_people : merge_companies,
                                  (gpointer) proposal, error);
}
