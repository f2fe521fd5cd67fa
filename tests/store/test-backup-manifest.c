/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-backup-manifest"

#include "config.h"

#include "mull-backup-manifest.h"

#include "store-fixture.h"

static void
test_round_trip (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autofree char *beside = mull_backup_manifest_dup_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "12345", -1, &error);
  g_assert_no_error (error);
  for (int reason = 0; reason <= MULL_BACKUP_UNKNOWN; reason++)
    {
      g_autoptr (MullBackupManifest) manifest = mull_backup_manifest_new (path);
      g_autoptr (MullBackupManifest) loaded = NULL;

      manifest->reason = (MullBackupReason) reason;
      manifest->at = FIXTURE_NOW;
      manifest->size = 5;
      manifest->version = 3;
      manifest->n_deals = 7;
      manifest->n_contacts = 8;
      manifest->last_activity = FIXTURE_NOW - 1;
      manifest->is_good = TRUE;
      g_free (manifest->digests);
      manifest->digests = g_strdup ("deal 7 abc\nperson 8 def\n");
      g_free (manifest->sha256);
      manifest->sha256 = g_strnfill (64, 'a');
      mull_backup_manifest_save (manifest, &error);
      g_assert_no_error (error);
      loaded = mull_backup_manifest_load (path);
      g_assert_cmpint (loaded->reason, ==, reason);
      g_assert_cmpint (loaded->at, ==, FIXTURE_NOW);
      g_assert_cmpint (loaded->version, ==, 3);
      g_assert_cmpint (loaded->n_deals, ==, 7);
      g_assert_cmpint (loaded->n_contacts, ==, 8);
      g_assert_cmpint (loaded->last_activity, ==, FIXTURE_NOW - 1);
      g_assert_cmpstr (loaded->digests, ==, manifest->digests);
      g_assert_true (loaded->is_good);
      g_assert_cmpstr (mull_backup_reason_label ((MullBackupReason) reason), !=, "");
    }
  /* A file of another size is another file. */
  g_file_set_contents (path, "123456", -1, &error);
  g_assert_no_error (error);
  {
    g_autoptr (MullBackupManifest) other = mull_backup_manifest_load (path);

    g_assert_false (other->is_good);
    g_assert_cmpint (other->size, ==, 6);
  }
  g_file_set_contents (beside, "no key file", -1, &error);
  g_assert_no_error (error);
  {
    g_autoptr (MullBackupManifest) unknown = mull_backup_manifest_load (path);

    g_assert_false (unknown->is_good);
    g_assert_cmpint (unknown->reason, ==, MULL_BACKUP_UNKNOWN);
    g_assert_cmpstr (unknown->sha256, ==, "");
  }
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-manifest/round-trip", test_round_trip);
  return g_test_run ();
}
