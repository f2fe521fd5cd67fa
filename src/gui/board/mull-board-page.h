/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-board-column.h"
#include "mull-board-model.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullBoardPage:
 *
 * The board: stages as columns, deals as cards, with filters, an order, and everything that is done
 * to a card, by pointer and by keyboard through the same functions.
 *
 * Its actions: `board.*` for what is shown (`board.search`, `board.order`, `board.density`,
 * `board.focus-only`, `board.pipeline`, …) and `card.*` for the card that has or had the focus
 * (`card.open`, `card.move-to` (x), `card.move-left`, …, `card.close` (s: nick of an outcome),
 * `card.star`, `card.rename`, `card.brief`, `card.delete`).
 */
#define MULL_TYPE_BOARD_PAGE (mull_board_page_get_type ())
G_DECLARE_FINAL_TYPE (MullBoardPage, mull_board_page, MULL, BOARD_PAGE, AdwBin)

MullBoardPage *mull_board_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

/* Brings a card into sight and gives it the focus; FALSE if the board does not show it. */
gboolean mull_board_page_focus_deal (MullBoardPage *self, gint64 deal_id);

guint mull_board_page_get_n_columns (MullBoardPage *self);
MullBoardColumn *mull_board_page_get_column (MullBoardPage *self, guint column);
gboolean mull_board_page_get_narrow (MullBoardPage *self);

GMenu *mull_board_page_make_main_menu (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
