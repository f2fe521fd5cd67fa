/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullHistoryPage:
 *
 * The steps that can be undone and done again, newest first, with a mark where the present is. One
 * action leads back or forth to any of them.
 */
#define MULL_TYPE_HISTORY_PAGE (mull_history_page_get_type ())
G_DECLARE_FINAL_TYPE (MullHistoryPage, mull_history_page, MULL, HISTORY_PAGE, AdwBin)

MullHistoryPage *mull_history_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
