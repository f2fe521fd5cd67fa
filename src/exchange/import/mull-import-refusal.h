/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullImportRefusal:
 * @row: number of the row, from 1, not counting the header and empty lines
 * @line: physical line of the file, from 1
 * @character: character within that line, from 1
 * @column: number of the column, from 1; 0 if the row as a whole is refused
 * @field: what the file calls the column or the property; empty if the row as a whole is refused
 * @reason: why, as a sentence
 * @excerpt: the first characters of what is refused
 *
 * Something of a file that cannot be imported.
 */
typedef struct
{
  guint row;
  guint line;
  guint character;
  guint column;
  char *field;
  char *reason;
  char *excerpt;
} MullImportRefusal;

void mull_import_refusal_free (MullImportRefusal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullImportRefusal, mull_import_refusal_free)
char *mull_import_refusal_to_text (const MullImportRefusal *self);

G_END_DECLS
