/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-contact-record-store"

#include "config.h"

#include "mull-contact-record-store.h"

#include "mull-commitment.h"
#include "mull-deal.h"
#include "mull-entry.h"
#include "mull-person.h"
#include "mull-quiet.h"
#include "mull-record-store.h"
#include "mull-script.h"

/* What was agreed instead of a promise, also when that was replaced again. */
static gboolean
add_replacements (MullDatabase *db, GPtrArray *promises, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < promises->len; i++)
    g_hash_table_add (known, &((MullRecord *) promises->pdata[i])->id);
  for (guint i = 0; i < promises->len; i++)
    {
      MullCommitment *promise = promises->pdata[i];
      MullCommitment *next;

      if (promise->replaced_by_id == 0 || g_hash_table_contains (known, &promise->replaced_by_id))
        continue;
      next = mull_record_store_get (db, &mull_commitment_type, promise->replaced_by_id, error);
      if (next == NULL)
        return FALSE;
      g_hash_table_add (known, &next->record.id);
      g_ptr_array_add (promises, next);
    }
  return TRUE;
}

/**
 * mull_contact_record_store_list_promises:
 *
 * Returns: (transfer full) (element-type MullCommitment) (nullable): promises to and by a person,
 *   by due day, and behind them what replaced them
 */
GPtrArray *
mull_contact_record_store_list_promises (MullDatabase *db, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) promises = mull_record_store_list (
      db, &mull_commitment_type,
      "WHERE id IN (SELECT id FROM commitment WHERE to_person_id = ?1"
      " UNION SELECT id FROM commitment WHERE by_person_id = ?1)"
      " AND EXISTS (SELECT 1 FROM deal AS d WHERE d.id = deal_id AND d.trashed_at IS NULL)"
      " ORDER BY due_on DESC, id",
      person_id, 0, error);

  if (promises == NULL || !add_replacements (db, promises, error))
    return NULL;
  return g_steal_pointer (&promises);
}

/**
 * mull_contact_record_store_list_quiets:
 *
 * Returns: (transfer full) (element-type MullQuiet) (nullable): when a person asked to be left
 *   alone, the latest first
 */
GPtrArray *
mull_contact_record_store_list_quiets (MullDatabase *db, gint64 person_id, GError **error)
{
  return mull_record_store_list (
      db, &mull_quiet_type, "WHERE person_id = ?1 ORDER BY asked_on DESC, id", person_id, 0, error);
}

/**
 * mull_contact_record_store_list_company_quiets:
 *
 * Returns: (transfer full) (element-type MullQuiet) (nullable): when a company asked to be left
 *   alone, the latest first
 */
GPtrArray *
mull_contact_record_store_list_company_quiets (MullDatabase *db, gint64 company_id, GError **error)
{
  return mull_record_store_list (db, &mull_quiet_type,
                                 "WHERE company_id = ?1 ORDER BY asked_on DESC, id", company_id, 0,
                                 error);
}

/**
 * mull_contact_record_store_list_scripts:
 *
 * Returns: (transfer full) (element-type MullScript) (nullable): calls to a person that followed a
 *   script, the latest first
 */
GPtrArray *
mull_contact_record_store_list_scripts (MullDatabase *db, gint64 person_id, GError **error)
{
  return mull_record_store_list (db, &mull_script_type,
                                 "WHERE person_id = ?1 AND called_at IS NOT NULL AND state = "
                                 "'called' ORDER BY called_at DESC, id",
                                 person_id, 0, error);
}

/**
 * mull_contact_record_store_list_entries:
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullEntry) (nullable): the timeline of a person over all
 *   deals, the latest first
 */
GPtrArray *
mull_contact_record_store_list_entries (MullDatabase *db,
                                        gint64 person_id,
                                        guint limit,
                                        GError **error)
{
  return mull_record_store_list (db, &mull_entry_type,
                                 "WHERE person_id = ?1 AND trashed_at IS NULL AND EXISTS"
                                 " (SELECT 1 FROM deal AS d WHERE d.id = deal_id"
                                 "  AND d.trashed_at IS NULL)"
                                 " ORDER BY happened_at DESC, id DESC LIMIT ?2",
                                 person_id, limit, error);
}

/**
 * mull_contact_record_store_list_deals:
 *
 * Returns: (transfer full) (element-type MullDeal) (nullable): the deals with a person in their
 *   buying centre, in no order
 */
GPtrArray *
mull_contact_record_store_list_deals (MullDatabase *db, gint64 person_id, GError **error)
{
  return mull_record_store_list (db, &mull_deal_type,
                                 "WHERE id IN (SELECT deal_id FROM member WHERE person_id = ?1)"
                                 " AND trashed_at IS NULL",
                                 person_id, 0, error);
}

/**
 * mull_contact_record_store_list_company_deals:
 *
 * Returns: (transfer full) (element-type MullDeal) (nullable): the deals of a company, in no
 *   order
 */
GPtrArray *
mull_contact_record_store_list_company_deals (MullDatabase *db, gint64 company_id, GError **error)
{
  return mull_record_store_list (
      db, &mull_deal_type, "WHERE company_id = ?1 AND trashed_at IS NULL", company_id, 0, error);
}

/**
 * mull_contact_record_store_list_people:
 *
 * Returns: (transfer full) (element-type MullPerson) (nullable): the people of a company, by name
 */
GPtrArray *
mull_contact_record_store_list_people (MullDatabase *db, gint64 company_id, GError **error)
{
  return mull_record_store_list (
      db, &mull_person_type,
      "WHERE id IN (SELECT id FROM person WHERE company_id = ?1"
      " UNION SELECT person_id FROM person_company WHERE company_id = ?1)"
      " AND trashed_at IS NULL ORDER BY name_key, id",
      company_id, 0, error);
}
