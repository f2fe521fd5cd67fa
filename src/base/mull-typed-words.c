/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-typed-words"

#include "config.h"

#include "mull-typed-words.h"

#include "mull-text.h"

#include <string.h>

/* Nobody types more; who pastes a book is not to wait for all that is said twice in it. */
#define WORDS_LOOKED_AT (4 * MULL_TYPED_WORDS_MAX)

struct _MullTypedWords
{
  /* Owned: the words as they were typed, and what they are compared by */
  GPtrArray *words;
  GPtrArray *folded;
};

/* ── Words of a text ──────────────────────────────────────────────────── */

/* As the full-text index sees it: letters, digits and the marks on them. */
static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* A mark that stands alone, as after many pictures, is no word of the index.
 *
 * Returns: %FALSE at the end of the text */
static gboolean
find_word (const char **start, const char **end)
{
  const char *at = *start;

  while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  *start = at;
  while (*at != '\0' && is_word_char (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  *end = at;
  return *end > *start;
}

static char *
fold_part (const char *start, const char *end)
{
  g_autofree char *part = g_strndup (start, (gsize) (end - start));

  return mull_text_fold (part);
}

/* A letter of the text may be two in the folded one, or an accent that is none. */
static const char *
find_end_of_match (const char *start, const char *end, const char *folded_word)
{
  for (const char *at = g_utf8_next_char (start); at < end; at = g_utf8_next_char (at))
    {
      g_autofree char *folded = NULL;

      /* An accent that stands alone belongs to the letter before it. */
      if (g_unichar_ismark (g_utf8_get_char (at)))
        continue;
      folded = fold_part (start, at);
      if (g_str_has_prefix (folded, folded_word))
        return at;
    }
  return end;
}

/* ── Public ───────────────────────────────────────────────────────────── */

/**
 * mull_typed_words_new:
 * @text: what was typed, which may be any bytes
 *
 * Returns: (transfer full): its words, each once, of which there may be none
 */
MullTypedWords *
mull_typed_words_new (const char *text)
{
  MullTypedWords *self = g_new0 (MullTypedWords, 1);
  g_autofree char *valid = NULL;
  const char *start, *end;

  g_return_val_if_fail (text != NULL, self);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  start = text;
  for (guint i = 0;
       i < WORDS_LOOKED_AT && self->words->len < MULL_TYPED_WORDS_MAX && find_word (&start, &end);
       i++, start = end)
    {
      glong n_chars = g_utf8_strlen (start, end - start);
      const char *cut = g_utf8_offset_to_pointer (start, MIN (n_chars, MULL_TYPED_WORD_MAX_CHARS));

      g_autofree char *folded = fold_part (start, cut);

      if (g_ptr_array_find_with_equal_func (self->folded, folded, g_str_equal, NULL))
        continue;
      g_ptr_array_add (self->words, g_strndup (start, (gsize) (cut - start)));
      g_ptr_array_add (self->folded, g_steal_pointer (&folded));
    }
  return self;
}

/**
 * mull_typed_words_free:
 * @self: (transfer full): words
 */
void
mull_typed_words_free (MullTypedWords *self)
{
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->folded);
  g_free (self);
}

/**
 * mull_typed_words_get_n:
 *
 * Returns: how many words there are
 */
guint
mull_typed_words_get_n (const MullTypedWords *self)
{
  return self->words->len;
}

/**
 * mull_typed_words_get:
 *
 * Returns: (transfer none): word @i as it was typed: letters, digits and marks only
 */
const char *
mull_typed_words_get (const MullTypedWords *self, guint i)
{
  return self->words->pdata[i];
}

/**
 * mull_typed_words_get_folded:
 *
 * Returns: (transfer none): word @i without case and accents
 */
const char *
mull_typed_words_get_folded (const MullTypedWords *self, guint i)
{
  return self->folded->pdata[i];
}

/**
 * mull_typed_words_find:
 * @text: valid UTF-8
 *
 * Returns: (transfer full) (element-type MullWordMatch): the words of @text that begin with one
 * that was typed; of several, the longest
 */
GArray *
mull_typed_words_find (const MullTypedWords *self, const char *text)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (MullWordMatch));
  const char *start = text, *end;

  for (; self->words->len > 0 && find_word (&start, &end); start = end)
    {
      g_autofree char *folded = fold_part (start, end);
      gsize longest = 0;
      MullWordMatch match = { .start = (guint) (start - text) };

      for (guint i = 0; i < self->folded->len; i++)
        {
          const char *word = self->folded->pdata[i];
          gsize length = strlen (word);

          if (length > longest && g_str_has_prefix (folded, word))
            {
              longest = length;
              match.word = i;
              match.is_whole = folded[length] == '\0';
            }
        }
      if (longest == 0)
        continue;
      match.end = (guint) (find_end_of_match (start, end, self->folded->pdata[match.word]) - text);
      g_array_append_val (matches, match);
    }
  return matches;
}
