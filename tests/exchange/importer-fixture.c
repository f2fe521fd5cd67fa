/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "importer-fixture"

#include "config.h"

#include "importer-fixture.h"

#include "store-fixture.h"

#include <string.h>

void
importer_fixture_set_up (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (MullClock) clock = mull_clock_new_fixed (IMPORTER_NOW, zone);
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_quick_folder ();
  fixture->workspace = mull_workspace_open (fixture->folder, clock, &error);
  g_assert_no_error (error);
  fixture->db = mull_workspace_get_database (fixture->workspace);
}

void
importer_fixture_tear_down (ImporterFixture *fixture, gconstpointer data)
{
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

MullImportFile *
importer_fixture_read (const char *path)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  MullImportFile *file;

  mapped = g_mapped_file_new (path, FALSE, &error);
  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (mapped);
  file = mull_import_file_open (bytes, name, NULL, &error);
  g_assert_no_error (error);
  return file;
}

MullImportFile *
importer_fixture_read_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MULL_TEST_DATA"), name, NULL);

  return importer_fixture_read (path);
}

MullImportFile *
importer_fixture_read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MullImportFile *file = mull_import_file_open (bytes, "text.csv", NULL, &error);

  g_assert_no_error (error);
  return file;
}

MullImporter *
importer_fixture_import (ImporterFixture *fixture, MullImportFile *file)
{
  MullImporter *importer = mull_importer_new (fixture->workspace, file);
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *between = NULL;
  g_autoptr (GError) error = NULL;

  mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  between = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, between);
  mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_check_derived (fixture->workspace);
  return importer;
}

MullImporter *
importer_fixture_import_data (ImporterFixture *fixture, const char *name)
{
  g_autoptr (MullImportFile) file = importer_fixture_read_data (name);

  return importer_fixture_import (fixture, file);
}

MullImporter *
importer_fixture_import_text (ImporterFixture *fixture, const char *text)
{
  g_autoptr (MullImportFile) file = importer_fixture_read_text (text);

  return importer_fixture_import (fixture, file);
}

void
importer_fixture_assert_counts (MullImporter *importer,
                                MullImportThing thing,
                                guint n_new,
                                guint n_changed,
                                guint n_identical)
{
  const MullImportCounts *counts = &mull_importer_get_report (importer)->counts[thing];

  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_changed, ==, n_changed);
  g_assert_cmpuint (counts->n_identical, ==, n_identical);
}

char *
importer_fixture_query (ImporterFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (fixture->db, sql, &error);

  g_assert_no_error (error);
  if (mull_statement_step (statement, &error) != MULL_STEP_ROW)
    return g_strdup ("(nothing)");
  return mull_statement_dup_text (statement, 0);
}

void
importer_fixture_assert_query (ImporterFixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *found = importer_fixture_query (fixture, sql);

  g_assert_cmpstr (found, ==, expected);
}
