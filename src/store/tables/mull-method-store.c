/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-method-store"

#include "config.h"

#include "mull-method-store.h"

#include "mull-record-store.h"

/**
 * mull_quiet_store_get:
 *
 * Returns: (transfer full) (nullable): the quiet; %NULL with %MULL_ERROR_NOT_FOUND if there is none
 */
MullQuiet *
mull_quiet_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_quiet_type, id, error);
}

/**
 * mull_quiet_store_list_for_deal:
 *
 * Returns: (transfer container) (element-type MullQuiet) (nullable): the quiets in force that cover
 * a deal, whatever their scope
 */
GPtrArray *
mull_quiet_store_list_for_deal (MullDatabase *db, gint64 deal_id, GError **error)
{
  return mull_record_store_list (
      db, &mull_quiet_type,
      "WHERE state = 'in-force' AND id IN ("
      " SELECT id FROM quiet WHERE deal_id = ?1"
      " UNION ALL SELECT q.id FROM member m JOIN quiet q ON q.person_id = m.person_id"
      " WHERE m.deal_id = ?1 AND q.scope = 'person'"
      " UNION ALL SELECT q.id FROM deal d JOIN quiet q ON q.company_id = d.company_id"
      " WHERE d.id = ?1) ORDER BY asked_on, id",
      deal_id, 0, error);
}

/**
 * mull_quiet_store_list_for_person:
 *
 * Returns: (transfer container) (element-type MullQuiet) (nullable): every quiet that a person
 * asked for, whatever it covers and whatever became of it, the last one first
 */
GPtrArray *
mull_quiet_store_list_for_person (MullDatabase *db, gint64 person_id, GError **error)
{
  return mull_record_store_list (db, &mull_quiet_type,
                                 "WHERE person_id = ?1 ORDER BY asked_on DESC, id DESC", person_id,
                                 0, error);
}

/**
 * mull_quiet_touch_store_list_for_quiet:
 *
 * Returns: (transfer container) (element-type MullQuietTouch) (nullable): the touches that were
 * made or planned during a quiet, in order
 */
GPtrArray *
mull_quiet_touch_store_list_for_quiet (MullDatabase *db, gint64 quiet_id, GError **error)
{
  return mull_record_store_list (db, &mull_quiet_touch_type,
                                 "WHERE quiet_id = ?1 ORDER BY created_at, id", quiet_id, 0, error);
}

/**
 * mull_quiet_touch_store_list_for_touch:
 *
 * Returns: (transfer container) (element-type MullQuietTouch) (nullable): what let a planned touch
 * through, for each quiet
 */
GPtrArray *
mull_quiet_touch_store_list_for_touch (MullDatabase *db, gint64 touch_id, GError **error)
{
  return mull_record_store_list (db, &mull_quiet_touch_type, "WHERE touch_id = ?1 ORDER BY id",
                                 touch_id, 0, error);
}

/**
 * mull_qualification_store_list:
 *
 * Returns: (transfer container) (element-type MullQualification) (nullable): every answer given to
 * the four questions, the last one per question counts
 */
GPtrArray *
mull_qualification_store_list (MullDatabase *db, gint64 deal_id, GError **error)
{
  return mull_record_store_list (db, &mull_qualification_type,
                                 "WHERE deal_id = ?1 ORDER BY question, answered_at, id", deal_id,
                                 0, error);
}

/**
 * mull_hard_question_store_find_last:
 * @question: (out): the last hard question that was asked about a deal; %NULL if there is none
 */
gboolean
mull_hard_question_store_find_last (MullDatabase *db,
                                    gint64 deal_id,
                                    MullHardQuestion **question,
                                    GError **error)
{
  return mull_record_store_find (db, &mull_hard_question_type,
                                 "WHERE deal_id = ?1 AND asked_on IS NOT NULL"
                                 " ORDER BY asked_on DESC, id DESC LIMIT 1",
                                 deal_id, 0, (gpointer *) question, error);
}
