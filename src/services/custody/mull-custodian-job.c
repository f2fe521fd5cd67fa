/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-custodian-job"

#include "config.h"

#include "mull-custodian-job.h"

#include "mull-archive-shelf.h"
#include "mull-attachment-store.h"
#include "mull-backup-file.h"
#include "mull-error.h"
#include "mull-page-conversion.h"
#include "mull-vault.h"

#include <errno.h>
#include <glib/gstdio.h>

/**
 * mull_custodian_job_free:
 * @self: (transfer full): a job
 *
 * Frees it.
 */
void
mull_custodian_job_free (MullCustodianJob *self)
{
  g_clear_pointer (&self->backup, mull_backup_free);
  g_clear_pointer (&self->manifest, mull_backup_manifest_free);
  g_clear_pointer (&self->sweep, mull_sweep_free);
  g_clear_pointer (&self->copy, mull_restore_copy_free);
  g_clear_object (&self->stop);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_error (&self->outside_error);
  g_clear_error (&self->archive_error);
  g_free (self->folder);
  g_free (self->vault);
  g_free (self->outside);
  g_free (self);
}

/* ── Outside of this computer ─────────────────────────────────────────── */

/* The folder that the rep chose is there; if it no longer is, it must not be made. */
static gboolean
make_place (const char *place, GError **error)
{
  g_autofree char *above = g_path_get_dirname (place);

  if ((g_mkdir (above, 0700) == 0 || errno == EEXIST) &&
      (g_mkdir (place, 0700) == 0 || errno == EEXIST))
    return TRUE;
  return mull_backup_file_set_error (place, errno, error);
}

typedef struct
{
  const char *from;
  const char *to;
  GError *error;
} Bringing;

static void
on_content (const char *sha256, gint64 size, gpointer user_data)
{
  Bringing *self = user_data;
  g_autoptr (GError) cause = NULL;

  if (self->error != NULL || mull_vault_bring (self->to, self->from, sha256, size, &cause))
    return;
  if (g_error_matches (cause, MULL_ERROR, MULL_ERROR_NOT_FOUND) ||
      g_error_matches (cause, MULL_ERROR, MULL_ERROR_CORRUPT))
    g_info ("%s", cause->message);
  else
    self->error = g_steal_pointer (&cause);
}

/**
 * mull_custodian_job_bring_files:
 * @path: a database that nobody writes
 * @from: the vault that has the files
 * @to: the one that shall have them
 * @error: return location
 *
 * Copies the attached files that the database refers to, unless they are there.
 *
 * Returns: %FALSE if one could not be written; those that are missing are passed over
 */
gboolean
mull_custodian_job_bring_files (const char *path, const char *from, const char *to, GError **error)
{
  g_autoptr (MullDatabase) look = mull_database_open (path, MULL_DATABASE_LOOK, error);
  Bringing bringing = { from, to, NULL };

  if (look == NULL || !mull_attachment_store_foreach_content (look, on_content, &bringing, error))
    {
      g_clear_error (&bringing.error);
      return FALSE;
    }
  if (bringing.error == NULL)
    return TRUE;
  g_propagate_error (error, bringing.error);
  return FALSE;
}

/* A backup is of use without its files; they are not without it. */
static gboolean
copy_files (MullCustodianJob *self, GError **error)
{
  g_autofree char *vault = g_build_filename (self->outside, MULL_VAULT_FOLDER, NULL);

  if (!g_file_test (self->vault, G_FILE_TEST_IS_DIR))
    return TRUE;
  return mull_custodian_job_bring_files (self->manifest->path, self->vault, vault, error);
}

static void
copy_outside (MullCustodianJob *self)
{
  if (!make_place (self->outside, &self->outside_error))
    return;
  /* The stick may have been pulled while the last one was copied. */
  mull_backup_file_sweep (self->outside);
  if (mull_backup_file_copy (self->manifest, self->outside, &self->outside_error) &&
      copy_files (self, &self->outside_error) &&
      mull_archive_shelf_copy (self->folder, self->outside, &self->outside_error))
    mull_backup_file_thin (self->outside, self->now, self->zone);
}

/* ── The jobs ─────────────────────────────────────────────────────────── */

/**
 * mull_custodian_job_complete:
 * @error: return location
 *
 * Makes a backup of what was copied, with an archive beside it if that is due, lets go of those
 * that are no longer needed, and copies it outside.
 *
 * Returns: %FALSE if there is no backup; what failed besides is said in the job
 */
gboolean
mull_custodian_job_complete (MullCustodianJob *self, GError **error)
{
  self->manifest = mull_backup_complete (self->backup, error);
  self->is_made = self->manifest != NULL;
  if (!self->is_made)
    return FALSE;
  mull_backup_file_thin (self->folder, self->now, self->zone);
  if (mull_archive_shelf_is_due (self->folder, self->manifest))
    mull_archive_shelf_make (self->folder, self->manifest, &self->archive_error);
  if (self->outside != NULL)
    copy_outside (self);
  return TRUE;
}

/**
 * mull_custodian_job_recheck:
 * @error: return location
 *
 * Looks at an old backup again.
 *
 * Returns: %FALSE if it is no longer good
 */
gboolean
mull_custodian_job_recheck (MullCustodianJob *self, GError **error)
{
  return mull_backup_file_recheck (self->manifest, self->now, error);
}

/**
 * mull_custodian_job_convert:
 * @error: return location
 *
 * Makes of a backup without sums what the file shall become.
 */
gboolean
mull_custodian_job_convert (MullCustodianJob *self, GError **error)
{
  self->copy = mull_page_conversion_copy (self->manifest, self->folder, self->stop, error);
  return self->copy != NULL;
}

/**
 * mull_custodian_job_sweep:
 * @error: return location
 *
 * Takes away the files that no backup refers to either.
 */
gboolean
mull_custodian_job_sweep (MullCustodianJob *self, GError **error)
{
  guint n_removed;

  if (!mull_sweep_run (self->sweep, &n_removed, error))
    return FALSE;
  if (n_removed > 0)
    g_info ("Files removed that nothing refers to: %u", n_removed);
  return TRUE;
}
