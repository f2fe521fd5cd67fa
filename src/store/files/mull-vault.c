/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vault"

#include "config.h"

#include "mull-vault-private.h"

#include "mull-error.h"
#include "mull-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define BLOCK (256 * 1024)
/* What tells a kind of file from another is at its beginning. */
#define SNIFF_BYTES 4096
/* Digits of the SHA-256 that a shelf is called by. */
#define SHELF_DIGITS 2

static GMutex names_mutex;

/**
 * mull_vault_lock:
 *
 * Until mull_vault_unlock() nobody else names a file or takes one away.
 */
void
mull_vault_lock (void)
{
  g_mutex_lock (&names_mutex);
}

/**
 * mull_vault_unlock:
 *
 * Ends what mull_vault_lock() began.
 */
void
mull_vault_unlock (void)
{
  g_mutex_unlock (&names_mutex);
}

/**
 * mull_vault_dup_path:
 * @folder: the vault
 * @sha256: of the content
 *
 * Returns: (transfer full): where the file is, or would be
 */
char *
mull_vault_dup_path (const char *folder, const char *sha256)
{
  g_autofree char *shelf = g_strndup (sha256, SHELF_DIGITS);

  return g_build_filename (folder, shelf, sha256, NULL);
}

/**
 * mull_vault_has:
 * @folder: the vault
 * @sha256: of the content, as it was stored: anything
 * @size: bytes
 *
 * Returns: whether there is such a file, going by its name and size
 */
gboolean
mull_vault_has (const char *folder, const char *sha256, gint64 size)
{
  g_autofree char *path = NULL;
  GStatBuf info;

  if (!mull_attachment_is_sha256 (sha256))
    return FALSE;
  path = mull_vault_dup_path (folder, sha256);
  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_size == size;
}

/**
 * mull_vault_keep:
 * @folder: the vault
 * @sha256: of the content, as it was stored: anything
 * @size: bytes
 *
 * As mull_vault_has(), for a file to which something is about to refer: it counts as new from here
 * on, so that a sweep that is under way leaves it.
 *
 * Returns: whether there is such a file
 */
gboolean
mull_vault_keep (const char *folder, const char *sha256, gint64 size)
{
  gboolean is_here;

  mull_vault_lock ();
  is_here = mull_vault_has (folder, sha256, size);
  if (is_here)
    {
      g_autofree char *path = mull_vault_dup_path (folder, sha256);

      if (utimensat (AT_FDCWD, path, NULL, AT_SYMLINK_NOFOLLOW) != 0)
        g_debug ("A file cannot be made new: %s", g_strerror (errno));
    }
  mull_vault_unlock ();
  return is_here;
}

/* ── What goes wrong ──────────────────────────────────────────────────── */

/**
 * mull_vault_fail_large:
 * @name: what the file is called
 *
 * Returns: %FALSE
 */
gboolean
mull_vault_fail_large (const char *name, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: the name of a file, and how large one may be */
               _ ("“%1$s” is larger than %2$d MiB, which is the most that can be attached. Leave "
                  "it where it is, and note the place in the entry."),
               name, MULL_ATTACHMENT_MAX_MIB);
  return FALSE;
}

/**
 * mull_vault_fail_changed:
 * @name: what the file is called
 *
 * Returns: %FALSE
 */
gboolean
mull_vault_fail_changed (const char *name, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_CORRUPT,
               _ ("“%s” is no longer what was attached: its content has changed. Check the disk, "
                  "and attach the file again if you still have it."),
               name);
  return FALSE;
}

static gboolean
fail_missing (const char *name, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
               _ ("“%s” is no longer in the data folder. Attach the file again if you still have "
                  "it."),
               name);
  return FALSE;
}

/* ── In ───────────────────────────────────────────────────────────────── */

static char *
guess_media_type (const char *name, const guint8 *data, gsize length)
{
  g_autofree char *type = g_content_type_guess (name, data, MIN (length, SNIFF_BYTES), NULL);
  g_autofree char *media_type = g_content_type_get_mime_type (type);

  return media_type != NULL ? g_steal_pointer (&media_type) : g_strdup ("");
}

static gboolean
take_content (MullVaultWriter *writer,
              GInputStream *stream,
              MullAttachment *attachment,
              GCancellable *cancellable,
              MullVaultProgressFunc progress_func,
              gpointer user_data,
              GError **read_error,
              GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  gsize n;

  do
    {
      if (!g_input_stream_read_all (stream, block, BLOCK, &n, cancellable, read_error))
        return FALSE;
      if (mull_vault_writer_get_size (writer) == 0)
        mull_take_text (&attachment->media_type, guess_media_type (attachment->name, block, n));
      if (!mull_vault_writer_add (writer, block, n, error))
        return FALSE;
      if (progress_func != NULL)
        progress_func (mull_vault_writer_get_size (writer), user_data);
    }
  while (n > 0);
  return TRUE;
}

/**
 * mull_vault_take:
 * @folder: the vault
 * @file: what the rep chose
 * @cancellable: (nullable): to stop
 * @progress_func: (nullable) (scope call): told how many bytes are done
 * @error: return location
 *
 * Copies a file into the vault.
 *
 * Returns: (transfer full) (nullable): what it is, with no entry yet; %NULL with
 *   %MULL_ERROR_INVALID if it is too large or no file, or with what mull_file_read() fails
 */
MullAttachment *
mull_vault_take (const char *folder,
                 GFile *file,
                 GCancellable *cancellable,
                 MullVaultProgressFunc progress_func,
                 gpointer user_data,
                 GError **error)
{
  g_autoptr (MullAttachment) attachment = mull_attachment_new ();
  g_autoptr (GFileInfo) info = mull_file_query (file, cancellable, error);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (MullVaultWriter) writer = NULL;
  g_autoptr (GError) read_error = NULL;

  if (info == NULL)
    return NULL;
  mull_take_text (&attachment->name,
                  mull_attachment_clean_name (g_file_info_get_display_name (info)));
  if (g_file_info_get_size (info) > MULL_ATTACHMENT_MAX)
    {
      mull_vault_fail_large (attachment->name, error);
      return NULL;
    }
  writer = mull_vault_writer_new (folder, attachment->name, error);
  if (writer == NULL)
    return NULL;
  stream = g_file_read (file, cancellable, &read_error);
  if (stream == NULL || !take_content (writer, G_INPUT_STREAM (stream), attachment, cancellable,
                                       progress_func, user_data, &read_error, error))
    {
      if (read_error != NULL)
        mull_file_set_read_error (error, read_error, file);
      return NULL;
    }
  attachment->size = mull_vault_writer_get_size (writer);
  g_clear_pointer (&attachment->sha256, g_free);
  if (!mull_vault_writer_finish (writer, NULL, &attachment->sha256, error))
    {
      mull_set_text (&attachment->sha256, "");
      return NULL;
    }
  return g_steal_pointer (&attachment);
}

/* ── Out ──────────────────────────────────────────────────────────────── */

/**
 * mull_vault_give:
 * @folder: the vault
 * @attachment: which file
 * @stream: where to
 * @cancellable: (nullable): to stop
 * @progress_func: (nullable) (scope call): told how many bytes are done
 * @error: return location
 *
 * Writes the content out and sees that it is what was attached. Whoever gets %FALSE throws away
 * what was written.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if it is missing, %MULL_ERROR_CORRUPT if it changed
 */
gboolean
mull_vault_give (const char *folder,
                 const MullAttachment *attachment,
                 GOutputStream *stream,
                 GCancellable *cancellable,
                 MullVaultProgressFunc progress_func,
                 gpointer user_data,
                 GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);
  g_autofree char *path = NULL;
  g_autofree char *name = mull_attachment_clean_name (attachment->name);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) from = NULL;
  gint64 size = 0;
  gsize n;

  if (!mull_attachment_is_sha256 (attachment->sha256))
    return fail_missing (name, error);
  path = mull_vault_dup_path (folder, attachment->sha256);
  file = g_file_new_for_path (path);
  from = g_file_read (file, cancellable, NULL);
  if (from == NULL)
    return !g_cancellable_set_error_if_cancelled (cancellable, error) && fail_missing (name, error);
  do
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (from), block, BLOCK, &n, cancellable, error) ||
          !g_output_stream_write_all (stream, block, n, NULL, cancellable, error))
        return FALSE;
      g_checksum_update (checksum, block, (gssize) n);
      size += (gint64) n;
      if (progress_func != NULL)
        progress_func (size, user_data);
    }
  while (n > 0 && size <= attachment->size);
  return g_str_equal (g_checksum_get_string (checksum), attachment->sha256) ||
         mull_vault_fail_changed (name, error);
}

/* ── Taking stock ─────────────────────────────────────────────────────── */

static gboolean
is_older (const char *path, gint64 before)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) &&
         (gint64) info.st_mtime * G_USEC_PER_SEC < before;
}

static void
list_shelf (const char *shelf, gint64 before, GPtrArray *list)
{
  g_autoptr (GDir) dir = g_dir_open (shelf, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (shelf, name, NULL);

      if (mull_attachment_is_sha256 (name) && is_older (path, before))
        g_ptr_array_add (list, g_strdup (name));
    }
}

/**
 * mull_vault_list:
 * @folder: the vault, which may be missing
 * @before: microseconds UTC of the real clock
 *
 * Returns: (transfer full) (element-type utf8): the SHA-256 of each file that got there before
 */
GPtrArray *
mull_vault_list (const char *folder, gint64 before)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strlen (name) == SHELF_DIGITS)
      {
        g_autofree char *shelf = g_build_filename (folder, name, NULL);

        list_shelf (shelf, before, list);
      }
  return list;
}

/**
 * mull_vault_remove:
 * @folder: the vault
 * @sha256: of the content
 * @before: microseconds UTC of the real clock
 *
 * Takes a file away, unless it got there again since.
 *
 * Returns: whether it is gone
 */
gboolean
mull_vault_remove (const char *folder, const char *sha256, gint64 before)
{
  g_autofree char *path = mull_vault_dup_path (folder, sha256);
  gboolean is_gone;

  mull_vault_lock ();
  is_gone = is_older (path, before) && g_unlink (path) == 0;
  mull_vault_unlock ();
  return is_gone;
}

/**
 * mull_vault_sweep:
 * @folder: the vault, which may be missing
 * @before: microseconds UTC of the real clock
 *
 * Removes what somebody began before and never finished.
 */
void
mull_vault_sweep (const char *folder, gint64 before)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, MULL_VAULT_TEMPORARY) && is_older (path, before))
        g_unlink (path);
    }
}

/**
 * mull_vault_bring:
 * @folder: the vault
 * @from: another one
 * @sha256: of the content
 * @size: bytes
 * @error: return location
 *
 * Copies a file of another vault, unless it is here.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if it is not there either, %MULL_ERROR_CORRUPT if it
 *   is not what its name says
 */
gboolean
mull_vault_bring (const char *folder,
                  const char *from,
                  const char *sha256,
                  gint64 size,
                  GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *block = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (MullVaultWriter) writer = NULL;
  gsize n;

  if (mull_vault_keep (folder, sha256, size))
    return TRUE;
  if (!mull_vault_has (from, sha256, size))
    return fail_missing (sha256, error);
  path = mull_vault_dup_path (from, sha256);
  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, error);
  writer = stream != NULL ? mull_vault_writer_new (folder, sha256, error) : NULL;
  if (writer == NULL)
    return FALSE;
  block = g_malloc (BLOCK);
  do
    if (!g_input_stream_read_all (G_INPUT_STREAM (stream), block, BLOCK, &n, NULL, error) ||
        !mull_vault_writer_add (writer, (const guint8 *) block, n, error))
      return FALSE;
  while (n > 0);
  return mull_vault_writer_finish (writer, sha256, NULL, error);
}
