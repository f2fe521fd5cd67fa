/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-search-store"

#include "config.h"

#include "mull-search-store.h"

#include "mull-search-index.h"

/* Newest first by the number of the row: to sort by relevance, SQLite would look at every match. */
#define NEWEST " ORDER BY f.rowid DESC LIMIT ?2"
#define IN_PART " MATCH ?1 AND f.rowid > ?3 AND f.rowid < ?4"
#define AMONG_CONTACTS " WHERE contact_fts" IN_PART
#define AMONG_NOTES " WHERE note_fts" IN_PART
/* Who is there, and not in the trash; "d" is the deal. */
#define COMPANY " LEFT JOIN company o ON o.trashed_at IS NULL AND o.id = "
#define PERSON " LEFT JOIN person p ON p.trashed_at IS NULL AND p.id = "
#define OF_DEAL COMPANY "d.company_id"
#define ALIVE " AND d.trashed_at IS NULL"

#define DEAL_COLUMNS                                                                               \
  "SELECT d.id, d.id, max (d.created_at, d.stage_since_at, coalesce (d.closed_at, 0)), d.outcome," \
  " d.title, coalesce (f.company, ''), coalesce (f.people, ''), ''"
#define PERSON_COLUMNS "SELECT p.id, 0, p.created_at, '', p.name, coalesce (o.name, ''), p.title"
#define COMPANY_COLUMNS "SELECT o.id, 0, o.created_at, '', o.name, o.sector, o.domain"
#define ENTRY_COLUMNS                                                                              \
  "SELECT e.id, e.deal_id, e.happened_at, e.kind, d.title, coalesce (o.name, ''),"                 \
  " coalesce (p.name, '')"
#define ON_DEAL(date, word)                                                                        \
  "SELECT x.id, x.deal_id, " date ", " word ", d.title, coalesce (o.name, ''),"                    \
  " coalesce (p.name, ''), f.text"

/* The columns are those of MullSearchRow without the first. */
static const struct
{
  const char *sql;
  int part; /* of its index, or 0 */
} finders[MULL_SEARCH_N_KINDS] = {
  [MULL_SEARCH_DEAL] = { DEAL_COLUMNS " FROM deal_fts f CROSS JOIN deal d ON d.id = f.rowid"
                                      " WHERE deal_fts MATCH ?1" ALIVE NEWEST,
                         0 },
  [MULL_SEARCH_PERSON] = { PERSON_COLUMNS ", f.text FROM contact_fts f CROSS JOIN person p ON p.id "
                                          "= f.rowid - ?3" COMPANY
                                          "p.company_id" AMONG_CONTACTS NEWEST,
                           MULL_SEARCH_PART_PERSON },
  [MULL_SEARCH_COMPANY] = { COMPANY_COLUMNS
                            ", f.text FROM contact_fts f CROSS JOIN company o ON o.id = f.rowid - "
                            "?3" AMONG_CONTACTS NEWEST,
                            MULL_SEARCH_PART_COMPANY },
  [MULL_SEARCH_ENTRY] = { ENTRY_COLUMNS
                          ", e.text, e.private FROM entry_fts f CROSS JOIN entry e ON e.id = "
                          "f.rowid"
                          " CROSS JOIN deal d ON d.id = e.deal_id" OF_DEAL PERSON "e.person_id"
                          " WHERE entry_fts MATCH ?1 AND e.trashed_at IS NULL" ALIVE NEWEST,
                          0 },
  [MULL_SEARCH_SCRIPT] = { ON_DEAL (
                               "coalesce (x.called_at, x.created_at)",
                               "x.kind") " FROM note_fts f CROSS JOIN script x ON x.id = "
                                         "f.rowid - ?3"
                                         " CROSS JOIN deal d ON d.id = x.deal_id" OF_DEAL PERSON
                                         "x.person_id" AMONG_NOTES ALIVE NEWEST,
                           MULL_SEARCH_PART_SCRIPT },
  [MULL_SEARCH_HOLE] = { ON_DEAL (
                             "x.created_at",
                             "x.kind") " FROM note_fts f CROSS JOIN hole x ON x.id = f.rowid - ?3"
                                       " CROSS JOIN deal d ON d.id = x.deal_id" OF_DEAL PERSON
                                       "x.person_id" AMONG_NOTES ALIVE NEWEST,
                         MULL_SEARCH_PART_HOLE },
  [MULL_SEARCH_ROADBLOCK] = { ON_DEAL ("x.created_at",
                                       "x.outcome") " FROM note_fts f CROSS JOIN roadblock x ON "
                                                    "x.id = f.rowid - ?3"
                                                    " CROSS JOIN deal d ON d.id = x.deal_id" OF_DEAL
                                                        PERSON
                                                    "x.symptom_by_id" AMONG_NOTES ALIVE NEWEST,
                              MULL_SEARCH_PART_ROADBLOCK },
  [MULL_SEARCH_TOUCH] = { ON_DEAL ("unixepoch (x.due_on, '+12 hours') * 1000000",
                                   "x.kind") " FROM note_fts f CROSS JOIN planned_touch x ON "
                                             "x.id = f.rowid - ?3"
                                             " CROSS JOIN deal d ON d.id = x.deal_id" OF_DEAL PERSON
                                             "x.person_id" AMONG_NOTES ALIVE NEWEST,
                          MULL_SEARCH_PART_TOUCH },
  /* Of a deal, of a person or of a company: what is found is that. */
  [MULL_SEARCH_QUIET] = { "SELECT coalesce (x.deal_id, x.person_id, x.company_id), coalesce "
                          "(x.deal_id, 0),"
                          " x.created_at, x.scope,"
                          " coalesce (d.title, p.name, o.name, ''), '', '', f.text"
                          " FROM note_fts f CROSS JOIN quiet x ON x.id = f.rowid - ?3"
                          " LEFT JOIN deal d ON d.id = x.deal_id"
                          " LEFT JOIN person p ON p.id = x.person_id"
                          " LEFT JOIN company o ON o.id = x.company_id" AMONG_NOTES
                          " AND coalesce (d.trashed_at, p.trashed_at, o.trashed_at) IS NULL" NEWEST,
                          MULL_SEARCH_PART_QUIET },
};

#define FIND_WORDS                                                                                 \
  ENTRY_COLUMNS                                                                                    \
  ", f.text, e.private FROM note_fts f CROSS JOIN entry_words w ON w.id = f.rowid - ?3"            \
  " CROSS JOIN entry e ON e.id = w.entry_id"                                                       \
  " CROSS JOIN deal d ON d.id = e.deal_id" OF_DEAL PERSON                                          \
  "coalesce (w.person_id, e.person_id)" AMONG_NOTES " AND e.trashed_at IS NULL" ALIVE NEWEST

/* One of them; only what the switcher remembers. */
static const char *const getters[] = {
  [MULL_SEARCH_DEAL] = DEAL_COLUMNS " FROM deal d JOIN deal_fts f ON f.rowid = d.id"
                                    " WHERE d.id = ?1" ALIVE,
  [MULL_SEARCH_PERSON] = PERSON_COLUMNS ", '' FROM person p" COMPANY "p.company_id"
                                        " WHERE p.id = ?1 AND p.trashed_at IS NULL",
  [MULL_SEARCH_COMPANY] = COMPANY_COLUMNS ", '' FROM company o"
                                          " WHERE o.id = ?1 AND o.trashed_at IS NULL",
};

static gboolean
read_rows (MullStatement *stmt,
           MullSearchKind kind,
           MullSearchFunc func,
           gpointer user_data,
           GError **error)
{
  MullStep step;

  while ((step = mull_statement_step (stmt, error)) == MULL_STEP_ROW)
    {
      MullSearchRow row = {
        .kind = kind,
        .id = mull_statement_get_int64 (stmt, 0),
        .deal_id = mull_statement_get_int64 (stmt, 1),
        .at = mull_statement_get_int64 (stmt, 2),
        .word = mull_statement_get_text (stmt, 3),
        .title = mull_statement_get_text (stmt, 4),
        .place = mull_statement_get_text (stmt, 5),
        .person = mull_statement_get_text (stmt, 6),
        .text = mull_statement_get_text (stmt, 7),
        .is_private = kind == MULL_SEARCH_ENTRY && mull_statement_get_int64 (stmt, 8) != 0,
      };

      func (&row, user_data);
    }
  return step == MULL_STEP_DONE;
}

static gboolean
find (MullDatabase *db,
      MullSearchKind kind,
      const char *sql,
      int part,
      const char *match,
      guint limit,
      MullSearchFunc func,
      gpointer user_data,
      GError **error)
{
  g_autoptr (MullStatement) stmt = NULL;

  if (match == NULL)
    return TRUE;
  stmt = mull_database_prepare (db, sql, error);
  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_text (stmt, 1, match);
  mull_statement_bind_int64 (stmt, 2, limit);
  if (part != 0)
    {
      mull_statement_bind_int64 (stmt, 3, MULL_SEARCH_FIRST (part));
      mull_statement_bind_int64 (stmt, 4, MULL_SEARCH_FIRST (part + 1));
    }
  return read_rows (stmt, kind, func, user_data, error);
}

/**
 * mull_search_store_find:
 * @kind: what to look for
 * @mode: what @words match
 * @limit: how many at most
 * @func: (scope call): called with each thing outside the trash that has all the words, the one
 *   that was added last first
 * @error: return location
 *
 * Nothing is found if the words are not enough for @mode.
 */
gboolean
mull_search_store_find (MullDatabase *db,
                        MullSearchKind kind,
                        const MullTypedWords *words,
                        MullFtsMode mode,
                        guint limit,
                        MullSearchFunc func,
                        gpointer user_data,
                        GError **error)
{
  g_autofree char *match = mull_fts_match_words (words, mode);

  return find (db, kind, finders[kind].sql, finders[kind].part, match, limit, func, user_data,
               error);
}

/**
 * mull_search_store_find_words:
 * @limit: how many at most
 * @func: (scope call): called with each entry that quotes them with all the words, as
 *   mull_search_store_find() does; several quotations of one entry are several rows
 * @error: return location
 */
gboolean
mull_search_store_find_words (MullDatabase *db,
                              const MullTypedWords *words,
                              guint limit,
                              MullSearchFunc func,
                              gpointer user_data,
                              GError **error)
{
  g_autofree char *match = mull_fts_match_words (words, MULL_FTS_LONG);

  return find (db, MULL_SEARCH_ENTRY, FIND_WORDS, MULL_SEARCH_PART_WORDS, match, limit, func,
               user_data, error);
}

/**
 * mull_search_store_get:
 * @kind: a deal, a person or a company
 * @func: (scope call): called if it is there and not in the trash
 * @error: return location
 */
gboolean
mull_search_store_get (MullDatabase *db,
                       MullSearchKind kind,
                       gint64 id,
                       MullSearchFunc func,
                       gpointer user_data,
                       GError **error)
{
  g_autoptr (MullStatement) stmt = NULL;

  g_return_val_if_fail (kind <= MULL_SEARCH_COMPANY, FALSE);

  stmt = mull_database_prepare (db, getters[kind], error);
  if (stmt == NULL)
    return FALSE;
  mull_statement_bind_int64 (stmt, 1, id);
  return read_rows (stmt, kind, func, user_data, error);
}
