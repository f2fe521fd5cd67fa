/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-cue-reader.h"

#include "mull-cue-rule.h"
#include "mull-cue.h"
#include "mull-error.h"
#include "mull-rule-reader.h"

#include <string.h>

static void
test_reads (void)
{
  g_autoptr (MullCueWeights) weights = mull_cue_weights_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) quotations = mull_quotations_of ("");
  MullSpan whole = { 0, strlen ("Due to snow") };
  g_autoptr (GArray) cues = mull_cues_of ("Due to snow", &whole, quotations, "do-over", "ask");

  mull_cue_reader_read ("\texcuse\tblame\n\t-300\t-400\ndue to\t250\t-5\nsnow\t0\t12\n", weights,
                        &error);
  g_assert_no_error (error);
  g_assert_cmpint (mull_cue_weights_sum (weights, cues, MULL_REMARK_EXCUSE), ==, -50);
  g_assert_cmpint (mull_cue_weights_sum (weights, cues, MULL_REMARK_BLAME), ==, -393);
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *table;
    const char *line;
  } bad[] = {
    { "", "line 1:" },
    { "excuse\n", "line 1:" },
    { "\trubbish\n", "line 1:" },
    { "\texcuse\n\t-300\nsnow\n", "line 3:" },
    { "\texcuse\n\t-300\nsnow\t1\t2\n", "line 3:" },
    { "\texcuse\n\t-300\nsnow\tmuch\n", "line 3:" },
    { "\texcuse\tblame\n\t1\t2\nsnow\t\t1\t2\n", "line 3:" },
    { "\texcuse\n\t-300\nsnow\t40000\n", "line 3:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MullCueWeights) weights = mull_cue_weights_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (mull_cue_reader_read (bad[i].table, weights, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, bad[i].line));
    }
}

/* Each language that has rules has learned for each remark that they say was learned. */
static void
test_bundled (void)
{
  const char *const *languages = mull_rule_reader_list ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullRuleSet) set = mull_rule_reader_load (languages[i], &error);
      g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (MullCue));

      g_assert_no_error (error);
      g_assert_cmpuint (set->cue_rules->len, ==, 8);
      for (guint j = 0; j < set->cue_rules->len; j++)
        {
          const MullCueRule *cue_rule = set->cue_rules->pdata[j];

          g_assert_cmpstr (cue_rule->rule->reason, !=, "");
          g_assert_cmpstr (cue_rule->rule->suggestion, !=, "");
          /* A remark is rare: nothing speaks against it where nothing is known. */
          g_assert_cmpint (
              mull_cue_weights_sum (set->cue_weights, nothing, cue_rule->rule->category), <, 0);
        }
    }
}

static void
test_unknown_language (void)
{
  g_autoptr (MullCueWeights) weights = mull_cue_weights_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_cue_reader_load ("fr", weights, &error));
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cue-reader/reads", test_reads);
  g_test_add_func ("/cue-reader/refuses", test_refuses);
  g_test_add_func ("/cue-reader/bundled", test_bundled);
  g_test_add_func ("/cue-reader/unknown-language", test_unknown_language);
  return g_test_run ();
}
