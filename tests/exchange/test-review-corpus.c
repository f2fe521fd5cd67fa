/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-review.h"
#include "mull-rule-reader.h"
#include "review-corpus.h"

/* What the rules must reach on the scripts that they were written from. */
#define PRECISION 0.9
#define RECALL 0.8
/* One in so many of them, since all take a minute; the benchmark takes all. */
#define STRIDE 4

/* Those that the rules were written and learned from, or the others. */
static GPtrArray *
read_half (gboolean seen, const char *language)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.txt", seen ? "scripts" : "unseen", language);
  g_autofree char *path =
      g_build_filename (g_getenv (seen ? "MULL_TEST_EXAMPLES" : "MULL_TEST_DATA"), name, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *scripts = review_corpus_read (path, &error);

  g_assert_no_error (error);
  return scripts;
}

/* Names are unique, texts are there, and what is about some words says about which: something that
 * is missing (an ask, a day, a why that is for them, a message in which nobody owns it) has none.
 */
static void
test_form (void)
{
  static const struct
  {
    const char *language;
    guint n;
  } languages[] = { { "en", 160 }, { "de", 40 } };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint n_clean = 0;

      for (int seen = 0; seen < 2; seen++)
        {
          g_autoptr (GPtrArray) scripts = read_half (seen, languages[i].language);

          for (guint k = 0; k < scripts->len; k++)
            {
              const MullLabelledScript *script = scripts->pdata[k];

              g_assert_true (g_hash_table_add (names, g_strdup (script->name)));
              g_assert_cmpuint (script->beats->len, >, 0);
              n_clean += script->labels->len == 0;
              for (guint l = 0; l < script->labels->len; l++)
                {
                  const MullLabel *label = script->labels->pdata[l];

                  if (label->words == NULL)
                    g_assert_true (label->category == MULL_REMARK_ASK ||
                                   label->category == MULL_REMARK_NO_DATE ||
                                   label->category == MULL_REMARK_ABOUT_US ||
                                   label->category == MULL_REMARK_TOO_LONG ||
                                   label->category == MULL_REMARK_NO_OWNERSHIP);
                }
            }
        }
      g_assert_cmpuint (g_hash_table_size (names), >=, languages[i].n);
      g_assert_cmpuint (n_clean * 4, >, g_hash_table_size (names));
    }
}

static void
test_seen (void)
{
  static const char *const languages[] = { "en", "de" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GPtrArray) scripts = read_half (TRUE, languages[i]);
      g_autoptr (MullRuleSet) rules = mull_rule_reader_load (languages[i], NULL);
      g_autoptr (GString) trace = g_string_new (NULL);
      Score score = { 0 };

      for (guint j = 0; j < scripts->len; j += STRIDE)
        review_corpus_score (scripts->pdata[j], rules, &score, trace);
      g_test_message ("%s", trace->str);
      for (int j = 0; j < MULL_N_REMARK_CATEGORIES; j++)
        {
          g_assert_cmpfloat (score_precision (&score, j), >=, PRECISION);
          g_assert_cmpfloat (score_recall (&score, j), >=, RECALL);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reviewer/corpus/form", test_form);
  g_test_add_func ("/reviewer/corpus/seen", test_seen);
  return g_test_run ();
}
