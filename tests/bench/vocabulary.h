/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Vocabulary:
 *
 * Invented words, and a steady stream of chance. The same seed says the same things everywhere. As
 * in real notes few words are frequent and most are rare.
 */
typedef struct _Vocabulary Vocabulary;

Vocabulary *vocabulary_new (guint32 seed) G_GNUC_WARN_UNUSED_RESULT;
void vocabulary_free (Vocabulary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Vocabulary, vocabulary_free)

guint vocabulary_below (Vocabulary *self, guint end);
gboolean vocabulary_chance (Vocabulary *self, guint percent);
const char *vocabulary_word (Vocabulary *self);
/* Between @least and @most words; the first one begins with a capital. */
char *vocabulary_text (Vocabulary *self, guint least, guint most);
char *vocabulary_uuid (Vocabulary *self);

G_END_DECLS
