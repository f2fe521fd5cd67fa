/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"

G_BEGIN_DECLS

/**
 * MullImportWord:
 * @word: what the file says
 * @stage: the stage it means; empty if it says how the deal ended
 * @outcome: the outcome it means
 *
 * What a word in a column of stages or statuses means.
 */
typedef struct
{
  char *word;
  char *stage;
  MullOutcome outcome;
} MullImportWord;

/**
 * MullImportWords:
 *
 * The words of a column of stages or statuses, in the order in which they were met. Case and
 * accents do not matter.
 */
typedef struct _MullImportWords MullImportWords;

MullImportWords *mull_import_words_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_import_words_free (MullImportWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullImportWords, mull_import_words_free)

void mull_import_words_set (MullImportWords *self,
                            const char *text,
                            const char *stage,
                            MullOutcome outcome);
void mull_import_words_set_all (MullImportWords *self, const MullImportWords *other);
void mull_import_words_replace_outcome (MullImportWords *self, MullOutcome from, MullOutcome to);
const MullImportWord *mull_import_words_find (const MullImportWords *self, const char *text);
guint mull_import_words_get_n (const MullImportWords *self);
const MullImportWord *mull_import_words_get (const MullImportWords *self, guint index);

G_END_DECLS
