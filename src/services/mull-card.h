/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

#include "mull-money.h"
#include "mull-move-state.h"

G_BEGIN_DECLS

/**
 * MullCard:
 * @deal_id: the deal
 * @state: whose move
 * @state_on: the day shown with it, or %MULL_DAY_NONE
 * @days_in_stage: civil days
 *
 * What a card on the board says, read in one indexed query when the card is bound.
 */
typedef struct
{
  gint64 deal_id;
  gint64 stage_id;
  char *title;
  char *company;
  MullMoney value;
  MullMoveState state;
  MullDay state_on;
  MullDay next_on;
  char *next_text;
  MullDay quiet_until_on;
  int days_in_stage;
  int open_holes;
  int ours_overdue;
  int theirs_overdue;
  int roadblocks;
  gboolean starred;
} MullCard;

MullCard *mull_card_load (MullWorkspace *workspace, gint64 deal_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_card_free (MullCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCard, mull_card_free)

G_END_DECLS
