/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-query"

#include "config.h"

#include "mull-board-query.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (MullBoardOrder,
                    mull_board_order,
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_ORDER_NEEDS, "needs"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_ORDER_MANUAL, "manual"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_ORDER_VALUE, "value"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_ORDER_NEXT_STEP, "next-step"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_ORDER_AGE, "age"))

G_DEFINE_ENUM_TYPE (MullBoardChip,
                    mull_board_chip,
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_CHIP_ALL, "all"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_CHIP_OUR_MOVE, "our-move"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_CHIP_THEIR_MOVE, "their-move"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_CHIP_FADING, "fading"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_CHIP_DARK, "dark"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_CHIP_QUIET, "quiet"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_CHIP_PROMISES_DUE, "promises-due"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_CHIP_NO_NEXT_STEP, "no-next-step"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_CHIP_HOLES, "holes"),
                    G_DEFINE_ENUM_VALUE (MULL_BOARD_CHIP_FOCUS, "focus"))

/**
 * mull_board_query_copy:
 *
 * Returns: (transfer full): a copy
 */
MullBoardQuery *
mull_board_query_copy (const MullBoardQuery *self)
{
  MullBoardQuery *copy = g_new (MullBoardQuery, 1);

  *copy = (MullBoardQuery){ self->order, self->chip, g_strdup (self->text) };
  return copy;
}

void
mull_board_query_free (MullBoardQuery *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * mull_board_query_equal:
 *
 * Returns: whether both show the same cards in the same order
 */
gboolean
mull_board_query_equal (const MullBoardQuery *a, const MullBoardQuery *b)
{
  return a->order == b->order && a->chip == b->chip && g_strcmp0 (a->text, b->text) == 0;
}

/**
 * mull_board_query_has_text:
 *
 * Returns: whether typed text narrows the board
 */
gboolean
mull_board_query_has_text (const MullBoardQuery *self)
{
  return self->text != NULL && *self->text != '\0';
}

/**
 * mull_board_chip_matches:
 *
 * The one predicate behind a chip's count, its cards and its sums.
 */
gboolean
mull_board_chip_matches (MullBoardChip chip, MullMoveState state, MullCardFlags flags)
{
  switch (chip)
    {
    case MULL_BOARD_CHIP_ALL:
      return TRUE;
    case MULL_BOARD_CHIP_OUR_MOVE:
      return state == MULL_MOVE_OURS || state == MULL_MOVE_WE_OWE;
    case MULL_BOARD_CHIP_THEIR_MOVE:
      return state == MULL_MOVE_THEIRS;
    case MULL_BOARD_CHIP_FADING:
      return state == MULL_MOVE_FADING;
    case MULL_BOARD_CHIP_DARK:
      return state == MULL_MOVE_DARK;
    case MULL_BOARD_CHIP_QUIET:
      return state == MULL_MOVE_QUIET;
    case MULL_BOARD_CHIP_PROMISES_DUE:
      return (flags & MULL_CARD_PROMISE_DUE) != 0;
    case MULL_BOARD_CHIP_NO_NEXT_STEP:
      return (flags & MULL_CARD_NO_NEXT_STEP) != 0;
    case MULL_BOARD_CHIP_HOLES:
      return (flags & MULL_CARD_HOLE) != 0;
    case MULL_BOARD_CHIP_FOCUS:
      return (flags & MULL_CARD_FOCUS) != 0;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_board_chip_label:
 *
 * Returns: (transfer none): the translated words on a chip
 */
const char *
mull_board_chip_label (MullBoardChip chip)
{
  /* Translators: filters over the board; a count follows each */
  static const char *const labels[] = {
    NC_ ("chip", "All"),          NC_ ("chip", "Our move"),     NC_ ("chip", "Their move"),
    NC_ ("chip", "Fading"),       NC_ ("chip", "Dark"),         NC_ ("chip", "Quiet"),
    NC_ ("chip", "Promises due"), NC_ ("chip", "No next step"), NC_ ("chip", "Holes"),
    NC_ ("chip", "Focus"),
  };

  g_return_val_if_fail ((guint) chip < G_N_ELEMENTS (labels), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "chip", labels[chip]);
}

/**
 * mull_board_order_label:
 *
 * Returns: (transfer none): the translated name of an order
 */
const char *
mull_board_order_label (MullBoardOrder order)
{
  /* Translators: orders in which the cards of a column are shown */
  static const char *const labels[] = {
    NC_ ("order", "Needs me first"), NC_ ("order", "By hand"),      NC_ ("order", "Value"),
    NC_ ("order", "Next step"),      NC_ ("order", "Age in stage"),
  };

  g_return_val_if_fail ((guint) order < G_N_ELEMENTS (labels), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "order", labels[order]);
}
