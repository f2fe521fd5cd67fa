/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card-check"

#include "config.h"

#include "mull-card-check.h"

#include "mull-card-store.h"
#include "mull-database-private.h"
#include "mull-deal-words-sql.h"
#include "mull-error.h"
#include "mull-search-index.h"
#include "mull-sum-sql.h"

#include <glib/gi18n-lib.h>

#define LIVING_DEALS "SELECT id FROM deal WHERE trashed_at IS NULL"

/* Each gives a row for whatever is wrong. */
static const char *const checks[] = {
  /* Open deals have a card, and nothing else has; it stands where its deal does. */
  "SELECT d.id FROM deal AS d LEFT JOIN deal_card AS c ON c.deal_id = d.id"
  " WHERE (d.outcome = 'open' AND d.trashed_at IS NULL) IS NOT (c.deal_id IS NOT NULL)"
  "    OR c.stage_id <> d.stage_id OR c.rank <> d.rank LIMIT 1",
  "SELECT deal_id FROM deal_card WHERE deal_id NOT IN (SELECT id FROM deal) LIMIT 1",
  /* The sums above the columns are those of the cards. */
  "SELECT stage_id FROM (SELECT stage_id, currency, state, n, value_minor, weighted_minor"
  "                        FROM stage_total"
  "                      EXCEPT"
  "                      SELECT stage_id, currency, state, count (*), " MULL_SUM_OF (
      "value_minor") ", " MULL_SUM_OF ("weighted_minor") "                        FROM deal_card "
                                                         "GROUP BY stage_id, currency, state) "
                                                         "LIMIT 1",
  "SELECT stage_id FROM (SELECT stage_id, currency, state FROM deal_card"
  "                      EXCEPT"
  "                      SELECT stage_id, currency, state FROM stage_total) LIMIT 1",
};

/* As above, of what a program of another version may have meant otherwise. */
static const char *const words_checks[] = {
  /* Deals outside the trash are found by their words, and nothing else is. */
  "SELECT d.id FROM deal AS d LEFT JOIN deal_fts AS f ON f.rowid = d.id"
  " WHERE d.trashed_at IS NULL AND"
  "       (f.title, f.company, f.people) IS NOT (d.title, " MULL_DEAL_WORDS_COMPANY (
      "d.company_id") ", " MULL_DEAL_WORDS_PEOPLE ("d.id") ") LIMIT 1",
  "SELECT rowid FROM deal_fts WHERE rowid NOT IN (" LIVING_DEALS ") LIMIT 1",
};

static gboolean
set_damaged (MullDatabase *db, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_CORRUPT,
               _ ("“%s” is damaged. Restore a backup, or keep the file for a repair."),
               mull_database_get_path (db));
  return FALSE;
}

/* @n_passed: (out): how many found nothing before the first one that did */
static gboolean
run_checks (MullDatabase *db,
            const char *const *sql,
            guint n_checks,
            guint *n_passed,
            GError **error)
{
  for (*n_passed = 0; *n_passed < n_checks; (*n_passed)++)
    {
      g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, sql[*n_passed], error);

      switch (statement != NULL ? mull_statement_step (statement, error) : MULL_STEP_ERROR)
        {
        case MULL_STEP_DONE:
          break;
        case MULL_STEP_ROW:
          g_info ("%s: check %u found %" G_GINT64_FORMAT, mull_database_get_path (db), *n_passed,
                  mull_statement_get_int64 (statement, 0));
          return TRUE;
        case MULL_STEP_ERROR:
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
can_write (const MullDatabase *db)
{
  return db->mode == MULL_DATABASE_LIVE && !db->leaves_log && !db->sync_failed;
}

static gboolean
make_words_anew (MullDatabase *db, GError **error)
{
  if (!mull_database_begin (db, error))
    return FALSE;
  if (mull_card_store_index_anew (db, error) && mull_database_commit (db, error))
    return TRUE;
  mull_database_rollback (db);
  return FALSE;
}

/* Nothing is lost where they say something else than the content: they are made of it. */
static gboolean
check_words (MullDatabase *db, GError **error)
{
  gboolean is_same = FALSE;
  guint n_passed;

  if (!run_checks (db, words_checks, G_N_ELEMENTS (words_checks), &n_passed, error) ||
      !mull_search_index_compare (db, &is_same, error))
    return FALSE;
  if (n_passed == G_N_ELEMENTS (words_checks) && is_same)
    return TRUE;
  g_info ("%s: the search indexes differ from the content", mull_database_get_path (db));
  return !can_write (db) || make_words_anew (db, error);
}

/**
 * mull_card_check:
 * @db: a database that passed mull_database_check(), outside a transaction
 * @error: return location
 *
 * Compares what is derived with the content. Search indexes that differ are made anew if the
 * database may be written, and left as they are otherwise.
 *
 * Returns: %FALSE with %MULL_ERROR_CORRUPT if the cards contradict the content
 */
gboolean
mull_card_check (MullDatabase *db, GError **error)
{
  guint n_passed;

  if (!run_checks (db, checks, G_N_ELEMENTS (checks), &n_passed, error))
    return FALSE;
  return n_passed == G_N_ELEMENTS (checks) ? check_words (db, error) : set_damaged (db, error);
}
