/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-drill-rules"

#include "config.h"

#include "mull-drill-rules.h"

#include <glib/gi18n-lib.h>

/**
 * mull_drill_choose:
 * @deal_ids: (array length=n_deals): the open deals that are not quiet
 * @last_id: the one that was drilled last, or 0
 * @rand: by whose chance; seeded in tests
 *
 * Returns: the id of any of them, of another than @last_id where there is another; 0 if there is
 *   none
 */
gint64
mull_drill_choose (const gint64 *deal_ids, guint n_deals, gint64 last_id, GRand *rand)
{
  guint i;

  g_return_val_if_fail (rand != NULL, 0);

  if (n_deals == 0)
    return 0;
  i = (guint) g_rand_int_range (rand, 0, (int) n_deals);
  if (deal_ids[i] == last_id && n_deals > 1)
    i = (i + (guint) g_rand_int_range (rand, 1, (int) n_deals)) % n_deals;
  return deal_ids[i];
}

/**
 * mull_drill_judge_time:
 * @seconds: how long the rep spoke
 * @thresholds: thresholds of the rules
 *
 * Returns: (transfer full): whether that is as short as a call of this kind should be, in a
 * sentence
 */
char *
mull_drill_judge_time (int seconds, const MullThresholds *thresholds)
{
  int more;

  g_return_val_if_fail (thresholds != NULL, NULL);

  more = seconds - thresholds->call_seconds;
  if (more <= 0)
    /* Translators: two numbers of seconds: how long it took, and how long it may take */
    return g_strdup_printf (_ ("You took %1$d s, of at most %2$d."), seconds,
                            thresholds->call_seconds);
  return g_strdup_printf (ngettext ("You took %1$d s: %2$d second longer than it should be.",
                                    "You took %1$d s: %2$d seconds longer than it should be.",
                                    (gulong) more),
                          seconds, more);
}

/**
 * mull_drill_list_missing:
 * @facts: what is known of a deal
 *
 * Looks for what is missing without being asked: a help for the rep who answers, not the answer.
 *
 * Returns: (transfer full): sentences, the gravest first
 */
char **
mull_drill_list_missing (const MullDrillFacts *facts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (facts != NULL, NULL);

  if (!facts->has_spoken)
    g_strv_builder_add (builder, _ ("Nobody there was ever heard."));
  if (facts->n_people == 0)
    g_strv_builder_add (builder, _ ("There is nobody in the buying centre."));
  else if (!facts->decides)
    g_strv_builder_add (builder, _ ("It is not known who decides."));
  if (facts->n_no > 0)
    {
      g_autofree char *text =
          g_strdup_printf (ngettext ("%u of the four questions is answered with no.",
                                     "%u of the four questions are answered with no.", facts->n_no),
                           facts->n_no);

      g_strv_builder_add (builder, text);
    }
  if (facts->n_unsure > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u of the four questions has no answer yet.",
                    "%u of the four questions have no answer yet.", facts->n_unsure),
          facts->n_unsure);

      g_strv_builder_add (builder, text);
    }
  if (!facts->has_next_step)
    g_strv_builder_add (builder, _ ("There is no next step."));
  if (facts->deal->plan_outcome[0] == '\0' && facts->deal->plan_must[0] == '\0')
    g_strv_builder_add (builder, _ ("The next talk is not planned."));
  if (facts->deal->expected_on == MULL_DAY_NONE)
    g_strv_builder_add (builder, _ ("Their own date is not known."));
  return g_strv_builder_end (builder);
}
