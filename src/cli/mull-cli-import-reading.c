/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-import-reading"

#include "config.h"

#include "mull-cli-import-reading.h"

#include "mull-cli-table.h"
#include "mull-error.h"
#include "mull-import-values.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* Rows whose values stand for the others. */
#define N_PREVIEW 5
/* As wide as they get before they are cut, so that both values of a column stand on one line. */
#define NAME_WIDTH 28
#define VALUE_WIDTH 60

static const struct
{
  const char *word;
  char character;
  const char *label;
} delimiters[] = {
  /* Translators: what stands between the fields of a file */
  { "comma", ',', N_ ("comma") },
  { "semicolon", ';', N_ ("semicolon") },
  { "tab", '\t', N_ ("tab") },
  { "bar", '|', N_ ("vertical bar") },
};

/* ── What the options say ─────────────────────────────────────────────── */

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
take_encoding (MullCsvDialect *dialect, const char *word, GError **error)
{
  int encoding;

  if (word == NULL)
    return TRUE;
  if (!mull_enum_from_nick (MULL_TYPE_CSV_ENCODING, word, &encoding))
    return fail (error, _ ("The encoding is “utf-8”, “utf-16-le”, “utf-16-be” or “windows-1252”."));
  dialect->encoding = (MullCsvEncoding) encoding;
  dialect->encoding_certain = TRUE;
  return TRUE;
}

static gboolean
take_delimiter (MullCsvDialect *dialect, const char *word, GError **error)
{
  if (word == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (g_str_equal (word, delimiters[i].word))
      {
        dialect->delimiter = delimiters[i].character;
        dialect->delimiter_certain = TRUE;
        return TRUE;
      }
  return fail (error, _ ("What stands between fields is “comma”, “semicolon”, “tab” or “bar”."));
}

static gboolean
take_header (MullCsvDialect *dialect, const char *word, GError **error)
{
  if (word == NULL)
    return TRUE;
  if (!g_str_equal (word, "yes") && !g_str_equal (word, "no"))
    return fail (error, _ ("“--header” is “yes” if the first line names the columns, else “no”."));
  dialect->has_header = g_str_equal (word, "yes");
  dialect->header_certain = TRUE;
  return TRUE;
}

/**
 * mull_cli_import_answer_dialect:
 * @file: a file
 * @encoding: (nullable): how its text is encoded
 * @delimiter: (nullable): what stands between its fields
 * @header: (nullable): whether its first line names the columns
 * @error: return location
 *
 * Reads a file anew, as somebody says that it is written. Cards know that themselves.
 */
gboolean
mull_cli_import_answer_dialect (MullImportFile *file,
                                const char *encoding,
                                const char *delimiter,
                                const char *header,
                                GError **error)
{
  const MullCsvDialect *before = mull_import_file_get_dialect (file);
  MullCsvDialect dialect = *before;

  if (!take_encoding (&dialect, encoding, error) || !take_delimiter (&dialect, delimiter, error) ||
      !take_header (&dialect, header, error))
    return FALSE;
  if (mull_import_file_get_source (file) == MULL_IMPORT_SOURCE_VCARD)
    return TRUE;
  if ((dialect.encoding != before->encoding || dialect.delimiter != before->delimiter ||
       dialect.has_header != before->has_header) &&
      !mull_import_file_set_dialect (file, &dialect, error))
    return FALSE;
  mull_import_file_set_certain (file, &dialect);
  return TRUE;
}

/* ── What is shown ────────────────────────────────────────────────────── */

static const char *
name_delimiter (char character)
{
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i].character == character)
      return _ (delimiters[i].label);
  return "";
}

static void
print_dialect (GString *to, MullImportFile *file)
{
  const MullCsvDialect *dialect = mull_import_file_get_dialect (file);
  const MullImportMapping *mapping = mull_import_file_get_mapping (file);
  const char *currency = mull_import_mapping_get_currency (mapping);

  /* Translators: what the rows of a file are, its encoding, what stands between its fields */
  g_string_append_printf (to, _ ("Read as %s: %s, fields divided by %s, %s"),
                          mull_import_kind_get_label (mull_import_mapping_get_kind (mapping)),
                          mull_enum_nick (MULL_TYPE_CSV_ENCODING, (int) dialect->encoding),
                          name_delimiter (dialect->delimiter),
                          dialect->has_header ? _ ("the first line names the columns")
                                              : _ ("without a line that names the columns"));
  if (mull_import_mapping_has_target (mapping, MULL_IMPORT_VALUE) && *currency != '\0')
    /* Translators: the code of a currency */
    g_string_append_printf (to, _ ("; values that name no currency are in %s"), currency);
  g_string_append_c (to, '\n');
}

/**
 * mull_cli_import_print_reading:
 * @to: where to
 * @file: a file
 *
 * Shows how a file is read: how it is written, what each column becomes, and its first values as
 * the file has them and as they would be stored.
 */
void
mull_cli_import_print_reading (GString *to, MullImportFile *file)
{
  static const MullCliColumn columns[] = {
    { NULL, N_ ("Column"), FALSE, NAME_WIDTH },
    { NULL, N_ ("Becomes"), FALSE, NAME_WIDTH },
    { NULL, N_ ("Values"), FALSE, VALUE_WIDTH },
  };
  const MullImportMapping *mapping = mull_import_file_get_mapping (file);
  g_autoptr (GPtrArray) preview = mull_import_file_preview (file, N_PREVIEW, NULL);
  g_autoptr (MullCliTable) table = mull_cli_table_new (columns, G_N_ELEMENTS (columns), FALSE);

  if (mull_import_file_get_source (file) == MULL_IMPORT_SOURCE_VCARD)
    return;
  print_dialect (to, file);
  for (guint i = 0; i < mull_import_file_get_n_columns (file); i++)
    {
      const MullImportColumn *column = mull_import_mapping_get_column (mapping, i);

      mull_cli_table_add (table, column->name);
      mull_cli_table_add (table, mull_import_values_name_target (
                                     column->target, mull_import_mapping_is_in_title (mapping, i)));
      mull_cli_table_take (
          table, mull_import_values_describe_column (mull_import_file_get_column (file, i), preview,
                                                     i, column->target));
    }
  mull_cli_table_write (table, to);
}
