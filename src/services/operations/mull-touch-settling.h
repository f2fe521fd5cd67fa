/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-entry.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* Inside a transaction that has put @entry on its timeline. */
gboolean mull_touch_settling_write (MullDatabase *db,
                                    MullClock *clock,
                                    const MullEntry *entry,
                                    GError **error);

/* (nullable): what was ticked off, for whoever made the entry, or spoke the script. */
char *
mull_touch_settling_describe (MullWorkspace *workspace, gint64 entry_id) G_GNUC_WARN_UNUSED_RESULT;
char *mull_touch_settling_describe_for_script (MullWorkspace *workspace,
                                               gint64 script_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
