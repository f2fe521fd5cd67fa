/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-contact-store"

#include "config.h"

#include "mull-contact-store.h"

#include "mull-record-store.h"

/**
 * mull_company_store_get:
 *
 * Returns: (transfer full) (nullable): the company; %NULL with %MULL_ERROR_NOT_FOUND if there is
 * none
 */
MullCompany *
mull_company_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_company_type, id, error);
}

static gboolean
read_first (const MullRecordType *type, MullStatement *stmt, gpointer *record, GError **error)
{
  MullStep step = mull_statement_step (stmt, error);

  *record = step == MULL_STEP_ROW ? mull_record_store_read (type, stmt) : NULL;
  return step != MULL_STEP_ERROR;
}

/**
 * mull_company_store_find_by_key:
 * @name_key: a name folded by mull_text_fold()
 * @company: (out) (transfer full) (nullable): the company outside the trash with that name
 */
gboolean
mull_company_store_find_by_key (MullDatabase *db,
                                const char *name_key,
                                MullCompany **company,
                                GError **error)
{
  g_autoptr (MullStatement) stmt = mull_record_store_select (
      db, &mull_company_type, "WHERE name_key = ?1 AND trashed_at IS NULL ORDER BY id LIMIT 1",
      error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_text (stmt, 1, name_key);
  return read_first (&mull_company_type, stmt, (gpointer *) company, error);
}

/**
 * mull_person_store_get:
 *
 * Returns: (transfer full) (nullable): the person; %NULL with %MULL_ERROR_NOT_FOUND if there is
 * none
 */
MullPerson *
mull_person_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_person_type, id, error);
}

/**
 * mull_person_store_find_by_key:
 * @name_key: a name folded by mull_text_fold()
 * @company_id: the company they must belong to; 0 for people of no company
 * @person: (out) (transfer full) (nullable): the person outside the trash
 *
 * Two people of one name in two companies are two people, so the company must match.
 */
gboolean
mull_person_store_find_by_key (MullDatabase *db,
                               const char *name_key,
                               gint64 company_id,
                               MullPerson **person,
                               GError **error)
{
  g_autoptr (MullStatement) stmt = mull_record_store_select (
      db, &mull_person_type,
      "WHERE name_key = ?1 AND coalesce (company_id, 0) = ?2 AND trashed_at IS NULL"
      " ORDER BY id LIMIT 1",
      error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_text (stmt, 1, name_key);
  mull_statement_bind_int64 (stmt, 2, company_id);
  return read_first (&mull_person_type, stmt, (gpointer *) person, error);
}

/**
 * mull_person_address_store_list:
 *
 * Returns: (transfer container) (element-type MullPersonAddress) (nullable): the telephone numbers
 *   and e-mail addresses of a person in order
 */
GPtrArray *
mull_person_address_store_list (MullDatabase *db, gint64 person_id, GError **error)
{
  return mull_record_store_list (db, &mull_person_address_type,
                                 "WHERE person_id = ?1 ORDER BY kind, rank, id", person_id, 0,
                                 error);
}

/**
 * mull_member_store_get:
 *
 * Returns: (transfer full) (nullable): the place in a buying centre; %NULL with
 * %MULL_ERROR_NOT_FOUND if there is none
 */
MullMember *
mull_member_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_member_type, id, error);
}

/**
 * mull_member_store_list:
 *
 * Returns: (transfer container) (element-type MullMember) (nullable): the buying centre in order
 */
GPtrArray *
mull_member_store_list (MullDatabase *db, gint64 deal_id, GError **error)
{
  return mull_record_store_list (db, &mull_member_type, "WHERE deal_id = ?1 ORDER BY rank, id",
                                 deal_id, 0, error);
}
