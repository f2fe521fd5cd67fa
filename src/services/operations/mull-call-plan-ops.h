/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-drift-store.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

gboolean mull_call_plan_ops_set (MullWorkspace *workspace, const MullDeal *deal, GError **error);
gboolean mull_call_plan_count (MullWorkspace *workspace, MullTalkCount *count, GError **error);

G_END_DECLS
