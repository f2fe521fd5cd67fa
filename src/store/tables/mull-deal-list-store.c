/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-list-store"

#include "config.h"

#include "mull-deal-list-store.h"

#include "mull-record.h"
#include "mull-search-text.h"
#include "mull-text.h"

static gint64
read_instant (MullStatement *stmt, int column)
{
  return mull_statement_is_null (stmt, column) ? MULL_INSTANT_NONE
                                               : mull_statement_get_int64 (stmt, column);
}

static void
read_row (MullStatement *stmt, MullDealRow *row)
{
  int outcome = MULL_OUTCOME_OPEN, state = MULL_MOVE_CLOSED;

  row->id = mull_statement_get_int64 (stmt, 0);
  row->title = mull_statement_get_text (stmt, 1);
  row->company = mull_statement_get_text (stmt, 2);
  row->person = mull_statement_get_text (stmt, 3);
  row->pipeline = mull_statement_get_text (stmt, 4);
  row->stage = mull_statement_get_text (stmt, 5);
  row->stage_id = mull_statement_get_int64 (stmt, 6);
  if (!mull_statement_is_null (stmt, 7))
    {
      row->value.minor = mull_statement_get_int64 (stmt, 7);
      g_strlcpy (row->value.currency, mull_statement_get_text (stmt, 8),
                 sizeof row->value.currency);
    }
  mull_enum_from_nick (MULL_TYPE_OUTCOME, mull_statement_get_text (stmt, 9), &outcome);
  row->outcome = (MullOutcome) outcome;
  row->reason = mull_statement_get_text (stmt, 10);
  mull_enum_from_nick (MULL_TYPE_MOVE_STATE, mull_statement_get_text (stmt, 11), &state);
  row->state = (MullMoveState) state;
  row->state_on = mull_statement_get_day (stmt, 12);
  row->next_on = mull_statement_get_day (stmt, 13);
  row->next_text = mull_statement_get_text (stmt, 14);
  row->expected_on = mull_statement_get_day (stmt, 15);
  row->created_at = mull_statement_get_int64 (stmt, 16);
  row->closed_at = read_instant (stmt, 17);
  row->flags = (MullCardFlags) mull_statement_get_int64 (stmt, 18);
  row->uuid = mull_statement_get_text (stmt, 19);
  row->company_uuid = mull_statement_get_text (stmt, 20);
  row->person_uuid = mull_statement_get_text (stmt, 21);
}

/**
 * mull_deal_list_store_read:
 * @func: (scope call): called with each deal
 */
gboolean
mull_deal_list_store_read (MullDatabase *db,
                           MullDealRowFunc func,
                           gpointer user_data,
                           GError **error)
{
  g_autoptr (MullStatement) stmt = mull_database_prepare_scan (
      db,
      "SELECT d.id, d.title, coalesce (o.name, ''),"
      " coalesce (p.name, ''),"
      " l.name, s.name, s.id, d.value_minor, d.currency, d.outcome, d.outcome_reason,"
      " coalesce (c.state, 'closed'), c.state_on, c.next_on, coalesce (c.next_text, ''),"
      " d.expected_on, d.created_at, d.closed_at, coalesce (c.flags, 0),"
      " d.uuid, coalesce (o.uuid, ''), coalesce (p.uuid, '')"
      " FROM deal d JOIN stage s ON s.id = d.stage_id JOIN pipeline l ON l.id = s.pipeline_id"
      " LEFT JOIN company o ON o.id = d.company_id LEFT JOIN deal_card c ON c.deal_id = d.id"
      " LEFT JOIN person p ON p.id ="
      "  (SELECT person_id FROM member WHERE deal_id = d.id ORDER BY rank LIMIT 1)"
      " WHERE d.trashed_at IS NULL"
      " ORDER BY d.outcome <> 'open', l.rank, l.id, s.rank, s.id, c.needs, d.closed_at DESC, d.id",
      error);
  MullStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      MullDealRow row = { 0 };

      read_row (stmt, &row);
      func (&row, user_data);
    }
  return step == MULL_STEP_DONE;
}

/* A title without a letter or digit is not in the index: all have to be looked at. */
static MullStatement *
prepare_titles (MullDatabase *db, const char *match, GError **error)
{
  MullStatement *stmt;

  if (match == NULL)
    return mull_database_prepare_scan (
        db, "SELECT id, title FROM deal WHERE trashed_at IS NULL ORDER BY id", error);
  stmt = mull_database_prepare (db,
                                "SELECT f.rowid, d.title FROM deal_fts f JOIN deal d"
                                " ON d.id = f.rowid AND d.trashed_at IS NULL"
                                " WHERE deal_fts MATCH ?1 ORDER BY f.rowid",
                                error);
  if (stmt != NULL)
    mull_statement_bind_text (stmt, 1, match);
  return stmt;
}

/**
 * mull_deal_list_store_match_title:
 * @text: the beginning of a title; case and accents do not matter
 * @func: (scope call): called with each deal, and whether @text is the whole of its title
 */
gboolean
mull_deal_list_store_match_title (MullDatabase *db,
                                  const char *text,
                                  MullDealTitleFunc func,
                                  gpointer user_data,
                                  GError **error)
{
  g_autofree char *match = mull_fts_match_prefix ("title", text);
  g_autofree char *wanted = mull_text_fold (text);
  g_autoptr (MullStatement) stmt = prepare_titles (db, match, error);
  MullStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      const char *title = mull_statement_get_text (stmt, 1);
      g_autofree char *folded = mull_text_fold (title);

      if (g_str_has_prefix (folded, wanted))
        func (mull_statement_get_int64 (stmt, 0), title, g_str_equal (folded, wanted), user_data);
    }
  return step == MULL_STEP_DONE;
}
