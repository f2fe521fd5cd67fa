/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "learn-cues"

#include "config.h"

/* learn-cues OUTPUT SCRIPTS SENTENCES…
 *
 * What the build learns from labelled examples of a language. */

#include "mull-cue-learner.h"
#include "mull-example.h"

/* What a reader recognises by its words; the rest of what is marked follows from the structure. */
#define LEARNED                                                                                    \
  (MULL_REMARK_BIT (MULL_REMARK_EXCUSE) | MULL_REMARK_BIT (MULL_REMARK_BLAME) |                    \
   MULL_REMARK_BIT (MULL_REMARK_PRESSURE) | MULL_REMARK_BIT (MULL_REMARK_ABOUT_US) |               \
   MULL_REMARK_BIT (MULL_REMARK_PITCH) | MULL_REMARK_BIT (MULL_REMARK_HEDGE) |                     \
   MULL_REMARK_BIT (MULL_REMARK_NO_DATE) | MULL_REMARK_BIT (MULL_REMARK_UNTRUE_FIRST_TIME))

static gboolean
add_sentences (GPtrArray *examples, char **paths, GError **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    if (!mull_examples_add_sentences (examples, paths[i], error))
      return FALSE;
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) examples = mull_examples_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;

  if (argc < 4)
    {
      g_printerr ("learn-cues OUTPUT SCRIPTS SENTENCES…\n");
      return 2;
    }
  if (mull_examples_add_scripts (examples, argv[2], &error) &&
      add_sentences (examples, argv + 3, &error))
    {
      table = mull_learn_cues (examples, LEARNED);
      if (g_file_set_contents (argv[1], table, -1, &error))
        return 0;
    }
  g_printerr ("%s\n", error->message);
  return 1;
}
