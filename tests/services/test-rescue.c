/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-rescue"

#include "config.h"

#include "mull-rescue.h"

#include "mull-custody.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *file;
  char *backup;
  char *digest;
} Fixture;

/* A deal, a backup of it, and nobody has it open. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  MullNewDeal spec = { .title = "Boiler", .expected_on = MULL_DAY_NONE };
  MullWorkspace *workspace;
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->file = g_build_filename (fixture->folder, "mulligan.db", NULL);
  workspace = fixture_open (fixture->folder);
  mull_deal_ops_add (workspace, &spec, NULL, &error);
  g_assert_no_error (error);
  backup = mull_custody_back_up (workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  fixture->backup = g_strdup (backup->path);
  fixture->digest = g_strdup (backup->digests);
  fixture_close (workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->file);
  g_free (fixture->backup);
  g_free (fixture->digest);
  fixture_remove_folder (fixture->folder);
}

static void
assert_refused (Fixture *fixture, int code)
{
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_workspace_open (fixture->folder, clock, &error));
  g_assert_error (error, MULL_ERROR, code);
}

static void
assert_put_back (Fixture *fixture, char **kept)
{
  MullWorkspace *workspace;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;

  mull_rescue_put_back (fixture->folder, fixture->backup, FIXTURE_NOW, kept, &error);
  g_assert_no_error (error);
  workspace = fixture_open (fixture->folder);
  digest = fixture_digest (mull_workspace_get_database (workspace));
  g_assert_cmpstr (digest, ==, fixture->digest);
  fixture_close (workspace);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_file = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (fixture->file, &bytes, &size, &error);
  g_assert_no_error (error);
  memset (bytes, 'x', 100);
  g_file_set_contents (fixture->file, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  before = fixture_hash_file (fixture->file);
  assert_refused (fixture, MULL_ERROR_CORRUPT);
  assert_put_back (fixture, &kept);
  /* What was there is kept, to the last bit. */
  kept_file = g_build_filename (kept, "mulligan.db", NULL);
  after = fixture_hash_file (kept_file);
  g_assert_cmpstr (before, ==, after);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;

  g_assert_false (mull_rescue_is_missing (fixture->folder));
  g_assert_cmpint (g_unlink (fixture->file), ==, 0);
  g_assert_true (mull_rescue_is_missing (fixture->folder));
  /* Nothing is begun anew as if there had never been anything. */
  assert_refused (fixture, MULL_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
  assert_put_back (fixture, &kept);
  g_assert_null (kept);
}

/* A backup that changed is not put back, and nothing is put aside for it. */
static void
test_bad_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *before = fixture_hash_file (fixture->file);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (fixture->backup, &bytes, &size, &error);
  g_assert_no_error (error);
  bytes[size / 2] ^= 1;
  g_file_set_contents (fixture->backup, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  g_assert_false (
      mull_rescue_put_back (fixture->folder, fixture->backup, FIXTURE_NOW, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  after = fixture_hash_file (fixture->file);
  g_assert_cmpstr (before, ==, after);
  list = mull_rescue_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 1);
}

/* A backup may be called as the data file is: what is there is put aside all the same. */
static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullBackupManifest) manifest = mull_backup_manifest_load (fixture->backup);
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *manifest_path = mull_backup_manifest_dup_path (fixture->backup);
  g_autofree char *kept = NULL;
  g_autofree char *kept_file = NULL;
  g_autofree char *kept_hash = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->backup, path), ==, 0);
  g_assert_cmpint (g_unlink (manifest_path), ==, 0);
  g_free (manifest->path);
  manifest->path = g_strdup (path);
  mull_backup_manifest_save (manifest, &error);
  g_assert_no_error (error);
  g_free (fixture->backup);
  fixture->backup = g_steal_pointer (&path);
  g_file_set_contents (fixture->file, "What is left of it", -1, &error);
  g_assert_no_error (error);
  before = fixture_hash_file (fixture->file);
  assert_put_back (fixture, &kept);
  kept_file = g_build_filename (kept, "mulligan.db", NULL);
  kept_hash = fixture_hash_file (kept_file);
  g_assert_cmpstr (kept_hash, ==, before);
}

/* Not while somebody works on it. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  MullWorkspace *workspace = fixture_open (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      mull_rescue_put_back (fixture->folder, fixture->backup, FIXTURE_NOW, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
  fixture_close (workspace);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/rescue/damaged", test_damaged);
  ADD ("/rescue/missing", test_missing);
  ADD ("/rescue/bad-backup", test_bad_backup);
  ADD ("/rescue/same-name", test_same_name);
  ADD ("/rescue/open", test_open);
  return g_test_run ();
}
