/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-brief"

#include "config.h"

#include "mull-brief-loader.h"
#include "mull-brief.h"
#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-pdf.h"
#include "mull-script-desk.h"

#include <glib/gi18n-lib.h>

static gboolean
read_options (MullBriefOptions *options, const char *paper, const char *pages, GError **error)
{
  int value = MULL_PAPER_A4;

  mull_brief_options_init (options);
  if (paper != NULL)
    {
      if (!mull_cli_read_enum (MULL_TYPE_PAPER, paper, MULL_PAPER_A4, MULL_PAPER_LETTER, "--paper",
                               &value, error))
        return FALSE;
      options->paper = (MullPaper) value;
    }
  if (pages != NULL)
    options->two_pages = !g_str_equal (pages, "1");
  return TRUE;
}

static gboolean
write_brief (MullCliContext *context,
             const MullDeal *deal,
             const MullBriefOptions *options,
             const char *file,
             GError **error)
{
  g_autofree char *path = g_canonicalize_filename (file, context->folder);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (MullScriptComposition) script = NULL;
  g_autoptr (MullBriefContent) content = NULL;
  g_autoptr (MullLayout) layout = NULL;

  if (!mull_script_desk_compose_open (context->workspace, deal->record.id, &script, error))
    return FALSE;
  content = mull_brief_loader_load (context->workspace, deal->record.id, script, error);
  if (content == NULL)
    return FALSE;
  layout = mull_brief_new (content, options);
  if (!mull_pdf_write (layout, path, deal->title, error))
    return FALSE;
  /* Translators: the title of a deal and the name of a file */
  mull_cli_say (context, _ ("Wrote the brief of “%s” to %s."), deal->title, shown);
  return TRUE;
}

static int
run_brief (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *file = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *pages = NULL;
  gboolean discreet = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    MULL_CLI_TEXT ("paper", &paper),
    MULL_CLI_TEXT ("pages", &pages),
    MULL_CLI_FLAG ("discreet", &discreet),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;
  MullBriefOptions options;

  if (rest == NULL)
    return status;
  if (file == NULL || *file == '\0')
    return mull_cli_wrong_usage (context, command, _ ("Say where to write it: -o FILE.pdf."));
  if (pages != NULL && !g_str_equal (pages, "1") && !g_str_equal (pages, "2"))
    return mull_cli_wrong_usage (context, command, _ ("A brief has 1 or 2 pages."));
  if (!read_options (&options, paper, pages, &error))
    return mull_cli_refuse (context, error);
  options.discreet = discreet;
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal == NULL || !write_brief (context, deal, &options, file, &error))
    return mull_cli_refuse (context, error);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_brief_commands[] = {
  { "brief", "DEAL -o FILE.pdf [--paper A4|Letter] [--pages 1|2] [--discreet]",
    N_ ("Print what is known of a deal for a meeting, as PDF"), run_brief },
  { NULL, NULL, NULL, NULL },
};
