/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-duplicate-store"

#include "config.h"

#include "mull-duplicate-store.h"

#include <string.h>

#define PERSON_COLUMNS "SELECT p.id, p.name, coalesce (c.name, ''), coalesce (p.company_id, 0)"
#define OF_PERSON " FROM person AS p LEFT JOIN company AS c ON c.id = p.company_id"
#define OF_ADDRESS(kind)                                                                           \
  PERSON_COLUMNS " FROM person_address AS a JOIN person AS p ON p.id = a.person_id"                \
                 " LEFT JOIN company AS c ON c.id = p.company_id"                                  \
                 " WHERE a.value_key = ?1 AND a.kind = '" kind "' AND p.trashed_at IS NULL"        \
                 " LIMIT ?2"
#define COMPANY_COLUMNS "SELECT id, name, domain, 0 FROM company"

static const char *
get_query (MullDuplicateMark mark)
{
  switch (mark)
    {
    case MULL_DUPLICATE_MAIL:
      return OF_ADDRESS ("mail");
    case MULL_DUPLICATE_PHONE:
      return OF_ADDRESS ("phone");
    case MULL_DUPLICATE_NAME:
      return PERSON_COLUMNS OF_PERSON " WHERE p.name_key = ?1 AND p.trashed_at IS NULL"
                                      " ORDER BY p.id LIMIT ?2";
    case MULL_DUPLICATE_COMPANY_NAME:
      /* "zeta" also finds "zeta gmbh": the character after the space ends the range. */
      return COMPANY_COLUMNS " WHERE (name_key = ?1 OR (name_key >= ?1 || ' '"
                             " AND name_key < ?1 || '!')) AND trashed_at IS NULL LIMIT ?2";
    case MULL_DUPLICATE_DOMAIN:
      return COMPANY_COLUMNS " WHERE domain = ?1 AND domain <> '' AND trashed_at IS NULL LIMIT ?2";
    }
  g_return_val_if_reached (NULL);
}

/**
 * mull_duplicate_store_find:
 * @mark: what is looked at
 * @key: a name folded by mull_text_fold(), an address by mull_address_key(), or a domain; not empty
 * @limit: how many at most
 * @func: (scope call): called with everybody outside the trash who has it; somebody may come twice
 * @user_data: for @func
 *
 * Looks things up in an index, so that it can be done while somebody types.
 */
gboolean
mull_duplicate_store_find (MullDatabase *db,
                           MullDuplicateMark mark,
                           const char *key,
                           guint limit,
                           MullDuplicateRowFunc func,
                           gpointer user_data,
                           GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (db, get_query (mark), error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, key);
  mull_statement_bind_int64 (statement, 2, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      const MullDuplicateRow row = {
        .id = mull_statement_get_int64 (statement, 0),
        .name = mull_statement_get_text (statement, 1),
        .about = mull_statement_get_text (statement, 2),
        .company_id = mull_statement_get_int64 (statement, 3),
      };

      func (&row, user_data);
    }
  return step == MULL_STEP_DONE;
}

/* Each walks along an index, from one value to the next. */
static const char *
get_scan (MullDuplicateMark mark)
{
  switch (mark)
    {
    case MULL_DUPLICATE_MAIL:
    case MULL_DUPLICATE_PHONE:
      return "SELECT value_key, count (*) FROM person_address WHERE value_key > ?1"
             " GROUP BY value_key ORDER BY value_key LIMIT ?2";
    case MULL_DUPLICATE_NAME:
      return "SELECT name_key, count (*) FROM person WHERE name_key > ?1"
             " GROUP BY name_key ORDER BY name_key LIMIT ?2";
    case MULL_DUPLICATE_COMPANY_NAME:
      return "SELECT name_key, count (*) FROM company WHERE name_key > ?1"
             " GROUP BY name_key ORDER BY name_key LIMIT ?2";
    case MULL_DUPLICATE_DOMAIN:
      return "SELECT domain, count (*) FROM company WHERE domain > ?1 AND domain <> ''"
             " GROUP BY domain ORDER BY domain LIMIT ?2";
    }
  g_return_val_if_reached (NULL);
}

/**
 * mull_duplicate_store_scan:
 * @mark: what is looked at
 * @after: where the last scan ended; empty to begin
 * @limit: how many values to look at
 * @keys: (element-type utf8): values that several have are added, and names of companies that
 *   others begin with; some of those may be in the trash
 * @last: (out) (transfer full) (nullable): where to go on, or %NULL at the end
 *
 * Looks at some of all values, so that many can be looked at in turns.
 */
gboolean
mull_duplicate_store_scan (MullDatabase *db,
                           MullDuplicateMark mark,
                           const char *after,
                           guint limit,
                           GPtrArray *keys,
                           char **last,
                           GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (db, get_scan (mark), error);
  g_autofree char *seen = NULL;
  g_autofree char *longer = NULL; /* what a name that goes on after the last one begins with */
  MullStep step;
  guint n = 0;

  *last = NULL;
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, after);
  mull_statement_bind_int64 (statement, 2, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      const char *value = mull_statement_get_text (statement, 0);

      if (longer != NULL && g_str_has_prefix (value, longer))
        g_ptr_array_add (keys, g_strndup (longer, strlen (longer) - 1));
      if (mull_statement_get_int64 (statement, 1) > 1)
        g_ptr_array_add (keys, g_strdup (value));
      if (mark == MULL_DUPLICATE_COMPANY_NAME)
        {
          g_free (longer);
          longer = g_strconcat (value, " ", NULL);
        }
      if (++n == limit)
        seen = g_strdup (value);
    }
  *last = g_steal_pointer (&seen);
  return step == MULL_STEP_DONE;
}
