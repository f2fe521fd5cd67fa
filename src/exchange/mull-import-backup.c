/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-backup"

#include "config.h"

#include "mull-import-backup.h"

#include "mull-backup.h"

#include <glib/gstdio.h>

#define FOLDER "backups"
#define PREFIX "before-import-"
/* Backups from before imports that are kept. */
#define N_KEPT 5

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The names hold the time, so the first ones in order are the oldest. */
static void
remove_oldest (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, PREFIX))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + N_KEPT < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (g_unlink (path) != 0)
        g_debug ("An old backup could not be removed");
    }
}

/**
 * mull_import_backup_make:
 * @workspace: a workspace without an open step
 * @error: return location
 *
 * Makes a verified backup of what is there before an import, and lets go of old ones. Where nothing
 * is there yet, nothing is done.
 *
 * Returns: %FALSE if there is no backup although there should be one
 */
gboolean
mull_import_backup_make (MullWorkspace *workspace, GError **error)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (mull_workspace_is_empty (workspace))
    return TRUE;
  now = g_date_time_new_from_unix_utc (mull_workspace_get_now (workspace) / G_USEC_PER_SEC);
  folder = g_build_filename (mull_workspace_get_folder (workspace), FOLDER, NULL);
  name = g_date_time_format (now, PREFIX "%Y%m%d-%H%M%S.db");
  path = mull_backup_make (mull_workspace_get_database (workspace), folder, name, error);
  if (path == NULL)
    return FALSE;
  remove_oldest (folder);
  return TRUE;
}
