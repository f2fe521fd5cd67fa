/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vault-writer"

#include "config.h"

#include "mull-vault-private.h"

#include "mull-durable-file.h"
#include "mull-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _MullVaultWriter
{
  /* Owned */
  char *folder;
  char *name;
  char *temporary; /* (nullable): gone once it has its name */
  GChecksum *checksum;
  /* State */
  int fd;
  gint64 size;
};

static gboolean
fail (MullVaultWriter *self, int code, GError **error)
{
  gboolean is_full = code == ENOSPC || code == EDQUOT || code == EFBIG;

  g_debug ("Keeping a file failed: %s", g_strerror (code));
  g_set_error (error, MULL_ERROR, is_full ? MULL_ERROR_NO_SPACE : MULL_ERROR_IO,
               is_full ? _ ("There is no room left to keep a copy of “%s”. Free some space and "
                            "attach it again.")
                       : _ ("A copy of “%s” could not be kept in the data folder. Check the disk "
                            "and the permissions of the folder, and attach it again."),
               self->name);
  return FALSE;
}

/* A folder that is there already is as good. */
static int
make_folder (const char *path)
{
  if (g_mkdir (path, 0700) == 0)
    return mull_durable_file_sync_name (path);
  return errno == EEXIST ? 0 : errno;
}

/**
 * mull_vault_writer_new:
 * @folder: the vault; made if it is missing
 * @name: what the file is called, for sentences
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a file without content
 */
MullVaultWriter *
mull_vault_writer_new (const char *folder, const char *name, GError **error)
{
  g_autoptr (MullVaultWriter) self = g_new0 (MullVaultWriter, 1);
  g_autofree char *template = g_build_filename (folder, MULL_VAULT_TEMPORARY "XXXXXX", NULL);
  int code = make_folder (folder);

  self->folder = g_strdup (folder);
  self->name = g_strdup (name);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->fd = code == 0 ? g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600) : -1;
  if (self->fd < 0)
    {
      fail (self, code != 0 ? code : errno, error);
      return NULL;
    }
  self->temporary = g_steal_pointer (&template);
  return g_steal_pointer (&self);
}

/**
 * mull_vault_writer_free:
 * @self: (transfer full): a file
 *
 * Closes it. One that has no name by now is gone.
 */
void
mull_vault_writer_free (MullVaultWriter *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_checksum_free (self->checksum);
  g_free (self->temporary);
  g_free (self->folder);
  g_free (self->name);
  g_free (self);
}

/**
 * mull_vault_writer_add:
 * @data: (array length=length): what comes next
 * @error: return location
 */
gboolean
mull_vault_writer_add (MullVaultWriter *self, const guint8 *data, gsize length, GError **error)
{
  if (self->size + (gint64) length > MULL_ATTACHMENT_MAX)
    return mull_vault_fail_large (self->name, error);
  g_checksum_update (self->checksum, data, (gssize) length);
  self->size += (gint64) length;
  while (length > 0)
    {
      gssize n = write (self->fd, data, length);

      if (n < 0 && errno != EINTR)
        return fail (self, errno, error);
      if (n > 0)
        {
          data += n;
          length -= (gsize) n;
        }
    }
  return TRUE;
}

/**
 * mull_vault_writer_get_size:
 *
 * Returns: how many bytes there are so far
 */
gint64
mull_vault_writer_get_size (MullVaultWriter *self)
{
  return self->size;
}

/* The same content under the same name: it takes the place of what is there, which heals it if it
 * was damaged, and is as fresh as a file of its own. */
static int
publish (MullVaultWriter *self, const char *sha256)
{
  g_autofree char *path = mull_vault_dup_path (self->folder, sha256);
  g_autofree char *shelf = g_path_get_dirname (path);
  int code = fsync (self->fd) == 0 ? make_folder (shelf) : errno;

  if (code != 0)
    return code;
  mull_vault_lock ();
  code = g_rename (self->temporary, path) == 0 ? 0 : errno;
  mull_vault_unlock ();
  if (code != 0)
    return code;
  g_clear_pointer (&self->temporary, g_free);
  return mull_durable_file_sync_name (path);
}

/**
 * mull_vault_writer_finish:
 * @expected: (nullable): the SHA-256 that the content must have
 * @sha256: (out) (optional) (transfer full): the one that it has
 * @error: return location
 *
 * Puts the file in its place, where it stays whatever happens to the machine next.
 *
 * Returns: %FALSE with %MULL_ERROR_CORRUPT if it is not what was expected
 */
gboolean
mull_vault_writer_finish (MullVaultWriter *self,
                          const char *expected,
                          char **sha256,
                          GError **error)
{
  const char *digest = g_checksum_get_string (self->checksum);
  int code;

  g_return_val_if_fail (self->temporary != NULL, FALSE);

  if (expected != NULL && !g_str_equal (digest, expected))
    return mull_vault_fail_changed (self->name, error);
  code = publish (self, digest);
  if (code != 0)
    return fail (self, code, error);
  if (sha256 != NULL)
    *sha256 = g_strdup (digest);
  return TRUE;
}
