/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-attachment-store"

#include "config.h"

#include "mull-attachment-store.h"

#include "mull-record-store.h"

/**
 * mull_attachment_store_get:
 *
 * Returns: (transfer full) (nullable): the attachment; %NULL with %MULL_ERROR_NOT_FOUND if there is
 *   none
 */
MullAttachment *
mull_attachment_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_attachment_type, id, error);
}

/**
 * mull_attachment_store_list:
 *
 * Returns: (transfer container) (element-type MullAttachment) (nullable): the files of an entry
 */
GPtrArray *
mull_attachment_store_list (MullDatabase *db, gint64 entry_id, GError **error)
{
  return mull_record_store_list (db, &mull_attachment_type, "WHERE entry_id = ?1 ORDER BY id",
                                 entry_id, 0, error);
}

/**
 * mull_attachment_store_list_of_deal:
 *
 * Returns: (transfer container) (element-type MullAttachment) (nullable): the files of a deal,
 *   those of the newest entry first
 */
GPtrArray *
mull_attachment_store_list_of_deal (MullDatabase *db, gint64 deal_id, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullStatement) entries =
      mull_database_prepare (db,
                             "SELECT id FROM entry WHERE deal_id = ?1 AND trashed_at IS NULL"
                             " AND EXISTS (SELECT 1 FROM attachment a WHERE a.entry_id = entry.id)"
                             " ORDER BY happened_at DESC, id DESC",
                             error);
  MullStep step;

  if (entries == NULL)
    return NULL;
  mull_statement_bind_int64 (entries, 1, deal_id);
  while ((step = mull_statement_step (entries, error)) == MULL_STEP_ROW)
    {
      g_autoptr (GPtrArray) some =
          mull_attachment_store_list (db, mull_statement_get_int64 (entries, 0), error);

      if (some == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&some));
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

/**
 * mull_attachment_store_foreach_content:
 * @func: (scope call): told of each content
 */
gboolean
mull_attachment_store_foreach_content (MullDatabase *db,
                                       MullContentFunc func,
                                       gpointer user_data,
                                       GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      db, "SELECT DISTINCT sha256, size FROM attachment ORDER BY sha256", error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    func (mull_statement_get_text (statement, 0), mull_statement_get_int64 (statement, 1),
          user_data);
  return step == MULL_STEP_DONE;
}
