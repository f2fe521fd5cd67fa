/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told to the disk, and what is left alone when the disk fails at it. */
#define G_LOG_DOMAIN "test-sync"
#define _GNU_SOURCE /* syscall() */

#include "config.h"

#include "fault-vfs.h"
#include "mull-custody.h"
#include "mull-durable-file.h"
#include "mull-rescue.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ── Folders ──────────────────────────────────────────────────────────── */

/* (element-type utf8): the folders of which fsync() was asked, while it is counted */
static GHashTable *synced;

/* In the place of that of the C library. */
int
fsync (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);

  if (synced != NULL)
    {
      char *path = g_file_read_link (link, NULL);

      if (path != NULL)
        g_hash_table_add (synced, path);
    }
  return (int) syscall (SYS_fsync, fd);
}

static void
begin_count (void)
{
  synced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
is_synced (const char *folder, const char *name)
{
  g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : g_strdup (folder);

  return g_hash_table_contains (synced, path);
}

static void
end_count (void)
{
  g_clear_pointer (&synced, g_hash_table_unref);
}

/* A folder that is new, a file that is new, and a backup in a folder that is new. */
static void
test_new_names (void)
{
  g_autofree char *base = fixture_make_folder ();
  g_autofree char *folder = g_build_filename (base, "a", "b", NULL);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;
  MullWorkspace *workspace;

  begin_count ();
  workspace = fixture_open (folder);
  g_assert_true (is_synced (base, NULL));
  g_assert_true (is_synced (base, "a"));
  g_assert_true (is_synced (folder, NULL));
  end_count ();

  begin_count ();
  backup = mull_custody_back_up (workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  g_assert_true (is_synced (folder, NULL));
  g_assert_true (is_synced (folder, "backups"));
  end_count ();
  fixture_close (workspace);

  /* What is there already has its name. */
  begin_count ();
  fixture_close (fixture_open (folder));
  g_assert_false (is_synced (base, NULL));
  end_count ();
  fixture_remove_folder (g_steal_pointer (&base));
}

/* The damaged file is on the disk in its new place before it is gone from the old one. */
static void
test_put_back (void)
{
  g_autofree char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  backup = mull_custody_back_up (workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  fixture_close (workspace);
  begin_count ();
  mull_rescue_put_back (folder, backup->path, FIXTURE_NOW, &kept, &error);
  g_assert_no_error (error);
  g_assert_true (is_synced (kept, NULL));
  g_assert_true (is_synced (folder, "damaged"));
  g_assert_true (is_synced (folder, NULL));
  end_count ();
  fixture_remove_folder (g_steal_pointer (&folder));
}

static void
test_make_folder (void)
{
  g_autofree char *base = fixture_make_folder ();
  g_autofree char *file = g_build_filename (base, "file", NULL);
  g_autofree char *below = g_build_filename (file, "folder", NULL);
  g_autofree char *folder = g_build_filename (base, "x", "y", "z", NULL);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_cmpint (mull_durable_file_make_folder (file), !=, 0);
  g_assert_cmpint (mull_durable_file_make_folder (below), !=, 0);
  g_assert_cmpint (mull_durable_file_make_folder (folder), ==, 0);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_cmpint (mull_durable_file_make_folder (folder), ==, 0);
  fixture_remove_folder (g_steal_pointer (&base));
}

/* ── A sync that failed ───────────────────────────────────────────────── */

/* Of the calls that change something, the first that fails is the sync of a commit. */
static gboolean
fail_sync (MullWorkspace *workspace, guint nth)
{
  g_autoptr (GError) error = NULL;
  gboolean good;

  fault_vfs_arm (FAULT_IO, nth, FALSE);
  good = mull_workspace_set_setting (workspace, "a", "b", &error);
  fault_vfs_disarm ();
  return !good && g_str_has_prefix (fault_vfs_describe (), "sync ");
}

static guint
count_records (GPtrArray *records, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += g_strcmp0 (((FaultRecord *) records->pdata[i])->name, name) == 0;
  return n;
}

/* Nobody knows what is in the log then, so nothing of it goes into the file, nor away. */
static void
test_failed_sync (void)
{
  gboolean is_found = FALSE;

  for (guint nth = 1; !is_found; nth++)
    {
      g_autofree char *folder = fixture_make_folder ();
      g_autofree char *log = g_build_filename (folder, "mulligan.db-wal", NULL);
      MullWorkspace *workspace = fixture_open (folder);
      g_autoptr (GPtrArray) records = NULL;

      g_assert_cmpuint (nth, <, 100);
      g_assert_true (mull_workspace_set_setting (workspace, "before", "1", NULL));
      is_found = fail_sync (workspace, nth);
      fault_vfs_record_begin ();
      mull_workspace_close (workspace, NULL);
      records = fault_vfs_record_end ();
      g_clear_object (&workspace);
      if (is_found)
        {
          g_autofree char *before = NULL;

          g_assert_cmpuint (count_records (records, "mulligan.db"), ==, 0);
          g_assert_cmpuint (count_records (records, "mulligan.db-wal"), ==, 0);
          g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
          workspace = fixture_open (folder);
          before = mull_workspace_dup_setting (workspace, "before");
          g_assert_cmpstr (before, ==, "1");
          fixture_close (workspace);
        }
      fixture_remove_folder (g_steal_pointer (&folder));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_expect_trouble ();
  fault_vfs_install ();
  g_test_add_func ("/sync/new-names", test_new_names);
  g_test_add_func ("/sync/put-back", test_put_back);
  g_test_add_func ("/sync/make-folder", test_make_folder);
  g_test_add_func ("/sync/failed-sync", test_failed_sync);
  return g_test_run ();
}
