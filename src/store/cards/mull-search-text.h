/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-typed-words.h"

G_BEGIN_DECLS

/**
 * MullFtsMode:
 * @MULL_FTS_PREFIX: each word matches the beginning of a word
 * @MULL_FTS_WHOLE: each word matches a whole word
 * @MULL_FTS_LONG: as %MULL_FTS_PREFIX, but a single letter is a whole word, or, at the end, nothing
 *   yet: in an index of long texts it would match too much
 *
 * What typed words match.
 */
typedef enum
{
  MULL_FTS_PREFIX,
  MULL_FTS_WHOLE,
  MULL_FTS_LONG,
} MullFtsMode;

/* Quotes and operators in what was typed are text. */
char *mull_fts_match_prefix (const char *column, const char *text);
char *mull_fts_match_words (const MullTypedWords *words, MullFtsMode mode);

G_END_DECLS
