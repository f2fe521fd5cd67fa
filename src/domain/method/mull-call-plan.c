/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-plan"

#include "config.h"

#include "mull-call-plan.h"

#include "mull-error.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/**
 * mull_call_plan_split:
 * @must: must-haves as they are stored or typed
 *
 * Returns: (transfer full): one must-have each, without blank lines and spaces around
 */
char **
mull_call_plan_split (const char *must)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (must != NULL, NULL);

  lines = g_strsplit (must, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (builder, lines[i]);
  return g_strv_builder_end (builder);
}

/**
 * mull_call_plan_join:
 * @must: must-haves as they are typed, one a line
 *
 * Returns: (transfer full) (nullable): them as they are stored; %NULL with %MULL_ERROR_INVALID if
 *   there are more than one talk can bear
 */
char *
mull_call_plan_join (const char *must, GError **error)
{
  g_auto (GStrv) lines = mull_call_plan_split (must);
  guint n = g_strv_length (lines);

  if (n > MULL_CALL_PLAN_MAX_MUST)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   _ ("A talk has room for %d must-haves, not for %u. Keep those without which it "
                      "was for nothing."),
                   MULL_CALL_PLAN_MAX_MUST, n);
      return NULL;
    }
  return g_strjoinv ("\n", lines);
}

/**
 * mull_call_plan_suggest:
 * @deal: the deal
 * @stage: where it is
 *
 * Returns: (transfer full): the exit questions of the stage that are no must-have yet
 */
char **
mull_call_plan_suggest (const MullDeal *deal, const MullStage *stage)
{
  g_auto (GStrv) planned = mull_call_plan_split (deal->plan_must);
  g_auto (GStrv) questions = mull_call_plan_split (stage->questions);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; questions[i] != NULL; i++)
    {
      g_autofree char *folded = mull_text_fold (questions[i]);
      gboolean known = FALSE;

      for (guint k = 0; planned[k] != NULL && !known; k++)
        {
          g_autofree char *other = mull_text_fold (planned[k]);

          known = g_str_equal (folded, other);
        }
      if (!known)
        g_strv_builder_add (builder, questions[i]);
    }
  return g_strv_builder_end (builder);
}
