/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-quiet-touch.h"
#include "mull-quiet.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

gboolean mull_quiet_ops_add (MullWorkspace *workspace,
                             const MullQuiet *quiet,
                             gint64 *quiet_id,
                             GError **error);
gboolean mull_quiet_ops_settle (MullWorkspace *workspace,
                                gint64 quiet_id,
                                MullQuietState state,
                                GError **error);
gboolean mull_quiet_ops_prepare (MullWorkspace *workspace,
                                 gint64 quiet_id,
                                 gboolean facts,
                                 gboolean outcome,
                                 gboolean person,
                                 GError **error);

G_END_DECLS
