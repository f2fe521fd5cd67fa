/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-drill"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-drill.h"
#include "mull-error.h"

#include <glib/gi18n-lib.h>

#define MAX_SEED 1000000

/* ── A deal by chance ─────────────────────────────────────────────────── */

static gboolean
draw (MullCliContext *context, GRand *rand, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MullDrill) drill = mull_drill_load (context->workspace, 0, rand, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (drill == NULL)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                           _ ("No deal is open and not quiet. Add one, with “mulligan add”."));
      return FALSE;
    }
  mull_cli_page_add_title (context->out, drill->dossier->deal->title);
  mull_cli_page_add_text (context->out, 0,
                          _ ("What is the one glaring hole? Here is what anybody can see:"));
  for (guint i = 0; drill->missing[i] != NULL; i++)
    mull_cli_page_add_text (context->out, 2, drill->missing[i]);
  if (drill->missing[0] == NULL)
    mull_cli_page_add_text (context->out, 2, _ ("Nothing. Look deeper."));
  return TRUE;
}

/* ── What was found ───────────────────────────────────────────────────── */

static gboolean
find_hole (MullCliContext *context, char **words, const char *kind_text, GError **error)
{
  g_autoptr (MullDeal) deal = mull_cli_find_deal (context->workspace, words[0], error);
  g_autofree char *text = g_strjoinv (" ", words + 1);
  int kind = MULL_HOLE_QUESTION;

  if (deal == NULL ||
      !mull_cli_read_enum (MULL_TYPE_HOLE_KIND, kind_text, MULL_HOLE_QUESTION, MULL_HOLE_COMMITMENT,
                           "--kind", &kind, error) ||
      !mull_drill_ops_find_hole (context->workspace, deal->record.id, (MullHoleKind) kind, text,
                                 NULL, error))
    return FALSE;
  /* Translators: the title of a deal, and what the drill found to be missing */
  mull_cli_say (context, _ ("Found on “%1$s”: %2$s"), deal->title, text);
  return TRUE;
}

static int
run_drill (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *seed_text = NULL;
  g_autofree char *kind = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("seed", &seed_text),
    MULL_CLI_TEXT ("kind", &kind),
    MULL_CLI_NO_MORE,
  };
  int status, seed = 0;
  g_auto (GStrv) rest =
      mull_cli_parse (context, command, arguments, entries, 0, G_MAXUINT, &status);
  g_autoptr (GRand) rand = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (rest[0] != NULL)
    return find_hole (context, rest, kind, &error) ? MULL_CLI_DONE
                                                   : mull_cli_refuse (context, error);
  if (!mull_cli_read_number (seed_text, "--seed", 0, MAX_SEED, &seed, &error))
    return mull_cli_refuse (context, error);
  rand = seed_text != NULL ? g_rand_new_with_seed ((guint32) seed) : g_rand_new ();
  if (!draw (context, rand, &error))
    return mull_cli_refuse (context, error);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_drill_commands[] = {
  { "drill", "[--seed N] | DEAL [--kind question|access|information|feedback|commitment] WORDS",
    N_ ("Draw a deal by chance and look for its one glaring hole"), run_drill },
  { NULL, NULL, NULL, NULL },
};
