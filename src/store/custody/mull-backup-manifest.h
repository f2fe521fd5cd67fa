/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullBackupReason:
 *
 * What a backup was made for.
 */
typedef enum
{
  MULL_BACKUP_START,
  MULL_BACKUP_QUIT,
  MULL_BACKUP_WORK,
  MULL_BACKUP_UPDATE,
  MULL_BACKUP_IMPORT,
  MULL_BACKUP_RESTORE,
  MULL_BACKUP_TRASH,
  MULL_BACKUP_ERASE,
  MULL_BACKUP_MANUAL,
  MULL_BACKUP_N_REASONS,
  MULL_BACKUP_UNKNOWN = MULL_BACKUP_N_REASONS,
} MullBackupReason;

/**
 * MullBackupManifest:
 * @path: the database file; what is said of it lies beside it
 * @at: when it was made, microseconds UTC
 * @mark: the state of the data that it holds: equal marks, equal data
 * @sha256: of the file; empty if nothing is known but that it is there
 * @digests: a line for each table, as mull_database_digest() gives it
 * @last_activity: when something last happened in a deal, or 0
 * @checked_at: when the file last agreed with @sha256, microseconds UTC
 * @is_good: it was verified when it was made, and was as it was at every look since
 *
 * What a backup holds, so that it need not be opened to be listed, and can be told from one that
 * changed.
 */
typedef struct
{
  char *path;
  MullBackupReason reason;
  gint64 at;
  char *mark;
  char *program;
  int version;
  gint64 size;
  char *sha256;
  char *digests;
  gint64 n_deals;
  gint64 n_contacts;
  gint64 last_activity;
  gint64 checked_at;
  gboolean is_good;
} MullBackupManifest;

MullBackupManifest *mull_backup_manifest_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void mull_backup_manifest_free (MullBackupManifest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullBackupManifest, mull_backup_manifest_free)

/* What lies beside the file @path; a manifest that knows nothing if there is nothing readable. */
MullBackupManifest *mull_backup_manifest_load (const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_backup_manifest_save (const MullBackupManifest *self, GError **error);
char *mull_backup_manifest_dup_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* The word for a reason in names of files: "import". */
const char *mull_backup_reason_nick (MullBackupReason reason);
/* What the rep reads: "before an import". */
const char *mull_backup_reason_label (MullBackupReason reason);

G_END_DECLS
