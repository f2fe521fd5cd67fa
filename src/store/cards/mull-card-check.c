/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card-check"

#include "config.h"

#include "mull-card-check.h"

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

static gboolean
compare_index (MullDatabase *db, GError **error)
{
  gboolean is_same = FALSE;

  if (!mull_search_index_compare (db, &is_same, error))
    return FALSE;
  if (is_same)
    return TRUE;
  g_info ("%s: the search indexes differ from the content", mull_database_get_path (db));
  return set_damaged (db, error);
}

/**
 * mull_card_check:
 * @error: return location
 *
 * Returns: %FALSE with %MULL_ERROR_CORRUPT if what is derived contradicts the content
 */
gboolean
mull_card_check (MullDatabase *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, checks[i], error);

      switch (statement != NULL ? mull_statement_step (statement, error) : MULL_STEP_ERROR)
        {
        case MULL_STEP_DONE:
          break;
        case MULL_STEP_ROW:
          g_info ("%s: check %u found %" G_GINT64_FORMAT, mull_database_get_path (db), i,
                  mull_statement_get_int64 (statement, 0));
          return set_damaged (db, error);
        case MULL_STEP_ERROR:
          return FALSE;
        }
    }
  return compare_index (db, error);
}
