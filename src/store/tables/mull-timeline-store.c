/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-timeline-store"

#include "config.h"

#include "mull-timeline-store.h"

#include "mull-record-store.h"

/* The parameters 1 to 5 are those of bind_query(). Walks the index on (deal_id, happened_at, id).
 */
#define MATCHES                                                                                    \
  "WHERE deal_id = ?1 AND trashed_at IS NULL"                                                      \
  " AND (?2 IS NULL OR instr(?2, ' ' || kind || ' ') > 0)"                                         \
  " AND (?3 = 0 OR person_id = ?3)"                                                                \
  " AND (?4 IS NULL OR direction = ?4 OR direction = 'both')"                                      \
  " AND (?5 = 0 OR EXISTS (SELECT 1 FROM entry_words w WHERE w.entry_id = entry.id))"

static gboolean
takes_all (const MullTimelineQuery *query)
{
  return query->kinds == NULL && query->person_id == 0 && query->direction == MULL_DIRECTION_NONE &&
         !query->words_only;
}

static void
bind_query (MullStatement *stmt, const MullTimelineQuery *query)
{
  mull_statement_bind_int64 (stmt, 1, query->deal_id);
  if (query->kinds != NULL)
    mull_statement_bind_text (stmt, 2, query->kinds);
  else
    mull_statement_bind_null (stmt, 2);
  mull_statement_bind_int64 (stmt, 3, query->person_id);
  if (query->direction != MULL_DIRECTION_NONE)
    mull_statement_bind_text (stmt, 4, mull_enum_nick (MULL_TYPE_DIRECTION, query->direction));
  else
    mull_statement_bind_null (stmt, 4);
  mull_statement_bind_int64 (stmt, 5, query->words_only);
}

/**
 * mull_timeline_store_list:
 * @before_at: microseconds UTC; entries that happened before it are wanted …
 * @before_id: … or at it with a smaller id
 *
 * Returns: (transfer container) (element-type MullEntry) (nullable): a page of the timeline, newest
 *   first, without the trash
 */
GPtrArray *
mull_timeline_store_list (MullDatabase *db,
                          const MullTimelineQuery *query,
                          gint64 before_at,
                          gint64 before_id,
                          guint limit,
                          GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullStatement) stmt =
      mull_record_store_select (db, &mull_entry_type,
                                MATCHES " AND (happened_at, id) < (?6, ?7)"
                                        " ORDER BY happened_at DESC, id DESC LIMIT ?8",
                                error);
  MullStep step;

  if (stmt == NULL)
    return NULL;
  bind_query (stmt, query);
  mull_statement_bind_int64 (stmt, 6, before_at);
  mull_statement_bind_int64 (stmt, 7, before_id);
  mull_statement_bind_int64 (stmt, 8, limit);
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    g_ptr_array_add (entries, mull_record_store_read (&mull_entry_type, stmt));
  return step == MULL_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/**
 * mull_timeline_store_count:
 * @n_entries: (out): how many entries match
 */
gboolean
mull_timeline_store_count (MullDatabase *db,
                           const MullTimelineQuery *query,
                           guint *n_entries,
                           GError **error)
{
  /* All of a deal can be counted in the index. */
  g_autoptr (MullStatement) stmt = mull_database_prepare (
      db,
      takes_all (query) ? "SELECT count(*) FROM entry WHERE deal_id = ?1 AND trashed_at IS NULL"
                        : "SELECT count(*) FROM entry " MATCHES,
      error);

  if (stmt == NULL)
    return FALSE;
  if (takes_all (query))
    mull_statement_bind_int64 (stmt, 1, query->deal_id);
  else
    bind_query (stmt, query);
  if (!mull_statement_step_row (stmt, error))
    return FALSE;
  *n_entries = (guint) mull_statement_get_int64 (stmt, 0);
  return TRUE;
}
