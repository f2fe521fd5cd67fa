/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sync-folder"

#include "config.h"

#include "mull-sync-folder.h"

#include <stdlib.h>
#include <string.h>

/* What such programs leave in the folder that they keep. */
typedef struct
{
  const char *file;   /* its name; of a pattern with a star any that fits */
  GFileTest kind;     /* what it is */
  const char *client; /* the name of the program */
} Marker;

static const Marker markers[] = {
  { ".dropbox.cache", G_FILE_TEST_IS_DIR, "Dropbox" },
  /* In the home folder itself there is a folder of that name, with what Dropbox remembers. */
  { ".dropbox", G_FILE_TEST_IS_REGULAR, "Dropbox" },
  { ".sync_*.db", G_FILE_TEST_IS_REGULAR, "Nextcloud" },
  { "._sync_*.db", G_FILE_TEST_IS_REGULAR, "Nextcloud" },
  { ".nextcloudsync.log", G_FILE_TEST_IS_REGULAR, "Nextcloud" },
  { ".owncloudsync.log", G_FILE_TEST_IS_REGULAR, "ownCloud" },
  { ".csync_journal.db", G_FILE_TEST_IS_REGULAR, "ownCloud" },
  { ".stfolder", G_FILE_TEST_EXISTS, "Syncthing" },
  { ".sync/ID", G_FILE_TEST_IS_REGULAR, "Resilio Sync" },
  { ".seafile-data", G_FILE_TEST_IS_DIR, "Seafile" },
  { "seafile-ignore.txt", G_FILE_TEST_IS_REGULAR, "Seafile" },
  { ".tmp.drivedownload", G_FILE_TEST_IS_DIR, "Google Drive" },
  { ".tmp.driveupload", G_FILE_TEST_IS_DIR, "Google Drive" },
  { ".grive", G_FILE_TEST_IS_REGULAR, "Google Drive" },
  { ".gd", G_FILE_TEST_IS_DIR, "Google Drive" },
  { ".megaignore", G_FILE_TEST_IS_REGULAR, "MEGA" },
  { ".SynologyWorkingDirectory", G_FILE_TEST_IS_DIR, "Synology Drive" },
};

/* How the folder is called unless its user wanted another name; upper and lower case are the same,
 * and a star stands for the account. */
static const struct
{
  const char *name;
  const char *client;
} names[] = {
  { "dropbox", "Dropbox" },
  { "dropbox (*)", "Dropbox" },
  { "nextcloud", "Nextcloud" },
  { "nextcloud?", "Nextcloud" },
  { "owncloud", "ownCloud" },
  { "owncloud?", "ownCloud" },
  { "onedrive", "OneDrive" },
  { "onedrive - *", "OneDrive" },
  { "google drive", "Google Drive" },
  { "google-drive", "Google Drive" },
  { "googledrive", "Google Drive" },
  { "icloud drive", "iCloud Drive" },
  { "iclouddrive", "iCloud Drive" },
  { "mobile documents", "iCloud Drive" },
  { "seafile", "Seafile" },
  { "syncthing", "Syncthing" },
  { "mega", "MEGA" },
  { "megasync", "MEGA" },
  { "proton drive", "Proton Drive" },
  { "synologydrive", "Synology Drive" },
  { "synology drive", "Synology Drive" },
};

/* Any entry of @folder that fits the pattern. */
static gboolean
has_fitting (const char *folder, const Marker *marker)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *entry;

  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);

      if (g_pattern_match_simple (marker->file, entry) && g_file_test (path, marker->kind))
        return TRUE;
    }
  return FALSE;
}

static const char *
find_marker (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      g_autofree char *path = g_build_filename (folder, markers[i].file, NULL);

      if (strchr (markers[i].file, '*') != NULL ? has_fitting (folder, &markers[i])
                                                : g_file_test (path, markers[i].kind))
        return markers[i].client;
    }
  return NULL;
}

/* Dropbox writes down which folders are its own: in JSON, each as a text. */
static gboolean
is_noted_by_dropbox (const char *folder, const char *noted)
{
  g_autofree char *text = g_strdup_printf ("\"%s\"", folder);

  return noted != NULL && strstr (noted, text) != NULL;
}

static const char *
find_name (const char *folder)
{
  g_autofree char *base = g_path_get_basename (folder);
  g_autofree char *name = g_ascii_strdown (base, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_pattern_match_simple (names[i].name, name))
      return names[i].client;
  return NULL;
}

/* (array zero-terminated=1): @folder and those above it, up to @home or, outside of it, to the
 * topmost that is not the root of everything. */
static char **
list_above (const char *folder, const char *home)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *at = g_strdup (folder);

  while (!g_str_equal (at, "/") && !g_str_equal (at, "."))
    {
      g_autofree char *above = g_path_get_dirname (at);

      g_strv_builder_add (builder, at);
      if (g_str_equal (at, home))
        break;
      g_free (at);
      at = g_steal_pointer (&above);
    }
  return g_strv_builder_end (builder);
}

/**
 * mull_sync_folder_find:
 * @folder: an existing folder without symbolic links in its path
 * @home: the home folder of its user
 * @root: (out) (optional) (transfer full) (nullable): the folder that is kept
 *
 * What a program leaves in its folder tells more than how somebody has called it, so it is looked
 * for first, everywhere. The name of the home folder says nothing: it is that of a person.
 *
 * Returns: (transfer none) (nullable): the name of the program, or %NULL if none is known to keep
 *   @folder
 */
const char *
mull_sync_folder_find (const char *folder, const char *home, char **root)
{
  g_autofree char *resolved = realpath (home, NULL);
  const char *top = resolved != NULL ? resolved : home;
  g_auto (GStrv) folders = list_above (folder, top);
  g_autofree char *notes = g_build_filename (home, ".dropbox", "info.json", NULL);
  g_autofree char *noted = NULL;
  const char *client = NULL;
  guint found = 0;

  g_file_get_contents (notes, &noted, NULL, NULL);
  for (guint i = 0; client == NULL && folders[i] != NULL; i++)
    {
      client = is_noted_by_dropbox (folders[i], noted) ? "Dropbox" : find_marker (folders[i]);
      found = i;
    }
  for (guint i = 0; client == NULL && folders[i] != NULL; i++)
    {
      client = g_str_equal (folders[i], top) ? NULL : find_name (folders[i]);
      found = i;
    }
  if (root != NULL)
    *root = client != NULL ? g_strdup (folders[found]) : NULL;
  return client;
}
