/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-reviewer-store"

#include "config.h"

#include "mull-reviewer-store.h"

#include "mull-record-store.h"

/**
 * mull_own_rule_store_get:
 *
 * Returns: (transfer full) (nullable): the rule; %NULL with %MULL_ERROR_NOT_FOUND if there is none
 */
MullOwnRule *
mull_own_rule_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_own_rule_type, id, error);
}

/**
 * mull_own_rule_store_list:
 *
 * Returns: (transfer container) (element-type MullOwnRule) (nullable): the rules that the rep
 * added, oldest first
 */
GPtrArray *
mull_own_rule_store_list (MullDatabase *db, GError **error)
{
  return mull_record_store_list (db, &mull_own_rule_type, "WHERE id > ?1 ORDER BY id", 0, 0, error);
}

/**
 * mull_ignored_remark_store_get:
 *
 * Returns: (transfer full) (nullable): what is ignored; %NULL with %MULL_ERROR_NOT_FOUND if it is
 * not (any more)
 */
MullIgnoredRemark *
mull_ignored_remark_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_ignored_remark_type, id, error);
}

/**
 * mull_ignored_remark_store_list:
 * @script_id: the script that is reviewed; 0 for none
 *
 * Returns: (transfer container) (element-type MullIgnoredRemark) (nullable): what is ignored in
 * that script or in every script, oldest first
 */
GPtrArray *
mull_ignored_remark_store_list (MullDatabase *db, gint64 script_id, GError **error)
{
  return mull_record_store_list (db, &mull_ignored_remark_type,
                                 "WHERE script_id = ?1 OR script_id IS NULL ORDER BY id", script_id,
                                 0, error);
}

/**
 * mull_ignored_remark_store_list_all:
 *
 * Returns: (transfer container) (element-type MullIgnoredRemark) (nullable): what is ignored
 * anywhere, oldest first
 */
GPtrArray *
mull_ignored_remark_store_list_all (MullDatabase *db, GError **error)
{
  return mull_record_store_list (db, &mull_ignored_remark_type, "WHERE id > ?1 ORDER BY id", 0, 0,
                                 error);
}
