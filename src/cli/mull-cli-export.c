/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-export"

#include "config.h"

#include "mull-archive-writer.h"
#include "mull-attachment-files.h"
#include "mull-calendar-writer.h"
#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-deal-csv.h"
#include "mull-error.h"
#include "mull-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the options of an export say. */
typedef struct
{
  gboolean exact;
  gboolean mark;
} ExportOptions;

/* Writes a file and says what is in it. */
typedef char *(*ExportFunc) (MullCliContext *context,
                             const ExportOptions *options,
                             const char *path,
                             GError **error);

static char *
export_deals (MullCliContext *context,
              const ExportOptions *options,
              const char *path,
              GError **error)
{
  MullDealCsvFlags flags =
      (options->exact ? MULL_DEAL_CSV_EXACT : 0) | (options->mark ? MULL_DEAL_CSV_BOM : 0);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = NULL;
  guint n_deals;

  text = mull_deal_csv_write (context->workspace, flags, &n_deals, error);
  if (text == NULL || !mull_file_write (file, text->str, text->len, error))
    return NULL;
  /* Translators: how many deals, and the name of a file */
  return g_strdup_printf (ngettext ("Wrote %u deal to %s.", "Wrote %u deals to %s.", n_deals),
                          n_deals, shown);
}

static char *
export_archive (MullCliContext *context,
                const ExportOptions *options,
                const char *path,
                GError **error)
{
  g_autofree char *vault = mull_attachment_files_dup_folder (context->workspace);
  MullArchiveTally tally;

  if (!mull_archive_write_file (mull_workspace_get_database (context->workspace), vault, path, NULL,
                                NULL, NULL, &tally, error))
    return NULL;
  return mull_archive_tally_describe (&tally, path);
}

static char *
export_calendar (MullCliContext *context,
                 const ExportOptions *options,
                 const char *path,
                 GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  guint n_items;

  text = mull_calendar_write (context->workspace, &n_items, error);
  if (text == NULL || !mull_file_write (file, text, strlen (text), error))
    return NULL;
  /* Translators: how many planned touches and promises, and the name of a file */
  return g_strdup_printf (ngettext ("Wrote %u date to %s.", "Wrote %u dates to %s.", n_items),
                          n_items, shown);
}

static const struct
{
  const char *suffix;
  ExportFunc export;
} formats[] = {
  { ".csv", export_deals },
  { ".ics", export_calendar },
  { ".xml", export_archive },
};

static ExportFunc
find_format (const char *file, GError **error)
{
  const char *dot = strrchr (file, '.');
  g_autofree char *shown = NULL;

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (dot, formats[i].suffix) == 0)
      return formats[i].export;
  shown = mull_cli_shown (file);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: the argument is the name of a file */
               _ ("“%s” does not say what to write. Let its name end in .csv for the deals, in "
                  ".ics for what is planned, in .xml for everything."),
               shown);
  return NULL;
}

static int
run_export (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  ExportOptions options = { 0 };
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("exact", &options.exact),
    MULL_CLI_FLAG ("bom", &options.mark),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  ExportFunc export;

  if (rest == NULL)
    return status;
  path = g_canonicalize_filename (rest[0], context->folder);
  export = find_format (rest[0], &error);
  if (export != NULL)
    said = export(context, &options, path, &error);
  if (said == NULL)
    return mull_cli_refuse (context, error);
  mull_cli_say (context, "%s", said);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_export_commands[] = {
  { "export", "FILE.csv|FILE.ics|FILE.xml [--exact] [--bom]",
    N_ ("Write the deals (.csv), what is planned (.ics) or everything (.xml)"), run_export },
  { NULL, NULL, NULL, NULL },
};
