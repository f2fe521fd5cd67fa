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
/**
 * mull_company_store_list_by_prefix:
 * @prefix: the beginning of a name folded by mull_text_fold(), not empty
 * @limit: how many at most
 *
 * Returns: (transfer container) (element-type MullCompany) (nullable): companies outside the trash
 *   whose names begin so, by name
 */
GPtrArray *
mull_company_store_list_by_prefix (MullDatabase *db,
                                   const char *prefix,
                                   guint limit,
                                   GError **error)
{
  /* What comes after every name that begins so. */
  g_autofree char *end = g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL);
  g_autoptr (GPtrArray) companies = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullStatement) stmt = mull_record_store_select (
      db, &mull_company_type,
      "WHERE name_key >= ?1 AND name_key < ?2 AND trashed_at IS NULL ORDER BY name_key LIMIT ?3",
      error);
  MullStep step;

  if (stmt == NULL)
    return NULL;
  mull_statement_bind_text (stmt, 1, prefix);
  mull_statement_bind_text (stmt, 2, end);
  mull_statement_bind_int64 (stmt, 3, limit);
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    g_ptr_array_add (companies, mull_record_store_read (&mull_company_type, stmt));
  return step == MULL_STEP_DONE ? g_steal_pointer (&companies) : NULL;
}

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

static gboolean
find_by_uuid (MullDatabase *db,
              const MullRecordType *type,
              const char *uuid,
              gpointer *record,
              GError **error)
{
  g_autoptr (MullStatement) stmt =
      mull_record_store_select (db, type, "WHERE uuid = ?1 AND trashed_at IS NULL", error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_text (stmt, 1, uuid);
  return read_first (type, stmt, record, error);
}

/**
 * mull_person_store_find_by_uuid:
 * @uuid: an identity
 * @person: (out) (transfer full) (nullable): the person outside the trash
 */
gboolean
mull_person_store_find_by_uuid (MullDatabase *db,
                                const char *uuid,
                                MullPerson **person,
                                GError **error)
{
  return find_by_uuid (db, &mull_person_type, uuid, (gpointer *) person, error);
}

/**
 * mull_company_store_find_by_uuid:
 * @uuid: an identity
 * @company: (out) (transfer full) (nullable): the company outside the trash
 */
gboolean
mull_company_store_find_by_uuid (MullDatabase *db,
                                 const char *uuid,
                                 MullCompany **company,
                                 GError **error)
{
  return find_by_uuid (db, &mull_company_type, uuid, (gpointer *) company, error);
}

/**
 * mull_vcard_property_store_list:
 * @person_id: a person, or 0
 * @company_id: a company, if it is nobody's
 *
 * Returns: (transfer container) (element-type MullVcardProperty) (nullable): what is kept of their
 *   vCard, in order
 */
GPtrArray *
mull_vcard_property_store_list (MullDatabase *db,
                                gint64 person_id,
                                gint64 company_id,
                                GError **error)
{
  if (person_id != 0)
    return mull_record_store_list (db, &mull_vcard_property_type,
                                   "WHERE person_id = ?1 ORDER BY rank, id", person_id, 0, error);
  return mull_record_store_list (db, &mull_vcard_property_type,
                                 "WHERE company_id = ?1 ORDER BY rank, id", company_id, 0, error);
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
