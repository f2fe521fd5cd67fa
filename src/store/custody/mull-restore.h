/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullRestoreLoss:
 * @n_deals: deals that are there now and not in the backup
 * @n_entries: entries on timelines, likewise
 * @n_people: people, likewise
 * @n_commitments: commitments, likewise
 * @n_deals_back: deals that are in the backup and not there now
 * @is_same: nothing differs at all
 *
 * What restoring a backup would take away, and bring back.
 */
typedef struct
{
  guint n_deals;
  guint n_entries;
  guint n_people;
  guint n_commitments;
  guint n_deals_back;
  gboolean is_same;
} MullRestoreLoss;

/* @digests: (nullable): those of @path, if they are known */
gboolean mull_restore_compare (MullDatabase *db,
                               const char *path,
                               const char *digests,
                               MullRestoreLoss *loss,
                               GError **error);
/* (transfer full): a sentence or two for the rep. */
char *mull_restore_loss_describe (const MullRestoreLoss *loss) G_GNUC_WARN_UNUSED_RESULT;

/**
 * MullRestoreCopy:
 * @path: the file
 * @digests: what is in it, as mull_database_digest() gives it
 *
 * A verified copy of a backup, of our version, with all that shall be there after the restore.
 */
typedef struct
{
  char *path;
  char *digests;
} MullRestoreCopy;

/**
 * MullRestoreSource:
 * @path: a backup
 * @folder: where the copy may be made
 * @with_steps: whether the steps in it can be undone after the restore
 * @settings: (nullable): keys and values in turn, which are as they are now, whatever the backup
 * says
 * @db: (nullable): the live database: what stops its borrower stops this, too
 * @cancellable: (nullable): what stops it otherwise
 *
 * What a copy is made of.
 */
typedef struct
{
  const char *path;
  const char *folder;
  gboolean with_steps;
  const char *const *settings;
  MullDatabase *db;
  GCancellable *cancellable;
} MullRestoreSource;

MullRestoreCopy *
mull_restore_copy_new (const MullRestoreSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_restore_copy_free (MullRestoreCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullRestoreCopy, mull_restore_copy_free)

/* All of @copy takes the place of the content of @db, or nothing does. */
gboolean mull_restore_run (MullDatabase *db, const MullRestoreCopy *copy, GError **error);

G_END_DECLS
