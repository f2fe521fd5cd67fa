/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-backup.h"
#include "mull-restore.h"
#include "mull-sweep.h"

G_BEGIN_DECLS

/**
 * MullCustodianJob:
 * @backup: (nullable): to be completed
 * @manifest: (nullable): of it once it is complete, or one to be looked at again
 * @sweep: (nullable): files to be taken away
 * @copy: (nullable): what the file shall become
 * @stop: (nullable): ends the making of @copy
 * @folder: where backups are
 * @vault: where attached files are
 * @outside: (nullable): where copies go, in a folder that is there
 * @outside_error: (nullable): why nothing could be copied there
 * @archive_error: (nullable): why there is no archive beside the backup
 * @n_changes: mull_database_count_changes() when everything was copied
 * @is_made: whether there is a new backup
 * @is_noted: whether it was noted that a copy went outside
 *
 * What is done beside the main loop, on files that nobody else has open.
 */
typedef struct
{
  /* Owned */
  MullBackup *backup;
  MullBackupManifest *manifest;
  MullSweep *sweep;
  MullRestoreCopy *copy;
  GCancellable *stop;
  char *folder;
  char *vault;
  char *outside;
  GTimeZone *zone;
  GError *outside_error;
  GError *archive_error;
  /* State */
  gint64 now;
  gint64 n_changes;
  gboolean is_made;
  gboolean is_noted;
} MullCustodianJob;

void mull_custodian_job_free (MullCustodianJob *self);

/* Makes the backup of what was copied, thins out the others, and copies it outside. */
gboolean mull_custodian_job_complete (MullCustodianJob *self, GError **error);
/* Looks at an old one again. */
gboolean mull_custodian_job_recheck (MullCustodianJob *self, GError **error);
/* Makes of a backup without sums what the file shall become. */
gboolean mull_custodian_job_convert (MullCustodianJob *self, GError **error);
/* Takes away the files that nobody refers to. */
gboolean mull_custodian_job_sweep (MullCustodianJob *self, GError **error);

/* The attached files that the backup @path refers to, from one vault to another; those that are
 * missing in both are passed over. */
gboolean
mull_custodian_job_bring_files (const char *path, const char *from, const char *to, GError **error);

G_END_DECLS
