/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-file"

#include "config.h"

#include "mull-file.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>

#define MIB (1024 * 1024)

/* ── Reading ──────────────────────────────────────────────────────────── */

/**
 * mull_file_set_read_error:
 * @error: return location
 * @cause: why a file was not read
 * @file: the file
 *
 * Says it in a sentence that names the file, unless somebody stopped it.
 */
void
mull_file_set_read_error (GError **error, const GError *cause, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 /* Translators: the name of a file */
                 _ ("There is no file “%s”. Check its name and its folder."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY,
                 _ ("“%s” may not be read. Allow it in the properties of the file, or choose "
                    "another file."),
                 name);
  else
    {
      g_debug ("Reading failed: %s", cause->message);
      g_set_error (error, MULL_ERROR, MULL_ERROR_IO,
                   _ ("“%s” could not be read. Check the disk it is on and try again."), name);
    }
}

static gboolean
check_kind (GFile *file, GFileInfo *info, GError **error)
{
  g_autofree char *name = NULL;

  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_REGULAR:
      return TRUE;
    case G_FILE_TYPE_DIRECTORY:
      name = g_file_get_parse_name (file);
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   _ ("“%s” is a folder. Choose a file in it."), name);
      return FALSE;
    case G_FILE_TYPE_UNKNOWN:
    case G_FILE_TYPE_SYMBOLIC_LINK:
    case G_FILE_TYPE_SPECIAL:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
      break;
    }
  name = g_file_get_parse_name (file);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("“%s” is a device or a connection. Choose a file."), name);
  return FALSE;
}

/**
 * mull_file_query:
 * @file: what the rep chose
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its size and its name to show; %NULL, as from
 *   mull_file_read(), if it is not there or no file
 */
GFileInfo *
mull_file_query (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  info =
      g_file_query_info (file,
                         G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                        "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                         G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info != NULL)
    return check_kind (file, info, error) ? g_steal_pointer (&info) : NULL;
  mull_file_set_read_error (error, cause, file);
  return NULL;
}

static gboolean
check_size (GFile *file, GFileInfo *info, gsize max, GError **error)
{
  g_autofree char *name = NULL;

  if ((guint64) g_file_info_get_size (info) <= max)
    return TRUE;
  name = g_file_get_parse_name (file);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: the name of a file, and how large one may be */
               _ ("“%1$s” is larger than %2$d MiB. Split it, or leave out what is not needed, "
                  "and open the parts one after the other."),
               name, (int) (max / MIB));
  return FALSE;
}

/**
 * mull_file_read:
 * @file: what the rep chose
 * @max: how many bytes it may have, a number of MiB
 * @cancellable: (nullable): to stop
 *
 * Returns: (transfer full): all of it, or %NULL with %MULL_ERROR_NOT_FOUND, %MULL_ERROR_READ_ONLY,
 *   %MULL_ERROR_INVALID, %MULL_ERROR_IO or %G_IO_ERROR_CANCELLED
 */
GBytes *
mull_file_read (GFile *file, gsize max, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && max >= MIB, NULL);

  info = mull_file_query (file, cancellable, error);
  if (info == NULL || !check_size (file, info, max, error))
    return NULL;
  bytes = g_file_load_bytes (file, cancellable, NULL, &cause);
  if (bytes == NULL)
    mull_file_set_read_error (error, cause, file);
  return g_steal_pointer (&bytes);
}

/* ── Writing ──────────────────────────────────────────────────────────── */

static MullError
kind_of_write_error (const GError *cause)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return MULL_ERROR_NO_SPACE;
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return MULL_ERROR_READ_ONLY;
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
      g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return MULL_ERROR_NOT_FOUND;
  return MULL_ERROR_IO;
}

/**
 * mull_file_set_write_error:
 * @error: return location
 * @cause: why a file was not written
 * @file: the file
 *
 * Says it in a sentence that names the file, unless somebody stopped it.
 */
void
mull_file_set_write_error (GError **error, const GError *cause, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  MullError kind = kind_of_write_error (cause);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) || cause->domain == MULL_ERROR)
    {
      g_propagate_error (error, g_error_copy (cause));
      return;
    }
  /* Its words name the file, and a file is often named after a customer. */
  g_debug ("Writing failed: %s %d", g_quark_to_string (cause->domain), cause->code);
  if (kind == MULL_ERROR_NO_SPACE)
    g_set_error (
        error, MULL_ERROR, kind,
        _ ("There is no room left to write “%s”. Make some room, or choose another place."), name);
  else if (kind == MULL_ERROR_READ_ONLY)
    g_set_error (error, MULL_ERROR, kind, _ ("“%s” may not be written. Choose another place."),
                 name);
  else if (kind == MULL_ERROR_NOT_FOUND)
    g_set_error (error, MULL_ERROR, kind,
                 _ ("“%s” could not be written, because its folder does not exist. Choose another "
                    "place."),
                 name);
  else
    g_set_error (error, MULL_ERROR, kind,
                 _ ("“%s” could not be written. Check the disk, or choose another place."), name);
}

/**
 * mull_file_write:
 * @file: what the rep chose; a file that is there is replaced
 * @data: (array length=length): what to write
 *
 * Writes a file that only the user may read. It is there as a whole, safely on the disk, or what
 * was there before is untouched.
 *
 * Returns: whether it was written; %MULL_ERROR_NO_SPACE, %MULL_ERROR_READ_ONLY,
 *   %MULL_ERROR_NOT_FOUND or %MULL_ERROR_IO if not
 */
gboolean
mull_file_write (GFile *file, const char *data, gsize length, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && (data != NULL || length == 0), FALSE);

  path = g_file_get_path (file);
  if (path != NULL ? g_file_set_contents_full (
                         path, data, (gssize) length,
                         G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &cause)
                   : g_file_replace_contents (file, data, length, NULL, FALSE,
                                              G_FILE_CREATE_PRIVATE, NULL, NULL, &cause))
    return TRUE;
  mull_file_set_write_error (error, cause, file);
  return FALSE;
}
