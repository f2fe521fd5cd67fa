/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card-bulk"

#include "config.h"

#include "mull-card-maker.h"
#include "mull-card-store.h"
#include "mull-card-triggers.h"
#include "mull-deal-words-sql.h"
#include "mull-record-store.h"
#include "mull-search-index.h"
#include "mull-sum-sql.h"

/* Rows up to these ids were there before and are still kept by the triggers. */
#define LAST_DEAL "(SELECT last_id FROM temp.bulk_mark WHERE name = 'deal')"
#define LAST_ENTRY "(SELECT last_id FROM temp.bulk_mark WHERE name = 'entry')"

#define INDEX_ENTRIES                                                                              \
  "INSERT INTO entry_fts (rowid, text)"                                                            \
  "  SELECT id, text FROM entry WHERE id > " LAST_ENTRY " AND text <> '' ORDER BY id"

#define INDEX_DEALS_AFTER(last)                                                                    \
  "INSERT INTO deal_fts (rowid, title, company, people)"                                           \
  "  SELECT d.id, d.title, " MULL_DEAL_WORDS_COMPANY (                                             \
      "d.company_id") ", " MULL_DEAL_WORDS_PEOPLE ("d.id") "    FROM deal AS d"                    \
                                                           "   WHERE d.id > " last                 \
                                                           " AND d.trashed_at IS NULL ORDER BY "   \
                                                           "d.id"

#define SUM_UP                                                                                     \
  "DELETE FROM stage_total;"                                                                       \
  "INSERT INTO stage_total"                                                                        \
  "  SELECT stage_id, currency, state, count (*), " MULL_SUM_OF ("value_minor") ", " MULL_SUM_OF ( \
      "weighted_minor") ","                                                                        \
                        "         sum (flags & 1), sum ((flags >> 1) & 1), sum ((flags >> 2) & "   \
                        "1), sum ((flags >> 3) & "                                                 \
                        "1)"                                                                       \
                        "    FROM deal_card GROUP BY stage_id, currency, state"

/* How much of the work is over with the search index, and then with the cards. */
#define SHARE_OF_WORDS 0.4
#define SHARE_OF_CARDS 0.4

/* Where the deals come from that have some of each part. */
static const struct
{
  MullCardParts part;
  const char *sql;
} sources[] = {
  { MULL_CARD_ENTRIES, "SELECT DISTINCT deal_id FROM entry WHERE deal_id > ?1" },
  { MULL_CARD_TOUCHES, "SELECT DISTINCT deal_id FROM planned_touch WHERE deal_id > ?1" },
  { MULL_CARD_COMMITMENTS, "SELECT DISTINCT deal_id FROM commitment WHERE deal_id > ?1" },
  { MULL_CARD_HOLES, "SELECT DISTINCT deal_id FROM hole WHERE deal_id > ?1" },
  { MULL_CARD_ROADBLOCKS, "SELECT DISTINCT deal_id FROM roadblock WHERE deal_id > ?1" },
  { MULL_CARD_ANSWERS, "SELECT DISTINCT deal_id FROM qualification WHERE deal_id > ?1" },
  { MULL_CARD_QUIETS,
    "SELECT q.deal_id FROM quiet AS q WHERE q.deal_id > ?1"
    " UNION SELECT m.deal_id FROM quiet AS q JOIN member AS m ON m.person_id = q.person_id"
    "  WHERE m.deal_id > ?1"
    " UNION SELECT d.id FROM quiet AS q JOIN deal AS d ON d.company_id = q.company_id"
    "  WHERE d.id > ?1" },
};

/**
 * mull_card_store_begin_bulk:
 * @error: return location
 *
 * Inside the transaction of a step that adds many rows: from here on new deals and entries are not
 * followed one by one.
 */
gboolean
mull_card_store_begin_bulk (MullDatabase *db, GError **error)
{
  g_return_val_if_fail (mull_database_in_transaction (db), FALSE);

  return mull_card_triggers_suspend (db, error);
}

/* For every new deal, which parts it has at all; indexed by the distance from @last_deal. */
static guint8 *
survey (MullDatabase *db, gint64 last_deal, gint64 newest, GError **error)
{
  g_autofree guint8 *parts = g_malloc0 ((gsize) (newest - last_deal) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, sources[i].sql, error);
      MullStep step;

      if (statement == NULL)
        return NULL;
      mull_statement_bind_int64 (statement, 1, last_deal);
      while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
        {
          gint64 deal_id = mull_statement_get_int64 (statement, 0);

          if (deal_id <= newest)
            parts[deal_id - last_deal] |= sources[i].part;
        }
      if (step == MULL_STEP_ERROR)
        return NULL;
    }
  return g_steal_pointer (&parts);
}

static gboolean
query (MullDatabase *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, sql, error);

  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *value = mull_statement_get_int64 (statement, 0);
  return TRUE;
}

static gboolean
make_new_cards (MullDatabase *db, gint64 last_deal, MullCardMaker *maker, GError **error)
{
  g_autofree guint8 *parts = NULL;
  g_autoptr (MullStatement) statement = NULL;
  gint64 newest = 0;
  MullStep step;

  if (!query (db, "SELECT coalesce (max (id), 0) FROM deal", &newest, error))
    return FALSE;
  if (newest <= last_deal)
    return TRUE;
  parts = survey (db, last_deal, newest, error);
  if (parts == NULL)
    return FALSE;
  statement = mull_record_store_select (db, &mull_deal_type,
                                        "WHERE id > ?1 AND outcome = 'open' AND trashed_at IS NULL"
                                        " ORDER BY id",
                                        error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, last_deal);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      g_autoptr (MullDeal) deal = mull_record_store_read (&mull_deal_type, statement);

      if (!mull_card_maker_write (maker, deal, parts[deal->record.id - last_deal], error))
        return FALSE;
      mull_database_set_progress (db, SHARE_OF_WORDS + SHARE_OF_CARDS *
                                                           (double) (deal->record.id - last_deal) /
                                                           (double) (newest - last_deal));
    }
  return step == MULL_STEP_DONE;
}

/**
 * mull_card_store_end_bulk:
 * @today: the present day
 * @zone: the rep's time zone
 * @error: return location
 *
 * Indexes and counts what was added since mull_card_store_begin_bulk() in a few passes, and brings
 * the deals that were there before up to date.
 */
gboolean
mull_card_store_end_bulk (MullDatabase *db, MullDay today, GTimeZone *zone, GError **error)
{
  g_autoptr (MullCardMaker) maker = NULL;
  gint64 last_deal = 0;

  g_return_val_if_fail (mull_database_in_transaction (db), FALSE);

  if (!query (db, "SELECT " LAST_DEAL, &last_deal, error))
    return FALSE;
  maker = mull_card_maker_new (db, today, zone, error);
  return maker != NULL && mull_database_exec (db, INDEX_ENTRIES, error) &&
         mull_database_exec (db, INDEX_DEALS_AFTER (LAST_DEAL), error) &&
         make_new_cards (db, last_deal, maker, error) && mull_database_exec (db, SUM_UP, error) &&
         mull_card_triggers_resume (db, error) &&
         mull_card_store_refresh (db, today, zone, NULL, error);
}

/**
 * mull_card_store_index_anew:
 * @error: return location
 *
 * Fills what is searched from the content again, whatever was in it; for a repair. An index that
 * keeps texts of its own would believe them if it were told to rebuild itself.
 */
gboolean
mull_card_store_index_anew (MullDatabase *db, GError **error)
{
  return mull_database_exec (db,
                             "INSERT INTO entry_fts (entry_fts) VALUES ('rebuild');"
                             "INSERT INTO deal_fts (deal_fts) VALUES ('rebuild');"
                             "DELETE FROM deal_fts;" INDEX_DEALS_AFTER ("0"),
                             error) &&
         mull_search_index_rebuild (db, error);
}
