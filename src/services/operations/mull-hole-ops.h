/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-hole.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* deal_id, kind, text … filled in; left_at MULL_INSTANT_NONE, as in a new one, is now. A new hole
 * becomes *the* hole. */
gboolean mull_hole_ops_open (MullWorkspace *workspace,
                             const MullHole *hole,
                             gint64 *hole_id,
                             GError **error);
gboolean mull_hole_ops_update (MullWorkspace *workspace, const MullHole *hole, GError **error);
gboolean mull_hole_ops_settle (MullWorkspace *workspace,
                               gint64 hole_id,
                               MullHoleState state,
                               const char *answer,
                               GError **error);
/* Makes it *the* hole. */
gboolean mull_hole_ops_put_first (MullWorkspace *workspace, gint64 hole_id, GError **error);

G_END_DECLS
