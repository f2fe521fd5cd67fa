/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-search"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-cli-table.h"
#include "mull-error.h"
#include "mull-search-snippet.h"
#include "mull-search.h"

#include <glib/gi18n-lib.h>

#define MAX_WORDS 100
#define EXCERPT_CHARS 160

static const MullCliColumn columns[] = {
  { "kind", NULL, FALSE, 0 },  { "id", NULL, TRUE, 0 },     { "deal_id", NULL, TRUE, 0 },
  { "title", NULL, FALSE, 0 }, { "about", NULL, FALSE, 0 }, { "text", NULL, FALSE, 0 },
};

static char *
dup_excerpt (const MullTypedWords *words, const MullSearchHit *hit)
{
  return hit->text != NULL ? mull_search_snippet (words, hit->text, EXCERPT_CHARS) : g_strdup ("");
}

/* Whose number it is has to be told of what is quiet. */
static char *
dup_kind (const MullSearchHit *hit)
{
  const char *nick = mull_search_kind_nick (hit->kind);

  return hit->kind == MULL_SEARCH_QUIET ? g_strconcat (nick, "-", hit->word, NULL)
                                        : g_strdup (nick);
}

static void
write_csv (GPtrArray *hits, const MullTypedWords *words, GString *out)
{
  g_autoptr (MullCliTable) table = mull_cli_table_new (columns, G_N_ELEMENTS (columns), TRUE);

  for (guint i = 0; i < hits->len; i++)
    {
      const MullSearchHit *hit = hits->pdata[i];

      mull_cli_table_take (table, dup_kind (hit));
      mull_cli_table_add_number (table, hit->id);
      if (hit->deal_id != 0)
        mull_cli_table_add_number (table, hit->deal_id);
      else
        mull_cli_table_add (table, "");
      mull_cli_table_add (table, hit->title);
      mull_cli_table_add (table, hit->about);
      mull_cli_table_take (table, dup_excerpt (words, hit));
    }
  mull_cli_table_write (table, out);
}

static void
write_hit (const MullSearchHit *hit, const MullTypedWords *words, GString *out)
{
  g_autofree char *excerpt = dup_excerpt (words, hit);
  g_autofree char *title = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", hit->title,
                                            hit->deal_id != 0 ? hit->deal_id : hit->id);

  mull_cli_page_add_text (out, 0, title);
  if (*hit->about != '\0')
    mull_cli_page_add_text (out, 2, hit->about);
  if (*excerpt != '\0')
    mull_cli_page_add_text (out, 2, excerpt);
}

static void
write_page (GPtrArray *hits, const MullTypedWords *words, GString *out)
{
  int group = -1;

  for (guint i = 0; i < hits->len; i++)
    {
      const MullSearchHit *hit = hits->pdata[i];

      if ((int) mull_search_hit_get_group (hit) != group)
        mull_cli_page_add_section (out, mull_search_group_label (mull_search_hit_get_group (hit)));
      group = (int) mull_search_hit_get_group (hit);
      write_hit (hit, words, out);
    }
}

static int
run_search (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean csv = FALSE;
  const GOptionEntry entries[] = { MULL_CLI_FLAG ("csv", &csv), MULL_CLI_NO_MORE };
  int status;
  g_auto (GStrv) rest =
      mull_cli_parse (context, command, arguments, entries, 1, MAX_WORDS, &status);
  g_autofree char *text = NULL;
  g_autoptr (MullTypedWords) words = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  text = g_strjoinv (" ", rest);
  words = mull_typed_words_new (text);
  if (mull_typed_words_get_n (words) == 0)
    {
      g_autofree char *shown = mull_cli_shown (text);

      g_set_error (&error, MULL_ERROR, MULL_ERROR_INVALID,
                   /* Translators: the argument is what was typed to be looked for */
                   _ ("“%s” has no word to look for. Say at least one letter or digit."), shown);
      return mull_cli_refuse (context, error);
    }
  hits = mull_search_find (context->workspace, words, FALSE, &error);
  if (hits == NULL)
    return mull_cli_refuse (context, error);
  if (csv)
    write_csv (hits, words, context->out);
  else if (hits->len > 0)
    write_page (hits, words, context->out);
  else
    mull_cli_say (context, _ ("Nothing was found."));
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_search_commands[] = {
  { "search", "WORD… [--csv]", N_ ("Find words in names, timelines, scripts and notes"),
    run_search },
  { NULL, NULL, NULL, NULL },
};
