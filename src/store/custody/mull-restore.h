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

gboolean
mull_restore_compare (MullDatabase *db, const char *path, MullRestoreLoss *loss, GError **error);
/* (transfer full): a sentence or two for the rep. */
char *mull_restore_loss_describe (const MullRestoreLoss *loss) G_GNUC_WARN_UNUSED_RESULT;

/* The whole content of @path, a verified file of our version, takes the place of that of @db. */
gboolean mull_restore_run (MullDatabase *db, const char *path, GError **error);
/* (transfer full): a file of our version with the content of the backup @path: itself, or a copy in
 * @folder that was brought to our version, of which @temporary then is the name. */
char *mull_restore_prepare (const char *path, const char *folder, char **temporary, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
