/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-backup-manifest.h"
#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullBackup:
 *
 * A copy of the database while it is being made. Copying takes many short steps on the thread of
 * the database, between which the rep may go on working: what changes meanwhile is in the copy,
 * too. Completing it looks at the copy only and may be done in another thread.
 *
 * VACUUM INTO, which writes a more compact copy, cannot be done in steps; and a thread that had the
 * connection to itself meanwhile would have the rep wait for it.
 */
typedef struct _MullBackup MullBackup;

MullBackup *mull_backup_new (MullDatabase *db,
                             const char *folder,
                             const char *name,
                             MullBackupReason reason,
                             gint64 at,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Also in the middle; what was written is removed. On the thread of the database unless done. */
void mull_backup_free (MullBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullBackup, mull_backup_free)

/* Copies for about so many microseconds. */
gboolean mull_backup_step (MullBackup *self, gint64 microseconds, gboolean *done, GError **error);
/* Nothing more is copied until all of the database was checked. */
gboolean mull_backup_needs_check (MullBackup *self);
/* It was, and passed: wrong pages, which are free, are no matter. Before the first step. */
void mull_backup_set_checked (MullBackup *self);
/* Copies all the rest at once, with that check if it is needed. */
gboolean mull_backup_run (MullBackup *self, GError **error);
/* Once it is done: checks the copy, and only then gives it its name. */
MullBackupManifest *
mull_backup_complete (MullBackup *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All of it at once. */
MullBackupManifest *mull_backup_make (MullDatabase *db,
                                      const char *folder,
                                      const char *name,
                                      MullBackupReason reason,
                                      gint64 at,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the state of the data; it is another one once anything was changed. */
char *mull_backup_dup_mark (MullDatabase *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
