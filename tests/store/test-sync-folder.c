/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-sync-folder"

#include "config.h"

#include "mull-sync-folder.h"
#include "store-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A home folder, and in it files/work/data. */
typedef struct
{
  char *top;
  char *home;
  char *files;
  char *data;
} Fixture;

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->top = fixture_make_folder ();
  fixture->home = g_build_filename (fixture->top, "priya", NULL);
  fixture->files = g_build_filename (fixture->home, "files", NULL);
  fixture->data = g_build_filename (fixture->files, "work", "data", NULL);
  make_folder (fixture->data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->data);
  g_free (fixture->files);
  g_free (fixture->home);
  fixture_remove_folder (fixture->top);
}

/* @client: (nullable): who is found; @root: where */
static void
assert_found (Fixture *fixture, const char *folder, const char *client, const char *root)
{
  g_autofree char *found = NULL;

  g_assert_cmpstr (mull_sync_folder_find (folder, fixture->home, &found), ==, client);
  g_assert_cmpstr (found, ==, root);
  g_assert_cmpstr (mull_sync_folder_find (folder, fixture->home, NULL), ==, client);
}

/* @name: of a folder if it ends with a slash */
static char *
make (const char *folder, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *above = g_path_get_dirname (path);

  if (g_str_has_suffix (name, "/"))
    make_folder (path);
  else
    {
      make_folder (above);
      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  return path;
}

static void
test_clean (Fixture *fixture, gconstpointer data)
{
  /* These are no such marks: a folder with what Dropbox remembers of itself, one of a program that
   * is called likewise, and names that only begin or end like one. */
  static const char *const others[] = { ".dropbox/", ".sync/", ".sync_1.txt",
                                        "sync_1.db", "gd/",    ".megaignore/" };
  static const char *const folders[] = { "Dropboxes", "my nextcloud", "OneDrives",
                                         "Sync",      "omega",        "Seafile old" };

  assert_found (fixture, fixture->data, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_free (make (fixture->files, others[i]));
  assert_found (fixture, fixture->data, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (fixture->files, folders[i], NULL);

      make_folder (folder);
      assert_found (fixture, folder, NULL, NULL);
    }
}

/* Each of them is seen in the folder itself, further up, and in the home folder, but not above. */
static void
test_markers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *file;
    const char *client;
  } marks[] = {
    { ".dropbox.cache/", "Dropbox" },
    { ".dropbox", "Dropbox" },
    { ".sync_4f7a1b22c0de.db", "Nextcloud" },
    { "._sync_4f7a1b22c0de.db", "Nextcloud" },
    { ".nextcloudsync.log", "Nextcloud" },
    { ".owncloudsync.log", "ownCloud" },
    { ".csync_journal.db", "ownCloud" },
    { ".stfolder/", "Syncthing" },
    { ".stfolder", "Syncthing" },
    { ".sync/ID", "Resilio Sync" },
    { ".seafile-data/", "Seafile" },
    { "seafile-ignore.txt", "Seafile" },
    { ".tmp.drivedownload/", "Google Drive" },
    { ".tmp.driveupload/", "Google Drive" },
    { ".grive", "Google Drive" },
    { ".gd/", "Google Drive" },
    { ".megaignore", "MEGA" },
    { ".SynologyWorkingDirectory/", "Synology Drive" },
  };
  const char *const places[] = { fixture->data, fixture->files, fixture->home };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *outside = make (fixture->top, marks[i].file);

      g_test_message ("%s", marks[i].file);
      assert_found (fixture, fixture->data, NULL, NULL);
      g_assert_cmpint (g_remove (outside), ==, 0);
      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        {
          g_autofree char *mark = make (places[j], marks[i].file);

          assert_found (fixture, fixture->data, marks[i].client, places[j]);
          g_assert_cmpint (g_remove (mark), ==, 0);
        }
    }
  assert_found (fixture, fixture->data, NULL, NULL);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *client;
  } folders[] = {
    { "Dropbox", "Dropbox" },
    { "Dropbox (Zeta Ltd)", "Dropbox" },
    { "Nextcloud", "Nextcloud" },
    { "Nextcloud2", "Nextcloud" },
    { "ownCloud", "ownCloud" },
    { "OneDrive", "OneDrive" },
    { "OneDrive - Zeta Ltd", "OneDrive" },
    { "Google Drive", "Google Drive" },
    { "google-drive", "Google Drive" },
    { "GoogleDrive", "Google Drive" },
    { "iCloud Drive", "iCloud Drive" },
    { "iCloudDrive", "iCloud Drive" },
    { "Mobile Documents", "iCloud Drive" },
    { "Seafile", "Seafile" },
    { "Syncthing", "Syncthing" },
    { "MEGA", "MEGA" },
    { "MEGAsync", "MEGA" },
    { "Proton Drive", "Proton Drive" },
    { "SynologyDrive", "Synology Drive" },
    { "Synology Drive", "Synology Drive" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *root = g_build_filename (fixture->home, folders[i].name, NULL);
      g_autofree char *below = g_build_filename (root, "mulligan", NULL);

      g_test_message ("%s", folders[i].name);
      make_folder (below);
      assert_found (fixture, below, folders[i].client, root);
      assert_found (fixture, root, folders[i].client, root);
    }
}

/* A mark further up says more than a name. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *named = g_build_filename (fixture->files, "OneDrive", NULL);
  g_autofree char *mark = make (fixture->files, ".stfolder/");

  make_folder (named);
  assert_found (fixture, named, "Syncthing", fixture->files);
  g_assert_cmpint (g_remove (mark), ==, 0);
  assert_found (fixture, named, "OneDrive", named);
}

/* Whoever is called like a program, and who has the home folder elsewhere. */
static void
test_home (Fixture *fixture, gconstpointer data)
{
  g_autofree char *home = g_build_filename (fixture->top, "seafile", NULL);
  g_autofree char *data_folder = g_build_filename (home, "data", NULL);
  g_autofree char *link = g_build_filename (fixture->top, "link", NULL);
  g_autofree char *mark = NULL;

  make_folder (data_folder);
  g_assert_null (mull_sync_folder_find (data_folder, home, NULL));
  g_assert_cmpint (symlink (home, link), ==, 0);
  g_assert_null (mull_sync_folder_find (data_folder, link, NULL));
  /* Data that lies outside the home folder, which may not even be there. */
  g_assert_cmpstr (mull_sync_folder_find (data_folder, fixture->home, NULL), ==, "Seafile");
  mark = make (fixture->top, ".stfolder/");
  g_assert_cmpstr (mull_sync_folder_find (data_folder, "/nonexistent", NULL), ==, "Syncthing");
  g_assert_null (mull_sync_folder_find (data_folder, home, NULL));
}

/* Dropbox itself says where its folder is, under whatever name. */
static void
test_noted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *notes = make (fixture->home, ".dropbox/info.json");
  g_autofree char *json = g_strdup_printf (
      "{\"personal\": {\"path\": \"%s\", \"host\": 1, \"is_team\": false}}", fixture->files);
  g_autofree char *longer = g_strdup_printf ("%s-2", fixture->files);

  g_assert_true (g_file_set_contents (notes, json, -1, NULL));
  assert_found (fixture, fixture->data, "Dropbox", fixture->files);
  make_folder (longer);
  assert_found (fixture, longer, NULL, NULL);
  assert_found (fixture, fixture->home, NULL, NULL);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sync-folder/clean", test_clean);
  ADD ("/sync-folder/markers", test_markers);
  ADD ("/sync-folder/names", test_names);
  ADD ("/sync-folder/order", test_order);
  ADD ("/sync-folder/home", test_home);
  ADD ("/sync-folder/noted", test_noted);
  return g_test_run ();
}
