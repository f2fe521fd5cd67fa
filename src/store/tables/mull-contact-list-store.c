/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-contact-list-store"

#include "config.h"

#include "mull-contact-list-store.h"

/* What a list says of them. A name that does not have the letters anywhere is told from the index
 * at the price of one look. */
#define PEOPLE                                                                                     \
  "SELECT p.id, p.name, p.title, coalesce (o.name, ''),"                                           \
  " coalesce ((SELECT value FROM person_address WHERE person_id = p.id AND kind = 'phone'"         \
  "  ORDER BY rank LIMIT 1), ''),"                                                                 \
  " coalesce ((SELECT value FROM person_address WHERE person_id = p.id AND kind = 'mail'"          \
  "  ORDER BY rank LIMIT 1), ''),"                                                                 \
  " (SELECT count (*) FROM member m JOIN deal d ON d.id = m.deal_id"                               \
  "  WHERE m.person_id = p.id AND d.outcome = 'open' AND d.trashed_at IS NULL)"                    \
  " FROM person p LEFT JOIN company o ON o.id = p.company_id"
#define COMPANIES                                                                                  \
  "SELECT o.id, o.name, o.sector, o.domain, o.phone,"                                              \
  " (SELECT count (*) FROM person WHERE company_id = o.id AND trashed_at IS NULL),"                \
  " (SELECT count (*) FROM deal"                                                                   \
  "  WHERE company_id = o.id AND outcome = 'open' AND trashed_at IS NULL)"

static gboolean
read_people (MullStatement *stmt, MullPersonRowFunc func, gpointer user_data, GError **error)
{
  MullStep step;

  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      MullPersonRow row = {
        .id = mull_statement_get_int64 (stmt, 0),
        .name = mull_statement_get_text (stmt, 1),
        .title = mull_statement_get_text (stmt, 2),
        .company = mull_statement_get_text (stmt, 3),
        .phone = mull_statement_get_text (stmt, 4),
        .mail = mull_statement_get_text (stmt, 5),
        .n_deals = mull_statement_get_int64 (stmt, 6),
      };

      func (&row, user_data);
    }
  return step == MULL_STEP_DONE;
}

static gboolean
read_companies (MullStatement *stmt, MullCompanyRowFunc func, gpointer user_data, GError **error)
{
  MullStep step;

  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      MullCompanyRow row = {
        .id = mull_statement_get_int64 (stmt, 0),
        .name = mull_statement_get_text (stmt, 1),
        .sector = mull_statement_get_text (stmt, 2),
        .domain = mull_statement_get_text (stmt, 3),
        .phone = mull_statement_get_text (stmt, 4),
        .n_people = mull_statement_get_int64 (stmt, 5),
        .n_deals = mull_statement_get_int64 (stmt, 6),
      };

      func (&row, user_data);
    }
  return step == MULL_STEP_DONE;
}

/**
 * mull_person_list_store_read:
 * @func: (scope call): called with each person
 */
gboolean
mull_person_list_store_read (MullDatabase *db,
                             MullPersonRowFunc func,
                             gpointer user_data,
                             GError **error)
{
  g_autoptr (MullStatement) stmt = mull_database_prepare_scan (
      db, PEOPLE " WHERE p.trashed_at IS NULL ORDER BY p.name_key, p.id", error);

  return stmt != NULL && read_people (stmt, func, user_data, error);
}

/**
 * mull_company_list_store_read:
 * @func: (scope call): called with each company
 */
gboolean
mull_company_list_store_read (MullDatabase *db,
                              MullCompanyRowFunc func,
                              gpointer user_data,
                              GError **error)
{
  g_autoptr (MullStatement) stmt = mull_database_prepare_scan (
      db, COMPANIES " FROM company o WHERE o.trashed_at IS NULL ORDER BY o.name_key, o.id", error);

  return stmt != NULL && read_companies (stmt, func, user_data, error);
}

/**
 * mull_person_list_store_find:
 * @key: folded; what a word of the name begins with; empty for all
 * @limit: how many at most
 * @func: (scope call): called with each person, by name
 */
gboolean
mull_person_list_store_find (MullDatabase *db,
                             const char *key,
                             guint limit,
                             MullPersonRowFunc func,
                             gpointer user_data,
                             GError **error)
{
  g_autoptr (MullStatement) stmt = mull_database_prepare_scan (
      db,
      PEOPLE " WHERE p.trashed_at IS NULL AND instr (p.name_key, ?1) > 0 AND (substr (p.name_key, "
             "1, length (?1)) = ?1"
             " OR instr (p.name_key, ' ' || ?1) > 0) ORDER BY p.name_key, p.id LIMIT ?2",
      error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_text (stmt, 1, key);
  mull_statement_bind_int64 (stmt, 2, limit);
  return read_people (stmt, func, user_data, error);
}

/**
 * mull_company_list_store_find:
 * @key: folded; what a word of the name begins with; empty for all
 * @limit: how many at most
 * @func: (scope call): called with each company, by name
 */
gboolean
mull_company_list_store_find (MullDatabase *db,
                              const char *key,
                              guint limit,
                              MullCompanyRowFunc func,
                              gpointer user_data,
                              GError **error)
{
  g_autoptr (MullStatement) stmt = mull_database_prepare_scan (
      db,
      COMPANIES " FROM company o WHERE o.trashed_at IS NULL"
                " AND instr (o.name_key, ?1) > 0 AND (substr (o.name_key, 1, length (?1)) = ?1"
                " OR instr (o.name_key, ' ' || ?1) > 0) ORDER BY o.name_key, o.id LIMIT ?2",
      error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_text (stmt, 1, key);
  mull_statement_bind_int64 (stmt, 2, limit);
  return read_companies (stmt, func, user_data, error);
}
