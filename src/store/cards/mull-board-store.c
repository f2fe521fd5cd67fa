/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-store"

#include "config.h"

#include "mull-board-store.h"

#include "mull-record.h"
#include "mull-search-text.h"

/* A card without a next step comes after all that have one. */
#define NO_NEXT_STEP G_MAXINT32

/**
 * mull_board_key:
 *
 * Returns: what orders @card within its column, ascending
 */
gint64
mull_board_key (const MullCard *card, MullBoardOrder order)
{
  switch (order)
    {
    case MULL_BOARD_ORDER_NEEDS:
      return card->needs;
    case MULL_BOARD_ORDER_MANUAL:
      return card->rank;
    case MULL_BOARD_ORDER_VALUE:
      return -card->value.minor;
    case MULL_BOARD_ORDER_NEXT_STEP:
      return card->next_on != MULL_DAY_NONE ? card->next_on : NO_NEXT_STEP;
    case MULL_BOARD_ORDER_AGE:
      return card->since_at;
    }
  g_return_val_if_reached (0);
}

/**
 * mull_board_slot_compare:
 *
 * Returns: the order of two #MullBoardSlot, for g_array_sort()
 */
int
mull_board_slot_compare (gconstpointer a, gconstpointer b)
{
  const MullBoardSlot *slot_a = a, *slot_b = b;

  if (slot_a->key != slot_b->key)
    return slot_a->key < slot_b->key ? -1 : 1;
  return slot_a->deal_id < slot_b->deal_id ? -1 : slot_a->deal_id > slot_b->deal_id;
}

static MullMoveState
read_state (MullStatement *stmt, int column)
{
  int state = MULL_MOVE_CLOSED;

  mull_enum_from_nick (MULL_TYPE_MOVE_STATE, mull_statement_get_text (stmt, column), &state);
  return state;
}

static MullStatement *
prepare_page (MullDatabase *db, MullBoardOrder order, GError **error)
{
  if (order == MULL_BOARD_ORDER_MANUAL)
    return mull_database_prepare (db,
                                  "SELECT c.deal_id, d.rank, c.state, c.flags, d.rank, 0, 0, 0"
                                  " FROM deal d CROSS JOIN deal_card c ON c.deal_id = d.id"
                                  " WHERE d.stage_id = ?1 AND (d.rank, d.id) > (?2, ?3)"
                                  " ORDER BY d.rank, d.id LIMIT ?4",
                                  error);
  return mull_database_prepare (
      db,
      "SELECT deal_id, needs, state, flags, 0, value_minor, next_days, since_at FROM deal_card"
      " WHERE stage_id = ?1 AND (needs, deal_id) > (?2, ?3)"
      " ORDER BY needs, deal_id LIMIT ?4",
      error);
}

/* Only the columns that the index holds; enough for any order. */
static gint64
read_key (MullStatement *stmt, MullBoardOrder order)
{
  switch (order)
    {
    case MULL_BOARD_ORDER_NEEDS:
      return mull_statement_get_int64 (stmt, 1);
    case MULL_BOARD_ORDER_MANUAL:
      return mull_statement_get_int64 (stmt, 4);
    case MULL_BOARD_ORDER_VALUE:
      return -mull_statement_get_int64 (stmt, 5);
    case MULL_BOARD_ORDER_NEXT_STEP:
      return mull_statement_get_int64 (stmt, 6);
    case MULL_BOARD_ORDER_AGE:
      return mull_statement_get_int64 (stmt, 7);
    }
  g_return_val_if_reached (0);
}

/**
 * mull_board_store_read_stage:
 * @cursor: (inout): where to go on; @done is set when nothing is left
 * @limit: rows to look at, whether they match or not
 * @slots: (element-type MullBoardSlot): matching rows are appended; in order only for
 *   %MULL_BOARD_ORDER_NEEDS and %MULL_BOARD_ORDER_MANUAL
 */
gboolean
mull_board_store_read_stage (MullDatabase *db,
                             gint64 stage_id,
                             const MullBoardQuery *query,
                             MullBoardCursor *cursor,
                             guint limit,
                             GArray *slots,
                             GError **error)
{
  g_autoptr (MullStatement) stmt = prepare_page (db, query->order, error);
  MullStep step;
  guint n_rows = 0;

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, stage_id);
  mull_statement_bind_int64 (stmt, 2, cursor->started ? cursor->key : G_MININT64);
  mull_statement_bind_int64 (stmt, 3, cursor->started ? cursor->deal_id : G_MININT64);
  mull_statement_bind_int64 (stmt, 4, limit);
  cursor->started = TRUE;
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      n_rows++;
      cursor->deal_id = mull_statement_get_int64 (stmt, 0);
      cursor->key = mull_statement_get_int64 (stmt, 1);
      if (query->chip == MULL_BOARD_CHIP_ALL ||
          mull_board_chip_matches (query->chip, read_state (stmt, 2),
                                   (MullCardFlags) mull_statement_get_int64 (stmt, 3)))
        {
          MullBoardSlot slot = { cursor->deal_id, read_key (stmt, query->order) };

          g_array_append_val (slots, slot);
        }
    }
  cursor->done = n_rows < limit;
  return step == MULL_STEP_DONE;
}

static void
read_figures (MullStatement *stmt, MullCard *card)
{
  card->deal_id = mull_statement_get_int64 (stmt, 0);
  card->stage_id = mull_statement_get_int64 (stmt, 1);
  card->rank = mull_statement_get_int64 (stmt, 2);
  card->needs = mull_statement_get_int64 (stmt, 3);
  card->state = read_state (stmt, 4);
  card->next_on = mull_statement_get_day (stmt, 5);
  card->since_at = mull_statement_get_int64 (stmt, 6);
  card->value.minor = mull_statement_get_int64 (stmt, 7);
  card->weighted.minor = mull_statement_get_int64 (stmt, 8);
  g_strlcpy (card->value.currency, mull_statement_get_text (stmt, 9), sizeof card->value.currency);
  memcpy (card->weighted.currency, card->value.currency, sizeof card->weighted.currency);
  card->flags = (MullCardFlags) mull_statement_get_int64 (stmt, 10);
}

/**
 * mull_board_store_list_matches:
 * @text: what was typed; every word must begin a word of the title, company or people
 * @error: return location
 *
 * Out of the index alone: a letter that half of the deals have is answered in a few milliseconds.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids of the deals that match,
 *   whether they are on the board or not, in order
 */
GArray *
mull_board_store_list_matches (MullDatabase *db, const char *text, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *match = mull_fts_match_prefix (NULL, text);
  g_autoptr (MullStatement) stmt = NULL;
  MullStep step;

  if (match == NULL)
    return g_steal_pointer (&ids);
  stmt = mull_database_prepare (
      db, "SELECT rowid FROM deal_fts WHERE deal_fts MATCH ?1 ORDER BY rowid", error);
  if (stmt == NULL)
    return NULL;
  mull_statement_bind_text (stmt, 1, match);
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      gint64 deal_id = mull_statement_get_int64 (stmt, 0);

      g_array_append_val (ids, deal_id);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * mull_board_store_match:
 * @text: what was typed; every word must begin a word of the title, company or people
 * @cursor: (inout): where to go on
 * @limit: matches to look at
 * @func: (scope call): called with the figures of each open deal
 */
gboolean
mull_board_store_match (MullDatabase *db,
                        const char *text,
                        MullBoardCursor *cursor,
                        guint limit,
                        MullBoardCardFunc func,
                        gpointer user_data,
                        GError **error)
{
  g_autofree char *match = mull_fts_match_prefix (NULL, text);
  g_autoptr (MullStatement) stmt = NULL;
  MullStep step;
  guint n_rows = 0;

  cursor->done = TRUE;
  if (match == NULL)
    return TRUE;
  stmt = mull_database_prepare (
      db,
      "SELECT c.deal_id, c.stage_id, c.rank, c.needs, c.state, c.next_on, c.since_at,"
      " c.value_minor, c.weighted_minor, c.currency, c.flags"
      " FROM deal_fts f JOIN deal_card c ON c.deal_id = f.rowid"
      " WHERE deal_fts MATCH ?1 AND f.rowid > ?2 ORDER BY f.rowid LIMIT ?3",
      error);
  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_text (stmt, 1, match);
  mull_statement_bind_int64 (stmt, 2, cursor->started ? cursor->deal_id : G_MININT64);
  mull_statement_bind_int64 (stmt, 3, limit);
  cursor->started = TRUE;
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      MullCard card = { 0 };

      read_figures (stmt, &card);
      cursor->deal_id = card.deal_id;
      func (&card, user_data);
      n_rows++;
    }
  cursor->done = n_rows < limit;
  return step == MULL_STEP_DONE;
}

/* A literal for each order, so that each is prepared once. */
static MullStatement *
prepare_scan (MullDatabase *db, MullBoardOrder order, GError **error)
{
  if (order == MULL_BOARD_ORDER_MANUAL)
    return mull_database_prepare (
        db,
        "SELECT c.deal_id, c.stage_id, d.rank, c.needs, c.state, c.next_on, c.since_at,"
        " c.value_minor, c.weighted_minor, c.currency, c.flags"
        " FROM deal d CROSS JOIN deal_card c ON c.deal_id = d.id"
        " WHERE d.stage_id = ?1 AND (d.rank, d.id) > (?2, ?3)"
        " ORDER BY d.rank, d.id LIMIT ?4",
        error);
  return mull_database_prepare (
      db,
      "SELECT c.deal_id, c.stage_id, c.rank, c.needs, c.state, c.next_on, c.since_at,"
      " c.value_minor, c.weighted_minor, c.currency, c.flags FROM deal_card c"
      " WHERE c.stage_id = ?1 AND (c.needs, c.deal_id) > (?2, ?3)"
      " ORDER BY c.needs, c.deal_id LIMIT ?4",
      error);
}

/**
 * mull_board_store_scan_stage:
 * @order: how to walk; %MULL_BOARD_ORDER_MANUAL by rank, any other by need
 * @cursor: (inout): where to go on
 * @limit: deals to look at
 * @func: (scope call): called with the figures of each open deal of the stage
 */
gboolean
mull_board_store_scan_stage (MullDatabase *db,
                             gint64 stage_id,
                             MullBoardOrder order,
                             MullBoardCursor *cursor,
                             guint limit,
                             MullBoardCardFunc func,
                             gpointer user_data,
                             GError **error)
{
  g_autoptr (MullStatement) stmt = prepare_scan (db, order, error);
  MullStep step;
  guint n_rows = 0;

  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, stage_id);
  mull_statement_bind_int64 (stmt, 2, cursor->started ? cursor->key : G_MININT64);
  mull_statement_bind_int64 (stmt, 3, cursor->started ? cursor->deal_id : G_MININT64);
  mull_statement_bind_int64 (stmt, 4, limit);
  cursor->started = TRUE;
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      MullCard card = { 0 };

      read_figures (stmt, &card);
      cursor->deal_id = card.deal_id;
      cursor->key = order == MULL_BOARD_ORDER_MANUAL ? card.rank : card.needs;
      func (&card, user_data);
      n_rows++;
    }
  cursor->done = n_rows < limit;
  return step == MULL_STEP_DONE;
}

/**
 * mull_board_store_matches:
 * @matches: (out): whether this one deal matches typed text
 */
gboolean
mull_board_store_matches (MullDatabase *db,
                          const char *text,
                          gint64 deal_id,
                          gboolean *matches,
                          GError **error)
{
  g_autofree char *match = mull_fts_match_prefix (NULL, text);
  g_autoptr (MullStatement) stmt = NULL;
  MullStep step;

  *matches = FALSE;
  if (match == NULL)
    return TRUE;
  stmt = mull_database_prepare (db, "SELECT 1 FROM deal_fts WHERE deal_fts MATCH ?1 AND rowid = ?2",
                                error);
  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_text (stmt, 1, match);
  mull_statement_bind_int64 (stmt, 2, deal_id);
  step = mull_statement_step (stmt, error);
  *matches = step == MULL_STEP_ROW;
  return step != MULL_STEP_ERROR;
}

/**
 * mull_board_store_get_card:
 * @card: (out) (transfer full) (nullable): what its card says, or %NULL if the deal has none: it is
 *   closed, in the trash or gone
 */
gboolean
mull_board_store_get_card (MullDatabase *db, gint64 deal_id, MullCard **card, GError **error)
{
  g_autoptr (MullStatement) stmt = mull_database_prepare (
      db,
      "SELECT c.deal_id, c.stage_id, c.rank, c.needs, c.state, c.next_on, c.since_at,"
      " c.value_minor, c.weighted_minor, c.currency, c.flags,"
      " c.state_on, c.next_text, c.open_holes, c.ours_overdue, c.theirs_overdue, c.roadblocks,"
      " d.title, coalesce (o.name, '')"
      " FROM deal_card c JOIN deal d ON d.id = c.deal_id LEFT JOIN company o ON o.id = d.company_id"
      " WHERE c.deal_id = ?1",
      error);
  MullStep step;

  *card = NULL;
  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, deal_id);
  step = mull_statement_step (stmt, error);
  if (step == MULL_STEP_ROW)
    {
      MullCard *read = mull_card_new ();

      read_figures (stmt, read);
      read->state_on = mull_statement_get_day (stmt, 11);
      read->next_text = mull_statement_dup_text (stmt, 12);
      read->open_holes = (int) mull_statement_get_int64 (stmt, 13);
      read->ours_overdue = (int) mull_statement_get_int64 (stmt, 14);
      read->theirs_overdue = (int) mull_statement_get_int64 (stmt, 15);
      read->roadblocks = (int) mull_statement_get_int64 (stmt, 16);
      read->title = mull_statement_dup_text (stmt, 17);
      read->company = mull_statement_dup_text (stmt, 18);
      *card = read;
    }
  return step != MULL_STEP_ERROR;
}

/**
 * mull_board_store_list_sums:
 *
 * Returns: (transfer full) (element-type MullStageSum) (nullable): the sums of a stage's open deals
 */
GArray *
mull_board_store_list_sums (MullDatabase *db, gint64 stage_id, GError **error)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (MullStageSum));
  g_autoptr (MullStatement) stmt = mull_database_prepare (
      db,
      "SELECT currency, state, n, value_minor, weighted_minor, n_promise_due, n_no_next_step,"
      " n_hole, n_focus FROM stage_total WHERE stage_id = ?1 AND n > 0",
      error);
  MullStep step;

  if (stmt == NULL)
    return NULL;
  mull_statement_bind_int64 (stmt, 1, stage_id);
  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      MullStageSum sum = { 0 };

      g_strlcpy (sum.currency, mull_statement_get_text (stmt, 0), sizeof sum.currency);
      sum.state = read_state (stmt, 1);
      sum.n = (guint) mull_statement_get_int64 (stmt, 2);
      sum.value_minor = mull_statement_get_int64 (stmt, 3);
      sum.weighted_minor = mull_statement_get_int64 (stmt, 4);
      sum.n_promise_due = (guint) mull_statement_get_int64 (stmt, 5);
      sum.n_no_next_step = (guint) mull_statement_get_int64 (stmt, 6);
      sum.n_hole = (guint) mull_statement_get_int64 (stmt, 7);
      sum.n_focus = (guint) mull_statement_get_int64 (stmt, 8);
      g_array_append_val (sums, sum);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&sums) : NULL;
}
