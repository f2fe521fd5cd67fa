/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullRoadblockPage:
 *
 * One roadblock, step by step: from what they said to what became of it. The step that it waits at
 * is the one loud thing.
 */
#define MULL_TYPE_ROADBLOCK_PAGE (mull_roadblock_page_get_type ())
G_DECLARE_FINAL_TYPE (MullRoadblockPage, mull_roadblock_page, MULL, ROADBLOCK_PAGE, AdwBin)

MullRoadblockPage *mull_roadblock_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_roadblock_page_open (MullRoadblockPage *self, gint64 roadblock_id, GError **error);

G_END_DECLS
