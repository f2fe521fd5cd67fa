/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-export"

#include "config.h"

#include "mull-archive-writer.h"
#include "mull-attachment-files.h"
#include "mull-calendar-writer.h"
#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-contact-csv.h"
#include "mull-deal-csv.h"
#include "mull-error.h"
#include "mull-file.h"
#include "mull-vcard-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the options of an export say. */
typedef struct
{
  gboolean exact;
  gboolean mark;
  gboolean people;
  gboolean companies;
  char *contact;
} ExportOptions;

static void
export_options_clear (ExportOptions *self)
{
  g_free (self->contact);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, export_options_clear)

/* Writes a file and says what is in it. */
typedef char *(*ExportFunc) (MullCliContext *context,
                             const ExportOptions *options,
                             const char *path,
                             GError **error);

static MullCsvFlags
get_flags (const ExportOptions *options)
{
  return (options->exact ? MULL_CSV_EXACT : 0) | (options->mark ? MULL_CSV_BOM : 0);
}

/* @owned: (transfer full) (nullable) */
static gboolean
write_text (GString *owned, const char *path, GError **error)
{
  g_autoptr (GString) text = owned;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return text != NULL && mull_file_write (file, text->str, text->len, error);
}

static char *
export_table (MullCliContext *context,
              const ExportOptions *options,
              const char *path,
              GError **error)
{
  MullCsvFlags flags = get_flags (options);
  g_autofree char *shown = g_filename_display_name (path);
  guint n;

  if (options->people)
    return write_text (mull_person_csv_write (context->workspace, flags, &n, error), path, error)
               /* Translators: how many people, and the name of a file */
               ? g_strdup_printf (ngettext ("Wrote %u person to %s.", "Wrote %u people to %s.", n),
                                  n, shown)
               : NULL;
  if (options->companies)
    return write_text (mull_company_csv_write (context->workspace, flags, &n, error), path, error)
               /* Translators: how many companies, and the name of a file */
               ? g_strdup_printf (
                     ngettext ("Wrote %u company to %s.", "Wrote %u companies to %s.", n), n, shown)
               : NULL;
  return write_text (mull_deal_csv_write (context->workspace, flags, &n, error), path, error)
             /* Translators: how many deals, and the name of a file */
             ? g_strdup_printf (ngettext ("Wrote %u deal to %s.", "Wrote %u deals to %s.", n), n,
                                shown)
             : NULL;
}

static char *
export_contacts (MullCliContext *context,
                 const ExportOptions *options,
                 const char *path,
                 GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  gint64 person_id, company_id;
  GString *text = NULL;
  guint n_cards = 1;

  if (options->contact == NULL)
    text = mull_vcard_export_all (context->workspace, &n_cards, error);
  else if (mull_cli_find_contact (context->workspace, options->contact, &person_id, &company_id,
                                  error))
    text = person_id != 0 ? mull_vcard_export_person (context->workspace, person_id, error)
                          : mull_vcard_export_company (context->workspace, company_id, error);
  if (!write_text (text, path, error))
    return NULL;
  /* Translators: how many people and companies, and the name of a file */
  return g_strdup_printf (ngettext ("Wrote %u contact to %s.", "Wrote %u contacts to %s.", n_cards),
                          n_cards, shown);
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
  { ".csv", export_table },
  { ".ics", export_calendar },
  { ".vcf", export_contacts },
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
               _ ("“%s” does not say what to write. Let its name end in .csv for a table, in .ics "
                  "for what is planned, in .vcf for the contacts, in .xml for everything."),
               shown);
  return NULL;
}

static int
run_export (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (ExportOptions) options = { 0 };
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("exact", &options.exact),     MULL_CLI_FLAG ("bom", &options.mark),
    MULL_CLI_FLAG ("people", &options.people),   MULL_CLI_FLAG ("companies", &options.companies),
    MULL_CLI_TEXT ("contact", &options.contact), MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  ExportFunc export;

  if (rest == NULL)
    return status;
  if (options.people && options.companies)
    return mull_cli_wrong_usage (context, command, _ ("One file has the people or the companies."));
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
  { "export",
    "FILE.csv|FILE.ics|FILE.vcf|FILE.xml [--people|--companies] [--contact=NAME] [--exact] [--bom]",
    N_ ("Write a table (.csv), what is planned (.ics), contacts (.vcf) or everything (.xml)"),
    run_export },
  { NULL, NULL, NULL, NULL },
};
