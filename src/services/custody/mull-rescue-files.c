/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rescue-files"

#include "config.h"

#include "mull-rescue-private.h"

#include "mull-custodian-job.h"
#include "mull-custody-private.h"
#include "mull-database.h"
#include "mull-setting-store.h"
#include "mull-vault.h"

/* What is missing in the end is seen where it is attached. */
static void
bring (const char *path, const char *above, const char *to)
{
  g_autofree char *from = g_build_filename (above, MULL_VAULT_FOLDER, NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_test (from, G_FILE_TEST_IS_DIR) &&
      !mull_custodian_job_bring_files (path, from, to, &error))
    g_warning ("Attached files could not be brought from %s: %s", from, error->message);
}

/* Returns: (transfer full) (nullable): where copies went that were to survive this computer */
static char *
dup_outside_place (const char *folder, const char *path)
{
  g_autoptr (MullDatabase) look = mull_database_open (path, MULL_DATABASE_LOOK, NULL);
  g_autofree char *outside = NULL;

  if (look == NULL || !mull_setting_store_get (look, MULL_CUSTODY_OUTSIDE_FOLDER, &outside, NULL) ||
      outside == NULL || *outside == '\0')
    return NULL;
  return mull_custody_dup_place_in (outside, folder);
}

/**
 * mull_rescue_bring_files:
 * @folder: the data folder, which nobody has open
 * @path: the data file, in its place again
 * @backup: (nullable): the backup that it came from
 *
 * Brings the attached files that are missing: from beside the backup, and from the folder of the
 * rep's choice. A data file is of use without them, so it is no failure if that cannot be done.
 */
void
mull_rescue_bring_files (const char *folder, const char *path, const char *backup)
{
  g_autofree char *to = g_build_filename (folder, MULL_VAULT_FOLDER, NULL);
  g_autofree char *beside = backup != NULL ? g_path_get_dirname (backup) : NULL;
  g_autofree char *outside = dup_outside_place (folder, path);

  if (beside != NULL)
    bring (path, beside, to);
  if (outside != NULL && g_strcmp0 (outside, beside) != 0)
    bring (path, outside, to);
}
