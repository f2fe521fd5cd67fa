/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file whose pages have no sums is given them, when it is restored and when it is opened. */
#define G_LOG_DOMAIN "test-page-conversion"

#include "config.h"

#include "mull-page-conversion.h"

#include "fault-memory.h"
#include "mull-backup.h"
#include "mull-custody.h"
#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-page-sum.h"
#include "mull-sample.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define PAGE_SIZE 4096

/* A file as it was before there were sums. */
static char *
make_plain_folder (char **state)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  MullWorkspace *workspace = fixture_open (folder);
  g_autofree char *digest = NULL;
  g_autofree char *mark = NULL;
  g_autoptr (GError) error = NULL;

  mull_sample_fill (workspace, &error);
  g_assert_no_error (error);
  mull_workspace_set_draft (workspace, "entry", "Typed, not yet said.", &error);
  g_assert_no_error (error);
  digest = fixture_digest (mull_workspace_get_database (workspace));
  mark = mull_backup_dup_mark (mull_workspace_get_database (workspace), &error);
  *state = g_strconcat (digest, mark, NULL);
  fixture_close (workspace);
  fixture_strip_sums (path);
  return folder;
}

/* Returns: (transfer full): what is in it, and can be undone */
static char *
dup_state (MullWorkspace *workspace)
{
  g_autofree char *digest = fixture_digest (mull_workspace_get_database (workspace));
  g_autofree char *mark = mull_backup_dup_mark (mull_workspace_get_database (workspace), NULL);
  g_autofree char *draft = mull_workspace_dup_draft (workspace, "entry");

  g_assert_cmpstr (draft, ==, "Typed, not yet said.");
  return g_strconcat (digest, mark, NULL);
}

static guint
count_without_sum (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  guint n = 0;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  for (gsize at = 0; at < size; at += PAGE_SIZE)
    n += !mull_page_sum_is_right ((const guint8 *) data + at, PAGE_SIZE,
                                  (guint32) (at / PAGE_SIZE) + 1);
  return n;
}

static guint
count_backups (const char *folder)
{
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_assert_false (g_str_has_prefix (name, "."));
      n += g_str_has_suffix (name, ".db");
    }
  return n;
}

static void
test_open (void)
{
  g_autofree char *before = NULL;
  char *folder = make_plain_folder (&before);
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);

  g_assert_cmpuint (count_without_sum (path), >, 10);
  for (guint i = 0; i < 2; i++)
    {
      MullWorkspace *workspace = fixture_open (folder);
      MullDatabase *db = mull_workspace_get_database (workspace);
      g_autofree char *after = dup_state (workspace);
      g_autoptr (GError) error = NULL;

      g_assert_true (mull_database_has_sums (db));
      g_assert_cmpstr (after, ==, before);
      g_assert_true (mull_database_check (db, &error));
      g_assert_no_error (error);
      fixture_check_derived (workspace);
      /* The one from before, and only one. */
      g_assert_cmpuint (count_backups (folder), ==, 1);
      g_assert_true (mull_workspace_undo (workspace, &error));
      g_assert_no_error (error);
      g_assert_true (mull_workspace_redo (workspace, &error));
      g_assert_no_error (error);
      fixture_close (workspace);
      g_assert_cmpuint (count_without_sum (path), ==, 0);
      /* The mark names the time of a step that was done again. */
      g_free (before);
      workspace = fixture_open (folder);
      before = dup_state (workspace);
      fixture_close (workspace);
    }
  fixture_remove_folder (folder);
}

/* Without sums it is worked with as it always was. */
static void
test_cannot (void)
{
  g_autofree char *before = NULL;
  char *folder = make_plain_folder (&before);
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  MullWorkspace *workspace;
  g_autofree char *after = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_file_set_contents_full (backups, "no folder", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  workspace = fixture_open (folder);
  g_assert_false (mull_database_has_sums (mull_workspace_get_database (workspace)));
  after = dup_state (workspace);
  g_assert_cmpstr (after, ==, before);
  mull_workspace_set_setting (workspace, "a", "b", &error);
  g_assert_no_error (error);
  g_assert_true (mull_database_check (mull_workspace_get_database (workspace), &error));
  fixture_close (workspace);
  g_assert_cmpuint (count_without_sum (path), >, 10);
  /* The next start tries again. */
  g_assert_cmpint (g_unlink (backups), ==, 0);
  workspace = fixture_open (folder);
  g_assert_true (mull_database_has_sums (mull_workspace_get_database (workspace)));
  later = dup_state (workspace);
  g_assert_cmpstr (later, ==, before);
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

/* A file that is damaged is not written anew as if it were good. */
static void
test_damaged (void)
{
  g_autofree char *before = NULL;
  char *folder = make_plain_folder (&before);
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *hash = NULL;
  g_autofree char *after = NULL;
  g_autofree char *data = NULL;
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  memset (data + size / 2 / PAGE_SIZE * PAGE_SIZE, 0, PAGE_SIZE);
  g_assert_true (
      g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  hash = fixture_hash_file (path);
  g_assert_null (mull_workspace_open (folder, clock, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  after = fixture_hash_file (path);
  g_assert_cmpstr (after, ==, hash);
  g_assert_cmpuint (count_backups (folder), ==, 0);
  fixture_remove_folder (folder);
}

/* A backup of before there were sums does not take them away. */
static void
test_restore (void)
{
  g_autofree char *before = NULL;
  char *old = make_plain_folder (&before);
  char *folder = fixture_make_folder ();
  g_autofree char *backup = g_build_filename (old, "mulligan.db", NULL);
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  MullWorkspace *workspace = fixture_open (folder);
  g_autofree char *digest = NULL;
  g_autofree char *safety = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_custody_restore (workspace, backup, &safety, &error));
  g_assert_no_error (error);
  g_assert_true (mull_database_has_sums (mull_workspace_get_database (workspace)));
  digest = fixture_digest (mull_workspace_get_database (workspace));
  g_assert_true (g_str_has_prefix (before, digest));
  fixture_check_derived (workspace);
  fixture_close (workspace);
  g_assert_cmpuint (count_without_sum (path), ==, 0);
  fixture_remove_folder (folder);
  fixture_remove_folder (old);
}

/* Pages are written before the first one if they have no room in memory. */
static void
test_little_memory (void)
{
  g_autofree char *before = NULL;
  char *folder = make_plain_folder (&before);
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDatabase) db = mull_database_open (path, MULL_DATABASE_COPY, &error);
  g_autofree char *anew = g_strconcat (path, " ünd?#neu", NULL);
  GStatBuf info;

  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_false (mull_database_has_sums (db));
  mull_database_exec (db, "PRAGMA cache_size = 5", &error);
  g_assert_no_error (error);
  fault_memory_begin_peak ();
  g_assert_true (mull_database_write_with_sums (db, anew, &error));
  g_assert_no_error (error);
  /* However large the file is. */
  g_assert_cmpint (fault_memory_get_peak (), <, info.st_size / 2);
  mull_database_close (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_without_sum (anew), ==, 0);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_memory_install ();
  g_test_add_func ("/page-conversion/open", test_open);
  g_test_add_func ("/page-conversion/cannot", test_cannot);
  g_test_add_func ("/page-conversion/damaged", test_damaged);
  g_test_add_func ("/page-conversion/restore", test_restore);
  g_test_add_func ("/page-conversion/little-memory", test_little_memory);
  return g_test_run ();
}
