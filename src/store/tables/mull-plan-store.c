/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-plan-store"

#include "config.h"

#include "mull-plan-store.h"

#include "mull-record-store.h"

/**
 * mull_planned_touch_store_get:
 *
 * Returns: (transfer full) (nullable): the planned touch; %NULL with %MULL_ERROR_NOT_FOUND if there
 * is none
 */
MullPlannedTouch *
mull_planned_touch_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_planned_touch_type, id, error);
}

/**
 * mull_planned_touch_store_list_open:
 *
 * Returns: (transfer container) (element-type MullPlannedTouch) (nullable): the touches still to
 * come, soonest first
 */
GPtrArray *
mull_planned_touch_store_list_open (MullDatabase *db, gint64 deal_id, GError **error)
{
  return mull_record_store_list (db, &mull_planned_touch_type,
                                 "WHERE deal_id = ?1 AND state = 'open' ORDER BY due_on, id",
                                 deal_id, 0, error);
}

/**
 * mull_planned_touch_store_list_done_by:
 *
 * Returns: (transfer container) (element-type MullPlannedTouch) (nullable): the touches that were
 * done with the entry, soonest first
 */
GPtrArray *
mull_planned_touch_store_list_done_by (MullDatabase *db, gint64 entry_id, GError **error)
{
  return mull_record_store_list (db, &mull_planned_touch_type,
                                 "WHERE entry_id = ?1 AND state = 'done' ORDER BY due_on, id",
                                 entry_id, 0, error);
}

/**
 * mull_planned_touch_store_list_to_come:
 *
 * Returns: (transfer container) (element-type MullPlannedTouch) (nullable): the touches still to
 * come of all open deals, soonest first
 */
GPtrArray *
mull_planned_touch_store_list_to_come (MullDatabase *db, GError **error)
{
  /* The condition on the day, always true, makes the index of what is due a thing to search. */
  return mull_record_store_list (
      db, &mull_planned_touch_type,
      "WHERE state = 'open' AND due_on > '' AND EXISTS (SELECT 1 FROM deal WHERE deal.id = "
      "planned_touch.deal_id"
      " AND deal.outcome = 'open' AND deal.trashed_at IS NULL) ORDER BY due_on, id",
      0, 0, error);
}

/**
 * mull_commitment_store_get:
 *
 * Returns: (transfer full) (nullable): the commitment; %NULL with %MULL_ERROR_NOT_FOUND if there is
 * none
 */
MullCommitment *
mull_commitment_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_commitment_type, id, error);
}

/**
 * mull_commitment_store_list:
 *
 * Returns: (transfer container) (element-type MullCommitment) (nullable): the promises of both
 * sides by due date
 */
GPtrArray *
mull_commitment_store_list (MullDatabase *db, gint64 deal_id, GError **error)
{
  return mull_record_store_list (db, &mull_commitment_type,
                                 "WHERE deal_id = ?1 ORDER BY due_on, id", deal_id, 0, error);
}

/**
 * mull_commitment_store_list_to_person:
 *
 * Returns: (transfer container) (element-type MullCommitment) (nullable): the promises to a person,
 * of all deals, oldest first
 */
GPtrArray *
mull_commitment_store_list_to_person (MullDatabase *db, gint64 person_id, GError **error)
{
  return mull_record_store_list (db, &mull_commitment_type, "WHERE to_person_id = ?1 ORDER BY id",
                                 person_id, 0, error);
}

/**
 * mull_commitment_store_list_ours:
 *
 * Returns: (transfer container) (element-type MullCommitment) (nullable): what we still owe in all
 * open deals, soonest first
 */
GPtrArray *
mull_commitment_store_list_ours (MullDatabase *db, GError **error)
{
  return mull_record_store_list (
      db, &mull_commitment_type,
      "WHERE state IN ('open', 'at-risk') AND due_on > '' AND side <> 'them'"
      " AND EXISTS (SELECT 1 FROM deal WHERE deal.id = commitment.deal_id"
      " AND deal.outcome = 'open' AND deal.trashed_at IS NULL) ORDER BY due_on, id",
      0, 0, error);
}

/**
 * mull_hole_store_get:
 *
 * Returns: (transfer full) (nullable): the hole; %NULL with %MULL_ERROR_NOT_FOUND if there is none
 */
MullHole *
mull_hole_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_hole_type, id, error);
}

/**
 * mull_hole_store_list:
 *
 * Returns: (transfer container) (element-type MullHole) (nullable): the holes of a deal; the first
 * open one is *the* hole
 */
GPtrArray *
mull_hole_store_list (MullDatabase *db, gint64 deal_id, GError **error)
{
  return mull_record_store_list (db, &mull_hole_type, "WHERE deal_id = ?1 ORDER BY rank, id",
                                 deal_id, 0, error);
}
