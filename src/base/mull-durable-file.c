/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-durable-file"

#include "config.h"

#include "mull-durable-file.h"

#include "mull-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _MullDurableFile
{
  char *path;
  char *temporary; /* (nullable): gone once it has its name */
  int fd;
  GOutputStream *stream;
};

static gboolean
fail (MullDurableFile *self, int code, GError **error)
{
  g_autoptr (GError) cause =
      g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  mull_file_set_write_error (error, cause, file);
  return FALSE;
}

/**
 * mull_durable_file_new:
 * @path: where it shall be
 * @error: return location
 *
 * Returns: (transfer full) (nullable): an empty file beside its place
 */
MullDurableFile *
mull_durable_file_new (const char *path, GError **error)
{
  g_autoptr (MullDurableFile) self = g_new0 (MullDurableFile, 1);
  g_autofree char *template = g_strconcat (path, ".XXXXXX", NULL);

  self->path = g_strdup (path);
  self->fd = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      fail (self, errno, error);
      return NULL;
    }
  self->temporary = g_steal_pointer (&template);
  self->stream = g_unix_output_stream_new (self->fd, FALSE);
  return g_steal_pointer (&self);
}

/**
 * mull_durable_file_get_stream:
 *
 * Returns: (transfer none): what the content is written to
 */
GOutputStream *
mull_durable_file_get_stream (MullDurableFile *self)
{
  return self->stream;
}

/**
 * mull_durable_file_sync_name:
 * @path: a file that just got its name
 *
 * Has the folder written to the disk. Some file systems cannot do that, and some folders cannot be
 * read, which is no failure: the file itself is safe.
 *
 * Returns: what errno said, or 0
 */
int
mull_durable_file_sync_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int code = fd >= 0 && fsync (fd) == 0 ? 0 : errno;

  if (fd >= 0)
    close (fd);
  return code == EINVAL || code == EACCES ? 0 : code;
}

/**
 * mull_durable_file_make_folder:
 * @path: a folder, which may be there already
 *
 * Makes a folder that only the user can read, and has its name written to the disk: what is put
 * into it later would go with it.
 *
 * Returns: what errno said, or 0
 */
int
mull_durable_file_make_folder (const char *path)
{
  g_autofree char *above = NULL;
  int code;

  if (g_mkdir (path, 0700) == 0)
    return mull_durable_file_sync_name (path);
  code = errno;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return 0;
  above = g_path_get_dirname (path);
  if (code != ENOENT || g_str_equal (above, path))
    return code == EEXIST ? ENOTDIR : code;
  code = mull_durable_file_make_folder (above);
  if (code != 0)
    return code;
  return g_mkdir (path, 0700) == 0 ? mull_durable_file_sync_name (path) : errno;
}

/**
 * mull_durable_file_finish:
 * @error: return location
 *
 * Puts the file in its place, where it stays whatever happens to the machine next.
 */
gboolean
mull_durable_file_finish (MullDurableFile *self, GError **error)
{
  int code;

  g_return_val_if_fail (self->temporary != NULL, FALSE);

  if (fsync (self->fd) != 0 || g_rename (self->temporary, self->path) != 0)
    return fail (self, errno, error);
  g_clear_pointer (&self->temporary, g_free);
  code = mull_durable_file_sync_name (self->path);
  return code == 0 || fail (self, code, error);
}

/**
 * mull_durable_file_free:
 * @self: (transfer full): a file
 *
 * Closes it. One that is not in its place by now never gets there.
 */
void
mull_durable_file_free (MullDurableFile *self)
{
  g_clear_object (&self->stream);
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
