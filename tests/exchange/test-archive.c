/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-archive"

#include "config.h"

#include "mull-archive-form.h"
#include "mull-archive-import.h"
#include "mull-archive-writer.h"
#include "mull-content-table.h"
#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-parse.h"
#include "mull-sample.h"
#include "mull-store.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <string.h>

/* Of the few hundred entries of the sample. */
#define N_UNTIL_STOP 20

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullDatabase *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  fixture->db = mull_workspace_get_database (fixture->workspace);
}

static void
set_up_sample (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_up (fixture, data);
  mull_sample_fill (fixture->workspace, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

static GBytes *
write_archive (Fixture *fixture)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  MullArchiveTally tally;

  mull_archive_write (fixture->db, NULL, stream, NULL, NULL, NULL, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_rows, >, 0);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* The archive with every @from replaced by @to. */
static GBytes *
edit (GBytes *bytes, const char *from, const char *to)
{
  g_autoptr (GString) text =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static MullArchiveReport *
import (Fixture *fixture, GBytes *bytes, MullArchiveImportMode mode)
{
  g_autoptr (GError) error = NULL;
  MullArchiveReport *report =
      mull_archive_import (fixture->workspace, bytes, "a.xml", NULL, mode, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = fixture_digest (fixture->db);
  g_autoptr (GBytes) bytes = write_archive (fixture);
  g_autoptr (GBytes) again = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (MullArchiveReport) report = NULL;
  Fixture other = { 0 };

  set_up (&other, NULL);
  report = import (&other, bytes, MULL_ARCHIVE_IN_EARNEST);
  g_assert_cmpuint (report->n_rows[MULL_MERGE_NEW], ==, report->things->n_rows);
  copy = fixture_digest (other.db);
  g_assert_cmpstr (copy, ==, digest);
  fixture_check_derived (other.workspace);
  again = write_archive (&other);
  g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again),
                   g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  tear_down (&other, NULL);
}

/* Nodes of libxml2 count lines up to 65535 only. */
static void
test_many_lines (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = fixture_digest (fixture->db);
  g_autofree char *copy = NULL;
  g_autofree char *lines = g_strnfill (70000, '\n');
  g_autofree char *deal = g_strconcat (lines, "<deal ", NULL);
  g_autoptr (GBytes) bytes = write_archive (fixture);
  g_autoptr (GBytes) longer = edit (bytes, "<deal ", deal);
  g_autoptr (MullArchiveReport) report = NULL;
  Fixture other = { 0 };

  set_up (&other, NULL);
  report = import (&other, longer, MULL_ARCHIVE_IN_EARNEST);
  copy = fixture_digest (other.db);
  g_assert_cmpstr (copy, ==, digest);
  tear_down (&other, NULL);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_archive (fixture);
  g_autofree char *undo = mull_workspace_dup_undo_label (fixture->workspace);
  g_autofree char *undo_after = NULL;
  g_autoptr (MullArchiveReport) report = import (fixture, bytes, MULL_ARCHIVE_IN_EARNEST);

  g_assert_cmpuint (report->n_rows[MULL_MERGE_IDENTICAL], ==, report->things->n_rows);
  undo_after = mull_workspace_dup_undo_label (fixture->workspace);
  g_assert_cmpstr (undo_after, ==, undo);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autoptr (GBytes) bytes = write_archive (fixture);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (MullArchiveReport) dry = NULL;
  g_autoptr (MullArchiveReport) report = NULL;
  g_autoptr (GError) error = NULL;

  changed = edit (bytes, "</name><domain>", " &lt;&amp;&gt; &quot;日本&quot;</name><domain>");
  dry = import (fixture, changed, MULL_ARCHIVE_DRY_RUN);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, digest);
  report = import (fixture, changed, MULL_ARCHIVE_IN_EARNEST);
  g_assert_cmpuint (report->n_rows[MULL_MERGE_NEW], ==, 0);
  g_assert_cmpuint (report->n_rows[MULL_MERGE_CHANGED], >, 0);
  g_assert_cmpuint (report->n_rows[MULL_MERGE_CHANGED], ==, dry->n_rows[MULL_MERGE_CHANGED]);
  g_assert_cmpuint (report->things->counts[MULL_IMPORT_THING_COMPANY].n_changed, ==,
                    report->n_rows[MULL_MERGE_CHANGED]);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM company"
                                               " WHERE name LIKE '% <&> \"日本\"'"
                                               "   AND name_key LIKE '%日本%'"),
                   ==, report->n_rows[MULL_MERGE_CHANGED]);
  fixture_check_derived (fixture->workspace);
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  g_clear_pointer (&after, g_free);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, digest);
}

/* What was taken away here comes back from the archive, and what is new here stays. */
static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = fixture_digest (fixture->db);
  g_autoptr (GBytes) bytes = write_archive (fixture);
  g_autofree char *after = NULL;
  g_autoptr (MullArchiveReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_workspace_begin_bulk (fixture->workspace, &error));
  g_assert_true (mull_database_exec (fixture->db, "DELETE FROM deal WHERE id <= 3", &error));
  g_assert_true (mull_workspace_commit_bulk (fixture->workspace, MULL_OP_IMPORT, "x", &error));
  report = import (fixture, bytes, MULL_ARCHIVE_IN_EARNEST);
  g_assert_cmpuint (report->things->counts[MULL_IMPORT_THING_DEAL].n_new, ==, 3);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, digest);
  fixture_check_derived (fixture->workspace);
}

/* Texts that may be empty, and rows that only one word tells apart, each in the archive twice. */
static void
test_alike (Fixture *fixture, gconstpointer data)
{
  static const char rows[] =
      "INSERT INTO own_beat (uuid, kind, beat, name, text, created_at)"
      " VALUES ('01890000-0000-7000-8000-00000000000a', 'do-over', 'ask', '', '', 0);"
      "INSERT INTO roadblock_help (roadblock_id, helper, asked, asked_on)"
      " SELECT min (id), 'Ann', asked.column1, '2024-05-15' FROM roadblock,"
      "   (VALUES (''), ('the price'), ('the date')) AS asked GROUP BY asked.column1;"
      "INSERT INTO person_address (person_id, kind, label, value, value_key, rank)"
      " SELECT min (id), 'phone', label.column1, '1 2', '12', 7 FROM person,"
      "   (VALUES ('work'), ('mobile'), ('')) AS label GROUP BY label.column1;";
  g_autofree char *digest = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MullArchiveReport) again = NULL;
  g_autoptr (MullArchiveReport) report = NULL;
  g_autoptr (GError) error = NULL;
  Fixture other = { 0 };

  g_assert_true (mull_workspace_begin_bulk (fixture->workspace, &error));
  mull_database_exec (fixture->db, rows, &error);
  g_assert_no_error (error);
  g_assert_true (mull_workspace_commit_bulk (fixture->workspace, MULL_OP_IMPORT, "x", &error));
  digest = fixture_digest (fixture->db);
  bytes = write_archive (fixture);
  again = import (fixture, bytes, MULL_ARCHIVE_IN_EARNEST);
  g_assert_cmpuint (again->n_rows[MULL_MERGE_IDENTICAL], ==, again->things->n_rows);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, digest);
  set_up (&other, NULL);
  report = import (&other, bytes, MULL_ARCHIVE_IN_EARNEST);
  copy = fixture_digest (other.db);
  g_assert_cmpstr (copy, ==, digest);
  tear_down (&other, NULL);
}

static const struct
{
  const char *from;
  const char *to;
  const char *says;
} refusals[] = {
  { "<archive ", "<!DOCTYPE archive><archive ", "document type" },
  { "format=\"1\"", "format=\"2\"", "a.xml" },
  { "</archive>", "", "a.xml" },
  { "<deal ", "<bargain ", "a.xml" },
  { "<kind>call</kind>", "<kind>shout</kind>", "a.xml" },
  { "expected-on=\"20", "expected-on=\"x20", "a.xml" },
  { "created-at=\"2024-05-15T", "created-at=\"2024-05-35T", "no such day or time" },
};

static void
assert_refused (Fixture *fixture, GBytes *bytes, const char *says)
{
  g_autofree char *digest = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_archive_import (fixture->workspace, bytes, "a.xml", NULL,
                                      MULL_ARCHIVE_IN_EARNEST, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, digest);
}

/* Who changed their mind does not wait until it is parsed. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<", 1);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (mull_archive_import (fixture->workspace, bytes, "a.xml", NULL,
                                      MULL_ARCHIVE_DRY_RUN, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
}

/* ── While the main loop goes on ──────────────────────────────────────── */

typedef struct
{
  gboolean is_over;
  double progress;
  GCancellable *stop_at_rows; /* (nullable): cancelled while rows come in */
  guint n_entries;            /* that came in so far */
  MullArchiveReport *report;
  GError *error;
} Run;

static void
on_progress_cb (double progress, gpointer user_data)
{
  Run *run = user_data;

  g_assert_cmpfloat (progress, >=, run->progress);
  g_assert_cmpfloat (progress, <, 1);
  run->progress = progress;
}

static void
on_imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;

  run->report = mull_archive_import_finish (MULL_WORKSPACE (source), result, &run->error);
  run->is_over = TRUE;
}

/* In the thread that works. */
static void
on_row_cb (gpointer user_data,
           int operation,
           const char *schema,
           const char *table,
           sqlite3_int64 row)
{
  Run *run = user_data;

  if (operation != SQLITE_INSERT || !g_str_equal (table, "entry"))
    return;
  run->n_entries++;
  if (run->n_entries == N_UNTIL_STOP)
    g_cancellable_cancel (run->stop_at_rows);
}

static guint
run_aside (MullWorkspace *workspace, GBytes *bytes, guint n_rows, Run *run)
{
  sqlite3 *handle = mull_database_get_handle (mull_workspace_get_database (workspace));
  g_autoptr (OpsTurns) turns = ops_turns_new (workspace);

  if (run->stop_at_rows != NULL)
    sqlite3_update_hook (handle, on_row_cb, run);
  mull_archive_import_async (workspace, bytes, "a.xml", NULL, n_rows, run->stop_at_rows,
                             on_progress_cb, run, on_imported_cb, run);
  while (!run->is_over)
    g_main_context_iteration (NULL, TRUE);
  sqlite3_update_hook (handle, NULL, NULL);
  return ops_turns_get (turns);
}

/* The same comes of it, with a backup, as one step. */
static void
test_aside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ours = fixture_digest (fixture->db);
  g_autoptr (GBytes) bytes = write_archive (fixture);
  g_autofree char *none = NULL;
  g_autofree char *back = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (MullArchiveReport) dry = NULL;
  g_autoptr (GError) error = NULL;
  Run run = { 0 }, again = { 0 };

  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  none = fixture_digest (fixture->db);
  dry = import (fixture, bytes, MULL_ARCHIVE_DRY_RUN);
  g_assert_cmpuint (run_aside (fixture->workspace, bytes, dry->things->n_rows, &run), >, 0);
  g_assert_no_error (run.error);
  g_assert_cmpuint (run.report->n_rows[MULL_MERGE_NEW], ==, dry->n_rows[MULL_MERGE_NEW]);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
  back = fixture_digest (fixture->db);
  g_assert_cmpstr (back, ==, ours);
  fixture_check_derived (fixture->workspace);
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  undone = fixture_digest (fixture->db);
  g_assert_cmpstr (undone, ==, none);
  mull_archive_report_free (run.report);

  /* What is here already makes no step. */
  g_assert_true (mull_workspace_redo (fixture->workspace, &error));
  run_aside (fixture->workspace, bytes, 0, &again);
  g_assert_no_error (again.error);
  g_assert_cmpuint (again.report->n_rows[MULL_MERGE_IDENTICAL], ==, again.report->things->n_rows);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
  mull_archive_report_free (again.report);
}

/* Cancelled, refused or closed: nothing of it stays, and the rep can go on. */
static void
test_aside_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_archive (fixture);
  g_autoptr (GBytes) bad = edit (bytes, refusals[0].from, refusals[0].to);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Run stopped = { .stop_at_rows = cancellable }, refused = { 0 }, closed = { 0 };

  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  before = fixture_digest (fixture->db);
  run_aside (fixture->workspace, bytes, 0, &stopped);
  g_assert_error (stopped.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&stopped.error);
  /* It was in the midst of them. */
  g_assert_cmpuint (stopped.n_entries, ==, N_UNTIL_STOP);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, before);
  g_clear_pointer (&after, g_free);
  fixture_check_derived (fixture->workspace);
  run_aside (fixture->workspace, bad, 0, &refused);
  g_assert_error (refused.error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&refused.error);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, before);

  mull_archive_import_async (fixture->workspace, bytes, "a.xml", NULL, 0, NULL, NULL, NULL,
                             on_imported_cb, &closed);
  g_assert_true (mull_workspace_close (fixture->workspace, &error));
  while (!closed.is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (closed.report);
  g_clear_error (&closed.error);
  g_clear_object (&fixture->workspace);
  fixture->workspace = fixture_open (fixture->folder);
  fixture->db = mull_workspace_get_database (fixture->workspace);
  g_free (after);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_archive (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GBytes) bad = edit (bytes, refusals[i].from, refusals[i].to);

      assert_refused (fixture, bad, refusals[i].says);
    }
}

/* A row that refers to nothing is refused with its line. */
static void
test_dangling (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<archive xmlns=\"" MULL_ARCHIVE_NAMESPACE "\" format=\"1\" program=\"x\">\n"
      "<company id=\"01890000-0000-7000-8000-000000000001\""
      " created-at=\"2024-05-15T10:00:00.000000Z\"><name>Mill</name></company>\n"
      "<person id=\"01890000-0000-7000-8000-000000000002\""
      " company=\"01890000-0000-7000-8000-000000000009\""
      " created-at=\"2024-05-15T10:00:00.000000Z\"><name>Ann</name></person>\n"
      "</archive>\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  assert_refused (fixture, bytes, "line 4");
}

/* Whatever can be stored has a place in the grammar. */
static void
test_grammar_is_complete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) grammar = NULL;
  const char *const *tables = mull_store_content_tables ();
  g_autoptr (GError) error = NULL;
  guint n_columns = 0;

  mull_parse_init ();
  grammar = g_resources_lookup_data (MULL_PARSE_RESOURCE_PATH "/archive-format/archive.rng",
                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autoptr (MullContentTable) table = mull_content_table_load (fixture->db, tables[i], &error);
      g_autofree char *element = mull_archive_form_element (table);
      g_autofree char *begin = g_strdup_printf ("<element name=\"%s\">", element);
      const char *from = strstr (g_bytes_get_data (grammar, NULL), begin);
      const char *to = from != NULL ? strstr (from, "</define>") : NULL;

      g_assert_nonnull (to);
      for (guint j = 0; j < table->columns->len; j++)
        {
          const MullContentColumn *column = mull_content_table_get_column (table, j);
          g_autofree char *name = mull_archive_form_name (column);
          g_autofree char *part = g_strdup_printf (" name=\"%s\"", name);

          if (column->kind == MULL_CONTENT_KEY)
            continue;
          if (g_strstr_len (from, to - from, part) == NULL)
            g_error ("The grammar does not know %s of %s", name, element);
          n_columns++;
        }
    }
  g_assert_cmpuint (n_columns, >, 200);
}

static void
test_instant (void)
{
  static const struct
  {
    gint64 at;
    const char *text;
  } cases[] = {
    { 0, "1970-01-01T00:00:00.000000Z" },
    { -1, "1969-12-31T23:59:59.999999Z" },
    { G_GINT64_CONSTANT (1715767200123456), "2024-05-15T10:00:00.123456Z" },
  };
  static const char *const bad[] = { "", "2024-02-30T10:00:00.000000Z",
                                     "2024-05-15T25:00:00.000000Z", "2024-05-15T10:00:00Z",
                                     "2024-05-15T10:00:00.0000001" };
  gint64 at;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mull_archive_form_instant (cases[i].at);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (mull_archive_form_parse_instant (text, &at));
      g_assert_cmpint (at, ==, cases[i].at);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (mull_archive_form_parse_instant (bad[i], &at));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/archive/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", set_up_sample, test_round_trip);
  ADD ("many-lines", set_up_sample, test_many_lines);
  ADD ("twice", set_up_sample, test_twice);
  ADD ("merge", set_up_sample, test_merge);
  ADD ("comes-back", set_up_sample, test_comes_back);
  ADD ("alike", set_up_sample, test_alike);
  ADD ("refused", set_up_sample, test_refused);
  ADD ("aside", set_up_sample, test_aside);
  ADD ("aside-fails", set_up_sample, test_aside_fails);
  ADD ("cancelled", set_up, test_cancelled);
  ADD ("dangling", set_up, test_dangling);
  ADD ("grammar-is-complete", set_up, test_grammar_is_complete);
  g_test_add_func ("/archive/instant", test_instant);
  return g_test_run ();
}
