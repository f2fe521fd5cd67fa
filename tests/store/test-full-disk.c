/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real disk runs full, in the midst of work and of what takes more than work. */
#define G_LOG_DOMAIN "test-full-disk"

#include "config.h"

#include "gestures.h"
#include "mull-backup-file.h"
#include "mull-custody.h"
#include "mull-deal.h"
#include "mull-error.h"
#include "mull-migrator.h"
#include "mull-record-store.h"
#include "small-disk.h"
#include "store-fixture.h"

#include <string.h>

/* Tried after the first that did not fit. */
#define N_MORE 40
#define MIN_STEPS 50
/* More than fits. */
#define N_IMPORTED 6000

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  GRand *rand;
  char *digest; /* of what was acknowledged last */
  guint n_stored;
  guint n_refused;
} Disk;

static void
assert_state (Disk *disk)
{
  g_autofree char *now = fixture_digest (mull_workspace_get_database (disk->workspace));

  g_assert_cmpstr (now, ==, disk->digest);
}

static void
assert_full (GError *error)
{
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NO_SPACE);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Returns: whether there was room */
static gboolean
change (Disk *disk)
{
  g_autoptr (GError) error = NULL;

  if (gesture_run (disk->workspace, disk->rand, &error))
    {
      g_free (disk->digest);
      disk->digest = fixture_digest (mull_workspace_get_database (disk->workspace));
      disk->n_stored++;
      return TRUE;
    }
  assert_full (error);
  assert_state (disk);
  disk->n_refused++;
  return FALSE;
}

static void
assert_no_leftovers (Disk *disk)
{
  g_autofree char *backups = g_build_filename (disk->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_error ("“%s” was left behind", name);
}

static void
try_backup (Disk *disk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullBackupManifest) backup =
      mull_custody_back_up (disk->workspace, MULL_BACKUP_MANUAL, &error);

  g_assert_null (backup);
  assert_full (error);
  assert_state (disk);
  assert_no_leftovers (disk);
}

static gboolean
add_deal (Disk *disk, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (disk->workspace);
  g_autoptr (MullDeal) deal = gesture_make (db, &mull_deal_type, disk->rand, error);

  return deal != NULL && mull_record_store_insert (db, deal, error);
}

/* All of it or nothing. */
static void
try_import (Disk *disk)
{
  g_autoptr (GError) error = NULL;
  gboolean fits;

  g_assert_true (mull_workspace_begin_bulk (disk->workspace, &error));
  do
    fits = add_deal (disk, &error);
  while (fits && fixture_query (mull_workspace_get_database (disk->workspace),
                                "SELECT count(*) FROM deal") < N_IMPORTED);
  fits = fits && mull_workspace_commit_bulk (disk->workspace, MULL_OP_IMPORT, "Import", &error);
  if (mull_workspace_is_bulk (disk->workspace))
    mull_workspace_rollback_bulk (disk->workspace);
  g_assert_false (fits);
  assert_full (error);
  assert_state (disk);
}

static void
try_migration (Disk *disk)
{
  static const MullMigration steps[] = { { 2, NULL, "ALTER TABLE deal ADD COLUMN later TEXT" } };
  MullDatabase *db = mull_workspace_get_database (disk->workspace);
  int version = mull_database_get_version (db);
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_migrator_run_steps (db, steps, 1, FALSE, &error));
  assert_full (error);
  g_assert_cmpint (mull_database_get_version (db), ==, version);
  assert_state (disk);
  assert_no_leftovers (disk);
}

static void
reopen (Disk *disk)
{
  g_autoptr (GError) error = NULL;

  /* Where there is no room for it in the file, what was stored stays in the log. */
  if (!mull_workspace_close (disk->workspace, &error))
    assert_full (error);
  g_clear_error (&error);
  g_clear_object (&disk->workspace);
  disk->workspace = fixture_open (disk->folder);
  g_assert_true (mull_database_check (mull_workspace_get_database (disk->workspace), &error));
  g_assert_no_error (error);
  assert_state (disk);
}

static void
work_with_room (Disk *disk)
{
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;

  small_disk_remount (disk->folder, "size=32m");
  for (guint i = 0; i < N_MORE; i++)
    g_assert_true (change (disk));
  backup = mull_custody_back_up (disk->workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (backup->digests, ==, disk->digest);
  reopen (disk);
}

static void
test_full (void)
{
  Disk disk = { .folder = fixture_make_folder (), .rand = g_rand_new_with_seed (5) };

  if (small_disk_mount (disk.folder, "size=2m"))
    {
      disk.workspace = fixture_open (disk.folder);
      while (change (&disk))
        ;
      for (guint i = 0; i < N_MORE; i++)
        change (&disk);
      try_backup (&disk);
      try_import (&disk);
      try_migration (&disk);
      reopen (&disk);
      work_with_room (&disk);
      g_test_message ("2 MiB: %u steps stored and %u refused, 0 lost, 0 torn; a backup, an import "
                      "and a migration refused, nothing left behind",
                      disk.n_stored, disk.n_refused);
      g_assert_cmpuint (disk.n_stored, >, MIN_STEPS);
      g_assert_cmpuint (disk.n_refused, >, 0);
      fixture_close (disk.workspace);
      small_disk_unmount (disk.folder);
    }
  g_free (disk.digest);
  g_rand_free (disk.rand);
  fixture_remove_folder (disk.folder);
}

int
main (int argc, char **argv)
{
  small_disk_enter ();
  g_test_init (&argc, &argv, NULL);
  fixture_expect_trouble ();
  g_test_add_func ("/full-disk/work", test_full);
  return g_test_run ();
}
