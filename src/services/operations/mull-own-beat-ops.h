/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-wording.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* The rep's library: wordings that are kept, to be used again. */

GPtrArray *mull_own_beat_dup_wordings (MullWorkspace *workspace,
                                       const char *kind,
                                       const char *beat,
                                       GError **error);
MullOwnBeat *mull_own_beat_load (MullWorkspace *workspace, gint64 id, GError **error);

gboolean mull_own_beat_ops_keep (MullWorkspace *workspace,
                                 const MullOwnBeat *own,
                                 gint64 script_id,
                                 gint64 *id,
                                 GError **error);
gboolean mull_own_beat_ops_edit (MullWorkspace *workspace, const MullOwnBeat *own, GError **error);
gboolean mull_own_beat_ops_remove (MullWorkspace *workspace, gint64 id, GError **error);
gboolean mull_own_beat_ops_use (MullWorkspace *workspace,
                                gint64 id,
                                gint64 script_id,
                                const char *text,
                                GError **error);

G_END_DECLS
