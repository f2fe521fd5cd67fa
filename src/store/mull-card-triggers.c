/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card-triggers"

#include "config.h"

#include "mull-card-triggers.h"

/* TEMP triggers live in the connection, not in the file, and follow undo as they follow everything
 * else. The file itself has none: they are the way in for a hostile backup. */

/* "OR IGNORE" would not do: the conflict clause of the statement that fires a trigger overrides
 * those inside it. */

/**
 * Watch:
 * @table: a content table
 * @deals: a query of the deals that a row stands for; "$" is new or old, "%" whether their words in
 *   the search index may differ
 * @columns: (nullable): an update of other columns changes nothing that is derived
 * @own_deal: (nullable): the column with the one deal, compared while suspended
 * @words: (nullable): when an update changes words; without it, the row has none to change
 */
typedef struct
{
  const char *table;
  const char *deals;
  const char *columns;
  const char *own_deal;
  const char *words;
} Watch;

#define OF_ENTRY "SELECT deal_id, % FROM entry WHERE id = $.entry_id"
#define OF_ROADBLOCK "SELECT deal_id, % FROM roadblock WHERE id = $.roadblock_id"
#define OF_COLUMN "SELECT $.deal_id, % WHERE 1"

static const Watch watches[] = {
  { "deal", "SELECT $.id, % WHERE 1", NULL, "id",
    "(old.title, old.company_id, old.trashed_at) IS NOT (new.title, new.company_id, "
    "new.trashed_at)" },
  { "entry", OF_COLUMN, NULL, "deal_id" },
  { "planned_touch", OF_COLUMN, NULL, "deal_id" },
  { "commitment", OF_COLUMN, NULL, "deal_id" },
  { "hole", OF_COLUMN, NULL, "deal_id" },
  { "roadblock", OF_COLUMN, NULL, "deal_id" },
  { "member", OF_COLUMN, NULL, "deal_id", "1" },
  { "qualification", OF_COLUMN, NULL, "deal_id" },
  { "script", OF_COLUMN, NULL, "deal_id" },
  { "hard_question", OF_COLUMN },
  { "decision", OF_COLUMN },
  { "quiet", "SELECT $.deal_id, % WHERE $.deal_id IS NOT NULL"
             " UNION SELECT deal_id, % FROM member WHERE person_id = $.person_id"
             " UNION SELECT id, % FROM deal WHERE company_id = $.company_id" },
  { "person", "SELECT deal_id, % FROM member WHERE person_id = $.id", NULL, NULL,
    "old.name <> new.name" },
  { "person_address", "SELECT deal_id, % FROM member WHERE person_id = $.person_id" },
  { "company", "SELECT id, % FROM deal WHERE company_id = $.id", NULL, NULL,
    "old.name <> new.name" },
  { "stage", "SELECT id, % FROM deal WHERE stage_id = $.id", "probability, dark_days, stale_days" },
  { "entry_words", OF_ENTRY },
  { "attachment", OF_ENTRY },
  { "call_review", OF_ENTRY },
  { "own_it", "SELECT deal_id, % FROM commitment WHERE id = $.commitment_id" },
  { "roadblock_answer", OF_ROADBLOCK },
  { "roadblock_help", OF_ROADBLOCK },
  { "script_beat", "SELECT deal_id, % FROM script WHERE id = $.script_id" },
};

static const char *const events[] = { "INSERT", "UPDATE", "DELETE" };

/* The search index holds its own copy of nothing: it is told the old text to forget it. */
#define ENTRY_FORGET                                                                               \
  "  INSERT INTO entry_fts (entry_fts, rowid, text) VALUES ('delete', old.id, old.text);"
#define ENTRY_LEARN "  INSERT INTO entry_fts (rowid, text) VALUES (new.id, new.text);"

/* The sums of a column by state; the flags are those of MullCardFlags. */
#define SUM(sign, row)                                                                             \
  "n = n " sign " 1, value_minor = value_minor " sign " " row ".value_minor,"                      \
  " weighted_minor = weighted_minor " sign " " row ".weighted_minor,"                              \
  " n_promise_due = n_promise_due " sign " (" row ".flags & 1),"                                   \
  " n_no_next_step = n_no_next_step " sign " ((" row ".flags >> 1) & 1),"                          \
  " n_hole = n_hole " sign " ((" row ".flags >> 2) & 1),"                                          \
  " n_focus = n_focus " sign " ((" row ".flags >> 3) & 1)"
#define TOTAL_KEY(row)                                                                             \
  "stage_id = " row ".stage_id AND currency = " row ".currency AND state = " row ".state"
#define TOTAL_ADD                                                                                  \
  "  INSERT INTO stage_total"                                                                      \
  "    VALUES (new.stage_id, new.currency, new.state, 0, 0, 0, 0, 0, 0, 0)"                        \
  "    ON CONFLICT (stage_id, currency, state) DO NOTHING;"                                        \
  "  UPDATE stage_total SET " SUM ("+", "new") " WHERE " TOTAL_KEY ("new") ";"
#define TOTAL_SUBTRACT                                                                             \
  "  UPDATE stage_total SET " SUM ("-", "old") " WHERE " TOTAL_KEY (                               \
      "old") ";"                                                                                   \
             "  DELETE FROM stage_total WHERE " TOTAL_KEY ("old") " AND n = 0;"

#define TOTAL_TRIGGERS                                                                             \
  "CREATE TEMP TRIGGER total_insert AFTER INSERT ON main.deal_card BEGIN" TOTAL_ADD " END;"        \
  "CREATE TEMP TRIGGER total_delete AFTER DELETE ON main.deal_card BEGIN" TOTAL_SUBTRACT " END;"   \
  "CREATE TEMP TRIGGER total_update"                                                               \
  "  AFTER UPDATE OF stage_id, currency, state, value_minor, weighted_minor, flags"                \
  "  ON main.deal_card BEGIN" TOTAL_SUBTRACT TOTAL_ADD " END;"

#define DROP_TOTAL_TRIGGERS                                                                        \
  "DROP TRIGGER temp.total_insert; DROP TRIGGER temp.total_delete; DROP TRIGGER "                  \
  "temp.total_update;"

/* Names of our own only; values are never part of SQL. */
static void G_GNUC_NULL_TERMINATED
append (GString *sql, ...)
{
  va_list parts;
  const char *part;

  va_start (parts, sql);
  while ((part = va_arg (parts, const char *)) != NULL)
    g_string_append (sql, part);
  va_end (parts);
}

static const char *
changes_words (const Watch *watch, const char *event)
{
  if (watch->words == NULL)
    return "0";
  return g_str_equal (event, "UPDATE") ? watch->words : "1";
}

static void
append_watch (GString *sql, const Watch *watch, const char *event, gint64 last_deal)
{
  const char *rows[] = { g_str_equal (event, "INSERT") ? NULL : "old",
                         g_str_equal (event, "DELETE") ? NULL : "new" };

  append (sql, "CREATE TEMP TRIGGER stale_", watch->table, "_", event, " AFTER ", event, NULL);
  if (watch->columns != NULL && g_str_equal (event, "UPDATE"))
    g_string_append_printf (sql, " OF %s", watch->columns);
  g_string_append_printf (sql, " ON main.%s", watch->table);
  if (last_deal >= 0 && watch->own_deal != NULL)
    for (guint i = 0, n = 0; i < G_N_ELEMENTS (rows); i++)
      if (rows[i] != NULL)
        g_string_append_printf (sql, " %s %s.%s <= %" G_GINT64_FORMAT, n++ == 0 ? "WHEN" : "OR",
                                rows[i], watch->own_deal, last_deal);
  g_string_append (sql, " BEGIN");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) deals = NULL;

      if (rows[i] == NULL)
        continue;
      deals = g_string_new (watch->deals);
      g_string_replace (deals, "$", rows[i], 0);
      g_string_replace (deals, "%", changes_words (watch, event), 0);
      append (sql, " INSERT INTO stale_deal ", deals->str,
              " ON CONFLICT (deal_id) DO UPDATE SET words = max (words, excluded.words);", NULL);
    }
  g_string_append (sql, " END;\n");
}

static void
append_entry_index (GString *sql, gint64 last_entry)
{
  g_autofree char *old_guard = NULL;
  g_autofree char *new_guard = NULL;

  if (last_entry >= 0)
    {
      old_guard = g_strdup_printf ("old.id <= %" G_GINT64_FORMAT, last_entry);
      new_guard = g_strdup_printf ("new.id <= %" G_GINT64_FORMAT, last_entry);
    }
  append (sql, "CREATE TEMP TRIGGER words_insert AFTER INSERT ON main.entry WHEN ",
          new_guard != NULL ? new_guard : "1", " BEGIN" ENTRY_LEARN " END;\n",
          "CREATE TEMP TRIGGER words_delete AFTER DELETE ON main.entry WHEN ",
          old_guard != NULL ? old_guard : "1", " BEGIN" ENTRY_FORGET " END;\n",
          "CREATE TEMP TRIGGER words_update AFTER UPDATE OF text ON main.entry"
          "  WHEN old.text <> new.text AND ",
          old_guard != NULL ? old_guard : "1", " BEGIN" ENTRY_FORGET ENTRY_LEARN " END;\n", NULL);
}

static gboolean
create_all (MullDatabase *db, gint64 last_deal, gint64 last_entry, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (watches); i++)
    for (guint j = 0; j < G_N_ELEMENTS (events); j++)
      append_watch (sql, &watches[i], events[j], last_deal);
  append_entry_index (sql, last_entry);
  return mull_database_exec (db, sql->str, error);
}

static gboolean
drop_all (MullDatabase *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("DROP TRIGGER temp.words_insert;"
                                          "DROP TRIGGER temp.words_delete;"
                                          "DROP TRIGGER temp.words_update;");

  for (guint i = 0; i < G_N_ELEMENTS (watches); i++)
    for (guint j = 0; j < G_N_ELEMENTS (events); j++)
      append (sql, "DROP TRIGGER temp.stale_", watches[i].table, "_", events[j], ";", NULL);
  return mull_database_exec (db, sql->str, error);
}

/**
 * mull_card_triggers_create:
 * @error: return location
 */
gboolean
mull_card_triggers_create (MullDatabase *db, GError **error)
{
  return mull_database_exec (
             db,
             "CREATE TEMP TABLE stale_deal (deal_id INTEGER PRIMARY KEY, words);" TOTAL_TRIGGERS,
             error) &&
         create_all (db, -1, -1, error);
}

/**
 * mull_card_triggers_suspend:
 * @last_deal: the newest deal that is still followed
 * @last_entry: the newest entry that is still indexed at once
 * @error: return location
 */
gboolean
mull_card_triggers_suspend (MullDatabase *db, gint64 last_deal, gint64 last_entry, GError **error)
{
  return drop_all (db, error) && mull_database_exec (db, DROP_TOTAL_TRIGGERS, error) &&
         create_all (db, last_deal, last_entry, error);
}

/**
 * mull_card_triggers_resume:
 * @error: return location
 *
 * Follows every row again, from here on.
 */
gboolean
mull_card_triggers_resume (MullDatabase *db, GError **error)
{
  return drop_all (db, error) && mull_database_exec (db, TOTAL_TRIGGERS, error) &&
         create_all (db, -1, -1, error);
}
