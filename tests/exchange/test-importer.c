/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-importer"

#include "config.h"

#include "mull-importer.h"

#include "importer-fixture.h"
#include "mull-error.h"
#include "store-fixture.h"

#include <string.h>

/* Rows of a large import; what is in them is more than 16 MiB. */
#define N_MANY 22000

#define DEALS                                                                                      \
  "Deal,Company,Stage,Value,Currency,Contact,Email\n"                                              \
  "Boiler,Hartwell Mills,Propose,12400.50,EUR,Ann Ruiz,ann@hartwell.example\n"                     \
  "Pump,Hartwell Mills,Won,900,EUR,,\n"                                                            \
  "Valve,Öz GmbH,Lost,100,EUR,Jo Öz,jo@oez.example\n"

/* ── One file ─────────────────────────────────────────────────────────── */

static void
test_deals (ImporterFixture *fixture, gconstpointer data)
{
  g_autofree char *empty = fixture_digest (fixture->db);
  g_autofree char *undone = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, DEALS);
  g_autoptr (MullImporter) again = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_DEAL, 3, 0, 0);
  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_COMPANY, 2, 0, 0);
  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_PERSON, 2, 0, 0);
  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_STAGE, 1, 0, 0);
  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_PIPELINE, 1, 0, 0);
  importer_fixture_assert_query (fixture,
                                 "SELECT group_concat (title || ' ' || outcome || ' ' || "
                                 "value_minor || currency, ', ') FROM deal",
                                 "Boiler open 1240050EUR, Pump won 90000EUR, Valve said-no "
                                 "10000EUR");
  importer_fixture_assert_query (
      fixture, "SELECT count (*) FROM member JOIN deal ON deal.id = member.deal_id", "2");
  importer_fixture_assert_query (
      fixture, "SELECT value_key FROM person_address WHERE kind = 'mail' ORDER BY value_key",
      "ann@hartwell.example");

  first = fixture_digest (fixture->db);
  again = importer_fixture_import_text (fixture, DEALS);
  second = fixture_digest (fixture->db);
  g_assert_cmpstr (first, ==, second);
  importer_fixture_assert_counts (again, MULL_IMPORT_THING_DEAL, 0, 0, 3);
  g_assert_false (mull_import_report_changes_something (mull_importer_get_report (again)));
  steps = mull_workspace_list_steps (fixture->workspace, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 1);

  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  undone = fixture_digest (fixture->db);
  g_assert_cmpstr (empty, ==, undone);
  fixture_check_derived (fixture->workspace);
  mull_workspace_redo (fixture->workspace, &error);
  g_assert_no_error (error);
  fixture_check_derived (fixture->workspace);
}

/* Rows without ids are known by title and company; equal ones by their order. */
static void
test_equal_rows (ImporterFixture *fixture, gconstpointer data)
{
  const char *text = "Deal,Stage,Value\nBoiler,Propose,1\nBoiler,Propose,2\nBoiler,Propose,2\n";
  g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, text);
  g_autoptr (MullImporter) again = importer_fixture_import_text (fixture, text);

  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_DEAL, 3, 0, 0);
  importer_fixture_assert_counts (again, MULL_IMPORT_THING_DEAL, 0, 0, 3);
}

static void
test_later_export (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) importer = importer_fixture_import_text (
      fixture, "Id,Deal,Company,Stage,Value\n7,Boiler,Mills,Propose,1\n8,Pump,Mills,Propose,2\n");
  g_autoptr (MullImporter) later = importer_fixture_import_text (
      fixture, "Id,Deal,Company,Stage,Value\n7,Boiler,Mills,Decide,3\n8,Pump,Mills,Won,2\n"
               "9,Valve,Mills,Propose,4\n");

  importer_fixture_assert_counts (later, MULL_IMPORT_THING_DEAL, 1, 2, 0);
  importer_fixture_assert_query (
      fixture,
      "SELECT group_concat (d.title || ' ' || s.name || ' ' || d.outcome, ', ')"
      " FROM deal AS d JOIN stage AS s ON s.id = d.stage_id",
      "Boiler Decide open, Pump Propose won, Valve Propose open");
  importer_fixture_assert_query (fixture, "SELECT change_line FROM entry WHERE kind = 'stage'",
                                 "Moved from Propose to Decide");
}

/* The rep closed it here; a file that says it is open does not open it again. */
static void
test_stays_closed (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) importer =
      importer_fixture_import_text (fixture, "Id,Deal,Stage,Value\n7,Boiler,Won,1\n8,A,Open,1\n");
  g_autoptr (MullImporter) later = importer_fixture_import_text (
      fixture, "Id,Deal,Stage,Value\n7,Boiler,Propose,1\n8,A,Open,1\n");

  importer_fixture_assert_query (fixture, "SELECT outcome FROM deal WHERE title = 'Boiler'", "won");
  g_assert_cmpuint (mull_importer_get_report (later)->n_kept, ==, 1);
}

static void
assert_refused (ImporterFixture *fixture, const char *text, const char *expected)
{
  g_autoptr (MullImportFile) file = importer_fixture_read_text (text);
  g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mull_importer_get_report (importer)->refusals->len, ==, 1);
  found = mull_import_refusal_to_text (mull_importer_get_report (importer)->refusals->pdata[0]);
  g_assert_cmpstr (found, ==, expected);
  g_assert_false (mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_ids (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) importer = NULL;

  assert_refused (fixture, "Id,Deal,Company,Stage\n7,Boiler,Mills,Propose\n7,Pump,Mills,Propose\n",
                  "Line 3: The id “7” is that of line 2 already, which says something else. "
                  "Correct one of them, or leave the row out.");
  importer =
      importer_fixture_import_text (fixture, "Id,Deal,Company,Stage\n7,Boiler,Mills,Propose\n");
  assert_refused (fixture, "Id,Deal,Company,Stage\n7,Pump,Halls,Propose\n",
                  "Line 2: The id “7” belongs to “Boiler”, which came from another file with the "
                  "same columns. Give the rows of this file other ids, or do not import the column "
                  "of the ids.");
}

static void
test_bad_rows (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImportFile) file = importer_fixture_read_data ("bad-dates.csv");
  g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autoptr (GBytes) refused = NULL;
  g_autoptr (GError) error = NULL;
  const char *expected = "\xef\xbb\xbf"
                         "Deal,Stage,Expected close date\r\nTwo,Proposal,2026-02-30\r\n"
                         "Three,Proposal,soon\r\nFour,Proposal,0026-02-01\r\n";

  mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mull_importer_get_report (importer)->n_refused, ==, 3);
  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_DEAL, 3, 0, 0);
  g_assert_false (mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, after);

  mull_importer_set_skips_bad_rows (importer, TRUE);
  mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  importer_fixture_assert_query (fixture, "SELECT group_concat (title, ' ') FROM deal",
                                 "One Five Six");
  refused = mull_importer_dup_refused_rows (importer);
  g_assert_cmpmem (g_bytes_get_data (refused, NULL), g_bytes_get_size (refused), expected,
                   strlen (expected));
}

/* What cannot be read at all is refused before; what can must leave nothing behind. */
static void
test_bad_files (ImporterFixture *fixture, gconstpointer data)
{
  const char *folder = g_getenv ("MULL_TEST_DATA");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autofree char *before = fixture_digest (fixture->db);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *after = NULL;
      g_autofree char *content = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (MullImportFile) file = NULL;
      gsize length;

      if (!g_str_has_prefix (name, "bad-"))
        continue;
      n_files++;
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      bytes = g_bytes_new (content, length);
      file = mull_import_file_open (bytes, name, NULL, NULL);
      if (file != NULL)
        {
          g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);

          if (mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, NULL))
            {
              g_assert_cmpuint (mull_importer_get_report (importer)->n_refused, >, 0);
              g_assert_false (
                  mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, NULL));
            }
        }
      after = fixture_digest (fixture->db);
      g_assert_cmpstr (before, ==, after);
      g_assert_false (mull_workspace_is_bulk (fixture->workspace));
    }
  g_assert_cmpuint (n_files, >=, 13);
}

/* ── What happens meanwhile ───────────────────────────────────────────── */

static gboolean
do_nothing_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  return TRUE;
}

static void
on_busy_progress_cb (double progress, gpointer user_data)
{
  MullWorkspace *workspace = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      mull_workspace_transact (workspace, MULL_OP_LOG, "Log", 0, do_nothing_cb, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
}

static void
test_held (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImportFile) file = importer_fixture_read_text (DEALS);
  g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);
  g_autoptr (GError) error = NULL;

  mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, on_busy_progress_cb, fixture->workspace,
                     &error);
  g_assert_no_error (error);
  g_assert_true (mull_workspace_transact (fixture->workspace, MULL_OP_LOG, "Log", 0, do_nothing_cb,
                                          NULL, &error));
}

/* What changes between the two runs may change what the second one does. */
static void
test_changed_between (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImportFile) file = importer_fixture_read_text (DEALS);
  g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);
  g_autoptr (MullImporter) other = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  other = importer_fixture_import_text (fixture, DEALS);
  before = fixture_digest (fixture->db);
  g_assert_false (mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_backup (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) first = importer_fixture_import_text (fixture, DEALS);
  g_autofree char *path =
      g_build_filename (fixture->folder, "backups", "mulligan-20260210-100000-import.db", NULL);
  g_autoptr (MullImporter) second = NULL;

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  second = importer_fixture_import_text (fixture, "Deal,Stage\nValve,Propose\nPump,Propose\n");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* ── Real files ───────────────────────────────────────────────────────── */

static void
test_real (ImporterFixture *fixture, gconstpointer data)
{
  const char *folder = g_getenv ("MULLIGAN_REAL_DATA");
  g_autofree char *pipeline = NULL;
  g_autofree char *accounts = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (MullImportFile) deals = NULL;
  g_autoptr (MullImportFile) companies = NULL;
  g_autoptr (MullImporter) importer = NULL;
  g_autoptr (MullImporter) other = NULL;
  g_autoptr (MullImporter) again = NULL;

  if (folder == NULL)
    {
      g_test_skip ("MULLIGAN_REAL_DATA does not name a folder with real data.");
      return;
    }
  pipeline = g_build_filename (folder, "crm-sales-opportunities", "sales_pipeline.csv", NULL);
  accounts = g_build_filename (folder, "crm-sales-opportunities", "accounts.csv", NULL);
  deals = importer_fixture_read (pipeline);
  companies = importer_fixture_read (accounts);
  importer = importer_fixture_import (fixture, deals);
  other = importer_fixture_import (fixture, companies);
  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_DEAL, 8800, 0, 0);
  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_STAGE, 2, 0, 0);
  importer_fixture_assert_query (
      fixture,
      "SELECT group_concat (outcome || ' ' || n, ', ') FROM"
      " (SELECT outcome, count (*) AS n FROM deal GROUP BY outcome ORDER BY outcome)",
      "open 2089, said-no 2473, won 4238");
  importer_fixture_assert_query (fixture, "SELECT count (*) FROM company", "85");
  importer_fixture_assert_query (
      fixture,
      "SELECT d.title || ' ' || d.value_minor || ' ' || date (d.closed_at / 1000000, 'unixepoch')"
      "  FROM deal AS d JOIN source_identity AS i ON i.object_id = d.id AND i.kind = 'deal'"
      " WHERE i.source_id = '1C1I7A6R'",
      "GTX Plus Basic — Cancity 105400 2017-03-01");
  first = fixture_digest (fixture->db);
  again = importer_fixture_import (fixture, deals);
  importer_fixture_assert_counts (again, MULL_IMPORT_THING_DEAL, 0, 0, 8800);
  second = fixture_digest (fixture->db);
  g_assert_cmpstr (first, ==, second);
}

/* So many that what they are takes more than the log of undo may: they are named, not copied. */
static void
test_undo_of_many (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Title,Company,Person,Value,Currency,Stage\n");
  g_autofree char *filler = g_strnfill (150, 'x');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (MullImporter) importer = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (text, "Deal %u %s,Company %u %s,Person %u %s,%u,EUR,Qualify\n", i,
                            filler, i / 2, filler, i, filler, i);
  before = fixture_digest (fixture->db);
  importer = importer_fixture_import_text (fixture, text->str);
  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_DEAL, N_MANY, 0, 0);
  importer_fixture_assert_query (fixture, "SELECT max (length (changeset)) < 1000 FROM undo_step",
                                 "1");
  after = fixture_digest (fixture->db);
  /* The second time it is taken back by what the first time kept. */
  for (guint turn = 0; turn < 3; turn++)
    {
      g_autofree char *now = NULL;

      if (turn == 1)
        mull_workspace_redo (fixture->workspace, &error);
      else
        mull_workspace_undo (fixture->workspace, &error);
      g_assert_no_error (error);
      now = fixture_digest (fixture->db);
      g_assert_cmpstr (now, ==, turn == 1 ? after : before);
    }
  fixture_check_derived (fixture->workspace);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (ImporterFixture *, gconstpointer);
  } tests[] = {
    { "/importer/deals", test_deals },
    { "/importer/equal-rows", test_equal_rows },
    { "/importer/later-export", test_later_export },
    { "/importer/stays-closed", test_stays_closed },
    { "/importer/ids", test_ids },
    { "/importer/bad-rows", test_bad_rows },
    { "/importer/bad-files", test_bad_files },
    { "/importer/held", test_held },
    { "/importer/changed-between", test_changed_between },
    { "/importer/backup", test_backup },
    { "/importer/real", test_real },
    { "/importer/undo-of-many", test_undo_of_many },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ImporterFixture, NULL, importer_fixture_set_up, tests[i].func,
                importer_fixture_tear_down);
  return g_test_run ();
}
