/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-promise-store"

#include "config.h"

#include "mull-promise-store.h"

#include "mull-record-store.h"

/**
 * mull_commitment_store_list_of_person:
 *
 * Returns: (transfer container) (element-type MullCommitment) (nullable): the promises to and by a
 *   person, over all deals, and what replaced them
 */
GPtrArray *
mull_commitment_store_list_of_person (MullDatabase *db, gint64 person_id, GError **error)
{
  return mull_record_store_list (db, &mull_commitment_type,
                                 "WHERE to_person_id = ?1 OR by_person_id = ?1 ORDER BY due_on, id",
                                 person_id, 0, error);
}

/* ── Hard questions and decisions ─────────────────────────────────────── */

/**
 * mull_hard_question_store_get:
 *
 * Returns: (transfer full) (nullable): the question; %NULL with %MULL_ERROR_NOT_FOUND if there is
 *   none
 */
MullHardQuestion *
mull_hard_question_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_hard_question_type, id, error);
}

/**
 * mull_hard_question_store_list:
 *
 * Returns: (transfer container) (element-type MullHardQuestion) (nullable): the hard questions of a
 *   deal, oldest first
 */
GPtrArray *
mull_hard_question_store_list (MullDatabase *db, gint64 deal_id, GError **error)
{
  return mull_record_store_list (db, &mull_hard_question_type,
                                 "WHERE deal_id = ?1 ORDER BY created_at, id", deal_id, 0, error);
}

/**
 * mull_hard_question_store_find_for_script:
 * @question: (out) (transfer full) (nullable): the question that is asked with the script
 */
gboolean
mull_hard_question_store_find_for_script (MullDatabase *db,
                                          gint64 script_id,
                                          MullHardQuestion **question,
                                          GError **error)
{
  return mull_record_store_find (db, &mull_hard_question_type,
                                 "WHERE script_id = ?1 ORDER BY id DESC LIMIT 1", script_id, 0,
                                 (gpointer *) question, error);
}

/**
 * mull_decision_store_list:
 *
 * Returns: (transfer container) (element-type MullDecision) (nullable): what was decided about a
 *   deal, oldest first
 */
GPtrArray *
mull_decision_store_list (MullDatabase *db, gint64 deal_id, GError **error)
{
  return mull_record_store_list (db, &mull_decision_type,
                                 "WHERE deal_id = ?1 ORDER BY created_at, id", deal_id, 0, error);
}

/* ── Owning it ────────────────────────────────────────────────────────── */

/**
 * mull_own_it_store_get:
 *
 * Returns: (transfer full) (nullable): what was written to own a promise; %NULL with
 *   %MULL_ERROR_NOT_FOUND if there is none
 */
MullOwnIt *
mull_own_it_store_get (MullDatabase *db, gint64 id, GError **error)
{
  return mull_record_store_get (db, &mull_own_it_type, id, error);
}

/**
 * mull_own_it_store_find:
 * @own: (out) (transfer full) (nullable): what was last written to own the promise
 */
gboolean
mull_own_it_store_find (MullDatabase *db, gint64 commitment_id, MullOwnIt **own, GError **error)
{
  return mull_record_store_find (db, &mull_own_it_type,
                                 "WHERE commitment_id = ?1 ORDER BY id DESC LIMIT 1", commitment_id,
                                 0, (gpointer *) own, error);
}

/**
 * mull_own_it_store_find_for_script:
 * @own: (out) (transfer full) (nullable): what the script is for
 */
gboolean
mull_own_it_store_find_for_script (MullDatabase *db,
                                   gint64 script_id,
                                   MullOwnIt **own,
                                   GError **error)
{
  return mull_record_store_find (db, &mull_own_it_type,
                                 "WHERE script_id = ?1 ORDER BY id DESC LIMIT 1", script_id, 0,
                                 (gpointer *) own, error);
}

/**
 * mull_way_out_store_list:
 *
 * Returns: (transfer container) (element-type MullWayOut) (nullable): the ways out, in order
 */
GPtrArray *
mull_way_out_store_list (MullDatabase *db, gint64 own_it_id, GError **error)
{
  return mull_record_store_list (db, &mull_way_out_type, "WHERE own_it_id = ?1 ORDER BY rank, id",
                                 own_it_id, 0, error);
}

/**
 * mull_way_out_store_clear:
 *
 * Removes all ways out, before the ones that hold now are inserted.
 */
gboolean
mull_way_out_store_clear (MullDatabase *db, gint64 own_it_id, GError **error)
{
  g_autoptr (MullStatement) stmt =
      mull_database_prepare (db, "DELETE FROM way_out WHERE own_it_id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, own_it_id);
  return mull_statement_run (stmt, error);
}

/* ── How deals ended ──────────────────────────────────────────────────── */

/* Effort after the last touch that came from them; all of it if none ever did. */
#define CASES                                                                                      \
  "SELECT d.outcome, d.heard_no, d.created_at, d.closed_at,"                                       \
  " (SELECT coalesce (sum (e.effort_min), 0) FROM entry e"                                         \
  "  WHERE e.deal_id = d.id AND e.trashed_at IS NULL),"                                            \
  " (SELECT coalesce (sum (e.effort_min), 0) FROM entry e"                                         \
  "  WHERE e.deal_id = d.id AND e.trashed_at IS NULL AND e.happened_at > coalesce ("               \
  "   (SELECT max (h.happened_at) FROM entry h WHERE h.deal_id = d.id AND h.trashed_at IS NULL"    \
  "    AND h.direction IN ('in', 'both') AND h.auto_reply = 0), -9223372036854775807))"            \
  " FROM deal d WHERE d.outcome <> 'open' AND d.trashed_at IS NULL AND d.closed_at IS NOT NULL"    \
  " ORDER BY d.id"

/**
 * mull_close_store_list_cases:
 *
 * Returns: (transfer full) (element-type MullCloseCase) (nullable): how every closed deal ended,
 * and what it had cost
 */
GArray *
mull_close_store_list_cases (MullDatabase *db, GError **error)
{
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (MullCloseCase));
  g_autoptr (MullStatement) stmt = mull_database_prepare_scan (db, CASES, error);
  MullStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      g_autofree char *outcome = mull_statement_dup_text (stmt, 0);
      g_autofree char *heard_no = mull_statement_dup_text (stmt, 1);
      gint64 lasted = mull_statement_get_int64 (stmt, 3) - mull_statement_get_int64 (stmt, 2);
      MullCloseCase one = { .days = (int) (MAX (lasted, 0) / G_TIME_SPAN_DAY),
                            .minutes = mull_statement_get_int64 (stmt, 4),
                            .minutes_since_heard = mull_statement_get_int64 (stmt, 5) };
      int value;

      if (mull_enum_from_nick (MULL_TYPE_OUTCOME, outcome, &value))
        one.outcome = (MullOutcome) value;
      if (mull_enum_from_nick (MULL_TYPE_TERNARY, heard_no, &value))
        one.heard_no = (MullTernary) value;
      g_array_append_val (cases, one);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&cases) : NULL;
}

/* ── What became of our promises ──────────────────────────────────────── */

#define HALF_A_YEAR (183 * G_TIME_SPAN_DAY)

/* Each part runs over its table once. */
#define PROMISES                                                                                   \
  "WITH ours AS (SELECT c.state, c.due_on, c.settled_on"                                           \
  "                FROM commitment AS c JOIN deal AS d ON d.id = c.deal_id"                        \
  "               WHERE c.side <> 'them' AND d.trashed_at IS NULL),"                               \
  "     owned AS (SELECT e.person_id, max (e.happened_at) AS at"                                   \
  "                 FROM own_it AS o JOIN entry AS e ON e.id = o.entry_id"                         \
  "                WHERE e.reached = 1 AND e.person_id IS NOT NULL AND e.trashed_at IS NULL"       \
  "                  AND e.happened_at <= ?2 - ?3 GROUP BY e.person_id)"                           \
  "SELECT (SELECT count (*) FROM ours WHERE state IN ('kept', 'kept-late')),"                      \
  "       (SELECT count (*) FROM ours WHERE state = 'owned'"                                       \
  "          AND (settled_on IS NULL OR settled_on <= due_on)),"                                   \
  "       (SELECT count (*) FROM ours WHERE state = 'owned' AND settled_on > due_on),"             \
  "       (SELECT count (*) FROM ours WHERE state = 'broken'"                                      \
  "           OR (state IN ('open', 'at-risk') AND due_on < ?1)),"                                 \
  "       (SELECT count (*) FROM owned),"                                                          \
  "       (SELECT count (*) FROM owned WHERE EXISTS (SELECT 1 FROM entry AS e"                     \
  "          WHERE e.person_id = owned.person_id AND e.direction IN ('in', 'both')"                \
  "            AND e.trashed_at IS NULL AND e.happened_at > owned.at + ?3))"

/**
 * mull_promise_store_count:
 * @broken_before: a promise that was due before that day counts as broken, unless it is settled
 * @now: microseconds UTC
 * @figures: (out caller-allocates): over all deals
 *
 * Reads all promises: for reports.
 */
gboolean
mull_promise_store_count (MullDatabase *db,
                          MullDay broken_before,
                          gint64 now,
                          MullPromiseFigures *figures,
                          GError **error)
{
  g_autoptr (MullStatement) stmt = mull_database_prepare_scan (db, PROMISES, error);
  guint *fields[] = { &figures->n_kept,   &figures->n_owned, &figures->n_owned_late,
                      &figures->n_silent, &figures->n_after, &figures->n_active };

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_day (stmt, 1, broken_before);
  mull_statement_bind_int64 (stmt, 2, now);
  mull_statement_bind_int64 (stmt, 3, HALF_A_YEAR);
  if (mull_statement_step (stmt, error) != MULL_STEP_ROW)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i] = (guint) mull_statement_get_int64 (stmt, (int) i);
  return TRUE;
}
