/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/* What the rep is told where the data lies in a folder of Dropbox, Nextcloud or their like. Nothing
 * is refused there: nobody knows whether the program runs, and whether it keeps all of it. */

/* (nullable): that it lies there, a sentence; NULL if it does not, as far as anybody knows. */
char *mull_sync_notice_dup_sentence (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): what may come of it, and what to do. */
char *mull_sync_notice_dup_advice (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it was not yet said of that folder. From then on the rep counts as told. */
gboolean mull_sync_notice_is_new (MullWorkspace *workspace);

G_END_DECLS
