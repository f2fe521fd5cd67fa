/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-recorder"

#include "config.h"

#include "mull-recorder.h"

#include "mull-changeset.h"
#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-store.h"
#include "mull-undo-record.h"
#include "store-fixture.h"

/* What is recorded is compared with what SQLite's own session extension makes of the same. */

#define MANY_BYTES (1024 * 1024)

typedef struct
{
  char *folder;
  MullDatabase *db;
  MullRecorder *recorder;
} Fixture;

static void
exec (MullDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  mull_database_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
begin (MullDatabase *db)
{
  g_autoptr (GError) error = NULL;

  mull_database_begin (db, &error);
  g_assert_no_error (error);
}

static void
commit (MullDatabase *db)
{
  g_autoptr (GError) error = NULL;

  mull_database_commit (db, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->db = fixture_open_copy (fixture->folder);
  fixture->recorder = mull_recorder_new (fixture->db);
  exec (fixture->db,
        "INSERT INTO pipeline (id, uuid, name, rank, created_at) VALUES (1, 'p', 'Sales', 0, 0);"
        "INSERT INTO stage (id, uuid, pipeline_id, name, rank) VALUES (1, 's', 1, 'Qualify', 0);"
        "INSERT INTO company (id, uuid, name, name_key, created_at)"
        "  VALUES (1, 'c1', 'Müller', 'muller', 0), (2, 'c2', 'Ade', 'ade', 0), (3, 'c3', 'Oz', "
        "'oz', 0);"
        "INSERT INTO deal (id, uuid, title, company_id, stage_id, rank, created_at, stage_since_at)"
        "  VALUES (1, 'd1', 'Boiler', 1, 1, 0, 0, 0), (2, 'd2', '', NULL, 1, 1, 0, 0);"
        "INSERT INTO entry (id, uuid, deal_id, kind, happened_at, written_at, text)"
        "  VALUES (1, 'e1', 1, 'note', 0, 0, 'Called back'), (2, 'e2', 2, 'note', 0, 0, '');"
        "INSERT INTO entry_words (entry_id, words) VALUES (1, 'Not now');"
        "INSERT INTO person (id, uuid, name, name_key, company_id, created_at)"
        "  VALUES (1, 'n1', 'Ada', 'ada', 1, 0);"
        "INSERT INTO person_company VALUES (1, 2);"
        "INSERT INTO source_identity VALUES (NULL, 'file:1', 'deal', '7', 1, 'abc')");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  mull_recorder_free (fixture->recorder);
  g_assert_true (mull_database_close (fixture->db, &error));
  g_assert_finalize_object (fixture->db);
  fixture_remove_folder (fixture->folder);
}

/* ── Reading changes ──────────────────────────────────────────────────── */

typedef int (*GetValue) (sqlite3_changeset_iter *iter, int column, sqlite3_value **value);

static void
describe_row (GString *line, sqlite3_changeset_iter *iter, int n_columns, GetValue get)
{
  g_string_append (line, " |");
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      g_assert_cmpint (get (iter, i, &value), ==, SQLITE_OK);
      if (value == NULL)
        g_string_append (line, " -");
      else if (sqlite3_value_type (value) == SQLITE_NULL)
        g_string_append (line, " NULL");
      else
        g_string_append_printf (line, " %d:“%s”", sqlite3_value_type (value),
                                (const char *) sqlite3_value_text (value));
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* One line a change, sorted: the order of rows is nobody's promise. */
static char *
describe (gpointer data, int size)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_changeset_iter *iter = NULL;

  g_assert_cmpint (sqlite3changeset_start (&iter, size, data), ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      GString *line = g_string_new (NULL);
      unsigned char *key_places;
      const char *table;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      sqlite3changeset_pk (iter, &key_places, &n_columns);
      g_string_append_printf (line, "%s %d", table, operation);
      for (int i = 0; i < n_columns; i++)
        g_string_append_printf (line, "%s%d", i == 0 ? " " : ",", key_places[i]);
      if (operation != SQLITE_INSERT)
        describe_row (line, iter, n_columns, sqlite3changeset_old);
      if (operation != SQLITE_DELETE)
        describe_row (line, iter, n_columns, sqlite3changeset_new);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_assert_cmpint (sqlite3changeset_finalize (iter), ==, SQLITE_OK);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
record (Fixture *fixture, const char *sql, gboolean bulk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) recorded = NULL;
  g_autoptr (GBytes) changeset = NULL;

  begin (fixture->db);
  if (bulk)
    mull_recorder_begin_bulk (fixture->recorder, MANY_BYTES, &error);
  else
    mull_recorder_begin (fixture->recorder, &error);
  g_assert_no_error (error);
  exec (fixture->db, sql);
  mull_recorder_finish (fixture->recorder, &recorded, &error);
  g_assert_no_error (error);
  g_assert_false (mull_recorder_has_overflowed (fixture->recorder));
  if (recorded != NULL)
    mull_recorder_read (fixture->recorder, recorded, &changeset, &error);
  g_assert_no_error (error);
  mull_database_rollback (fixture->db);
  return changeset != NULL ? describe ((gpointer) g_bytes_get_data (changeset, NULL),
                                       g_bytes_get_size (changeset))
                           : g_strdup ("");
}

static int
is_content (gpointer user_data, const char *table)
{
  return g_strv_contains (mull_store_content_tables (), table);
}

static char *
record_by_sqlite (Fixture *fixture, const char *sql)
{
  sqlite3_session *session = NULL;
  gpointer data = NULL;
  int size = 0;
  char *description;

  begin (fixture->db);
  g_assert_cmpint (sqlite3session_create (mull_database_get_handle (fixture->db), "main", &session),
                   ==, SQLITE_OK);
  sqlite3session_table_filter (session, is_content, NULL);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  exec (fixture->db, sql);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &data), ==, SQLITE_OK);
  sqlite3session_delete (session);
  mull_database_rollback (fixture->db);
  description = describe (data, size);
  sqlite3_free (data);
  return description;
}

/* ── Tests ────────────────────────────────────────────────────────────── */

static const char *const scripts[] = {
  "SELECT 1",
  "INSERT INTO entry (uuid, deal_id, kind, happened_at, written_at, text)"
  "  VALUES ('e3', 1, 'call', 9223372036854775807, -1, 'Zürich')",
  "UPDATE deal SET rank = -9223372036854775807 WHERE id = 1",
  "UPDATE deal SET title = 'Other' WHERE id = 1; UPDATE deal SET title = 'Boiler' WHERE id = 1",
  "UPDATE deal SET title = 'a' WHERE id = 1; UPDATE deal SET title = 'b', rank = 7 WHERE id = 1",
  "UPDATE deal SET company_id = NULL WHERE id = 1; UPDATE deal SET company_id = 2 WHERE id = 2",
  "INSERT INTO company (id, uuid, name, name_key, created_at) VALUES (9, 'c9', 'N', 'n', 0);"
  "UPDATE company SET name = 'M' WHERE id = 9",
  "INSERT INTO company (id, uuid, name, name_key, created_at) VALUES (9, 'c9', 'N', 'n', 0);"
  "DELETE FROM company WHERE id = 9",
  "DELETE FROM company WHERE id = 2;"
  "INSERT INTO company (id, uuid, name, name_key, created_at) VALUES (2, 'c2', 'Ade', 'ade', 0)",
  "DELETE FROM company WHERE id = 2;"
  "INSERT INTO company (id, uuid, name, name_key, created_at) VALUES (2, 'c2', 'Eda', 'ade', 0)",
  "UPDATE company SET name = 'Eda' WHERE id = 2; DELETE FROM company WHERE id = 2",
  "DELETE FROM deal WHERE id = 1",
  "DELETE FROM company",
  "UPDATE company SET id = 12 WHERE id = 3",
  "UPDATE source_identity SET digest = '' WHERE source_id = '7'",
  "UPDATE source_identity SET source_id = '8' WHERE source_id = '7'",
  "INSERT INTO source_identity VALUES (NULL, 'file:1', 'deal', '7', 2, 'x') ON CONFLICT DO UPDATE"
  "  SET object_id = excluded.object_id",
  "INSERT INTO source_identity VALUES (NULL, 'file:1', 'deal', '8', 2, '');"
  "DELETE FROM source_identity WHERE source_id = '8'",
  "REPLACE INTO saved_filter (id, uuid, name, query, rank) VALUES (1, 'f', 'Mine', '', 0)",
  "UPDATE deal SET title = printf ('%.20000c', 'x') WHERE id = 2",
  "INSERT INTO setting VALUES ('a', 'b'); INSERT INTO draft VALUES ('a', 'b', 0)",
};

static void
test_like_sqlite (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *theirs = record_by_sqlite (fixture, scripts[i]);
      g_autofree char *ours = record (fixture, scripts[i], FALSE);
      g_autofree char *in_bulk = record (fixture, scripts[i], TRUE);

      g_test_message ("%s\n%s", scripts[i], theirs);
      g_assert_cmpstr (ours, ==, theirs);
      g_assert_cmpstr (in_bulk, ==, theirs);
    }
}

/* Rows that come in bulk are read when the step is taken back, as they are then. */
static void
test_bulk_apply (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) named = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  begin (fixture->db);
  mull_recorder_begin_bulk (fixture->recorder, MANY_BYTES, &error);
  g_assert_no_error (error);
  exec (fixture->db,
        "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
        "  INSERT INTO company (id, uuid, name, name_key, created_at)"
        "  SELECT i, 'u' || i, 'N' || i, '', 0 FROM n;"
        "UPDATE company SET notes = 'even' WHERE id % 2 = 0; DELETE FROM company WHERE id = 11;"
        "INSERT INTO source_identity SELECT NULL, 'file:2', 'company', uuid, id, '' FROM company");
  mull_recorder_finish (fixture->recorder, &named, &error);
  g_assert_no_error (error);
  commit (fixture->db);
  g_assert_true (mull_undo_record_names_rows (named));
  g_assert_cmpuint (g_bytes_get_size (named), <, 200);
  mull_recorder_read (fixture->recorder, named, &changeset, &error);
  g_assert_no_error (error);
  after = fixture_digest (fixture->db);
  for (guint i = 0; i < 2; i++)
    {
      mull_database_pause_foreign_keys (fixture->db, &error);
      begin (fixture->db);
      mull_changeset_apply (fixture->db, changeset, i == 0, &error);
      g_assert_no_error (error);
      commit (fixture->db);
      mull_database_resume_foreign_keys (fixture->db);
      *(i == 0 ? &undone : &redone) = fixture_digest (fixture->db);
    }
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpstr (redone, ==, after);
  g_assert_cmpstr (before, !=, after);
}

/* A row that was named must still be there, and no other one may be among them. */
static void
test_bulk_conflict (Fixture *fixture, gconstpointer data)
{
  static const char *const later[] = {
    "DELETE FROM company WHERE id = 12",
    "INSERT INTO company (id, uuid, name, name_key, created_at) VALUES (11, 'x', 'N', 'n', 0)",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) named = NULL;

  begin (fixture->db);
  mull_recorder_begin_bulk (fixture->recorder, MANY_BYTES, &error);
  g_assert_no_error (error);
  exec (fixture->db, "INSERT INTO company (id, uuid, name, name_key, created_at)"
                     "  VALUES (10, 'a', 'A', 'a', 0), (12, 'b', 'B', 'b', 0)");
  mull_recorder_finish (fixture->recorder, &named, &error);
  g_assert_no_error (error);
  commit (fixture->db);
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autoptr (GBytes) changeset = NULL;

      begin (fixture->db);
      exec (fixture->db, later[i]);
      g_assert_false (mull_recorder_read (fixture->recorder, named, &changeset, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
      g_assert_null (changeset);
      g_clear_error (&error);
      mull_database_rollback (fixture->db);
    }
}

/* Only what becomes of rows that were there is kept, so only that may be too much. */
static void
test_overflow (Fixture *fixture, gconstpointer data)
{
  static const char *const much[] = {
    "UPDATE deal SET title = printf ('%.2000c', 'x')",
    "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
    "  INSERT INTO person_company SELECT 1, i FROM n",
  };

  exec (fixture->db,
        "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
        "  INSERT INTO company (id, uuid, name, name_key, created_at)"
        "  SELECT i, 'u' || i, 'N' || i, '', 0 FROM n");
  for (guint i = 0; i < G_N_ELEMENTS (much); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) changeset = NULL;

      begin (fixture->db);
      mull_recorder_begin_bulk (fixture->recorder, 1000, &error);
      g_assert_no_error (error);
      exec (fixture->db, much[i]);
      g_assert_true (mull_recorder_finish (fixture->recorder, &changeset, &error));
      g_assert_no_error (error);
      g_assert_null (changeset);
      g_assert_true (mull_recorder_has_overflowed (fixture->recorder));
      mull_database_rollback (fixture->db);
    }
  {
    g_autofree char *next = record (fixture, "UPDATE deal SET rank = 3 WHERE id = 1", FALSE);

    g_assert_cmpstr (next, !=, "");
  }
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *next = NULL;

  begin (fixture->db);
  mull_recorder_begin (fixture->recorder, &error);
  g_assert_no_error (error);
  exec (fixture->db, "UPDATE deal SET rank = 3");
  mull_recorder_cancel (fixture->recorder);
  mull_recorder_cancel (fixture->recorder);
  exec (fixture->db, "UPDATE deal SET rank = 4");
  mull_database_rollback (fixture->db);
  next = record (fixture, "SELECT 1", FALSE);
  g_assert_cmpstr (next, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/recorder/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("like-sqlite", test_like_sqlite);
  ADD ("bulk-apply", test_bulk_apply);
  ADD ("bulk-conflict", test_bulk_conflict);
  ADD ("overflow", test_overflow);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
