/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-backup-manifest.h"

G_BEGIN_DECLS

/* How the names of files begin that are not backups yet. */
#define MULL_BACKUP_TEMPORARY ".tmp-"
#define MULL_BACKUP_SUFFIX ".db"

/* "mulligan-20260301-091200-import.db", UTC; one that is free. */
char *mull_backup_file_dup_name (const char *folder,
                                 MullBackupReason reason,
                                 gint64 at) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type MullBackupManifest): newest first; what is unfinished is left out. */
GPtrArray *mull_backup_file_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the file and what is said of it away. */
gboolean mull_backup_file_remove (const char *path, GError **error);
/* What a start that was killed left behind. */
void mull_backup_file_discard (const char *temporary);
void mull_backup_file_sweep (const char *folder);

/* Whether nothing has that name, so that nothing is lost by giving it to a backup. */
gboolean mull_backup_file_check_free (const char *path, GError **error);

/* Removes what mull_backup_rule_thin() no longer keeps of those that have a name and a manifest of
 * ours: whatever else lies there is somebody else's. Returns: how many */
guint mull_backup_file_thin (const char *folder, gint64 now, GTimeZone *zone);

/* A second copy of a finished backup in another folder, verified. */
gboolean
mull_backup_file_copy (const MullBackupManifest *manifest, const char *folder, GError **error);
/* The same under another name, which is taken from whatever has it. */
gboolean
mull_backup_file_copy_as (const MullBackupManifest *manifest, const char *path, GError **error);
/* Whether the file still is what its manifest says. */
gboolean mull_backup_file_verify (const MullBackupManifest *manifest, GError **error);
/* The same, and the answer is noted in the manifest. */
gboolean mull_backup_file_recheck (MullBackupManifest *manifest, gint64 now, GError **error);

/* SHA-256 as the disk gives it. */
char *
mull_backup_file_hash (const char *path, gint64 *size, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_backup_file_sync (const char *path, GError **error);
/* Gives a synced file its name, for good. */
gboolean mull_backup_file_publish (const char *temporary, const char *path, GError **error);
gboolean mull_backup_file_set_changed_error (const char *path, GError **error);
gboolean mull_backup_file_set_error (const char *path, int code, GError **error);

G_END_DECLS
