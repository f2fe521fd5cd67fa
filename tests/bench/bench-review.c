/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How well the reviewer marks what a careful reader would mark: on the scripts that its rules were
 * written and learned from, and on those that they were not. */

#include "config.h"

#include "mull-rule-reader.h"
#include "review-corpus.h"

#include <string.h>

/* "scripts-en.txt", its language, and whether to name what went wrong. */
static void
measure (const char *folder, const char *name, const char *language, gboolean trace)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scripts = review_corpus_read (path, &error);
  g_autoptr (MullRuleSet) rules = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  Score score = { 0 };
  Score total;

  g_assert_no_error (error);
  rules = mull_rule_reader_load (language, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < scripts->len; i++)
    review_corpus_score (scripts->pdata[i], rules, &score, lines);
  g_print ("%s, %u scripts\n%-18s %6s %6s %6s %10s %6s\n", name, scripts->len, "category", "right",
           "false", "missed", "precision", "recall");
  for (int i = 0; i < MULL_N_REMARK_CATEGORIES; i++)
    if (score.hits[i] + score.misses[i] + score.alarms[i] > 0)
      g_print ("%-18s %6u %6u %6u %10.2f %6.2f\n",
               mull_remark_category_get_name ((MullRemarkCategory) i), score.hits[i],
               score.alarms[i], score.misses[i], score_precision (&score, i),
               score_recall (&score, i));
  total = score_total (&score);
  g_print ("%-18s %6u %6u %6u %10.2f %6.2f\n\n", "all", total.hits[0], total.alarms[0],
           total.misses[0], score_precision (&total, 0), score_recall (&total, 0));
  if (trace)
    g_print ("%s\n", lines->str);
}

/* bench-review EXAMPLES UNSEEN [FILE…]: the folders of the scripts that were learned from and of
 * those that were not; names what went wrong in these files only. */
int
main (int argc, char *argv[])
{
  static const char *const halves[] = { "scripts", "unseen" };
  static const char *const languages[] = { "en", "de" };

  g_return_val_if_fail (argc >= 3, 1);

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *name = g_strdup_printf ("%s-%s.txt", halves[i], languages[j]);

        measure (argv[i + 1], name, languages[j],
                 g_strv_contains ((const char *const *) argv + 3, name));
      }
  return 0;
}
