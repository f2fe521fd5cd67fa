/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-import"

#include "config.h"

#include "mull-archive-form.h"
#include "mull-archive-import.h"
#include "mull-cli-command.h"
#include "mull-cli-import-reading.h"
#include "mull-cli-options.h"
#include "mull-error.h"
#include "mull-file.h"
#include "mull-importer.h"
#include "mull-parse-limits.h"
#include "mull-sample.h"
#include "mull-text.h"
#include "mull-usual-currency.h"

#include <glib/gi18n-lib.h>

static int
run_demo (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 0, 0, &status);
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (!mull_sample_fill (context->workspace, &error))
    return mull_cli_refuse (context, error);
  mull_cli_say (context, _ ("The sample pipeline is there. “mulligan board” shows it; “mulligan "
                            "undo” takes it away again."));
  return MULL_CLI_DONE;
}

/* What the options of an import say. */
typedef struct
{
  gboolean dry_run;
  gboolean skip_bad;
  char *map;
  char *currency;
  char *date_order;
  char *decimal;
  char *encoding;
  char *delimiter;
  char *header;
  char *save_refused;
  /* Lines of the file, with commas between them */
  char *add_new;
  char *use_existing;
  char *take_file;
} ImportOptions;

static void
import_options_clear (ImportOptions *self)
{
  g_free (self->map);
  g_free (self->currency);
  g_free (self->date_order);
  g_free (self->decimal);
  g_free (self->encoding);
  g_free (self->delimiter);
  g_free (self->header);
  g_free (self->save_refused);
  g_free (self->add_new);
  g_free (self->use_existing);
  g_free (self->take_file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

static GBytes *
read_named (MullCliContext *context, const char *path, char **name, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (context->folder);
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);
  g_autofree char *base = g_file_get_basename (file);
  gboolean is_xml = g_str_has_suffix (base, ".xml");

  *name = g_filename_display_name (base);
  return mull_file_read (file, is_xml ? MULL_ARCHIVE_FILE_MAX : MULL_IMPORT_FILE_MAX, NULL, error);
}

static MullImportMapping *
read_map (MullCliContext *context, const char *path, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (context->folder);
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);
  g_autoptr (GBytes) bytes = mull_file_read (file, MULL_IMPORT_FILE_MAX, NULL, error);
  g_autofree char *text =
      bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;

  return text != NULL ? mull_import_mapping_new_from_text (text, error) : NULL;
}

static gboolean
answer_orders (const ImportOptions *options, MullImportMapping *mapping, GError **error)
{
  MullDateOrder order = MULL_DATE_ORDER_UNKNOWN;
  char decimal = '\0';

  if (options->date_order != NULL && g_str_equal (options->date_order, "dmy"))
    order = MULL_DATE_ORDER_DMY;
  else if (options->date_order != NULL && g_str_equal (options->date_order, "mdy"))
    order = MULL_DATE_ORDER_MDY;
  else if (options->date_order != NULL)
    return fail (error, _ ("The order of dates is “dmy” or “mdy”."));
  if (options->decimal != NULL && g_str_equal (options->decimal, "point"))
    decimal = '.';
  else if (options->decimal != NULL && g_str_equal (options->decimal, "comma"))
    decimal = ',';
  else if (options->decimal != NULL)
    return fail (error, _ ("The decimal sign is “point” or “comma”."));
  for (guint i = 0; i < mull_import_mapping_get_n_columns (mapping); i++)
    {
      const MullImportColumn *column = mull_import_mapping_get_column (mapping, i);
      MullImportValueKind kind = mull_import_target_get_value_kind (column->target);

      if (kind == MULL_IMPORT_VALUE_DATE && order != MULL_DATE_ORDER_UNKNOWN)
        mull_import_mapping_set_date_order (mapping, i, order);
      if (kind == MULL_IMPORT_VALUE_AMOUNT && decimal != '\0')
        mull_import_mapping_set_decimal (mapping, i, decimal);
    }
  return TRUE;
}

static gboolean
answer (MullCliContext *context, const ImportOptions *options, MullImportFile *file, GError **error)
{
  g_autofree char *usual_currency = mull_usual_currency (context->workspace, NULL);
  g_autoptr (MullImportMapping) mapping = NULL;

  mull_import_file_set_usual_currency (file, usual_currency);
  if (!mull_cli_import_answer_dialect (file, options->encoding, options->delimiter, options->header,
                                       error))
    return FALSE;
  mapping = options->map != NULL ? read_map (context, options->map, error)
                                 : mull_import_mapping_copy (mull_import_file_get_mapping (file));
  if (mapping == NULL)
    return FALSE;
  if (options->currency != NULL && !mull_currency_is_known (options->currency))
    return fail (error, _ ("There is no such currency. Give its code, such as EUR."));
  if (options->currency != NULL)
    mull_import_mapping_set_currency (mapping, options->currency);
  return answer_orders (options, mapping, error) &&
         mull_import_file_set_mapping (file, mapping, error);
}

/* Nobody is there to be asked, so a guess is not enough where it matters. */
static const char *
find_option (MullImportQuestionKind kind)
{
  switch (kind)
    {
    case MULL_IMPORT_QUESTION_DATE_ORDER:
      return "--date-order=dmy, --date-order=mdy";
    case MULL_IMPORT_QUESTION_DECIMAL:
      return "--decimal=point, --decimal=comma";
    case MULL_IMPORT_QUESTION_CURRENCY:
      return "--currency=EUR";
    case MULL_IMPORT_QUESTION_ENCODING:
      return "--encoding=utf-8, --encoding=windows-1252";
    case MULL_IMPORT_QUESTION_DELIMITER:
      return "--delimiter=comma, --delimiter=semicolon, --delimiter=tab";
    case MULL_IMPORT_QUESTION_HEADER:
      return "--header=yes, --header=no";
    case MULL_IMPORT_QUESTION_COLUMNS:
    case MULL_IMPORT_QUESTION_STATUS:
      break;
    }
  return "--map=FILE";
}

static gboolean
check_questions (MullImportFile *file, const ImportOptions *options, GError **error)
{
  g_autoptr (GPtrArray) questions = mull_import_file_dup_questions (file);

  for (guint i = 0; i < questions->len; i++)
    {
      const MullImportQuestion *question = g_ptr_array_index (questions, i);

      /* A map says all there is to say about how the file is written. */
      if (options->map != NULL && question->column == MULL_IMPORT_QUESTION_NO_COLUMN)
        continue;
      /* Translators: a question, and the options that answer it */
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, _ ("%s Answer with %s."), question->text,
                   find_option (question->kind));
      return FALSE;
    }
  return TRUE;
}

/* ── Rows that may be somebody who is here, or say something else ─────── */

static gboolean
read_lines (const char *text,
            const char *option,
            MullImportChoice choice,
            GHashTable *choices,
            GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      int line = 0;

      if (!mull_cli_read_number (g_strstrip (lines[i]), option, 1, G_MAXINT, &line, error))
        return FALSE;
      if (!g_hash_table_insert (choices, GINT_TO_POINTER (line), GINT_TO_POINTER (choice)))
        {
          g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                       _ ("Line %d is named twice. Decide on each line once."), line);
          return FALSE;
        }
    }
  return TRUE;
}

static GHashTable *
read_choices (const ImportOptions *options, GError **error)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (NULL, NULL);

  if (!read_lines (options->add_new, "--add-new", MULL_IMPORT_CHOICE_NEW, choices, error) ||
      !read_lines (options->use_existing, "--use-existing", MULL_IMPORT_CHOICE_EXISTING, choices,
                   error) ||
      !read_lines (options->take_file, "--take-file", MULL_IMPORT_CHOICE_FILE, choices, error))
    return NULL;
  return g_steal_pointer (&choices);
}

static const MullImportException *
find_exception (const MullImportReport *report, guint line)
{
  for (guint i = 0; i < report->exceptions->len; i++)
    {
      const MullImportException *exception = report->exceptions->pdata[i];

      if (exception->line == line)
        return exception;
    }
  return NULL;
}

/* A choice about a row that needs none is a slip of the finger. */
static gboolean
check_choices (const MullImportReport *report, GHashTable *choices, GError **error)
{
  GHashTableIter iter;
  gpointer line;

  /* The others are not listed, so nobody knows their lines. */
  if (report->n_exceptions > report->exceptions->len)
    return TRUE;
  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    if (find_exception (report, GPOINTER_TO_UINT (line)) == NULL)
      {
        g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                     _ ("There is nothing to decide on line %u. “--dry-run” lists the lines that "
                        "need a look."),
                     GPOINTER_TO_UINT (line));
        return FALSE;
      }
  return TRUE;
}

static void
print_exceptions (GString *to, const MullImportReport *report)
{
  if (report->n_exceptions == 0)
    return;
  g_string_append_printf (to,
                          ngettext ("%u row needs a look: decide on its line with --add-new, "
                                    "--use-existing or --take-file.",
                                    "%u rows need a look: decide on their lines with --add-new, "
                                    "--use-existing or --take-file.",
                                    report->n_exceptions),
                          report->n_exceptions);
  g_string_append_c (to, '\n');
  for (guint i = 0; i < report->exceptions->len; i++)
    {
      const MullImportException *exception = report->exceptions->pdata[i];
      g_auto (GStrv) sentences = g_strsplit (exception->text, "\n", -1);

      for (guint j = 0; sentences[j] != NULL; j++)
        {
          g_autofree char *shown = mull_text_strip_bidi (sentences[j]);

          g_string_append_printf (to, _ ("Line %u: %s"), exception->line, shown);
          g_string_append_c (to, '\n');
        }
    }
}

/* What stays as it is is said with what can be decided. */
static void
print_notices (GString *to, const MullImportReport *report)
{
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < report->exceptions->len; i++)
    {
      const MullImportException *exception = report->exceptions->pdata[i];

      g_hash_table_add (said, GUINT_TO_POINTER (exception->line));
    }
  for (guint i = 0; i < report->notices->len; i++)
    {
      const MullImportNotice *notice = report->notices->pdata[i];
      g_autofree char *shown = mull_text_strip_bidi (notice->text);

      if (g_hash_table_contains (said, GUINT_TO_POINTER (notice->line)))
        continue;
      g_string_append_printf (to, _ ("Line %u: %s"), notice->line, shown);
      g_string_append_c (to, '\n');
    }
}

static void
print_report (MullCliContext *context, GString *to, MullImportFile *file, MullImporter *importer)
{
  const MullImportReport *report = mull_importer_get_report (importer);
  g_autofree char *counts = mull_import_report_describe_counts (report);
  g_autofree char *name = mull_cli_shown (mull_import_file_get_name (file));

  g_string_append_printf (to, "%s (%s, SHA-256 %s…)\n", name,
                          mull_import_source_get_label (mull_import_file_get_source (file)),
                          mull_import_file_get_digest (file));
  if (*counts != '\0')
    g_string_append_printf (to, "%s\n", counts);
  g_string_append_printf (to, _ ("Rows: %'u read, %'u refused, %'u left out"), report->n_rows,
                          report->n_refused, report->n_left_out);
  g_string_append_c (to, '\n');
  for (guint i = 0; i < report->refusals->len; i++)
    {
      g_autofree char *text = mull_import_refusal_to_text (report->refusals->pdata[i]);
      g_autofree char *shown = mull_text_strip_bidi (text);

      g_string_append_printf (to, "%s\n", shown);
    }
  print_notices (to, report);
  print_exceptions (to, report);
}

/* What the dry run refused, to be corrected and imported by itself. */
static gboolean
save_refused (MullCliContext *context,
              const ImportOptions *options,
              MullImporter *importer,
              GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (context->folder);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) rows = NULL;

  if (options->save_refused == NULL || mull_importer_get_report (importer)->n_refused == 0)
    return TRUE;
  file = g_file_resolve_relative_path (folder, options->save_refused);
  rows = mull_importer_dup_refused_rows (importer);
  return mull_file_write (file, g_bytes_get_data (rows, NULL), g_bytes_get_size (rows), error);
}

static int
import_file (MullCliContext *context, const ImportOptions *options, MullImportFile *file)
{
  g_autoptr (MullImporter) importer = mull_importer_new (context->workspace, file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) choices = read_choices (options, &error);

  if (choices == NULL)
    return mull_cli_refuse (context, error);
  mull_importer_set_skips_bad_rows (importer, options->skip_bad);
  mull_importer_set_choices (importer, choices);
  if (!mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error) ||
      !check_choices (mull_importer_get_report (importer), choices, &error) ||
      !save_refused (context, options, importer, &error))
    return mull_cli_refuse (context, error);
  if (options->dry_run)
    {
      mull_cli_import_print_reading (context->out, file);
      print_report (context, context->out, file, importer);
      return MULL_CLI_DONE;
    }
  if (!mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error))
    {
      if (mull_importer_get_report (importer)->n_rows == 0 && error->code == MULL_ERROR_INVALID)
        mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, NULL);
      print_report (context, context->err, file, importer);
      return mull_cli_refuse (context, error);
    }
  print_report (context, context->out, file, importer);
  return MULL_CLI_DONE;
}

static int
import_archive (MullCliContext *context,
                const ImportOptions *options,
                GBytes *bytes,
                const char *path,
                const char *name)
{
  g_autofree char *shown = mull_cli_shown (name);
  g_autofree char *place = g_canonicalize_filename (path, context->folder);
  g_autofree char *beside = mull_archive_form_dup_beside (place);
  g_autofree char *counts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullArchiveReport) report = mull_archive_import (
      context->workspace, bytes, name, beside,
      options->dry_run ? MULL_ARCHIVE_DRY_RUN : MULL_ARCHIVE_IN_EARNEST, NULL, &error);

  if (report == NULL)
    return mull_cli_refuse (context, error);
  counts = mull_import_report_describe_counts (report->things);
  /* Translators: the argument is the name of a file */
  mull_cli_say (context, _ ("%s (Mulligan archive)"), shown);
  if (*counts != '\0')
    mull_cli_say (context, "%s", counts);
  mull_cli_say (context, _ ("Records: %'u new, %'u changed, %'u identical"),
                report->n_rows[MULL_MERGE_NEW], report->n_rows[MULL_MERGE_CHANGED],
                report->n_rows[MULL_MERGE_IDENTICAL]);
  if (report->n_files + report->n_files_missing > 0)
    mull_cli_say (context, _ ("Attached files: %'u new, %'u missing"), report->n_files,
                  report->n_files_missing);
  return MULL_CLI_DONE;
}

static int
run_import (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (ImportOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, NULL, NULL },
    MULL_CLI_FLAG ("skip-bad", &options.skip_bad),
    MULL_CLI_TEXT ("map", &options.map),
    { "currency", 0, 0, G_OPTION_ARG_STRING, &options.currency, NULL, NULL },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &options.date_order, NULL, NULL },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &options.decimal, NULL, NULL },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding, NULL, NULL },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &options.delimiter, NULL, NULL },
    { "header", 0, 0, G_OPTION_ARG_STRING, &options.header, NULL, NULL },
    MULL_CLI_TEXT ("save-refused", &options.save_refused),
    { "add-new", 0, 0, G_OPTION_ARG_STRING, &options.add_new, NULL, NULL },
    { "use-existing", 0, 0, G_OPTION_ARG_STRING, &options.use_existing, NULL, NULL },
    { "take-file", 0, 0, G_OPTION_ARG_STRING, &options.take_file, NULL, NULL },
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullImportFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  bytes = read_named (context, rest[0], &name, &error);
  if (bytes == NULL)
    return mull_cli_refuse (context, error);
  if (mull_archive_is_archive (bytes))
    return import_archive (context, &options, bytes, rest[0], name);
  file = mull_import_file_open (bytes, name, NULL, &error);
  if (file == NULL || !answer (context, &options, file, &error) ||
      !check_questions (file, &options, &error))
    return mull_cli_refuse (context, error);
  return import_file (context, &options, file);
}

const MullCliCommand mull_cli_import_commands[] = {
  { "demo", "", N_ ("Fill an empty database with the sample pipeline"), run_demo },
  { "import",
    "FILE [--dry-run] [--skip-bad] [--save-refused=FILE] [--map=MAP] [--currency=CODE]"
    " [--date-order=dmy|mdy] [--decimal=point|comma] [--encoding=NAME]"
    " [--delimiter=comma|semicolon|tab|bar] [--header=yes|no] [--add-new=LINES]"
    " [--use-existing=LINES] [--take-file=LINES]",
    N_ ("Import a CSV file, vCards or an archive, and say what is new, changed and refused"),
    run_import },
  { NULL, NULL, NULL, NULL },
};
