/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is typed beyond these is passed over: nobody types it, it is pasted. */
#define MULL_TYPED_WORDS_MAX 16
#define MULL_TYPED_WORD_MAX_CHARS 64

/**
 * MullTypedWords:
 *
 * The words that somebody looks for. Each stands for the beginning of a word, whatever its case and
 * accents; signs between them mean nothing.
 */
typedef struct _MullTypedWords MullTypedWords;

/**
 * MullWordMatch:
 * @start: where it begins in the text, in bytes
 * @end: where what was typed ends in it
 * @word: which of the typed words it is
 * @is_whole: whether the word of the text ends there as well
 *
 * A word of a text that begins with a typed one.
 */
typedef struct
{
  guint start;
  guint end;
  guint word;
  gboolean is_whole;
} MullWordMatch;

MullTypedWords *mull_typed_words_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void mull_typed_words_free (MullTypedWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullTypedWords, mull_typed_words_free)

guint mull_typed_words_get_n (const MullTypedWords *self);
const char *mull_typed_words_get (const MullTypedWords *self, guint i);
const char *mull_typed_words_get_folded (const MullTypedWords *self, guint i);
/* (element-type MullWordMatch): in the order of the text. */
GArray *
mull_typed_words_find (const MullTypedWords *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
