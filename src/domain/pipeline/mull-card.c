/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card"

#include "config.h"

#include "mull-card.h"

/**
 * mull_card_new:
 *
 * Returns: (transfer full): a card without days or texts
 */
MullCard *
mull_card_new (void)
{
  MullCard *self = g_new0 (MullCard, 1);

  self->state_on = MULL_DAY_NONE;
  self->next_on = MULL_DAY_NONE;
  return self;
}

void
mull_card_free (MullCard *self)
{
  g_free (self->title);
  g_free (self->company);
  g_free (self->next_text);
  g_free (self);
}

/**
 * mull_card_flags_get_move:
 * @flags: of a card
 *
 * Returns: what is stored of what is said beside whose move it is
 */
MullMoveFlags
mull_card_flags_get_move (MullCardFlags flags)
{
  return flags & MULL_CARD_NOT_TRIED ? MULL_MOVE_NOT_TRIED : MULL_MOVE_NO_FLAGS;
}

/**
 * mull_card_flags_format_state:
 * @flags: of a card
 * @state: of the same card
 * @on: its day, or %MULL_DAY_NONE
 * @today: the present day
 *
 * Returns: (transfer full): mull_move_state_format() for what is stored of a deal
 */
char *
mull_card_flags_format_state (MullCardFlags flags, MullMoveState state, MullDay on, MullDay today)
{
  return mull_move_state_format (state, on, mull_card_flags_get_move (flags), today);
}
