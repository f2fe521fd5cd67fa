/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullBoardPage:
 *
 * The board: stages as columns, deals as cards.
 */
#define MULL_TYPE_BOARD_PAGE (mull_board_page_get_type ())
G_DECLARE_FINAL_TYPE (MullBoardPage, mull_board_page, MULL, BOARD_PAGE, AdwBin)

MullBoardPage *mull_board_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
