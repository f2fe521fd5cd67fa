/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-hole.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

gboolean mull_hole_is_unsettled (const MullHole *hole);
gboolean
mull_hole_asks_still_needed (const MullHole *hole, const MullThresholds *thresholds, gint64 now);

gboolean mull_hole_check (const MullHole *hole, GError **error);
gboolean mull_hole_settle (MullHole *hole,
                           MullHoleState state,
                           const char *answer,
                           gint64 now,
                           GError **error);

G_END_DECLS
