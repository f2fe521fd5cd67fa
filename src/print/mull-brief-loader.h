/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-brief-content.h"
#include "mull-script-composition.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

MullBriefContent *mull_brief_loader_load (MullWorkspace *workspace,
                                          gint64 deal_id,
                                          const MullScriptComposition *script,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
