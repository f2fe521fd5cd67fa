/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-archive-backup"

#include "config.h"

#include "mull-archive-backup.h"

#include "mull-archive-import.h"
#include "mull-archive-shelf.h"
#include "mull-custody.h"
#include "mull-error.h"
#include "mull-sample.h"
#include "ops-fixture.h"
#include "store-fixture.h"

/* What lies beside a backup brings everything back into an empty database. */
static void
test_comes_back (OpsFixture *fixture, gconstpointer data)
{
  char *empty = fixture_make_folder ();
  MullWorkspace *other = fixture_open (empty);
  g_autofree char *folder = mull_custody_dup_folder (fixture->workspace);
  g_autofree char *ours = fixture_digest (fixture->db);
  g_autofree char *theirs = NULL;
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (MullArchiveReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  mull_archive_backup_install ();
  backup = mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  list = mull_archive_shelf_list (folder);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (
      g_file_get_contents (((MullShelvedArchive *) list->pdata[0])->path, &content, &length, NULL));
  bytes = g_bytes_new_take (content, length);
  report = mull_archive_import (other, bytes, "a.xml", NULL, MULL_ARCHIVE_IN_EARNEST, NULL, &error);
  g_assert_no_error (error);
  theirs = fixture_digest (mull_workspace_get_database (other));
  g_assert_cmpstr (theirs, ==, ours);
  mull_archive_shelf_set_archiver (NULL);
  fixture_close (other);
  fixture_remove_folder (empty);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/archive-backup/comes-back", test_comes_back);
  return g_test_run ();
}
