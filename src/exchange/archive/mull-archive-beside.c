/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-beside"

#include "config.h"

#include "mull-archive-beside.h"

#include "mull-archive-form.h"
#include "mull-file.h"
#include "mull-vault.h"

#include <errno.h>
#include <glib/gstdio.h>

struct _MullArchiveBeside
{
  /* Owned */
  char *place;
  char *vault;  /* what is filled, until it is in its place */
  char *former; /* (nullable): what had the place before */

  gboolean is_published;
  gboolean is_kept;
};

static gboolean
fail (const MullArchiveBeside *self, int code, GError **error)
{
  g_autoptr (GError) cause =
      g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  g_autoptr (GFile) file = g_file_new_for_path (self->place);

  mull_file_set_write_error (error, cause, file);
  return FALSE;
}

/* An empty folder next to the place. */
static char *
make_folder (const MullArchiveBeside *self, GError **error)
{
  g_autofree char *path = g_strconcat (self->place, ".XXXXXX", NULL);

  if (g_mkdtemp (path) != NULL)
    return g_steal_pointer (&path);
  fail (self, errno, error);
  return NULL;
}

/**
 * mull_archive_beside_new:
 * @archive: path of the archive
 * @error: return location
 *
 * Returns: (transfer full) (nullable): an empty folder that does not have its name yet
 */
MullArchiveBeside *
mull_archive_beside_new (const char *archive, GError **error)
{
  g_autoptr (MullArchiveBeside) self = g_new0 (MullArchiveBeside, 1);

  self->place = mull_archive_form_dup_beside (archive);
  self->vault = make_folder (self, error);
  return self->vault != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * mull_archive_beside_get_vault:
 *
 * Returns: (transfer none): the folder to fill, until it is published
 */
const char *
mull_archive_beside_get_vault (const MullArchiveBeside *self)
{
  return self->vault;
}

/**
 * mull_archive_beside_publish:
 * @error: return location
 *
 * Gives the folder its name; what had that name is kept until mull_archive_beside_keep().
 */
gboolean
mull_archive_beside_publish (MullArchiveBeside *self, GError **error)
{
  g_return_val_if_fail (!self->is_published, FALSE);

  if (g_file_test (self->place, G_FILE_TEST_EXISTS))
    {
      g_autofree char *former = make_folder (self, error);

      if (former == NULL)
        return FALSE;
      if (g_rename (self->place, former) != 0)
        {
          int code = errno;

          g_rmdir (former);
          return fail (self, code, error);
        }
      self->former = g_steal_pointer (&former);
    }
  self->is_published = g_rename (self->vault, self->place) == 0;
  return self->is_published || fail (self, errno, error);
}

/**
 * mull_archive_beside_keep:
 *
 * Says that the archive is in its place, too.
 */
void
mull_archive_beside_keep (MullArchiveBeside *self)
{
  g_return_if_fail (self->is_published);

  self->is_kept = TRUE;
}

/* Files of ours only: whatever else somebody put there is somebody's. */
static void
remove_vault (const char *folder)
{
  g_autoptr (GPtrArray) files = mull_vault_list (folder, G_MAXINT64);

  mull_vault_sweep (folder, G_MAXINT64);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = mull_vault_dup_path (folder, files->pdata[i]);
      g_autofree char *shelf = g_path_get_dirname (path);

      g_unlink (path);
      g_rmdir (shelf);
    }
  g_rmdir (folder);
}

static void
move_rest (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (from, name, NULL);
      g_autofree char *place = g_build_filename (to, name, NULL);

      if (!g_file_test (place, G_FILE_TEST_EXISTS) && g_rename (path, place) != 0)
        g_warning ("A file beside an archive stays where it was: %s", g_strerror (errno));
    }
  g_rmdir (from);
}

/**
 * mull_archive_beside_free:
 * @self: (transfer full): a folder
 *
 * Removes what is not needed: what had the name before, or, if the folder is not to be kept, the
 * folder, and then everything is as it was.
 */
void
mull_archive_beside_free (MullArchiveBeside *self)
{
  if (self->is_published && !self->is_kept)
    g_rename (self->place, self->vault);
  if (self->vault != NULL && !self->is_kept)
    remove_vault (self->vault);
  if (self->former != NULL && self->is_kept)
    {
      remove_vault (self->former);
      move_rest (self->former, self->place);
    }
  else if (self->former != NULL)
    g_rename (self->former, self->place);
  g_free (self->former);
  g_free (self->vault);
  g_free (self->place);
  g_free (self);
}
