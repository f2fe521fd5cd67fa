/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card-store"

#include "config.h"

#include "mull-card-store.h"

#include "mull-card-maker.h"
#include "mull-deal-words-sql.h"
#include "mull-record-store.h"
#include "mull-search-index.h"
#include "mull-thresholds.h"

static gboolean
run_for_deal (MullDatabase *db, const char *sql, gint64 deal_id, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal_id);
  return mull_statement_run (statement, error);
}

/* A deal that was noted, and whether its words in the search index may differ. */
typedef struct
{
  gint64 deal_id;
  gboolean words;
} Stale;

/* What the search index should say of a deal, and whether it says it already. */
static gboolean
find_words (MullDatabase *db,
            gint64 deal_id,
            gboolean *indexed,
            gboolean *same,
            char **company,
            char **people,
            GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db,
      "SELECT d.title IS f.title AND said.company IS f.company AND said.people IS f.people,"
      "       f.rowid IS NOT NULL, said.company, said.people"
      "  FROM deal AS d"
      "  JOIN (SELECT " MULL_DEAL_WORDS_COMPANY (
          "(SELECT company_id FROM deal WHERE id = ?1)") " "
                                                         "               AS "
                                                         "company, " MULL_DEAL_WORDS_PEOPLE (
                                                             "?1") " AS people) AS said"
                                                                   "  LEFT JOIN deal_fts AS f ON "
                                                                   "f.rowid = d.id"
                                                                   " WHERE d.id = ?1",
      error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal_id);
  step = mull_statement_step (statement, error);
  if (step == MULL_STEP_ROW)
    {
      *same = mull_statement_get_int64 (statement, 0) != 0;
      *indexed = mull_statement_get_int64 (statement, 1) != 0;
      *company = mull_statement_dup_text (statement, 2);
      *people = mull_statement_dup_text (statement, 3);
    }
  return step != MULL_STEP_ERROR;
}

static gboolean
index_deal (MullDatabase *db, const MullDeal *deal, GError **error)
{
  g_autoptr (MullStatement) statement = NULL;
  g_autofree char *company = NULL;
  g_autofree char *people = NULL;
  gboolean indexed = FALSE, same = FALSE;

  if (!find_words (db, deal->record.id, &indexed, &same, &company, &people, error))
    return FALSE;
  if (indexed && same)
    return TRUE;
  if (indexed &&
      !run_for_deal (db, "DELETE FROM deal_fts WHERE rowid = ?1", deal->record.id, error))
    return FALSE;
  statement = mull_database_prepare (db,
                                     "INSERT INTO deal_fts (rowid, title, company, people)"
                                     " VALUES (?1, ?2, ?3, ?4)",
                                     error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal->record.id);
  mull_statement_bind_text (statement, 2, deal->title);
  mull_statement_bind_text (statement, 3, company);
  mull_statement_bind_text (statement, 4, people);
  return mull_statement_run (statement, error);
}

static gboolean
find_deal (MullDatabase *db, gint64 deal_id, MullDeal **deal, gboolean *is_gone, GError **error)
{
  if (!mull_record_store_find (db, &mull_deal_type, "WHERE id = ?1", deal_id, 0, (gpointer *) deal,
                               error))
    return FALSE;
  *is_gone = *deal == NULL || (*deal)->trashed_at != MULL_INSTANT_NONE;
  return TRUE;
}

static gboolean
refresh_words (MullDatabase *db, gint64 deal_id, GError **error)
{
  g_autoptr (MullDeal) deal = NULL;
  gboolean is_gone;

  if (!find_deal (db, deal_id, &deal, &is_gone, error))
    return FALSE;
  return is_gone ? run_for_deal (db, "DELETE FROM deal_fts WHERE rowid = ?1", deal_id, error)
                 : index_deal (db, deal, error);
}

static gboolean
refresh_card (MullDatabase *db, MullCardMaker *maker, gint64 deal_id, GError **error)
{
  g_autoptr (MullDeal) deal = NULL;
  gboolean is_gone;

  if (!find_deal (db, deal_id, &deal, &is_gone, error))
    return FALSE;
  if (is_gone || deal->outcome != MULL_OUTCOME_OPEN)
    return run_for_deal (db, "DELETE FROM deal_card WHERE deal_id = ?1", deal_id, error);
  return mull_card_maker_write (maker, deal, MULL_CARD_ALL_PARTS, error);
}

static GArray *
list_stale (MullDatabase *db, GError **error)
{
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (Stale));
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db, "SELECT deal_id, words FROM temp.stale_deal ORDER BY deal_id", error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      Stale stale = { mull_statement_get_int64 (statement, 0),
                      mull_statement_get_int64 (statement, 1) != 0 };

      g_array_append_val (deals, stale);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&deals) : NULL;
}

static gboolean
refresh_all (MullDatabase *db, MullDay today, GTimeZone *zone, GArray *deals, GError **error)
{
  g_autoptr (MullCardMaker) maker = mull_card_maker_new (db, today, zone, error);
  g_autoptr (MullStatement) statement = NULL;

  if (maker == NULL)
    return FALSE;
  /* The words first: between two of them nothing may make the index write itself down. */
  for (guint i = 0; i < deals->len; i++)
    {
      const Stale *stale = &g_array_index (deals, Stale, i);

      if (stale->words && !refresh_words (db, stale->deal_id, error))
        return FALSE;
    }
  for (guint i = 0; i < deals->len; i++)
    if (!refresh_card (db, maker, g_array_index (deals, Stale, i).deal_id, error))
      return FALSE;
  statement = mull_database_prepare (db, "DELETE FROM temp.stale_deal", error);
  return statement != NULL && mull_statement_run (statement, error);
}

/**
 * mull_card_store_refresh:
 * @today: the present day
 * @zone: the rep's time zone
 * @deals: (out) (optional) (transfer full) (element-type gint64): the ids of the noted deals, in
 *   order
 * @error: return location
 *
 * Brings what is derived of the noted deals up to date, inside the open transaction, and with it
 * what else is found by its words.
 */
gboolean
mull_card_store_refresh (MullDatabase *db,
                         MullDay today,
                         GTimeZone *zone,
                         GArray **deals,
                         GError **error)
{
  g_autoptr (GArray) stale = list_stale (db, error);

  if (stale == NULL || (stale->len > 0 && !refresh_all (db, today, zone, stale, error)) ||
      !mull_search_index_refresh (db, error))
    return FALSE;
  if (deals == NULL)
    return TRUE;
  *deals = g_array_sized_new (FALSE, FALSE, sizeof (gint64), stale->len);
  for (guint i = 0; i < stale->len; i++)
    g_array_append_val (*deals, g_array_index (stale, Stale, i).deal_id);
  return TRUE;
}

/**
 * mull_card_store_note_due:
 * @limit: how many at most
 * @n_noted: (out): how many
 * @error: return location
 *
 * Notes deals whose state may have changed because days passed.
 */
gboolean
mull_card_store_note_due (MullDatabase *db,
                          MullDay today,
                          guint limit,
                          guint *n_noted,
                          GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db,
                             "INSERT OR IGNORE INTO temp.stale_deal"
                             " SELECT deal_id, 0 FROM deal_card WHERE recheck_on <= ?1"
                             " ORDER BY recheck_on LIMIT ?2",
                             error);

  *n_noted = 0;
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_day (statement, 1, today);
  mull_statement_bind_int64 (statement, 2, limit);
  if (!mull_statement_run (statement, error))
    return FALSE;
  *n_noted = (guint) mull_database_changes (db);
  return TRUE;
}

/**
 * mull_card_store_is_threshold:
 * @key: key of a setting
 *
 * Returns: whether cards depend on it
 */
gboolean
mull_card_store_is_threshold (const char *key)
{
  return mull_thresholds_find (key) != NULL;
}

/**
 * mull_card_store_expire:
 * @error: return location
 *
 * Makes every card due for mull_card_store_note_due().
 */
gboolean
mull_card_store_expire (MullDatabase *db, MullDay today, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db, "UPDATE deal_card SET recheck_on = ?1", error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_day (statement, 1, today);
  return mull_statement_run (statement, error);
}

/**
 * mull_card_store_is_empty:
 * @empty: (out): whether there is no deal, no company and no person
 * @error: return location
 */
gboolean
mull_card_store_is_empty (MullDatabase *db, gboolean *empty, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db,
                                  "SELECT EXISTS (SELECT 1 FROM deal)"
                                  " OR EXISTS (SELECT 1 FROM company)"
                                  " OR EXISTS (SELECT 1 FROM person)",
                                  error);

  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *empty = mull_statement_get_int64 (statement, 0) == 0;
  return TRUE;
}
