/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-backup-manifest.h"
#include "mull-database.h"

G_BEGIN_DECLS

/*
 * The second kind of backup: everything as one document that any program can read, beside the
 * copies of the database. It is written from a backup that was verified, in another format and by
 * other code, once a week and whenever the rep makes a backup.
 */

/**
 * MullArchiverFunc:
 * @db: a backup
 * @path: where to
 *
 * Writes the document and reads it back, in any thread.
 *
 * Returns: %FALSE if there is no good one
 */
typedef gboolean (*MullArchiverFunc) (MullDatabase *db, const char *path, GError **error);

/* Who knows the format says how; before that, none are made. Once, at the start. */
void mull_archive_shelf_set_archiver (MullArchiverFunc func);

/**
 * MullShelvedArchive:
 * @path: the document
 * @at: when it was made, microseconds UTC
 * @size: bytes
 */
typedef struct
{
  char *path;
  gint64 at;
  gint64 size;
} MullShelvedArchive;

/* (element-type MullShelvedArchive): newest first. */
GPtrArray *mull_archive_shelf_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
int mull_archive_shelf_compare (gconstpointer a, gconstpointer b);
/* Whether @path is such a document, whoever wrote it and wherever it is. */
gboolean mull_archive_shelf_is_archive (const char *path);
/* Whether the backup should have one, going by its reason and by the last one. */
gboolean mull_archive_shelf_is_due (const char *folder, const MullBackupManifest *backup);
/* Makes the one of the backup, and lets go of those that are no longer kept. */
gboolean
mull_archive_shelf_make (const char *folder, const MullBackupManifest *backup, GError **error);
/* The newest one in another folder, too. */
gboolean mull_archive_shelf_copy (const char *folder, const char *to, GError **error);

G_END_DECLS
