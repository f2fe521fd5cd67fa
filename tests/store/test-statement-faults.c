/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of SQLite fails, once from each place that asks. */
#define G_LOG_DOMAIN "test-statement-faults"

#include "config.h"

#include "fault-statements.h"
#include "mull-custody.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-migrator.h"
#include "mull-repair.h"
#include "store-fixture.h"

#include <string.h>

/* ── Opening ──────────────────────────────────────────────────────────── */

/* As a fault of the disk, whatever it may be. */
static void
assert_told (const GError *error)
{
  g_assert_nonnull (error);
  if (error->domain != MULL_ERROR ||
      (error->code != MULL_ERROR_IO && error->code != MULL_ERROR_READ_ONLY &&
       error->code != MULL_ERROR_NO_SPACE && error->code != MULL_ERROR_CORRUPT))
    g_error ("%s: told as %d: %s", fault_statements_describe (), error->code, error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Returns: whether anything failed */
static gboolean
open_once (const char *folder, guint *n_told)
{
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (MullWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  fault_statements_arm ();
  workspace = mull_workspace_open (folder, clock, &error);
  fault_statements_disarm ();
  if (workspace == NULL)
    {
      assert_told (error);
      ++*n_told;
    }
  else
    mull_workspace_close (workspace, NULL);
  return fault_statements_has_failed ();
}

/* Returns: what is in @folder, once it could be opened */
static char *
open_until_it_can_be (const char *folder)
{
  guint n_points = 0, n_told = 0;
  MullWorkspace *workspace;
  char *digest;

  fault_statements_forget (1);
  while (open_once (folder, &n_told))
    n_points++;
  g_test_message ("%u points, %u told", n_points, n_told);
  g_assert_cmpuint (n_told, >, 20);
  workspace = fixture_open (folder);
  digest = fixture_digest (mull_workspace_get_database (workspace));
  fixture_check_derived (workspace);
  fixture_close (workspace);
  return digest;
}

/* An opening that fails leaves what is there as it was. */
static void
test_open (void)
{
  char *folder = fixture_make_quick_folder ();
  MullNewDeal spec = { .title = "Boiler", .expected_on = MULL_DAY_NONE };
  MullWorkspace *workspace = fixture_open (folder);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  mull_deal_ops_add (workspace, &spec, NULL, &error);
  g_assert_no_error (error);
  before = fixture_digest (mull_workspace_get_database (workspace));
  fixture_close (workspace);
  after = open_until_it_can_be (folder);
  g_assert_cmpstr (before, ==, after);
  fixture_remove_folder (folder);
}

/* A file that could not be made does not stand in the way of the next try. */
static void
test_begin (void)
{
  char *folder = fixture_make_quick_folder ();
  char *other = fixture_make_quick_folder ();
  MullWorkspace *workspace = fixture_open (other);
  g_autofree char *usual = fixture_digest (mull_workspace_get_database (workspace));
  g_autofree char *made = open_until_it_can_be (folder);

  g_assert_cmpstr (made, ==, usual);
  fixture_close (workspace);
  fixture_remove_folder (other);
  fixture_remove_folder (folder);
}

/* A file without sums gets them in the end. */
static void
test_conversion (void)
{
  char *folder = fixture_make_quick_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  MullWorkspace *workspace = fixture_open (folder);
  g_autofree char *before = fixture_digest (mull_workspace_get_database (workspace));
  g_autofree char *after = NULL;

  fixture_close (workspace);
  fixture_strip_sums (path);
  after = open_until_it_can_be (folder);
  g_assert_cmpstr (before, ==, after);
  workspace = fixture_open (folder);
  g_assert_true (mull_database_has_sums (mull_workspace_get_database (workspace)));
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

/* The file is of the old version or of the new one. Returns: whether anything failed */
static gboolean
migrate_once (guint *n_told)
{
  static const MullMigration steps[] = {
    { 2, NULL,
      "CREATE TABLE later (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;"
      "INSERT INTO later SELECT id, title FROM deal;" },
  };
  char *folder = fixture_make_quick_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GError) error = NULL;
  gboolean done;

  fault_statements_arm ();
  done = mull_migrator_run_steps (db, steps, 1, FALSE, &error);
  fault_statements_disarm ();
  g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'later'"),
                   ==, done);
  g_assert_cmpint (fixture_query (db, "PRAGMA user_version"), ==, done ? 2 : 1);
  g_assert_true (mull_database_check (db, NULL));
  if (!done)
    assert_told (error);
  *n_told += !done;
  fixture_close (workspace);
  fixture_remove_folder (folder);
  return fault_statements_has_failed ();
}

static void
test_migration (void)
{
  guint n_points = 0, n_told = 0;

  fault_statements_forget (1);
  while (migrate_once (&n_told))
    n_points++;
  g_test_message ("%u points, %u told", n_points, n_told);
  g_assert_cmpuint (n_told, >, 20);
}

/* ── What is done about a damaged file ────────────────────────────────── */

#define PAGE_SIZE 4096
/* About as many places ask while a file is looked at, which takes a moment each time. */
#define N_PLACES 300
/* All of them with MULLIGAN_TEST_POINTS=1000000. */
#define MAX_POINTS 60

typedef enum
{
  SPOILT_ROW,    /* the page that a row is on */
  SPOILT_SCHEMA, /* the page that says which tables there are */
  SPOILT_HEADER,
} Spoilt;

static void
spoil (guint8 *bytes, gsize size, Spoilt what)
{
  static const char title[] = "Boiler";
  gsize at = 0;

  switch (what)
    {
    case SPOILT_ROW:
      /* Wherever it is: the table, its indexes, the words of the search. */
      for (; at + sizeof title < size; at++)
        if (memcmp (bytes + at, title, sizeof title - 1) == 0)
          memset (bytes + at / PAGE_SIZE * PAGE_SIZE, 0, 8);
      break;
    case SPOILT_SCHEMA:
      memset (bytes + 100, 0, PAGE_SIZE - 100);
      break;
    case SPOILT_HEADER:
      memset (bytes, '?', 100);
      break;
    }
}

/* A deal, a backup of it, a later one, and something of the file that is not what was written. */
static char *
make_damaged (Spoilt what)
{
  char *folder = fixture_make_quick_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  MullNewDeal spec = { .title = "Boiler", .expected_on = MULL_DAY_NONE };
  MullWorkspace *workspace = fixture_open (folder);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  mull_deal_ops_add (workspace, &spec, NULL, &error);
  g_assert_no_error (error);
  backup = mull_custody_back_up (workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  spec.title = "Pump";
  mull_deal_ops_add (workspace, &spec, NULL, &error);
  g_assert_no_error (error);
  fixture_close (workspace);
  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  spoil ((guint8 *) bytes, size, what);
  g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return folder;
}

/* Returns: (transfer full) (nullable): what can be done; otherwise it is said why not */
static MullDamageReport *
examine (const char *folder)
{
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;
  MullDamageReport *report =
      mull_repair_examine (folder, "mulligan.db", clock, FALSE, NULL, NULL, &error);

  if (report == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
  return report;
}

/* What is offered is there, and sound. */
static void
assert_options (const MullDamageReport *report)
{
  for (guint i = 0; i < report->options->len; i++)
    {
      const MullRepairOption *option = report->options->pdata[i];
      g_autoptr (MullDatabase) db = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (option->kind == MULL_REPAIR_EMPTY || option->path != NULL);
      if (option->path == NULL)
        continue;
      db = mull_database_open (option->path, MULL_DATABASE_LOOK, &error);
      g_assert_no_error (error);
      g_assert_true (mull_database_check (db, &error));
      g_assert_no_error (error);
    }
}

/* The damaged file is as it was whatever happens, and a look that failed spoils no other. */
static void
test_examine (gconstpointer what)
{
  char *folder = make_damaged ((Spoilt) GPOINTER_TO_INT (what));
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *before = fixture_hash_file (path);
  guint max_points = fixture_get_size ("MULLIGAN_TEST_POINTS", MAX_POINTS);
  guint n_points = 0, n_none = 0, n_options = 0;
  gboolean has_failed = TRUE;

  fault_statements_forget (N_PLACES / MIN (max_points, N_PLACES));
  while (has_failed)
    {
      g_autoptr (MullDamageReport) report = NULL;
      g_autofree char *after = NULL;

      fault_statements_arm ();
      report = examine (folder);
      fault_statements_disarm ();
      has_failed = fault_statements_has_failed ();
      n_points += has_failed;
      n_none += report == NULL;
      if (report != NULL)
        {
          n_options = report->options->len;
          assert_options (report);
          mull_repair_clean (report);
        }
      after = fixture_hash_file (path);
      g_assert_cmpstr (before, ==, after);
    }
  g_test_message ("examine: %u points, %u without anything to offer", n_points, n_none);
  g_assert_cmpuint (n_points, >, 0);
  g_assert_cmpuint (n_options, >=, 2);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_expect_trouble ();
  g_test_add_func ("/statement-faults/open", test_open);
  g_test_add_func ("/statement-faults/begin", test_begin);
  g_test_add_func ("/statement-faults/conversion", test_conversion);
  g_test_add_func ("/statement-faults/migration", test_migration);
  g_test_add_data_func ("/statement-faults/row", GINT_TO_POINTER (SPOILT_ROW), test_examine);
  g_test_add_data_func ("/statement-faults/schema", GINT_TO_POINTER (SPOILT_SCHEMA), test_examine);
  g_test_add_data_func ("/statement-faults/header", GINT_TO_POINTER (SPOILT_HEADER), test_examine);
  return g_test_run ();
}
