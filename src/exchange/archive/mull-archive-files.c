/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-files"

#include "config.h"

#include "mull-archive-files.h"

#include "mull-archive-form.h"
#include "mull-attachment-files.h"
#include "mull-error.h"
#include "mull-vault.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MullArchiveFiles
{
  /* Owned */
  char *folder;
  char *beside;
  GHashTable *wanted;  /* (element-type utf8 gint64): what rows refer to, with its size */
  GHashTable *arrived; /* (element-type utf8) */
  /* The file of which parts are coming, if any */
  char *sha256;
  MullVaultWriter *writer;
  GChecksum *checksum; /* while nothing is kept */
  gint64 size;
  gint64 at;
  /* State */
  gboolean is_dry;
};

/**
 * mull_archive_files_new:
 * @beside: (nullable): the folder beside the archive, which may be missing
 * @is_dry: whether to look only
 *
 * Returns: (transfer full): nothing has come yet
 */
MullArchiveFiles *
mull_archive_files_new (MullWorkspace *workspace, const char *beside, gboolean is_dry)
{
  MullArchiveFiles *self = g_new0 (MullArchiveFiles, 1);

  self->folder = mull_attachment_files_dup_folder (workspace);
  self->beside = g_strdup (beside);
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->arrived = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->is_dry = is_dry;
  return self;
}

static void
end_file (MullArchiveFiles *self)
{
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->writer, mull_vault_writer_free);
  g_clear_pointer (&self->checksum, g_checksum_free);
}

/**
 * mull_archive_files_free:
 * @self: (transfer full): files
 *
 * Frees it. What came and is not referred to is swept away another day.
 */
void
mull_archive_files_free (MullArchiveFiles *self)
{
  end_file (self);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->arrived);
  g_free (self->folder);
  g_free (self->beside);
  g_free (self);
}

/**
 * mull_archive_files_want:
 * @sha256: of its content
 * @size: bytes
 *
 * Notes that a row refers to a file.
 */
void
mull_archive_files_want (MullArchiveFiles *self, const char *sha256, gint64 size)
{
  g_hash_table_replace (self->wanted, g_strdup (sha256), g_memdup2 (&size, sizeof size));
}

/* ── Parts ────────────────────────────────────────────────────────────── */

/* A clause, to which the reader adds the file and the line. */
static gboolean
refuse (GError **error, const char *clause)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, clause);
  return FALSE;
}

static gboolean
begin_file (MullArchiveFiles *self, const char *sha256, gint64 size, GError **error)
{
  if (self->sha256 != NULL)
    return refuse (error, _ ("the file before is not whole"));
  if (!mull_attachment_is_sha256 (sha256) || size < 0 || size > MULL_ATTACHMENT_MAX)
    return refuse (error, _ ("there can be no such file"));
  if (g_hash_table_contains (self->arrived, sha256))
    return refuse (error, _ ("this file is there twice"));
  if (self->is_dry)
    self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  else
    {
      self->writer = mull_vault_writer_new (self->folder, sha256, error);
      if (self->writer == NULL)
        return FALSE;
    }
  self->sha256 = g_strdup (sha256);
  self->size = size;
  self->at = 0;
  return TRUE;
}

/* The decoder passes over whatever does not belong there. */
static gboolean
is_base64 (const char *text, gsize length, gsize n_bytes)
{
  gsize n_pads = length > 1 && text[length - 2] == '='   ? 2
                 : length > 0 && text[length - 1] == '=' ? 1
                                                         : 0;

  return length % 4 == 0 && n_bytes == length / 4 * 3 - n_pads;
}

static gboolean
add_bytes (MullArchiveFiles *self, const char *text, GError **error)
{
  gsize n_bytes;
  g_autofree guchar *bytes = g_base64_decode (text, &n_bytes);

  if (!is_base64 (text, strlen (text), n_bytes))
    return refuse (error, _ ("this is not base64 without spaces"));
  if (n_bytes == 0 && self->size > 0)
    return refuse (error, _ ("this part is empty"));
  if ((gint64) n_bytes > self->size - self->at)
    return refuse (error, _ ("this file is longer than it says"));
  self->at += (gint64) n_bytes;
  if (self->writer != NULL)
    return mull_vault_writer_add (self->writer, bytes, n_bytes, error);
  g_checksum_update (self->checksum, bytes, (gssize) n_bytes);
  return TRUE;
}

static gboolean
complete_file (MullArchiveFiles *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (self->checksum != NULL ? !g_str_equal (g_checksum_get_string (self->checksum), self->sha256)
                             : !mull_vault_writer_finish (self->writer, self->sha256, NULL, &cause))
    {
      if (cause == NULL || g_error_matches (cause, MULL_ERROR, MULL_ERROR_CORRUPT))
        return refuse (error, _ ("this file is not what its SHA-256 says"));
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  g_hash_table_add (self->arrived, g_strdup (self->sha256));
  end_file (self);
  return TRUE;
}

/**
 * mull_archive_files_add:
 * @values: the columns of a part
 * @error: return location; what refuses a part is a %MULL_ERROR_INVALID whose message is a clause
 *
 * Takes a part. The parts of a file come one after the other.
 */
gboolean
mull_archive_files_add (MullArchiveFiles *self, const char *const *values, GError **error)
{
  const char *sha256 = values[MULL_ARCHIVE_PART_SHA256];
  const char *data = values[MULL_ARCHIVE_PART_DATA];
  gint64 size = g_ascii_strtoll (values[MULL_ARCHIVE_PART_SIZE], NULL, 10);
  gint64 at = g_ascii_strtoll (values[MULL_ARCHIVE_PART_AT], NULL, 10);

  if (sha256 == NULL)
    sha256 = "";
  if (at == 0 && !begin_file (self, sha256, size, error))
    return FALSE;
  if (g_strcmp0 (self->sha256, sha256) != 0 || size != self->size || at != self->at)
    return refuse (error, _ ("a part of a file is missing before this one"));
  return add_bytes (self, data != NULL ? data : "", error) &&
         (self->at < self->size || complete_file (self, error));
}

/* ── The end ──────────────────────────────────────────────────────────── */

/* Where it is. Returns: %FALSE if it is there and cannot be brought */
static gboolean
fetch (MullArchiveFiles *self,
       const char *sha256,
       gint64 size,
       guint *n_new,
       guint *n_missing,
       GError **error)
{
  if (g_hash_table_contains (self->arrived, sha256))
    (*n_new)++;
  else if (mull_vault_keep (self->folder, sha256, size))
    return TRUE;
  else if (self->beside == NULL || !mull_vault_has (self->beside, sha256, size))
    (*n_missing)++;
  else
    {
      (*n_new)++;
      return self->is_dry || mull_vault_bring (self->folder, self->beside, sha256, size, error);
    }
  return TRUE;
}

/**
 * mull_archive_files_finish:
 * @n_new: (out): how many files that are referred to came
 * @n_missing: (out): how many are neither in the archive, nor beside it, nor here
 * @error: return location, as for mull_archive_files_add()
 *
 * Brings what is beside the archive, and takes stock.
 */
gboolean
mull_archive_files_finish (MullArchiveFiles *self, guint *n_new, guint *n_missing, GError **error)
{
  GHashTableIter iter;
  gpointer sha256, size;

  *n_new = *n_missing = 0;
  if (self->sha256 != NULL)
    return refuse (error, _ ("the last file is not whole"));
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &sha256, &size))
    if (!fetch (self, sha256, *(gint64 *) size, n_new, n_missing, error))
      return FALSE;
  return TRUE;
}
