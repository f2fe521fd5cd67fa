/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-look"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Copies that are only looked at. They are copies, so that the file that is looked at stays what it
 * is to the last bit, whatever version wrote it. */

#define PREFIX ".look-"
#define FILE_NAME "mulligan.db"

/* A folder of ours holds files, and one folder of backups. */
static void
remove_folder (const char *folder, gboolean is_top)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_top && g_file_test (path, G_FILE_TEST_IS_DIR) &&
          !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path, FALSE);
      else
        g_unlink (path);
    }
  if (g_rmdir (folder) != 0)
    g_debug ("A copy that was looked at is still there");
}

/**
 * mull_workspace_remove_scratch:
 *
 * Removes the folder of a closed copy.
 */
void
mull_workspace_remove_scratch (MullWorkspace *self)
{
  remove_folder (self->folder, TRUE);
}

/**
 * mull_workspace_sweep_looks:
 * @below: the data folder
 *
 * Removes the copies of a start that was killed. Only while none is being looked at.
 */
void
mull_workspace_sweep_looks (const char *below)
{
  g_autoptr (GDir) dir = g_dir_open (below, 0, NULL);
  const char *name;

  g_return_if_fail (below != NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, PREFIX))
      {
        g_autofree char *path = g_build_filename (below, name, NULL);

        remove_folder (path, TRUE);
      }
}

static gboolean
copy_file (const char *path, const char *folder, const char *name, GError **error)
{
  g_autofree char *copy = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (GError) cause = NULL;

  if (g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &cause))
    return TRUE;
  g_set_error (error, MULL_ERROR,
               g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? MULL_ERROR_NO_SPACE
                                                                        : MULL_ERROR_IO,
               _ ("“%s” cannot be opened to be looked at: %s."), path, cause->message);
  return FALSE;
}

/* With its log, if there is one: what was done last may be in that only. */
static gboolean
copy_all (const char *path, const char *folder, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return copy_file (path, folder, FILE_NAME, error) &&
         (!g_file_test (log, G_FILE_TEST_EXISTS) ||
          copy_file (log, folder, FILE_NAME "-wal", error));
}

/**
 * mull_workspace_open_look:
 * @path: a database file that nobody has open, such as a backup
 * @below: the data folder
 * @clock: what time it is
 * @sentence: what the rep is told who tries to change something
 * @error: return location
 *
 * Returns: (transfer full): a workspace that shows what is in @path and changes nothing, or %NULL
 */
MullWorkspace *
mull_workspace_open_look (const char *path,
                          const char *below,
                          MullClock *clock,
                          const char *sentence,
                          GError **error)
{
  g_autofree char *folder = g_build_filename (below, PREFIX "XXXXXX", NULL);
  MullWorkspace *self = NULL;

  g_return_val_if_fail (path != NULL && sentence != NULL, NULL);

  if (g_mkdtemp (folder) == NULL)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY,
                   _ ("The folder “%s” cannot be written. Check its permissions and try again."),
                   below);
      return NULL;
    }
  if (copy_all (path, folder, error))
    self = mull_workspace_open (folder, clock, error);
  if (self == NULL)
    {
      remove_folder (folder, TRUE);
      return NULL;
    }
  self->is_scratch = TRUE;
  mull_workspace_freeze (self, MULL_FREEZE_LOOK, sentence);
  return self;
}
