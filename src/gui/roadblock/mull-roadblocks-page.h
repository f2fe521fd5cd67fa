/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullRoadblocksPage:
 *
 * All roadblocks, the oldest first, and what became of the others.
 */
#define MULL_TYPE_ROADBLOCKS_PAGE (mull_roadblocks_page_get_type ())
G_DECLARE_FINAL_TYPE (MullRoadblocksPage, mull_roadblocks_page, MULL, ROADBLOCKS_PAGE, AdwBin)

MullRoadblocksPage *mull_roadblocks_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
