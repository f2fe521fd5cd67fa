/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-backup"

#include "config.h"

#include "mull-import-backup.h"

#include "mull-custody.h"

/**
 * mull_import_backup_make:
 * @workspace: a workspace without an open step
 * @error: return location
 *
 * Makes a verified backup of what is there before an import. Where nothing is there yet, nothing is
 * done.
 *
 * Returns: %FALSE if there is no backup although there should be one
 */
gboolean
mull_import_backup_make (MullWorkspace *workspace, GError **error)
{
  g_autoptr (MullBackupManifest) backup = NULL;

  if (mull_workspace_is_empty (workspace))
    return TRUE;
  backup = mull_custody_back_up (workspace, MULL_BACKUP_IMPORT, error);
  return backup != NULL;
}
