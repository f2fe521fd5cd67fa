/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-backup-manifest.h"
#include "mull-restore.h"

G_BEGIN_DECLS

/* What shall take the place of a file that lacks sums. */
MullRestoreCopy *mull_page_conversion_copy (const MullBackupManifest *backup,
                                            const char *folder,
                                            GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The pages of the live file, unless it is large, get the sums that it lacks, or it stays what it
 * is. */
gboolean mull_page_conversion_run (MullDatabase *db, GError **error);

G_END_DECLS
