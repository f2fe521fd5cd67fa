/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-search-index"

#include "config.h"

#include "mull-search-index.h"

/**
 * Part:
 * @table: what it is about; "x" in the others
 * @index: where its rows are, and the columns of that
 * @columns: what they say
 * @condition: when there is a row
 *
 * How a row of an index is made.
 */
typedef struct
{
  const char *table;
  const char *index;
  const char *columns;
  const char *condition;
} Part;

#define CONTACTS "contact_fts (rowid, name, text)"
#define NOTES "note_fts (rowid, text)"

/* Numbers are found as they are written, and by their digits without a gap. Both in one order, so
 * that the same rows always make the same text. */
#define ADDRESSES                                                                                  \
  "coalesce ((SELECT group_concat (value || iif (kind = 'phone', ' ' || value_key, ''), char "     \
  "(10))"                                                                                          \
  "             FROM (SELECT kind, value, value_key FROM person_address"                           \
  "                    WHERE person_id = x.id ORDER BY rank, id)), '')"
#define BEATS                                                                                      \
  "coalesce ((SELECT group_concat (text, char (10))"                                               \
  "             FROM (SELECT text FROM script_beat WHERE script_id = x.id ORDER BY beat)), '')"
#define NEXT " || char (10) || "

static const Part parts[MULL_SEARCH_N_PARTS + 1] = {
  [MULL_SEARCH_PART_PERSON] = { "person", CONTACTS, "x.name, x.title" NEXT ADDRESSES NEXT "x.notes",
                                "x.trashed_at IS NULL" },
  [MULL_SEARCH_PART_COMPANY] = { "company", CONTACTS,
                                 "x.name, x.domain" NEXT "x.sector" NEXT "x.phone" NEXT
                                 "x.address" NEXT "x.notes",
                                 "x.trashed_at IS NULL" },
  [MULL_SEARCH_PART_SCRIPT] = { "script", NOTES, BEATS,
                                "EXISTS (SELECT 1 FROM script_beat WHERE script_id = x.id)" },
  [MULL_SEARCH_PART_WORDS] = { "entry_words", NOTES, "x.words", "x.words <> ''" },
  [MULL_SEARCH_PART_HOLE] = { "hole", NOTES,
                              "x.text" NEXT "x.why" NEXT "x.benefit" NEXT "x.answer" NEXT
                              "x.cost_call" NEXT "x.cost_without",
                              "1" },
  [MULL_SEARCH_PART_ROADBLOCK] = { "roadblock", NOTES,
                                   "x.symptom" NEXT "x.underlying" NEXT "x.takes" NEXT
                                   "x.takes_who" NEXT "x.we_give" NEXT "x.costs_not" NEXT
                                   "x.lesson",
                                   "1" },
  [MULL_SEARCH_PART_TOUCH] = { "planned_touch", NOTES, "x.text" NEXT "x.place",
                               "x.text || x.place <> ''" },
  [MULL_SEARCH_PART_QUIET] = { "quiet", NOTES, "x.words", "x.words <> ''" },
};

/**
 * Watch:
 * @part: what a row belongs to
 * @table: where the row is
 * @id: column with the id of what it belongs to
 * @columns: what the index says of the row, and what its place in there goes by; a list of columns
 */
typedef struct
{
  MullSearchPart part;
  const char *table;
  const char *id;
  const char *const *columns;
} Watch;

#define COLUMNS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

static const Watch watches[] = {
  { MULL_SEARCH_PART_PERSON, "person", "id", COLUMNS ("name", "title", "notes", "trashed_at") },
  { MULL_SEARCH_PART_PERSON, "person_address", "person_id",
    COLUMNS ("person_id", "kind", "value", "value_key", "rank") },
  { MULL_SEARCH_PART_COMPANY, "company", "id",
    COLUMNS ("name", "domain", "sector", "phone", "address", "notes", "trashed_at") },
  { MULL_SEARCH_PART_SCRIPT, "script", "id", COLUMNS ("id") },
  { MULL_SEARCH_PART_SCRIPT, "script_beat", "script_id", COLUMNS ("script_id", "beat", "text") },
  { MULL_SEARCH_PART_WORDS, "entry_words", "id", COLUMNS ("words") },
  { MULL_SEARCH_PART_HOLE, "hole", "id",
    COLUMNS ("text", "why", "benefit", "answer", "cost_call", "cost_without") },
  { MULL_SEARCH_PART_ROADBLOCK, "roadblock", "id",
    COLUMNS ("symptom", "underlying", "takes", "takes_who", "we_give", "costs_not", "lesson") },
  { MULL_SEARCH_PART_TOUCH, "planned_touch", "id", COLUMNS ("text", "place") },
  { MULL_SEARCH_PART_QUIET, "quiet", "id", COLUMNS ("words") },
};

static const char *const events[] = { "INSERT", "UPDATE", "DELETE" };

static gboolean
is_whole_thing (const Watch *watch)
{
  return g_str_equal (watch->id, "id");
}

/* ── Following ────────────────────────────────────────────────────────── */

/* Names of our own only; values are never part of SQL. */
static void G_GNUC_NULL_TERMINATED
append (GString *sql, ...)
{
  va_list pieces;
  const char *piece;

  va_start (pieces, sql);
  while ((piece = va_arg (pieces, const char *)) != NULL)
    g_string_append (sql, piece);
  va_end (pieces);
}

static void
append_number (GString *sql, gint64 number)
{
  g_string_append_printf (sql, "%" G_GINT64_FORMAT, number);
}

/* A list of columns, of the row @row: "old.name, old.title". */
static void
append_columns (GString *sql, const Watch *watch, const char *row)
{
  for (guint i = 0; watch->columns[i] != NULL; i++)
    append (sql, i > 0 ? ", " : "", row, watch->columns[i], NULL);
}

static void
append_note (GString *sql, const Watch *watch, const char *row, const gint64 *mark)
{
  append (sql, " INSERT INTO stale_search SELECT ", NULL);
  append_number (sql, watch->part);
  append (sql, ", ", row, watch->id, " WHERE ", NULL);
  if (mark != NULL)
    {
      append (sql, row, watch->id, " <= ", NULL);
      append_number (sql, *mark);
    }
  else
    append (sql, "1", NULL);
  append (sql, " ON CONFLICT (part, id) DO NOTHING;", NULL);
}

static void
append_trigger (GString *sql, const Watch *watch, const char *event, const gint64 *mark)
{
  gboolean is_update = g_str_equal (event, "UPDATE");

  append (sql, "CREATE TEMP TRIGGER search_", watch->table, "_", event, " AFTER ", event, NULL);
  if (is_update)
    {
      append (sql, " OF ", NULL);
      append_columns (sql, watch, "");
    }
  append (sql, " ON main.", watch->table, NULL);
  if (is_update)
    {
      append (sql, " WHEN (", NULL);
      append_columns (sql, watch, "old.");
      append (sql, ") IS NOT (", NULL);
      append_columns (sql, watch, "new.");
      append (sql, ")", NULL);
    }
  append (sql, " BEGIN", NULL);
  if (!g_str_equal (event, "INSERT"))
    append_note (sql, watch, "old.", mark);
  if (!g_str_equal (event, "DELETE"))
    append_note (sql, watch, "new.", mark);
  append (sql, " END;\n", NULL);
}

/* @marks: (nullable): the newest thing of each part when the step began that adds many */
static gboolean
create_triggers (MullDatabase *db, const gint64 *marks, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (watches); i++)
    for (guint j = 0; j < G_N_ELEMENTS (events); j++)
      if (marks == NULL || j > 0 || !is_whole_thing (&watches[i]))
        append_trigger (sql, &watches[i], events[j],
                        marks != NULL ? &marks[watches[i].part] : NULL);
  return mull_database_exec (db, sql->str, error);
}

/* Some are not there while a step adds many. */
static gboolean
drop_triggers (MullDatabase *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (watches); i++)
    for (guint j = 0; j < G_N_ELEMENTS (events); j++)
      append (sql, "DROP TRIGGER IF EXISTS temp.search_", watches[i].table, "_", events[j], ";",
              NULL);
  return mull_database_exec (db, sql->str, error);
}

/**
 * mull_search_index_follow:
 * @error: return location
 */
gboolean
mull_search_index_follow (MullDatabase *db, GError **error)
{
  return mull_database_exec (db,
                             "CREATE TEMP TABLE stale_search (part INTEGER, id INTEGER,"
                             " PRIMARY KEY (part, id)) WITHOUT ROWID",
                             error) &&
         create_triggers (db, NULL, error);
}

/* ── Many at once ─────────────────────────────────────────────────────── */

static gboolean
read_newest (MullDatabase *db, const Part *part, gint64 *id, GError **error)
{
  g_autofree char *sql =
      g_strconcat ("SELECT coalesce (max (id), 0) FROM main.", part->table, NULL);
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, sql, error);

  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *id = mull_statement_get_int64 (statement, 0);
  return TRUE;
}

static gboolean
note_mark (MullDatabase *db, int part, gint64 mark, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db, "INSERT INTO temp.search_mark VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, part);
  mull_statement_bind_int64 (statement, 2, mark);
  return mull_statement_run (statement, error);
}

/**
 * mull_search_index_suspend:
 * @error: return location
 *
 * Inside the transaction of a step that adds many rows; a rollback takes this back as well.
 */
gboolean
mull_search_index_suspend (MullDatabase *db, GError **error)
{
  gint64 marks[MULL_SEARCH_N_PARTS + 1] = { 0 };

  if (!drop_triggers (db, error) ||
      !mull_database_exec (
          db, "CREATE TEMP TABLE search_mark (part INTEGER PRIMARY KEY, last_id INTEGER)", error))
    return FALSE;
  for (int i = 1; i <= MULL_SEARCH_N_PARTS; i++)
    if (!read_newest (db, &parts[i], &marks[i], error) || !note_mark (db, i, marks[i], error))
      return FALSE;
  return create_triggers (db, marks, error);
}

static void
append_select (GString *sql, int part)
{
  append (sql, "INSERT INTO ", parts[part].index, " SELECT x.id + ", NULL);
  append_number (sql, MULL_SEARCH_FIRST (part));
  append (sql, ", ", parts[part].columns, " FROM ", parts[part].table, " AS x WHERE ",
          parts[part].condition, NULL);
}

/**
 * mull_search_index_resume:
 * @error: return location
 *
 * Indexes what is new, and follows every row again from here on.
 */
gboolean
mull_search_index_resume (MullDatabase *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (int i = 1; i <= MULL_SEARCH_N_PARTS; i++)
    {
      append_select (sql, i);
      append (sql, " AND x.id > (SELECT last_id FROM temp.search_mark WHERE part = ", NULL);
      append_number (sql, i);
      append (sql, ") ORDER BY x.id;", NULL);
    }
  append (sql, "DROP TABLE temp.search_mark", NULL);
  return mull_database_exec (db, sql->str, error) && drop_triggers (db, error) &&
         create_triggers (db, NULL, error);
}

/**
 * mull_search_index_rebuild:
 * @error: return location
 *
 * Fills both indexes from the content again. They are put in order first, so that what is wrong
 * with them does not stop it.
 */
gboolean
mull_search_index_rebuild (MullDatabase *db, GError **error)
{
  g_autoptr (GString) sql =
      g_string_new ("INSERT INTO contact_fts (contact_fts) VALUES ('rebuild');"
                    "INSERT INTO note_fts (note_fts) VALUES ('rebuild');"
                    "DELETE FROM contact_fts; DELETE FROM note_fts;");

  for (int i = 1; i <= MULL_SEARCH_N_PARTS; i++)
    {
      append_select (sql, i);
      append (sql, " ORDER BY x.id;", NULL);
    }
  return mull_database_exec (db, sql->str, error);
}

/* ── Comparing ────────────────────────────────────────────────────────── */

/* Counts what an index should have, and how much of that it does not have as it should. */
static gboolean
compare_part (MullDatabase *db, int part, gint64 *n, gint64 *n_wrong, GError **error)
{
  gboolean is_contact = part <= MULL_SEARCH_PART_COMPANY;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (MullStatement) statement = NULL;

  append (sql, "SELECT count(*), count(*) FILTER (WHERE ",
          is_contact ? "(f.name, f.text)" : "f.text", " IS NOT (", parts[part].columns, ")) FROM ",
          parts[part].table, " AS x LEFT JOIN ", is_contact ? "contact_fts" : "note_fts",
          " AS f ON f.rowid = x.id + ", NULL);
  append_number (sql, MULL_SEARCH_FIRST (part));
  append (sql, " WHERE ", parts[part].condition, NULL);
  statement = mull_database_prepare_scan (db, sql->str, error);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *n += mull_statement_get_int64 (statement, 0);
  *n_wrong += mull_statement_get_int64 (statement, 1);
  return TRUE;
}

static gboolean
count_rows (MullDatabase *db, gint64 *n, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      db, "SELECT (SELECT count(*) FROM contact_fts) + (SELECT count(*) FROM note_fts)", error);

  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *n = mull_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * mull_search_index_compare:
 * @is_same: (out): whether both indexes have a row for whatever they should, with its present text,
 *   and no other row
 * @error: return location
 *
 * Outside a transaction that changed something. Reads all of it.
 */
gboolean
mull_search_index_compare (MullDatabase *db, gboolean *is_same, GError **error)
{
  gint64 n = 0, n_wrong = 0, n_there = 0;

  for (int i = 1; i <= MULL_SEARCH_N_PARTS; i++)
    if (!compare_part (db, i, &n, &n_wrong, error))
      return FALSE;
  if (!count_rows (db, &n_there, error))
    return FALSE;
  *is_same = n_wrong == 0 && n_there == n;
  return TRUE;
}

/* ── Keeping up ───────────────────────────────────────────────────────── */

typedef struct
{
  int part;
  gint64 id;
} Stale;

static GArray *
list_stale (MullDatabase *db, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Stale));
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "SELECT part, id FROM temp.stale_search ORDER BY part, id", error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      Stale stale = { (int) mull_statement_get_int64 (statement, 0),
                      mull_statement_get_int64 (statement, 1) };

      g_array_append_val (list, stale);
    }
  return step == MULL_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

static gboolean
forget (MullDatabase *db, const Stale *stale, GError **error)
{
  g_autoptr (MullStatement) statement =
      stale->part <= MULL_SEARCH_PART_COMPANY
          ? mull_database_prepare (db, "DELETE FROM contact_fts WHERE rowid = ?1", error)
          : mull_database_prepare (db, "DELETE FROM note_fts WHERE rowid = ?1", error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, MULL_SEARCH_FIRST (stale->part) + stale->id);
  return mull_statement_run (statement, error);
}

static gboolean
learn (MullDatabase *db, const Stale *stale, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (MullStatement) statement = NULL;

  append_select (sql, stale->part);
  append (sql, " AND x.id = ?1", NULL);
  statement = mull_database_prepare_built (db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, stale->id);
  return mull_statement_run (statement, error);
}

/**
 * mull_search_index_refresh:
 * @error: return location
 *
 * In the order of the rows: one that goes back makes the index write itself down.
 */
gboolean
mull_search_index_refresh (MullDatabase *db, GError **error)
{
  g_autoptr (GArray) list = list_stale (db, error);
  g_autoptr (MullStatement) statement = NULL;

  if (list == NULL)
    return FALSE;
  if (list->len == 0)
    return TRUE;
  for (guint i = 0; i < list->len; i++)
    {
      const Stale *stale = &g_array_index (list, Stale, i);

      if (!forget (db, stale, error) || !learn (db, stale, error))
        return FALSE;
    }
  statement = mull_database_prepare (db, "DELETE FROM temp.stale_search", error);
  return statement != NULL && mull_statement_run (statement, error);
}
