/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database-plan"

#include "config.h"

#include "mull-database-plan.h"

#include "mull-database-private.h"

#include <string.h>

/* The tables that grow with the work; the others hold a few rows. */
static const char *const large_tables[] = {
  "call_review",    "call_review_item", "decision",    "hard_question",   "own_it",
  "quiet_touch",    "way_out",          "attachment",  "commitment",      "company",
  "deal",           "deal_card",        "entry",       "entry_change",    "entry_words",
  "hole",           "member",           "person",      "person_address",  "person_company",
  "planned_touch",  "qualification",    "quiet",       "roadblock",       "roadblock_answer",
  "roadblock_help", "script",           "script_beat", "source_identity", "vcard_property",
};

static gboolean
is_large (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (large_tables); i++)
    if (g_str_equal (name, large_tables[i]))
      return TRUE;
  return FALSE;
}

/* Aliases hide the table, so a one-letter name is taken for a large one. */
static gboolean
scans_large_table (const char *step)
{
  g_auto (GStrv) words = NULL;

  if (!g_str_has_prefix (step, "SCAN ") || strstr (step, "VIRTUAL TABLE INDEX") != NULL)
    return FALSE;
  words = g_strsplit (step, " ", 3);
  return is_large (words[1]) || strlen (words[1]) == 1;
}

/**
 * mull_database_plan_find_problem:
 * @plan: a plan, one step a line
 *
 * Returns: (transfer full) (nullable): the first step that reads more than it answers, or sorts
 *   what an index could have given in order
 */
char *
mull_database_plan_find_problem (const char *plan)
{
  g_auto (GStrv) steps = g_strsplit (plan, "\n", -1);
  gboolean sorts = FALSE, large = FALSE;

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (scans_large_table (steps[i]) || strstr (steps[i], "AUTOMATIC") != NULL)
        return g_strdup (steps[i]);
      sorts = sorts || g_str_has_prefix (steps[i], "USE TEMP B-TREE");
      large = large || strstr (steps[i], "deal_card") != NULL ||
              strstr (steps[i], "SEARCH deal ") != NULL ||
              strstr (steps[i], "SEARCH entry ") != NULL || strstr (steps[i], "_fts") != NULL;
    }
  return sorts && large ? g_strdup ("USE TEMP B-TREE") : NULL;
}

/**
 * mull_database_plan_check:
 *
 * Warns if the plan of @sql would be slow on much data; for tests.
 */
void
mull_database_plan_check (MullDatabase *db, const char *sql)
{
  g_autofree char *plan = mull_database_explain (db, sql, NULL);
  g_autofree char *problem = plan != NULL ? mull_database_plan_find_problem (plan) : NULL;

  if (problem != NULL)
    g_critical ("“%s” is slow on much data: %s", sql, problem);
}

/**
 * mull_database_explain:
 * @sql: one statement
 * @error: return location
 *
 * Returns: (transfer full): its query plan, one step a line, or %NULL
 */
char *
mull_database_explain (MullDatabase *self, const char *sql, GError **error)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  sqlite3_stmt *handle = NULL;
  int code;

  code = sqlite3_prepare_v2 (mull_database_get_handle (self), explain, -1, &handle, NULL);
  while (code == SQLITE_OK && sqlite3_step (handle) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", sqlite3_column_text (handle, 3));
  sqlite3_finalize (handle);
  if (code != SQLITE_OK)
    {
      mull_database_fail (self, code, error);
      return NULL;
    }
  return g_string_free (g_steal_pointer (&plan), FALSE);
}
