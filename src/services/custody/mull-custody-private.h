/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-custody.h"

G_BEGIN_DECLS

/* For the files of the custody only. */

/* Settings of this computer and of today, which no backup brings back. */
#define MULL_CUSTODY_OUTSIDE_FOLDER "backup.folder"
#define MULL_CUSTODY_OUTSIDE_AT "backup.outside-at"
#define MULL_CUSTODY_REMINDED_AT "backup.reminded-at"
/* The folder that another program keeps, of which the rep was told. */
#define MULL_CUSTODY_TOLD_OF_SYNC "sync.told-of"

MullBackupManifest *mull_custody_make (MullWorkspace *workspace,
                                       MullBackupReason reason,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Where in a folder outside the copies of a data folder are. */
char *
mull_custody_dup_place_in (const char *outside, const char *data_folder) G_GNUC_WARN_UNUSED_RESULT;
void mull_custody_thin (MullWorkspace *workspace);

G_END_DECLS
