/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-today-store"

#include "config.h"

#include "mull-today-store.h"

#include "mull-record-store.h"
#include "mull-stage.h"

/* Every open deal that is not in the trash has a card; what is held back while it is quiet. */
#define ON_BOARD " AND EXISTS (SELECT 1 FROM deal_card AS c WHERE c.deal_id = "
#define NOT_QUIET " AND c.state NOT IN ('quiet', 'away')"

static GPtrArray *
read_all (const MullRecordType *type, MullStatement *statement, GPtrArray *records, GError **error)
{
  MullStep step;

  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    g_ptr_array_add (records, mull_record_store_read (type, statement));
  return step == MULL_STEP_DONE ? records : NULL;
}

static GPtrArray *
records_new (void)
{
  return g_ptr_array_new_with_free_func (mull_record_unref);
}

/**
 * mull_today_store_list_ours:
 * @horizon: the last due day
 * @risk_horizon: the last due day of promises that are known to be at risk
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullCommitment) (nullable): open promises of ours, also
 *   while they are quiet: what we owe is a duty
 */
GPtrArray *
mull_today_store_list_ours (MullDatabase *db,
                            MullDay horizon,
                            MullDay risk_horizon,
                            guint limit,
                            GError **error)
{
  g_autoptr (GPtrArray) found = records_new ();
  g_autoptr (MullStatement) near = mull_record_store_select (
      db, &mull_commitment_type,
      "WHERE state IN ('open', 'at-risk') AND side <> 'them' AND due_on <= ?1" ON_BOARD
      "commitment.deal_id) ORDER BY due_on, id LIMIT ?2",
      error);
  g_autoptr (MullStatement) at_risk = NULL;

  if (near == NULL)
    return NULL;
  mull_statement_bind_day (near, 1, horizon);
  mull_statement_bind_int64 (near, 2, limit);
  if (read_all (&mull_commitment_type, near, found, error) == NULL)
    return NULL;
  at_risk = mull_record_store_select (
      db, &mull_commitment_type,
      "WHERE state = 'at-risk' AND side <> 'them' AND due_on > ?1 AND due_on <= ?2" ON_BOARD
      "commitment.deal_id) ORDER BY due_on, id LIMIT ?3",
      error);
  if (at_risk == NULL)
    return NULL;
  mull_statement_bind_day (at_risk, 1, horizon);
  mull_statement_bind_day (at_risk, 2, risk_horizon);
  mull_statement_bind_int64 (at_risk, 3, limit);
  if (read_all (&mull_commitment_type, at_risk, found, error) == NULL)
    return NULL;
  return g_steal_pointer (&found);
}

/**
 * mull_today_store_list_theirs:
 * @before: the day before which they were due
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullCommitment) (nullable): overdue promises of theirs,
 *   but not of those who asked to be left alone
 */
GPtrArray *
mull_today_store_list_theirs (MullDatabase *db, MullDay before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) found = records_new ();
  g_autoptr (MullStatement) statement = mull_record_store_select (
      db, &mull_commitment_type,
      "WHERE state IN ('open', 'at-risk') AND side = 'them' AND due_on < ?1" ON_BOARD
      "commitment.deal_id" NOT_QUIET ") ORDER BY due_on DESC, id DESC LIMIT ?2",
      error);

  if (statement == NULL)
    return NULL;
  mull_statement_bind_day (statement, 1, before);
  mull_statement_bind_int64 (statement, 2, limit);
  if (read_all (&mull_commitment_type, statement, found, error) == NULL)
    return NULL;
  return g_steal_pointer (&found);
}

/**
 * mull_today_store_list_quiets:
 * @today: the present day
 * @until: the last day on which they end
 * @limit: how many at most of each kind
 *
 * Returns: (transfer full) (element-type MullQuiet) (nullable): quiets in force that have ended,
 *   the latest first, and then those that end soon
 */
GPtrArray *
mull_today_store_list_quiets (MullDatabase *db,
                              MullDay today,
                              MullDay until,
                              guint limit,
                              GError **error)
{
  g_autoptr (GPtrArray) found = records_new ();
  g_autoptr (MullStatement) ended = mull_record_store_select (
      db, &mull_quiet_type,
      "WHERE state = 'in-force' AND until_on <= ?1 AND (deal_id IS NULL OR EXISTS"
      " (SELECT 1 FROM deal_card AS c WHERE c.deal_id = quiet.deal_id))"
      " ORDER BY until_on DESC, id DESC LIMIT ?2",
      error);
  g_autoptr (MullStatement) ending = NULL;

  if (ended == NULL)
    return NULL;
  mull_statement_bind_day (ended, 1, today);
  mull_statement_bind_int64 (ended, 2, limit);
  if (read_all (&mull_quiet_type, ended, found, error) == NULL)
    return NULL;
  ending = mull_record_store_select (
      db, &mull_quiet_type,
      "WHERE state = 'in-force' AND until_on > ?1 AND until_on <= ?2 AND (deal_id IS NULL OR EXISTS"
      " (SELECT 1 FROM deal_card AS c WHERE c.deal_id = quiet.deal_id))"
      " ORDER BY until_on, id LIMIT ?3",
      error);
  if (ending == NULL)
    return NULL;
  mull_statement_bind_day (ending, 1, today);
  mull_statement_bind_day (ending, 2, until);
  mull_statement_bind_int64 (ending, 3, limit);
  if (read_all (&mull_quiet_type, ending, found, error) == NULL)
    return NULL;
  return g_steal_pointer (&found);
}

/**
 * mull_today_store_list_touches:
 * @from: the first day
 * @until: the last day
 * @meetings: meetings that were accepted, or everything else
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullPlannedTouch) (nullable): what is planned; not on
 *   deals that are quiet, unless it is a meeting that they accepted
 */
GPtrArray *
mull_today_store_list_touches (MullDatabase *db,
                               MullDay from,
                               MullDay until,
                               gboolean meetings,
                               guint limit,
                               GError **error)
{
  g_autoptr (GPtrArray) found = records_new ();
  g_autoptr (MullStatement) statement =
      meetings
          ? mull_record_store_select (db, &mull_planned_touch_type,
                                      "WHERE state = 'open' AND kind = 'meeting' AND due_on >= ?1 "
                                      "AND due_on <= ?2" ON_BOARD
                                      "planned_touch.deal_id) ORDER BY due_on, id LIMIT ?3",
                                      error)
          : mull_record_store_select (
                db, &mull_planned_touch_type,
                "WHERE state = 'open' AND due_on >= ?1 AND due_on <= ?2" ON_BOARD
                "planned_touch.deal_id" NOT_QUIET
                ") AND (kind <> 'meeting' OR due_on < ?2) ORDER BY due_on DESC, id DESC LIMIT ?3",
                error);

  if (statement == NULL)
    return NULL;
  mull_statement_bind_day (statement, 1, from);
  mull_statement_bind_day (statement, 2, until);
  mull_statement_bind_int64 (statement, 3, limit);
  if (read_all (&mull_planned_touch_type, statement, found, error) == NULL)
    return NULL;
  return g_steal_pointer (&found);
}

/**
 * mull_today_store_list_holes:
 * @since: microseconds UTC
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullHole) (nullable): open holes that were left since
 *   then, the freshest first; not on deals that are quiet
 */
GPtrArray *
mull_today_store_list_holes (MullDatabase *db, gint64 since, guint limit, GError **error)
{
  g_autoptr (GPtrArray) found = records_new ();
  g_autoptr (MullStatement) statement = mull_record_store_select (
      db, &mull_hole_type,
      "WHERE left_at >= ?1 AND state = 'open'" ON_BOARD "hole.deal_id" NOT_QUIET
      ") ORDER BY left_at DESC, id DESC LIMIT ?2",
      error);

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, since);
  mull_statement_bind_int64 (statement, 2, limit);
  if (read_all (&mull_hole_type, statement, found, error) == NULL)
    return NULL;
  return g_steal_pointer (&found);
}

/* From the index alone. */
static gboolean
read_silent (MullDatabase *db,
             gint64 stage_id,
             const MullNeedsRange *range,
             guint limit,
             GArray *found,
             GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db,
      "SELECT deal_id, needs FROM deal_card"
      " WHERE stage_id = ?1 AND needs >= ?2 AND needs < ?3 ORDER BY needs, deal_id LIMIT ?4",
      error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, stage_id);
  mull_statement_bind_int64 (statement, 2, range->from);
  mull_statement_bind_int64 (statement, 3, range->to);
  mull_statement_bind_int64 (statement, 4, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullSilentDeal deal = { mull_statement_get_int64 (statement, 0), range->state, MULL_DAY_NONE,
                              mull_statement_get_int64 (statement, 1) };

      g_array_append_val (found, deal);
    }
  return step == MULL_STEP_DONE;
}

static gboolean
read_state_day (MullDatabase *db, MullSilentDeal *deal, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "SELECT state_on FROM deal_card WHERE deal_id = ?1", error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal->deal_id);
  step = mull_statement_step (statement, error);
  if (step == MULL_STEP_ROW)
    deal->on = mull_statement_get_day (statement, 0);
  return step != MULL_STEP_ERROR;
}

static int
compare_silent (gconstpointer a, gconstpointer b)
{
  const MullSilentDeal *one = a, *other = b;

  if (one->needs != other->needs)
    return one->needs < other->needs ? -1 : 1;
  return one->deal_id < other->deal_id ? -1 : one->deal_id > other->deal_id;
}

/**
 * mull_today_store_list_silent:
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullSilentDeal) (nullable): deals on which there is
 *   silence and nothing is planned, those that need the rep soonest first
 */
GArray *
mull_today_store_list_silent (MullDatabase *db, guint limit, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MullSilentDeal));
  g_autoptr (MullStatement) stages =
      mull_database_prepare_scan (db, "SELECT id FROM stage ORDER BY id", error);
  guint n_ranges;
  const MullNeedsRange *ranges = mull_needs_list_silent (&n_ranges);
  MullStep step;

  if (stages == NULL)
    return NULL;
  while ((step = mull_statement_step (stages, error)) == MULL_STEP_ROW)
    for (guint i = 0; i < n_ranges; i++)
      if (!read_silent (db, mull_statement_get_int64 (stages, 0), &ranges[i], limit, found, error))
        return NULL;
  if (step == MULL_STEP_ERROR)
    return NULL;
  g_array_sort (found, compare_silent);
  if (found->len > limit)
    g_array_set_size (found, limit);
  for (guint i = 0; i < found->len; i++)
    if (!read_state_day (db, &g_array_index (found, MullSilentDeal, i), error))
      return NULL;
  return g_steal_pointer (&found);
}

/**
 * mull_today_store_was_touched:
 * @since: microseconds UTC
 * @touched: (out): whether anything went out on a deal since then
 */
gboolean
mull_today_store_was_touched (MullDatabase *db,
                              gint64 deal_id,
                              gint64 since,
                              gboolean *touched,
                              GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db,
      "SELECT EXISTS (SELECT 1 FROM entry WHERE deal_id = ?1 AND happened_at >= ?2"
      " AND direction IN ('out', 'both') AND trashed_at IS NULL)",
      error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal_id);
  mull_statement_bind_int64 (statement, 2, since);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *touched = mull_statement_get_int64 (statement, 0) != 0;
  return TRUE;
}
