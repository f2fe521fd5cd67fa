/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-money.h"
#include "mull-move-state.h"

G_BEGIN_DECLS

/**
 * MullCardFlags:
 * @MULL_CARD_PROMISE_DUE: a promise of either side is overdue
 * @MULL_CARD_NO_NEXT_STEP: nothing dated moves it
 * @MULL_CARD_HOLE: something is missing
 * @MULL_CARD_FOCUS: starred
 * @MULL_CARD_UNQUALIFIED: one of the four questions was answered with no or "don't know"
 * @MULL_CARD_NOT_TRIED: #MULL_MOVE_NOT_TRIED
 *
 * What a chip of the board filters by, and what is said, beside whose move it is. Stored with the
 * card.
 */
typedef enum
{
  MULL_CARD_PROMISE_DUE = 1 << 0,
  MULL_CARD_NO_NEXT_STEP = 1 << 1,
  MULL_CARD_HOLE = 1 << 2,
  MULL_CARD_FOCUS = 1 << 3,
  MULL_CARD_UNQUALIFIED = 1 << 4,
  MULL_CARD_NOT_TRIED = 1 << 5,
} MullCardFlags;

/**
 * MullCard:
 * @deal_id: the deal
 * @state: whose move
 * @state_on: the day shown with it, or %MULL_DAY_NONE
 * @next_on: the day of the next step, or %MULL_DAY_NONE
 * @since_at: in its stage since, microseconds UTC
 *
 * What a card on the board says, and what a board is ordered and filtered by. Read in one indexed
 * query when the card is bound.
 */
typedef struct
{
  gint64 deal_id;
  gint64 stage_id;
  gint64 rank;
  gint64 needs;
  char *title;
  char *company;
  MullMoney value;
  MullMoney weighted;
  MullMoveState state;
  MullDay state_on;
  MullDay next_on;
  char *next_text;
  gint64 since_at;
  int open_holes;
  int ours_overdue;
  int theirs_overdue;
  int roadblocks;
  MullCardFlags flags;
} MullCard;

MullMoveFlags mull_card_flags_get_move (MullCardFlags flags);
char *mull_card_flags_format_state (MullCardFlags flags,
                                    MullMoveState state,
                                    MullDay on,
                                    MullDay today) G_GNUC_WARN_UNUSED_RESULT;

MullCard *mull_card_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_card_free (MullCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCard, mull_card_free)

G_END_DECLS
