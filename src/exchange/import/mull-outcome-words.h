/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullOutcomeWord:
 * @MULL_OUTCOME_WORD_NONE: nothing about how a deal ended
 * @MULL_OUTCOME_WORD_OPEN: it is still open
 * @MULL_OUTCOME_WORD_WON: it is won
 * @MULL_OUTCOME_WORD_LOST: it is lost, in whatever way
 *
 * What a word of a file says about how a deal ended.
 */
typedef enum
{
  MULL_OUTCOME_WORD_NONE,
  MULL_OUTCOME_WORD_OPEN,
  MULL_OUTCOME_WORD_WON,
  MULL_OUTCOME_WORD_LOST,
} MullOutcomeWord;

MullOutcomeWord mull_outcome_word (const char *text);
gboolean mull_outcome_word_is_stage (const char *text);
const char *mull_outcome_word_name_stage (const char *text);

G_END_DECLS
