/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-card.h"

G_BEGIN_DECLS

/**
 * MullBoardOrder:
 * @MULL_BOARD_ORDER_NEEDS: needs me first (the default)
 * @MULL_BOARD_ORDER_MANUAL: by hand; the only one in which a card is dropped at a position
 * @MULL_BOARD_ORDER_VALUE: largest value first
 * @MULL_BOARD_ORDER_NEXT_STEP: soonest next step first
 * @MULL_BOARD_ORDER_AGE: longest in the stage first
 *
 * How the cards of a column are ordered. Never reset silently.
 */
typedef enum
{
  MULL_BOARD_ORDER_NEEDS,
  MULL_BOARD_ORDER_MANUAL,
  MULL_BOARD_ORDER_VALUE,
  MULL_BOARD_ORDER_NEXT_STEP,
  MULL_BOARD_ORDER_AGE,
} MullBoardOrder;

#define MULL_TYPE_BOARD_ORDER (mull_board_order_get_type ())
GType mull_board_order_get_type (void);

/**
 * MullBoardChip:
 *
 * The filters with a count over the board.
 */
typedef enum
{
  MULL_BOARD_CHIP_ALL,
  MULL_BOARD_CHIP_OUR_MOVE, /* our move and we owe */
  MULL_BOARD_CHIP_THEIR_MOVE,
  MULL_BOARD_CHIP_FADING,
  MULL_BOARD_CHIP_DARK,
  MULL_BOARD_CHIP_QUIET,
  MULL_BOARD_CHIP_PROMISES_DUE, /* a promise of either side is overdue */
  MULL_BOARD_CHIP_NO_NEXT_STEP,
  MULL_BOARD_CHIP_HOLES,
  MULL_BOARD_CHIP_FOCUS, /* starred */
} MullBoardChip;

#define MULL_TYPE_BOARD_CHIP (mull_board_chip_get_type ())
GType mull_board_chip_get_type (void);
#define MULL_BOARD_N_CHIPS (MULL_BOARD_CHIP_FOCUS + 1)

/**
 * MullBoardQuery:
 * @order: how columns are ordered
 * @chip: the filter chosen
 * @text: typed text; words match the beginnings of words in title, company and people
 */
typedef struct
{
  MullBoardOrder order;
  MullBoardChip chip;
  char *text;
} MullBoardQuery;

MullBoardQuery *mull_board_query_copy (const MullBoardQuery *self) G_GNUC_WARN_UNUSED_RESULT;
void mull_board_query_free (MullBoardQuery *self);
gboolean mull_board_query_equal (const MullBoardQuery *a, const MullBoardQuery *b);
gboolean mull_board_query_has_text (const MullBoardQuery *self);
gboolean mull_board_chip_matches (MullBoardChip chip, MullMoveState state, MullCardFlags flags);
const char *mull_board_chip_label (MullBoardChip chip);
const char *mull_board_order_label (MullBoardOrder order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullBoardQuery, mull_board_query_free)

G_END_DECLS
