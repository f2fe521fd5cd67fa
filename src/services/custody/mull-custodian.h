/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-backup-manifest.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullCustodian:
 *
 * Makes the backups of a workspace while the rep works: some time after the start, during long
 * work, and when asked for. Copying takes a few milliseconds at a time when nothing else is to be
 * done; checking the copy and copying it to the folder outside is done in a thread. Once a week it
 * looks at an old one again.
 *
 * There is one for each workspace, which ends with it.
 */
#define MULL_TYPE_CUSTODIAN (mull_custodian_get_type ())
G_DECLARE_FINAL_TYPE (MullCustodian, mull_custodian, MULL, CUSTODIAN, GObject)

/* (transfer none): that of the workspace, made when it is first asked for. */
MullCustodian *mull_custodian_get (MullWorkspace *workspace);

/* Begins to look by itself when a backup is due. */
void mull_custodian_watch (MullCustodian *self);
/* Begins a backup, unless one is being made; #MullCustodian::made or ::failed follows. */
void mull_custodian_back_up (MullCustodian *self, MullBackupReason reason);
/* Begins to take away attached files that nothing refers to; what is younger than @min_age stays.
 */
void mull_custodian_sweep (MullCustodian *self, GTimeSpan min_age);
/* For the workspace: lets go of the connection, and begins anew when it is free again. */
void mull_custodian_set_aside (MullCustodian *self);
gboolean mull_custodian_is_busy (MullCustodian *self);
/* At the end of work: waits for what is being made, and makes one if it is due. */
void mull_custodian_finish (MullCustodian *self);
/* Waits for what is done beside the main loop. */
void mull_custodian_wait (MullCustodian *self);
/* Gives up what is being copied; it goes on later. */
void mull_custodian_rest (MullCustodian *self);
/* The same for good, after what is being checked. */
void mull_custodian_stop (MullCustodian *self);

G_END_DECLS
