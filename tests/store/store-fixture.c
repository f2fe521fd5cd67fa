/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "store-fixture"

#include "config.h"

#include "store-fixture.h"

#include "mull-card-check.h"
#include "mull-card-store.h"
#include "mull-pipeline.h"
#include "mull-record-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Under the sanitizers everything takes several times as long. */
#ifdef __has_feature
#define IS_SANITIZED __has_feature (address_sanitizer)
#elif defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED 1
#else
#define IS_SANITIZED 0
#endif

char *
fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("mull-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

char *
fixture_make_quick_folder (void)
{
  /* In memory where there is some: thousands of folders are made, and a test that plays the disk
   * itself, or only kills, needs none. */
  char *folder = g_strdup ("/dev/shm/mull-test-XXXXXX");

  if (g_mkdtemp_full (folder, 0700) != NULL)
    return folder;
  g_free (folder);
  return fixture_make_folder ();
}

static void
on_log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
  if ((level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO | G_LOG_LEVEL_WARNING)) == 0 ||
      g_getenv ("G_MESSAGES_DEBUG") != NULL)
    g_log_default_handler (domain, level, message, user_data);
}

void
fixture_expect_trouble (void)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_log_set_default_handler (on_log_cb, NULL);
}

guint
fixture_get_size (const char *variable, guint usual)
{
  const char *wanted = g_getenv (variable);

  if (wanted != NULL)
    return (guint) g_ascii_strtoull (wanted, NULL, 10);
  return MAX (usual / (IS_SANITIZED ? 10 : 1), 1);
}

static void
remove_tree (const char *path)
{
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);
          remove_tree (child);
        }
    }
  g_remove (path);
}

void
fixture_remove_folder (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

void
fixture_copy_file (const char *from, const char *to, const char *name)
{
  g_autofree char *source = g_build_filename (from, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (source, &data, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (target, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

MullClock *
fixture_make_clock (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  return mull_clock_new_fixed (FIXTURE_NOW, zone);
}

MullWorkspace *
fixture_open (const char *folder)
{
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;
  MullWorkspace *workspace = mull_workspace_open (folder, clock, &error);

  g_assert_no_error (error);
  return workspace;
}

void
fixture_close (MullWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_workspace_close (workspace, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (workspace);
}

MullDatabase *
fixture_open_copy (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  MullDatabase *db = mull_database_open (path, MULL_DATABASE_COPY, &error);

  g_assert_no_error (error);
  return db;
}

MullStage *
fixture_insert_stage (MullDatabase *db)
{
  g_autoptr (MullPipeline) pipeline = mull_pipeline_new ();
  g_autoptr (MullStage) stage = mull_stage_new ();
  g_autoptr (GError) error = NULL;

  mull_take_text (&pipeline->uuid, g_uuid_string_random ());
  mull_set_text (&pipeline->name, "Sales");
  pipeline->created_at = FIXTURE_NOW;
  mull_record_store_insert (db, pipeline, &error);
  g_assert_no_error (error);
  mull_take_text (&stage->uuid, g_uuid_string_random ());
  mull_set_text (&stage->name, "Talk");
  stage->pipeline_id = pipeline->record.id;
  stage->probability = 50;
  stage->dark_days = 14;
  stage->stale_days = 30;
  mull_record_store_insert (db, stage, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&stage);
}

MullDeal *
fixture_insert_deal (MullDatabase *db, gint64 stage_id, const char *title)
{
  g_autoptr (MullDeal) deal = mull_deal_new ();
  g_autoptr (GError) error = NULL;

  mull_take_text (&deal->uuid, g_uuid_string_random ());
  mull_set_text (&deal->title, title);
  deal->stage_id = stage_id;
  deal->value_minor = 1000;
  g_strlcpy (deal->currency, "EUR", sizeof deal->currency);
  deal->created_at = deal->stage_since_at = FIXTURE_NOW;
  mull_record_store_insert (db, deal, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&deal);
}

static void
run_plainly (sqlite3 *handle, const char *sql)
{
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
}

/* Runs what each row of @query says. */
static void
run_each (sqlite3 *handle, const char *query)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *row = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, query, -1, &row, NULL), ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    g_ptr_array_add (list, g_strdup ((const char *) sqlite3_column_text (row, 0)));
  sqlite3_finalize (row);
  for (guint i = 0; i < list->len; i++)
    run_plainly (handle, list->pdata[i]);
}

static void
copy_pragma (sqlite3 *handle, const char *name)
{
  g_autofree char *query = g_strdup_printf ("PRAGMA old.%s", name);
  g_autofree char *set = NULL;
  sqlite3_stmt *row = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, query, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  set = g_strdup_printf ("PRAGMA main.%s = %s", name, sqlite3_column_text (row, 0));
  sqlite3_finalize (row);
  run_plainly (handle, set);
}

/* A file without shared memory may be one of a test that plays the disk. */
static sqlite3 *
open_plainly (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL), ==, SQLITE_OK);
  run_plainly (handle, "PRAGMA locking_mode = EXCLUSIVE");
  return handle;
}

void
fixture_strip_sums (const char *path)
{
  g_autofree char *plain = g_strconcat (path, "-plain", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS old", path);
  sqlite3 *handle = open_plainly (path);

  /* What is in the log comes along. */
  run_plainly (handle, "PRAGMA journal_mode = DELETE");
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  handle = open_plainly (plain);
  run_plainly (handle, attach);
  run_plainly (handle, "PRAGMA main.page_size = 4096; BEGIN");
  run_each (handle, "SELECT sql FROM old.sqlite_schema WHERE sql IS NOT NULL"
                    "   AND name NOT GLOB '*_fts_*' AND name NOT GLOB 'sqlite_*' ORDER BY rowid");
  run_each (handle, "SELECT 'DELETE FROM main.' || name || '; INSERT INTO main.' || name ||"
                    "       ' SELECT t.* FROM old.' || name || ' AS t' FROM old.sqlite_schema"
                    " WHERE type = 'table' AND sql NOT GLOB 'CREATE VIRTUAL*'");
  copy_pragma (handle, "user_version");
  copy_pragma (handle, "application_id");
  run_plainly (handle, "COMMIT; DETACH old; PRAGMA journal_mode = WAL");
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  g_assert_cmpint (g_chmod (plain, 0600), ==, 0);
  g_assert_cmpint (g_rename (plain, path), ==, 0);
}

static guint32
read_number (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* The last of those pages that the first one of the free pages lists. */
static guint32
find_free_page (const char *file)
{
  const char *trunk = file + ((gsize) read_number (file + 32) - 1) * 4096;
  guint32 n;

  g_assert_cmpuint (read_number (file + 32), >, 0);
  n = read_number (trunk + 4);
  g_assert_cmpuint (n, >, 0);
  return read_number (trunk + 8 + (gsize) (n - 1) * 4);
}

void
fixture_spoil_free_page (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDatabase) db = mull_database_open (path, MULL_DATABASE_COPY, &error);
  gsize size;

  g_assert_no_error (error);
  mull_database_exec (db,
                      "CREATE TABLE many (t TEXT) STRICT;"
                      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200)"
                      "  INSERT INTO many SELECT hex (zeroblob (500)) FROM n;"
                      "DROP TABLE many",
                      &error);
  g_assert_no_error (error);
  mull_database_close (db, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  data[((gsize) find_free_page (data) - 1) * 4096 + 100] ^= 0x20;
  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

gint64
fixture_query (MullDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (mull_statement_step (statement, &error), ==, MULL_STEP_ROW);
  return mull_statement_get_int64 (statement, 0);
}

char *
fixture_digest (MullDatabase *db)
{
  g_autoptr (GError) error = NULL;
  char *digest = mull_database_digest (db, &error);

  g_assert_no_error (error);
  return digest;
}

char *
fixture_hash_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, size);
}

/* All rows of a derived table as one text. */
static char *
dump (MullDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, sql, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  while (mull_statement_step (statement, &error) == MULL_STEP_ROW)
    g_string_append_printf (text, "%s\n", mull_statement_get_text (statement, 0));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define CARDS                                                                                      \
  "SELECT deal_id || '|' || stage_id || '|' || rank || '|' || needs || '|' || state || '|' ||"     \
  " ifnull (state_on, '-') || '|' || ifnull (recheck_on, '-') || '|' || ifnull (next_on, '-') ||"  \
  " '|' || next_days || '|' || next_text || '|' || since_at || '|' || currency || '|' ||"          \
  " value_minor || '|' || weighted_minor || '|' || open_holes || '|' || ours_overdue || '|' ||"    \
  " theirs_overdue || '|' || roadblocks || '|' || flags FROM deal_card ORDER BY deal_id"
#define TOTALS                                                                                     \
  "SELECT stage_id || '|' || currency || '|' || state || '|' || n || '|' || value_minor || '|' ||" \
  " weighted_minor || '|' || n_promise_due || '|' || n_no_next_step || '|' || n_hole || '|' ||"    \
  " n_focus FROM stage_total ORDER BY stage_id, currency, state"
#define WORDS                                                                                      \
  "SELECT rowid || '|' || title || '|' || company || '|' || people FROM deal_fts ORDER BY rowid"

#define SEARCH                                                                                     \
  "SELECT rowid || '|' || name || '|' || text FROM contact_fts UNION ALL"                          \
  " SELECT rowid || '|' || text FROM note_fts ORDER BY 1"
/* Of everything that it has a row for, and of what it must not have one for. */
#define STALE_SEARCH                                                                               \
  "INSERT INTO stale_search SELECT 1, id FROM person UNION ALL SELECT 2, id FROM company"          \
  " UNION ALL SELECT 3, id FROM script UNION ALL SELECT 4, id FROM entry_words"                    \
  " UNION ALL SELECT 5, id FROM hole UNION ALL SELECT 6, id FROM roadblock"                        \
  " UNION ALL SELECT 7, id FROM planned_touch UNION ALL SELECT 8, id FROM quiet;"

void
fixture_check_derived (MullWorkspace *workspace)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *cards = dump (db, CARDS);
  g_autofree char *totals = dump (db, TOTALS);
  g_autofree char *words = dump (db, WORDS);
  g_autofree char *search = dump (db, SEARCH);
  g_autofree char *new_cards = NULL;
  g_autofree char *new_totals = NULL;
  g_autofree char *new_words = NULL;
  g_autofree char *new_search = NULL;

  mull_card_check (db, &error);
  g_assert_no_error (error);
  mull_database_check (db, &error);
  g_assert_no_error (error);
  mull_database_begin (db, &error);
  g_assert_no_error (error);
  mull_database_exec (db,
                      "DELETE FROM deal_card WHERE 1; DELETE FROM deal_fts;"
                      "DELETE FROM contact_fts; DELETE FROM note_fts;" STALE_SEARCH
                      "INSERT INTO stale_deal SELECT id, 1 FROM deal",
                      &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM stage_total"), ==, 0);
  mull_card_store_refresh (db, mull_workspace_get_today (workspace),
                           mull_clock_get_zone (mull_workspace_get_clock (workspace)), NULL,
                           &error);
  g_assert_no_error (error);
  new_cards = dump (db, CARDS);
  new_totals = dump (db, TOTALS);
  new_words = dump (db, WORDS);
  new_search = dump (db, SEARCH);
  mull_database_rollback (db);
  g_assert_cmpstr (cards, ==, new_cards);
  g_assert_cmpstr (totals, ==, new_totals);
  g_assert_cmpstr (words, ==, new_words);
  g_assert_cmpstr (search, ==, new_search);
}
