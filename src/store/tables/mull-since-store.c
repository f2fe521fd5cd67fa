/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-since-store"

#include "config.h"

#include "mull-since-store.h"

#include "mull-entry.h"
#include "mull-record-store.h"

/* Nobody is silent for longer before it counts. */
#define LONGEST_DARK_DAYS 365

static void
change_free (gpointer data)
{
  MullSinceChange *change = data;

  g_free (change->field);
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change->text);
  g_free (change);
}

static void
deal_free (gpointer data)
{
  MullSinceDeal *deal = data;

  g_free (deal->stage);
  g_free (deal);
}

/**
 * mull_since_store_list_deals:
 * @since: microseconds UTC
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullSinceDeal) (nullable): deals that were added since
 *   then and are not in the trash, the latest first
 */
GPtrArray *
mull_since_store_list_deals (MullDatabase *db, gint64 since, guint limit, GError **error)
{
  g_autoptr (GPtrArray) deals = g_ptr_array_new_with_free_func (deal_free);
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db,
                             "SELECT d.id, d.created_at, s.name, d.value_minor, d.currency"
                             " FROM deal AS d JOIN stage AS s ON s.id = d.stage_id"
                             " WHERE d.created_at >= ?1 AND d.trashed_at IS NULL"
                             " ORDER BY d.created_at DESC, d.id DESC LIMIT ?2",
                             error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, since);
  mull_statement_bind_int64 (statement, 2, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullSinceDeal *deal = g_new0 (MullSinceDeal, 1);

      deal->deal_id = mull_statement_get_int64 (statement, 0);
      deal->at = mull_statement_get_int64 (statement, 1);
      deal->stage = mull_statement_dup_text (statement, 2);
      if (!mull_statement_is_null (statement, 3))
        mull_money_init (&deal->value, mull_statement_get_int64 (statement, 3),
                         mull_statement_get_text (statement, 4), NULL);
      g_ptr_array_add (deals, deal);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&deals) : NULL;
}

/**
 * mull_since_store_list_changes:
 * @since: microseconds UTC
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullSinceChange) (nullable): what was changed since then
 *   on deals that are not in the trash, the latest first
 */
GPtrArray *
mull_since_store_list_changes (MullDatabase *db, gint64 since, guint limit, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db,
      "SELECT e.deal_id, e.id, e.written_at, c.field, c.old_value, c.new_value, e.change_line,"
      "       e.text"
      " FROM entry AS e JOIN entry_change AS c ON c.entry_id = e.id"
      " JOIN deal AS d ON d.id = e.deal_id"
      " WHERE e.kind IN ('stage', 'field') AND e.written_at >= ?1 AND e.trashed_at IS NULL"
      " AND d.trashed_at IS NULL ORDER BY e.written_at DESC LIMIT ?2",
      error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, since);
  mull_statement_bind_int64 (statement, 2, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullSinceChange *change = g_new0 (MullSinceChange, 1);

      change->deal_id = mull_statement_get_int64 (statement, 0);
      change->entry_id = mull_statement_get_int64 (statement, 1);
      change->at = mull_statement_get_int64 (statement, 2);
      change->field = mull_statement_dup_text (statement, 3);
      change->old_value = mull_statement_dup_text (statement, 4);
      change->new_value = mull_statement_dup_text (statement, 5);
      change->text = mull_change_line_join (mull_statement_get_text (statement, 6),
                                            mull_statement_get_text (statement, 7));
      g_ptr_array_add (changes, change);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&changes) : NULL;
}

static GPtrArray *
list_promises (MullDatabase *db, const char *clause, MullDay since, guint limit, GError **error)
{
  g_autoptr (GPtrArray) promises = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullStatement) statement =
      mull_record_store_select (db, &mull_commitment_type, clause, error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_day (statement, 1, since);
  mull_statement_bind_int64 (statement, 2, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    g_ptr_array_add (promises, mull_record_store_read (&mull_commitment_type, statement));
  return step == MULL_STEP_DONE ? g_steal_pointer (&promises) : NULL;
}

/**
 * mull_since_store_list_made:
 * @since: the first day
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullCommitment) (nullable): promises that were made since
 *   that day, the latest first
 */
GPtrArray *
mull_since_store_list_made (MullDatabase *db, MullDay since, guint limit, GError **error)
{
  return list_promises (db,
                        "WHERE made_on >= ?1 AND EXISTS (SELECT 1 FROM deal AS d"
                        " WHERE d.id = commitment.deal_id AND d.trashed_at IS NULL)"
                        " ORDER BY made_on DESC, id DESC LIMIT ?2",
                        since, limit, error);
}

/**
 * mull_since_store_list_settled:
 * @since: the first day
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullCommitment) (nullable): promises that were settled
 *   since that day, one way or the other, the latest first
 */
GPtrArray *
mull_since_store_list_settled (MullDatabase *db, MullDay since, guint limit, GError **error)
{
  return list_promises (
      db,
      "WHERE settled_on IS NOT NULL AND settled_on >= ?1 AND EXISTS (SELECT 1 FROM deal AS d"
      " WHERE d.id = commitment.deal_id AND d.trashed_at IS NULL)"
      " ORDER BY settled_on DESC, id DESC LIMIT ?2",
      since, limit, error);
}

/**
 * mull_since_store_list_passed:
 * @ours: whether ours or theirs are wanted
 * @first_due: the first day for which they were promised
 * @last_due: the last one
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullCommitment) (nullable): promises in open deals that
 *   nobody has settled and whose day is one of these, the latest first
 */
GPtrArray *
mull_since_store_list_passed (MullDatabase *db,
                              gboolean ours,
                              MullDay first_due,
                              MullDay last_due,
                              guint limit,
                              GError **error)
{
  g_autoptr (GPtrArray) promises = g_ptr_array_new_with_free_func (mull_record_unref);
  /* Each side has an index of its own. */
  g_autofree char *clause = g_strdup_printf (
      "WHERE state IN ('open', 'at-risk') AND side %s 'them' AND due_on BETWEEN ?1 AND ?2"
      " AND EXISTS (SELECT 1 FROM deal AS d WHERE d.id = commitment.deal_id"
      " AND d.trashed_at IS NULL AND d.outcome = 'open')"
      " ORDER BY due_on DESC, id DESC LIMIT ?3",
      ours ? "<>" : "=");
  g_autoptr (MullStatement) statement =
      mull_record_store_select (db, &mull_commitment_type, clause, error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_day (statement, 1, first_due);
  mull_statement_bind_day (statement, 2, last_due);
  mull_statement_bind_int64 (statement, 3, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    g_ptr_array_add (promises, mull_record_store_read (&mull_commitment_type, statement));
  return step == MULL_STEP_DONE ? g_steal_pointer (&promises) : NULL;
}

/**
 * mull_since_store_dup_title:
 *
 * Returns: (transfer full) (nullable): the title of a deal, empty if there is no such deal
 */
char *
mull_since_store_dup_title (MullDatabase *db, gint64 deal_id, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "SELECT title FROM deal WHERE id = ?1", error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, deal_id);
  step = mull_statement_step (statement, error);
  if (step == MULL_STEP_ERROR)
    return NULL;
  return step == MULL_STEP_ROW ? mull_statement_dup_text (statement, 0) : g_strdup ("");
}

/**
 * mull_since_store_list_silent:
 * @since: the day on or after which their silence can have begun to count
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullSinceSilence) (nullable): deals on which they are
 *   silent, the shortest silence first
 */
GArray *
mull_since_store_list_silent (MullDatabase *db, MullDay since, guint limit, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MullSinceSilence));
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db,
                             "SELECT c.deal_id, c.state = 'dark', c.state_on, s.dark_days"
                             " FROM deal_card AS c JOIN stage AS s ON s.id = c.stage_id"
                             " WHERE c.state IN ('fading', 'dark') AND c.state_on >= ?1"
                             " ORDER BY c.state_on DESC, c.deal_id DESC LIMIT ?2",
                             error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_day (statement, 1, since - LONGEST_DARK_DAYS);
  mull_statement_bind_int64 (statement, 2, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullSinceSilence silence = { mull_statement_get_int64 (statement, 0),
                                   mull_statement_get_int64 (statement, 1) != 0,
                                   mull_statement_get_day (statement, 2),
                                   (int) mull_statement_get_int64 (statement, 3) };

      g_array_append_val (found, silence);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&found) : NULL;
}
