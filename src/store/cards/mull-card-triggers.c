/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card-triggers"

#include "config.h"

#include "mull-card-triggers.h"

#include "mull-search-index.h"
#include "mull-sum-sql.h"

/* TEMP triggers live in the connection, not in the file, and follow undo as they follow everything
 * else. The file itself has none: they are the way in for a hostile backup. */

/* "OR IGNORE" would not do: the conflict clause of the statement that fires a trigger overrides
 * those inside it. */

/* When the deals of a new row are noted while a step adds many. */
typedef enum
{
  NOTE_AT_ONCE,
  NOTE_LATER, /* when the step ends, all of a table together */
  NOTE_NEVER, /* the deals that it stands for are new as well, or are noted for other reasons */
} NoteTime;

/**
 * Watch:
 * @table: a content table
 * @deals: a query of the deals that a row stands for; "$" is new or old, "%" whether their words in
 *   the search index may differ
 * @columns: (nullable): an update of other columns changes nothing that is derived
 * @new_rows: what becomes of new rows while suspended; other than at once only with an "id"
 * @words: (nullable): when an update changes words; without it, the row has none to change
 */
typedef struct
{
  const char *table;
  const char *deals;
  const char *columns;
  NoteTime new_rows;
  const char *words;
} Watch;

#define OF_ENTRY "SELECT deal_id, % FROM entry WHERE id = $.entry_id"
#define OF_ROADBLOCK "SELECT deal_id, % FROM roadblock WHERE id = $.roadblock_id"
#define OF_COLUMN "SELECT $.deal_id, % WHERE 1"

static const Watch watches[] = {
  { "deal", "SELECT $.id, % WHERE 1", NULL, NOTE_NEVER,
    "(old.title, old.company_id, old.trashed_at) IS NOT (new.title, new.company_id, "
    "new.trashed_at)" },
  { "entry", OF_COLUMN, NULL, NOTE_LATER },
  { "planned_touch", OF_COLUMN, NULL, NOTE_LATER },
  { "commitment", OF_COLUMN, NULL, NOTE_LATER },
  { "hole", OF_COLUMN, NULL, NOTE_LATER },
  { "roadblock", OF_COLUMN, NULL, NOTE_LATER },
  { "member", OF_COLUMN, NULL, NOTE_LATER, "1" },
  { "qualification", OF_COLUMN, NULL, NOTE_LATER },
  { "script", OF_COLUMN, NULL, NOTE_LATER },
  { "hard_question", OF_COLUMN },
  { "decision", OF_COLUMN },
  { "quiet", "SELECT $.deal_id, % WHERE $.deal_id IS NOT NULL"
             " UNION SELECT deal_id, % FROM member WHERE person_id = $.person_id"
             " UNION SELECT id, % FROM deal WHERE company_id = $.company_id" },
  { "person", "SELECT deal_id, % FROM member WHERE person_id = $.id", NULL, NOTE_NEVER,
    "(old.name, old.trashed_at) IS NOT (new.name, new.trashed_at)" },
  { "person_address", "SELECT deal_id, % FROM member WHERE person_id = $.person_id", NULL,
    NOTE_NEVER },
  { "company", "SELECT id, % FROM deal WHERE company_id = $.id", NULL, NOTE_NEVER,
    "(old.name, old.trashed_at) IS NOT (new.name, new.trashed_at)" },
  { "stage", "SELECT id, % FROM deal WHERE stage_id = $.id", "probability, dark_days, stale_days",
    NOTE_NEVER },
  { "entry_words", OF_ENTRY },
  { "attachment", OF_ENTRY },
  { "call_review", OF_ENTRY },
  { "own_it", "SELECT deal_id, % FROM commitment WHERE id = $.commitment_id" },
  { "roadblock_answer", OF_ROADBLOCK },
  { "roadblock_help", OF_ROADBLOCK },
  { "script_beat", "SELECT deal_id, % FROM script WHERE id = $.script_id" },
};

#define ON_NOTED " ON CONFLICT (deal_id) DO UPDATE SET words = max (words, excluded.words)"

static const char *const events[] = { "INSERT", "UPDATE", "DELETE" };

/* The search index holds its own copy of nothing: it is told the old text to forget it. An entry
 * without words is not in it: most are moves of cards, which come by the thousand. */
#define ENTRY_FORGET                                                                               \
  "  INSERT INTO entry_fts (entry_fts, rowid, text)"                                               \
  "    SELECT 'delete', old.id, old.text WHERE old.text <> '';"
#define ENTRY_LEARN                                                                                \
  "  INSERT INTO entry_fts (rowid, text) SELECT new.id, new.text WHERE new.text <> '';"

/* A sum that has reached its limit has forgotten by how much, so it is counted anew. The row that
 * is added or taken away is in the table already, or still. */
#define KEPT_SUM(column, row)                                                                      \
  "CASE WHEN abs (" column ") < " MULL_SUM_LIMIT " THEN " column " ELSE"                           \
  " (SELECT coalesce (" MULL_SUM_OF ("c." column) ", 0) FROM deal_card AS c"                       \
                                                  "   WHERE c.stage_id = " row                     \
                                                  ".stage_id AND c.currency = " row ".currency"    \
                                                  "   AND c.state = " row                          \
                                                  ".state AND c.deal_id <> " row ".deal_id) END"
#define MONEY_ADD(column, row)                                                                     \
  column " = " MULL_SUM_WITHIN (KEPT_SUM (column, row) " + " row "." column)
#define MONEY_SUBTRACT(column, row)                                                                \
  column " = " MULL_SUM_WITHIN (KEPT_SUM (                                                         \
      column, row) " - iif (abs (" column ") < " MULL_SUM_LIMIT ", " row "." column ", 0)")

/* The sums of a column by state; the flags are those of MullCardFlags. */
#define SUM(sign, money, row)                                                                      \
  "n = n " sign " 1, " money ("value_minor", row) ", " money (                                     \
      "weighted_minor", row) ","                                                                   \
                             " n_promise_due = n_promise_due " sign " (" row ".flags & 1),"        \
                             " n_no_next_step = n_no_next_step " sign " ((" row                    \
                             ".flags >> 1) & 1),"                                                  \
                             " n_hole = n_hole " sign " ((" row ".flags >> 2) & 1),"               \
                             " n_focus = n_focus " sign " ((" row ".flags >> 3) & 1)"
#define TOTAL_KEY(row)                                                                             \
  "stage_id = " row ".stage_id AND currency = " row ".currency AND state = " row ".state"
#define TOTAL_ADD                                                                                  \
  "  INSERT INTO stage_total"                                                                      \
  "    VALUES (new.stage_id, new.currency, new.state, 0, 0, 0, 0, 0, 0, 0)"                        \
  "    ON CONFLICT (stage_id, currency, state) DO NOTHING;"                                        \
  "  UPDATE stage_total SET " SUM ("+", MONEY_ADD, "new") " WHERE " TOTAL_KEY ("new") ";"
#define TOTAL_SUBTRACT                                                                             \
  "  UPDATE stage_total SET " SUM ("-", MONEY_SUBTRACT, "old") " WHERE " TOTAL_KEY (               \
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

static gboolean
is_insert (const char *event)
{
  return g_str_equal (event, "INSERT");
}

/* @mark: (nullable): the newest row of the table when the step began that adds many */
static void
append_watch (GString *sql, const Watch *watch, const char *event, const gint64 *mark)
{
  const char *rows[] = { is_insert (event) ? NULL : "old",
                         g_str_equal (event, "DELETE") ? NULL : "new" };
  gboolean only_old = mark != NULL && watch->new_rows != NOTE_AT_ONCE;

  if (only_old && is_insert (event))
    return;
  append (sql, "CREATE TEMP TRIGGER stale_", watch->table, "_", event, " AFTER ", event, NULL);
  if (watch->columns != NULL && g_str_equal (event, "UPDATE"))
    append (sql, " OF ", watch->columns, NULL);
  append (sql, " ON main.", watch->table, NULL);
  if (only_old)
    g_string_append_printf (sql, " WHEN old.id <= %" G_GINT64_FORMAT, *mark);
  g_string_append (sql, " BEGIN");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) deals = NULL;

      if (rows[i] == NULL)
        continue;
      deals = g_string_new (watch->deals);
      g_string_replace (deals, "$", rows[i], 0);
      g_string_replace (deals, "%", changes_words (watch, event), 0);
      append (sql, " INSERT INTO stale_deal ", deals->str, ON_NOTED ";", NULL);
    }
  g_string_append (sql, " END;\n");
}

static void
append_entry_index (GString *sql, const gint64 *mark)
{
  g_autofree char *guard =
      mark != NULL ? g_strdup_printf ("old.id <= %" G_GINT64_FORMAT, *mark) : g_strdup ("1");

  if (mark == NULL)
    append (sql,
            "CREATE TEMP TRIGGER words_insert AFTER INSERT ON main.entry WHEN new.text <> ''"
            " BEGIN" ENTRY_LEARN " END;\n",
            NULL);
  append (sql,
          "CREATE TEMP TRIGGER words_delete AFTER DELETE ON main.entry WHEN old.text <> '' AND ",
          guard, " BEGIN" ENTRY_FORGET " END;\n",
          "CREATE TEMP TRIGGER words_update AFTER UPDATE OF text ON main.entry"
          "  WHEN old.text <> new.text AND ",
          guard, " BEGIN" ENTRY_FORGET ENTRY_LEARN " END;\n", NULL);
}

static gboolean
create_all (MullDatabase *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (watches); i++)
    for (guint j = 0; j < G_N_ELEMENTS (events); j++)
      append_watch (sql, &watches[i], events[j], NULL);
  append_entry_index (sql, NULL);
  return mull_database_exec (db, sql->str, error);
}

/* Some are not there while a step adds many. */
static gboolean
drop_all (MullDatabase *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("DROP TRIGGER IF EXISTS temp.words_insert;"
                                          "DROP TRIGGER temp.words_delete;"
                                          "DROP TRIGGER temp.words_update;");

  for (guint i = 0; i < G_N_ELEMENTS (watches); i++)
    for (guint j = 0; j < G_N_ELEMENTS (events); j++)
      append (sql, "DROP TRIGGER IF EXISTS temp.stale_", watches[i].table, "_", events[j], ";",
              NULL);
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
         create_all (db, error) && mull_search_index_follow (db, error);
}

static gboolean
read_mark (MullDatabase *db, const char *table, gint64 *mark, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db, "SELECT last_id FROM temp.bulk_mark WHERE name = ?1", error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, table);
  step = mull_statement_step (statement, error);
  *mark = step == MULL_STEP_ROW ? mull_statement_get_int64 (statement, 0) : 0;
  return step != MULL_STEP_ERROR;
}

/* The table is part of the transaction, like the triggers, so a rollback leaves nothing behind. */
static gboolean
make_marks (MullDatabase *db, GError **error)
{
  g_autoptr (GString) sql =
      g_string_new ("CREATE TEMP TABLE bulk_mark (name TEXT PRIMARY KEY, last_id INTEGER);");

  for (guint i = 0; i < G_N_ELEMENTS (watches); i++)
    if (watches[i].new_rows != NOTE_AT_ONCE)
      append (sql, "INSERT INTO bulk_mark SELECT '", watches[i].table,
              "', coalesce (max (id), 0) FROM main.", watches[i].table, ";", NULL);
  return mull_database_exec (db, sql->str, error);
}

/**
 * mull_card_triggers_suspend:
 * @error: return location
 *
 * Inside the transaction of a step that adds many rows: new ones are not followed one by one from
 * here on. The newest old row of each table is in temp.bulk_mark.
 */
gboolean
mull_card_triggers_suspend (MullDatabase *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  gint64 mark;

  if (!drop_all (db, error) || !mull_database_exec (db, DROP_TOTAL_TRIGGERS, error) ||
      !make_marks (db, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (watches); i++)
    {
      if (!read_mark (db, watches[i].table, &mark, error))
        return FALSE;
      for (guint j = 0; j < G_N_ELEMENTS (events); j++)
        append_watch (sql, &watches[i], events[j], &mark);
      if (g_str_equal (watches[i].table, "entry"))
        append_entry_index (sql, &mark);
    }
  return mull_database_exec (db, sql->str, error) && mull_search_index_suspend (db, error);
}

/* New rows of old deals; new deals are looked at anyway. */
static gboolean
note_new_rows (MullDatabase *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (watches); i++)
    if (watches[i].new_rows == NOTE_LATER)
      append (sql, "INSERT INTO stale_deal SELECT deal_id, ",
              changes_words (&watches[i], events[0]), " FROM main.", watches[i].table,
              " WHERE id > (SELECT last_id FROM bulk_mark WHERE name = '", watches[i].table,
              "') AND deal_id <= (SELECT last_id FROM bulk_mark WHERE name = 'deal')" ON_NOTED ";",
              NULL);
  append (sql,
          "DELETE FROM stale_deal"
          " WHERE deal_id > (SELECT last_id FROM bulk_mark WHERE name = 'deal');"
          "DROP TABLE temp.bulk_mark;",
          NULL);
  return mull_database_exec (db, sql->str, error);
}

/**
 * mull_card_triggers_resume:
 * @error: return location
 *
 * Notes the old deals that new rows belong to, and follows every row again from here on. What is
 * found besides deals and entries is indexed.
 */
gboolean
mull_card_triggers_resume (MullDatabase *db, GError **error)
{
  return note_new_rows (db, error) && drop_all (db, error) &&
         mull_database_exec (db, TOTAL_TRIGGERS, error) && create_all (db, error) &&
         mull_search_index_resume (db, error);
}
