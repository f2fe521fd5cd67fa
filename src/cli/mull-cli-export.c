/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-export"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-deal-csv.h"
#include "mull-error.h"
#include "mull-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
check_suffix (const char *file, GError **error)
{
  const char *dot = strrchr (file, '.');
  g_autofree char *shown = NULL;

  if (dot != NULL && g_ascii_strcasecmp (dot, ".csv") == 0)
    return TRUE;
  shown = mull_cli_shown (file);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: the argument is the name of a file */
               _("“%s” does not say what to write. Let its name end in .csv for the deals."),
                  shown);
  return FALSE;
}

static int
run_export (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean exact = FALSE, mark = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("exact", &exact),
    MULL_CLI_FLAG ("bom", &mark),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  MullDealCsvFlags flags = (exact ? MULL_DEAL_CSV_EXACT : 0) | (mark ? MULL_DEAL_CSV_BOM : 0);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;
  guint n_deals;

  if (rest == NULL)
    return status;
  path = g_canonicalize_filename (rest[0], context->folder);
  if (!check_suffix (rest[0], &error) ||
      (text = mull_deal_csv_write (context->workspace, flags, &n_deals, &error)) == NULL ||
      !mull_file_write (file = g_file_new_for_path (path), text->str, text->len, &error))
    return mull_cli_refuse (context, error);
  shown = g_filename_display_name (path);
  /* Translators: how many deals, and the name of a file */
  mull_cli_say (context, ngettext ("Wrote %u deal to %s.", "Wrote %u deals to %s.", n_deals),
                n_deals, shown);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_export_commands[] = {
  { "export", "FILE.csv [--exact] [--bom]",
    N_ ("Write the deals for a spreadsheet or another program"), run_export },
    { NULL, NULL, NULL, NULL },
};
