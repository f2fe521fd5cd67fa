/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-backup-manifest.h"
#include "mull-restore.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* Backups of a workspace: made, listed, thinned out and restored. */

/* In the data folder. */
char *mull_custody_dup_folder (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type MullBackupManifest): newest first. */
GPtrArray *mull_custody_list (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type MullShelvedArchive): newest first; those outside, too, that are not here as well.
 */
GPtrArray *mull_custody_list_archives (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* Whether there is no good backup of the present state, and none younger than @age. */
gboolean mull_custody_is_due (MullWorkspace *workspace, GTimeSpan age);
/* Has the file checked for its own sake if nobody did for a week. Returns: whether it is being
 * checked */
gboolean mull_custody_check_file (MullWorkspace *workspace);
/* Where copies go that are to survive this computer: a stick, another disk. NULL if nowhere. */
char *mull_custody_dup_outside (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_custody_set_outside (MullWorkspace *workspace, const char *folder, GError **error);
/* Where in it the copies of this workspace are. NULL if there is no such folder. */
char *mull_custody_dup_outside_place (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* When a copy last went there, microseconds UTC, or 0. */
gint64 mull_custody_get_outside_at (MullWorkspace *workspace);
gboolean mull_custody_note_outside (MullWorkspace *workspace, gint64 at, GError **error);
/* Whether it is time to say that everything is on this computer only: at most once a month. */
gboolean mull_custody_wants_reminder (MullWorkspace *workspace);

/* Makes one now, all at once. */
MullBackupManifest *mull_custody_back_up (MullWorkspace *workspace,
                                          MullBackupReason reason,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What restoring @path would take away. */
gboolean mull_custody_compare (MullWorkspace *workspace,
                               const char *path,
                               MullRestoreLoss *loss,
                               GError **error);
void mull_custody_compare_async (MullWorkspace *workspace,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean mull_custody_compare_finish (MullWorkspace *workspace,
                                      GAsyncResult *result,
                                      MullRestoreLoss *loss,
                                      GError **error);

/* How far a restore is when it can no longer be stopped. */
#define MULL_CUSTODY_NO_RETURN 0.6
/* Makes a backup of what is there, and restores @path. @safety: where the former is; if it fails
 * and @safety is set, @path is there all the same. */
gboolean
mull_custody_restore (MullWorkspace *workspace, const char *path, char **safety, GError **error);
/* Takes mull_custody_restore() back, with the steps that could be undone before it. */
gboolean mull_custody_undo_restore (MullWorkspace *workspace, const char *safety, GError **error);
/* Either of them, while the main loop goes on. */
void mull_custody_restore_async (MullWorkspace *workspace,
                                 const char *path,
                                 gboolean is_undo,
                                 GCancellable *cancellable,
                                 MullWorkspaceProgressFunc progress_func,
                                 gpointer progress_data,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean mull_custody_restore_finish (MullWorkspace *workspace,
                                      GAsyncResult *result,
                                      char **safety,
                                      GError **error);

G_END_DECLS
