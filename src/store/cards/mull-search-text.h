/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* A full-text query in which every word of @text matches the beginning of a word; @column
 * (nullable) limits it. NULL if @text has no word. Quotes and operators in @text are text. */
char *mull_fts_match_prefix (const char *column, const char *text);

G_END_DECLS
