/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vocabulary"

#include "config.h"

#include "vocabulary.h"

#define N_WORDS 5000

struct _Vocabulary
{
  GRand *chance;
  char *words[N_WORDS];
};

static const char *const beginnings[] = { "b", "bl", "c",  "ch", "d",  "f", "fr", "g",  "gl",
                                          "h", "j",  "k",  "l",  "m",  "n", "p",  "pl", "r",
                                          "s", "sh", "st", "t",  "th", "v", "w",  "wh" };
static const char *const middles[] = { "a", "e", "i", "o", "u", "ai", "ee", "ie", "oo", "ou" };
static const char *const endings[] = { "", "", "l", "m", "n", "nt", "r", "rd", "s", "t", "x" };

static char *
make_word (GRand *chance)
{
  GString *word = g_string_new (NULL);
  int syllables = g_rand_int_range (chance, 1, 4);

  for (int i = 0; i < syllables; i++)
    {
      g_string_append (word, beginnings[g_rand_int_range (chance, 0, G_N_ELEMENTS (beginnings))]);
      g_string_append (word, middles[g_rand_int_range (chance, 0, G_N_ELEMENTS (middles))]);
      g_string_append (word, endings[g_rand_int_range (chance, 0, G_N_ELEMENTS (endings))]);
    }
  return g_string_free (word, FALSE);
}

/**
 * vocabulary_new:
 * @seed: another one says other things with the same words
 *
 * Returns: (transfer full): the vocabulary
 */
Vocabulary *
vocabulary_new (guint32 seed)
{
  Vocabulary *self = g_new0 (Vocabulary, 1);

  self->chance = g_rand_new_with_seed (1);
  for (guint i = 0; i < N_WORDS; i++)
    self->words[i] = make_word (self->chance);
  g_rand_set_seed (self->chance, seed);
  return self;
}

void
vocabulary_free (Vocabulary *self)
{
  for (guint i = 0; i < N_WORDS; i++)
    g_free (self->words[i]);
  g_rand_free (self->chance);
  g_free (self);
}

/**
 * vocabulary_below:
 *
 * Returns: a number from 0 to before @end
 */
guint
vocabulary_below (Vocabulary *self, guint end)
{
  return (guint) g_rand_int_range (self->chance, 0, (gint32) end);
}

/**
 * vocabulary_chance:
 *
 * Returns: %TRUE in @percent of the cases
 */
gboolean
vocabulary_chance (Vocabulary *self, guint percent)
{
  return vocabulary_below (self, 100) < percent;
}

/**
 * vocabulary_word:
 *
 * Returns: (transfer none): a word, more often a frequent one
 */
const char *
vocabulary_word (Vocabulary *self)
{
  double where = g_rand_double (self->chance);

  return self->words[(guint) (where * where * where * N_WORDS)];
}

/**
 * vocabulary_text:
 *
 * Returns: (transfer full): a title, a name or a note
 */
char *
vocabulary_text (Vocabulary *self, guint least, guint most)
{
  GString *text = g_string_new (NULL);
  guint n = least + vocabulary_below (self, most - least + 1);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, vocabulary_word (self));
    }
  text->str[0] = g_ascii_toupper (text->str[0]);
  return g_string_free (text, FALSE);
}

/**
 * vocabulary_uuid:
 *
 * Returns: (transfer full): an identity that comes out the same in every run
 */
char *
vocabulary_uuid (Vocabulary *self)
{
  guint32 a = g_rand_int (self->chance), b = g_rand_int (self->chance),
          c = g_rand_int (self->chance), d = g_rand_int (self->chance);

  return g_strdup_printf ("%08x-%04x-4%03x-8%03x-%04x%08x", a, b >> 16, b & 0xfff, c >> 20,
                          c & 0xffff, d);
}
