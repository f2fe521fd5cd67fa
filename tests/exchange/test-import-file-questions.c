/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-import-file-questions"

#include "config.h"

#include "importer-fixture.h"
#include "mull-error.h"
#include "mull-import-file.h"
#include "mull-import-rows.h"

#include <string.h>

/* What a file leaves open, and what answers make of it. */

static char *
list_questions (MullImportFile *file)
{
  g_autoptr (GPtrArray) questions = mull_import_file_dup_questions (file);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const MullImportQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *examples = g_strjoinv (" ", question->examples);

      g_string_append_printf (
          out, "%u:%d:%s\n", question->kind,
          question->column == MULL_IMPORT_QUESTION_NO_COLUMN ? -1 : (int) question->column,
          examples);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_questions (void)
{
  static const struct
  {
    const char *name;
    const char *questions;
  } cases[] = {
    { "ambiguous-dates.csv", "4:2:1,234 5,678\n3:3:03/04/2026 05/06/2026\n" },
    { "windows-1252.csv", "0:-1:\n" },
    { "utf-16.csv", "" },
    { "german-deals.csv", "" },
    { "pipedrive-deals.csv", "" },
    { "hubspot-deals.csv", "" },
    { "bad-status.csv", "7:1:Archived\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullImportFile) file = importer_fixture_read_data (cases[i].name);
      g_autofree char *questions = list_questions (file);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (questions, ==, cases[i].questions);
    }
}

/* Answers by way of a mapping end the questions and change what is read. */
static void
test_answers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullImportFile) file = importer_fixture_read_data ("ambiguous-dates.csv");
  g_autoptr (MullImportMapping) mapping =
      mull_import_mapping_copy (mull_import_file_get_mapping (file));
  g_autoptr (MullImportMapping) loaded = NULL;
  g_autoptr (GPtrArray) preview = NULL;
  g_autofree char *text = NULL;
  g_autofree char *questions = NULL;
  const MullImportRow *row;

  mull_import_mapping_set_date_order (mapping, 3, MULL_DATE_ORDER_MDY);
  mull_import_mapping_set_decimal (mapping, 2, '.');
  mull_import_mapping_set_currency (mapping, "JPY");
  text = mull_import_mapping_to_text (mapping);
  loaded = mull_import_mapping_new_from_text (text, &error);
  g_assert_no_error (error);
  g_assert_true (mull_import_file_set_mapping (file, loaded, &error));
  g_assert_no_error (error);
  questions = list_questions (file);
  g_assert_cmpstr (questions, ==, "");
  preview = mull_import_file_preview (file, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->len, ==, 1);
  row = g_ptr_array_index (preview, 0);
  g_assert_cmpint (mull_import_row_get_expected (row)->day, ==, mull_day_from_iso ("2026-03-04"));
  g_assert_cmpint (mull_import_row_get_value (row)->minor, ==, 1234);
}

static void
test_other_dialect (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullImportFile) file = importer_fixture_read_data ("windows-1252.csv");
  MullCsvDialect dialect = *mull_import_file_get_dialect (file);
  g_autofree char *questions = NULL;

  g_assert_cmpint (dialect.encoding, ==, MULL_CSV_ENCODING_WINDOWS_1252);
  g_assert_cmpint (dialect.delimiter, ==, ';');
  dialect.encoding = MULL_CSV_ENCODING_UTF_8;
  g_assert_false (mull_import_file_set_dialect (file, &dialect, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "line 2"));
  g_clear_error (&error);
  g_assert_cmpint (mull_import_file_get_dialect (file)->encoding, ==,
                   MULL_CSV_ENCODING_WINDOWS_1252);
  dialect.encoding = MULL_CSV_ENCODING_WINDOWS_1252;
  g_assert_true (mull_import_file_set_dialect (file, &dialect, &error));
  questions = list_questions (file);
  g_assert_cmpstr (questions, ==, "");
  /* An answer that is taken back is asked for again, until it is given. */
  dialect.encoding_certain = FALSE;
  mull_import_file_set_certain (file, &dialect);
  g_clear_pointer (&questions, g_free);
  questions = list_questions (file);
  g_assert_cmpstr (questions, ==, "0:-1:\n");
  dialect.encoding_certain = TRUE;
  mull_import_file_set_certain (file, &dialect);
  g_clear_pointer (&questions, g_free);
  questions = list_questions (file);
  g_assert_cmpstr (questions, ==, "");
}

/* Of values without a currency the usual one is proposed, whatever else is found out anew. */
static void
test_usual_currency (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullImportFile) file = importer_fixture_read_text ("Deal;Value\nPump;5\nValve;6\n");
  g_autoptr (MullImportFile) named =
      importer_fixture_read_text ("Deal;Value;Currency\nPump;5;EUR\nValve;6;EUR\n");
  MullCsvDialect dialect = *mull_import_file_get_dialect (file);

  mull_import_file_set_usual_currency (file, "CHF");
  g_assert_cmpstr (mull_import_mapping_get_currency (mull_import_file_get_mapping (file)), ==,
                   "CHF");
  dialect.has_header = FALSE;
  g_assert_true (mull_import_file_set_dialect (file, &dialect, &error));
  dialect.has_header = TRUE;
  g_assert_true (mull_import_file_set_dialect (file, &dialect, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (mull_import_mapping_get_currency (mull_import_file_get_mapping (file)), ==,
                   "CHF");
  mull_import_file_set_usual_currency (named, "CHF");
  g_assert_cmpstr (mull_import_mapping_get_currency (mull_import_file_get_mapping (named)), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-file-questions/questions", test_questions);
  g_test_add_func ("/import-file-questions/answers", test_answers);
  g_test_add_func ("/import-file-questions/other-dialect", test_other_dialect);
  g_test_add_func ("/import-file-questions/usual-currency", test_usual_currency);
  return g_test_run ();
}
